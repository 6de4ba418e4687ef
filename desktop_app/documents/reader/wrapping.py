"""Lines back to paragraphs: a paragraph broken in mid-sentence, and whole texts wrapped at a fixed width."""

import re
from collections import Counter
from collections.abc import Iterable

from desktop_app.documents.addressees import NAME_LINES, ends_notice
from desktop_app.documents.lines import is_day, is_organ, is_title
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.unit_words import CO_LABELS, DEADLINE_LABELS, LEAD_LABELS, NEUTRAL_LABELS, PERSON_LABELS

_LABEL = re.compile(
    rf"[（ ]*(?:{LEAD_LABELS}|{CO_LABELS}|{NEUTRAL_LABELS}|{PERSON_LABELS}|{DEADLINE_LABELS}) *(?:：|$|"
    rf"[^，。：]{{1,12}}$)"
)
_LABELLED_TAIL = re.compile(r" *[一-鿿]{2,8}：[^。]{2,60}$")
_COUNTED = re.compile(r"(\d{1,3}) +(?=[一-鿿“])")
_FIXED = re.compile(r"附件|附表|附：|抄送|（此件|（联系人|（本文|以上第")
_CLOSED = "。！？；：…）”’"
_OPEN_END = "，、"
_PAIRS = ("（）", "“”", "《》")
_LEAST_LINES = 8
_NARROWEST, _WIDEST = 40, 130
_WIDE = re.compile("[\u2e80-\U0010ffff“”‘’…—·]+")


def paragraphs(texts: list[str], indented: list[bool], kept: Iterable[int]) -> list[list[int]]:
    """The indexes of `kept` lines, those of one paragraph together; `texts` are folded, `indented` say which lines
    began with blanks."""
    indexes = list(kept)
    width = _wrap_width([texts[index] for index in indexes])
    groups: list[list[int]] = []
    for index in indexes:
        if groups and _joins(texts, groups[-1], index, indented[index], width):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _joins(texts: list[str], group: list[int], index: int, indented: bool, width: int | None) -> bool:
    if _begins(texts[index]) or _counts_on(texts[group[0]], texts[index]):
        return False
    if not _is_open(texts[group[-1]], texts[index], indented, width):
        return False
    return not (len(group) <= NAME_LINES and ends_notice([texts[at] for at in group], texts[index]))


def _counts_on(first: str, text: str) -> bool:
    """Whether a line opens with the number after that of the paragraph above, each with only a blank behind it."""
    above, here = _COUNTED.match(first), _COUNTED.match(text)
    return above is not None and here is not None and int(here[1]) == int(above[1]) + 1


def _is_open(last: str, text: str, indented: bool, width: int | None) -> bool:
    """Whether `last` breaks off before its paragraph ends."""
    if width is not None and not indented and _width(last) >= width - 3 and not (is_title(text) or is_day(text)):
        return True
    if last[-1] in _CLOSED and not _unclosed(last):
        return False
    if last[-1] == "。" and (is_organ(text) or is_day(text)):  # signed, whatever mark the writer forgot to close
        return False
    if last[-1] in _OPEN_END or (_unclosed(last) and len(last) > 12):
        return True
    if _LABELLED_TAIL.match(last.rpartition("。")[2]):
        return False
    # A line with whole sentences that ends in the middle of one; a heading has no 。 in it.
    return "。" in last and not (is_organ(text) or is_day(text) or is_title(text))


def _begins(text: str) -> bool:
    """Whether a line opens something of its own: a number, a label, a note, an attachment."""
    return bool(mark_at(text, 0, len(text), text) or _LABEL.match(text) or _FIXED.match(text))


def _unclosed(text: str) -> bool:
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _PAIRS)


def _wrap_width(texts: list[str]) -> int | None:
    """The width at which the whole text was wrapped, None where it was not; a Chinese character is two wide."""
    # A line of more characters than the widest wrapping has places was not wrapped; most texts end here.
    if len(texts) < _LEAST_LINES or max(map(len, texts)) > _WIDEST:
        return None
    widths = [_width(text) for text in texts]
    longest = max(widths)
    if not _NARROWEST <= longest <= _WIDEST:
        return None
    common = Counter(width // 2 for width in widths if width >= longest - 5)
    return longest if sum(common.values()) >= 0.35 * len(widths) else None


def _width(text: str) -> int:
    return 2 * len(text) - len(_WIDE.sub("", text))
