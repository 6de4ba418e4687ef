"""Colours that screen, PDF and picture share; every pair of ink and ground keeps a contrast of at least 4.5:1."""

INK = "#1F2328"
SECOND = "#57606A"
LINE = "#D8DEE4"
BAND = "#F6F8FA"
PAGE = "#FFFFFF"
ACCENT = "#1F6FEB"
REST, HOLIDAY = "#F1F3F5", "#E4E8EC"  # grounds of weekends and of public holidays
LOAD = "#D6E4F5"  # ground of a month's load
CHOSEN = "#E8F2FE"  # ground of a chosen row; every light keeps 4.5:1 on it

# A light is never colour alone: (colour, shape); its word comes from the texts.
LIGHTS = {
    "green": ("#2E7D32", "●"),
    "amber": ("#9A5B00", "◆"),
    "red": ("#C62828", "▲"),
    "blue": ("#1565C0", "■"),
    "grey": ("#5F6873", "○"),
}


def tint(colour: str) -> str:
    """A ground of the same hue, 85 % white, on which ink is readable."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.15):02X}" for part in parts)


TINTS = {light: tint(colour) for light, (colour, _) in LIGHTS.items()}
