"""A paper laid out: attachments, who signs and when, red head; and set as .docx with merged tables."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from desktop_app.reports.docx_paper import as_docx, merge_starts
from desktop_app.reports.paper import (
    PLAIN,
    Attachment,
    Column,
    Head,
    Paper,
    Paragraph,
    Table,
    blocks_of,
    said,
)
from desktop_app.reports.trace import Words
from desktop_app.texts import docx_page as styles


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def lines(paper: Paper, head: Head = PLAIN) -> list[Paragraph]:
    return [block for block in blocks_of(paper, head) if isinstance(block, Paragraph) and block.words.text]


def test_one_attachment_has_no_number_and_several_stand_below_each_other() -> None:
    one = lines(Paper(Words("通知"), attachments=(Attachment("进展填报表"),)))
    two = lines(Paper(Words("通知"), attachments=(Attachment("填报表"), Attachment("盖章件"))))
    assert [line.words.text for line in (*one[1:], *two[1:])] == ["附件：进展填报表", "附件：1.填报表", "2.盖章件"]
    assert [line.left - line.hanging for line in (*one[1:], *two[1:])] == [2, 2, 5]


def test_an_attachment_with_content_begins_its_own_page_under_its_number() -> None:
    inner = (said(styles.BODY, "内容"),)
    shown = lines(Paper(Words("通报"), attachments=(Attachment("甲表"), Attachment("乙表", inner))))
    assert [line.words.text for line in shown][-3:] == ["附件2", "乙表", "内容"]
    assert [line.words.text for line in shown if line.new_page] == ["附件2"]


@pytest.mark.parametrize(
    ("name", "day", "sealed", "rights"),
    [
        ("示例区民政局办公室", "2026年6月8日", False, [2, 3]),
        ("办公室", "2026年12月18日", False, [8.0, 2]),
        ("", "2026年6月8日", False, [2]),
        ("示例区民政局", "2026年6月8日", True, [4.0, 4]),
        ("局办", "2026年12月8日", True, [6.25, 4]),
        ("示例区民政局救助管理站办公室值班室", "2026年6月8日", True, [2, 7.5]),
    ],
)
def test_the_two_ways_to_sign(name: str, day: str, sealed: bool, rights: list[float]) -> None:
    signed = lines(Paper(Words("通知"), signer=name, day=day), Head(sealed=sealed))[1:]
    assert [line.words.text for line in signed] == [part for part in (name, day) if part]
    assert [line.right for line in signed] == rights


def test_the_red_head_stands_above_the_number_and_the_red_line() -> None:
    head = Head("示例区民政局", "示民发〔2026〕5号")
    document = opened(as_docx(blocks_of(Paper(Words("关于甲的通报")), head)))
    shown = [p for p in document.paragraphs if p.text]
    assert [p.text for p in shown] == ["示例区民政局文件", "示民发〔2026〕5号", "关于甲的通报"]
    assert shown[0].style.element.rPr.find(qn("w:color")).get(qn("w:val")) == "FF0000"
    line = shown[1].style.element.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert line.get(qn("w:color")) == "FF0000"


TABLE = Table(
    (
        Column("序号", 15),
        Column("板块", 30, merged=True),
        Column("牵头", 30, over="责任分工", merged=True),
        Column("配合", 30, over="责任分工"),
    ),
    (
        (Words("1"), Words("养老"), Words("养老科"), Words("甲")),
        (Words("2"), Words("养老"), Words("养老科"), Words("甲")),
        (Words("3"), Words("救助"), Words("养老科"), Words("甲")),
        (Words("合计"),),
        (Words("4"), Words("救助"), Words("救助科"), Words("")),
    ),
)


def test_a_table_has_headers_of_two_lines_on_every_page_and_merged_cells() -> None:
    (table,) = opened(as_docx([TABLE], "A3 landscape")).tables
    heads = [row for row in table.rows if row._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert [[cell.text for cell in row.cells] for row in heads] == [
        ["序号", "板块", "责任分工", "责任分工"],
        ["序号", "板块", "牵头", "配合"],
    ]
    assert table.cell(2, 1)._tc is table.cell(3, 1)._tc is not table.cell(4, 1)._tc
    assert table.cell(3, 3)._tc is not table.cell(2, 3)._tc
    assert [cell.text for cell in table.rows[5].cells] == ["合计"] * 4


def test_a_merged_cell_ends_where_the_one_left_of_it_ends() -> None:
    assert [row[2:3] for row in merge_starts(TABLE)] == [[True], [False], [True], [], [True]]


@pytest.mark.parametrize(
    ("page", "sides"), [("A4", (210, 297)), ("A4 landscape", (297, 210)), ("A3 landscape", (420, 297))]
)
def test_pages_have_their_size(page: Any, sides: tuple[int, int]) -> None:
    section = opened(as_docx([], page)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == sides
    assert section._sectPr.find(qn("w:pgSz")).get(qn("w:orient"), "portrait") == (
        "portrait" if page == "A4" else "landscape"
    )
