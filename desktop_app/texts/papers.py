"""Sentences of the papers that go out with a round's forms: the notice (通知) and the sign-off sheet (盖章件)."""

NOTICE_TITLE = "关于报送{period}\n重点工作任务进展情况的通知"  # where a title breaks, words stay whole
TO = "{units}："
REASON = "为掌握{period}重点工作任务推进情况，请按所附填报表报送进展。现将有关事项通知如下。"
SCOPE = "一、填报范围"
SCOPE_TEXT = "本次填报涉及{unit_count}个单位、{row_count}项任务（一项任务由几个单位填报的，各单位分别填报）。{left_out}"
LEFT_OUT = "已销号和长期坚持的任务本次不填。"
DEMANDS = "二、填报要求"
DEMANDS_TEXT = (
    "数据截至{as_of}。请对照填报表逐项填写{fields}。与上期相比没有变化的，在“本期情况”中选“与上期无变化”即可。"
    "请不要增删行列，也不要改动表中已有内容；表头右上方显示“必填项已填完”后再报送。"
)
QUOTED = "“{words}”"
WHERE_DUE = "三、报送时间和方式"
DUE_TEXT = "请于{due}前，将填报表电子版报送办公室{stamped}。"
STAMPED = "；盖章件经主要负责人审定签字、加盖公章后一并报送"
STAMPED_ALONE = "；经主要负责人审定的盖章件一并报送"
CONTACT = "（联系人：　　　　　　联系电话：　　　　　　　　）"
FORM_NAME = "{period}重点工作任务进展填报表"
SIGNOFF_NAME = "{period}重点工作任务进展填报表盖章件"
ATTACHMENTS = "附件：{names}"
NUMBERED = "{number}.{name}"

ATTACHMENT_2 = "附件2"
SIGNOFF_TITLE = "{period}重点工作任务进展填报表\n盖章件"
STATEMENT = (
    "本单位承担{period}重点工作任务{count}项，数据截至{as_of}。"
    "所报填报表电子版已经主要负责人审定，内容真实、准确，与本件一致。"
)
UNIT = "填报单位（盖章）：{unit}"
HEADERS = ("序号", "重点任务", "完成率(%)", "备注")
SIGNERS = ("主要负责人（签字）：", "填报人：　　　　　　联系电话：")
DATE_LINE = "日期：　　　　年　　月　　日"
SEND_BY = "请于{due}前报送办公室。"

ATTACHMENT, ATTACHMENT_NO = "附件", "附件{number}"
RED_HEAD = "{office}文件"

LIST = "、"
NUMERALS = "十一二三四五六七八九"
HEADING = "{number}、{words}"
UNKNOWN_FIELD = (
    "模板里有“{{{field}}}”，台账没有这项内容，文件没有写出，台账没有改动。请改模板，花括号里可以写：{fields}。"
)
