"""Names of synchronised folders as their programs make them, and what is said of a ledger that lies in such a place."""

SYNCED_FOLDERS = (
    "坚果云 我的坚果云 nutstore onedrive wps云盘 wps云文档 wpsdrive dropbox 百度网盘 baidunetdisk baidusyncdisk 微云 "
    "weiyun icloud iclouddrive googledrive 阿里云盘 天翼云盘 seafile nextcloud synologydrive"
).split()

WARNED = {
    "share": (
        "台账放在网络共享文件夹里：网络中断时可能打不开，也不要在两台电脑上同时打开。"
        "已自动改用较慢但更稳妥的保存方式。建议把台账放在本机磁盘，用“设置”里的“第二备份位置”往共享文件夹备份。"
    ),
    "synced": (
        "台账放在网盘的同步文件夹里：同步软件可能锁住或覆盖台账文件，内容也会传出本机。"
        "已自动改用较慢但更稳妥的保存方式。建议把台账移到不同步的文件夹。"
    ),
    "removable": (
        "台账放在U盘等可移动磁盘上：请先关闭本程序，再拔出磁盘。"
        "已自动改用较慢但更稳妥的保存方式。建议把台账放在本机磁盘，把U盘设为“第二备份位置”。"
    ),
}
