"""The marks of a Gantt chart, each on pixels: plan as issued, soft end, flags, ticks, days of rest, due days, loads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.paint.application import ready
from desktop_app.paint.colours import HOLIDAY, INK, LOAD, PAGE, REST, SECOND, TINTS
from desktop_app.paint.fonts import text_font
from desktop_app.paint.gantt import paint_gantt
from desktop_app.paint.gantt_bars import bars_in_sight
from desktop_app.paint.gantt_ground import GroundLaid, ground_drawn
from desktop_app.paint.gantt_hatch import hatch_laid
from desktop_app.paint.gantt_labels import slip_of
from desktop_app.paint.gantt_view import Columns, Face, Placed, View, type_of, write_elided
from desktop_app.paint.legend import legend_height, marks_of, paint_legend, set_legend, words
from desktop_app.reports.gantt_scene import Bar, Group, Row, Scene, Step, Was
from desktop_app.reports.gantt_scene_axis import DAYS_SHOWN, SCALES, Scale, axis_of
from desktop_app.reports.gantt_scene_days import Due, Load, Rest
from desktop_app.reports.gantt_scene_layout import spread_over
from desktop_app.texts import gantt as texts

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
ROW, TABLE, HEADER = 28, 200, 40
DAYS = st.dates(FIRST, LAST)


def day(month: int, number: int) -> int:
    return date(2026, month, number).toordinal()


def bar(start: int, end: int, **more: object) -> Bar:
    """A bar that nothing is said of but its days."""
    return Bar(1, 0, "", "", "", start, end, None, None, "green", "", "", False, ())._replace(**more)


def scene_of(*rows: Row, scale: Scale = "year", **more: object) -> Scene:
    """A scene of these rows over 2026, its as-of day out of sight."""
    as_of = date(2025, 1, 1).toordinal()
    return Scene("图", as_of, scale, "unit", axis_of(FIRST, LAST, scale), rows)._replace(**more)


def view_of(scene: Scene, first: int | None = None, width: int = 900) -> View:
    """A view whose time side shows the scale's days from `first` on."""
    start = first or scene.axis.first
    spread = spread_over(start, start + DAYS_SHOWN[scene.scale] - 1, TABLE, width - TABLE)
    area = QRectF(0, 0, width, HEADER + ROW * max(len(scene.rows), 1))
    ways = write_elided, hatch_laid, GroundLaid()
    return View(area, HEADER, Columns(30, 110, 60), spread, type_of(text_font(12), 12), *ways)


