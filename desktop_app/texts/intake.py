"""Sentences about taking a plan into the ledger."""

KNOWN_ALREADY = "《{title}》已在台账中（同一个文件），没有重复导入，台账没有改动。"
INTAKE_LABEL = "导入《{title}》"
