"""Ledgers with a column a unit: tasks go down, units go across, a mark or a word where they meet."""

from tests.verbs.ledgers import Layout

SIGNS = Layout(
    [
        ["2026年重点任务责任分工表"],
        ["注：●表示牵头单位，○表示配合单位"],
        ["序号", "重点任务", "责任单位", None, None, None, "完成时限"],
        [None, None, "办公室", "养\n老\n服\n务\n科", "社会组织管理和社会工作科", "各镇街", None],
        ["一、养老服务"],
        [1, "建设老年食堂", "○", "●", None, "○", "6月底前"],
        [2, "登记高龄津贴", "/", "●", "", "", "9月底前"],
        [3, "清理社会组织", "○", "", "●（两人）", "—", "12月底前"],
        ["合计", None, 2, 2, 1, 1, None],
    ],
    ("A1:G1", "A2:G2", "A3:A4", "B3:B4", "C3:F3", "G3:G4", "A5:G5"),
    {"办公室": "lead", "社会组织管理和社会工作科": "lead", "完成时限": "deadline"},
    [
        {
            "lead_units": ["养老服务科"],
            "co_units": ["办公室", "各镇街"],
            "section": "养老服务",
            "deadline": "2026-06-30",
        },
        {"lead_units": ["养老服务科"], "co_units": []},
        {"lead_units": ["社会组织管理和社会工作科"], "co_units": ["办公室"]},
    ],
    title="2026年重点任务责任分工表",
)

WORDS = Layout(
    [
        ["任务", "养老科", "救助科", "财务科", "殡葬所"],
        ["修缮敬老院", "牵头", "", "配合", ""],
        ["核对低保对象", "配合", "主办", "协办", ""],
        ["改建骨灰堂", "", "", "", "牵头单位"],
    ],
    (),
    {"任务": "task", "养老科": "lead", "殡葬所": "lead"},
    [
        {"title": "修缮敬老院", "lead_units": ["养老科"], "co_units": ["财务科"]},
        {"lead_units": ["救助科"], "co_units": ["养老科", "财务科"]},
        {"lead_units": ["殡葬所"], "co_units": []},
    ],
)

HEADINGS = Layout(
    [
        ["序号", "工作任务", "牵头单位", None, "配合单位", None, None],
        [None, None, "养老科", "救助科", "养老科", "救助科", "妇联"],
        [1, "修缮敬老院", "√", None, None, "√", "√"],
        [2, "核对低保对象", None, "√", "√", None, None],
    ],
    ("A1:A2", "B1:B2", "C1:D1", "E1:G1"),
    {"妇联": "lead"},
    [
        {"lead_units": ["养老科"], "co_units": ["救助科", "妇联"]},
        {"lead_units": ["救助科"], "co_units": ["养老科"]},
    ],
)

ROLES_BEFORE_THEIR_SIGNS = Layout(
    [
        ["重点工作分工（牵头★，配合√）"],
        ["工作任务", "养老科", "救助科", "财务科"],
        ["修缮敬老院", "★", None, "√"],
        ["核对低保对象", "√", "★", None],
    ],
    ("A1:D1",),
    {"工作任务": "task"},
    [
        {"lead_units": ["养老科"], "co_units": ["财务科"]},
        {"lead_units": ["救助科"], "co_units": ["养老科"]},
    ],
)

BESIDE_WHO_LEADS = Layout(
    [
        ["序号", "工作任务", "牵头单位", "配合单位", None, None, "时限"],
        [None, None, None, "养老科", "救助科", "财务科", None],
        [1, "修缮敬老院", "养老科", None, "√", "√", "9月底"],
        [2, "核对低保对象", "救助科", "√", None, None, "6月底"],
    ],
    (),
    {"牵头单位": "lead", "财务科": "lead"},
    [
        {"lead_units": ["养老科"], "co_units": ["救助科", "财务科"]},
        {"lead_units": ["救助科"], "co_units": ["养老科"]},
    ],
)

TICKS_ALONE = Layout(
    [
        ["序号", "工作任务", "养老科", "救助科", "备注"],
        [1, "修缮敬老院", "√", "√", "跨年"],
        [2, "核对低保对象", None, "√", None],
    ],
    (),
    {"养老科": "lead", "备注": "note"},
    [{"lead_units": ["养老科", "救助科"], "co_units": []}, {"lead_units": ["救助科"]}],
    notes=1,
)

TICKS_THAT_NAME_NO_UNIT = Layout(
    [
        ["序号", "工作任务", "责任单位", "区级重点", "跨年"],
        [1, "修缮敬老院", "养老科", "√", None],
        [2, "核对低保对象", "救助科", "√", "√"],
    ],
    (),
    {"责任单位": "lead", "区级重点": "other", "跨年": "other"},
    [{"lead_units": ["养老科"], "co_units": []}, {"lead_units": ["救助科"]}],
)

MATRIX = Layout(
    [
        ["序号", "任务", "时限", "地名股", "人事股", "财务股"],
        [1, "更换楼栋牌", "10月底", "牵头", None, "配合"],
        [2, "轮训网格员", "5月底", None, "牵头", None],
        ["", "（以上两项由分管领导调度）", None, None, None, None],
    ],
    (),
    {"任务": "task", "地名股": "lead"},
    [{"lead_units": ["地名股"], "co_units": ["财务股"]}, {"lead_units": ["人事股"], "co_units": []}],
)
