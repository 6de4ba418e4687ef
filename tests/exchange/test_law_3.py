"""Write, fill, read and merge is the identity on answers, whatever they are; and once more is no change (law 3)."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from desktop_app import clock
from desktop_app.domain.values import of_field
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_words import says_nothing
from desktop_app.exchange.sheet_layout import MARK_PROPERTY
from desktop_app.store.store import open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, collect
from tests.exchange.returns import CARE, MEALS, answer, fill, send

# What openpyxl refuses to write and Excel cannot hold.
words = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="￾￿"), min_size=1, max_size=60)
sentences = words.filter(lambda text: text.strip() and not text.startswith(("=", "#")) and "_x" not in text.lower())
sentences = sentences.filter(lambda text: not says_nothing(text))
answers = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from([texts.PROGRESS, texts.FINISHED]),
        "percent": st.floats(1.01, 100).map(lambda n: round(n, 4)) | st.integers(2, 100) | st.just(0),
        "text": sentences | st.sampled_from(["+86", "-5", "@甲", "'引号", "多行\n文字", "60%", "2026-06-30"]),
        "finished_on": st.dates(date(2026, 1, 1), date(2026, 6, 30)),
        "problems": sentences,
    },
).filter(lambda said: said.get("status") != texts.FINISHED or said.get("percent") == 100)


def whole(said: dict[str, Any]) -> dict[str, Any]:
    """The answers without those that are asked about: that contradict each other, or are a rate among words alone."""
    if "percent" not in said and "%" in folded(said.get("text", "")):
        said = {field: value for field, value in said.items() if field != "text"}
    if said.get("percent", 100) != 100:
        said = {field: value for field, value in said.items() if field != "finished_on"}
    return said


def saved_by_xlsxwriter(form: Path, path: Path, said: dict[str, Any]) -> Path:
    """The filled form as another program writes it anew: values only, and the form's mark."""
    book: Any = load_workbook(form)
    answer(book[texts.SHEET], {MEALS: said})
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as copy:
        sheet, day = copy.add_worksheet("Sheet1"), copy.add_format({"num_format": "yyyy/m/d"})
        for line, row in enumerate(book[texts.SHEET].iter_rows(values_only=True)):
            for place, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(line, place, value, day)
                elif isinstance(value, str):
                    sheet.write_string(line, place, value)
                else:
                    sheet.write(line, place, value)
        copy.set_custom_property(MARK_PROPERTY, book.custom_doc_props[MARK_PROPERTY].value)
    return path


@given(said=answers.map(whole))
@settings(max_examples=40)
@pytest.mark.parametrize("program", ["openpyxl", "xlsxwriter"])
def test_law_3_write_fill_read_is_the_identity_on_answers(
    tmp_path_factory: pytest.TempPathFactory, program: str, said: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("law3")
    with clock.on_day(date(2026, 6, 8)), open_ledger(folder / "ledger") as store:
        form = send(store, folder / "out").forms[CARE]
        if program == "openpyxl":
            path = fill(form, folder / "a.xlsx", {MEALS: said})
        else:
            path = saved_by_xlsxwriter(form, folder / "a.xlsx", said)
        collected = collect(store, [path])
        assert collected.questions == []
        apply_collected(store, collected)
        reports = store.snapshot().tables["report"].values()
        canonical = {field: of_field("report", field, value) for field, value in said.items()}
        expected = {field: value for field, value in canonical.items() if value is not None}
        found = [{f: v for f, v in r._asdict().items() if v is not None and f not in ("key", "row")} for r in reports]
        assert found == ([expected] if expected else [])
        before = store.logical_dump()
        for untouched in (path, form):
            apply_collected(store, collect(store, [untouched]))
        assert store.logical_dump() == before
