"""PDF files: paragraphs over lines and pages, columns, ruled tables, and what is refused."""

import re
from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_content, read_document
from desktop_app.documents.reader.blocks import Table
from desktop_app.documents.reader.pdf_tables import continued
from desktop_app.errors import Refused
from tests.documents.office import converted
from tests.documents.pdf_files import ROOM, Sideways, Stroke, Text, column, grid, pdf
from tests.documents.word_files import new_document, save

ITEMS = [
    f"{n}.推进第{n}类服务设施建设。聚焦老年人急难愁盼，新建社区助餐点{n + 3}个，改造床位{n * 10}张，9月底前完成。"
    "（牵头责任单位：养老服务科）"
    for n in range(1, 9)
]
TITLE_IN_FULL = "云岭区民政局2026年工作要点"
TITLE = [Text(180, 745, "云岭区民政局", 22), Text(150, 705, "2026年工作要点", 22)]


def read(path: Path, *pages: list[Text | Stroke]) -> Extraction:
    path.write_bytes(pdf(*pages))
    result = extract(path)
    assert isinstance(result, Extraction)
    return result


def check_items(result: Extraction) -> None:
    assert [task.no for task in result.tasks] == [str(n) for n in range(1, 9)]
    for n, task in enumerate(result.tasks, 1):
        assert task.title == f"推进第{n}类服务设施建设"
        assert task.text == f"聚焦老年人急难愁盼，新建社区助餐点{n + 3}个，改造床位{n * 10}张，9月底前完成。"
        assert task.lead_units == ("养老服务科",)


def edges(number: int) -> list[Text | Stroke]:
    return [Text(220, 800, "云岭区民政局文件", 10), Text(285, 40, f"— {number} —", 10)]


def test_paragraphs_over_lines_and_pages_without_headers_and_numbers(tmp_path: Path) -> None:
    lines = column(["一、养老服务", *ITEMS], 70, 660, 28)
    pages: list[list[Text | Stroke]] = [[*edges(1), *TITLE, *lines[:7]]]
    for page, start in enumerate(range(7, len(lines), 9), 2):
        part = [Text(text.x, 740 - 28 * n, text.words) for n, text in enumerate(lines[start : start + 9])]
        pages.append([*edges(page), *part])
    result = read(tmp_path / "要点.pdf", *pages)
    check_items(result)
    assert result.meta.title == "云岭区民政局2026年工作要点"
    assert "—" not in result.source
    assert result.source.count("云岭区民政局文件") == 0


@pytest.mark.parametrize("order", ["columns", "lines", "backwards"])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, order: str) -> None:
    left, right = column(["一、养老服务", *ITEMS[:4]], 50, 690, 22, 10), column(ITEMS[4:], 310, 690, 22, 10)
    drawn: list[Text | Stroke] = [*left, *right]
    if order == "lines":
        drawn.sort(key=lambda text: -text.y if isinstance(text, Text) else 0)
    elif order == "backwards":
        drawn.reverse()
    check_items(read(tmp_path / "栏.pdf", [Text(150, 750, "云岭区民政局2026年工作要点", 18), *drawn]))


def test_a_ruled_table_over_two_pages(tmp_path: Path) -> None:
    header = ["序号", "工作任务", "牵头科室", "完成时限"]
    rows = [[str(n), f"推进第{n}类养老服务设施建设并投入使用，新建{n}个", "养老服务科", "9月底前"] for n in range(1, 7)]
    first, second = [header, *rows[:3]], [header, *rows[3:]]
    title = Text(150, 750, "云岭区民政局2026年任务分解表", 18)
    widths = [40.0, 150, 100, 80]
    result = read(tmp_path / "表.pdf", [title, *grid(first, 60, 720, widths, 9)], grid(second, 60, 760, widths, 9))
    assert (result.kind, result.meta.title) == ("table", "云岭区民政局2026年任务分解表")
    assert [(task.no, task.title) for task in result.tasks] == [(row[0], row[1]) for row in rows]
    assert {task.lead_units for task in result.tasks} == {("养老服务科",)}


