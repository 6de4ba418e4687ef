"""Words and sentences of figures and of the status."""

NO_MOMENT = "“{said}”不是一个时刻，没有计算，台账没有改动。请写成 2026-07-01 或 2026-07-01T12:00。"
NO_SECTION = "未分板块"
NO_LEAD = "未指定牵头单位"
NO_LEADER = "未定分管领导"
