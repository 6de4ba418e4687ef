"""Sentences about comparing two plans, and about a plan that comes again in a revised form."""

NO_PLAN = "“{word}”既不是文件，也不是台账中的工作要点。台账没有改动。请写文件路径，或工作要点的标题。"
SEVERAL_PLANS = "台账中有几份工作要点与“{word}”相符：{titles}。台账没有改动。请写完整的标题，或写编号。"
NAMED = "《{title}》（编号{key}）"
AND = "、"
GONE = "新文本中没有“{task}”这项任务。是否从台账中删去？不删则保留。"
WITHDRAWN = "新文本中没有“{task}”这项任务；它已下发填报，标为已撤回，进展保留。"
CONFLICT = "“{task}”的{what}：台账中已改为“{ours}”，新文本写的是“{theirs}”。用哪一个？"
TARGET_GONE = "“{task}”的目标“{target}”已在台账中改过，新文本中没有这个目标。是否删去？"
NOTHING = "（空）"
ROLES = {"lead": "牵头单位", "co": "配合单位"}
REVISED_LABEL = "更新《{title}》"
UNCHANGED = "《{title}》的新文本与台账中的一致，台账没有改动。"
