"""Periods that a form's title and its headers name: the title's own in a header says nothing new, another one does."""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.exchange.read_meanings import OTHER_PERIOD, meaning
from desktop_app.exchange.sheet_layout import EVERY_COLUMN
from desktop_app.texts import exchange as texts

_ASKED = {column.field for column in EVERY_COLUMN if column.asked}
_IN_TITLE = re.compile(r"20\d\d年(?:\d{1,2}月(?!\d)|[一二三四]季度|[上下]半年|度)(?=.*填报表)")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_HALVES = {"上": 6, "下": 12}
_PERIOD = (
    r"(?P<until>截[至止])?(?:(?P<year>20\d\d)年)?(?P<first>1(?:月份?)?[-—~至到])?"
    r"(?:(?P<month>1[0-2]|[1-9])月(?:\d{1,2}日|份|(?P<end>底|末))?|第?(?P<quarter>[一二三四])季度(?P<close>底|末)?|(?P<half>[上下])半年)"
)
_BEFORE = re.compile(rf"^{_PERIOD}的?(?=.)")
_WITHIN = re.compile(rf"\({_PERIOD}\)")
_NEXT = "下步"


def periods_in(head: str) -> list[str]:
    """The periods in the titles of forms, as they are written; `head` is what stands above the tables, folded."""
    return _IN_TITLE.findall(head)


def without_year(period: str) -> str:
    """What a head may call this period: 6月 for 2026年6月."""
    return period.split("年", 1)[-1]


def within_period(words: Sequence[str], head: str) -> Sequence[str]:
    """Folded headers without the period of the title above them; those of another period marked as narrowed to it.

    A rate or a figure of a month or quarter (6月完成率) is left as it is: it may be of that time alone.
    """
    if not any("月" in word or "季度" in word or "半年" in word for word in words):
        return words
    titles = periods_in(head)
    own = _BEFORE.match(f"{titles[0]}。") if titles else None
    return [_told(word, own["year"], _month(own)) for word in words] if own else words


@lru_cache(maxsize=256)  # the forms of a round all come back with the same headers
def _told(word: str, own_year: str, own: int) -> str:
    found = _BEFORE.match(word) or _WITHIN.search(word)
    if found is None:
        return word
    rest, time = word.replace(found[0], "", 1), (found["year"] or own_year, _month(found))
    if time > (own_year, own) and "next_steps" in (meaning(rest), meaning(_NEXT + rest)):
        return texts.NEXT_STEPS
    field = meaning(rest)
    if field not in _ASKED:
        return word
    if time != (own_year, own) or field == "next_steps":
        return f"{rest}({OTHER_PERIOD})"
    is_whole = any(found[part] for part in ("until", "first", "end", "close", "half")) or found["quarter"] == "一"
    return rest if is_whole or not (field == "percent" or field.startswith("figure_")) else word


def _month(found: re.Match[str]) -> int:
    """The last month of a period."""
    if found["month"]:
        return int(found["month"])
    return _QUARTERS[found["quarter"]] if found["quarter"] else _HALVES[found["half"]]
