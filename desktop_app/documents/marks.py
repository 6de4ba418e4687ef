"""Marks of classification in their place: on a line of their own, or at the head; never a word in a sentence."""

import re

from desktop_app.documents.folding import fold

_TERM = r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月|月|天)|长期)"
_HANDLING = r"[ ，；·]+(?:注意|严禁|禁止|不得|妥善|请勿|仅供|仅限)[^\n，。；]{0,8}"
_MARK = re.compile(
    rf"(?:^|\n)[ \t（]*(?:(?:密级|保密等级|秘密等级)[ ：]*)?"
    rf"(?P<mark>(?:绝 *密|机 *密|秘 *密) *级?(?: *[★☆▲*·] *(?:{_TERM})?| *（?{_TERM}）?| *，?保密期限[^\n]{{0,10}})?"
    rf"(?=[ \t）]*(?:\n|$))"
    rf"|(?:绝 *密|机 *密|秘 *密) *级? *[★☆](?: *{_TERM})?"
    r"|(?:工作 *秘密|(?:仅供)?内部 *(?:资料|文件|材料|事项|使用|参阅|参考)|商业 *秘密)"
    rf"(?: *（[^（）\n]{{1,6}}）| *[★☆] *[^\n]{{0,8}}| *{_TERM}|{_HANDLING})?"
    r"(?=[ \t）]*(?:\n|$))"
    r"|(?:此|本)(?:件|文件?|资料|材料)(?:属于?|为|系)(?:绝密|机密|秘密|工作秘密|内部(?:资料|文件|材料|事项))级?(?![一-鿿])[^\n]{0,20})"
)
# In a red head the mark may share its line with the copy number, the urgency or the office: 000012　机密★1年　特急.
_HEAD = re.compile(
    r"(?:绝密|机密|秘密) *[★☆]|(?<![^ ）★])(?:绝密|机密|秘密)级?(?= |$)|"
    r"(?:密级|保密等级|秘密等级|定密) *： *(?!公开|非|无|不|普通|一般|\s*$)|"
    rf"(?<= )(?:内部(?:资料|文件|材料)|工作秘密)(?:{_HANDLING})?$|"  # 甲局文件　　内部资料
    rf"（(?:绝密|机密|秘密|内部(?:资料|文件|材料|事项)?)(?:{_HANDLING})?）$|^内部$"
)
_SENTENCE = re.compile("[，。；]|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,3}[.、])")
_LONGEST = 40
_LINES_AT_HEAD = 12


def _beside(line: str, head: re.Match[str]) -> str:
    """The line without a mark in brackets: its own comma makes no sentence (内部资料，不得外传)."""
    return line[: head.start()] + line[head.end() :] if head[0].startswith("（") else line


def classified_mark(text: str) -> str | None:
    """The mark of classification that `text` bears, None where it bears none."""
    folded = fold(text)
    found = _MARK.search(folded)
    if found:
        return text[found.start("mark") : found.end("mark")].strip()
    for line in folded.split("\n", _LINES_AT_HEAD)[:_LINES_AT_HEAD]:
        head = _HEAD.search(line)
        starred = head and not {"★", "☆"}.isdisjoint(head[0])
        if head and len(line) <= _LONGEST and (starred or not _SENTENCE.search(_beside(line, head))):
            return line.strip()
    return None
