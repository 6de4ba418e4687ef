"""Existing ledgers as offices keep them, made for tests: the column sets and sheet conventions of practice.

Districts, tasks and posts are invented; a layout is rows of cells, merged areas, and what is to be read of it.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

Row = list[Any]


class Layout(NamedTuple):
    """A ledger: its rows, merged areas, cells shown as percentages; then the meanings and tasks to be read."""

    rows: list[Row]
    merged: tuple[str, ...]
    columns: Mapping[str, str]
    tasks: list[dict[str, Any]]
    percents: tuple[str, ...] = ()
    title: str | None = None
    sheet: str = "Sheet1"
    notes: int = 0


def write(path: Path, layout: Layout) -> Path:
    """The layout as an .xlsx."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = layout.sheet
    for row in layout.rows:
        sheet.append(row)
    for area in layout.merged:
        sheet.merge_cells(area)
    for cell in layout.percents:
        sheet[cell].number_format = "0%"
    book.save(path)
    return path


PLAIN = Layout(
    [
        ["序号", "重点任务", "牵头单位", "配合单位", "完成时限", "进展情况", "完成率"],
        [1, "新建社区食堂", "养老服务科", "财务科、各镇街", "2026年6月底前", "已建成2处", "50%"],
        [2, "核对低保对象", "社会救助科", "", "长期坚持", "", ""],
        [3, "整理地名档案", "区划地名科", "各镇街", datetime(2026, 9, 30), "正在推进", 0.8],
    ],
    (),
    {
        "序号": "no",
        "重点任务": "task",
        "牵头单位": "lead",
        "配合单位": "co",
        "完成时限": "deadline",
        "进展情况": "progress_text",
    },
    [
        {
            "no": "1",
            "title": "新建社区食堂",
            "lead_units": ["养老服务科"],
            "co_units": ["财务科", "各镇街"],
            "deadline": "2026-06-30",
            "deadline_raw": "2026年6月底前",
            "percent": 50.0,
            "progress_text": "已建成2处",
        },
        {"no": "2", "deadline": None, "deadline_raw": "长期坚持", "percent": None, "progress_text": None},
        {"no": "3", "deadline": "2026-09-30", "percent": 80.0, "state": "open"},
    ],
    percents=("G4",),
    sheet="2026年台账",
)

# 亳州谯城式: 责任单位 is the bureau on every row, 实施部门 does it
BUREAU = Layout(
    [
        ["2026年度目标任务清单"],
        ["序号", "责任单位", "考核指标", "分月序时进度", "监督方式", "实施部门", "实施步骤", "完成时限"],
        [
            1,
            "区民政局",
            "培训护理员300人",
            "①1-3月份完成摸底②4-6月份培训150人③7-12月份全部完成",
            "0000-1234",
            "养老服务科",
            "按季度序时推进",
            "2026年12月底",
        ],
        [
            2,
            "区民政局",
            "建成儿童之家6个",
            "①1-6月份建成2个②7-12月份建成4个",
            "0000-1234",
            "儿童福利科",
            "按季度序时推进",
            "2026年12月底",
        ],
    ],
    ("A1:H1",),
    {
        "序号": "no",
        "责任单位": "other",
        "考核指标": "task",
        "监督方式": "contact",
        "实施部门": "lead",
        "实施步骤": "action",
        "完成时限": "deadline",
    },
    [
        {
            "title": "培训护理员300人",
            "lead_units": ["养老服务科"],
            "co_units": [],
            "deadline": "2026-12-31",
            "contact": "0000-1234",
            "text": "按季度序时推进",
        },
        {"title": "建成儿童之家6个", "lead_units": ["儿童福利科"]},
    ],
    title="2026年度目标任务清单",
)

# 南陵式: header text broken by line feeds, padded names, two leaders in one cell
PADDED = Layout(
    [
        ["附件1", None, None, None, None],
        ["2026年重点工作目标与任务责任分解表", None, None, None, None],
        ["序\n号", "目标与任务", "分 管\n县领导", "牵 头\n责任单位", "责 任 单 位"],
        [1, "推进殡葬设施建设", "李　× 张　×", "社会事务科", "各有关单位"],
        [2, "完善救助机制", "李　×", "社会救助科", "各镇街、财务科"],
        ["填表人：", "", "审核人：", "", ""],
    ],
    ("A2:E2",),
    {"序\n号": "no", "目标与任务": "task", "分 管\n县领导": "leader", "牵 头\n责任单位": "lead", "责 任 单 位": "co"},
    [
        {"title": "推进殡葬设施建设", "leader": "李×、张×", "lead_units": ["社会事务科"], "co_units": ["各有关单位"]},
        {"title": "完善救助机制", "leader": "李×", "co_units": ["各镇街", "财务科"]},
    ],
    title="2026年重点工作目标与任务责任分解表",
)

