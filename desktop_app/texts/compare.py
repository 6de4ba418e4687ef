"""Sentences about comparing two plans, and about a plan that comes again in a revised form."""

NO_PLAN = "“{word}”既不是文件，也不是台账中的工作要点。台账没有改动。请写文件路径，或工作要点的标题。"
SEVERAL_PLANS = "台账中有几份工作要点与“{word}”相符：{titles}。台账没有改动。请写完整的标题，或写编号。"
NAMED = "《{title}》（编号{key}）"
AND = "、"
