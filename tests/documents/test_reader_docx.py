"""Word documents: list numbers written out, tables, text boxes and tracked changes, all from real files."""

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_content, read_document
from desktop_app.documents.reader.number_forms import chinese, render_number
from tests.documents.word_files import (
    LEVELS,
    NAMES,
    add_list,
    add_numbered,
    add_raw,
    new_document,
    run,
    save,
    set_number,
    with_part,
)


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


def test_a_mark_in_a_footer_or_drawn_behind_the_text_is_seen(tmp_path: Path) -> None:
    drawn = '<w:p><w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r></w:p>'
    for name, inner in (("footer7", f"<w:p>{run('机密★3年')}</w:p>"), ("header8", drawn)):
        document = new_document()
        document.add_paragraph("甲县2026年工作要点")
        document.add_paragraph("1.修路。铺油。")
        path = save(document, tmp_path / f"{name}.docx")
        with_part(path, f"word/{name}.xml", f"<w:hdr {nsdecls('w')} {NAMES}>{inner}</w:hdr>")
        assert isinstance(extract(path), Refusal)


def test_a_mark_in_a_text_box_or_in_the_first_cell_of_a_table_is_seen(tmp_path: Path) -> None:
    boxed, listed = new_document(), new_document()
    add_raw(boxed, f"<w:r><w:pict><w:txbxContent><w:p>{run('机密★1年')}</w:p></w:txbxContent></w:pict></w:r>")
    table = listed.add_table(3, 2)
    for index, text in enumerate(["秘密★6个月", "", "序号", "重点任务", "1", "修路"]):
        table.cell(index // 2, index % 2).text = text
    for number, document in enumerate((boxed, listed)):
        document.add_paragraph("1.修路。铺油。")
        assert isinstance(extract(save(document, tmp_path / f"{number}.docx")), Refusal)


def test_deleted_ends_of_paragraphs_and_hidden_words_are_not_read(tmp_path: Path) -> None:
    document = new_document()
    add_list(document, 900, [("decimal", "%1.")])
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="900"/></w:numPr>'
    ended = f'<w:pPr>{numbered}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    gone = '<w:del w:id="2" w:author="a"><w:r><w:delText>旧事</w:delText></w:r></w:del>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗字</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明字</w:t></w:r>'
    add_raw(document, ended + gone)
    add_raw(document, ended + run("修路，"))
    add_raw(document, f"<w:pPr>{numbered}</w:pPr>" + run("铺油。") + hidden + shown)
    assert lines(save(document, tmp_path / "a.docx")) == ["1.修路，铺油。明字"]


def test_the_table_of_contents_is_left_out(tmp_path: Path) -> None:
    document = new_document()
    style = document.styles.add_style("toc 1", 1).name
    document.add_paragraph("一、城乡建设\t3", style=style or "")
    document.add_paragraph("一、城乡建设")
    assert lines(save(document, tmp_path / "a.docx")) == ["一、城乡建设"]


def test_footnotes_and_remarks_are_told(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("1.修路。铺油。")
    path = save(document, tmp_path / "a.docx")
    note = f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator'/><w:footnote><w:p/></w:footnote></w:footnotes>"
    assert any("1条脚注" in remark for remark in read_content(with_part(path, "word/footnotes.xml", note)).remarks)


def test_struck_words_are_read_and_asked_about(tmp_path: Path) -> None:
    document = new_document()
    paragraph = document.add_paragraph("1.修路。铺油3公里。")
    paragraph.add_run("架桥2座。").font.strike = True
    paragraph.add_run("种树。").font.strike = False
    content = read_content(save(document, tmp_path / "a.docx"))
    assert "架桥2座" in content.text()
    assert [remark for remark in content.remarks if "删除线" in remark and "1处" in remark and "架桥2座" in remark]
    page = tmp_path / "a.html"
    page.write_text("<body><p>1.修路。<del>铺油。</del><b style='text-decoration:line-through'>种树。</b></p></body>")
    assert [remark for remark in read_content(page).remarks if "2处" in remark and "铺油" in remark]


def test_a_column_of_numbers_that_word_counts(tmp_path: Path) -> None:
    document = new_document()
    add_list(document, 900, [("decimal", "%1")])
    table = document.add_table(3, 3)
    rows = [["序号", "重点任务", "牵头科室"], ["", "修路", "道路科"], ["", "架桥", "桥梁科"]]
    for index, row in enumerate(rows):
        for cell, text in zip(table.rows[index].cells, row, strict=True):
            cell.text = text
        if index:
            set_number(table.rows[index].cells[0].paragraphs[0], 900, 0)
    result = extract(save(document, tmp_path / "a.docx"))
    assert isinstance(result, Extraction)
    assert [(task.no, task.title) for task in result.tasks] == [("1", "修路"), ("2", "架桥")]


def test_a_level_that_begins_again_only_below_the_first(tmp_path: Path) -> None:
    document = new_document()
    add_list(document, 900, LEVELS)
    level = document.part.numbering_part.element.findall(f".//{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='900']/*")
    level[2].insert(1, parse_xml(f'<w:lvlRestart {nsdecls("w")} w:val="1"/>'))
    for text, depth in [("城建", 0), ("道路", 1), ("修路", 2), ("桥梁", 1), ("架桥", 2), ("社会", 0), ("养老", 2)]:
        add_numbered(document, text, 900, depth)
    found = lines(save(document, tmp_path / "a.docx"))
    assert [line for line in found if line[0].isdigit()] == ["1.修路", "2.架桥", "1.养老"]


def test_styles_number_by_the_level_that_names_them_and_a_paragraph_may_say_another(tmp_path: Path) -> None:
    document = new_document()
    add_list(document, 900, LEVELS)
    levels = document.part.numbering_part.element.findall(f".//{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='900']/*")
    for depth, name in enumerate(("Heading 1", "Heading 2")):
        style = document.styles[name]
        levels[depth].insert(1, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{style.style_id}"/>'))
        properties = f'<w:numPr {nsdecls("w")}><w:numId w:val="900"/></w:numPr>'
        style.element.get_or_add_pPr().append(parse_xml(properties))
    document.add_paragraph("城建", style="Heading 1")
    document.add_paragraph("道路", style="Heading 2")
    other = document.add_paragraph("修路", style="Heading 2")
    other._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="2"/></w:numPr>'))
    bare = document.add_paragraph("说明", style="Heading 1")
    bare._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>'))
    assert lines(save(document, tmp_path / "a.docx")) == ["一、城建", "（一）道路", "1.修路", "说明"]


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
        (3, "ideographLegalTraditional", "參"),
        (10, "ideographDigital", "一〇"),
        (12, "chineseCounting", "十二"),
        (2, "ideographTraditional", "乙"),
        (20, "decimalEnclosedCircle", "⑳"),
        (11, "decimalEnclosedCircleChinese", "11"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (12, "decimalFullWidth", "１２"),
        (5, "numberInDash", "- 5 -"),
        (99999999, "upperRoman", "99999999"),
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
