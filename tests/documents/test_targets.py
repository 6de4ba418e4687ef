"""Every kind of target, and the numbers that are names, years, levels, baselines or what exists already."""

import pytest

from desktop_app.documents.extraction import TargetRead
from desktop_app.documents.folding import fold
from desktop_app.documents.targets import read_targets

# (text, [(value, unit, comparator, kind)])
TARGETS = [
    ("新建助餐点3个", [(3, "个", "=", "cumulative")]),
    ("改造床位60张、慰问1.2万人次", [(60, "张", "=", "cumulative"), (12000, "人次", "=", "cumulative")]),
    ("新建食堂2个，改造茶室3处", [(2, "个", "=", "cumulative"), (3, "处", "=", "cumulative")]),
    ("发放补助1.72亿元", [(172_000_000, "元", "=", "cumulative")]),
    ("发放补助3000万", [(30_000_000, "", "=", "cumulative")]),
    ("走访慰问1,200户", [(1200, "户", "=", "cumulative")]),
    ("更换设备16台（套）", [(16, "台（套）", "=", "cumulative")]),
    ("床位不少于600张", [(600, "张", ">=", "cumulative")]),
    ("床位至少达到600张", [(600, "张", ">=", "cumulative")]),
    ("争取床位达到600张", [(600, "张", "=", "cumulative")]),
    ("客流突破20万人次", [(200_000, "人次", ">", "cumulative")]),
    ("培训约300人", [(300, "人", "~", "cumulative")]),
    ("培训300余人", [(300, "人", "~", "cumulative")]),
    ("举办3—5场", [(3, "场", ">=", "cumulative")]),
    ("持证率达92%以上", [(92, "%", ">=", "ratio")]),
    ("及时率100％", [(100, "％", "=", "ratio")]),
    ("合格率达到百分之九十八", [(98, "%", "=", "ratio")]),
    ("使用率不少于九成", [(90, "%", ">=", "ratio")]),
    ("失业率控制在3%以内", [(3, "%", "<=", "cap")]),
    ("火灾不超过3起", [(3, "起", "<=", "cap")]),
    ("审批压缩到5个工作日", [(5, "个工作日", "<=", "cap")]),
    ("离散系数控制在0.6以内", [(0.6, "", "<=", "cap")]),
    (
        "销量增长6%左右，高于全县平均0.5个百分点",
        [(6, "%", "~", "growth"), (0.5, "个百分点", "=", "growth")],
    ),
    ("起火数同比下降15%以上", [(15, "%", ">=", "growth")]),
    ("超重率较上年下降2个百分点", [(2, "个百分点", "=", "growth")]),
    ("服务率由上年的58%提高到65%", [(65, "%", "=", "ratio")]),
    ("补贴由每月80元、60元分别提高到100元、90元", [(100, "元", "=", "cumulative"), (90, "元", "=", "cumulative")]),
    ("供养金不低于本区最低生活保障标准的1.3倍", [(1.3, "倍", ">=", "cumulative")]),
    ("补助不低于上年度全区居民人均消费支出的43%", [(43, "%", ">=", "ratio")]),
    ("覆盖率提升至94%以上", [(94, "%", ">=", "coverage")]),
    ("实现站点全覆盖", [(100, "%", "=", "coverage")]),
    ("实现“生产零事故”", [(0, "", "=", "zero")]),
    ("案件零增长", [(0, "", "=", "zero")]),
    ("欠薪问题动态清零", [(0, "", "=", "zero")]),
    ("出台1个办法", [(1, "个", "=", "document")]),
    ("修订预案2部", [(2, "部", "=", "document")]),
    ("每月探访1次", [(1, "次", "=", "frequency")]),
    ("每季度至少一次", [(1, "次", ">=", "frequency")]),
    ("半年一次集中检查", [(1, "次", "=", "frequency")]),
    ("召开三次会议", [(3, "次", "=", "cumulative")]),
    ("新建两家驿站", [(2, "家", "=", "cumulative")]),
    ("创成3星级以上酒店2家", [(2, "家", "=", "cumulative")]),
    ("建成4A级景区1个", [(1, "个", "=", "cumulative")]),
    ("选派第3批干部28名", [(28, "名", "=", "cumulative")]),
    ("12345热线办结率达到98%", [(98, "%", "=", "ratio")]),
    ("“四防”达标率100%", [(100, "%", "=", "ratio")]),
    ("80岁以上老人中慰问300名", [(300, "名", "=", "cumulative")]),
    ("现有12家机构，新增3家", [(3, "家", "=", "cumulative")]),
    ("改善全县36所村小取暖条件", [(36, "所", "=", "cumulative")]),
    ("补助全县52家村卫生室", [(52, "家", "=", "cumulative")]),
    ("推进全县27处临水路段整治", [(27, "处", "=", "cumulative")]),
    ("2024年建成5个，今年新建6个", [(6, "个", "=", "cumulative")]),
    ("年收入20万元以上的村占比达到75%", [(75, "%", "=", "ratio")]),
    ("办结率、回访率分别不低于72%和70%", [(72, "%", ">=", "ratio"), (70, "%", ">=", "ratio")]),
    ("闸站、泵站完好率分别达到97%、93%以上", [(97, "%", ">=", "ratio"), (93, "%", ">=", "ratio")]),
    ("车位和桩位分别不少于800个、120台", [(800, "个", ">=", "cumulative"), (120, "台", ">=", "cumulative")]),
    ("建成渡口2处、码头5处以上", [(2, "处", "=", "cumulative"), (5, "处", ">=", "cumulative")]),
    ("改造2000年底前建成的小区28个", [(28, "个", "=", "cumulative")]),
    ("对在册的416名护林员复核率100%", [(100, "%", "=", "ratio")]),
    ("现有泵站大修率不低于30%", [(30, "%", ">=", "ratio")]),
    ("不少于30公里的沟渠清淤和5座涵闸", [(30, "公里", ">=", "cumulative"), (5, "座", "=", "cumulative")]),
    ("发案率低于0.2%", [(0.2, "%", "<", "cap")]),
    ("失业率低于4%—5%", [(5, "%", "<", "cap")]),
    ("两周一次调度", [(1, "次", "=", "frequency")]),
    ("超八成企业上云", [(80, "%", ">", "ratio")]),
    ("改造危桥4座/126延米", [(4, "座", "=", "cumulative"), (126, "延米", "=", "cumulative")]),
]

