"""Exporting through the verb: the kind by the name, and sentences where it cannot be."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.errors import Refused
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.export import export
from tests.builders import plan_with


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-15")
    with open_ledger(tmp_path / "ledger") as opened:
        plan_with(opened, {"lead": "养老科"}, {"lead": "救助科"})
        yield opened


@pytest.mark.parametrize("name", ["台账.xlsx", "台账.jsonl", "台账.csv", "大写.XLSX"])
def test_the_kind_goes_by_the_name(store: Store, tmp_path: Path, name: str) -> None:
    path = tmp_path / "新文件夹" / name
    digest = export(store, path)
    assert digest == sha256(path.read_bytes()).hexdigest()
    assert [found.name for found in path.parent.iterdir()] == [name]


def test_the_workbook_is_of_today(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "台账.xlsx")
    book = load_workbook(tmp_path / "台账.xlsx")
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == [
        "督办台账",
        "统计",
        "图表",
        "图表数据",
    ]
    assert book["督办台账"]["A2"].value == "截至2026年7月15日，共2项任务：○ 未报2项"


@pytest.mark.parametrize(("name", "sentence"), [("台账.xls", r"“\.xls”文件.*\.xlsx"), ("台账", "没有写明类型.*csv")])
def test_another_kind_is_refused_and_nothing_written(store: Store, tmp_path: Path, name: str, sentence: str) -> None:
    before = store.logical_dump()
    with pytest.raises(Refused, match=sentence):
        export(store, tmp_path / "out" / name)
    assert not (tmp_path / "out").exists()
    assert store.logical_dump() == before


def test_a_folder_in_the_way_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").mkdir()
    with pytest.raises(Refused, match=r"“台账\.xlsx”没有写成"):
        export(store, tmp_path / "台账.xlsx")
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == []


def test_an_export_changes_nothing_in_the_ledger(store: Store, tmp_path: Path) -> None:
    before = store.logical_dump()
    export(store, tmp_path / "台账.xlsx")
    assert store.logical_dump() == before
