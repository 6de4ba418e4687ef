"""Marks of classification in their place: on a line of their own, or at the head; never a word in a sentence."""

import re

from desktop_app.documents.folding import fold

_TERM = r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月|月|天)|长期)"
_MARK = re.compile(
    rf"(?:^|\n)[ \t（]*(?:(?:密级|保密等级|秘密等级)[ ：]*)?"
    rf"(?P<mark>(?:绝 *密|机 *密|秘 *密) *级?(?: *[★☆▲*·] *(?:{_TERM})?| *（?{_TERM}）?| *，?保密期限[^\n]{{0,10}})?"
    rf"(?=[ \t）]*(?:\n|$))"
    rf"|(?:绝 *密|机 *密|秘 *密) *级? *[★☆](?: *{_TERM})?"
    r"|(?:工作 *秘密|(?:仅供)?内部 *(?:资料|文件|材料|事项|使用|参阅|参考)|商业 *秘密)"
    r"(?: *（[^（）\n]{1,6}）| *[★☆] *[^\n]{0,8}|[ ，；·]+(?:注意保存|"
    r"严禁外传|不得外传|妥善保管|请勿外传|仅供参阅)[^\n]{0,8})?"
    r"(?=[ \t）]*(?:\n|$)))"
)
_HEAD = re.compile(r"(?:绝密|机密|秘密) *[★☆]")
_LINES_AT_HEAD = 12


def classified_mark(text: str) -> str | None:
    """The mark of classification that `text` bears, None where it bears none."""
    folded = fold(text)
    found = _MARK.search(folded)
    if found:
        return text[found.start("mark") : found.end("mark")].strip()
    # In a red head the mark may share its line with the copy number or the urgency: 000012　机密★1年　特急.
    for line in folded.split("\n", _LINES_AT_HEAD)[:_LINES_AT_HEAD]:
        head = _HEAD.search(line)
        if head and len(line) <= 40:
            return line.strip()
    return None
