"""Tables of a PDF without ruled lines, known by the names of their columns and the numbers of their rows."""

from pathlib import Path

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from tests.documents.pdf_files import Text, pdf

TITLE = "云岭区民政局2026年重点任务分解表"
HEAD = ("序号", "重点任务", "责任科室", "完成时限")
ROWS = [
    ("1", "改造敬老院厨房六处", "养老服务科", "6月底前"),
    ("2", "核查低保对象并做好台账登记归档", "社会救助科", "9月底前"),
    ("3", "更新公墓指示牌四十块", "殡葬管理所", "4月底前"),
    ("4", "培训村级儿童主任", "儿童福利科", "11月底前"),
]
LEFTS = (60, 100, 245, 400)
LETTERS = 12  # a line of a cell


def set_out(rows: list[tuple[str, ...]], y: float, lefts: tuple[int, ...] = LEFTS) -> list[Text]:
    """The cells at their columns, long ones in lines, from y downwards."""
    drawn: list[Text] = []
    for row in rows:
        lines = [[cell[at : at + LETTERS] for at in range(0, len(cell), LETTERS)] for cell in row]
        for left, cell in zip(lefts, lines, strict=False):
            drawn += [Text(left, y - 14 * at, words, 11) for at, words in enumerate(cell)]
        y -= 14 * max(map(len, lines)) + 8
    return drawn


def read(path: Path, *pages: list[Text]) -> Extraction:
    path.write_bytes(pdf(*pages))
    found = extract(path)
    assert isinstance(found, Extraction)
    return found


def said(found: Extraction) -> list[tuple[str, ...]]:
    raw = [task.deadlines[0].phrase for task in found.tasks]
    return [(task.no, task.title, task.lead_units[0], due) for task, due in zip(found.tasks, raw, strict=True)]


def test_columns_without_borders_are_a_table(tmp_path: Path) -> None:
    found = read(tmp_path / "表.pdf", [Text(120, 780, TITLE), *set_out([HEAD, *ROWS], 740)])
    assert found.kind == "table"
    assert said(found) == ROWS


def test_its_further_pages_go_on_without_the_names(tmp_path: Path) -> None:
    pages = [Text(120, 780, TITLE), *set_out([HEAD, *ROWS[:2]], 740)], set_out(ROWS[2:], 780)
    assert said(read(tmp_path / "表.pdf", *pages)) == ROWS


def test_a_second_table_under_its_own_names(tmp_path: Path) -> None:
    below = [Text(120, 600, TITLE), *set_out([HEAD, *ROWS[2:]], 570)]
    found = read(tmp_path / "表.pdf", [Text(120, 780, TITLE), *set_out([HEAD, *ROWS[:2]], 740), *below])
    assert said(found) == ROWS


def test_chapters_between_the_rows_and_prose_below(tmp_path: Path) -> None:
    chapters = [Text(60, 715, "一、兜底保障", 11), *set_out(ROWS[:2], 690), Text(60, 610, "二、基层治理", 11)]
    prose = [Text(60, 500, "各科室要明确专人负责，细化工作措施，确保各项任务按时完成，办公室适时督查。", 11)]
    page = [Text(120, 780, TITLE), *set_out([HEAD], 740), *chapters, *set_out(ROWS[2:], 585), *prose]
    found = read(tmp_path / "表.pdf", page)
    assert said(found) == ROWS
    assert [(section.no, section.title) for section in found.sections] == [("一", "兜底保障"), ("二", "基层治理")]


def test_names_over_others(tmp_path: Path) -> None:
    lefts = (60, 100, 245, 340, 440)
    over = set_out([("序号", "重点任务", "责任分工", "", "完成时限")], 740, lefts)
    under = [Text(245, 720, "牵头科室", 11), Text(340, 720, "配合科室", 11)]
    rows = [(row[0], row[1], row[2], "各镇街", row[3]) for row in ROWS]
    found = read(tmp_path / "表.pdf", [Text(120, 780, TITLE), *over, *under, *set_out(rows, 695, lefts)])
    assert said(found) == ROWS
    assert {task.co_units for task in found.tasks} == {("各镇街",)}


def test_prose_with_a_list_of_words_is_no_table(tmp_path: Path) -> None:
    words = set_out([HEAD], 600)
    prose = [
        Text(60, 700, "一、改造敬老院厨房六处。（责任科室：养老服务科）", 11),
        Text(60, 680, "二、核查低保对象。（责任科室：社会救助科）", 11),
    ]
    found = read(tmp_path / "文.pdf", [Text(120, 780, "云岭区民政局2026年工作要点"), *prose, *words])
    assert found.kind == "plan"
    assert [task.no for task in found.tasks] == ["一", "二"]