def test_a_row_broken_by_the_page_is_made_whole(tmp_path: Path) -> None:
    first = [["序号", "工作任务", "牵头科室", "完成时限"], ["1", "推进老年助餐，新建站", "养老服务科", "9月底前"]]
    second = [["", "点6个", "", ""], ["2", "改造床位60张", "养老服务科", "全年"]]
    widths = [40.0, 150, 100, 80]
    result = read(tmp_path / "表.pdf", grid(first, 60, 300, widths, 12), grid(second, 60, 760, widths, 12))
    assert [task.title for task in result.tasks] == ["推进老年助餐，新建站点6个", "改造床位60张"]


def test_a_row_broken_by_the_page_is_made_whole_below_names_said_again(tmp_path: Path) -> None:
    names = ["序号", "工作任务", "牵头科室", "配合单位"]
    first = [names, ["1", "推进老年助餐。新建站", "养老服务科", "康养集团，有关镇（街"]]
    second = [names, ["", "点6个，培训80人。", "", "道）"], ["2", "改造床位60张", "养老服务科", "财务科"]]
    widths = [40.0, 150, 100, 130]
    result = read(tmp_path / "表.pdf", grid(first, 60, 300, widths, 12), grid(second, 60, 760, widths, 12))
    assert [(task.title, task.co_units) for task in result.tasks] == [
        ("推进老年助餐", ("康养集团", "有关镇（街道）")),
        ("改造床位60张", ("财务科",)),
    ]
    assert [target.value for target in result.tasks[0].targets] == [6, 80]


def test_names_said_again_do_not_part_a_merged_cell() -> None:
    names = ("序号", "任务", "责任人")
    above = Table("表", (names, ("1", "修路", "桑某"), ("2", "架桥", "")), ((1, 2, 2, 2),))
    below = Table("表", (names, ("3", "通水", ""), ("4", "亮灯", ""), ("5", "种树", "柏某")), ((1, 2, 2, 2),))
    whole = continued(above, below)
    assert whole and whole.merged == ((1, 2, 4, 2),)
    assert [row[0] for row in whole.rows] == ["序号", "1", "2", "3", "4", "5"]


def test_a_name_spread_over_its_line_is_one(tmp_path: Path) -> None:
    rows = [
        ["序号", "工作任务", "责任领导", "牵头单位"],
        ["1", "疏浚支流3条", "王 明 李 强", "市 生 态 环 境\n局、市水务局"],
        ["2", "修剪行道树", "赵 敏", "园林局"],
    ]
    result = read(tmp_path / "表.pdf", grid(rows, 60, 700, [40.0, 150, 80, 110], 12))
    assert result.tasks[0].lead_units == ("市生态环境局", "市水务局")
    assert "王明李强" not in result.source


def test_a_merged_cell_goes_on_over_the_page() -> None:
    above = Table("表", (("1", "修路", "桑某"), ("2", "架桥", "")), ((0, 2, 1, 2),))
    below = Table("表", (("3", "通水", ""), ("4", "亮灯", ""), ("5", "种树", "柏某")), ((0, 2, 1, 2),))
    whole = continued(above, below)
    assert whole and whole.merged == ((0, 2, 3, 2),)
    alone = continued(above, Table("表", (("3", "通水", ""), ("4", "亮灯", "柏某")), ()))
    assert alone and alone.merged == ((0, 2, 1, 2),)


