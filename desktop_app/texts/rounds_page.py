"""Sentences of making a round and of changing one that is out."""

from desktop_app.texts import exchange as forms

WHAT, WHOM = "填什么", "由谁填"
COLUMNS = "填报栏目"
LONGEST = "存放文件夹"  # the widest name of a field: all fields begin below each other
COLUMN_NAMES = {
    "text": forms.TEXT,
    "percent": forms.PERCENT,
    "finished_on": forms.FINISHED_ON,
    "problems": forms.PROBLEMS,
    "next_steps": forms.NEXT_STEPS,
    "evidence": forms.EVIDENCE,
    "figures": forms.FIGURES,
}
TASKS = "任务范围"
ALL_SECTIONS, ALL_LIGHTS = "全部板块", "各种亮灯"
ALSO = "也列入"
ALSO_NAMES = {"closed": "已销号", "ongoing": "长期坚持"}
CO = "配合单位也填（各填一行）"
SIGNOFF = "盖章件"
SIGNOFFS = {"one": "各单位合为一份", "each": "每个单位一份", "none": "不要"}
UNITS = "填报单位"
UNIT_COLUMNS = ("单位", "行", "格")
ALL_UNITS, NO_UNITS = "全选", "全不选"
WILL_SEND = (
    "将生成{units}份填报表，共{rows}行，涉及{tasks}项任务，请单位填写{cells}格（最多的是{most}，{most_cells}格）。"
)
NO_COLUMN = "◆ 没有选填报栏目，请至少选一栏。"
NO_ROWS = "◆ 按现在的选择没有一行可填，请放宽任务范围或单位。"
MOVED = "休息日，定为{due}"
SHIFTS = {"earlier": "遇休息日提前", "later": "遇休息日顺延", "as set": "遇休息日不动"}
SHIFT = "遇休息日"
SHIFT_LABEL = "报送截止日{shift}"
WORKDAY = "工作日"
SHORT = "◆ 距报送截止不足3个工作日，请考虑给各单位留出时间。"
WARNING = "◆ {text}"

WRITING = "正在生成填报表……"
CANCELLED_NEW = "已取消。这一批没有发出，已作废；已生成的文件已删除。"
CANCELLED_MORE = "已取消。没有增加任务，台账恢复原样；已生成的文件已删除。"
CANCELLED_AGAIN = "已取消。台账没有改动；已写出的文件可以照常使用。"
SENT_MORE = "已为{units}重新生成填报表（第几版见表的左上角）。请把新的一版发给单位；单位已按旧表填好的也能合并。"

ROWS = "增减任务…"
ROWS_TITLE = "这一批的任务和单位"
ROWS_HINT = "打勾的在这一批里。勾上没有的，会重新生成该单位的填报表；去掉已有的，这一行撤回，单位再填会问您是否采用。"
SEARCH = "按单位或任务查找"
ROWS_COLUMNS = ("单位和任务", "现在")
ASKED, NOT_ASKED, ANSWERED = "已列入", "未列入", "已列入，已填报"
CO_MARK = "（配合）"
ROW_COUNT = "增加{added}行，撤回{removed}行"
APPLY, CANCEL = "确定", "取消"
REALLY_MORE = "{units}的填报表已经生成过，可能已经发出。增加任务后会另出新的一版，旧表填好的也能合并。继续吗？"
MAKE_MORE = "另出新版"

AGAIN = "重新生成…"
AGAIN_ALL, AGAIN_ONE = "全部单位", "只给“{unit}”重新生成"
REALLY_AGAIN = "{units}的填报表已经生成过，可能已经发出。再生成一份，内容以台账登记的为准。继续吗？"
MANY = "{names}等{count}个单位"
PACK = "打包zip"
PACK_WHERE = "压缩包存为"
PACK_NAME = "{period}填报表.zip"
PACKED = "已打包：{path}"
PACK_MISSING = "有{count}份填报表不在原来的文件夹里，没有打进去：{names}。"
ZIP_KIND = "压缩包 (*.zip)"
