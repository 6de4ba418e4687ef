"""The verb `compare`: two files, or a plan of the ledger with a file; its JSON and its refusals."""

import json
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.store.store import open_ledger, read_ledger
from desktop_app.verbs.intake import intake
from tests.documents.test_compare import LAST, THIS


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    last, this = tmp_path / "去年.txt", tmp_path / "今年.txt"
    last.write_text(LAST, "utf-8")
    this.write_text(THIS, "utf-8")
    return last, this


def test_two_files(capsys: pytest.CaptureFixture[str], files: tuple[Path, Path]):
    code, out, err = run(capsys, "compare", *files, "--json")
    told = json.loads(out)
    assert code == 0 and err == "" and told["a"].endswith("2025年工作要点")
    assert [(pair["a"]["seq"], pair["b"]["seq"]) for pair in told["pairs"]] == [(4, 1), (1, 3), (3, 4)]
    assert [task["title"] for task in told["new"]] == ["发展林下经济"]
    assert told["gone"] == [{"seq": 2, "no": "2", "section": "资源保护", "title": "严厉打击毁林行为"}]
    change = next(c for c in told["pairs"][0]["changes"] if c["field"] == "targets")
    assert [(t["value"], t["unit"]) for t in change["a"]] == [(500, "亩")]
    assert run(capsys, "compare", *files)[1].count("\n") == 5


def test_a_plan_of_the_ledger_by_its_title(
    capsys: pytest.CaptureFixture[str], files: tuple[Path, Path], tmp_path: Path
):
    with open_ledger(tmp_path / "台账") as store:
        intake(store, files[0])
        before = store.logical_dump()
    for word in ("林业局2025", "1"):
        code, out, _ = run(capsys, "compare", word, files[1], "--data", tmp_path / "台账", "--json")
        assert code == 0 and len(json.loads(out)["pairs"]) == 3
    code, out, _ = run(capsys, "compare", files[0], "林业局2025", "--data", tmp_path / "台账", "--json")
    assert [pair["changes"] for pair in json.loads(out)["pairs"]] == [[]] * 4
    with read_ledger(tmp_path / "台账") as store:
        assert store.logical_dump() == before


def test_what_is_neither_file_nor_plan_is_refused(
    capsys: pytest.CaptureFixture[str], files: tuple[Path, Path], tmp_path: Path
):
    with open_ledger(tmp_path / "台账") as store:
        intake(store, files[0])
        intake(store, files[1])
    code, out, err = run(capsys, "compare", "没有这份", files[1], "--data", tmp_path / "台账")
    assert code == 2 and out == "" and "没有这份" in err and "台账没有改动" in err
    code, _, err = run(capsys, "compare", "林业局", files[1], "--data", tmp_path / "台账")
    assert code == 2 and "编号" in err


def test_carry_over_between_two_plans_of_the_ledger(
    capsys: pytest.CaptureFixture[str], files: tuple[Path, Path], tmp_path: Path
):
    ledger = tmp_path / "台账"
    with open_ledger(ledger) as store:
        for path in files:
            intake(store, path)
    words = ("compare", "岚水区林业局2025", "岚水区林业局2026", "--carry", "--data", ledger, "--json")
    code, out, err = run(capsys, *words)
    carried = json.loads(out)["carried"]
    assert (code, err, carried["linked"], carried["taken"]) == (0, "", 3, 1) and carried["applied"]
    with read_ledger(ledger) as store:
        snapshot = store.snapshot()
        new = {t.title: t for t in snapshot.tasks_in_order() if t.carried_from}
        assert "严厉打击毁林行为" in new and len(new) == 4
        assert [u.name for u in snapshot.leads_of(new["严厉打击毁林行为"].key)] == ["林政科"]
    assert json.loads(run(capsys, *words)[1])["carried"]["applied"] is None


def test_carry_over_refuses_files_and_the_same_plan(
    capsys: pytest.CaptureFixture[str], files: tuple[Path, Path], tmp_path: Path
):
    ledger = tmp_path / "台账"
    with open_ledger(ledger) as store:
        intake(store, files[1])
        before = store.logical_dump()
    code, _, err = run(capsys, "compare", *files, "--carry", "--data", ledger)
    assert code == 2 and "请先导入" in err
    code, _, err = run(capsys, "compare", "岚水区林业局2026", "岚水区林业局2026", "--carry", "--data", ledger)
    assert code == 2 and "同一份" in err
    with read_ledger(ledger) as store:
        assert store.logical_dump() == before
