"""Long plans of invented offices: forty items each, made of sentence banks, with what a reader should find."""

from typing import NamedTuple

TITLES = (
    "推进义务教育优质均衡",
    "实施校园厕所改造",
    "办好“家门口”的托育园",
    "开展近视综合防控",
    "打造15分钟健身圈",
    "完善家校社协同机制",
    "规范校外培训秩序",
    "加强乡村教师队伍建设",
    "推动“双减”落地见效",
    "优化随迁子女入学服务",
    "建设智慧课堂",
    "提升食堂供餐质量",
    "健全心理健康服务网络",
    "深化教育评价改革",
    "实施“银龄讲学”计划",
    "做实学生资助",
    "建强名师工作室",
    "扩大研学实践基地",
    "推行课后服务“5+2”模式",
    "整治校园周边环境",
    "强化消防安全管理",
    "改善寄宿条件",
    "抓实劳动教育",
    "普及急救知识",
    "开展“书香校园”活动",
    "加快数字资源共享",
    "推动职普融通",
    "发展特殊教育",
    "办好老年学堂",
    "规范民办学校办学行为",
    "完善督导问责",
    "严格财务监管",
    "推进节约型校园建设",
    "落实信访“首接负责”",
    "做优政务公开",
    "抓好档案管理",
    "实施青年教师培养工程",
    "丰富社团活动",
    "加强国防教育",
    "提升机关效能",
)
BODIES = (
    "对照年度目标细化措施，逐校建立台账，实行销号管理。",
    "会同有关方面开展联合检查，发现问题及时整改，形成闭环。",
    "坚持问题导向，聚焦群众反映强烈的突出问题，分类施策、精准发力。",
    "健全月调度、季通报工作机制，推动各项任务落细落实。",
    "总结推广先进经验，发挥典型示范引领作用（详见工作手册）。",
    "依托区、镇（街道）两级平台，畅通反馈渠道，提高响应速度。",
    "做到底数清、情况明、措施实，切实增强师生的获得感。",
    "加大宣传力度，营造全社会关心支持的良好氛围。",
)
FIGURES = (
    "全年新建点位12个，惠及师生3600人次。",
    "6月底前完成方案制定，10月底前全面铺开。",
    "覆盖率达到95%以上，满意率不低于98%。",
    "投入资金350万元，改造校舍8600平方米。",
    "开展专项督查不少于4次，问题整改率100%。",
    "培训骨干420名，评选示范单位15家。",
)
CHAPTERS = (
    "坚持立德树人，提高育人质量",
    "坚持公平普惠，扩大资源供给",
    "坚持改革创新，激发办学活力",
    "坚持底线思维，筑牢安全屏障",
)
UNITS = ("基教科", "人事科", "计财科", "安全科", "督导室", "区教师发展中心", "职成科", "体卫艺科")
ROMAN = "一二三四五六七八九十"


class Long(NamedTuple):
    """A text and its items: number, title, leads, supporting units."""

    text: str
    sections: list[str]
    tasks: list[tuple[str, str, list[str], list[str]]]


def chinese(number: int) -> str:
    """12 → 十二; up to 99."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else ROMAN[tens - 1] + "十"
    return head + (ROMAN[ones - 1] if ones else "")


def long_plan(number: str, note: str, opening: str, breaks: bool) -> Long:
    """Forty items in four chapters; `number` and `note` are format strings, `breaks` puts the note on its own line."""
    lines, tasks = [opening], []
    for at, title in enumerate(TITLES):
        if at % 10 == 0:
            lines.append(f"{ROMAN[at // 10]}、{CHAPTERS[at // 10]}")
        printed = number.format(arabic=at + 1, chinese=chinese(at + 1), within=at % 10 + 1)
        lead, co = UNITS[at % 8], UNITS[(at * 3 + 1) % 8]
        co = "" if co == lead or at % 5 == 4 else co
        sentences = [
            BODIES[at % 8],
            FIGURES[at % 6],
            BODIES[(at + 3) % 8],
            BODIES[(at * 5 + 1) % 8],
            FIGURES[(at + 2) % 6],
        ]
        said = note.split("|")[0 if co else 1].format(lead=lead, co=co)
        lines.append(f"{printed}{title}。{''.join(sentences)}" + ("\n" if breaks else "") + said)
        tasks.append((printed.strip("、.． "), title, [lead], [co] if co else []))
    return Long("\n".join(lines) + "\n", list(CHAPTERS), tasks)


OPENING = "红枫区教育体育局2026年工作要点\n2026年，全区教育体育工作以“质量提升年”为抓手，奋力书写“3+2”新篇章。"
LONG = (
    long_plan("{arabic}．", "（牵头科室：{lead}；协同单位：{co}）|（牵头科室：{lead}）", OPENING, False),
    long_plan("（{chinese}）", "责任科室：{lead}　配合科室：{co}|责任科室：{lead}", OPENING, True),
    long_plan("{within}、", "〔{lead}牵头，{co}配合〕|〔{lead}负责〕", OPENING, False),
)
