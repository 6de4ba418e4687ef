"""What is no plan is refused, with its points on offer; what only looks like one of those is read."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract_text
from desktop_app.texts import documents

ITEMS = "一、提高认识。各单位要认真学习。\n二、狠抓落实。完成检查3次。\n三、加强督查。每月通报1次。\n"

OTHERS = [
    "在全县教育工作会议上的讲话\n同志们：\n" + ITEMS,
    "甲县校车安全管理办法\n第一条 为保障安全，制定本办法。\n第二条 本办法适用于各学校。\n第三条 由教育局负责解释。\n",
    "关于召开教育工作会议的通知\n各学校：\n现将有关事项通知如下：\n" + ITEMS,
    "关于春节放假的通知\n各科室：\n" + ITEMS,
    "关于开展校车检查的通知\n各学校：\n一、检查内容\n（一）查车况。查制动。\n（二）查司机。查证件。\n",
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
    "《甲县2026年重点任务分工方案》政策解读\n" + ITEMS,
    "主要职责\n(一)文书科(保密科)。负责文书收发;承办值班。\n(二)计财科。负责预算编制。\n(三)审批科(法规科)。承担审批。\n",
    "乙县教育局召开校车安全会\n5日，乙县教育局开会部署工作。会议要求，各校要排查校车。各科要抓好落实，确保平安。\n"
    "会议强调，要守住底线。各校要每日点名，不漏一人。\n供稿科室(部门):安全科\n",
    "一是校舍更牢。加固校舍3所。县里印发了《校舍管理办法》。\n二是师资更强。招聘教师40人。\n",
]

COVERS = [
    "甲县人民政府办公室关于印发2026年重点任务责任分解的通知\n各乡镇人民政府:\n"
    "《2026年重点任务责任分解》已经审定,现印发给你们,请按下列要求办好。\n"
    "一、各单位要定好责任人。由办公室汇总进度。\n二、县督查室要按月通报。各单位于每月5日前报送情况。\n"
    "甲县人民政府办公室\n2026年2月9日\n",
    "各乡(街道)人民政府(办事处)、县直各单位:\n现将《重点任务分解表》印发给你们。\n"
    "请各牵头单位细化任务。各配合单位要主动配合。\n附件:重点任务分解表\n甲县人民政府办公室\n2026年2月9日\n",
    "甲县人民政府办公室关于印发《甲县政府工作报告任务分工方案》的通知\n各乡镇人民政府:\n"
    "现将《甲县政府工作报告任务分工方案》印发给你们,并就有关事项通知如下:\n" + ITEMS,
]

NOTICES_WITH_THEIR_PAPER = [
    "甲县人民政府办公室关于印发甲县助餐服务提升实施方案的通知\n各乡镇人民政府:\n"
    "现印发给你们,请一并办好。\n2026年2月9日\n一、布点。新建助餐点12个。\n二、补贴。发放补贴。\n",
    "现将有关任务印发给你们,请抓好落实。\n1.布点。新建助餐点12个。(责任单位:民政局)\n2.补贴。(责任单位:财政局)\n",
    "现将有关任务印发给你们,请抓好落实。\n一、养老\n(一)布点。新建助餐点12个。\n(二)补贴。发放补贴。\n",
]

PLANS = [
    "甲县教育局2026年工作要点\n" + ITEMS,
    "关于做好2026年重点工作的通知\n各学校：\n" + ITEMS,
    "关于分解2026年目标任务的通知\n各学校：\n1.建校。新建2所。（基建科）\n2.招生。招收900人。（学前科）\n",
    "关于加强校园安全的通知\n各学校：\n1.排查隐患。检查18所。（安全科）\n2.开展演练。演练2次。（安全科）\n",
    "关于开展校车隐患治理的通知\n各学校：\n一、总体要求\n守住底线。\n二、治理任务\n1.排查车辆。逐车建档。\n2.培训司机。\n",
    "关于开展护学活动的通知\n各学校：\n一、重点工作\n（一）增设护学岗。逐校增设。\n（二）划设泊位。\n",
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


@pytest.mark.parametrize("text", COVERS)
def test_what_a_covering_notice_asks_is_no_task(text: str) -> None:
    result = extract_text(text)
    assert isinstance(result, Refusal)
    assert result.reason in (documents.COVER, documents.NO_ITEMS)


@pytest.mark.parametrize("text", NOTICES_WITH_THEIR_PAPER)
def test_a_notice_with_its_paper_below_is_read(text: str) -> None:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 2


def test_names_of_annexes_are_no_items() -> None:
    notice = (
        "关于下达2026年校舍任务的通知\n各学校：\n请抓好落实。\n附件：1.2026年校舍任务分解表\n2.新建校舍清单\n3.联系表\n"
    )
    signed = "甲县教育局\n2026年3月2日\n"
    assert isinstance(extract_text(notice + signed), Refusal)
    result = extract_text(notice + signed + "附件1\n2026年校舍任务\n1.建校。新建2所。\n2.修缮。修缮9所。\n3.验收。")
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["建校", "修缮", "验收"]


@pytest.mark.parametrize("text", PLANS)
def test_plans_in_other_clothes_are_read(text: str) -> None:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert len(result.tasks) >= 2


def test_a_notice_of_indicators_to_be_met_sets_tasks_and_one_of_statistics_does_not() -> None:
    head = "关于2026年全县社区{}有关事项的通知\n各镇人民政府：\n现通知如下：\n一、{}\n"
    points = "（一）新增托位260个；\n（二）走访独居老人4800人次；\n（三）开设课堂12期。\n二、其他"
    met = extract_text(head.format("工作考核指标", "考核指标") + points)
    assert isinstance(met, Extraction)
    assert [target.value for task in met.tasks for target in task.targets] == [260, 4800, 12]
    assert isinstance(extract_text(head.format("统计指标填报", "填报范围") + points), Refusal)


def test_a_congress_making_known_the_works_it_voted_for() -> None:
    title = "柳溪县第九届人民代表大会第二次会议公告（第3号）"
    works = "一、新建食堂6处。\n二、改造校舍3所。\n三、新增泊位500个。\n"
    signed = "现予公告。\n柳溪县第九届人民代表大会第二次会议主席团\n2026年2月11日\n"
    told = "柳溪县第九届人民代表大会第二次会议于2026年2月11日{}：\n"
    result = extract_text(f"{title}\n{told.format('票决确定2026年县政府民生实事项目3项')}{works}{signed}")
    assert isinstance(result, Extraction)
    assert (result.meta.title, result.meta.year) == (title, 2026)
    assert result.meta.issuer == "柳溪县第九届人民代表大会第二次会议主席团"
    assert isinstance(extract_text(f"{title}\n{told.format('选举产生下列人员')}{works}{signed}"), Refusal)
