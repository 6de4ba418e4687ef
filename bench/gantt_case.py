"""The Gantt chart that the benches draw: every decoration on it, on as many bars as asked for."""

from datetime import date, timedelta

from desktop_app.domain.workdays import SHIPPED
from desktop_app.paint.colours import LIGHTS
from desktop_app.reports.gantt_scene import Bar, Group, Row, Scene, Step, Was, with_rest
from desktop_app.reports.gantt_scene_axis import axis_of
from desktop_app.reports.gantt_scene_days import Due

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
AS_OF = date(2026, 6, 27)
_LIGHTS = list(LIGHTS)


def bar_of(place: int) -> Bar:
    """Every fourth late, every third with a node, every fifth moved since it was issued, every seventh with a soft end,
    every eleventh with a recurring duty.
    """
    start = FIRST + timedelta(days=place * 7 % 90)
    end = LAST - timedelta(days=place * 11 % 120)
    nodes = [Step((start + timedelta(days=60)).toordinal(), "中期检查")] if place % 3 == 0 else []
    if place % 11 == 0:
        nodes += [Step(date(2026, month, 28).toordinal(), "每月比对", True) for month in range(1, 13)]
    return Bar(
        key=place,
        depth=0,
        no=str(place + 1),
        label=f"推进第{place + 1}号重点民生事项",
        units="综合科",
        start=start.toordinal(),
        end=end.toordinal(),
        done=float(place % 101),
        expected=50.0,
        light=_LIGHTS[place % len(_LIGHTS)],
        word="正常",
        reason="",
        late=place % 4 == 0,
        nodes=tuple(nodes),
        soft=end.toordinal() - 20 if place % 7 == 0 else None,
        due=place % 2 == 0,
        was=Was(start.toordinal() - 5, end.toordinal() - 15) if place % 5 == 0 else None,
    )


def scene_of(count: int) -> Scene:
    """A scene of so many bars, ten under each header row, with due days and days of rest."""
    rows: list[Row] = []
    for place in range(count):
        if place % 10 == 0:
            rows.append(Group(f"第{place // 10 + 1}方面工作，推进高质量发展", (("green", 6), ("red", 4))))
        rows.append(bar_of(place))
    dues = tuple(Due(date(2026, month, 25).toordinal(), f"{month}月填报") for month in range(1, 13))
    axis = axis_of(FIRST, LAST, "year")
    scene = Scene("2026年工作要点甘特图", AS_OF.toordinal(), "year", "section", axis, tuple(rows), dues)
    return with_rest(scene, SHIPPED)
