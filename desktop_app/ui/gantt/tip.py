"""What hovering over a row says: dates, light, reason, nodes."""

from datetime import date

from desktop_app.domain.values import plain_number
from desktop_app.paint.colours import LIGHTS
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_axis import day_label
from desktop_app.texts import gantt as texts


def tip_of(bar: Bar) -> str:
    """A few plain lines about a bar; lines that have nothing to say are left out."""
    lines = [texts.TIP_TITLE.format(no=bar.no, title=bar.label).strip()]
    if bar.units:
        lines.append(texts.TIP_UNITS.format(units=bar.units))
    lines.append(texts.TIP_DATES.format(start=_full(bar.start), end=_full(bar.end)))
    lines.append(texts.TIP_LIGHT.format(light=f"{LIGHTS[bar.light][1]}{bar.word}", reason=bar.reason))
    if bar.done is not None and bar.expected is not None:
        lines.append(texts.TIP_DONE.format(done=plain_number(bar.done), expected=plain_number(bar.expected)))
    lines += [texts.TIP_NODE.format(day=day_label(node.day), title=node.title).strip() for node in bar.nodes]
    return "\n".join(lines)


def _full(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return texts.DAY_OF_YEAR.format(year=day.year, month=day.month, day=day.day)
