"""Where a paragraph of a PDF goes on and where it ends: points within it, short lines above a table."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_content
from desktop_app.errors import Refused
from tests.documents.pdf_files import Stroke, Text, grid, pdf

TITLE = Text(150, 750, "云岭区民政局2026年工作要点", 18)
FULL = "完善分层分类的社会救助体系，实现主动发现和及时救助相结合，兜牢民生底线。"


def lines_of(path: Path, lines: list[str]) -> list[str]:
    """The paragraphs of a page with these lines below each other, below its title."""
    items: list[Text | Stroke] = [TITLE, *(Text(70, 700 - 24 * n, line, 12) for n, line in enumerate(lines))]
    path.write_bytes(pdf(items))
    return read_content(path).text().splitlines()[1:]


def test_a_point_at_a_lines_start_goes_on_where_the_point_before_it_stands_within(tmp_path: Path) -> None:
    lines = [f"一是{FULL[:11]}。二是{FULL[14:]}", f"三是{FULL}", f"四是{FULL}", "抓好收尾。"]
    assert len({len(line) for line in lines[:3]}) == 1
    assert lines_of(tmp_path / "a.pdf", lines) == ["".join(lines)]


def test_a_point_of_the_part_above_does_not_count_for_the_one_below(tmp_path: Path) -> None:
    above = f"一是{FULL[:20]}。"
    head = f"（一）{FULL[:9]}。一是"
    lines = [above, head + FULL[: len(FULL) + 1 - len(head)] + "。", f"二是{FULL}", "抓好收尾。"]
    assert len(lines[1]) == len(lines[2])
    assert lines_of(tmp_path / "a.pdf", lines) == [above, "".join(lines[1:])]


def test_a_point_opens_a_paragraph_where_the_point_before_it_did(tmp_path: Path) -> None:
    lines = [f"{number}是{FULL}" for number in "一二三"]
    assert lines_of(tmp_path / "a.pdf", lines) == lines


def test_a_day_alone_on_its_line_is_that_of_signing(tmp_path: Path) -> None:
    lines = ["附件：1.任务分解表", "2.云岭区2026年民生实事项目责任分解", "2026年3月12日"]
    assert lines_of(tmp_path / "a.pdf", lines) == lines


@pytest.mark.parametrize("label", ["填报单位：局办公室", "2026年1月", "单位：张、人次"])
def test_a_title_above_a_table_ends_with_its_line(tmp_path: Path, label: str) -> None:
    rows = [["序号", "工作任务", "牵头科室", "完成时限"]]
    rows += [[str(n), f"推进第{n}类养老服务设施建设，新建{n}个", "养老服务科", "9月底前"] for n in range(1, 4)]
    titles = ["附件1", "云岭区2026年重点任务分解表", label]
    above = [Text(60, 780 - 14 * n, words, 9) for n, words in enumerate(titles)]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([*above, *grid(rows, 60, 720, [40.0, 150, 100, 80], 9)]))
    assert read_content(path).text().splitlines()[:3] == titles
    result = extract(path)
    assert isinstance(result, Extraction)
    assert result.meta.title == titles[1]


def test_a_paragraph_above_a_table_goes_on_over_its_lines(tmp_path: Path) -> None:
    rows = [["序号", "工作任务", "牵头科室", "完成时限"], ["1", "建好床位", "养老科", "9月底前"]]
    lines = [FULL[:32], FULL[32:] + "现将任务分解如下，请对照落实。"]
    above = [Text(60, 760 - 14 * n, words, 9) for n, words in enumerate(lines)]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([*above, *grid(rows, 60, 720, [40.0, 150, 100, 80], 9)]))
    assert read_content(path).text().splitlines()[0] == "".join(lines)


def low_table(*low: int) -> list[Text | Stroke]:
    """A table of eight rows, each with a title in two lines; rows of these numbers are too low for them."""
    edges = [60, 100, 260, 400]
    drawn: list[Text | Stroke] = [Text(60, 770, "云岭区民政局2026年任务分解表", 12)]
    y = 740.0
    for n, cells in enumerate([["序号", "工作任务", "牵头科室"], *([str(n), None, "养老科"] for n in range(1, 9))]):
        height = 11.0 if n in low else 32.0
        drawn += [Stroke(60, y, 400, y), *(Stroke(edge, y, edge, y - height) for edge in edges)]
        for left, words in zip(edges, cells, strict=False):
            lines = [words] if words else [f"推进第{n}类养老服务设", f"施建设并新建{n}个"]
            drawn += [Text(left + 3, y - 10 - 13 * at, line, 10) for at, line in enumerate(lines)]
        y -= height
    return [*drawn, Stroke(60, y, 400, y)]


def test_a_table_whose_words_lie_over_each_other_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "叠.pdf"
    path.write_bytes(pdf(low_table(*range(1, 8))))
    with pytest.raises(Refused, match="叠.pdf.*叠在一起.*台账没有改动.*Excel"):
        extract(path)


def test_a_table_with_one_row_too_low_is_read_and_told_of(tmp_path: Path) -> None:
    path = tmp_path / "叠.pdf"
    path.write_bytes(pdf(low_table(3)))
    result = extract(path)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 8
    assert any("第1页的表格里有1处字叠在一起" in doubt.text for doubt in result.doubts)


def test_words_drawn_twice_to_be_bold_do_not_lie_over_others(tmp_path: Path) -> None:
    drawn = low_table()
    bold = [item._replace(x=item.x + 0.3) for item in drawn if isinstance(item, Text)]
    path = tmp_path / "粗.pdf"
    path.write_bytes(pdf([*drawn, *bold]))
    result = extract(path)
    assert isinstance(result, Extraction)
    assert not any("叠在一起" in doubt.text for doubt in result.doubts)