def painted(scene: Scene, view: View) -> QImage:
    """The scene on a picture."""
    image = QImage(view.area.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    rows = [Placed(place, row, HEADER + ROW * place, ROW) for place, row in enumerate(scene.rows)]
    paint_gantt(painter, scene, rows, view)
    painter.end()
    return image


def at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(round(x), round(y)).name().upper()


@pytest.fixture(autouse=True)
def application() -> None:
    """Fonts need Qt's application."""
    ready()


@given(days=st.tuples(DAYS, DAYS).map(sorted), was=st.tuples(DAYS, DAYS).map(sorted), scale=st.sampled_from(SCALES))
def test_the_plan_as_issued_lies_on_its_own_days_under_the_bar(days: list, was: list, scale: Scale) -> None:
    issued = Was(was[0].toordinal(), was[1].toordinal())
    scene = scene_of(bar(days[0].toordinal(), days[1].toordinal(), was=issued), scale=scale)
    view = view_of(scene)
    for drawn in bars_in_sight([Placed(0, scene.rows[0], 0.0, ROW)], view):
        assert drawn.was is not None
        assert drawn.was.left() == pytest.approx(view.spread.x(issued.start))
        assert drawn.was.right() == pytest.approx(view.spread.x(issued.end + 1))
        assert drawn.box.bottom() <= drawn.was.top() and drawn.was.bottom() <= ROW
        assert drawn.was.height() < drawn.box.height() / 3


def test_a_bar_that_left_the_sight_still_shows_where_it_lay() -> None:
    moved = bar(day(10, 1), day(11, 30), was=Was(day(3, 1), day(4, 30)))
    scene = scene_of(moved, scale="quarter")
    view = view_of(scene, day(2, 1))
    image = painted(scene, view)
    assert at(image, view.spread.x(day(4, 1)), HEADER + 26) == SECOND


@pytest.mark.parametrize(("end", "said"), [(day(9, 30), "晚31天"), (day(8, 1), "早29天"), (day(8, 30), "")])
def test_the_slip_is_told_in_days(end: int, said: str) -> None:
    assert slip_of(bar(day(1, 1), end, was=Was(day(1, 1), day(8, 30)))) == said


def test_beyond_the_day_meant_in_principle_the_bar_is_white() -> None:
    scene = scene_of(bar(day(1, 1), day(12, 31), soft=day(9, 30)))
    view = view_of(scene)
    image = painted(scene, view)
    y = HEADER + 18
    assert at(image, view.spread.x(day(8, 15)), y) == TINTS["green"]
    assert at(image, view.spread.x(day(11, 15)), y) == PAGE


@given(soft=DAYS, days=st.tuples(DAYS, DAYS).map(sorted), done=st.none() | st.floats(0, 100))
def test_a_soft_end_anywhere_keeps_the_bar_within_its_days(soft: date, days: list, done: float | None) -> None:
    from desktop_app.paint.gantt_bars import bar_rects

    scene = scene_of(bar(days[0].toordinal(), days[1].toordinal(), soft=soft.toordinal(), done=done))
    view = view_of(scene)
    start, end = view.spread.x(days[0].toordinal()), view.spread.x(days[1].toordinal() + 1)
    for rects in bar_rects(bars_in_sight([Placed(0, scene.rows[0], 0.0, ROW)], view), view):
        for box in (box for boxes in rects.values() for box in boxes):
            assert start - 1e-6 <= box.left() <= box.right() <= end + 1e-6


def test_a_deadline_that_was_said_has_a_flag_and_one_by_default_has_none() -> None:
    said, by_default = bar(day(1, 1), day(6, 30), due=True), bar(day(1, 1), day(6, 30))
    view = view_of(scene_of(said))
    x = view.spread.x(day(7, 1)) + 3
    ink = {name: at(painted(scene_of(row), view), x, HEADER + 5) for name, row in (("a", said), ("b", by_default))}
    assert QColor(ink["a"]).lightness() < 128 and ink["b"] == PAGE
    soft_only = bar(day(1, 1), day(6, 30), due=True, soft=day(6, 30))
    assert QColor(at(painted(scene_of(soft_only), view), x, HEADER + 5)).lightness() > 128


def test_recurring_duties_are_ticks_and_nodes_diamonds() -> None:
    steps = (Step(day(3, 31), "每季度1次", True), Step(day(9, 30), "验收"))
    row = bar(day(1, 1), day(12, 31), nodes=steps)
    view = view_of(scene_of(row))
    image, plain = painted(scene_of(row), view), painted(scene_of(row._replace(nodes=())), view)

    def width_at(number: int, y: int) -> int:
        x = round(view.spread.x(number + 1))
        return sum(at(image, near, y) != at(plain, near, y) for near in range(x - 8, x + 9))

    assert 2 <= width_at(day(3, 31), HEADER + 18) <= 5
    assert width_at(day(9, 30), HEADER + 14) >= 7
    assert width_at(day(3, 31), HEADER + 9) == 0  # a tick hangs at the bar's foot


def test_days_of_rest_are_shaded_by_kind_and_scale() -> None:
    rest = (Rest(day(10, 1), day(10, 7), "holiday"), Rest(day(10, 10), day(10, 10), "work"))
    rest += (Rest(day(10, 17), day(10, 18), "weekend"),)
    fine, coarse = scene_of(bar(day(1, 1), day(1, 2)), scale="month", rest=rest), scene_of(bar(1, 2), rest=rest)
    view = view_of(fine, day(10, 1))
    image = painted(fine, view)
    grounds = [at(image, view.spread.x(day(10, number) + 0.5), HEADER + 14) for number in (3, 10, 17, 20)]
    assert grounds == [HOLIDAY, PAGE, REST, PAGE]
    assert at(image, view.spread.x(day(10, 10) + 0.5), HEADER - 2) == INK  # a worked Saturday is underlined
    view = view_of(coarse)
    image = painted(coarse, view)
    assert at(image, view.spread.x(day(10, 4)), HEADER + 14) == HOLIDAY
    assert at(image, view.spread.x(day(10, 18)), HEADER + 14) == PAGE  # too narrow to be told apart


def test_due_days_of_forms_are_lines_with_a_wedge() -> None:
    empty = bar(day(1, 1), day(1, 2))
    scene = scene_of(empty, dues=(Due(day(6, 25), "6月填报"),))
    view = view_of(scene)
    image, plain = painted(scene, view), painted(scene_of(empty), view)
    x = round(view.spread.x(day(6, 26)))
    column = [
        y for y in range(HEADER, HEADER + ROW) if any(at(image, x + n, y) != at(plain, x + n, y) for n in (-1, 0))
    ]
    assert 10 <= len(column) < ROW
    assert at(image, x, HEADER - 4) == INK


def test_a_header_row_shows_the_load_of_its_months() -> None:
    months = [Load(day(m, 1), day(m + 1, 1) - 1 if m < 12 else day(12, 31), m % 3, 0) for m in range(1, 13)]
    group = Group("养老科", (("green", 3),), tuple(months))
    scene = scene_of(group)
    view = view_of(scene, width=1400)
    image = painted(scene, view)
    for month in months:
        middle = view.spread.x((month.first + month.last) / 2) - 15
        assert (at(image, middle, HEADER + ROW - 4) == LOAD) == (month.running > 0)


def test_the_legend_names_what_the_chart_has_and_wraps_within_its_width() -> None:
    every = bar(day(1, 1), day(9, 30), expected=50.0, late=True, due=True, was=Was(day(1, 1), day(8, 30)))
    nodes = (Step(day(3, 31), "甲"), Step(day(4, 30), "乙", True))
    rows = (Group("甲", (), (Load(day(1, 1), day(1, 31), 1, 0),)), every._replace(nodes=nodes, soft=day(8, 1)))
    rest = (Rest(day(1, 3), day(1, 4), "weekend"), Rest(day(1, 10), day(1, 10), "work"))
    scene = scene_of(*rows, scale="week", dues=(Due(day(1, 5), ""),), rest=rest)
    assert list(words(marks_of(scene)))[5:] == list(texts.MARKS.values())
    assert list(words(marks_of(scene_of(bar(day(1, 1), day(2, 1)))))) == list(texts.LEGEND.values())
    face = Face(text_font(12))
    entries = set_legend(marks_of(scene), 300, face)
    assert entries[-1].line >= 2 and all(entry.x < 300 for entry in entries)
    image = QImage(420, round(legend_height(entries, face)) + 4, QImage.Format.Format_RGB32)
    image.fill(QColor(PAGE))
    painter = QPainter(image)
    paint_legend(painter, entries, QPointF(0, 0), face)
    painter.end()
    for entry in entries:
        top = round(entry.line * legend_height(entries, face) / (entries[-1].line + 1))
        signs = {at(image, entry.x + x, top + y) for x in range(12) for y in range(20)}
        assert signs != {PAGE}, entry


@given(st.integers(0, 360), st.integers(40, 200))
def test_painting_a_part_gives_the_same_pixels_as_painting_all(start: int, width: int) -> None:
    rows = [
        bar(day(1, 1) + 30 * n, day(3, 1) + 30 * n, late=n % 2 == 0, due=True, done=40.0, was=Was(day(1, 1), day(5, 1)))
        for n in range(6)
    ]
    scene = scene_of(Group("一、很长很长的板块名称，长过左边的表格", (("red", 2),)), *rows)
    view = view_of(scene)
    whole, part = painted(scene, view), painted(scene, view)
    dirty = QRectF(TABLE + start, 0, width, view.area.height())
    painter = QPainter(part)
    placed = [Placed(place, row, HEADER + ROW * place, ROW) for place, row in enumerate(scene.rows)]
    paint_gantt(painter, scene, placed, view._replace(dirty=dirty))
    painter.end()
    assert part == whole


@given(days=st.tuples(DAYS, DAYS).map(sorted), was=DAYS, done=st.none() | st.floats(0, 100), late=st.booleans())
def test_the_slip_always_stands_in_sight(days: list, was: date, done: float | None, late: bool) -> None:
    start, end = days[0].toordinal(), days[1].toordinal()
    issued = Was(min(start, was.toordinal()), was.toordinal())
    row = bar(start, end, done=done, late=late, was=issued, due=True, word="正常")
    view = view_of(scene_of(row))
    drawn: list[tuple[float, float, str]] = []

    class Watched(Face):
        def draw(self, painter: QPainter, x: float, middle: float, text: str) -> None:
            drawn.append((x, x + self.width(text), text))

    watched = view._replace(type=view.type._replace(small=Watched(view.type.small.font)))
    painted(scene_of(row), watched)
    for left, right, text in drawn:
        if text == slip_of(row):
            assert view.time.left() <= left and right <= view.time.right()
    assert (slip_of(row) in [text for *_, text in drawn]) == bool(slip_of(row))


@pytest.mark.parametrize("scale", ["year", "month"])
def test_the_ground_is_the_same_laid_and_drawn_and_follows_what_is_in_sight(scale: Scale) -> None:
    rest = (Rest(day(1, 1), day(1, 4), "holiday"), Rest(day(1, 10), day(1, 11), "weekend"))
    scene = scene_of(bar(day(2, 1), day(3, 1)), scale=scale, rest=rest)
    view = view_of(scene)
    laid = painted(scene, view)
    assert laid == painted(scene, view._replace(ground=ground_drawn))
    later = view._replace(spread=view.spread._replace(left=view.spread.left - 40))
    assert painted(scene, later) == painted(scene, later._replace(ground=ground_drawn)) != laid


def test_days_of_rest_shine_through_the_chosen_row() -> None:
    scene = scene_of(bar(day(6, 1), day(7, 1)), rest=(Rest(day(2, 1), day(2, 20), "holiday"),))
    view = view_of(scene)._replace(chosen=0)
    image, x = painted(scene, view), view.spread.x(day(2, 10))
    assert at(image, x, HEADER + 5) not in (HOLIDAY, at(image, view.spread.x(day(3, 10)), HEADER + 5))
