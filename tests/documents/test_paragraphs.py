"""Tasks in paragraphs without a number of their own, below headings with one."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

TITLE = "云溪区2026年民政重点工作安排\n"


def read(text: str) -> Extraction:
    found = extract_text(TITLE + text)
    assert isinstance(found, Extraction)
    return found


def led(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(task.title, task.lead_units, task.co_units) for task in read(text).tasks]


def test_each_sentence_that_a_note_closes_is_a_task() -> None:
    text = (
        "一、做实救助工作\n制定深化社会救助改革措施。（区民政局负责）调整联席会议成员单位。（区民政局牵头，区财政局配合）"
        "各镇参照执行，6月底前到位。（各镇政府负责）\n二、做优养老工作\n新建助餐点12处。（养老科牵头，各镇配合）改造300户。（养老科）\n"
    )
    assert led(text) == [
        ("制定深化社会救助改革措施", ("区民政局",), ()),
        ("调整联席会议成员单位", ("区民政局",), ("区财政局",)),
        ("各镇参照执行，6月底前到位", ("各镇政府",), ()),
        ("新建助餐点12处", ("养老科",), ("各镇",)),
        ("改造300户", ("养老科",), ()),
    ]
    assert [section.no for section in read(text).sections] == ["一", "二"]


def test_one_note_at_the_end_of_a_paragraph_leaves_the_heading_a_task() -> None:
    text = "一、做实救助工作\n制定措施。核查2万户。（救助科牵头）\n二、做优养老工作\n新建助餐点12处。改造300户。（养老科）\n"
    assert led(text) == [("做实救助工作", ("救助科",), ()), ("做优养老工作", ("养老科",), ())]


def test_what_introduces_the_paragraphs_of_a_heading_is_no_task() -> None:
    text = (
        "一、加快产业升级\n坚持调优调强，加快构筑产业高地。\n做强工业主体。投资20亿元，实施技改工程。\n"
        "做大服务业。新增限上企业15家。推进商圈建设。\n二、加快城乡统筹\n坚持城乡一体推进。\n完善路网。新建道路6条，10月底前通车。\n"
    )
    found = read(text)
    assert [(task.title, task.section_no) for task in found.tasks] == [
        ("做强工业主体", "一"),
        ("做大服务业", "一"),
        ("完善路网", "二"),
    ]
    rest = "".join(found.source[slice(*span)] for span in found.rest)
    assert "坚持调优调强" in rest


@pytest.mark.parametrize(("upper", "lower"), [("◆", "●"), ("■", "○"), ("●", "◇")])
def test_a_sign_over_items_behind_another_is_a_heading(upper: str, lower: str) -> None:
    text = (
        f"{upper} 养老服务\n{lower} 新建助餐点12处。责任科室：养老科\n{lower} 改造敬老院2所。责任科室：养老科\n"
        f"{upper} 社会救助\n{lower} 开展低保核查。责任科室：救助科\n"
    )
    found = read(text)
    assert [task.title for task in found.tasks] == ["新建助餐点12处", "改造敬老院2所", "开展低保核查"]
    assert [section.title for section in found.sections] == ["养老服务", "社会救助"]


def test_two_signs_over_whole_items_are_no_headings() -> None:
    text = "● 新建助餐点12处。责任科室：养老科\n■ 改造敬老院2所。责任科室：养老科\n● 开展低保核查。责任科室：救助科\n"
    assert len(led(text)) == 3
