"""What is no plan is refused, with its points on offer; what only looks like one of those is read."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract_text

ITEMS = "一、提高认识。各单位要认真学习。\n二、狠抓落实。完成检查3次。\n三、加强督查。每月通报1次。\n"

OTHERS = [
    "在全县教育工作会议上的讲话\n同志们：\n" + ITEMS,
    "甲县校车安全管理办法\n第一条 为保障安全，制定本办法。\n第二条 本办法适用于各学校。\n第三条 由教育局负责解释。\n",
    "关于召开教育工作会议的通知\n各学校：\n现将有关事项通知如下：\n" + ITEMS,
    "关于春节放假的通知\n各科室：\n" + ITEMS,
    "致全县家长的倡议书\n" + ITEMS,
    "甲县公共文化设施名单公示\n" + ITEMS,
    "柳溪区医保问答\n1.问：如何参保？\n答：到镇里办理。\n2.问：何时截止？\n答：2026年2月28日前缴费。\n",
    "泵站满意度问卷\n1.您满意吗？\n2.您每月用水多少？\n3.您有什么建议？\n",
    "柳溪区水务局2026年工作会议议程\n一、局长作报告\n二、泵站科汇报\n三、签订责任书\n",
    "柳溪区水务局2026年公开招聘公告\n一、岗位\n招聘运行工6名。\n二、考试\n笔试占60%。\n",
    "柳溪区水务局2026年学习考察方案\n一、时间\n5月11日至15日。\n二、人员\n科长6名。\n",
    "关于表彰2025年先进的决定\n一、先进集体（3个）\n泵站科\n二、先进个人（5名）\n甲某\n",
    "防汛值班联系方式\n1.防汛办　甲某\n2.泵站科　乙某\n3.河道科　丙某\n",
    "一道家常菜\n1.选好五花肉，洗净切块。\n2.冷水下锅焯水。\n3.加水慢炖。\n",
    "本报讯 近日，甲县召开教育大会。\n会议强调：\n" + ITEMS,
]

PLANS = [
    "甲县教育局2026年工作要点\n" + ITEMS,
    "关于做好2026年重点工作的通知\n各学校：\n" + ITEMS,
    "关于分解2026年目标任务的通知\n各学校：\n1.建校。新建2所。（基建科）\n2.招生。招收900人。（学前科）\n",
    "关于加强校园安全的通知\n各学校：\n1.排查隐患。检查18所。（安全科）\n2.开展演练。演练2次。（安全科）\n",
    "1.建校。新建2所。\n2.招生。招收900人。\n",
    "近期几件事\n1.建校。新建2所。\n2.招生。招收900人。\n",
    "甲县2026年民生实事公告\n1.建校。抓紧开工。\n2.招生。扩大规模。\n",
    "1.建校。抓紧开工。\n2.招生。扩大规模。\n",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_documents_are_refused_with_their_points_on_offer(text: str) -> None:
    result = extract_text(text)
    assert isinstance(result, Refusal)
    assert "台账没有改动" in result.reason
    assert result.offer is None or len(result.offer.tasks) >= 2


@pytest.mark.parametrize("text", PLANS)
def test_plans_in_other_clothes_are_read(text: str) -> None:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert len(result.tasks) >= 2
