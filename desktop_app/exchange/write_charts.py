"""The charts of the ledger's workbook as Excel's own: they can be restyled, and follow the figures beside them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.exchange.ledger_layout import HEAD_FILL
from desktop_app.exchange.ledger_paper import Charted
from desktop_app.texts import ledger_charts as texts
from desktop_app.texts import ledger_sheet as sheet_texts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

INK = "#000000"
WIDE, BASE, LINE, LEAST = 900, 110, 26, 240  # pixels
ROW = 20  # pixels of a row of the sheet
# a series by its key: colour, pattern; each is told apart without colour
LOOKS = {
    "done": ("#8FB4E3", None),
    "expected": ("#FFFFFF", "light_upward_diagonal"),
    "blue": ("#8FB4E3", "percent_20"),
    "green": ("#A5D6A7", None),
    "amber": ("#F2C478", "light_upward_diagonal"),
    "red": ("#D9706B", "outlined_diamond"),
    "grey": ("#E4E7EB", "light_downward_diagonal"),
}
# kind of chart: Excel's type and subtype
_TYPES = {
    "pace": ("bar", None),
    "stack": ("bar", "stacked"),
    "bars": ("bar", None),
    "lines": ("line", None),
    "columns": ("column", "stacked"),
}


def write_charts(book: "Workbook", charts: Sequence[Charted], title: str) -> None:
    """Add a sheet of charts and one of their figures; nothing where there are none."""
    if not charts:
        return
    sheet, data = book.add_worksheet(texts.SHEET), book.add_worksheet(texts.DATA_SHEET)
    for page in (sheet, data):
        page.set_paper(9)
        page.set_margins(0.4, 0.4, 0.6, 0.6)
        page.set_footer(sheet_texts.FOOTER)
        page.hide_gridlines(2)
        page.fit_to_pages(1, 0)
    font = {"font_name": sheet_texts.BODY_FONT, "font_size": 10.5, "valign": "vcenter"}
    head = book.add_format(
        {"font_name": sheet_texts.TITLE_FONT, "font_size": 18, "align": "center", "valign": "vcenter"}
    )
    sheet.set_row(0, 36)
    sheet.merge_range(0, 0, 0, 13, title, head)
    sheet.write_string(1, 0, texts.ABOUT, book.add_format(font))
    data.set_column(0, 0, 30)
    data.set_column(1, 9, 12)
    line, place = 0, 3
    for chart in charts:
        first = _figures(book, data, chart, line, font)
        high = _height(chart)
        sheet.insert_chart(place, 0, _chart(book, chart, first, high))
        place += high // ROW + 2
        line = first + len(chart.names) + 2


def _height(chart: Charted) -> int:
    across = _TYPES[chart.kind][0] == "bar"
    series = len(chart.series) if chart.kind == "pace" else 1
    return max(BASE + LINE * len(chart.names) * (1 + series) // 2, LEAST) if across else LEAST + 40


def _figures(book: "Workbook", sheet: "Worksheet", chart: Charted, line: int, font: dict[str, Any]) -> int:
    """The figures of a chart from this line on; the line of its first name."""
    cell = book.add_format({**font, "border": 1})
    head = book.add_format({**font, "border": 1, "bg_color": HEAD_FILL, "align": "center"})
    sheet.write_string(line, 0, chart.title, book.add_format({**font, "bold": True}))
    for place, name in enumerate((texts.NAME, *(name for _, name, _ in chart.series))):
        sheet.write_string(line + 1, place, name, head)
    for number, name in enumerate(chart.names):
        sheet.write_string(line + 2 + number, 0, name, cell)
        for place, (_, _, values) in enumerate(chart.series, 1):
            value = values[number]
            if value is None:
                sheet.write_blank(line + 2 + number, place, None, cell)
            else:
                sheet.write_number(line + 2 + number, place, value, cell)
    return line + 2


def _chart(book: "Workbook", chart: Charted, first: int, high: int) -> Any:
    kind, stacked = _TYPES[chart.kind]
    made: Any = book.add_chart({"type": kind, **({"subtype": stacked} if stacked else {})})
    last, name = first + len(chart.names) - 1, texts.DATA_SHEET
    for place, (key, _, _) in enumerate(chart.series, 1):
        made.add_series(
            {
                "name": [name, first - 1, place],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, place, last, place],
                "gap": 40,
                **_look(kind, key),
                "data_labels": _labels(chart.kind, key),
            }
        )
    made.set_title({"name": chart.title, "name_font": {"size": 12, "bold": False}, "overlay": False})
    made.set_legend({"position": "bottom"} if len(chart.series) > 1 else {"none": True})
    scale = {"min": 0, "max": 100} if chart.kind in ("pace", "lines") else {"min": 0}
    value_axis = {**scale, "major_gridlines": {"visible": True, "line": {"color": "#D8DEE4"}}}
    if kind == "bar":
        made.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        made.set_x_axis({**value_axis, "label_position": "high"})
    else:
        made.set_y_axis(value_axis)
    made.set_size({"width": WIDE, "height": high})
    return made


def _labels(kind: str, key: str) -> dict[str, Any]:
    """The figures at a series; none for a count of nothing."""
    told: dict[str, Any] = {"value": True, "font": {"size": 8}}
    if kind in ("stack", "columns"):
        return {**told, "num_format": "0;;", "fill": {"color": "#FFFFFF"}}
    return {**told, "position": "below" if key == "expected" else "above"} if kind == "lines" else told


def _look(kind: str, key: str) -> dict[str, Any]:
    colour, pattern = LOOKS[key]
    if kind == "line":
        dashes = {"dash_type": "dash"} if key == "expected" else {}
        marker = "square" if key == "expected" else "circle"
        return {
            "line": {"color": INK, "width": 1.5, **dashes},
            "marker": {"type": marker, "size": 6, "fill": {"color": INK}},
        }
    border = {"border": {"color": INK, "width": 0.75}}
    if pattern is None:
        return {"fill": {"color": colour}, **border}
    return {"pattern": {"pattern": pattern, "fg_color": INK, "bg_color": colour}, **border}
