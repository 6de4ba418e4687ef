"""Rules in the history are told in the clerk's words, never as they are stored."""

from datetime import date

import pytest

from desktop_app.domain.changes import Change
from desktop_app.domain.due import due_changes
from desktop_app.domain.overrides import Override, SentBack, back_changes, override_changes
from desktop_app.domain.rules import PRESETS, ExpectedRule, LightRules, expected_changes, light_changes, rule_changes
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.workdays import Holidays, holiday_changes
from desktop_app.reports.issued import Issued, issue_changes
from desktop_app.reports.opinions import Opinion, opinion_changes
from desktop_app.reports.scores import ScoreRule, score_changes
from desktop_app.ui.history.rows import change_rows
from tests.domain.test_progress import Tables, task_in

TABLES = Tables()
TASK = task_in(TABLES, title="办好食堂")
LEDGER = Snapshot(TABLES)
HAND = Override("normal", "上级推迟", "2026-07-01", "2026-09-30")
SAID = Opinion(TASK, 0, "养老科", "时限太紧", "2026-03-02")
ISSUED = Issued(1, "bulletin", "2026-06", "2026-06-30", "2026-07-02", "六月通报", "通报.docx", "0" * 64, "")
OFF = Holidays(frozenset({date(2027, 1, 1)}), frozenset())


@pytest.mark.parametrize(
    ("changes", "what", "says"),
    [
        (light_changes(LEDGER, LightRules(5.0, 20.0)), "规则 亮灯规则", "黄灯5个、红灯20个百分点"),
        (
            light_changes(LEDGER, PRESETS["蓝黄红"]),
            "规则 亮灯规则",
            "黄灯0个、红灯100个百分点，临期7天，完成100%为绿灯“已完成”",
        ),
        (
            expected_changes(LEDGER, ExpectedRule("day", False)),
            "规则 序时进度推算办法",
            "按已过的天数，不按节点",
        ),
        (override_changes(LEDGER, TASK, HAND), "规则 人工定灯：办好食堂", "正常，2026-07-01至2026-09-30，上级推迟"),
        (back_changes(LEDGER, TASK, SentBack("2026-07-03", "缺材料")), "规则 核实退回：办好食堂", "2026-07-03，缺材料"),
        (holiday_changes(LEDGER, {2027: OFF}), "规则 2027年节假日", "放假1天，调休上班0天"),
        (score_changes(LEDGER, ScoreRule(True, 90, {})), "规则 评分规则", "启用，基础分90分"),
        (due_changes(LEDGER, "later"), "规则 截止日遇休息日", "顺延"),
        (opinion_changes(LEDGER, SAID), "规则 对征求意见稿的意见", "养老科：时限太紧"),
        (issue_changes(ISSUED), "规则 已印发的材料", "六月通报"),
        (rule_changes(LEDGER, "columns:a1b2", {"1": "no"}), "规则 表头对应的列", "已设定"),
    ],
)
def test_a_rule_is_told_in_words(changes: list[Change], what: str, says: str) -> None:
    after = changed(LEDGER, changes)
    row = change_rows(after, changes, {})[0]
    assert (row[0], row[3]) == (what, says)
    edit = Change("rule", changes[0].key, "value", None, changes[0].new.value)
    assert change_rows(after, [edit], {})[0][3] == says
