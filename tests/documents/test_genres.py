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
    "本报讯 近日，甲县召开教育大会。\n会议强调：\n" + ITEMS,
]

PLANS = [
    "甲县教育局2026年工作要点\n" + ITEMS,
    "关于做好2026年重点工作的通知\n各学校：\n" + ITEMS,
    "关于分解2026年目标任务的通知\n各学校：\n1.建校。新建2所。（基建科）\n2.招生。招收900人。（学前科）\n",
    "关于加强校园安全的通知\n各学校：\n1.排查隐患。检查18所。（安全科）\n2.开展演练。演练2次。（安全科）\n",
    "1.建校。新建2所。\n2.招生。招收900人。\n",
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
