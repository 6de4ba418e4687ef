"""The summary that is read out: its counts add up, the latest tasks come first, an empty ledger says what to do."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.progress import statuses
from desktop_app.reports.scores import score_changes, score_rule
from desktop_app.reports.summary import summary
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import report_page as texts
from tests.builders import answer, plan_with, round_of

JUNE_END = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def said(store: Store) -> str:
    snapshot = store.snapshot()
    return summary(snapshot, statuses(snapshot, JUNE_END), JUNE_END)


def test_counts_add_up_and_what_is_late_is_named_worst_first(store: Store):
    built = plan_with(
        store,
        {"title": "增设助餐点", "lead": "养老科", "section": "一、养老服务"},
        {"title": "低保核查", "lead": "救助科", "section": "二、社会救助", "deadline": "2026-05-31"},
        {"title": "整修墓区", "lead": "殡葬所", "section": "二、社会救助"},
        {"title": "地名标志", "lead": "地名科", "section": "二、社会救助"},
        {"title": "没人牵头", "section": "二、社会救助"},
    )
    asked = [(built.tasks[n], built.units[name]) for n, name in enumerate(("养老科", "救助科", "殡葬所", "地名科"))]
    rows = round_of(store, "2026-06", asked)
    for row, percent in zip(rows, (100.0, 60.0, 35.0), strict=False):
        answer(store, row, percent=percent, status="有进展")
    words = said(store)
    assert words.startswith("重点工作任务进展概况（截至2026年6月30日）")
    total = words.split("\n\n")[1]
    assert "共5项任务" in total
    assert sum(int(count) for count in re.findall(r"(\d+)项（", total)) == 5
    assert sum(float(share) for share in re.findall(r"（([\d.]+)%）", total)) == pytest.approx(100)
    assert words.index("已逾期的任务（1项）") < words.index("滞后的任务（1项）")
    assert "低保核查（救助科）" in words and "整修墓区（殡葬所）" in words
    assert "养老服务：1项" in words and "社会救助：4项" in words
    assert "地名科" in words.split("\n\n")[-1]


def test_an_empty_ledger_says_what_to_do(store: Store):
    assert said(store) == texts.NO_TASKS


def test_rates_tell_their_formula_and_units_are_ranked_only_where_that_is_on(store: Store):
    built = plan_with(store, {"lead": "养老科"}, {"lead": "救助科", "deadline": "2026-05-31"})
    rows = round_of(store, "2026-06", list(zip(built.tasks, built.units.values(), strict=True)))
    for row, percent in zip(rows, (100, 60), strict=True):
        answer(store, row, percent=percent)
    assert "完成率＝已完成1项÷任务总数2项＝50%" in said(store) and "名次" not in said(store)
    snapshot = store.snapshot()
    store.apply(score_changes(snapshot, score_rule(snapshot)._replace(on=True)), "启用评分")
    assert said(store).rstrip().splitlines()[-2:] == [
        "　　第1名　养老科　100分（得分＝基础分100分，无加减分）",
        "　　第2名　救助科　95分（得分＝基础分100分，逾期未办结（牵头）1项，每项-5分，共-5分，合计95分）",
    ]
