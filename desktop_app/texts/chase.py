"""What is said to units that have not reported yet, stage by stage (T−5 … T+1)."""

AND = "、"
ONE = "{units}："
MANY = "{units}（{count}个单位）："
SENTENCES = {
    "served": "{period}重点工作任务进展填报表已发，请查收，并于{due}前报送（还有{left}个工作日）。收到请回复。",
    "reminded": "温馨提醒：{period}重点工作任务进展填报表请于{due}前报送，还有{left}个工作日。",
    "urged": "{period}重点工作任务进展填报表{due}截止，只剩{left}个工作日，尚未收到，请抓紧报送。",
    "counted": "{period}重点工作任务进展填报表今日（{due}）截止，正在清点，尚未收到，请下班前报送。",
    "overdue": "{period}重点工作任务进展填报表应于{due}前报送，已逾期{left}个工作日，请立即报送，并说明原因。",
}
STAGES = {
    "served": "送达（还有{left}个工作日）",
    "reminded": "提醒（还有{left}个工作日）",
    "urged": "催报（还有{left}个工作日）",
    "counted": "今日截止，清点",
    "overdue": "催办（已逾期{left}个工作日）",
}

# The stamped copy
STAMPED = "{unit}盖章件已收"
NOT_STAMPED = "{unit}盖章件改为未收"

# The roster's row of acts
COPY_ALL = "复制催报文字（{count}个单位）"
COPY_ONE = "复制给该单位"
NOBODY = "各单位都已报送"
SEND_BACK = "退回…"
TIMELINESS = "各期及时率…"
STAGE = "阶段：{stage}"
RATE = "{period}按时反馈率{rate}%（期内按时反馈{in_time} ÷ 应反馈{asked}）"
COPIED = "已复制，可以粘贴到微信或短信里：{words}"
SEND_BACK_WHERE = "退回的文件存放到哪个文件夹"
SEND_BACK_ON = "选择存放文件夹…"
SEND_BACK_WORDS = "给单位的话（可以不填）"
SENT_BACK = "已写出“{file}”，标出{count}处，请发给单位。"
SENT_SLIP = "已写出退回单“{file}”，列出{count}处，请和原文件一起发给单位。"

# The table of timeliness
TITLE = "各单位按时反馈情况"
FORMULA = "按时反馈率 = 期内按时反馈 ÷ 应反馈，已作废的批次不计。各单位的比率只算已到截止日的批次和已报的批次。"
UNIT, WHOLE, RATE_HEAD = "单位", "全部单位", "按时反馈率"
PERCENT = "{rate}%"
NO_RATE = "—"
MARKS = {"in time": "● 按时", "late": "◆ 迟报", "silent": "▲ 未报", "open": "○ 未到期"}
CLOSE = "关闭"
