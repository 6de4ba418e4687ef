"""A table that bears a mark of classification is refused on each road, and nothing of it is kept."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from desktop_app.cli import main
from desktop_app.errors import Refused
from desktop_app.exchange.read_workbook import read_book
from desktop_app.store.store import open_ledger
from tests.exchange.returns import send

ROWS = [["序号", "重点任务", "牵头单位"], [1, "发展助餐", "养老科"], [2, "改造床位", "救助科"]]
MARKS = ("机密★1年", "秘密", "绝密★长期", "密级：机密", "（秘 密）", "机密★6个月")
NO_MARKS = ("涉及国家秘密的除外", "保密", "加密传输", "秘密级文件管理", "内部资料3份", "密封", "机密性检查")


def workbook(path: Path, mark: str) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)  # type: ignore[union-attr]
    book.create_sheet("说明")["C9"] = mark
    book.save(path)
    return path


def csv(path: Path, mark: str) -> Path:
    path.write_text("\n".join(",".join(map(str, row)) for row in [[mark, "", ""], *ROWS]), "utf-8-sig")
    return path


def word(path: Path, mark: str) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = mark
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
    document.save(str(path))
    return path


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(("name", "made"), [("表.xlsx", workbook), ("表.csv", csv), ("表.docx", word)])
def test_a_mark_is_seen_wherever_it_stands(tmp_path: Path, name: str, made: Callable[[Path, str], Path], mark: str):
    with pytest.raises(Refused, match="密级标志"):
        read_book(made(tmp_path / name, mark).read_bytes())


@pytest.mark.parametrize("words", NO_MARKS)
def test_the_words_among_others_are_none(tmp_path: Path, words: str):
    assert read_book(workbook(tmp_path / "表.xlsx", words).read_bytes()).sheets


def test_no_road_takes_it_in_or_keeps_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    data, marked = tmp_path / "台账", workbook(tmp_path / "别家.xlsx", "机密★1年")
    with open_ledger(data) as store:
        form = next(iter(send(store, tmp_path / "发出").forms.values()))
        before = store.logical_dump()
    book = openpyxl.load_workbook(form)
    book.create_sheet("附")["A1"] = "秘密★3年"
    book.save(form)
    for words in (
        ["import", marked],
        ["import", marked, "--dry-run"],
        ["collect", form, "--apply"],
        ["intake", marked],
    ):
        assert main([*map(str, words), "--data", str(data)]) == 2
        assert "保密员" in capsys.readouterr().err
    with open_ledger(data) as store:
        assert store.logical_dump() == before and store.sources.paths() == []