def test_words_of_a_merged_cell_that_the_page_cuts_stand_in_it(tmp_path: Path) -> None:
    """As a sheet is printed: in the middle of the whole cell, below the table's edge, and again on the next page."""
    edges = [60.0, 100, 180, 380, 480]
    titles = ["新建助餐点3个", "改造床位60张", "维修墓园2处"]

    def part(y: float, rows: list[str], at: float) -> list[Text | Stroke]:
        drawn: list[Text | Stroke] = [Stroke(x, y, x, y - 24 * len(rows)) for x in edges]
        for n in range(len(rows) + 1):
            merged = 0 < n < len(rows)
            level = y - 24 * n
            drawn += [Stroke(60, level, 100, level), Stroke(180, level, 480, level)]
            drawn += [] if merged else [Stroke(100, level, 180, level)]
        for n, title in enumerate(rows):
            number = str(titles.index(title) + 1) if title in titles else "序号"
            words = ((64, number), (184, title), (384, "养老科" if title in titles else "牵头科室"))
            drawn += [Text(x, y - 16 - 24 * n, word, 10) for x, word in words]
        return [*drawn, Text(104, at, "助老服务", 10)]

    header = [*part(700, ["工作任务"], 684)[:-1], Text(104, 684, "工作领域", 10)]
    first, second = part(676, titles[:2], 590), part(760, titles[2:], 780)
    result = read(tmp_path / "表.pdf", [Text(150, 750, "云岭区2026年任务分解表", 18), *header, *first], second)
    assert [task.title for task in result.tasks] == titles
    assert [section.title for section in result.sections] == ["助老服务"]
    assert {task.lead_units for task in result.tasks} == {("养老科",)}


def test_lines_of_a_cell_stay_apart_where_a_label_opens_one_or_room_was_left(tmp_path: Path) -> None:
    duties = [
        "牵头：社会救助科室\n参加：各街道",
        "区福利院\n区救助站",
        "社会组织管理局办公\n室",
        "1月初；9\n月底：验收",
    ]
    rows = [[str(n), f"办好第{n}件实事", duty] for n, duty in enumerate(duties, 1)]
    path = tmp_path / "表.pdf"
    path.write_bytes(pdf(grid([["序号", "工作任务", "责任单位"], *rows], 60, 720, [40.0, 150, 100], 12)))
    (table,) = read_content(path).tables()
    assert [row[2] for row in table.rows[1:]] == [*duties[:2], *(duty.replace("\n", "") for duty in duties[2:])]


def test_the_last_page_of_two_columns_has_few_lines_in_the_second(tmp_path: Path) -> None:
    lines = column(["一、养老服务", *ITEMS], 50, 690, 22, 10)
    full, last = side_by_side(lines[:20], 10), side_by_side(lines[20:], len(lines) - 22)
    check_items(read(tmp_path / "要点.pdf", full, last))


def side_by_side(lines: list[Text], left: int) -> list[Text | Stroke]:
    """So many lines in the left column, the others in the right one."""
    sides = [(50, lines[:left]), (310, lines[left:])]
    return [Text(x, 690 - 14 * n, text.words, 10) for x, part in sides for n, text in enumerate(part)]


def test_a_page_of_pictures_among_pages_of_text_is_told(tmp_path: Path) -> None:
    result = read(tmp_path / "混.pdf", [*TITLE, *column(ITEMS[:3], 70, 660, 28)], [Stroke(10, 10, 20, 20)])
    assert any("第2页" in doubt.text for doubt in result.doubts)


@pytest.mark.parametrize(("quarters", "turned"), [(1, 270), (2, 180), (3, 90), (1, 0), (3, 0)])
def test_pages_set_sideways_are_read_upright(tmp_path: Path, quarters: int, turned: int) -> None:
    path = tmp_path / "横.pdf"
    words: list[Text | Stroke] = [Text(200, 550, TITLE_IN_FULL, 18), *column(["一、养老服务", *ITEMS], 70, 520, 40, 12)]
    path.write_bytes(pdf(Sideways(words, quarters, turned)))
    result = extract(path)
    assert isinstance(result, Extraction)
    check_items(result)
    header = ["序号", "工作任务", "牵头科室", "完成时限"]
    rows = [[str(n), f"推进第{n}类养老服务设施建设并投入使用，新建{n}个", "养老服务科", "9月底前"] for n in range(1, 7)]
    path.write_bytes(pdf(Sideways(grid([header, *rows], 60, 540, [40.0, 150, 100, 80], 9), quarters, turned)))
    table = extract(path)
    assert isinstance(table, Extraction)
    assert [(task.title, *task.lead_units) for task in table.tasks] == [(row[1], row[2]) for row in rows]


