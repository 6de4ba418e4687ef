"""Why a unit is suggested as lead."""

DUTY = "职责“{duty}”，任务中有“{word}”"
NAME = "单位名称与任务都有“{word}”"
PAST = "{year}年任务“{title}”由其牵头"
PAST_UNDATED = "以往任务“{title}”由其牵头"
NEIGHBOUR = "与相邻任务“{title}”同一板块"
GENERAL = "没有明显归口，通常由综合科室牵头"
NO_UNITS = "台账里还没有单位，无从建议牵头单位。台账没有改动。请先导入写明责任单位的工作要点，或在“单位”页登记科室。"
