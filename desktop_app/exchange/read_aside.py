"""Lines between and below the rows that are no task's: our own explanation, who signs, sums, what heads the columns."""

import re
from collections.abc import Sequence
from typing import Any

from desktop_app.exchange.read_values import folded

_OURS = re.compile(r"填表说明:|附件\d*$")
_SIGNS = re.compile(
    r"(?:填报|填表|报送|制表|审核|审签|审批|签发|经办|负责|联系|单位负责|主要负责|分管负责|单位领导|主要领导|分管领导)"
    r"(?:人|科室|单位|电话)?(?:\([^)]*\))?:[^,;。]{0,16}|(?:(?:联系)?电话|手机|(?:填报|填表|报送)?(?:日期|时间)):[^,;。]{0,16}"
)
_DAY = re.compile(r"20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?")
_SUM = re.compile(r"[(【]?(?:本页|全表|以上)?(?:小计|合计|总计|共计|平均|平均值|平均数)[)】]?:?")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*%?")
_ONE_UNIT = r"(?:%|百分比|[万亿]?元|万?人次?|[个户张处次项家所台件份套对名例期场])"
_UNIT = re.compile(rf"\([^()\d]{{1,8}}\)|(?:单位:)?{_ONE_UNIT}(?:[/、,]{_ONE_UNIT})*")
_COLUMNS = 3  # that are numbered
_HEADINGS = 2  # lines below a header that go on with it


def _is_ours(words: str) -> bool:
    """Whether folded words are a line that our forms print themselves."""
    return _OURS.match(words) is not None


def is_aside(values: Sequence[Any], below: int) -> bool:
    """Whether a line without a mark is no row of a task; `below` is how many lines it stands below the header."""
    words = [folded(value) for value in values if value != ""]
    others = [one for one in words if not (_is_ours(one) or _SIGNS.fullmatch(one))]
    if len(others) < len(words):
        return all(map(_DAY.fullmatch, others))
    return 0 < below <= _HEADINGS and bool(words) and (_counts(words) or all(map(_UNIT.fullmatch, words)))


def is_sum(values: Sequence[Any]) -> bool:
    """Whether a line holds but a word for a sum or a mean, and numbers."""
    others = [words for value in values if value != "" and not _NUMBER.fullmatch(words := folded(value))]
    return len(others) == 1 and _SUM.fullmatch(others[0]) is not None


def _counts(words: list[str]) -> bool:
    """Whether a line numbers the columns."""
    numbers = [word.strip("()").removesuffix(".0") for word in words]
    return len(words) >= _COLUMNS and numbers == [str(number) for number in range(1, len(words) + 1)]
