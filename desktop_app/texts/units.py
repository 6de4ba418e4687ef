"""Sentences of the 单位 page."""

TITLE = "单位"
COLUMNS = ("单位名称", "类别", "别名", "牵头任务", "未完成", "红灯", "联系人", "联系电话")
TABLE = "单位名录"
KINDS = {"section": "科室", "affiliate": "直属单位", "town": "镇街", "group": "单位组", "outside": "局外单位"}
COMMA = "、"
SEPARATORS = "，,；;/ "
ADD = "添加单位"
SUMMARY = "{count}个单位：{kinds}"
KIND_COUNT = "{kind}{count}"
HINT = "双击或直接输入即可修改；多个别名用“、”分开；双击数字可在台账中查看这些任务。"
EMPTY = "还没有单位。导入工作要点后，责任单位会自动列在这里；也可以点“添加单位”先行登记。"
NEW_NAME = "新单位"
ALIAS_HINT = "如：养老科、养老服务处"

LABEL_ADD = "添加单位“{name}”"
LABEL_EDIT = "修改“{name}”的{field}"
NAME_BLANK = "单位名称不能为空。台账没有改动。请输入名称，或按Esc放弃修改。"
NAME_TAKEN = "“{name}”已是“{other}”的名称或别名。台账没有改动。请换一个名称，或先修改那个单位。"
LED = "“{name}”牵头的任务"
OPEN = "“{name}”牵头、未完成的任务"
RED = "“{name}”牵头、亮红灯的任务"
