"""What only the cells below a header can tell: whether 责任单位 leads, which of two task columns is the section, …"""

import re
from collections.abc import Sequence

from desktop_app.exchange.read_ledger_grid import Eye
from desktop_app.exchange.read_ledger_header import Column, Header, Known, fingerprint
from desktop_app.exchange.read_ledger_roles import marked_columns
from desktop_app.exchange.read_ledger_words import CONTENT, EITHER, MONTH, UNIT, known_meaning
from desktop_app.exchange.read_values import folded

_FIGURE = re.compile(r"(?:约)?\d+(?:\.\d+)?%?")
_DAY = re.compile(r".*(?:月|季度|年底|日前|底前).*")
MEASURE = re.compile(
    "%|‰|万?人次?|人\\(次\\)|[万亿]?元|万?[个张户家所处次场件对名套份例座条篇期项批只台辆床支间亩块片株棵吨盏栋幢册幅]|公里|平方米|个?百分点"
)
"""A unit that a column of figures is counted in."""
_BARE = re.compile(r"\d+(?:\.\d+)?")
_MOST, _WHOLE = 0.5, 100


def settled(eye: Eye, header: Header, known: Known) -> Header:
    """The header with a meaning for every column: the clerk's own where the header is known, else what cells tell."""
    said = known.get(fingerprint(header))
    if said and len(said) == len(header.columns):
        pairs = zip(header.columns, said, strict=True)
        return header._replace(columns=tuple(column._replace(meaning=meaning, sure=True) for column, meaning in pairs))
    columns = {column.place: column for column in header.columns}
    for step in (_numbers, _marks, _figures, _measures, _units, _unknown, _months, _days, _tasks):
        step(eye, header, columns)
    return header._replace(columns=tuple(columns.values()))


def given(header: Header, meanings: Sequence[str]) -> Header:
    """The header with these meanings, as the clerk has chosen them."""
    pairs = zip(header.columns, meanings, strict=True)
    return header._replace(columns=tuple(column._replace(meaning=meaning, sure=True) for column, meaning in pairs))


def _of(columns: dict[int, Column], *meanings: str) -> list[Column]:
    return [column for column in columns.values() if column.meaning in meanings]


def _mean(columns: dict[int, Column], column: Column, meaning: str, sure: bool = True) -> None:
    columns[column.place] = column._replace(meaning=meaning, sure=sure)


def _values(eye: Eye, header: Header, column: Column) -> list[str]:
    texts = (eye.own_text(line, column.place) for line in range(header.last + 1, eye.height))
    return [folded(text) for text in texts if text and folded(text) != folded(column.label)]


def _share(values: list[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.fullmatch(value)) for value in values) / len(values) if values else 0.0


def _numbers(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """One column numbers the tasks, the first; another 序号 only numbers their steps."""
    for column in _of(columns, "no")[1:]:
        _mean(columns, column, "skip" if folded(column.label) == folded(_of(columns, "no")[0].label) else "other")


def _marks(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """A column a unit, with a mark or a word where it leads or helps."""
    parts = {column.place: column.parts for column in columns.values()}
    for place in marked_columns(eye, header.last, parts):
        _mean(columns, columns[place], "marks")


def _figures(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """进度 and 完成情况 hold figures in one ledger, words in another."""
    for column in list(columns.values()):
        if EITHER.fullmatch(folded(column.label)):
            values = _values(eye, header, column)
            if _counts(folded(column.label), values):
                _mean(columns, column, "other")
            elif _share(values, _FIGURE) > _MOST:
                _mean(columns, column, "percent", sure=not _of(columns, "percent"))
            elif column.meaning not in ("progress_text", "percent", "state"):
                _mean(columns, column, "nodes" if _share(values, _DAY) > _MOST else "progress_text")


def _counts(label: str, values: list[str]) -> bool:
    """Whether bare numbers count something rather than tell a rate: under 完成数, or where one is beyond a hundred."""
    numbers = [float(value) for value in values if _BARE.fullmatch(value)]
    return len(numbers) > _MOST * len(values) and (label.endswith("数") or max(numbers) > _WHOLE)


def _measures(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """A column called 单位 may hold 人, 个, 场."""
    for column in _of(columns, "neutral"):
        if _share(_values(eye, header, column), MEASURE) >= _MOST or "计量" in column.label:
            _mean(columns, column, "measure")


def _units(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """责任单位 helps beside a lead column and leads alone; where it only names the bureau, it does neither."""
    neutral, leads = _of(columns, "neutral"), _of(columns, "lead")
    varied = [column for column in neutral if len(set(_values(eye, header, column))) > 1]
    rows = max((len(_values(eye, header, column)) for column in columns.values()), default=0)
    if (leads or varied) and len(neutral) + len(leads) > 1 and rows > 1:
        for column in neutral:
            if column not in varied:
                _mean(columns, column, "other")
        neutral = varied
    for place, column in enumerate(neutral):
        leading = not leads and place == 0
        _mean(columns, column, "lead" if leading else "co", sure=leading or bool(leads))


def _unknown(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """Where no column is known to name who leads, one whose cells look like units is taken to, to be looked at."""
    if _of(columns, "lead"):
        return
    for column in _of(columns, "other"):
        names = [name for value in _values(eye, header, column) for name in re.split("[、，,;；/]", value)]
        if not column.sure and len(names) > 1 and _share(names, UNIT) > _MOST:
            _mean(columns, column, "lead", sure=False)
            return


def _months(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """A column a month: its steps, or under a heading of progress what was done."""
    months = [column for column in columns.values() if MONTH.fullmatch(folded(column.label))]
    for column in months if len(months) >= _SEVERAL_MONTHS else ():
        done = any(known_meaning(folded(part)) in ("progress_text", "percent") for part in column.parts[:-1])
        _mean(columns, column, "progress_text" if done else "nodes", sure=done or len(column.parts) > 1)


def _days(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """Beside another time limit, 完成时间 is the day of finishing."""
    found = _of(columns, "deadline")
    if len(found) > 1:
        for column in found:
            if folded(column.label) in ("完成时间", "完成日期"):
                _mean(columns, column, "finished_on")


def _tasks(eye: Eye, header: Header, columns: dict[int, Column]) -> None:
    """One column of tasks: a merged one to its left is the section, one to its right tells how."""
    content = _of(columns, *CONTENT)
    if not content:
        return
    tasks = _of(columns, "task")
    if not tasks:
        _mean(columns, content[0], "task", content[0].sure)
        tasks = _of(columns, "task")
    numbers = _of(columns, "no")
    blocks = _spans(eye, header, tasks[0]) and not (numbers and _spans(eye, header, numbers[0]))
    finer = [c for c in content if c.place > tasks[0].place and c.meaning != "target" and not _spans(eye, header, c)]
    if blocks and finer and not _of(columns, "section") and (len(tasks) > 1 or numbers):
        _mean(columns, tasks[0], "section")
        _mean(columns, finer[0], "task")
        tasks = [column for column in _of(columns, "task") if column.place != tasks[0].place]
    for column in tasks[1:]:
        _mean(columns, column, "action")


def _spans(eye: Eye, header: Header, column: Column) -> bool:
    """Whether cells of this column stand for several lines, merged or left blank below."""
    lines = range(header.last + 1, eye.height)
    if any(eye.first(line, column.place)[0] < line and eye.text(line, column.place) for line in lines):
        return True
    full = [line for line in lines if len(eye.own(line)) > _FEW_CELLS]
    filled = sum(bool(eye.text(line, column.place)) for line in full)
    return 0 < filled * 2 <= len(full)


_FEW_CELLS = 2
_SEVERAL_MONTHS = 5
