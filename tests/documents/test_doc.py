"""Word 97 files: numbers of lists, tables, fields, tracked changes; damaged, locked and older ones."""

import struct
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_content, read_document
from desktop_app.documents.reader.doc import _without_fields
from desktop_app.documents.reader.doc_tables import table_of
from desktop_app.errors import Refused
from desktop_app.office.word97 import Fib, read_words
from desktop_app.office.word97_format import Cell, is_shown, setting_of
from desktop_app.office.word97_tables import Row
from tests.documents.office import converted
from tests.documents.tables import add_table
from tests.documents.word_files import LEVELS, add_list, add_numbered, add_raw, new_document, run, save

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://x.example" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>云岭区</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CHANGED = (
    f'{run("新建站点")}<w:del w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="a">{run("5")}</w:ins>{run("个。")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐字</w:t></w:r>'
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A numbered plan, a table, and a page of fields and changes, as Word 97 files."""
    folder = tmp_path_factory.mktemp("word97")
    plan = new_document()
    add_list(plan, 77, LEVELS)
    plan.add_paragraph("云岭区民政局2026年工作要点")
    for section, items in (("养老服务", ("发展助餐", "改造床位")), ("社会救助", ("规范审核",))):
        add_numbered(plan, section, 77, 0)
        for item in items:
            add_numbered(plan, f"{item}。做好工作。（责任科室：办公室）", 77, 2)
    table = docx.Document()
    table.add_paragraph("云岭区民政局2026年任务分解表")
    rows = [
        ["序号", "工作板块", "重点任务", "责任分工", "", "完成时限"],
        ["", "", "", "牵头科室", "配合科室", ""],
        [1, "养老服务", "新建站点8个", "养老科", "财务科", "6月底"],
        [2, "", "改造床位60张", "养老科", "", "全年"],
    ]
    add_table(table, rows, ("D1:E1", "A1:A2", "B1:B2", "C1:C2", "F1:F2", "B3:B4"))
    wide = docx.Document()
    wide.add_paragraph("云岭区民政局2026年责任分解表")
    names = "序号 工作板块 重点任务 年度目标 分管领导 牵头科室 配合科室 责任人 完成时限 备注"
    add_table(wide, [names.split(), [1, "养老服务", "新建站点", "8个", "", "养老科", "财务科", "", "6月底", ""]], ())
    marked = new_document()
    add_raw(marked, FIELD)
    add_raw(marked, CHANGED)
    drawn = {"plan": plan, "table": table, "wide": wide, "marked": marked}
    made = [save(document, folder / f"{name}.docx") for name, document in drawn.items()]
    return {path.stem: path for path in converted(folder, "doc:MS Word 97", *made)}


def test_numbers_that_word_counts_are_read(files: dict[str, Path]) -> None:
    result = extract(files["plan"])
    assert isinstance(result, Extraction)
    assert [(section.no, section.title) for section in result.sections] == [("一", "养老服务"), ("二", "社会救助")]
    assert [(task.no, task.title) for task in result.tasks] == [("1", "发展助餐"), ("2", "改造床位"), ("1", "规范审核")]


def test_a_table_with_merged_cells(files: dict[str, Path]) -> None:
    result = extract(files["table"])
    assert isinstance(result, Extraction)
    assert (result.kind, result.meta.title) == ("table", "云岭区民政局2026年任务分解表")
    assert [(task.title, task.lead_units, task.co_units, task.section_seq) for task in result.tasks] == [
        ("新建站点8个", ("养老科",), ("财务科",), 1),
        ("改造床位60张", ("养老科",), (), 1),
    ]


def test_a_table_whose_rows_are_set_in_the_data_stream(files: dict[str, Path]) -> None:
    result = extract(files["wide"])
    assert isinstance(result, Extraction)
    assert [(task.title, task.lead_units, task.co_units) for task in result.tasks] == [
        ("新建站点", ("养老科",), ("财务科",))
    ]


def test_fields_give_their_result_and_changes_count_as_accepted(files: dict[str, Path]) -> None:
    assert read_document(files["marked"]).text.split("\n") == ["云岭区", "新建站点5个。"]


def test_the_words_of_a_box_stand_where_it_is_tied(tmp_path: Path) -> None:
    document = new_document()
    box = f"<w:txbxContent><w:p>{run('云岭区民政局文件')}</w:p></w:txbxContent>"
    shape = f'<v:rect style="width:300pt;height:40pt"><v:textbox>{box}</v:textbox></v:rect>'
    add_raw(
        document,
        run("云民发〔2026〕7号") + f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">{shape}</w:pict></w:r>',
    )
    document.add_paragraph("云岭区民政局2026年工作要点")
    document.add_paragraph("1.建好助餐点。年内新建8个。（养老服务科）")
    (path,) = converted(tmp_path, "doc:MS Word 97", save(document, tmp_path / "要点.docx"))
    assert read_content(path).text().splitlines()[:2] == ["云岭区民政局文件", "云民发〔2026〕7号"]
    result = extract(path)
    assert isinstance(result, Extraction) and [task.lead_units for task in result.tasks] == [("养老服务科",)]


def test_the_same_file_as_wps_calls_it(files: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "要点.wps"
    path.write_bytes(files["plan"].read_bytes())
    result = extract(path)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 3


def test_damaged_locked_and_older_files_are_refused(files: dict[str, Path], tmp_path: Path) -> None:
    data = files["plan"].read_bytes()
    at = data.find(struct.pack("<H", 0xA5EC))
    locked = bytearray(data)
    locked[at + 11] |= 0x01
    older = bytearray(data)
    older[at : at + 4] = struct.pack("<HH", 0xA5DC, 0x0068)
    for name, broken, said in (
        ("半.doc", data[: len(data) // 3], "损坏"),
        ("头.doc", data[:2048] + "Bookmark".encode("utf-16-le"), "损坏(?!.*xlsx)"),
        ("密.doc", bytes(locked), "密码"),
        ("旧.doc", bytes(older), "Word 95"),
    ):
        path = tmp_path / name
        path.write_bytes(broken)
        with pytest.raises(Refused, match=said) as refused:
            read_content(path)
        assert "台账没有改动" in refused.value.sentence


@given(some.data())
def test_a_file_with_damaged_bytes_is_read_or_refused(files: dict[str, Path], data: some.DataObject) -> None:
    from desktop_app.documents.reader.doc import read_doc

    content = bytearray(files["plan"].read_bytes())
    for _ in range(data.draw(some.integers(1, 6))):
        content[data.draw(some.integers(512, len(content) - 1))] = data.draw(some.integers(0, 255))
    try:
        read_doc(bytes(content), "坏.doc")
    except Refused as refused:
        assert "台账没有改动" in refused.sentence


def test_the_piece_table_joins_wide_and_narrow_text() -> None:
    wide, narrow = "云岭区".encode("utf-16-le"), b"2026 plan"
    stream = bytearray(0x400) + wide + narrow
    pieces = struct.pack("<III", 0, 3, 12) + struct.pack("<HIH", 0, 0x400, 0)
    pieces += struct.pack("<HIH", 0, (0x400 + len(wide)) * 2 | 0x40000000, 0)
    clx = b"\x01\x02\x00ab\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", stream, 0x01A2, 0, len(clx))
    words = read_words(Fib((12, 0, 0, 0, 0, 0, 0, 0), bytes(stream), clx, b""))
    assert words.text == "云岭区2026 plan"
    assert words.place(4) == 0x400 + len(wide) + 1


def test_codes_of_fields_are_blanked_also_one_inside_another() -> None:
    text = "前\x13 PAGE \x13 IF \x14内\x15 \x14果\x15后"
    shown = _without_fields(text)
    assert len(shown) == len(text)
    assert shown.replace("\0", "") == "前果后"


def test_single_properties_of_paragraphs_and_characters() -> None:
    style = struct.pack("<H", 3)
    listed = style + struct.pack("<HB", 0x260A, 2) + struct.pack("<HH", 0x460B, 7)
    assert setting_of(listed, {})[:2] == (7, 2)
    assert setting_of(style, {3: (5, 1)})[:2] == (5, 1)
    assert setting_of(style + struct.pack("<HH", 0x460B, 0), {3: (5, 1)}).list is None
    assert not is_shown(struct.pack("<HB", 0x0800, 1))
    assert is_shown(struct.pack("<HB", 0x0800, 0))


def test_cells_of_different_widths_share_a_grid() -> None:
    table = table_of(
        [
            Row(("甲", "乙"), (Cell(0, 100, False), Cell(100, 300, False))),
            Row(("", "丙", "丁"), (Cell(0, 100, True), Cell(100, 200, False), Cell(200, 301, False))),
        ],
        "表1",
    )
    assert table.rows == (("甲", "乙", ""), ("", "丙", "丁"))
    assert table.merged == ((0, 0, 1, 0), (0, 1, 0, 2))