@pytest.mark.parametrize(
    "number",
    ["— {} —", "- {} -", "第{}页", "第{}页 共3页", "第 {} 页，共 3 页", "{} / 3", "{}", "Page {} of 3", "·{}·"],
)
def test_page_numbers_are_left_out_in_every_form(tmp_path: Path, number: str) -> None:
    lines = column(["一、养老服务", *ITEMS], 70, 740, 28)
    pages: list[list[Text | Stroke]] = []
    for page, start in enumerate(range(0, len(lines), 14), 1):
        part = [text._replace(y=740 - 28 * n) for n, text in enumerate(lines[start : start + 14])]
        pages.append([*part, Text(270, 40, number.format(page), 10)])
    check_items(read(tmp_path / "要点.pdf", [Text(150, 790, TITLE_IN_FULL, 18), *pages[0]], *pages[1:]))


def test_a_line_drawn_in_pieces_in_any_order(tmp_path: Path) -> None:
    pieces: list[Text | Stroke] = []
    for text in column(ITEMS, 70, 660, 28):
        half = len(text.words) // 2
        pieces += [Text(text.x + 16 * half, text.y, text.words[half:]), Text(text.x, text.y, text.words[:half])]
    check_items(read(tmp_path / "要点.pdf", [Text(150, 750, TITLE_IN_FULL, 18), *pieces]))


def test_signs_that_a_font_lacks_stand_where_they_are_seen(tmp_path: Path) -> None:
    """As LibreOffice writes them: the line with room left for a sign, all its signs, then the next line."""
    items = [
        f"{n}.擦亮“银龄{n}号”品牌。开展“敲门”行动{n + 3}次——含2次夜访。（牵头：养老科；协同：—）" for n in range(1, 5)
    ]
    pieces: list[Text | Stroke] = []
    for text in column(items, 40, 660, 33):
        pieces.append(text._replace(words=re.sub("[“”—]", ROOM, text.words)))
        late = re.sub("[^“”—]", ROOM, text.words)
        start = len(late) - len(late.lstrip(ROOM))
        pieces.append(Text(text.x + 16 * start, text.y, late.strip(ROOM)) if late.strip(ROOM) else text)
    result = read(tmp_path / "要点.pdf", [Text(150, 750, TITLE_IN_FULL, 18), *pieces])
    assert [task.title for task in result.tasks] == [f"擦亮“银龄{n}号”品牌" for n in range(1, 5)]
    assert [task.text for task in result.tasks] == [f"开展“敲门”行动{n + 3}次——含2次夜访。" for n in range(1, 5)]
    assert {(task.lead_units, task.co_units) for task in result.tasks} == {(("养老科",), ())}


def test_a_number_that_counts_on_opens_a_paragraph_after_a_full_line_without_a_stop(tmp_path: Path) -> None:
    notes = ["养老服务科", "社会救助科", "婚姻登记处"]
    items = [
        f"{n}.改造服务设施{n}处并在各街道各社区挂牌运行，完善开放共享制度。【主办：{note}】"
        for n, note in enumerate(notes, 1)
    ]
    half = len(items[0]) // 2
    assert half * 2 == len(items[0])  # two full lines each, none indented
    halves = [part for item in items for part in (item[:half], item[half:])]
    lines = [Text(70, 660 - 24 * n, part) for n, part in enumerate(halves)]
    result = read(tmp_path / "要点.pdf", [Text(150, 750, TITLE_IN_FULL, 18), *lines])
    assert result.source.splitlines() == [TITLE_IN_FULL, *items]
    assert [task.lead_units for task in result.tasks] == [(note,) for note in notes]


def test_a_line_is_full_where_the_next_number_found_no_room(tmp_path: Path) -> None:
    lines = [
        "1.建好照护床位。在各街道福利机构和社区站新改建照护床位",
        "1200000张以上，并按月公布进度，接受各界监督。（牵头：养老科）",
    ]
    full = "全区各单位要对照任务清单逐项细化措施压实责任按时保质完成年度目标"
    items = [Text(70, 640 - 24 * n, words, 13) for n, words in enumerate(lines)]
    assert len(full) - len(lines[0]) == 4
    path = tmp_path / "要点.pdf"
    path.write_bytes(pdf([Text(150, 750, TITLE_IN_FULL, 18), Text(70, 664, full + "：", 13), *items]))
    assert read_content(path).text().splitlines()[-1] == "".join(lines)


