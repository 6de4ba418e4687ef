"""Sentences of backups, check and hand-over as the window shows them."""

from desktop_app.texts import store

HEADING = "备份与恢复"
ABOUT = (
    "打开程序时、成批改动和升级之前都会自动备份，备份与台账逐条核对一致才算数；"
    "较早的按日、周、月各留几份。可读的副本（台账.xlsx、台账内容.jsonl）一并更新。"
)
LAST = "最近备份：{at}（{reason}），共{count}份，{size}。"
NEVER = "还没有备份。"
BACK_UP = "立即备份"
BACKING_UP = "正在备份"
BEFORE_BULK = "改动之前先备份台账，并逐条核对"
BULK_CANCELLED = "已取消：改动之前的备份没有等到做完，所以这一步没有做，台账没有改动。"
BACKED_UP = "已备份，并与台账核对一致。"
LIST = "备份列表与恢复…"
SECOND = "第二备份位置：{folder}"
NO_SECOND = "第二备份位置：未设置（可选U盘或另一块磁盘，插上时自动复制）"
CHOOSE_SECOND = "选择…"
CHOOSE_SECOND_NAME = "选择第二备份位置"
FORGET_SECOND = "不再使用"
SECOND_READY = "第二备份位置已有最新备份。"
CHECK = "检查台账"
CHECKING = "正在检查台账"
HAND_OVER = "写出交接包…"
PACKING = "正在写出交接包"
PACKED = (
    "交接包已写出：{file}\n共{files}个文件，{size}。换电脑时，在新电脑上打开程序，点“从备份或交接包恢复…”，选中它即可。"
)
PACK_FILTER = "交接包 (*.zip)"

STATUS = "最近备份 {at}"
TODAY_AT = "{hour:02}:{minute:02}"
EARLIER_AT = "{month}月{day}日{hour:02}:{minute:02}"
STATUS_ABSENT = "第二备份位置未接通"
STATUS_TROUBLE = "自动备份没有成功"

BACKUPS = "备份列表"
BACKUPS_HINT = "恢复之前会先备份现在的台账，所以恢复也可以再换回来。"
COLUMNS = ("时间", "缘由", "大小", "核对")
LOOKING, SOUND, BROKEN = "核对中…", "完好", "已损坏"
RESTORE = "恢复所选…"
RESTORE_FILE = "从其他文件恢复…"
OPEN_BACKUPS = "打开备份文件夹"
CLOSE = "关闭"
CHOOSE_BACKUP = "选择备份或交接包"
BACKUP_FILES = "备份、交接包、台账内容 (*.duban *.zip *.jsonl)"
SURE = (
    "要用{at}的备份（{reason}）恢复台账吗？那之后的改动不会出现在恢复的台账里；"
    "现在的台账会先备份，随时可以再换回来。恢复之前发出的填报表仍可收回，会先问您。"
)
SURE_FILE = "要用“{name}”恢复台账吗？现在的台账会先备份，随时可以再换回来。"
DO_RESTORE = "恢复"
RESTORING = "正在核对所选的备份，并备份现在的台账"
LOOKING_FOR = "正在查找完好的备份"
RESTORED = "台账已恢复。恢复前的台账保存在备份“{before}”里。"
NEWEST = "\n\n最近的完好备份是{at}的（{reason}）。现在的文件会原样留存在“备份”文件夹里。"
RESTORE_NEWEST = "用这份备份恢复"
RESTORED_NEW = "台账已从“{name}”建立。"

FIRST_RESTORE = "从备份或交接包恢复…"
FIRST_RESTORE_TIP = "换电脑或重装后，选中备份（.duban）或交接包（.zip），恢复原来的台账"

CHECKED_SOUND = "台账完好：数据库、各项关联、{files}份原始文件都已核对，没有发现问题。"
CHECKED = "检查发现{count}个问题。台账没有改动。"
CHECK_TITLE = "检查台账"
REPAIR = "备份后修复"
REPAIRING = "正在备份台账并修复"
REPAIRED = "已修复。修复之前的台账保存在备份文件夹里。"
STILL_WRONG = "还有{count}处不能自动修复，没有丢掉任何一行内容。请从最近的完好备份恢复。"

KB, MB = "{size:.0f} KB", "{size:.1f} MB"
BANNERS = {
    store.ONLY_READ: (
        "只读：台账正由另一个窗口或程序使用。这里可以查看、导出，内容随之更新；要修改，请到那个窗口，或关闭它后重新打开。"
    ),
    store.READ_ONLY: (
        "只读：台账所在的文件夹不能写入。这里可以查看、导出到别处；要修改，请检查文件夹的权限，或把台账文件夹复制到本机磁盘再打开。"
    ),
}
UNCLEAN = "上次程序没有正常结束（可能断过电）。台账已自动核对，此前保存的内容都在。"
UNCLEAN_FAULT = "上次程序意外中断。台账已自动核对，此前保存的内容都在；原因记在{file}（不含台账内容），可发给维护人员。"
