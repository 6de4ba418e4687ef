"""A breakdown put up for opinions: what units say of its rows is kept, and the final one shows what changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.domain.changes import edits
from desktop_app.errors import Refused
from desktop_app.reports.opinions import opinions
from desktop_app.reports.paper import Table
from desktop_app.store.store import Store
from desktop_app.verbs.issued import issue_paper
from desktop_app.verbs.opinions import add_opinion, change_opinion, drop_opinion, listing
from desktop_app.verbs.report import Choices, Made, make
from desktop_app.verbs.report_write import write_paper
from desktop_app.verbs.undo import undo
from tests.verbs.papers_case import DAY, open_papers


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        yield made


def put_up(store: Store, folder: Path) -> None:
    made = make(store, "breakdown", "2026", Choices(draft=True))
    assert issue_paper(store, made, write_paper(made, folder / "征求意见稿.docx"), draft=True)


def rows(made: Made) -> list[list[str]]:
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    return [[words.text for words in row] for row in table.rows]


def test_the_final_one_shows_what_changed_and_who_asked_for_it(store: Store, tmp_path: Path) -> None:
    put_up(store, tmp_path)
    assert add_opinion(store, "2", "救助科", "时限改到9月底")
    assert add_opinion(store, "3", "养老科", "建议改由社组科牵头")
    task = next(task for task in store.snapshot().tasks_in_order() if task.no == "2")
    store.apply(edits("task", task, {"deadline": "2026-09-30"}), "改时限")
    first, second = opinions(store.snapshot())
    change_opinion(store, first._replace(taken="adopted"))
    change_opinion(store, second._replace(taken="declined", reply="职责在养老科"))
    made = make(store, "changes", "2026")
    assert made.page == "A4 landscape"
    assert rows(made) == [
        ["2", "推进第2类重点事项", "完成时限", "12月31日前", "9月30日前", "救助科：时限改到9月底", "采纳"],
        ["3", "推进第3类重点事项", "未改", "", "", "养老科：建议改由社组科牵头", "未采纳。职责在养老科"],
    ]
    note = made.blocks[-1]
    assert "共收到意见2条，采纳1条，部分采纳0条，未采纳1条" in note.words.text  # type: ignore[union-attr]


def test_new_and_dropped_rows_are_told(store: Store, tmp_path: Path) -> None:
    put_up(store, tmp_path)
    task = store.snapshot().tasks_in_order()[0]
    store.apply(edits("task", task, {"withdrawn": 1}), "撤回")
    assert [row[2:5] for row in rows(make(store, "changes", "2026"))] == [["整行", task.title, "删去"]]


def test_without_a_draft_there_is_nothing_to_compare(store: Store) -> None:
    with pytest.raises(Refused, match="征求意见稿"):
        make(store, "changes", "2026")


def test_an_opinion_is_refused_without_task_unit_or_words(store: Store) -> None:
    for task, unit, text in (("99", "救助科", "改"), ("2", " ", "改"), ("2", "救助科", "")):
        with pytest.raises(Refused, match="没有登记"):
            add_opinion(store, task, unit, text)
    assert opinions(store.snapshot()) == []


def test_opinions_are_numbered_by_task_taken_out_and_undone(store: Store) -> None:
    applied = [add_opinion(store, "2", unit, "改") for unit in ("救助科", "养老科")]
    assert [one.no for one in opinions(store.snapshot())] == [1, 2]
    drop_opinion(store, opinions(store.snapshot())[0])
    assert [one["unit"] for one in listing(store.snapshot())] == ["养老科"]
    assert applied[1] is not None
    undo(store, applied[1].entry)
    assert listing(store.snapshot()) == []


def test_the_command_line(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--data", str(store.folder)]
    store.close()
    assert main(["opinion", *folder]) == 0 and "还没有登记意见" in capsys.readouterr().out
    said = ["--unit", "救助科", "--text", "时限太紧", "--taken", "partly", "--reply", "延一个月"]
    assert main(["opinion", "2", *said, *folder]) == 0
    assert main(["opinion", "2", "--unit", "救助科", *folder]) == 2
    capsys.readouterr()
    assert main(["opinion", *folder, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["opinions"]
    assert (told["unit"], told["taken_name"], told["reply"]) == ("救助科", "部分采纳", "延一个月")
