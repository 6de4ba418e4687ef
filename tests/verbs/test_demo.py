"""The whole cycle on the demo plan, held against the script of what the units said: no value wrong, none lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli
from desktop_app.paths import asset
from desktop_app.store.store import read_ledger
from desktop_app.verbs.check import check
from desktop_app.verbs.collect import pending
from desktop_app.verbs.demo import Counts, demo

SAME = "与上期无变化"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counts]:
    folder = tmp_path_factory.mktemp("demo")
    return folder, demo(folder)


@pytest.fixture(scope="module")
def script() -> list[dict[str, Any]]:
    return json.loads(asset("resources", "demo", "returns.json").read_text("utf-8"))["months"]


def said(month: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """What each unit said last about each task in a month; a correction comes after the first file."""
    files = [*month["units"], *month.get("corrections", [])]
    return {(unit["unit"], row["no"]): row for unit in files for row in unit["rows"]}


def test_the_counts_are_those_of_the_script(made: tuple[Path, Counts], script: list[dict[str, Any]]) -> None:
    folder, counts = made
    files = [unit for month in script for unit in (*month["units"], *month.get("corrections", []))]
    assert (counts["tasks"], counts["rounds"], counts["returns"]) == (46, len(script), len(files))
    assert counts["silent"] == sum(len(month["silent"]) for month in script)
    assert counts["forms"] == len(list(folder.glob("*发出/*.xlsx")))
    assert {"督办台账.xlsx", "甘特图.pdf", "进展和亮灯.json"} <= {path.name for path in folder.iterdir()}


def test_every_answer_is_in_the_ledger_as_it_was_said(made: tuple[Path, Counts], script: list[dict[str, Any]]) -> None:
    with read_ledger(made[0]) as store:
        snapshot, asked = store.snapshot(), {(q.row, q.field) for q in pending(store)}
    before: dict[tuple[str, str], tuple[float | None, str | None]] = {}
    for month, made_round in zip(script, snapshot.rounds_in_order(), strict=True):
        answers, compared = said(month), 0
        for row in snapshot.rows_of(made_round.key):
            place = (snapshot.unit(row.unit).name, snapshot.tasks[row.task].no or "")
            report = snapshot.report_of(row.key)
            if place not in answers:
                assert report is None, place
                continue
            told = answers[place]
            wanted = before[place] if told["status"] == SAME else (told["percent"], told["text"])
            assert report is not None and report.text == wanted[1], place
            assert report.percent == wanted[0] or (row.key, "percent") in asked, place
            before[place], compared = wanted, compared + 1
        assert compared == len(answers)


def test_the_ledger_is_sound_and_a_second_demo_leaves_it_alone(
    made: tuple[Path, Counts], capsys: pytest.CaptureFixture[str]
) -> None:
    with read_ledger(made[0]) as store:
        assert check(store) == []
        dump = store.logical_dump()
    assert cli.main(["demo", str(made[0])]) == 2
    assert "没有改动" in capsys.readouterr().err
    with read_ledger(made[0]) as store:
        assert store.logical_dump() == dump
