"""The ledger's workbook, read back: what it says, how it is merged and how it will print."""

import errno
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.errors import Refused
from desktop_app.exchange import ledger_layout as layout
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.export import export_snapshot
from tests.builders import answer, plan_with, round_of

GOLDEN = Path(__file__).with_name("ledger_sheet.json")
JUNE_END = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def small_ledger(store: Store) -> None:
    """Three sections; leads alone and together; an action; every kind of light; words that look like formulas."""
    built = plan_with(
        store,
        {
            "section": "一、养老服务",
            "title": "新增家庭养老床位",
            "text": "依托专业机构上门服务，" * 6,
            "lead": "养老科",
            "co": ["财务科", "各镇街"],
            "leader": "分管副局长",
            "targets": [{"phrase": "新增床位60张"}, {"item": "培训", "value": 1200, "unit": "人次"}],
        },
        {"section": "一、养老服务", "title": "=助餐点", "lead": ["养老科", "财务科"], "deadline": "2026-06-30"},
        {"section": "二、社会救助", "title": "+提标扩面", "lead": "救助科", "note": "@备注"},
        {
            "section": "二、社会救助",
            "title": "主动发现",
            "lead": "救助科",
            "deadline": None,
            "deadline_raw": "长期坚持",
        },
        {"section": "二、社会救助", "title": "资金监管", "deadline": "2026-05-31", "no": None},
        {"section": "三、基层治理", "title": "地名管理", "lead": "救助科", "state": "closed"},
    )
    action = {"section": "一、养老服务", "parent": built.tasks[0], "title": "选定点位", "text": "三月底前"}
    plan_with(store, {**action, "section": "一、养老服务", "deadline": "2026-03-31", "no": None})
    units, tasks = built.units, built.tasks
    leads = [(0, "养老科"), (1, "养老科"), (1, "财务科"), (2, "救助科"), (3, "救助科")]
    may = round_of(store, "2026-05", [(tasks[n], units[unit]) for n, unit in leads])
    june = round_of(store, "2026-06", [(tasks[n], units[unit]) for n, unit in leads])
    answer(store, may[4], percent=50, text="已走访200户")
    answer(store, june[0], percent=52.5, text="建成\n32张", problems="=缺\x07人手")
    answer(store, june[1], percent=100, text="建成2个")
    answer(store, june[2], percent=90, text="-资金到位")
    answer(store, june[3], percent=10, text="=测算中")


def written(store: Store, path: Path) -> Workbook:
    export_snapshot(store.snapshot(), JUNE_END, path)
    return load_workbook(path)


def colour(cell: Any) -> str | None:
    return cell.font.color.rgb if cell.font.color and isinstance(cell.font.color.rgb, str) else None


