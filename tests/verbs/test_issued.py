"""Papers that went out stay as they were; what the ledger has otherwise since is told, and a correction offered."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.cli import main
from desktop_app.domain.changes import Draft, edits
from desktop_app.errors import Refused
from desktop_app.reports.correction import reason
from desktop_app.reports.issued import Issued, issued_papers
from desktop_app.reports.paper import Table, paragraphs
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.check_docx import check_docx
from desktop_app.verbs.issued import differences, issue_paper, perhaps_changed, stored_file
from desktop_app.verbs.report import Choices, make
from desktop_app.verbs.report_write import write_paper
from desktop_app.verbs.undo import undo
from tests.verbs.papers_case import DAY, open_papers


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        yield made


@pytest.fixture
def issued(store: Store, tmp_path: Path) -> Issued:
    made = make(store, "bulletin", "2026-06", Choices(pictures=False))
    assert issue_paper(store, made, write_paper(made, tmp_path / "通报.docx"))
    (paper,) = issued_papers(store.snapshot())
    return paper


def said_of(store: Store, no: str) -> tuple[int, int]:
    """The key of what was reported of a task in June, and its task's key."""
    snapshot = store.snapshot()
    made = snapshot.rounds_in_order()[-1].key
    row = next(row for row in snapshot.rows_of(made) if snapshot.tasks[row.task].no == no)
    report = snapshot.report_of(row.key)
    return (report.key if report else -row.key), row.task


def correct(store: Store, no: str, percent: float) -> None:
    report = store.snapshot().tables["report"][said_of(store, no)[0]]
    store.apply(edits("report", report, {"percent": percent}), "更正")


def test_the_register_keeps_the_very_file(store: Store, issued: Issued, tmp_path: Path) -> None:
    stored = stored_file(store, issued)
    assert stored is not None and stored.read_bytes() == (tmp_path / "通报.docx").read_bytes()
    assert issued.file == hashlib.sha256(stored.read_bytes()).hexdigest()
    assert (issued.no, issued.title, issued.as_of, issued.day) == (
        1,
        "关于2026年6月重点工作任务进展情况的通报",
        "2026-06-30",
        DAY,
    )


def test_the_same_file_is_registered_once_and_another_not_at_all(store: Store, tmp_path: Path) -> None:
    made = make(store, "breakdown", "2026")
    written = write_paper(made, tmp_path / "表.docx")
    assert issue_paper(store, made, written) is not None and issue_paper(store, made, written) is None
    (tmp_path / "表.docx").write_bytes(b"changed meanwhile")
    with pytest.raises(Refused, match="没有登记印发"):
        issue_paper(store, made, written)


def test_nothing_changed_nothing_to_correct(store: Store, issued: Issued) -> None:
    assert differences(store, issued) == [] and perhaps_changed(store, store.snapshot()) == []
    with pytest.raises(Refused, match="不需要更正"):
        make(store, "correction", "2026-06", Choices(issued=issued.no))


def test_a_corrected_value_is_offered_and_the_paper_stays(store: Store, issued: Issued) -> None:
    stored = stored_file(store, issued)
    before = stored.read_bytes() if stored else b""
    correct(store, "2", 38.0)
    found = {one.issued: one.words.text for one in differences(store, issued) if not one.late}
    old = next(text for text in found if "第2项" in text and "完成35%" in text)
    assert "完成38%" in found[old] and old.replace("35%", "38%").replace("落后15个", "落后12个") == found[old]
    assert perhaps_changed(store, store.snapshot()) == [issued]
    made = make(store, "correction", "2026-06", Choices(issued=issued.no))
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    row = next(row for row in table.rows if "完成38%" in row[2].text)
    assert "完成35%" in row[1].text and row[3].text == "更正"
    assert any(cell.entity == "report" for mark in row[2].marks for cell in mark.cells)
    assert "关于更正《关于2026年6月重点工作任务进展情况的通报》" in paragraphs(made.blocks)[0].text
    assert stored is not None and stored.read_bytes() == before


