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


CHAPTERS = """云岭区2026年重点任务清单
序号{0}重点任务{0}工作目标{0}责任科室
一、养老服务{1}
1{0}发展助餐{0}新建站点8个。{0}养老科
2{0}改造床位{0}改造床位60张。{0}养老科
二、社会救助{1}
（一）低保{1}
3{0}走访家庭{0}走访家庭90户。{0}救助科"""


@pytest.mark.parametrize(("sign", "end"), [("\t", ""), ("\t", "\t\t\t"), (" | ", ""), (" | ", " | |||"), ("｜", "｜")])
def test_headings_of_chapters_between_rows_stand_in_the_table(sign: str, end: str) -> None:
    result = read(CHAPTERS.format(sign, end))
    assert result.kind == "table"
    assert [section.title for section in result.sections] == ["养老服务", "社会救助", "低保"]
    assert [(task.no, task.title, task.lead_units) for task in result.tasks] == [
        ("1", "发展助餐", ("养老科",)),
        ("2", "改造床位", ("养老科",)),
        ("3", "走访家庭", ("救助科",)),
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("地名科 （社区治理科）", ("地名科（社区治理科）",)),
        ('"地名科\n（社区治理科）"', ("地名科（社区治理科）",)),
        ("地名科 养老科", ("地名科", "养老科")),
    ],
)
def test_what_a_section_is_also_called_stands_behind_a_blank(cell: str, names: tuple[str, ...]) -> None:
    result = read(f"序号\t任务\t责任科室\n1\t更新路牌\t{cell}\n2\t走访家庭\t救助科")
    assert result.tasks[0].lead_units == names


def test_points_below_rows_are_no_chapters_of_theirs() -> None:
    rows = "序号\t任务\t科室\n1\t助餐\t养老科\n2\t走访\t救助科\n"
    result = read(rows + "一、每月报送进展。\n二、年底考核。")
    assert [task.title for task in result.tasks] == ["助餐", "走访"]
    assert result.sections == ()


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


SHEET = (
    "<html><body><!--StartFragment--><table><tr><td>序号</td><td>任务</td><td>牵头科室</td></tr>"
    "<tr><td>1</td><td>发展助餐</td><td rowspan=2>养老科</td></tr>"
    "<tr><td>2</td><td>改造床位</td></tr></table></body></html>"
)


def test_a_sheet_pasted_with_its_page_keeps_merged_cells() -> None:
    result = extract_text("序号\t任务\t牵头科室\n1\t发展助餐\t养老科\n2\t改造床位\t", SHEET)
    assert isinstance(result, Extraction)
    assert [(task.title, task.lead_units) for task in result.tasks] == [
        ("发展助餐", ("养老科",)),
        ("改造床位", ("养老科",)),
    ]


@pytest.mark.parametrize("page", ["", "<p>", "<div>1.发展助餐。</div>"])
def test_a_page_without_a_table_gives_way_to_its_text(page: str) -> None:
    result = extract_text("1.发展助餐。新建站点。\n2.改造床位。抓紧。", page)
    assert isinstance(result, Extraction)
    assert [task.no for task in result.tasks] == ["1", "2"]


def test_rows_parted_by_commas_are_a_table() -> None:
    result = read('民生任务分解表,,\n序号,任务,牵头科室\n1,"发展助餐,\n新建站点8个",养老科\n2,改造床位60张,养老科\n')
    assert [(task.no, task.lead_units) for task in result.tasks] == [("1", ("养老科",)), ("2", ("养老科",))]


def test_prose_with_half_width_commas_is_no_table() -> None:
    result = read("1.发展助餐,新建站点,抓好运营。\n2.改造床位,60张。\n3.救助。规范审核,入户,核对,公示。")
    assert result.kind == "plan"
    assert len(result.tasks) == 3


def test_a_quote_that_nothing_closes_and_a_text_beyond_measure() -> None:
    assert isinstance(extract_text('甲\t"' + "乙丙丁\n" * 25_000), Refusal)
    with pytest.raises(Refused, match="粘贴的文字.*没有改动"):
        extract_text("1.修路。铺好每一条路。\n" * 180_000)
