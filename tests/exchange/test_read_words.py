"""Words that point elsewhere, are still to come or leave too much open are asked about."""

import pytest

from desktop_app.exchange.read_figure import Wanted, read_figure
from desktop_app.exchange.read_values import Typed, without_notes
from desktop_app.exchange.read_words import is_alone, read_problems, read_progress


@pytest.mark.parametrize(
    "raw",
    [
        "见第1项",
        "同序号2",
        "内容同第三项",
        "详见附件",
        "详见附件2。",
        "与第2项相同",
        "见盖章件",
        "材料已上报",
        "附后",
        "如前所述",
        "同上所填",
    ],
)
def test_words_that_point_elsewhere_are_asked_about(raw: str) -> None:
    assert read_progress(Typed(raw)).doubt
    assert read_problems(Typed(raw)).doubt


@pytest.mark.parametrize("raw", ["待补充", "暂缺", "略", "？？？", "XXX", "……"])
def test_words_still_to_come_are_asked_about(raw: str) -> None:
    assert read_progress(Typed(raw)).doubt


@pytest.mark.parametrize(
    "raw",
    [
        "附件已印发各镇街",
        "已报区政府审定",
        "已发放补贴",
        "材料已交付施工队",
        "同第三方机构签订协议",
        "与2家企业见面",
        "完成第1项建设",
    ],
)
def test_words_about_work_are_taken(raw: str) -> None:
    assert (read_progress(Typed(raw)).value, read_progress(Typed(raw)).doubt) == (raw, None)


@pytest.mark.parametrize(("raw", "alone"), [("35", True), ("35.5%", True), ("2026年6月3日", True), ("3户", False)])
def test_a_number_or_a_day_is_told_from_words(raw: str, alone: bool) -> None:
    assert is_alone(raw) is alone


@pytest.mark.parametrize(("raw", "plain"), [("112①", "112"), ("45²%", "45%"), ("30⑴", "30"), ("４５", "４５")])
def test_marks_of_footnotes_are_no_digits(raw: str, plain: str) -> None:
    assert without_notes(raw) == plain


@pytest.mark.parametrize(("raw", "suggested"), [("3千多", 3000.0), ("百余", 100.0), ("两百多人", 200.0)])
def test_a_figure_that_leaves_more_than_a_tenth_open_is_asked_about(raw: str, suggested: float) -> None:
    reading = read_figure(Typed(raw), Wanted("人", 5000.0))
    assert (reading.value, bool(reading.doubt)) == (suggested, True)


@pytest.mark.parametrize(("raw", "value"), [("320余人", 320.0), ("1.2万余人次", 12_000.0), ("3000多", 3000.0)])
def test_a_figure_that_leaves_little_open_is_taken(raw: str, value: float) -> None:
    reading = read_figure(Typed(raw), Wanted("人次" if "次" in raw else "人", 15_000.0))
    assert (reading.value, reading.doubt) == (value, None)


@pytest.mark.parametrize("raw", ["〃", "″", "〃〃", "--″--", "？？", "……"])
def test_words_of_signs_alone_are_asked_about(raw: str) -> None:
    assert read_progress(Typed(raw)).doubt


@pytest.mark.parametrize(
    "raw",
    [
        "较上个月无明显变化。",
        "与3月份情况一样",
        "依旧是",
        "维持原状",
        "比一季度没有新的变动",
        "数据跟上次一致，未作调整",
    ],
)
def test_words_that_all_is_as_it_was_are_asked_about(raw: str) -> None:
    said = raw != "依旧是"
    assert (bool(read_progress(Typed(raw)).doubt), bool(read_problems(Typed(raw)).doubt)) == (said, said)


@pytest.mark.parametrize("raw", ["本期没有更新", "暂时还未有什么新的进展", "当月无新增"])
def test_words_that_there_is_no_news_are_asked_about_where_progress_is_told(raw: str) -> None:
    assert read_progress(Typed(raw)).doubt
    assert (read_problems(Typed(raw)).value, read_problems(Typed(raw)).doubt) == (raw, None)


@pytest.mark.parametrize(
    "raw",
    [
        "在册对象与上月持平，均已入户",
        "方案未作调整即印发",
        "新增2户，其他与上期一致",
        "按上月部署开展巡查",
        "无新增投诉",
    ],
)
def test_words_with_news_beside_what_is_as_it_was_are_taken(raw: str) -> None:
    assert (read_progress(Typed(raw)).value, read_progress(Typed(raw)).doubt) == (raw, None)
