"""Word documents: list numbers written out, tables, text boxes and tracked changes, all from real files."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_document
from desktop_app.documents.reader.number_forms import chinese, render_number
from tests.documents.word_files import LEVELS, add_list, add_numbered, add_raw, new_document, run, save


def lines(path: Path) -> list[str]:
    return read_document(path).text.split("\n")


def test_list_numbers_are_written_out_and_restart_below_a_higher_level(tmp_path: Path) -> None:
    document = new_document()
    add_list(document, 900, LEVELS)
    for depth, text in enumerate(["修路", "东街", "铺油"]):
        add_numbered(document, text, 900, depth)
    for text, depth in [("西街", 1), ("架桥", 0), ("南桥", 1)]:
        add_numbered(document, text, 900, depth)
    path = save(document, tmp_path / "a.docx")
    assert lines(path) == ["一、修路", "（一）东街", "1.铺油", "（二）西街", "二、架桥", "（一）南桥"]


def test_a_second_list_may_go_on_or_start_again(tmp_path: Path) -> None:
    document = new_document()
    add_list(document, 900, [("decimal", "%1.")])
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = document.part.numbering_part.element
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="901"><w:abstractNumId w:val="900"/>{again}</w:num>'))
    for text, number in [("修路", 900), ("架桥", 900), ("通电", 901), ("通水", 901)]:
        add_numbered(document, text, number, 0)
    assert lines(save(document, tmp_path / "a.docx")) == ["1.修路", "2.架桥", "1.通电", "2.通水"]


def test_numbers_from_a_style(tmp_path: Path) -> None:
    document = new_document()
    for text in ("修路", "架桥"):
        document.add_paragraph(text, style="List Number")
    assert lines(save(document, tmp_path / "a.docx")) == ["1.修路", "2.架桥"]


def test_tables_are_read_in_their_place(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("表前")
    table = document.add_table(2, 2)
    for index, text in enumerate(["事项", "单位", "修路", "道路科"]):
        table.cell(index // 2, index % 2).text = text
    document.add_paragraph("表后")
    assert lines(save(document, tmp_path / "a.docx")) == ["表前", "事项", "单位", "修路", "道路科", "表后"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    document = new_document()
    add_raw(
        document,
        run("新建")
        + '<w:del w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="a">{run("5")}</w:ins>'
        + f'<w:moveFrom w:id="3" w:author="a">{run("旧")}</w:moveFrom>'
        + run("个站点"),
    )
    assert lines(save(document, tmp_path / "a.docx")) == ["新建5个站点"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    document = new_document()
    box = f"<w:txbxContent><w:p>{run('框内文字')}</w:p></w:txbxContent>"
    add_raw(
        document,
        run("正文")
        + f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        + f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert lines(save(document, tmp_path / "a.docx")) == ["正文", "框内文字"]


def test_a_plan_with_automatic_numbers_is_read(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("甲县2026年工作要点")
    add_list(document, 900, LEVELS)
    add_numbered(document, "城乡建设", 900, 0)
    add_numbered(document, "修路。新修道路3公里。（责任科室：道路科）", 900, 1)
    add_numbered(document, "架桥。6月底前通车。（责任科室：桥梁科）", 900, 1)
    result = extract(save(document, tmp_path / "a.docx"))
    assert isinstance(result, Extraction)
    assert [(task.no, task.title, task.lead_units) for task in result.tasks] == [
        ("（一）", "修路", ("道路科",)),
        ("（二）", "架桥", ("桥梁科",)),
    ]


def test_a_mark_in_the_page_header_is_seen(tmp_path: Path) -> None:
    document = new_document()
    document.sections[0].header.paragraphs[0].text = "秘密★1年"
    document.add_paragraph("甲县2026年工作要点")
    document.add_paragraph("1.修路。铺油。")
    result = extract(save(document, tmp_path / "a.docx"))
    assert isinstance(result, Refusal)
    assert "秘密★1年" in result.reason


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (12, "decimal", "12"),
        (3, "chineseCountingThousand", "三"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (7, "decimalZero", "07"),
        (2, "chineseLegalSimplified", "贰"),
    ],
)
def test_number_formats(value: int, form: str, text: str) -> None:
    assert render_number(value, form) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (52, "五十二"), (105, "一百零五"), (110, "一百一十")],
)
def test_chinese_counting(value: int, text: str) -> None:
    assert chinese(value) == text
