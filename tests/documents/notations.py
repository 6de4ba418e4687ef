"""The same invented tasks in every notation: who does them (domain §3a) and how they are numbered (§3c).

Each form names the entry of the rules that knows it, so that `held_out` can leave that entry out and see what the
general rules make of the form. A new notation is one entry in the rules and one form here.
"""

from typing import NamedTuple


class Task(NamedTuple):
    """One task as a reader should find it."""

    title: str
    text: str
    lead: str
    co: str


class Form(NamedTuple):
    """A notation: the rule that knows it (kind and entry), and how a task's line and its closing note are written.

    `head` writes the number (arabic, chinese, circled), `note` the units ({lead}, {co}); `co` tells whether the note
    names the helper too; `after` is a line below all tasks of a chapter.
    """

    name: str
    kind: str
    entry: str
    head: str = "{n}."
    note: str = ""
    co: bool = True
    after: str = ""


TASKS = (
    Task("修缮文化礼堂", "新建阅览室2间，8月底前开放。", "公共服务科", "财务科"),
    Task("整治背街小巷", "清理堆物180处。", "市容管理科", "执法大队"),
    Task("规范停车秩序", "施划泊位1200个，年底前完成。", "道路科", "宣传科"),
    Task("建设口袋公园", "建成公园6个，绿化面积2.4万平方米。", "园林科", "规划科"),
    Task("优化垃圾清运", "分类覆盖率达到95%以上。", "环卫科", "区运输中心"),
    Task("提升夜景照明", "更换路灯640盏。", "照明科", "区供电中心"),
)
CHAPTERS = ("改善环境", "完善设施")
CHINESE = "一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
STEMS = "甲乙丙丁戊己庚辛壬癸"
FORMAL = "壹贰叁肆伍陆柒捌玖拾"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
WIDE = "１２３４５６７８９"


def _labels() -> list[Form]:
    """One form a label of the lead, in turn in a bracket, on lines, and at the end of the paragraph."""
    shapes = ("（{0}：{{lead}}；{1}：{{co}}）", "\n{0}：{{lead}}\n{1}：{{co}}", "{0}：{{lead}}　{1}：{{co}}")
    pairs = (
        ("牵头", "牵头责任单位", "配合单位"),
        ("牵头责任", "牵头责任科室", "协办科室"),
        ("责任", "责任科室", "配合科室"),
        ("主办", "主办处室", "会办处室"),
        ("主要责任", "主要责任单位", "其他责任单位"),
        ("主责", "主责部门", "协同部门"),
        ("第一责任", "第一责任单位", "协作单位"),
        ("承办", "承办科室", "协助科室"),
        ("实施", "实施单位", "参与单位"),
        ("落实", "落实部门", "参加部门"),
        ("汇总", "汇总单位", "协同配合单位"),
        ("归口", "归口科室", "支持科室"),
        ("抓总", "抓总部门", "联动部门"),
        ("责任", "责任部室", "辅助部室"),
    )
    return [
        Form(f"{lead}/{co} {n % 3}", "stem", stem, note=shapes[n % 3].format(lead, co))
        for n, (stem, lead, co) in enumerate(pairs)
    ]


