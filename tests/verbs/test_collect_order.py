"""Files of one unit whose order is not told: asked about once a file, never decided by chance (law 4)."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.exchange.read_workbook import read_book
from desktop_app.store.store import Store
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import decide, pending
from tests.exchange.returns import BEDS, CARE, MEALS, Sent
from tests.verbs.test_collect import held, merge, returned


def timeless(path: Path) -> Path:
    """The workbook without the part that tells when it was saved, as an older format has none."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def percent(store: Store, sent: Sent) -> object:
    return held(store, sent.built.units[CARE], MEALS).get("percent")


@pytest.mark.parametrize("first_tells", [True, False])
def test_a_file_of_unknown_time_with_other_values_asks_once(store: Store, sent: Sent, first_tells: bool) -> None:
    first = returned(sent, "a", {MEALS: {"percent": 60, "text": "已开工"}})
    merge(store, first if first_tells else timeless(first))
    late = merge(store, timeless(returned(sent, "b", {MEALS: {"percent": 40, "text": "已选址"}})))
    (question,) = late.questions
    assert question.text == texts.AGE_UNKNOWN.format(count=2)
    assert percent(store, sent) == 60.0
    assert [q.theirs for q in pending(store)] == [question.theirs]
    decide(store, [(pending(store)[0], "take")])
    assert percent(store, sent) == 40.0
    assert pending(store) == []


def test_a_file_of_unknown_time_that_only_adds_is_taken(store: Store, sent: Sent) -> None:
    merge(store, returned(sent, "a", {MEALS: {"percent": 60}}))
    assert merge(store, timeless(returned(sent, "b", {BEDS: {"percent": 40}}))).questions == []
    assert held(store, sent.built.units[CARE], BEDS) == {"percent": 40.0}


@pytest.mark.parametrize("known_first", [True, False])
def test_in_one_call_a_file_of_unknown_time_leaves_both_open(store: Store, sent: Sent, known_first: bool) -> None:
    known = returned(sent, "b", {MEALS: {"percent": 60}})
    unknown = timeless(returned(sent, "a", {MEALS: {"percent": 40}}))
    collected = merge(store, *((known, unknown) if known_first else (unknown, known)))
    assert {question.file for question in collected.questions} == {str(known), str(unknown)}
    assert percent(store, sent) is None
    assert {question.file for question in pending(store)} == {str(known), str(unknown)}


def saved_at_once(sent: Sent, **said: dict[str, dict[str, object]]) -> list[Path]:
    return [returned(sent, name, fields, saved=datetime(2026, 6, 10, 9)) for name, fields in said.items()]


def test_in_one_call_files_saved_in_one_second_are_each_asked_about(store: Store, sent: Sent) -> None:
    paths = saved_at_once(sent, a={MEALS: {"percent": 40}}, b={MEALS: {"percent": 60}})
    questions = merge(store, *paths).questions
    assert [question.text for question in questions] == [astray.TIED.format(count=1)] * 2
    assert percent(store, sent) is None
    one, other = sorted(pending(store), key=lambda question: str(question.file))
    decide(store, [(one, "keep"), (other, "take")])
    assert percent(store, sent) == 60.0
    assert pending(store) == []


def test_files_saved_in_one_second_that_do_not_differ_are_taken(store: Store, sent: Sent) -> None:
    paths = saved_at_once(sent, a={MEALS: {"percent": 40}}, b={MEALS: {"percent": 40}, BEDS: {"percent": 30}})
    assert merge(store, *paths).questions == []
    assert (percent(store, sent), pending(store)) == (40.0, [])


def test_an_untouched_file_is_the_newest_seen_too(store: Store, sent: Sent) -> None:
    merge(store, returned(sent, "a", {MEALS: {"percent": 40}}, saved=datetime(2026, 6, 10)))
    merge(store, returned(sent, "b", {MEALS: {"percent": 40}}, saved=datetime(2026, 6, 20)))
    (question,) = merge(store, returned(sent, "c", {MEALS: {"percent": 30}}, saved=datetime(2026, 6, 15))).questions
    assert question.field == "file"
    assert percent(store, sent) == 40.0


def test_times_of_saving_are_compared_in_utc(sent: Sent, tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(sent.forms[CARE]) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"]
    start = core.index(b">", core.index(b"<dcterms:modified")) + 1
    parts["docProps/core.xml"] = core[:start] + b"2026-06-10T09:30:00+08:00" + core[start + 20 :]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    expected = datetime(2026, 6, 10, 1, 30, tzinfo=UTC)
    assert read_book(path.read_bytes()).modified == f"{expected:%Y-%m-%dT%H:%M:%S}"