NO_TARGETS = [
    "围绕“1198”思路",
    "推进“1+6+N”架构",
    "推进1+6+N架构",
    "打造15分钟便民服务圈",
    "建设3公里生活圈",
    "推进九项行动",
    "推进9大行动",
    "深化三年行动",
    "落实六同步、三纳入",
    "开展“双随机、一公开”检查",
    "落实三项制度，聚焦三个方面",
    "健全三级网络",
    "2025年全县大赛",
    "第二批试点，首届比赛",
    "评定5A级社会组织",
    "拨打12345热线",
    "24小时值班值守",
    "为期1年的整治",
    "年满60岁的老人",
    "应保尽保、应退尽退",
    "一户一策、一人一档、一批典型",
    "零距离服务，零容忍，零跑腿，打零工",
    "目前已有86家",
    "去年完成32场",
    "全县30个乡镇同步推进",
    "指导全县46家养老机构规范运营",
    "改善全县12个乡镇的面貌",
    "进入全市前3名",
    "每月5日前报送",
    "印发后10个工作日内报送",
    "“四个全覆盖”",
    "学习《2030年规划纲要》",
    "现有覆盖率60%",
    "检查校园周边200米内食品经营店",
    "零下10度以下启动应急",
]


def read(text: str) -> list[TargetRead]:
    return read_targets(fold(text), text, 0, len(text), 2025)


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_each_kind_is_read(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    assert [(found.value, found.unit, found.comparator, found.kind) for found in read(text)] == expected


@pytest.mark.parametrize("text", NO_TARGETS)
def test_other_numbers_are_no_targets(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_phrases_stand_where_their_spans_say(text: str, expected: list[object]) -> None:
    assert all(text[slice(*found.span)] == found.phrase for found in read(text))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("改造床位600张，6月底前完成300张", [("床位", None), ("床位", None)]),
        ("清明节前完成墓区整修3处", [("墓区整修", None)]),
        ("每日供餐不少于300份", [("每日供餐", "每日供餐")]),
        ("建设村级食堂不少于60家", [("村级食堂", None)]),
        ("新建1个服务中心、3个服务站", [("服务中心", None), ("服务站", None)]),
        ("每个村培养1名管护员", [("管护员", "每个村")]),
        ("每月探访2次", [("探访", "每月")]),
        (
            "全县100%的街道、80%的村和50%的社区开展垃圾分类",
            [("开展垃圾分类", "街道"), ("开展垃圾分类", "村"), ("开展垃圾分类", "社区")],
        ),
        ("群众满意率达95%以上", [("群众满意率", None)]),
        ("救助对象准确率保持在98%以上", [("救助对象准确率", None)]),
    ],
)
def test_item_and_scope(text: str, items: list[tuple[str, str | None]]) -> None:
    assert [(found.item, found.scope) for found in read(text)] == items
