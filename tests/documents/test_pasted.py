"""Text from the clipboard: prose as it is, rows of a sheet as a table again."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract_text
from desktop_app.errors import Refused


def read(text: str) -> Extraction:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    return result


def test_pasted_prose_is_a_plan() -> None:
    result = read(
        "云岭区民政局2026年工作要点\r\n一、养老服务\r\n1.\t发展助餐。新建站点8个。（责任科室：养老科）\r\n2.\t改造床位。\r\n"
    )
    assert (result.kind, result.meta.year) == ("plan", 2026)
    assert [(task.no, task.title) for task in result.tasks] == [("1", "发展助餐"), ("2", "改造床位")]


def test_pasted_rows_are_a_table_with_cells_of_several_lines() -> None:
    result = read(
        "云岭区民政局2026年任务分解表\n序号\t任务\t牵头科室\t完成时限\n"
        '1\t"发展助餐。\n新建站点8个"\t养老科\t6月底\n2\t改造床位60张\t养老科\t\n'
    )
    assert (result.kind, result.meta.title) == ("table", "云岭区民政局2026年任务分解表")
    assert [(task.title, task.text, task.lead_units) for task in result.tasks] == [
        ("发展助餐", "新建站点8个", ("养老科",)),
        ("改造床位60张", "", ("养老科",)),
    ]


@pytest.mark.parametrize("text", ["", " \n\u3000\t", "\t\t\t\n\t\t\t"])
def test_an_empty_clipboard_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="台账没有改动"):
        extract_text(text)


def test_a_mark_and_words_without_tasks_are_refused() -> None:
    for text in ("秘密★1年\n1.做好某事。按期完成。", "今天天气很好。"):
        result = extract_text(text)
        assert isinstance(result, Refusal)
        assert "台账没有改动" in result.reason


@pytest.mark.parametrize("text", ['"', '1\t2\t"\n3\t4\t5', '甲\t"乙\t丙\n' * 3])
def test_odd_tabs_and_quotes_are_no_error(text: str) -> None:
    assert isinstance(extract_text(text), Refusal)
