"""Sentences about backups, restoring, and the hand-over pack."""

FOLDER = "备份"
REASONS = {
    "start": "自动",
    "hand": "手动",
    "bulk": "批量改动前",
    "migration": "升级前",
    "restore": "恢复前",
    "repair": "修复前",
}
NAME = "{day}_{time}_{reason}.duban"
BROKEN = "损坏的台账_{day}_{time}.duban"
COPY = "台账内容.jsonl"

NOT_VERIFIED = "备份没有通过核对：{what}。这份备份没有保留，台账没有改动。请检查磁盘空间和磁盘是否正常，再备份一次。"
NOT_REPAIRED = (
    "台账的损坏不能自动修复，没有改动台账，也没有丢掉任何一行。现在的样子已留存为“{kept}”。请从最近的完好备份恢复。"
)
NOT_BEFORE = "{reason}的自动备份没有成功，所以这一步没有做。{why}"
DIFFERENT = "内容与台账不一致"
NOT_A_BACKUP = (
    "“{name}”不是台账备份（.duban、交接包 .zip 或台账内容 .jsonl）。台账没有改动。请到“备份”文件夹里另选一份。"
)
NOT_A_COPY = "“{name}”不是完整的台账内容文件，不能据此重建。台账没有改动。请另选一份备份。"
DAMAGED = "“{name}”已经损坏，不能用来恢复：{what}。台账没有改动。请另选一份备份。"
MISSING = "没有找到备份文件“{name}”。台账没有改动。"
RESTORED = "从备份恢复：{name}"
WORKBOOK = "台账.xlsx"
SECOND = "督办台账备份"
SAME_PLACE = "“{folder}”就在台账文件夹里，磁盘坏了会一起丢失。没有复制。请选U盘或另一块磁盘上的文件夹。"
PACK = "督办台账交接包_{day}.zip"
BACKED_UP = "已备份：{file}"
SECOND_DONE = "另复制{copied}个文件到：{second}"
UNCHANGED = "上次备份以来没有改动，不用再备份。"
RESTORE_DONE = "已恢复。恢复前的台账保存在：{before}"
RESTORE_NEW = "已从备份建立台账。"
ENTRY, NO_ENTRY = "{at}的“{label}”", "（无）"
PACKED = "交接包已写出：{file}（{files}个文件）"
