"""Rows far below all others: moved up to be read, and told by where they stand."""

from typing import Any

import pytest

from desktop_app.errors import Refused
from desktop_app.exchange.read_workbook import read_book
from desktop_app.office.far_rows import MOST_FAR, gathered
from desktop_app.office.faults import Oversized
from desktop_app.office.workbook import read_workbook
from tests.office.test_workbooks import book, open_document, with_sheet

END = b"</sheetData>"


def below(*rows: int) -> bytes:
    return b"".join(b'<row r="%d"><c r="C%d"><v>%d</v></c></row>' % (n, n, n) for n in rows) + END


def test_far_rows_are_told_by_their_own_places() -> None:
    plain = read_workbook(book()).sheets[0]
    (sheet,) = read_workbook(with_sheet(book(), END, below(900_000, 1_048_576))).sheets
    assert dict(sheet.far) == {(899_999, 2): 900_000.0, (1_048_575, 2): 1_048_576.0}
    assert (sheet.grid, sheet.formats.percents) == (plain.grid, plain.formats.percents)


@pytest.mark.parametrize("rows", [range(20, 50_200), (40_000,), range(1_000_000, 1_000_000 + MOST_FAR + 1)])
def test_rows_without_a_gap_or_too_many_stay_where_they_are(rows: Any) -> None:
    xml = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>' + below(*rows)
    assert gathered(xml) == (xml, {})


def test_a_block_of_rows_at_the_end_of_the_world_is_too_large() -> None:
    with pytest.raises(Oversized):
        read_workbook(with_sheet(book(), END, below(*range(1_040_000, 1_040_200))))


def test_an_open_sheet_tells_far_cells() -> None:
    cell = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
        "</table:table-row>"
    )
    gap = '<table:table-row table:number-rows-repeated="{}"><table:table-cell/></table:table-row>'
    (sheet,) = read_workbook(open_document(cell.format("甲") + gap.format(999_999) + cell.format("。"))).sheets
    assert (sheet.grid, dict(sheet.far)) == ([["甲"]], {(1_000_000, 0): "。"})


def test_what_is_no_form_is_refused_with_the_place() -> None:
    with pytest.raises(Refused) as refused:
        read_book(with_sheet(book(), END, below(900_000)))
    assert "C900000" in refused.value.sentence