# 高唐式: no numbers, 责任单位 alone leads, 类别 merged
CATEGORIES = Layout(
    [
        ["类别", "任务内容", "牵头领导", "责任单位"],
        ["养老", "改造敬老院", "分管副局长", "养老服务科、财务科"],
        [None, "发放高龄津贴", "分管副局长", "老龄科"],
        ["救助", "提高救助标准", "副县级干部", "社会救助科"],
    ],
    ("A2:A3", "C2:C3"),
    {"类别": "section", "任务内容": "task", "牵头领导": "leader", "责任单位": "lead"},
    [
        {
            "no": None,
            "section": "养老",
            "title": "改造敬老院",
            "lead_units": ["养老服务科", "财务科"],
            "leader": "分管副局长",
        },
        {"section": "养老", "title": "发放高龄津贴", "leader": "分管副局长", "lead_units": ["老龄科"]},
        {"section": "救助", "title": "提高救助标准", "leader": "副县级干部"},
    ],
)

# 二连浩特式: blocks under full-width rows, numbers start again
BLOCKS = Layout(
    [
        ["2026年政府工作任务分工", None, None, None, None],
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["一、社会救助方面（2项）", None, None, None, None],
        [1, "开展救助回头看", "社会救助科", "各镇街", "6月底前"],
        [2, "建立监测台账", "社会救助科", "", "9月30日"],
        ["二、养老服务方面（1项）", None, None, None, None],
        [1, "推广助餐服务", "养老服务科", "财务科", "三季度"],
        ["合计", "3项", None, None, None],
        ["备注：本表由办公室解释。", None, None, None, None],
    ],
    ("A1:E1", "A3:E3", "A6:E6", "A9:E9"),
    {"序号": "no", "工作任务": "task", "牵头单位": "lead", "配合单位": "co", "完成时限": "deadline"},
    [
        {"no": "1", "section": "社会救助方面", "title": "开展救助回头看", "deadline": "2026-06-30"},
        {"no": "2", "section": "社会救助方面", "deadline": "2026-09-30"},
        {"no": "1", "section": "养老服务方面", "title": "推广助餐服务", "deadline": "2026-09-30"},
    ],
)

# 钟楼式 民生实事: one 项目 spans several 内容 rows, each with its own leader and lead; the header comes again
PROJECTS = Layout(
    [
        ["2026年民生实事项目责任分解表", None, None, None, None, None],
        ["序号", "项目名称", "主要内容", "区政府分管领导", "牵头单位", "配合单位"],
        [1, "老有所养", "建设护理床位200张", "分管副区长甲", "养老服务科", "财务科"],
        [None, None, "新增助餐点5个", "分管副区长乙", "老龄科", "各镇街"],
        ["序号", "项目名称", "主要内容", "区政府分管领导", "牵头单位", "配合单位"],
        [2, "弱有所扶", "走访困难家庭1000户", "分管副区长甲", "社会救助科", "各镇街"],
    ],
    ("A1:F1", "A3:A4", "B3:B4"),
    {"序号": "no", "项目名称": "task", "主要内容": "action", "区政府分管领导": "leader", "牵头单位": "lead"},
    [
        {"no": "1", "title": "老有所养", "lead_units": ["养老服务科", "老龄科"], "co_units": ["财务科", "各镇街"]},
        {"no": "2", "title": "弱有所扶", "text": "走访困难家庭1000户", "lead_units": ["社会救助科"], "actions": []},
    ],
    title="2026年民生实事项目责任分解表",
)

# 江干式 执行台账
EXECUTION = Layout(
    [
        ["工作目标及任务要求", "工作动态", "资金使用", "工作进度", "责任科室"],
        ["完成殡仪馆改造", "主体已封顶", "已支付300万元", "60%", "社会事务科"],
        ["更新地名标志", "已招标", "未支付", "20%", "区划地名科"],
    ],
    (),
    {
        "工作目标及任务要求": "task",
        "工作动态": "progress_text",
        "资金使用": "other",
        "工作进度": "percent",
        "责任科室": "lead",
    },
    [
        {"title": "完成殡仪馆改造", "progress_text": "主体已封顶", "percent": 60.0, "note": "资金使用：已支付300万元"},
        {"title": "更新地名标志", "percent": 20.0, "lead_units": ["区划地名科"]},
    ],
    sheet="2026执行台账",
)

# 大洼式: 具体责任人 and each quarter's 形象进度 under one heading
QUARTERS = Layout(
    [
        ["序号", "工作任务", "责任分工", None, None, "时间节点", None, None, None],
        [None, None, "分管领导", "牵头单位", "具体责任人", "一季度", "二季度", "三季度", "四季度"],
        [1, "建设综合服务中心", "分管副局长", "办公室", "王×", "完成设计", "5月底前开工", "主体完工", "投入使用"],
        [2, "清理档案", "分管副局长", "办公室", "王×", "", "", "完成清理", ""],
    ],
    ("A1:A2", "B1:B2", "C1:E1", "F1:I1", "C3:C4"),
    {"分管领导": "leader", "牵头单位": "lead", "具体责任人": "person", "一季度": "node_q1", "四季度": "node_q4"},
    [
        {
            "title": "建设综合服务中心",
            "person": "王×",
            "leader": "分管副局长",
            "nodes": [
                {"title": "完成设计", "due": "2026-03-31"},
                {"title": "5月底前开工", "due": "2026-05-31"},
                {"title": "主体完工", "due": "2026-09-30"},
                {"title": "投入使用", "due": "2026-12-31"},
            ],
        },
        {"title": "清理档案", "leader": "分管副局长", "nodes": [{"title": "完成清理", "due": "2026-09-30"}]},
    ],
)
