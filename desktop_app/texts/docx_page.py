"""Names of fonts and styles in the papers (公文) that go out as .docx; the fonts are named, never bundled."""

TITLE_FONT, BODY_FONT, HEAD_FONT, SUB_FONT, NUMBER_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
TITLE, BODY, HEAD, SUB, ADDRESSEES = "公文标题", "公文正文", "公文一级标题", "公文二级标题", "主送机关"
ATTACHMENTS, SIGNATURE, CELL, CELL_HEAD = "附件说明", "落款", "表格文字", "表头文字"
ATTACHMENT_MARK = "附件标识"
DASH = "—"
ATTACHED, ATTACHED_ONE, ATTACHED_NEXT = "附件：{number}.{name}", "附件：{name}", "{number}.{name}"
