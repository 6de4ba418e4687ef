"""Words of the search over everything (Ctrl+K): kinds of finds, acts by their names, what is said beside them."""

NAME = "搜索结果"
KINDS = {
    "act": "操作",
    "task": "任务",
    "report": "进展",
    "unit": "单位",
    "plan": "来源",
    "round": "批次",
    "file": "来表",
    "entry": "历史",
    "filter": "筛选",
}
HINT = "↑↓ 选择　回车 打开　Ctrl+回车 在台账中筛选　Esc 关闭"
NOTHING = "没有找到“{words}”。可以少打几个字，或只打拼音首字母（如 lnst）。"
MOST = "先列出最相近的{count}条。　"
FILTER = "在台账里只看含“{words}”的任务"
NAMES = "、"
SPACE = " "
REPORT = "{period} {unit}：{text}"
SPOKEN = "{percent}% {text}"
ENTRY = "{day} {who}"
ROUND = "{period} 填报批次"
DUE = "报送截止 {day}"
PLAN = "{year}年度 {file}"
FORMER = "含 {names}"
CAME = "{day} 收到"

ACTS = {
    "today": ("打开 今日", "页面 首页 到期 提醒"),
    "ledger": ("打开 台账", "页面 任务 表格"),
    "gantt": ("打开 甘特图", "页面 进度图 横道图"),
    "exchange": ("打开 收发", "页面 填报表 催报 未报"),
    "reports": ("打开 报告", "页面 通报 督办单 催办单 交办单 总结 任务分解表 图表"),
    "history": ("打开 历史", "页面 操作记录 撤销"),
    "units": ("打开 单位", "页面 科室 镇街 别名 通讯录"),
    "settings": ("打开 设置", "页面 规则 字号 节假日 备份"),
    "import_plan": ("导入要点", "读入 工作要点 新建台账"),
    "paste_plan": ("粘贴要点的文字或表格", "导入 剪贴板"),
    "import_ledger": ("打开已有的 Excel 台账", "导入 读入 收回导出"),
    "compare_plans": ("对比两份要点，结转上年任务", "新的一年 续转"),
    "dispatch": ("新建一批填报表", "发表 派发 收发 催报"),
    "undo": ("撤销上一步", "恢复 收回"),
    "redo": ("重做", "恢复"),
    "look_back": ("看某一天的台账", "过去 历史 截至 日期 只读"),
    "between": ("对比两天的台账", "变化 改动 历史 日期"),
    "conditions": ("按条件筛选台账", "过滤 年度 来源 责任领导 时限 完成率"),
    "columns": ("选择台账的列", "显示 隐藏 列宽"),
    "replace": ("查找和替换", "批量修改"),
    "inspector": ("显示或隐藏任务详情", "原文 详情"),
    "back_up": ("立即备份", "保存 副本"),
    "backups": ("备份列表与恢复", "还原 副本"),
    "check": ("检查台账", "完好 损坏 修复"),
    "hand_over": ("打移交包", "换人 移交 离任"),
    "manual": ("使用手册", "帮助 说明 怎么用"),
    "shortcuts": ("快捷键一览", "键盘 帮助"),
    "call": ("登记领导交办", "新任务 临时 电话"),
    "demo": ("打开示例台账", "练习 示例 试用"),
}
