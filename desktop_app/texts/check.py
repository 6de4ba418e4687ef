"""Sentences of the ledger check."""

DATABASE = "台账文件内部有错：{what}。可以试着“备份后修复”；修复不了的，请从最近的完好备份恢复。"
DAMAGED_FILE = "保存的原始文件“{name}”内容已改变。台账中的数据不受影响；如手头有原件，请重新导入核对。"
LOST_FILE = "来源文件“{name}”的原件不在台账文件夹中。台账中的数据不受影响；如手头有原件，请放回台账文件夹。"
UNWRITTEN = "填报表“{name}”没有写出。请在“收发”页重新生成。"
