"""The head of a notice that a printed page gave in one run: number, name, addressees and signature as lines again."""

import re
from itertools import pairwise

from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import is_organ

_KIND = "(?:通知|函|通报|意见|批复)"
# 柳政发〔2026〕3号 柳溪县民政局 关于印发《…》的通知 各镇街：经研究，…
_RUN = re.compile(
    r"(?:[一-鿿]{2,14}（(?:19|20)\d\d） *第? *\d{1,4} *号)? *"
    rf"(?P<name>(?P<organ>[一-鿿 ]{{4,60}}?) *关于(?:(?!的 *{_KIND} *各)[^。；：]){{2,100}}的 *{_KIND}) *"
    r"(?P<told>(?:各|[一-鿿]{2,10}[局委办部区县市镇乡][、，])[^。；：]{1,200}：) *(?=[^ ])"
)
# … 2026 年 3 月 2 日 （此件公开发布） —1—
_DATED = re.compile(
    r"(?<=[。）])(?P<organ>[一-鿿 ]{0,40}?) *(?P<day>20\d\d *年 *\d{1,2} *月 *\d{1,2} *日)(?= *(?:（此件|— *\d|$))"
)
_PAGE = re.compile(r" *— *\d{1,3} *— *")
_FIRST = 8  # lines among which the head of a document stands


def parted_heads(shadow: str, lines: list[Span]) -> list[Span]:
    """The lines, one that holds the whole head of a notice parted into the lines that it was printed in."""
    for index, (start, end) in enumerate(lines[:_FIRST]):
        found = _RUN.match(shadow, start, end)
        if found and is_organ(found["organ"]) and found.end() < end:
            stops = [start, found.start("name"), found.start("told"), found.end(), *_signed(shadow, found.end(), end)]
            parts = [_trimmed(shadow, span) for span in pairwise([*stops, end])]
            return [*lines[:index], *(span for span in parts if span[0] < span[1]), *lines[index + 1 :]]
    return lines


def _signed(shadow: str, start: int, end: int) -> list[int]:
    """Where in the rest of such a line the office signs, its day stands, and what follows a page's number begins."""
    stops: list[int] = []
    found = _DATED.search(shadow, start, end)
    if found:
        organ = found["organ"].strip()
        stops += [found.start("organ")] if is_organ(organ) else []
        stops += [found.start("day"), found.end("day")]
    page = _PAGE.search(shadow, stops[-1] if stops else start, end)
    return [*stops, *([page.start(), page.end()] if page else [])]


def _trimmed(shadow: str, span: Span) -> Span:
    start, end = span
    words = shadow[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
