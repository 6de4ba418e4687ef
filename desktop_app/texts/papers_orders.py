"""Words of the order sheets: 交办单, 催办单, 督办单."""

FIELDS = {"period": "期", "count": "事项数", "reply_by": "反馈时限", "unit": "责任单位"}
NUMBER = {"assign": "交办〔{year}〕{no}号", "chase": "催办〔{year}〕{no}号", "order": "督办〔{year}〕{no}号"}
NO = "编号：{number}"
UNIT, PERSON, ISSUED, REPLY_BY = "责任单位", "责任人", "签发日期", "反馈时限"
HEADERS = ("序号", "事项", "完成时限", "目前状态")
STATE = "{label}，完成{done}%"
DEMAND, REPLY = "办理要求", "办理情况\n（责任单位填写）"
SIGN = ("单位负责人\n（签字盖章）", "", "填写日期", "　　年　　月　　日")
LIST = "、"
DAY = "{day.year}年{day.month}月{day.day}日"
LABEL = "签发{name}：{numbers}"
EMPTY = "这一期没有需要{name}的事项，没有写出文件，台账没有改动。"