def test_a_title_set_in_the_middle_is_one_and_a_line_set_aside_ends_there(tmp_path: Path) -> None:
    title = ["云岭区民政局关于研究养老服务与社会救助重点项目的专题会议纪", "要"]
    body = "会议听取养老科与社会救助科的情况汇报并逐项研究了今年的建设项目。"
    paragraphs = ["牵头单位：云岭区民政局养老服务科", "各责任单位每月二十五日前报送进展。"]
    letters = len(body)
    lines = [Text(70 + 7 * (letters - len(words)), 760 - 24 * n, words, 14) for n, words in enumerate(title)]
    lines += [Text(70, 700 - 24 * n, body, 14) for n in range(5)]
    lines.append(Text(70, 580, paragraphs[0], 14))
    lines.append(Text(70 + 14 * (letters - 9), 556, "2026年3月1日", 14))
    lines.append(Text(70, 532, paragraphs[1], 14))
    path = tmp_path / "纪要.pdf"
    path.write_bytes(pdf(lines))
    found = [line.strip("\u3000") for line in read_content(path).text().splitlines()]
    assert found == ["".join(title), body * 5, paragraphs[0], "2026年3月1日", paragraphs[1]]


def test_a_number_set_in_as_if_in_the_middle_below_a_full_line_opens_a_paragraph(tmp_path: Path) -> None:
    whole = "全区各单位要对照任务清单逐项细化措施压实责任按时保质完成年度目标"
    note = "会同各街道办好便民食堂和活动室并按月公布进度。（牵头责任单位：养老科）"
    items = ["1.办好食堂。" + whole[:22], whole[:33], note[-33:], "2.修缮站点。" + whole[:22], "抓好收尾。"]
    assert [len(line) for line in items[:4]] == [29, 32, 33, 29]
    lines = [Text(70 + 31 * line[0].isdigit(), 700 - 24 * n, line, 14) for n, line in enumerate(items)]
    path = tmp_path / "要点.pdf"
    path.write_bytes(pdf([Text(150, 750, TITLE_IN_FULL, 18), *lines, Text(70, 580, whole + "等", 14)]))
    found = [line.strip("\u3000") for line in read_content(path).text().splitlines()]
    assert [line[:6] for line in found[1:3]] == ["1.办好食堂", "2.修缮站点"]


def test_a_file_that_only_may_not_be_changed_is_read(tmp_path: Path) -> None:
    document = new_document()
    for line in (TITLE_IN_FULL, "1.修路。铺油。", "2.架桥。立墩。"):
        document.add_paragraph(line)
    guard = (
        '{"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"x"}}'
    )
    done = converted(tmp_path, f"pdf:writer_pdf_Export:{guard}", save(document, tmp_path / "要点.docx"))[0]
    assert b"/Encrypt" in done.read_bytes()
    result = extract(done)
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["修路", "架桥"]


def test_a_page_crowded_beyond_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "密.pdf"
    path.write_bytes(pdf([Text(30, 700, "推", 6)] * 25_000))
    with pytest.raises(Refused, match="密.pdf.*多得不正常.*台账没有改动"):
        extract(path)


def locked() -> bytes:
    """A file that asks for a password: its keys belong to none that is empty."""
    key = "ab" * 32
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<00> <00>] /Root"
    return pdf([Text(70, 700, "要点")]).replace(b"/Root", entry.encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([Stroke(10, 10, 500, 500)]), "扫描件"),
        (locked(), "密码"),
        (pdf([Text(70, 700, "要点")])[:400], "损坏"),
        (b"%PDF-1.7\n" + bytes(500), "损坏"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "要点.docx"
    path.write_bytes(data)
    with pytest.raises(Refused, match=said) as refused:
        read_document(path)
    assert "台账没有改动" in refused.value.sentence
    assert "要点.docx" in refused.value.sentence
