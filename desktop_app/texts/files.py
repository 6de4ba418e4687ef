"""Sentences about reading and writing files."""

MISSING = "没有找到“{name}”。台账没有改动。请检查文件是否已被移动或改名。"
FOLDER = "“{name}”是文件夹，不是文件。台账没有改动。请选择其中的文件。"
UNREADABLE = "“{name}”打不开：没有读取权限，或正被其他程序占用。台账没有改动。请关闭占用它的程序，或复制到桌面后再试。"
DISK_FULL = "磁盘空间不足，“{name}”没有写成。原有文件和台账没有改动。请清理磁盘后再试。"
HELD_OPEN = "“{name}”正被其他程序打开，或是只读文件，没有写成。原有文件和台账没有改动。请先在WPS或Excel中关闭它再试。"
NO_PERMISSION = "没有权限在此文件夹写入“{name}”。台账没有改动。请换一个文件夹再试。"
UNWRITABLE = "“{name}”没有写成：位置不可用。原有文件和台账没有改动。请换一个文件夹再试。"
