"""Tables of tasks that pages' ends part: read whole, and nothing that a page's end leaves becomes a chapter."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract, extract_text
from tests.documents.tables import document

TITLE = "云岭区民政局2026年重点任务分解表"
HEAD = ["序号", "重点任务", "主要措施", "牵头科室", "完成时限"]
ROWS = [
    ["1", "扩大助洁服务", "服务老人700户", "养老服务科", "10月底前"],
    ["2", "升级求助热线", "接通率达98%", "救助管理站", "5月底前"],
    ["3", "清查零散墓地", "新建墓地2处", "殡葬管理所", "8月底前"],
    ["4", "换发登记证书", "换发410本", "社会组织科", "11月底前"],
]
WHOLE = [(row[0], row[1], (row[3],)) for row in ROWS]


def said(found: object) -> list[tuple[str, str, tuple[str, ...]]]:
    assert isinstance(found, Extraction)
    return [(task.no, task.title, task.lead_units) for task in found.tasks]


def word(folder: Path, *blocks: str | list[list[str]]) -> Path:
    return document(folder / "分解表.docx", TITLE, *blocks)


@pytest.mark.parametrize(
    "turn", ["（续表）", "续上表", "接上页", "— 2 —", "第2页 共3页", f"{TITLE}（续）", f"{TITLE}（二）"]
)
@pytest.mark.parametrize("header", [True, False])
def test_a_further_page_of_a_table_goes_on_with_it(tmp_path: Path, turn: str, header: bool) -> None:
    below = [HEAD, *ROWS[2:]] if header else ROWS[2:]
    found = extract(word(tmp_path, [HEAD, *ROWS[:2]], turn, below))
    assert said(found) == WHOLE
    assert isinstance(found, Extraction) and not found.sections


def test_a_heading_between_the_pieces_is_a_chapter(tmp_path: Path) -> None:
    found = extract(word(tmp_path, [HEAD, *ROWS[:2]], "二、规范管理", ROWS[2:]))
    assert said(found) == WHOLE
    assert isinstance(found, Extraction)
    assert [(section.no, section.title) for section in found.sections] == [("二", "规范管理")]


def test_another_table_is_none_of_its_pages(tmp_path: Path) -> None:
    people = [["姓名", "职务", "电话", "地址", "备注"], ["甲某", "科员", "1234", "云岭路", ""]]
    assert said(extract(word(tmp_path, [HEAD, *ROWS], "联系方式", people))) == WHOLE
    narrow = [["5", "整理档案"]]
    assert said(extract(word(tmp_path, [HEAD, *ROWS], "续表", narrow))) == WHOLE


def test_a_title_across_the_table_is_no_chapter(tmp_path: Path) -> None:
    across = [[TITLE, "", "", "", ""]]
    found = extract(word(tmp_path, [HEAD, *ROWS[:2], *across, HEAD, *ROWS[2:]]))
    assert said(found) == WHOLE
    assert isinstance(found, Extraction) and not found.sections


@pytest.mark.parametrize("between", ["\n", "\t"])
@pytest.mark.parametrize("turn", ["（续表）", "— 2 —", f"{TITLE}（续）"])
def test_in_a_text_as_well(between: str, turn: str) -> None:
    lines = [TITLE, *(between.join(row) for row in (HEAD, *ROWS[:2])), turn, *(between.join(row) for row in ROWS[2:])]
    assert said(extract_text("\n".join(lines))) == WHOLE


def test_chapters_between_rows_in_a_text() -> None:
    rows = [
        "一、民生保障",
        *("\t".join(row) for row in ROWS[:2]),
        "二、规范管理",
        *("\t".join(row) for row in ROWS[2:]),
    ]
    found = extract_text("\n".join([TITLE, "\t".join(HEAD), *rows]))
    assert said(found) == WHOLE
    assert isinstance(found, Extraction)
    assert [task.section_no for task in found.tasks] == ["一", "一", "二", "二"]
