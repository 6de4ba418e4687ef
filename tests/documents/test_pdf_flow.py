"""Where a paragraph of a PDF goes on and where it ends: points within it, short lines above a table."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_content
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
