"""The notice and the sign-off sheet as papers: what they say, where it stands, in which style."""

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from desktop_app.reports import notice, signoff
from desktop_app.texts import docx_page as styles

ASKED = notice.Asked(
    "2026年6月",
    "2026年6月30日",
    "2026年6月26日",
    ("养老科", "救助科"),
    12,
    ("本期情况", "进展情况"),
    True,
    True,
    "示例区民政局",
    "2026年6月8日",
)


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def by_style(document: Any, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style and p.text]


def test_the_notice_has_the_parts_of_an_official_paper() -> None:
    document = opened(notice.as_docx(notice.notice_letter(ASKED)))
    assert by_style(document, styles.TITLE) == ["关于报送2026年6月\n重点工作任务进展情况的通知"]
    assert by_style(document, styles.ADDRESSEES) == ["养老科、救助科："]
    assert by_style(document, styles.HEAD) == ["一、填报范围", "二、填报要求", "三、报送时间和方式"]
    assert by_style(document, styles.ATTACHMENTS) == [
        "附件：1.2026年6月重点工作任务进展填报表",
        "2.2026年6月重点工作任务进展填报表盖章件",
    ]
    assert by_style(document, styles.SIGNATURE) == ["示例区民政局", "2026年6月8日"]
    body = "\n".join(by_style(document, styles.BODY))
    for part in ("2个单位、12项任务", "数据截至2026年6月30日", "“本期情况”“进展情况”", "2026年6月26日前", "盖章件"):
        assert part in body


def test_the_notice_says_only_what_is_so() -> None:
    letter = notice.notice_letter(ASKED._replace(usual=False, signoff=False, signer=""))
    words = notice.as_text(letter)
    assert "已销号和长期坚持的任务本次不填" not in words
    assert letter.attachments == ("2026年6月重点工作任务进展填报表",)
    assert words.startswith("关于报送2026年6月重点工作任务进展情况的通知\n\n养老科、救助科：")
    assert words.endswith("附件：2026年6月重点工作任务进展填报表\n\n2026年6月8日\n")


def test_each_unit_has_a_sign_off_sheet_on_a_page_of_its_own() -> None:
    sheets = [
        signoff.Sheet(unit, "2026年6月", "2026年6月30日", "2026年6月26日", tasks)
        for unit, tasks in (("养老科", (("1", "新建助餐点"), ("2", "改造床位"))), ("救助科", (("3", "核对"),)))
    ]
    document = opened(signoff.as_docx(sheets))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert tables[0][1:] == [["1", "新建助餐点", "", ""], ["2", "改造床位", "", ""]]
    assert [len(table) for table in tables] == [3, 2]
    assert tables[0][0] == ["序号", "重点任务", "完成率(%)", "备注"]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    heads = [p for p in document.paragraphs if p.style.name == styles.ATTACHMENT_MARK]
    assert [bool(p.paragraph_format.page_break_before) for p in heads] == [False, True]
    lines = by_style(document, styles.ADDRESSEES)
    assert [line for line in lines if line.startswith("填报单位")] == [
        "填报单位（盖章）：养老科",
        "填报单位（盖章）：救助科",
    ]
    assert "任务2项" in by_style(document, styles.BODY)[0]
