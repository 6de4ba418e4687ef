"""Columns that stand together under one header, merged over them or not, with times below it."""

import io
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app.exchange.read_forms import ReturnedForm, read_form

HEAD = ["序号", "重点任务", "进展情况", "完成率(%)", None, "存在问题"]


def form_with(times: list[str | None], *rates: tuple[Any, Any], merged: bool = True) -> ReturnedForm:
    """A form whose rate has two columns, and a row for each pair of rates."""
    book = Workbook()
    sheet: Any = book.active
    sheet.append(HEAD)
    sheet.append([None, None, None, *times])
    for number, pair in enumerate(rates, 1):
        sheet.append([number, f"修缮凉亭{number}处", "铺瓦一半", *pair])
    if merged:
        sheet.merge_cells("D1:E1")
    held = io.BytesIO()
    book.save(held)
    return read_form(held.getvalue(), "x")


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    "times", [["上月", "本月"], ["本月", "上月"], ["4月", "5月"], ["本期", "累计"], ["累计", "上季度末"]]
)
def test_the_newest_of_two_times_is_read_and_the_other_asked(times: list[str | None], merged: bool) -> None:
    newest = max(range(2), key=lambda place: times[place] in ("本月", "5月", "累计"))
    pairs = [(20, 35), (None, 35), (35, 35), (20, None)]
    form = form_with(times, *(pair[:: 1 if newest else -1] for pair in pairs), merged=merged)
    read = [(cell.typed.raw, bool(cell.unsure)) for cell in (row.cells["percent"] for row in form.rows)]
    assert read == [(35.0, True), (35.0, False), (35.0, False), (20.0, True)]


def test_a_line_of_other_words_is_no_part_of_the_header() -> None:
    form = form_with(["上月补报", "本月"], (20, 35))
    assert [row.line for row in form.rows] == [1, 2]
