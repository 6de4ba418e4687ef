"""A number as Word writes it in each of its number formats (ISO/IEC 29500-1, 17.18.59)."""

_DIGITS = "零一二三四五六七八九"
_COUNTED = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand".split()
)
_DIGIT_BY_DIGIT = frozenset("ideographDigital japaneseDigitalTenThousand taiwaneseDigital koreanDigital2".split())
_LEGAL = {
    "chineseLegalSimplified": "零壹贰叁肆伍陆柒捌玖",
    "ideographLegalTraditional": "零壹貳參肆伍陸柒捌玖",
}
_SIGNS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 10),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_STEMS = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}
_FULL_WIDTH = ("decimalFullWidth", "decimalFullWidth2")
_MOST_ROMAN, _MOST_LETTERS = 3999, 26 * 26


def render_number(value: int, form: str) -> str:
    """`value` as Word writes it in the number format `form`; formats no office uses come out in digits."""
    if form in _COUNTED:
        return chinese(value)
    if form in _LEGAL:
        return chinese(value, _LEGAL[form])
    if form in _DIGIT_BY_DIGIT:
        return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(value))
    if form in _SIGNS and 1 <= value <= _SIGNS[form][1]:
        return chr(ord(_SIGNS[form][0]) + value - 1)
    if form in _STEMS and 1 <= value <= len(_STEMS[form]):
        return _STEMS[form][value - 1]
    if form in _FULL_WIDTH:
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    return _western(value, form)


def _western(value: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and value <= _MOST_ROMAN:
        return _roman(value) if form == "upperRoman" else _roman(value).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < value <= _MOST_LETTERS:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form == "numberInDash":
        return f"- {value} -"
    return f"{value:02d}" if form == "decimalZero" else str(value)


def chinese(value: int, digits: str = _DIGITS) -> str:
    """12 → 十二, 105 → 一百零五; beyond 999 digit by digit."""
    if value > 999 or value < 0:
        return "".join(digits[int(digit)] for digit in str(abs(value)))
    if value < 10:
        return digits[value]
    ten, hundred = ("十", "百") if digits == _DIGITS else ("拾", "佰")
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds] + hundred if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + ten
    elif hundreds and ones:
        text += digits[0]
    return text + (digits[ones] if ones else "")


def _roman(value: int) -> str:
    marks = (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")
    text = ""
    for size, mark in (*marks, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, value = divmod(value, size)
        text += mark * count
    return text
