"""Which column of a returned sheet holds what: by our own headers, by other words for them, last by its place."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import ASKED, COLUMNS, row_of_mark

SURE = 3
_ORDER = [column.field for column in COLUMNS]
_OWN = {folded(column.header): column.field for column in COLUMNS}
_ASKED = {column.field for column in ASKED}
_OTHER_WORDS = {
    "no": "编号 序 项号",
    "title": "任务 工作任务 任务名称 重点工作任务 重点工作 目标与任务 任务内容 事项 工作事项 考核指标",
    "content": "工作措施 主要内容 工作要求 工作内容 举措 措施",
    "targets": "年度目标 工作目标 目标任务 成果形式 目标",
    "deadline": "时限要求 拟定时限 完成期限 时限 计划完成时间",
    "last": "上期进展 上期情况 上期填报",
    "status": "状态 完成状态 本期状态 进展状态 办理状态",
    "text": (
        "进展 进展情况 完成情况 推进情况 落实情况 动态 进度情况 办理情况 开展情况 进展及成效 推进落实情况 "
        "进展说明 进展和成效 进展完成情况 贯彻落实情况"
    ),
    "percent": "完成率 完成比例 完成百分比 完成占比 完成进度 进度 进度率 百分比 进度百分比 进度比例",
    "finished_on": "办结时间 办结日期 办结日 完成日期 实际完成时间 实际完成日期 办结完成时间",
}
_FIELD_OF = {word: field for field, words in _OTHER_WORDS.items() for word in words.split()}
# It is another word for the deadline too: only beside a deadline is it the day of finishing.
_DAY_BESIDE_DEADLINE = "完成时间"
_PROBLEMS = re.compile(r"(?:存在)?的?(?:主要)?(?:问题|困难)(?:[和及与、]?(?:问题|困难))?")
_PERIOD_IN_TITLE = re.compile(r"20\d\d年(?:\d{1,2}月(?!\d)|[一二三四]季度|[上下]半年|度)(?=.*填报表)")
_FRILLS = re.compile(r"\([^)]*\)|[%:*★]")
_BEFORE = re.compile(r"(?:本期|本月|本季度?|目前|当前|最新|截至目前|重点)?(?:工作|任务|工作任务)?")


class Header(NamedTuple):
    """A sheet's header: its line, the column of each field, and of the marks.

    `guessed` are the asked columns known by place alone, `twice` those of a header seen before, `unknown` the rest.
    """

    line: int
    columns: Mapping[str, int]
    marks: int | None
    guessed: frozenset[str]
    twice: tuple[int, ...]
    unknown: tuple[int, ...]


def header_of(grid: Sequence[Sequence[Any]], depth: int) -> Header | None:
    """The first line that names at least two asked columns; None where none of the first `depth` lines does."""
    for line, row in enumerate(grid[:depth]):
        words = [folded(value) if isinstance(value, str) else "" for value in row]
        columns, twice = _named(words)
        asked = columns.keys() & _ASKED
        if len(asked) >= 2 and columns.keys() & {"text", "percent", "title"}:
            marks = _column_of_marks(grid[line + 1 :])
            columns.pop("mark", None)
            return _completed(line, columns, marks, twice, max(len(words), _width(grid[line + 1 :])))
    return None


def period_in(head: str) -> str | None:
    """The period in the title of a form, as it is written; `head` is what stands above the table, folded."""
    found = _PERIOD_IN_TITLE.search(head)
    return found[0] if found else None


def is_header_word(words: str) -> bool:
    """Whether these words head the column of titles: a header that is repeated on a later page is no row."""
    return _meaning(folded(words)) == "title"


def _meaning(words: str) -> str | None:
    plain = _FRILLS.sub("", words)
    if _PROBLEMS.fullmatch(plain):
        return "problems"
    return _OWN.get(words) or _FIELD_OF.get(plain) or _FIELD_OF.get(_BEFORE.sub("", plain, count=1))


def _named(words: Sequence[str]) -> tuple[dict[str, int], tuple[int, ...]]:
    """The column of each field that is named, our own headers before other words; and the asked ones named again."""
    columns: dict[str, int] = {}
    twice = []
    for place, header in enumerate(words):
        field = _OWN.get(header)
        if field in columns and field in _ASKED:
            twice.append(place)
        elif field:
            columns.setdefault(field, place)
    taken = {*columns.values(), *twice}
    for place, header in enumerate(words):
        field = _meaning(header) if header and place not in taken else None
        if field:
            columns.setdefault(field, place)
    if "deadline" in columns and "finished_on" not in columns and _DAY_BESIDE_DEADLINE in words:
        columns["finished_on"] = list(words).index(_DAY_BESIDE_DEADLINE)
    return columns, tuple(twice)


def _completed(line: int, columns: dict[str, int], marks: int | None, twice: tuple[int, ...], width: int) -> Header:
    """The header with the columns that only their place tells: as many unnamed ones as are missing between two."""
    known = {**columns, **({} if marks is None else {"mark": marks})}
    taken = {*known.values(), *twice}
    guessed: set[str] = set()
    left, run = -1, []
    for field in (*_ORDER, None):
        place = known.get(field) if field else width
        if place is None and field != "mark":
            run.append(field)
        elif place is not None:
            between = range(left + 1, place)
            if run and len(between) == len(run) and not taken.intersection(between):
                columns |= dict(zip(run, between, strict=True))
                guessed |= _ASKED.intersection(run)
            left, run = place, []
    taken |= set(columns.values())
    unknown = tuple(place for place in range(width) if place not in taken)
    return Header(line, columns, marks, frozenset(guessed), twice, unknown)


def _width(rows: Sequence[Sequence[Any]]) -> int:
    return max(map(len, rows), default=0)


def _column_of_marks(rows: Sequence[Sequence[Any]]) -> int | None:
    counts: Counter[int] = Counter()
    for row in rows:
        counts.update(place for place, value in enumerate(row) if isinstance(value, str) and _is_mark(value))
        if counts and max(counts.values()) >= SURE:
            break
    return counts.most_common(1)[0][0] if counts else None


def _is_mark(value: str) -> bool:
    return value.startswith("R") and row_of_mark(value) is not None
