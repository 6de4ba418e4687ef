"""One scene on the screen and on paper: a bar lies on the same days, done as far."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.paint.gantt_bars import Drawn, bars_in_sight
from desktop_app.paint.gantt_view import Placed, View
from desktop_app.paint.pages import pdf_of
from desktop_app.reports.gantt_scene import Bar, Scene
from desktop_app.reports.gantt_scene_axis import SCALES, Scale, axis_of
from desktop_app.ui.gantt.chart import Chart


@given(
    start=st.dates(date(2026, 1, 1), date(2026, 11, 30)),
    days=st.integers(0, 30),
    done=st.integers(0, 100),
    scale=st.sampled_from(SCALES),
)
def test_a_bar_lies_on_the_same_days_on_screen_and_on_paper(start: date, days: int, done: int, scale: Scale) -> None:
    first, last = start.toordinal(), start.toordinal() + days
    row = Bar(1, 0, "1", "修缮敬老院", "养老科", first, last, done, None, "green", "", "", False, ())
    scene = Scene("图", row.start, scale, "", axis_of(date(2026, 1, 1), date(2026, 12, 31), scale), (row,))
    drawn: list[tuple[float, float, float]] = []

    def watch(rows: list[Placed], view: View) -> list[Drawn]:
        found = bars_in_sight(rows, view)
        for bar in found:
            ends = (view.spread.first + (x - view.spread.left) / view.spread.per_day for x in bar.span[:3])
            drawn.append((*ends,))  # type: ignore[arg-type]
        return found

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("desktop_app.paint.gantt_bars.bars_in_sight", watch)
        chart = Chart(scene)
        chart.resize(900, 300)
        chart.grab()
        pdf_of(scene)
    screen, paper = drawn[0], drawn[-1]
    assert len(drawn) >= 2 and paper == pytest.approx(screen, abs=1e-3)
    assert paper[:2] == pytest.approx((row.start, row.end + 1), abs=1e-3)
