"""The bars on the practice plans with gold labels; and the JSON that `extract` promises."""

import importlib.util
import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop_app.documents.extraction import Extraction, to_json
from desktop_app.documents.plan import extract, read_plan

BARS = ["000_40dd93e3cfd315dd.txt", "003_4ad50c04ea4a5ecb.txt", "d03_docx_autonumber.docx", "d09_docx_minutes.docx"]
SUMMARY = "004_4762048efa6c516e.txt"


@pytest.fixture(scope="module")
def scorer(plans: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_plans", plans / "score_plans.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


@pytest.mark.parametrize("name", BARS)
def test_the_bars_are_reached(name: str, plans: Path, scorer: ModuleType) -> None:
    gold = json.loads((plans / f"{Path(name).stem}.gold.json").read_text("utf-8"))
    count, remarks = scorer.score(to_json(extract(plans / name)), gold)
    figures = scorer.figures(count)
    assert figures.pop("targets") >= 0.95, remarks
    assert figures.pop("comparator") >= 0.95, remarks
    assert figures == dict.fromkeys(figures, 1.0), remarks


def test_the_summary_is_refused_with_thirteen_intentions(plans: Path) -> None:
    result = to_json(extract(plans / SUMMARY))
    assert result["refuse"] is True
    assert "总结" in result["reason"]
    gold = json.loads((plans / f"{Path(SUMMARY).stem}.gold.json").read_text("utf-8"))
    said = [(task["no"], task["title"], task["text"]) for task in result["offer"]["tasks"]]
    assert said == [(task["no"], task["title"], task["text"]) for task in gold["next_year_tasks"]]


PLAN = """各科室：
现将《甲县2026年工作要点》印发给你们。
甲县交通局
2026年2月3日
甲县2026年工作要点
一、城乡建设
1.修路。6月底前新修道路3公里。（责任领导：王某；牵头科室：道路科；配合科室：相关科室）
2.巡查。每月5日前报送。
"""


def json_of(text: str) -> dict[str, Any]:
    return json.loads(json.dumps(to_json(read_plan(text)), ensure_ascii=False))


def test_the_contract() -> None:
    said = json_of(PLAN)
    assert said["kind"] == "plan"
    assert said["meta"] == {
        "title": "甲县2026年工作要点",
        "notice_title": None,
        "doc_number": None,
        "issuer": "甲县交通局",
        "issued_on": "2026-02-03",
        "year": 2026,
        "addressees": "各科室",
    }
    assert [(section["no"], section["title"]) for section in said["sections"]] == [("一", "城乡建设")]
    first, second = said["tasks"]
    assert {name: first[name] for name in ("no", "seq", "section_no", "title", "text")} == {
        "no": "1",
        "seq": 1,
        "section_no": "一",
        "title": "修路",
        "text": "6月底前新修道路3公里。",
    }
    assert (first["lead_units"], first["co_units"], first["responsible_person"]) == (["道路科"], ["相关科室"], "王某")
    (target,) = first["targets"]
    assert (target["value"], target["unit"], target["comparator"], target["item"]) == (3, "公里", "=", "道路")
    assert isinstance(target["value"], int)
    assert [(item["phrase"], item["date"]) for item in first["deadlines"]] == [("6月底前", "2026-06-30")]
    assert second["deadlines"][0]["date"] is None
    assert {(doubt["seq"], doubt["what"]) for doubt in said["doubts"]} == {(1, "unit"), (2, "unit"), (2, "deadline")}
    for span in (first["span"], first["title_span"], target["span"]):
        assert said["source"][slice(*span)]
    assert said["source"][slice(*first["title_span"])] == "修路"


def test_a_refusal_in_the_contract() -> None:
    said = json_of("秘密★\n甲县2026年工作要点\n1.修路。")
    assert (said["refuse"], said["offer"]) == (True, None)
    assert said["reason"]


def test_dates_stay_dates_until_the_json() -> None:
    result = read_plan(PLAN)
    assert isinstance(result, Extraction)
    assert result.tasks[0].deadlines[0].date == date(2026, 6, 30)
