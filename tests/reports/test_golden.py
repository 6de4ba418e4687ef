"""The papers' .docx, part by part as recorded: page, styles, page numbers, every kind of block, both heads and ends."""

import base64

import pytest

from desktop_app.reports.docx_paper import as_docx
from desktop_app.reports.paper import (
    PLAIN,
    Attachment,
    Block,
    Column,
    Head,
    PageName,
    Paper,
    Picture,
    Table,
    blocks_of,
    said,
)
from desktop_app.reports.trace import Words, added, number
from desktop_app.texts import docx_page as styles
from tests.golden_files import parts_of, recorded

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
PARTS = r"word/(document|styles|settings|footer\d)\.xml|word/_rels/document\.xml\.rels"


def blocks(head: Head) -> list[Block]:
    table = Table(
        (
            Column("序号", 16, centred=True),
            Column("板块", 40, merged=True),
            Column("牵头单位", 50, "责任分工"),
            Column("配合单位", 50, "责任分工"),
        ),
        (
            (Words("1"), Words("养老服务"), Words("养老科"), Words("财务科\n各镇街")),
            (Words("2"), Words("养老服务"), Words("救助科"), Words("")),
            (Words("合计2项"),),
        ),
        small=True,
    )
    body = (
        said(styles.HEAD, "一、总体情况"),
        said(styles.BODY, added("共", number(2, "total"), "项。")),
        said(styles.SUB, "（一）分板块"),
        said(styles.NOTE, "注：数据截至6月30日。"),
    )
    attached = (Attachment("任务清单", (table,)), Attachment("进展图", (Picture("进展图", DOT, 60, 40),)))
    paper = Paper(
        Words("关于推进工作\n有关事项的通报"), Words("各科室："), body, attached, "示例区民政局", "2026年7月2日"
    )
    return blocks_of(paper, head)


@pytest.mark.parametrize(
    ("name", "head", "page"),
    [
        ("plain", PLAIN, "A4"),
        ("red", Head("示例区民政局", "示民发〔2026〕5号", True), "A4"),
        ("table", PLAIN, "A3 landscape"),
    ],
)
def test_the_paper_is_as_recorded(name: str, head: Head, page: PageName) -> None:
    assert parts_of(as_docx(blocks(head), page, mark="x"), PARTS) == recorded(f"paper_{name}.docx")