def test_what_came_late_is_told_apart(store: Store, issued: Issued) -> None:
    row, _ = said_of(store, "5")
    assert row < 0
    draft = Draft()
    draft.create("report", {"row": -row, "percent": 60.0, "text": "补报"})
    store.apply(draft.changes, "补报")
    assert any(one.late for one in differences(store, issued))


def test_what_is_no_more_and_what_is_new_are_told(store: Store, issued: Issued) -> None:
    correct(store, "2", 60.0)
    correct(store, "1", 20.0)
    why = {reason(one): one for one in differences(store, issued)}
    assert {"更正", "删去", "增列"} <= why.keys()
    assert why["删去"].words.text == "" and why["增列"].issued == ""


def test_work_on_a_later_round_leaves_the_paper_alone(store: Store, issued: Issued) -> None:
    draft = Draft()
    made = {"token": "t-7", "period": "2026-07", "as_of": "2026-07-31", "due": "2026-07-31", "state": "open"}
    key = draft.create("round", made)
    task = store.snapshot().tasks_in_order()[0].key
    unit = store.snapshot().units_in_order()[0].key
    row = draft.create("round_row", {"round": key, "task": task, "unit": unit, "position": 1, "title": "任务"})
    draft.create("report", {"row": row, "percent": 99.0})
    store.apply(draft.changes, "七月")
    assert differences(store, issued) == [] and perhaps_changed(store, store.snapshot()) == []


def test_registering_is_undone_like_any_step(store: Store, issued: Issued) -> None:
    entry = next(entry for entry in store.snapshot().tables["rule"].values() if entry.name == "issued:0001")
    assert json.loads(entry.value)["kind"] == "bulletin"
    from desktop_app.store import journal

    undo(store, journal.entries(store.connection, 1)[0].id)
    assert issued_papers(store.snapshot()) == []


def test_a_paper_known_at_an_earlier_moment_is_what_was_issued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as store:
        first = make(store, "bulletin", "2026-06", Choices(pictures=False))
        moment = clock.now()
        correct(store, "2", 91.0)
        after = make(store, "bulletin", "2026-06", Choices(pictures=False))
        again = make(store, "bulletin", "2026-06", Choices(known_at=moment, pictures=False))
        assert again.blocks == first.blocks != after.blocks
        assert again.mark == first.mark
        with pytest.raises(Refused, match="不是一个时刻"):
            make(store, "bulletin", "2026-06", Choices(known_at="上周"))


def test_a_correction_that_went_out_is_listed_without_one_of_its_own(
    store: Store, issued: Issued, tmp_path: Path
) -> None:
    correct(store, "2", 38.0)
    made = make(store, "correction", "2026-06", Choices(issued=issued.no))
    path = tmp_path / "更正.docx"
    issue_paper(store, made, write_paper(made, path))
    listed = issued_papers(store.snapshot())
    assert [one.kind for one in listed] == ["bulletin", "correction"]
    assert differences(store, listed[1]) == [] and differences(store, listed[0])
    assert perhaps_changed(store, store.snapshot()) == []
    with pytest.raises(Refused, match="没有由台账算出"):
        check_docx(store, path)


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    open_papers(tmp_path / "ledger").close()
    folder, out = ["--data", str(tmp_path / "ledger")], str(tmp_path / "简报.docx")
    assert main(["issued", *folder]) == 0 and "还没有登记印发" in capsys.readouterr().out
    words = ["--period", "2026-06", "--out", out, *folder]
    assert main(["report", "领导简报", *words, "--issue", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["issued"]
    assert main(["issued", *folder, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["papers"][0]["changed"] == []
    with open_ledger(tmp_path / "ledger") as store:
        correct(store, "2", 20.0)
    assert main(["issued", *folder]) == 1 and "report 更正 --issued 1" in capsys.readouterr().out
    assert main(["report", "更正", *words, "--issued", "1"]) == 0
    assert main(["report", "更正", *words, "--issued", "7"]) == 2
    assert main(["report", "更正", *words]) == 2
    assert main(["report", "图表", "--period", "2026-06", "--out", str(tmp_path / "图"), *folder]) == 0
    assert sorted(path.suffix for path in (tmp_path / "图").iterdir())[:1] == [".png"]
