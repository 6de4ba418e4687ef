"""More ledgers as offices keep them: progress, states, words for columns, units named in other places."""

from tests.verbs.ledgers import Layout

# 大竹式
COMMITTEES = Layout(
    [
        ["任务", "牵头领导", "牵头委室", "协作委室", "责任人", "拟定时限"],
        ["开展专题调研", "副主席", "社会法制委", "提案委、经科委", "赵×", "2026.6.30"],
        ["办好协商会", "秘书长", "办公室", "各委室", "钱×", "10月"],
    ],
    (),
    {
        "任务": "task",
        "牵头领导": "leader",
        "牵头委室": "lead",
        "协作委室": "co",
        "责任人": "person",
        "拟定时限": "deadline",
    },
    [
        {
            "title": "开展专题调研",
            "leader": "副主席",
            "lead_units": ["社会法制委"],
            "co_units": ["提案委", "经科委"],
            "person": "赵×",
            "deadline": "2026-06-30",
        },
        {"title": "办好协商会", "co_units": ["各委室"], "deadline": "2026-10-31"},
    ],
)

# 邓州式 交办单
ORDERS = Layout(
    [
        ["单号", "工作事项", "工作要求", "责任单位", "责任人", "时限要求", "是否完成"],
        ["2026-01", "整改消防隐患", "逐一整改并验收", "福利院", "孙×", 46203, "是"],
        ["2026-02", "核实信访件", "七日内答复", "信访科", "周×", "2026/5/8", "否"],
    ],
    (),
    {
        "单号": "no",
        "工作事项": "task",
        "工作要求": "action",
        "责任单位": "lead",
        "责任人": "person",
        "时限要求": "deadline",
        "是否完成": "state",
    },
    [
        {
            "no": "2026-01",
            "text": "逐一整改并验收",
            "deadline": "2026-06-30",
            "state": "finished",
            "lead_units": ["福利院"],
        },
        {"no": "2026-02", "deadline": "2026-05-08", "state": "open"},
    ],
)

# two levels: 进展 → 完成情况, 存在问题, 下步打算; the day of the figures in the head; shares without a format
PROGRESS = Layout(
    [
        ["附件2"],
        ["2026年重点工作督办台账", None, None, None, None, None, None, None, None],
        ["填报单位：某区民政局", None, None, "联系电话：000", None, "截至6月30日", None, None, None],
        ["序号", "工作板块", "重点任务", "牵头科室", "目标指标", "进展", None, None, "完成比例"],
        [None, None, None, None, None, "完成情况", "存在问题", "下步打算", None],
        [1, "养老", "新建食堂", "养老服务科", "新建食堂8家", "已建3家", "资金未到位", "加快施工", 0.375],
        [2, None, "评估老人能力", "养老服务科", "评估2万人次", "已评估1.2万人次", "无", "继续评估", 0.6],
        [3, "救助", "走访", "社会救助科", "走访600户；出台办法1个", "与上期无变化", "", "", 1],
    ],
    ("A2:I2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:H4", "I4:I5", "B6:B7"),
    {
        "完成情况": "progress_text",
        "存在问题": "problems",
        "下步打算": "next_steps",
        "完成比例": "percent",
        "目标指标": "target",
    },
    [
        {"section": "养老", "percent": 37.5, "problems": "资金未到位", "next_steps": "加快施工"},
        {"section": "养老", "percent": 60.0, "problems": "无"},
        {"section": "救助", "percent": 100.0},
    ],
    title="2026年重点工作督办台账",
)

STATES = Layout(
    [
        ["编号", "重点任务", "责任单位", "完成状态", "销号时间", "备注"],
        ["1", "任务甲", "办公室", "已销号", "2026.3.5", ""],
        ["2", "任务乙", "办公室", "按序时推进", "", "无"],
        ["3", "任务丙", "财务科", "提前完成全年任务", "", ""],
        ["4", "任务丁", "财务科", "省市暂未下达目标任务", "", ""],
        ["5", "任务戊", "人事科", "长期坚持", "", ""],
        ["6", "任务己", "人事科", "暂缓", "", ""],
        ["7", "任务庚", "人事科", "● 推进缓慢", "", ""],
        ["8", "任务辛", "人事科", "搞不清楚", "", ""],
    ],
    (),
    {"编号": "no", "完成状态": "state", "销号时间": "other", "备注": "note"},
    [
        {"state": "closed", "finished_on": "2026-03-05"},
        *({"state": state} for state in ("open", "finished", "not_issued", "ongoing", "paused", "open")),
        {"state": "open", "note": "完成状态：搞不清楚"},
    ],
    notes=1,
)