def described(sheet: Worksheet) -> dict[str, Any]:
    """A sheet as plain data: the cells that say something with their look, merged areas, sizes, print set-up."""
    cells = {
        cell.coordinate: [
            cell.value,
            cell.data_type,
            cell.font.name,
            cell.font.sz,
            cell.alignment.horizontal,
            colour(cell),
        ]
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    return {
        "cells": cells,
        "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
        "widths": {letter: round(size.width, 2) for letter, size in sheet.column_dimensions.items()},
        "heights": {number: size.height for number, size in sheet.row_dimensions.items() if size.height},
        "print": {
            "paper": sheet.page_setup.paperSize,
            "orientation": sheet.page_setup.orientation,
            "fit": [
                sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage,
                sheet.page_setup.fitToWidth,
                sheet.page_setup.fitToHeight,
            ],
            "titles": sheet.print_title_rows,
            "footer": footer_of(sheet),
            "margins": [sheet.page_margins.left, sheet.page_margins.top, sheet.page_margins.bottom],
            "frozen": sheet.freeze_panes,
        },
    }


def test_workbook_is_as_recorded(store: Store, tmp_path: Path) -> None:
    small_ledger(store)
    book = written(store, tmp_path / "台账.xlsx")
    found = json.loads(json.dumps({sheet.title: described(sheet) for sheet in book.worksheets}))
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_words_that_look_like_formulas_stay_words(store: Store, tmp_path: Path) -> None:
    small_ledger(store)
    sheet = written(store, tmp_path / "台账.xlsx")["督办台账"]
    words = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    for said in ("=助餐点", "+提标扩面", "@备注", "=缺人手", "=测算中"):
        assert words[said] == "s"
    assert "f" not in words.values()


def test_every_cell_has_borders_and_wraps(store: Store, tmp_path: Path) -> None:
    small_ledger(store)
    sheet = written(store, tmp_path / "台账.xlsx")["督办台账"]
    for cell in (cell for row in sheet.iter_rows(min_row=3) for cell in row if not isinstance(cell, MergedCell)):
        sides = cell.border.left, cell.border.right, cell.border.top, cell.border.bottom
        assert [side.style for side in sides] == ["thin"] * 4
        assert cell.alignment.wrap_text


def footer_of(sheet: Any) -> str:
    return sheet.oddFooter.center.text


def shown(value: object) -> str | float | None:
    return value if isinstance(value, str | float | int) else None


def test_each_page_is_full_and_begins_with_its_section(store: Store, tmp_path: Path) -> None:
    plan_with(store, *[{"section": f"{n // 9}、板块", "text": "内容文字" * (10 + n % 7 * 9)} for n in range(60)])
    sheet = written(store, tmp_path / "台账.xlsx")["督办台账"]
    rows = range(4, 64)
    points = {row: sheet.row_dimensions[row].height for row in rows}
    wide = layout.widths([[shown(cell.value) for cell in row] for row in sheet.iter_rows(min_row=4)])
    room = layout.page_room(wide)
    page = layout.pages([points[row] - 0.75 for row in rows], room)
    assert page[-1] >= 3
    for number in range(page[-1]):
        on_it = [row for row, its in zip(rows, page, strict=True) if its == number]
        head = sum(layout.HEAD_POINTS) if number == 0 else layout.HEAD_POINTS[-1]
        assert room - 10 < head + sum(points[row] for row in on_it) < room + 10
        assert sheet.cell(on_it[0], 2).value
    spans = [area for area in sheet.merged_cells.ranges if area.min_col == 2]
    assert all(page[area.min_row - 4] == page[area.max_row - 4] for area in spans)


def test_counts_add_up(store: Store, tmp_path: Path) -> None:
    small_ledger(store)
    path = tmp_path / "台账.xlsx"
    export_snapshot(store.snapshot(), JUNE_END, path)
    rows = [list(row) for row in load_workbook(path, data_only=True)["统计"].iter_rows(values_only=True)]
    totals = [row for row in rows if row[0] == "合计"]
    assert totals[0][1:3] == [6, 100]
    assert totals[1][1] == totals[2][1] == 6
    for row in rows:
        if row[0] in ("养老科", "救助科", "未指定牵头单位", "养老服务", "社会救助", "基层治理"):
            assert row[1] == sum(int(str(count)) for count in row[2:])


def test_an_empty_ledger_is_a_sheet_with_a_header(store: Store, tmp_path: Path) -> None:
    book = written(store, tmp_path / "台账.xlsx")
    assert [cell.value for cell in book["督办台账"][3]] == [column.header for column in layout.COLUMNS]
    assert book["督办台账"]["A2"].value == "截至2026年6月30日，共0项任务"


@given(st.text("长文字ab1，。\n", max_size=400), st.floats(3, 30))
def test_a_text_fits_the_lines_it_is_given(text: str, width: float) -> None:
    needed = 0
    for part in text.split("\n"):
        column, lines = 0.0, 1
        for letter in part:
            size = 1 if letter.isascii() else 2
            if column + size > 2 * width:
                column, lines = 0, lines + 1
            column += size
        needed += lines
    assert layout.text_lines(text, width) >= needed


def test_the_longest_text_is_set_smaller() -> None:
    sizes = [layout.font_size("字" * length, 18) for length in (100, 460, 600, 1000, 5000)]
    assert sizes == [10, 10, 8, 6.5, 5]


def test_a_column_that_is_empty_leaves_its_room_to_others() -> None:
    full = [["字"] * len(layout.COLUMNS)]
    bare = [["字"] * len(layout.COLUMNS)]
    bare[0][layout.PLACES["leader"]] = ""
    some, more = layout.widths(full), layout.widths(bare)
    assert more[layout.PLACES["leader"]] < some[layout.PLACES["leader"]]
    assert more[layout.PLACES["content"]] > some[layout.PLACES["content"]]
    assert sum(more) == pytest.approx(sum(some))


def test_a_full_temporary_folder_is_told(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """XlsxWriter wraps what the disk says into an error of its own, which is no OSError."""
    small_ledger(store)
    path = tmp_path / "台账.xlsx"

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.Workbook._store_workbook", full)
    with pytest.raises(Refused, match="磁盘空间不足"):
        export_snapshot(store.snapshot(), JUNE_END, path)
    assert not path.exists() and list(tmp_path.glob(".~*")) == []
