"""Lines below a task: what is said of it under its units, and what is nobody's, which is asked about."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

HEAD = "溪口区商务局2026年改革任务清单\n一、流通\n"
FIRST = "1.建设集市。新建集市3处。\n牵头单位：流通科\n参加单位：财务科\n"
LAST = "二、外贸\n2.服务企业。走访企业40家。（外贸科）\n"


def read(text: str) -> Extraction:
    result = extract_text(HEAD + text)
    assert isinstance(result, Extraction)
    return result


@pytest.mark.parametrize(
    ("line", "due"),
    [("时间安排：9月底前", "2026-09-30"), ("完成时限：全年", "2026-12-31"), ("进度安排：6月底前建成", "2026-06-30")],
)
def test_what_is_labelled_below_the_units_is_the_items(line: str, due: str) -> None:
    first = read(FIRST + "成果形式：工作报告\n" + line + "\n" + LAST).tasks[0]
    assert "成果形式：工作报告" in first.text
    assert [str(deadline.date) for deadline in first.deadlines] == [due]


@pytest.mark.parametrize(
    "line",
    [
        "上门走访商户300户，6月底前完成。",
        "全区经费缺口8月底前解决。",
        "（以上第1项由外贸科牵头，6月底前完成）",
        "另行新增摊位20个。",
    ],
)
def test_a_line_below_a_task_that_says_how_much_or_by_when_is_asked_about(line: str) -> None:
    result = read("1.服务企业。走访企业40家。（外贸科）\n" + line + "\n" + LAST)
    assert [doubt.phrase for doubt in result.doubts if doubt.seq is None] == [line]
    assert line not in result.tasks[0].text


@pytest.mark.parametrize(
    "line", ["以上工作纳入年度考核。", "以上第1项由流通科牵头，财务科配合。", "（二）外贸", "以上任务见附件2。"]
)
def test_other_lines_below_a_task_raise_no_doubt(line: str) -> None:
    result = read("1.服务企业。走访企业40家。（外贸科）\n" + line + "\n" + LAST)
    assert [doubt for doubt in result.doubts if doubt.what == "structure"] == []


def test_the_closing_lines_raise_no_doubt() -> None:
    result = read(FIRST + LAST + "附件：任务表\n溪口区商务局\n2026年3月2日\n抄送：区政府办公室。\n")
    assert [doubt for doubt in result.doubts if doubt.what == "structure"] == []
