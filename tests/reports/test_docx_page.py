"""The page of an official paper: what the standard fixes is in the file, and the file opens again."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from desktop_app.reports import docx_page
from desktop_app.texts import docx_page as texts


def opened(document: Any) -> Any:
    """The paper as another program reads it."""
    return Document(io.BytesIO(docx_page.to_bytes(document)))


def test_the_page_is_that_of_the_standard() -> None:
    section = opened(docx_page.blank()).sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(side.mm) for side in (*sides, section.left_margin, section.right_margin)] == [
        210,
        297,
        37,
        35,
        28,
        26,
    ]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert int(section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt) // (579 / 20) == 22


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        (texts.TITLE, "方正小标宋简体", "44"),
        (texts.BODY, "仿宋_GB2312", "32"),
        (texts.HEAD, "黑体", "32"),
        (texts.SUB, "楷体_GB2312", "32"),
        (texts.ATTACHMENT_MARK, "黑体", "32"),
    ],
)
def test_each_style_names_its_chinese_font(style: str, font: str, half_points: str) -> None:
    look = opened(docx_page.blank()).styles[style].element.rPr
    assert look.find(qn("w:rFonts")).get(qn("w:eastAsia")) == font
    assert look.find(qn("w:sz")).get(qn("w:val")) == half_points


def test_no_style_falls_back_to_the_library_s_own_fonts() -> None:
    document = opened(docx_page.blank(docx_page.OFFICIAL._replace(body="宋体")))
    assert b"Theme" not in document.styles.element.xml.encode()
    assert "宋体" in document.styles.element.xml and "仿宋" not in document.styles.element.xml
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:eastAsia")) == "zh-CN"


def test_page_numbers_stand_outside_between_dashes() -> None:
    document = opened(docx_page.blank())
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert "".join(node.text for node in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert [node.text for node in paragraph._p.iter(qn("w:instrText"))] == [" PAGE "]
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert paragraph._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