# the lead's and the helpers' columns are called 主要责任单位 and 其他责任单位; several deadlines in words
OTHER_WORDS = Layout(
    [
        ["项次", "一级任务", "二级任务", "主要责任单位", "其他责任单位", "时间要求", "成果形式"],
        ["1", "规范管理", "修订制度", "办公室", "各科室", "年底前", "制度汇编1本"],
        ["2", None, "清查资产", "财务科", "各科室、局属单位", "全年", "清查报告"],
        ["3", "服务提升", "开展培训", "人事科", "", "上半年", "培训4期"],
    ],
    ("B2:B3",),
    {
        "项次": "no",
        "一级任务": "section",
        "二级任务": "task",
        "主要责任单位": "lead",
        "其他责任单位": "co",
        "时间要求": "deadline",
        "成果形式": "target",
    },
    [
        {"section": "规范管理", "title": "修订制度", "deadline": "2026-12-31"},
        {"section": "规范管理", "co_units": ["各科室", "局属单位"]},
        {"section": "服务提升", "deadline": "2026-06-30"},
    ],
)

# who leads and who helps stands in one cell; blank columns; columns numbered below the header
PHRASES = Layout(
    [
        [None, "2026年改革任务台账"],
        [None, "序号", None, "改革事项", "任务分工", "完成时间"],
        [None, "1", None, "2", "3", "4"],
        [None, 1, None, "推进政务公开", "牵头：办公室；配合：各科室", "5月20日前"],
        [None, 2, None, "推进数字档案", "办公室牵头，人事科、财务科配合", "11月"],
        [None, None, None, None, None, None],
        [None, 3, None, "推进志愿服务", "社工科、慈善总会", "12月10日"],
    ],
    (),
    {"序号": "no", "改革事项": "task", "任务分工": "lead", "完成时间": "deadline"},
    [
        {"lead_units": ["办公室"], "co_units": ["各科室"], "deadline": "2026-05-20"},
        {"lead_units": ["办公室"], "co_units": ["人事科", "财务科"]},
        {"lead_units": ["社工科", "慈善总会"]},
    ],
    title="2026年改革任务台账",
)

# units only inside the words of the task; numbers there too
NOTES_IN_CELLS = Layout(
    [
        ["工作板块", "重点任务", "完成时限"],
        [
            "党建",
            "1.开展主题教育。组织集中学习，开展现场教学，撰写调研报告，形成一批成果并推动成果转化应用到实际工作中去，取得实效。（牵头单位：机关党委；配合单位：各支部）",
            "全年",
        ],
        ["业务", "2.规范婚姻登记（责任单位：婚姻登记处）", "9月底"],
    ],
    (),
    {"工作板块": "section", "重点任务": "task", "完成时限": "deadline"},
    [
        {"no": "1", "title": "开展主题教育", "lead_units": ["机关党委"], "co_units": ["各支部"]},
        {"no": "2", "lead_units": ["婚姻登记处"], "deadline": "2026-09-30"},
    ],
)

# 眉山式: indicators side by side, a header of three levels, units in its brackets, shares over 100 %, empty cells
VISITS, AID = "走访对象（户）", "救助人次（万人次）"
FIGURES = ["目标任务", "进度", "完成比例(%)"]
INDICATORS = Layout(
    [
        ["2026年上半年民生指标完成情况表", None, None, None, None, None, None],
        ["地区", "社会救助", None, None, None, None, None],
        [None, VISITS, None, None, AID, None, None],
        [None, *FIGURES, *FIGURES],
        ["东湖镇", 600, 320, 53.3, 2, 1.5, 75],
        ["西山街道", 200, 1923, 961.7, 1, None, None],
        ["合计", 800, 2243, None, 3, None, None],
    ],
    ("A1:G1", "A2:A4", "B2:G2", "B3:D3", "E3:G3"),
    {
        "地区": "lead",
        f"{VISITS}/目标任务": "target",
        f"{VISITS}/进度": "progress_text",
        f"{AID}/完成比例(%)": "percent",
    },
    [
        {"section": "社会救助", "title": "走访对象", "lead_units": ["东湖镇", "西山街道"]},
        {"section": "社会救助", "title": "救助人次", "percent": None},
    ],
    title="2026年上半年民生指标完成情况表",
)
