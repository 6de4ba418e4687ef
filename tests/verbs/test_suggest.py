"""The verb `suggest`: its contract, its refusals, and how often it is right on a real plan that names nobody."""

import json
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.paths import asset
from desktop_app.store.store import open_ledger, read_ledger
from desktop_app.verbs.intake import intake

PLAN = asset("resources", "demo", "2026年全区民政工作要点.txt")
NEXT = "\n".join(
    [
        *("云屏区民政局2027年工作要点", "", "一、养老服务"),
        *("1.办好老年食堂。新增助餐点3个。", "2.规范墓园管理。清理乱埋乱葬。", "3.做好机关值班和公文办理。"),
    ]
)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_suggest_prints_three_at_most_and_stores_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    ledger, plan = tmp_path / "台账", tmp_path / "要点.txt"
    plan.write_text(NEXT, "utf-8")
    with open_ledger(ledger) as store:
        intake(store, PLAN)
        before = store.logical_dump()
        known = {unit.name for unit in store.snapshot().units_in_order()}
    code, out, err = run(capsys, "suggest", plan, "--data", ledger, "--json")
    told = json.loads(out)["tasks"]
    assert code == 0 and err == "" and [task["seq"] for task in told] == [1, 2, 3]
    for task in told:
        assert task["title"] and 1 <= len(task["suggestions"]) <= 3
        for suggestion in task["suggestions"]:
            assert suggestion["unit"] in known and suggestion["reason"]
    code, out, _ = run(capsys, "suggest", plan, "--data", ledger)
    assert code == 0 and out.startswith("1\t办好老年食堂\t")
    with read_ledger(ledger) as store:
        assert store.logical_dump() == before


def test_suggest_refuses_what_is_no_plan_and_a_ledger_without_units(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    ledger, plan, note = tmp_path / "台账", tmp_path / "要点.txt", tmp_path / "便条.txt"
    plan.write_text(NEXT, "utf-8")
    note.write_text("下午三点开会。", "utf-8")
    open_ledger(ledger).close()
    code, out, err = run(capsys, "suggest", plan, "--data", ledger, "--json")
    assert code == 2 and out == "" and "还没有单位" in err
    with open_ledger(ledger) as store:
        intake(store, PLAN)
    assert run(capsys, "suggest", note, "--data", ledger)[0] == 2


def test_a_real_plan_without_leads_after_another_bureaus_year(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, plans: Path
):
    run(capsys, "intake", plans / "000_40dd93e3cfd315dd.txt", "--data", tmp_path)
    code, out, _ = run(capsys, "suggest", plans / "003_4ad50c04ea4a5ecb.txt", "--data", tmp_path, "--json")
    told = {task["seq"]: [s["unit"] for s in task["suggestions"]] for task in json.loads(out)["tasks"]}
    wanted = {
        entry["seq"]: set(entry["acceptable"]) for entry in json.loads((plans / "lead_003.json").read_text("utf-8"))
    }
    assert code == 0 and told.keys() == wanted.keys()
    assert sum(units[0] in wanted[seq] for seq, units in told.items()) >= 0.85 * len(wanted)
    assert sum(bool(wanted[seq] & set(units)) for seq, units in told.items()) >= 0.95 * len(wanted)
