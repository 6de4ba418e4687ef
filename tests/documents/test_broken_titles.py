"""Titles broken over two lines, as narrow columns and printed papers have them."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

ITEMS = "一、奖励食堂建设。（养老科负责）\n二、奖励走访。（救助科负责）"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "柳溪县政府关于做好当前\n稳定就业工作的若干意见\n柳政发〔2026〕3号\n",
            "柳溪县政府关于做好当前稳定就业工作的若干意见",
        ),
        ("2026年县《两会建议》确定的重点实事\n责任分解方案\n", "2026年县《两会建议》确定的重点实事责任分解方案"),
        (
            "柳溪县政府\n关于明确2026年《两会建议》\n承办单位的通知\n各镇：\n",
            "柳溪县政府关于明确2026年《两会建议》承办单位的通知",
        ),
        ("柳溪县民政局\n2026年柳溪县民政工作要点\n", "2026年柳溪县民政工作要点"),
        ("柳溪县民政局\n2026年民政工作要点\n", "柳溪县民政局2026年民政工作要点"),
        ("柳溪县民政局关于推进\n2026年养老服务的实施方案\n", "柳溪县民政局关于推进2026年养老服务的实施方案"),
        ("柳溪县民政局关于印发\n2026年养老服务实施方案\n的通知\n", "2026年养老服务实施方案"),
        ("柳溪县民政局关于对先进地方\n加大激励力度的通知\n各镇：\n", "柳溪县民政局关于对先进地方加大激励力度的通知"),
    ],
)
def test_both_lines_are_the_title(head: str, title: str) -> None:
    result = extract_text(head + ITEMS)
    assert isinstance(result, Extraction)
    assert result.meta.title == title
    assert [task.title for task in result.tasks] == ["奖励食堂建设", "奖励走访"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("附件\n柳溪县加快推进适老化改造\n专项行动方案\n", "柳溪县加快推进适老化改造专项行动方案"),
        (
            "柳溪县推进嵌入式托育服务\n三年行动计划（2026-2028年）\n",
            "柳溪县推进嵌入式托育服务三年行动计划（2026-2028年）",
        ),
        ("关于促进社区助餐发展的实施意见\n（2026—2028年）\n", "关于促进社区助餐发展的实施意见（2026—2028年）"),
        ("柳溪县助餐服务工作方案\n（2026年）\n", "柳溪县助餐服务工作方案（2026年）"),
        (
            "现将《柳溪县“智慧+助浴”试点扩面提质实施方案》印发给你们。\n柳溪县“智慧+助浴”\n试点扩面提质\n实施方案\n",
            "柳溪县“智慧+助浴”试点扩面提质实施方案",
        ),
        (
            "ＬＸ０１－２０２６－０００７\n关于扶持社区助浴的若干措施\n为做好助浴，提出措施。\n",
            "关于扶持社区助浴的若干措施",
        ),
        ("县人民政府关于\n加强社区助餐工作的若干意见\n柳政发〔2026〕4号\n", "县人民政府关于加强社区助餐工作的若干意见"),
        ("县人民政府关于\n加强农村敬老院\n建设管理的\n若干意见\n", "县人民政府关于加强农村敬老院建设管理的若干意见"),
        ("柳溪县敬老院2025年工作总结\n及2026年工作计划\n", "柳溪县敬老院2025年工作总结及2026年工作计划"),
        ("柳溪县敬老院2025年工作总结和\n2026年工作打算\n", "柳溪县敬老院2025年工作总结和2026年工作打算"),
        ("柳溪县人民政府\n常务会议纪要\n第7期\n", "柳溪县人民政府常务会议纪要"),
        ("附件1\n柳溪县推进社区助餐与上门助浴\n融合赋能行动方案\n", "柳溪县推进社区助餐与上门助浴融合赋能行动方案"),
        ("附件1\n推进社区助餐\n柳溪县助餐服务行动方案\n", "柳溪县助餐服务行动方案"),
        ("附件1\n柳溪县推进助餐工作领导小组\n融合赋能行动方案\n", "融合赋能行动方案"),
        ("柳溪县困境儿童关爱服务行动\n实 施 方 案\n", "柳溪县困境儿童关爱服务行动实施方案"),
        ("柳溪县殡葬改革三年行动\n（2026—2028年）实施方案\n", "柳溪县殡葬改革三年行动（2026—2028年）实施方案"),
        ("柳溪县救助管理站\n二〇二六年工作计划\n", "柳溪县救助管理站二〇二六年工作计划"),
        ("中共柳溪镇委员会\n柳溪镇人民政府\n2026年工作要点\n", "2026年工作要点"),
        # what stands above is none of the title
        ("柳溪县民政局文件\n实施方案\n", "实施方案"),
        ("柳溪县人民政府关于推进助餐的若干意见\n重点任务清单\n", "重点任务清单"),
        ("县人民政府关于助餐工作的说明\n柳溪县民政局\n助餐工作方案\n", "助餐工作方案"),
        ("柳溪县敬老院工作总结\n与会人员名单和分工方案\n", "与会人员名单和分工方案"),
        ("柳溪县敬老院2025年工作要点\n2026年工作计划\n", "2026年工作计划"),
        ("柳溪县政务信息公开\n重点工作任务清单\n", "重点工作任务清单"),
        ("加强作风建设。\n专项行动方案\n", "专项行动方案"),
        ("柳溪县推进殡葬改革工作方案\n重点任务清单\n", "重点任务清单"),
        ("柳溪县助餐服务工作方案\n（2026年3月5日）\n", "柳溪县助餐服务工作方案"),
    ],
)
def test_a_title_of_several_lines_and_its_years(head: str, title: str) -> None:
    result = extract_text(head + ITEMS)
    assert isinstance(result, Extraction)
    assert result.meta.title == title
    assert [task.title for task in result.tasks] == ["奖励食堂建设", "奖励走访"]


@pytest.mark.parametrize(
    ("head", "notice", "issuer", "issued"),
    [
        (
            "柳政办发〔2026〕8号\n县人民政府办公室关于\n对县《建议报告》确定的2026年\n实事和镇《建议报告》涉及的\n事项分头承办的通知\n"
            "各镇人民政府：\n现将事项发给你们。\n附件：1.实事分解表\n2.其他事项\n2026年4月8日\n（此件公开发布）\n附件1\n"
            "2026年实事责任分解表\n",
            "县人民政府办公室关于对县《建议报告》确定的2026年实事和镇《建议报告》涉及的事项分头承办的通知",
            "县人民政府办公室",
            "2026-04-08",
        ),
        (
            "柳溪县民政局 柳溪县医疗\n保障局关于印发《2026年助医实施方案》的通知\n各镇：\n2026年助医实施方案\n",
            "柳溪县民政局 柳溪县医疗保障局关于印发《2026年助医实施方案》的通知",
            None,
            None,
        ),
        (
            "全局关于印发2026年助医实施方案的通知\n各科：\n2026年助医实施方案\n",
            "全局关于印发2026年助医实施方案的通知",
            None,
            None,
        ),
    ],
)
def test_a_notice_broken_over_lines(head: str, notice: str, issuer: str | None, issued: str | None) -> None:
    result = extract_text(head + ITEMS)
    assert isinstance(result, Extraction)
    assert result.meta.notice_title == notice
    assert issuer is None or result.meta.issuer == issuer
    assert str(result.meta.issued_on or "None") == str(issued)


def test_what_a_notice_asks_is_none_of_its_annex() -> None:
    notice = "关于征求2026年柳溪县民生实事项目\n推进情况意见的通告\n现征求意见（见附件）。\n"
    notice += "一、征求的内容\n1.您最关心哪项？\n2.您有何建议？\n"
    annex = "柳溪县民政局\n2026年3月1日\n附件\n2026年柳溪县民生实事项目\n"
    result = extract_text(notice + annex + ITEMS + "\n三、奖励助浴。（救助科负责）")
    assert isinstance(result, Extraction)
    assert result.meta.title == "2026年柳溪县民生实事项目"
    assert [task.title for task in result.tasks] == ["奖励食堂建设", "奖励走访", "奖励助浴"]
