"""The Gantt painter: pixels and rectangles against the days of the scene, on any surface."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.paint.application import ready
from desktop_app.paint.colours import LIGHTS, TINTS
from desktop_app.paint.fonts import family, text_font
from desktop_app.paint.gantt import paint_gantt
from desktop_app.paint.gantt_bars import bar_rects, bars_in_sight
from desktop_app.paint.gantt_ground import GroundLaid
from desktop_app.paint.gantt_hatch import hatch_laid
from desktop_app.paint.gantt_labels import label_of
from desktop_app.paint.gantt_view import Columns, Placed, View, type_of, write_elided
from desktop_app.paint.shapes import light_path
from desktop_app.reports.gantt_scene import Bar, Group, Row, Scene, Step
from desktop_app.reports.gantt_scene_axis import DAYS_SHOWN, SCALES, Scale, axis_of
from desktop_app.reports.gantt_scene_layout import spread_over

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
ROW, TABLE = 28, 200


def bar(start: date, end: date, done: float | None = 50.0, light: str = "amber", **more: object) -> Bar:
    """A late bar between two days."""
    days = (start.toordinal(), end.toordinal())
    made = Bar(1, 0, "1", "建设长者食堂", "养老科", *days, done, 60.0, light, "滞后", "原因", True, ())
    return made._replace(**more)


def scene_of(*rows: Row, scale: Scale = "year", as_of: date = date(2026, 6, 27)) -> Scene:
    """A scene of these rows over 2026."""
    return Scene("图", as_of.toordinal(), scale, "section", axis_of(FIRST, LAST, scale), rows)


def view_of(scene: Scene, width: int = 900, left: float = 0.0) -> View:
    """A view whose time side shows the first days of the scale, moved to the left by `left`."""
    days = min(DAYS_SHOWN[scene.scale], scene.axis.last - scene.axis.first + 1)
    spread = spread_over(scene.axis.first, scene.axis.first + days - 1, TABLE - left, width - TABLE)
    area = QRectF(0, 0, width, 40 + ROW * len(scene.rows))
    ways = write_elided, hatch_laid, GroundLaid()
    return View(area, 40, Columns(30, 110, 60), spread, type_of(text_font(12), 12), *ways)


def placed(scene: Scene) -> list[Placed]:
    """All rows, one under the other."""
    return [Placed(place, row, 40 + ROW * place, ROW) for place, row in enumerate(scene.rows)]


def painted(scene: Scene, view: View) -> QImage:
    """The scene on a picture."""
    image = QImage(view.area.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_gantt(painter, scene, placed(scene), view)
    painter.end()
    return image


@pytest.fixture(autouse=True)
def application() -> None:
    """Fonts need Qt's application."""
    ready()


@given(
    days=st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST)).map(sorted),
    done=st.none() | st.floats(0, 100),
    scale=st.sampled_from(SCALES),
    width=st.integers(320, 2000),
    left=st.floats(0, 3000),
)
def test_no_rectangle_of_a_bar_leaves_its_days(
    days: list[date], done: float | None, scale: Scale, width: int, left: float
) -> None:
    scene = scene_of(bar(days[0], days[1], done), scale=scale)
    view = view_of(scene, width, left)
    start, end = view.spread.x(days[0].toordinal()), view.spread.x(days[1].toordinal() + 1)
    for rects in bar_rects(bars_in_sight(placed(scene), view), view):
        for box in (box for boxes in rects.values() for box in boxes):
            assert start - 1e-6 <= box.left() <= box.right() <= end + 1e-6


@given(days=st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST)).map(sorted), width=st.integers(500, 1400))
def test_beside_a_bar_the_paper_stays_white(days: list[date], width: int) -> None:
    scene = scene_of(bar(days[0], days[1], 100.0, expected=None), as_of=date(2025, 1, 1))
    view = view_of(scene, width)
    image = painted(scene, view)
    _, span, box, _ = bars_in_sight(placed(scene), view)[0]
    y = round(box.bottom()) - 2
    full = QColor(LIGHTS["amber"][0]).rgb()
    coloured = [x for x in range(TABLE + 1, width) if image.pixel(x, y) == full]
    label = view.type.small.width("100%") + 40
    if span.end - span.start > label:
        assert abs(min(coloured) - span.start) <= 1
        assert abs(max(coloured) + 1 - span.end) <= 1
    assert all(span.start - 1 <= x <= span.end or not span.end - span.start > label for x in coloured)


def test_done_part_is_full_and_the_rest_tinted() -> None:
    scene = scene_of(bar(FIRST, LAST, 50.0, late=False, expected=None), as_of=date(2025, 1, 1))
    view = view_of(scene)
    image = painted(scene, view)
    y = 40 + ROW // 2 + 4
    at = {share: image.pixelColor(round(TABLE + 700 * share), y).name().upper() for share in (0.4, 0.6)}
    assert at == {0.4: LIGHTS["amber"][0], 0.6: TINTS["amber"]}


