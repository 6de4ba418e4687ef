"""Tables that are no workbook: values with commas, web pages, one-file XML, Word; locked files and archives."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from desktop_app.cli import main
from desktop_app.errors import Refused
from desktop_app.exchange import read_archive
from desktop_app.exchange.read_archive import Allowance, members
from desktop_app.exchange.read_files import read_paths
from desktop_app.exchange.read_forms import read_form
from desktop_app.exchange.read_headers import header_of
from desktop_app.exchange.read_meanings import meaning
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import read_book
from desktop_app.texts import returned as texts

HEAD = ["序号", "重点任务", "进展情况", "完成率(%)", "存在问题"]
ROW = ["1", "新建助餐点", "选址2处\n签约", "60%", "无"]


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def said(data: bytes) -> dict[str, object]:
    """What the first row answers."""
    (row,) = read_form(data, "x").rows
    return {"title": row.title, **{field: cell.typed.raw for field, cell in row.cells.items()}}


EXPECTED = {"title": "新建助餐点", "text": "选址2处\n签约", "percent": "60%", "problems": "无"}


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_a_control_character_ends_no_line(sign: str) -> None:
    (row,) = read_form(f"重点任务,进展情况,完成率(%)\r\n核对低保对象,核对了{sign}三个村,41\r\n".encode(), "x").rows
    assert (row.cells["text"].typed.raw, row.cells["percent"].typed.raw) == (f"核对了{sign}三个村", "41")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_values_between_signs(encoding: str, between: str) -> None:
    lines = [between.join(f'"{value}"' for value in row) for row in (HEAD, ROW)]
    assert said("\r\n".join(lines).encode(encoding)) == EXPECTED


def test_commas_of_a_sentence_divide_no_line() -> None:
    words = "核对了户籍，走访了邻里，" * 3000
    lines = [
        "填报单位：养老科,,",
        "重点任务,进展情况,完成率(%)",
        f"核对低保对象,{words},41",
        "新建助餐点,选址，签约,60",
    ]
    assert [row.cells["percent"].typed.raw for row in read_form("\r\n".join(lines).encode(), "x").rows] == ["41", "60"]


def test_values_that_were_kept_from_becoming_numbers() -> None:
    lines = ["重点任务,进展情况,完成率(%)", '核对低保对象,核对了两个村,="41"', '新建助餐点,"=""甲""处选址",="60%"']
    told = [[cell.typed.raw for cell in row.cells.values()] for row in read_form("\r\n".join(lines).encode(), "x").rows]
    assert told == [["核对了两个村", "41"], ['="甲"处选址', "60%"]]


CSV = ["重点任务,进展情况,完成率(%),存在问题", "改造护理床位,已改造45张,38,无", "核对低保对象,核对了两个村,41,"]
PAGE = [f"<tr>{''.join(f'<td>{value}</td>' for value in line.split(','))}</tr>" for line in CSV]


@pytest.mark.parametrize("end", ["新建助餐点,选址2处，已", '新建助餐点,"选址2处，\n已', "新建助餐点,选址2处,6"])
def test_lines_that_end_within_a_row_are_refused(end: str) -> None:
    with pytest.raises(Refused, match=texts.FILE_TRUNCATED):
        read_form("\n".join([*CSV, end]).encode(), "x")


@pytest.mark.parametrize("end", ["新建助餐点,选址2处,60,", "新建助餐点,选址2处,60\n", "审核人：张某", ""])
def test_lines_that_end_with_a_row_are_read(end: str) -> None:
    assert [row.title for row in read_form("\n".join([*CSV, end]).encode(), "x").rows][:2] == [
        "改造护理床位",
        "核对低保对象",
    ]


@pytest.mark.parametrize("end", ["</table></body></html>", "</TABLE>"])
def test_a_page_whose_table_does_not_end_is_refused(end: str) -> None:
    page = f"<html><body><table border=1>{''.join(PAGE)}<tr><td>新建助餐点</td><td>选址2处，"
    with pytest.raises(Refused, match=texts.FILE_TRUNCATED):
        read_form(page.encode(), "x")
    assert len(read_form(f"{page}{end}".encode(), "x").rows) == 3


def test_a_page_with_spans() -> None:
    page = (
        "<html><body><h2>2026年6月填报表</h2><p>填报单位：养老科</p><table>"
        "<tr><th rowspan=2>序号</th><th rowspan=2>重点任务</th><th colspan=3>本期</th></tr>"
        "<tr><th>进展情况</th><th>完成率(%)</th><th>存在问题</th></tr>"
        "<tr><td>1</td><td>新建助餐点</td><td>选址2处<br>签约</td><td> 60%&nbsp;</td><td>无</td></tr></table>"
    )
    assert said(page.encode()) == EXPECTED
    assert read_form(page.encode("gbk").replace(b"<html>", b'<html><meta charset="gb2312">'), "x").unit == "养老科"


def test_one_xml_file_tells_percentages_and_its_mark() -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    cells = "".join(f'<Cell><Data ss:Type="String">{value}</Data></Cell>' for value in HEAD)
    xml = (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Styles>'
        '<Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style></Styles>'
        f'<Worksheet ss:Name="填报表"><Table><Row ss:Index="3">{cells}</Row><Row><Cell ss:Index="2">'
        '<Data ss:Type="String">甲</Data></Cell><Cell ss:Index="4" ss:StyleID="s1"><Data ss:Type="Number">0.6</Data>'
        "</Cell></Row></Table></Worksheet></Workbook>"
    )
    (row,) = read_form(xml.encode(), "x").rows
    assert (row.title, row.cells["percent"].typed.raw, row.cells["percent"].typed.percent) == ("甲", 0.6, True)


def word(*rows: list[str]) -> bytes:
    document = Document()
    document.add_paragraph("填报单位：养老科    填报人：")
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_a_table_in_word() -> None:
    assert said(word(HEAD, ROW)) == EXPECTED
    assert read_form(word(HEAD, ROW), "x").unit == "养老科"
    with pytest.raises(Refused) as refused:
        read_form(word(["甲"] * 5), "x")
    assert refused.value.sentence == texts.FILE_WORD


def test_words_struck_by_a_tracked_change_are_not_read() -> None:
    document = Document(io.BytesIO(word(HEAD, ROW)))
    run = document.tables[0].cell(1, 2).paragraphs[0].add_run()._r
    struck = OxmlElement("w:delText")
    struck.text = "旧话"
    run.append(struck)
    run.set(qn("w:rsidDel"), "00AA00AA")
    held = io.BytesIO()
    document.save(held)
    assert said(held.getvalue()) == EXPECTED


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        (
            [["序号", "任务", "进展", ""], ["", "", "完成情况", "存在问题"]],
            {"no": 0, "title": 1, "text": 2, "problems": 3},
        ),
        ([["重点任务", "完成", "存在"], ["", "率(%)", "问题"]], {"title": 0, "percent": 1, "problems": 2}),
        (
            [["填报单位：甲", "", ""], ["重点任务", "进展情况", "下一步工作打算"]],
            {"title": 0, "text": 1, "next_steps": 2},
        ),
        ([["重点任务", "指标①完成数", "指标二完成情况"]], {"title": 0, "figure_1": 1, "figure_2": 2}),
    ],
)
def test_headers_of_one_line_and_two(lines: list[list[str]], columns: dict[str, int]) -> None:
    header = header_of([*lines, ["1", "x", "y", "z"]], 10)
    assert header is not None
    assert dict(header.columns) == columns
    assert header.line == len(lines) - 1


@pytest.mark.parametrize(
    ("field", "headers"),
    [
        ("text", "主要进展 进展情况描述 工作推进情况 具体进展 工作开展情况说明"),
        ("percent", "目标完成率（%） 任务完成率 总体进度 年度目标任务完成率 累计完成率"),
        ("problems", "工作中存在的问题 推进中的困难 问题及困难 存在困难和不足"),
        ("next_steps", "下步工作思路 整改措施及下步打算 下步打算及建议 下阶段重点工作 下一步主要工作安排"),
        ("figure_2", "完成数② 指标2累计完成 累计完成数量② 目标指标二完成值"),
        ("evidence", "附件 相关材料 附件材料"),
        (None, "时间进度 序时进度 资金完成率 计划完成率 整改措施 需协调解决的问题 已解决的问题 上月完成率 完成数"),
    ],
)
def test_other_words_that_head_a_column(field: str | None, headers: str) -> None:
    assert {meaning(folded(header)) for header in headers.split()} == {field}


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize("mark", ["", "R31-b61e9cd0"])
def test_a_header_that_was_sorted_among_the_rows_heads_those_above_it_too(place: int, mark: str) -> None:
    rows = [["乙", "核对低保对象", "核对了两个村", "41%", mark], ["甲", "改造护理床位", "已改造45张", "38%", mark]]
    lines = [["填报单位：养老科", "", "填报人：甲", "", ""], *rows]
    lines.insert(1 + place, ["序号", "重点任务", "进展情况", "完成率(%)", ""])
    form = read_form("\n".join(map(",".join, lines)).encode(), "x")
    told = {row.title: row.cells["percent"].typed.raw for row in form.rows}
    assert (form.unit, told) == ("养老科", {"核对低保对象": "41%", "改造护理床位": "38%"})


@pytest.mark.parametrize(
    ("header", "field", "unsure"),
    [
        ("完成率(%)（资金）", "percent", True),
        ("完成率（预计）", "percent", True),
        ("指标①完成数（本季新增）", "figure_1", True),
        ("指标①完成数（6月）", "figure_1", True),
        ("存在问题（已解决）", "problems", True),
        ("完成率(%)（截至6月30日）", "percent", False),
        ("指标①完成数（今年以来累计）", "figure_1", False),
        ("指标①完成数（本季累计）", "figure_1", False),
        ("存在问题（没有填“无”）", "problems", False),
        ("下步打算（计划）", "next_steps", False),
    ],
)
def test_a_header_whose_brackets_tell_of_a_part_is_a_doubt(header: str, field: str, unsure: bool) -> None:
    said = "缺人手" if field in ("problems", "next_steps") else "41"
    (row,) = read_form(f"重点任务,进展情况,{header}\n核对低保对象,核对了两个村,{said}\n".encode(), "x").rows
    assert (bool(row.cells[field].unsure), row.cells["text"].unsure) == (unsure, None)


@pytest.mark.parametrize(("words", "unsure"), [("有进展", False), ("与上期无变化", False), ("两个村都好", True)])
def test_a_choice_under_an_unknown_header_tells_what_it_is(words: str, unsure: bool) -> None:
    lines = [
        "重点任务,具体举措,目标指标,完成时限,上期,情况,进展情况,完成率(%)",
        f"核对低保对象,,,,,{words},核对了两个村,41",
    ]
    (row,) = read_form("\n".join(lines).encode(), "x").rows
    assert (bool(row.cells["status"].unsure), row.cells["text"].unsure) == (unsure, None)


def test_a_line_above_the_header_without_an_answer_is_no_row() -> None:
    lines = [
        ["2026年6月填报表", "", "单位：万元"],
        ["重点任务", "进展情况", "完成率(%)"],
        ["核对低保对象", "核对了", "41%"],
    ]
    form = read_form("\n".join(map(",".join, lines)).encode(), "x")
    assert [row.title for row in form.rows] == ["核对低保对象"]


def locked(password: str) -> bytes:
    made, held, secret = Workbook(), io.BytesIO(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    for row in (HEAD, ROW):
        sheet.append(row)  # type: ignore[union-attr]
    made.save(held)
    OOXMLFile(held).encrypt(password, secret)
    return secret.getvalue()


@pytest.mark.parametrize(
    ("passwords", "refusal"), [((), texts.FILE_ENCRYPTED), (("x", "y"), texts.PASSWORD_WRONG), (("x", "mz"), None)]
)
def test_a_password_opens_a_locked_file(tmp_path: Path, passwords: tuple[str, ...], refusal: str | None) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(**{"in.xlsx": locked("mz")}))
    (file,) = read_paths([path], passwords=passwords)
    assert (file.refusal, file.locked) == (refusal, refusal is not None)
    if refusal is None:
        assert file.form is not None
        assert file.data.startswith(b"PK")  # what is stored can be read again without the password
        assert read_book(file.data).sheets


def test_a_file_that_excel_opens_unasked_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(locked("VelvetSweatshop"))
    (file,) = read_paths([path])
    assert file.form is not None


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_a_flag_are_read(tmp_path: Path, encoding: str) -> None:
    name = "科表".encode(encoding)
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(**{"A" * len(name): b"x"}).replace(b"A" * len(name), name))
    assert [file.name for file in read_paths([path])] == [f"{path}!/科表"]


def test_an_archive_gives_no_more_than_its_allowance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_archive, "MOST_FILES", 4)
    inner = zipped(a=b"1", b=b"2", c=b"3")
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(x=inner, y=inner))
    files = read_paths([path])
    assert files[-1].refusal == texts.ZIP_MANY.format(limit=4)
    assert len(files) <= 5


def test_the_sizes_in_nested_archives_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_archive, "MOST_MB", 2)
    allowance = Allowance()
    data = zipped(a=bytes(1 << 20))
    assert len(list(members(data, allowance))) == 1
    assert len(list(members(data, allowance))) == 1
    with pytest.raises(Refused) as refused:
        list(members(data, allowance))
    assert refused.value.sentence == texts.ZIP_HUGE.format(limit=2)


def test_the_verb_takes_passwords(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(locked("mz"))
    arguments = ["collect", "--data", str(tmp_path / "ledger"), str(path)]
    assert main(arguments) == 2
    assert texts.FILE_ENCRYPTED in capsys.readouterr().err
    assert main([*arguments, "--password", "x", "--password", "mz"]) == 2
    assert texts.FILE_ENCRYPTED not in capsys.readouterr().err  # it is read, and is no form of this ledger
