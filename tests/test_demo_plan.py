"""The demo plan, its gold labels and the scripted returns agree with each other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

DEMO = Path(__file__).resolve().parent.parent / "resources" / "demo"
STEM = "2026年全区民政工作要点"


@pytest.fixture(scope="module")
def text() -> str:
    return (DEMO / f"{STEM}.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return json.loads((DEMO / "demo.gold.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def months() -> list[dict[str, Any]]:
    return json.loads((DEMO / "returns.json").read_text("utf-8"))["months"]


def rows_of(month: dict[str, Any], key: str = "units") -> list[tuple[str, dict[str, Any]]]:
    return [(unit["unit"], row) for unit in month[key] for row in unit["rows"]]


def test_numbers_run_through_the_sections(gold: dict[str, Any]) -> None:
    assert [task["no"] for task in gold["tasks"]] == [str(n) for n in range(1, 47)]
    assert [task["seq"] for task in gold["tasks"]] == list(range(1, 47))
    section_nos = [section["no"] for section in gold["sections"]]
    assert section_nos == ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    assert list(dict.fromkeys(task["section_no"] for task in gold["tasks"])) == section_nos


def test_every_heading_and_task_stands_in_order(text: str, gold: dict[str, Any]) -> None:
    expected = []
    for section in gold["sections"]:
        expected.append(f"{section['no']}、{section['title']}")
        tasks = [task for task in gold["tasks"] if task["section_no"] == section["no"]]
        expected += [f"{task['no']}. {task['title']}。{task['text']}" for task in tasks]
    body = text[text.index(f"{gold['sections'][0]['no']}、") :].splitlines()
    assert len(body) == len(expected)
    for line, start in zip(body, expected, strict=True):
        assert line.startswith(start)
        assert re.fullmatch("(（[^（）]+）)?", line[len(start) :])


def test_every_phrase_stands_in_its_task(text: str, gold: dict[str, Any]) -> None:
    lines = {line.split(". ")[0]: line for line in text.splitlines() if re.match(r"\d+\. ", line)}
    for task in gold["tasks"]:
        for kind in ("targets", "deadlines"):
            at = 0
            for entry in task[kind]:
                at = lines[task["no"]].index(entry["phrase"], at) + len(entry["phrase"])
        assert all(phrase in lines[task["no"]] for phrase in task["either_way"]["phrases"])


def test_units_are_those_of_the_note(text: str, gold: dict[str, Any]) -> None:
    notes = [re.search("（([^（）]+)）$", line) for line in text.splitlines() if re.match(r"\d+\. ", line)]
    for task, note in zip(gold["tasks"], notes, strict=True):
        assert note is not None
        parts = dict(part.split("：") for part in note[1].split("；"))
        lead = next(names for label, names in parts.items() if label in ("牵头责任单位", "牵头单位", "责任单位"))
        assert task["lead_units"] == lead.split("、")
        assert task["co_units"] == (parts["配合单位"].split("、") if "配合单位" in parts else [])


def test_target_values_are_the_written_numbers(gold: dict[str, Any]) -> None:
    powers = {"万": 10_000, "亿": 100_000_000}
    for task in gold["tasks"]:
        for target in task["targets"]:
            if target.get("implied"):
                assert (target["value"], target["unit"]) in ((100, "%"), (0, ""))
                continue
            written = re.findall(rf"([\d.]+)(万|亿)?{target['unit']}", target["phrase"])
            values = [float(number) * powers.get(power, 1) for number, power in written]
            assert target["value"] in values, target["phrase"]


def test_head_is_labelled(text: str, gold: dict[str, Any]) -> None:
    meta = gold["meta"]
    assert all(meta[key] in text for key in ("title", "notice_title", "doc_number", "issuer", "addressees"))
    year, month, day = meta["issued_on"].split("-")
    assert f"{year}年{int(month)}月{int(day)}日" in text
    assert meta["year"] == int(year)


def test_word_file_says_the_same_as_the_text(text: str) -> None:
    path = DEMO / f"{STEM}.docx"
    assert [p.text for p in Document(str(path)).paragraphs] == [line for line in text.splitlines() if line.strip()]
    assert path.stat().st_size <= 60 * 1024


def test_every_lead_unit_reports_or_is_silent(gold: dict[str, Any], months: list[dict[str, Any]]) -> None:
    owed = {(unit, task["no"]) for task in gold["tasks"] for unit in task["lead_units"]}
    assert [month["period"] for month in months] == ["2026-04", "2026-05", "2026-06"]
    for month in months:
        reported = [(unit, row["no"]) for unit, row in rows_of(month)]
        assert len(reported) == len(set(reported))
        assert set(reported) == {(unit, no) for unit, no in owed if unit not in month["silent"]}
        assert set(month["silent"]) <= {unit for unit, _ in owed}
        assert {(unit, row["no"]) for unit, row in rows_of(month, "corrections")} <= set(reported)
    assert len(months[2]["silent"]) == 2
    assert months[1]["corrections"]


def test_returned_rows_are_complete_and_never_fall_back(months: list[dict[str, Any]]) -> None:
    last: dict[tuple[str, str], int] = {}
    for month in months:
        for unit, row in rows_of(month) + rows_of(month, "corrections"):
            assert row["status"] in ("有进展", "与上期无变化", "已办结")
            assert (row["percent"] == 100) == (row["status"] == "已办结") == (row["finished_on"] is not None)
            if row["status"] == "与上期无变化":
                assert row["percent"] is None
                assert row["text"] is None
                assert (unit, row["no"]) in last
            else:
                assert row["text"]
                assert 0 <= row["percent"] <= 100
        for unit, row in rows_of(month):
            if row["percent"] is not None:
                assert row["percent"] >= last.get((unit, row["no"]), 0)
                last[unit, row["no"]] = row["percent"]
    assert any("as_typed" in row for month in months for _, row in rows_of(month))
