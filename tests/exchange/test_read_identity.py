"""Write, change the layout in any number of ways, save in any format, read: the answers are what was typed."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app import clock
from desktop_app.domain.values import of_field
from desktop_app.exchange.read_days import read_day
from desktop_app.exchange.read_forms import read_form
from desktop_app.exchange.read_values import read_percent, read_status, read_text
from desktop_app.exchange.read_words import is_alone
from desktop_app.store.store import open_ledger
from desktop_app.texts import exchange as texts
from tests.exchange import damage_layout as layout
from tests.exchange.damage import TODAY
from tests.exchange.damage_files import csv_in_gbk, one_xml_file, page_named_xls, table_in_word
from tests.exchange.damage_forms import Filled, title_of, usual
from tests.exchange.damage_kinds import Damage

AS_OF = date(2026, 6, 30)
# In an order in which each still finds what it changes.
CHANGES = [
    layout.title_rows_added,
    layout.column_added_left,
    layout.columns_added_between,
    layout.locked_columns_deleted,
    layout.rows_sorted_whole,
    layout.columns_swapped,
    layout.blank_rows_inserted,
    layout.headings_of_blocks_inserted,
    layout.row_doubled,
    layout.hidden_sheet_deleted,
    layout.hidden_column_deleted,
    layout.header_below_a_group,
    layout.headers_in_other_words,
    layout.other_sheets_before,
    layout.sheet_renamed,
]
FORMATS: list[Callable[[Filled], Damage] | None] = [None, csv_in_gbk, page_named_xls, one_xml_file, table_in_word]
# What every one of these formats can hold; a web page and a spreadsheet run blanks together, and a bare number among
# words is asked about where the file has no cells of numbers.
words = st.text(st.sampled_from("新建助餐点完成选址签约3处，“”（）%:;,.-\"'<&>1a"), min_size=2, max_size=30).filter(
    lambda text: (
        text == text.strip() and not text.startswith(("=", "'", "#")) and not text.endswith("'") and not is_alone(text)
    )
)
answers = st.fixed_dictionaries(
    {"text": words},
    optional={
        "status": st.sampled_from([texts.PROGRESS, texts.FINISHED, texts.SAME_AS_LAST]),
        "percent": st.integers(2, 100),
        "finished_on": st.dates(date(2026, 1, 1), date(2026, 6, 30)),
        "problems": words,
    },
)
READERS = {"status": read_status, "text": read_text, "percent": read_percent, "problems": read_text}


class Book(Filled):
    """A filled form whose layout was changed already."""

    changed: Any

    def book(self) -> Any:
        """The changed book."""
        return self.changed


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("identity")
    with clock.on_day(TODAY), open_ledger(folder / "ledger") as store:
        yield usual(store, folder)


def read_back(data: bytes) -> dict[str, dict[str, Any]]:
    """The values of the rows by title; none may be in doubt."""
    found: dict[str, dict[str, Any]] = {}
    for row in read_form(data, "x").rows:
        for field, cell in row.cells.items():
            reading = read_day(cell.typed, AS_OF) if field == "finished_on" else READERS[field](cell.typed)
            assert (cell.doubt, cell.unsure, reading.doubt) == (None, None, None)
            assert found.setdefault(row.title, {}).setdefault(field, reading.value) == reading.value
    return found


@given(
    said=st.lists(answers, min_size=7, max_size=7),
    changes=st.sets(st.integers(0, len(CHANGES) - 1), max_size=5),
    saved=st.sampled_from(FORMATS),
)
@settings(max_examples=25, deadline=None)
def test_answers_survive_any_layout_and_format(
    blank: Filled,
    said: list[dict[str, Any]],
    changes: set[int],
    saved: Callable[[Filled], Damage] | None,
) -> None:
    given_answers = {title_of(place): fields for place, fields in enumerate(said)}
    filled = blank._replace(answers={**given_answers, title_of(7): {}})
    book = filled.book()
    sheet = book[texts.SHEET]
    for place in sorted(changes):
        CHANGES[place](sheet, filled)
    if saved is None:
        held = io.BytesIO()
        book.save(held)
        data = held.getvalue()
    else:
        sheet.title = texts.SHEET
        made = Book(*filled)
        made.changed = book
        data = Path(saved(made).paths[0]).read_bytes()
    expected = {
        title: {field: of_field("report", field, value) for field, value in fields.items()}
        for title, fields in given_answers.items()
    }
    assert read_back(data) == expected
