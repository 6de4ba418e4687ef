"""What hovering says: about a task dates, light, reason, nodes; about a month its load; about a day what it is."""

from datetime import date

from desktop_app.domain.values import plain_number
from desktop_app.paint.colours import LIGHTS
from desktop_app.paint.gantt_labels import slip_of
from desktop_app.reports.gantt_scene import Bar, Group, Scene
from desktop_app.reports.gantt_scene_axis import day_label
from desktop_app.texts import gantt as texts


def tip_of(bar: Bar) -> str:
    """A few plain lines about a bar; lines that have nothing to say are left out."""
    lines = [texts.TIP_TITLE.format(no=bar.no, title=bar.label).strip()]
    if bar.units:
        lines.append(texts.TIP_UNITS.format(units=bar.units))
    lines.append(texts.TIP_DATES.format(start=full_day(bar.start), end=full_day(bar.end)))
    if bar.soft is not None:
        lines.append(texts.TIP_SOFT.format(day=full_day(bar.soft)))
    if bar.was is not None:
        was = texts.TIP_WAS.format(start=full_day(bar.was.start), end=full_day(bar.was.end), slip=slip_of(bar))
        lines.append(was.rstrip(texts.COMMA_WIDE))
    lines.append(texts.TIP_LIGHT.format(light=f"{LIGHTS[bar.light][1]}{bar.word}", reason=bar.reason))
    if bar.done is not None and bar.expected is not None:
        lines.append(texts.TIP_DONE.format(done=plain_number(bar.done), expected=plain_number(bar.expected)))
    lines += [texts.TIP_NODE.format(day=day_label(node.day), title=node.title).strip() for node in bar.nodes]
    return "\n".join(lines)


def group_tip(group: Group, day: int | None) -> str:
    """The name of a header row, how many tasks of each light it has, and of the month of a day its load."""
    counts = texts.COMMA.join(texts.TIP_COUNT.format(light=texts.LEGEND[light], count=n) for light, n in group.counts)
    lines = [group.label, counts]
    for load in group.loads:
        if day is not None and load.first <= day <= load.last:
            first = date.fromordinal(load.first)
            lines.append(
                texts.TIP_LOAD.format(year=first.year, month=first.month, running=load.running, ending=load.ending)
            )
    return "\n".join(lines)


def day_tip(scene: Scene, day: int) -> str:
    """A day with its weekday, what kind of day of rest it is, and the forms that are due on it."""
    if not scene.axis.first <= day <= scene.axis.last:
        return ""
    lines = [texts.TIP_DAY.format(day=full_day(day), weekday=texts.WEEKDAYS[date.fromordinal(day).weekday()])]
    lines += [texts.RESTS[rest.kind] for rest in scene.rest if rest.first <= day <= rest.last]
    lines += [texts.TIP_ROUND.format(label=due.label) for due in scene.dues if due.day == day]
    return "\n".join(lines)


def full_day(ordinal: int) -> str:
    """A day with its year: 2026年6月27日."""
    day = date.fromordinal(ordinal)
    return texts.DAY_OF_YEAR.format(year=day.year, month=day.month, day=day.day)
