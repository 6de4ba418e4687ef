"""Sentences about taking a plan into the ledger."""

KNOWN_ALREADY = "《{title}》已在台账中（同一个文件），没有重复导入，台账没有改动。"
IS_FORM = "这是填报表，不是工作要点，没有导入，台账没有改动。请在“收发”页收回。"
UNTITLED = "（未写标题）"
INTAKE_LABEL = "导入《{title}》"
NO_ROWS = "这份文件里没有“{name}”牵头或配合的任务。台账没有改动。请核对单位名称的写法，或不加筛选导入。"