UNITS = [
    *_labels(),
    Form("牵头责任单位:A、B", "stem", "牵头责任", note="(牵头责任单位:{lead}、{co})", co=False),
    Form("lead;helper;deadline", "stem", "责任", note="（责任科室：{lead}；配合科室：{co}；完成时限：11月底前）"),
    Form(
        "〔按职责分工负责〕",
        "step",
        "按(?:照)?(?:各自)?职责(?:分工)?(?:负责|落实|承担)",
        note="〔{lead}、{co}按职责分工负责〕",
        co=False,
    ),
    Form("scope note inside", "stem", "责任", note="〔责任单位：{lead}。各项均涉及各镇街，以下不再列〕", co=False),
    Form("X牵头，Y按职责分工负责", "step", "牵头", note="（{lead}牵头，{co}按职责分工负责）"),
    Form("X牵头，Y配合", "step", "配合", note="（{lead}牵头，{co}配合）"),
    Form("X会同Y负责", "step", "会同", note="（{lead}会同{co}负责）"),
    Form("由X牵头，Y参与", "step", "参与", note="（由{lead}牵头，{co}参与）"),
    Form("X负责", "step", "负责(?:落实|实施)?", note="（{lead}负责）", co=False),
    Form("X负责，Y协助", "step", "协助", note="（{lead}负责，{co}协助）"),
    Form("X主办，Y会办", "step", "会办", note="【{lead}主办，{co}会办】"),
    Form("X、Y共同负责", "step", "共同(?:负责|承担)", note="（{lead}、{co}共同负责）", co=False),
    Form("label and value lines", "stem", "责任", note="\n责任单位\n{lead}\n配合单位\n{co}"),
    Form("label and value, other names", "stem", "主办", note="\n主办科室\n{lead}\n协办科室\n{co}"),
    Form(
        "leader and contact",
        "stem",
        "责任",
        note="（责任领导：钱某；责任科室：{lead}；联系人：赵某，电话：0000）",
        co=False,
    ),
    Form("双牵头", "stem", "牵头", note="（牵头：{lead}、{co}（双牵头））", co=False),
    Form("first of list leads", "stem", "责任", note="（责任单位：{lead}（牵头）、{co}）"),
    Form("nested inner section", "stem", "责任", note="（责任单位：{lead}；配合单位：区城管局（{co}））", co=False),
    Form("no colon", "stem", "责任", note="（责任单位 {lead}  配合单位 {co}）"),
    Form("【 】", "bracket", "【】", note="【责任科室：{lead}】", co=False),
    Form("[ ]", "bracket", "[]", note="[{lead}、{co}负责]", co=False),
    Form("〔 〕", "bracket", "〔〕", note="〔牵头单位：{lead}；配合单位：{co}〕"),
    Form("［ ］", "bracket", "［］", note="［责任单位：{lead}］", co=False),
    Form("bare bracket", "bracket", "（）", note="（{lead}、{co}）", co=False),
    Form("embedded 由X牵头", "order", "told", note="由{lead}牵头，{co}配合。"),
    Form("embedded 请X抓紧", "order", "asked", note="请{lead}抓紧落实，{co}协助。"),
    Form("embedded X牵头", "order", "headed", note="{lead}牵头，{co}配合。"),
    Form("以上第1—3项", "scope", "numbers", after="以上第{first}—{last}项责任单位均为{lead}。", co=False),
    Form("以上各项", "scope", "above", after="以上各项均由{lead}牵头，{co}配合。"),
    Form("本部分", "scope", "part", after="本部分责任科室：{lead}。", co=False),
    Form("除注明外", "scope", "others", after="（除注明外，其余均由{lead}负责）", co=False),
]
NUMBERS = [
    Form(name, "mark", kind, head=head, note="（责任科室：{lead}；配合科室：{co}）")
    for name, kind, head in (
        ("（一）", "chinese_bracket", "（{c}）"),
        ("(一)", "chinese_bracket", "({c})"),
        ("1.", "arabic", "{n}."),
        ("1．", "arabic", "{n}．"),
        ("1、", "arabic", "{n}、"),
        ("１．", "arabic", "{w}．"),
        ("（1）", "arabic_bracket", "（{n}）"),
        ("1）", "arabic_bracket", "{n}）"),
        ("①", "circled", "{o}"),
        ("第一，", "ordinal", "第{c}，"),
        ("一是", "point", "{c}是"),
        ("— ", "bullet", "— "),
        ("任务1：", "task", "任务{n}："),
        ("项目一　", "task", "项目{c}　"),
        ("第一项　", "article", "第{c}项　"),
        ("1.1 ", "multiple", "{s}.{r} "),
        ("A．", "letter", "{a}．"),
        ("甲、", "stem", "{g}、"),
        ("壹、", "formal", "{f}、"),
        ("Ⅰ、", "roman", "{m}、"),
        ("（任务1）", "task", "（任务{n}）"),
        ("#1 ", "none", "#{n} "),
        ("〈1〉", "none", "〈{n}〉"),
        ("【1】", "none", "【{n}】"),
        ("a) ", "none", "{z}) "),
        ("1# ", "none", "{n}# "),
        ("No.1 ", "none", "No.{n} "),
    )
]
FORMS = (*UNITS, *NUMBERS)
Expected = list[tuple[str, list[str], list[str]]]


def render(form: Form) -> tuple[str, Expected]:
    """The plan in this notation, and per task its title, leads and supporting units."""
    lines, expected = ["云栖区城市管理局2026年工作要点"], Expected()
    for n in range(len(TASKS)):
        task = TASKS[n]
        who = TASKS[n // 3 * 3] if form.after else task
        if n % 3 == 0:
            lines.append(
                f"{CHINESE[n // 3]}、{CHAPTERS[n // 3]}"
                if form.head[:3] != "{s}"
                else f"{n // 3 + 1} {CHAPTERS[n // 3]}"
            )
        head = form.head.format(
            n=n + 1,
            c=CHINESE[n],
            o=CIRCLED[n],
            w=WIDE[n],
            s=n // 3 + 1,
            r=n % 3 + 1,
            a="ABCDEF"[n],
            z="abcdef"[n],
            g=STEMS[n],
            f=FORMAL[n],
            m=ROMAN[n],
        )
        lines.append(f"{head}{task.title}。{task.text}{form.note.format(lead=who.lead, co=who.co)}")
        if form.after and n % 3 == 2:
            lines.append(form.after.format(first=n - 1, last=n + 1, lead=who.lead, co=who.co))
        leads = [who.lead, who.co] if not form.co and "{co}" in form.note and "配合" not in form.note else [who.lead]
        helpers = [who.co] if form.co else []
        if form.name == "nested inner section":
            helpers = [f"区城管局（{who.co}）"]
        expected.append((task.title, leads, helpers))
    return "\n".join(lines) + "\n", expected