def test_late_bar_is_hatched_so_that_black_and_white_shows_it() -> None:
    def greys(late: bool) -> set[int]:
        scene = scene_of(bar(FIRST, LAST, 50.0, late=late, expected=None), as_of=date(2025, 1, 1))
        image = painted(scene, view_of(scene)).convertToFormat(QImage.Format.Format_Grayscale8)
        return {image.pixelColor(x, 40 + ROW // 2 + 4).red() // 32 for x in range(700, 760)}

    assert len(greys(late=False)) == 1
    assert len(greys(late=True)) > 2


def test_every_light_has_a_shape_of_its_own() -> None:
    shapes = {light: light_path(light, QPointF(0, 0), 20.0) for light in LIGHTS}
    assert len({str(path.toFillPolygon().toList()) for path in shapes.values()}) == len(LIGHTS)
    assert all(QRectF(-10.01, -10.01, 20.02, 20.02).contains(path.boundingRect()) for path in shapes.values())


def test_node_expected_mark_and_as_of_line_are_painted_where_they_belong() -> None:
    empty = bar(FIRST, LAST, None, "green", late=False, expected=None)
    node = empty._replace(nodes=(Step(date(2026, 3, 31).toordinal(), "中期"),))
    plain, with_node = scene_of(empty, as_of=date(2025, 1, 1)), scene_of(node, as_of=date(2025, 1, 1))
    marked = scene_of(empty._replace(expected=50.0), as_of=date(2025, 1, 1))
    today = scene_of(empty, as_of=date(2026, 9, 30))
    view = view_of(plain)
    base = painted(plain, view)

    def changed_columns(scene: Scene) -> list[int]:
        image = painted(scene, view)
        y = range(40, 40 + ROW)
        return [x for x in range(TABLE, 900) if any(image.pixel(x, row) != base.pixel(x, row) for row in y)]

    for scene, x in (
        (with_node, view.spread.x(date(2026, 4, 1).toordinal())),
        (marked, TABLE + 350),
        (today, view.spread.x(date(2026, 10, 1).toordinal())),
    ):
        columns = changed_columns(scene)
        assert columns
        assert abs((columns[0] + columns[-1]) / 2 - x) <= 2


def test_label_is_the_figure_or_the_word() -> None:
    assert label_of(bar(FIRST, LAST, 62.5)) == "62.5%"
    assert label_of(bar(FIRST, LAST, None, "grey")._replace(word="未报")) == "未报"


def test_group_row_is_painted_over_the_whole_width() -> None:
    scene = scene_of(Group("一、为民服务", (("red", 2),)), bar(FIRST, LAST))
    image = painted(scene, view_of(scene))
    assert image.pixelColor(TABLE - 3, 43).name() == image.pixelColor(890, 43).name() == "#f6f8fa"


def test_the_first_installed_family_of_the_list_is_used() -> None:
    assert family() in {"Noto Sans CJK SC", "WenQuanYi Micro Hei"} or "Microsoft" in family() or family() == "SimSun"


@given(
    days=st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST)).map(sorted),
    done=st.integers(0, 100),
    late=st.booleans(),
    width=st.integers(500, 1400),
)
def test_a_bar_is_framed_all_round(days: list[date], done: int, late: bool, width: int) -> None:
    row = bar(days[0], days[1], float(done), expected=None)._replace(late=late)
    view = view_of(scene_of(row), width)
    image = painted(scene_of(row, as_of=date(2025, 1, 1)), view)
    (_, span, box, _), frame = bars_in_sight(placed(scene_of(row)), view)[0], QColor(LIGHTS["amber"][0]).rgb()
    if span.end - span.start > 160:
        middle = round(box.center().y())
        assert image.pixel(round(span.end) - 1, middle) == frame
        assert image.pixel(round(span.start), round(box.top())) == frame


def test_a_bar_of_a_day_is_seen_on_the_longest_axis() -> None:
    row = bar(date(2026, 5, 6), date(2026, 5, 6), None, "red", expected=None)
    view = view_of(scene_of(row), 400)
    tiny = view._replace(spread=spread_over(date(1990, 1, 1).toordinal(), date(2040, 1, 1).toordinal(), TABLE, 200))
    image = painted(scene_of(row, as_of=date(1995, 1, 1)), tiny)
    x = round(tiny.spread.x(row.start))
    red = QColor(LIGHTS["red"][0]).rgb()
    assert any(image.pixel(near, 40 + 14) == red for near in (x - 1, x, x + 1))


def test_a_figure_is_told_with_one_decimal_at_most() -> None:
    assert label_of(bar(FIRST, LAST, 100 / 3)) == "33.3%" and label_of(bar(FIRST, LAST, 50.0)) == "50%"
