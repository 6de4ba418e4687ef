"""Cells in the order of a text put into a table's columns: the way that leaves the fewest amiss, out, or doubled."""

import re
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.table_content import is_kind
from desktop_app.documents.table_guess import CONTENT, WHEN
from desktop_app.documents.table_words import MEASURE, NOTHING

_UNITS, _PEOPLE = ("lead", "co", "neutral"), ("leader", "person", "contact")
_HELD = {**dict.fromkeys(_UNITS, "units"), **dict.fromkeys(_PEOPLE, "people"), "deadline": "days"}
_AMISS, _SHORT, _NEVER, _NEW_ROW = 3.0, 1.0, 50.0, 0.5
_LEAST_TASK = 4  # characters
# What it costs to leave a cell out, and to put another line into one.
_SPARE = {"task": 6.0, "section": 0.3, "note": 0.3, "progress_text": 0.3, "evidence": 0.3}
_MORE = {"lead": 2.0, "neutral": 2.0, "section": 2.0, **dict.fromkeys((*_PEOPLE, *WHEN), 2.0)}
_USUAL_SPARE, _USUAL_MORE, _MERGED = 1.0, 0.5, 0.5
_MEASURED = re.compile(rf"\d(?:{MEASURE.pattern})$")
_COUNT = re.compile(r"[一-鿿]\d+(?:\.\d+)?(?:%|[万余多]?[一-鿿]{1,2})$")  # 培训护理员90人次
_BRACKET = re.compile("（[^（）]*）")
_OWN_NUMBER = re.compile(r"\d{1,2}[.、]\D")
_WITHOUT_NUMBER = 3.0  # a row under the number of the one above, where others have their own


class Cell(NamedTuple):
    """A cell: the place of its line among all lines, its words, and whether it is the first of several on a line."""

    at: int
    words: str
    opens: bool = False


class Rows(NamedTuple):
    """The cells below a header, which of them number a row and which head a chapter, and where the cells go on."""

    cells: list[Cell]
    numbers: frozenset[int]
    chapters: frozenset[int]
    end: int


Placed = list[dict[int, list[str]]]
"""Rows of cells by column; a chapter's heading is in column -1."""
_Step = tuple[float, int, bool]
"""The cost so far, the column before, and whether a row begins here."""


def placed_in(rows: Rows, roles: list[str | None]) -> tuple[float, Placed]:
    """The cells row by row in columns of these roles, and what is amiss on the way."""
    spare = _spares(roles, bool(rows.numbers))
    roles = ["co" if role == "neutral" and "lead" in roles else role for role in roles]  # 牵头单位 | 责任单位
    width = len(roles)
    counted = _counted_column(rows, roles)
    merged = _above(spare, roles)
    opening = [sum(merged[:column]) + _NEW_ROW for column in range(width)]
    closing = [sum(spare[last + 1 :]) for last in range(width)] + [0.0]  # behind a chapter nothing is left out
    way: list[list[_Step]] = []
    before: list[float] = []
    for n, cell in enumerate(rows.cells):
        beside = n > 0 and not cell.opens and rows.cells[n - 1].at == cell.at
        amiss = _costs(cell.words, roles, n in rows.numbers, counted)
        ended = (
            min((cost + end, last) for last, (cost, end) in enumerate(zip(before, closing, strict=True)))
            if n
            else (0.0, -1)
        )
        steps: list[_Step] = []
        for column, role in enumerate(roles):
            ways: list[_Step] = [(1e9, -1, True)]
            if not beside:
                ways.append((ended[0] + opening[column], ended[1], True))
            if not cell.opens:
                ways += [
                    (before[last] + sum(spare[last + 1 : column]), last, False)
                    for last in range(min(column, n * width))
                ]
            if n and not cell.opens and not beside:
                ways.append((before[column] + _more(cell.words, role), column, False))
            cost, last, begins = min(ways)
            steps.append((cost + amiss[column] + _NEVER * (n in rows.chapters), last, begins))
        way.append([*steps, (ended[0], ended[1], True) if n in rows.chapters else (1e9, -1, True)])
        before = [step[0] for step in way[-1]]
    return _followed(
        rows, way, [cost + end for cost, end in zip(before, closing, strict=True)] if before else [], width
    )


def _followed(rows: Rows, way: list[list[_Step]], ends: list[float], width: int) -> tuple[float, Placed]:
    """The cheapest way from its end to its beginning, as rows."""
    if not ends:
        return 0.0, []
    column = ends.index(min(ends))
    steps: list[tuple[int, bool]] = []
    for choices in reversed(way):
        _, last, begins = choices[column]
        steps.append((column, begins))
        column = last
    placed: Placed = []
    for cell, (column, begins) in zip(rows.cells, reversed(steps), strict=True):
        if begins:
            placed.append({})
        placed[-1].setdefault(-1 if column == width else column, []).append(cell.words)
    return min(ends), placed


def _spares(roles: list[str | None], numbered: bool) -> list[float]:
    """What it costs to leave each column out; the first of several that tell of the task may be merged."""
    content = [at for at, role in enumerate(roles) if role in CONTENT]
    spare = [_SPARE.get(role or "", _USUAL_SPARE) for role in roles]
    for at in content if len(content) > 1 else ():
        spare[at] = _MERGED if at == content[0] and "section" not in roles else _USUAL_SPARE
    return [
        (_WITHOUT_NUMBER if numbered else 0.0) if role == "no" else cost
        for role, cost in zip(roles, spare, strict=True)
    ]


def _above(spare: list[float], roles: list[str | None]) -> list[float]:
    """What it costs to leave each column out at the beginning of a row, where the task may be merged with the above."""
    content = [at for at, role in enumerate(roles) if role in CONTENT]
    return [min(cost, _MERGED) if at == content[0] and len(content) > 1 else cost for at, cost in enumerate(spare)]


def _counted_column(rows: Rows, roles: list[str | None]) -> int | None:
    """The column of content whose cells have numbers of their own (1.新建…, 2.改造…), as all rows with every cell
    show; None where there is none."""
    stops = sorted({*rows.numbers, *rows.chapters, len(rows.cells)})
    whole = [
        rows.cells[start:end] for start, end in pairwise(stops) if start in rows.numbers and end - start == len(roles)
    ]
    found = {tuple(column for column, cell in enumerate(row) if _OWN_NUMBER.match(fold(cell.words))) for row in whole}
    columns = found.pop() if len(found) == 1 else ()
    return columns[0] if len(columns) == 1 and roles[columns[0]] in CONTENT else None


def _costs(words: str, roles: list[str | None], is_number: bool, counted: int | None) -> list[float]:
    """What it costs to put a cell into each column; `counted` is the one whose cells have numbers of their own."""
    if is_number or "no" in roles:
        numbers = [0.0 if (role == "no") == is_number else _NEVER for role in roles]
        if is_number:
            return numbers
    shadow = fold(words)
    kinds = {kind for kind in ("units", "people", "days", "figures") if is_kind(kind, shadow)}
    if "figures" in kinds and _MEASURED.search(shadow):
        kinds.discard("days")  # 11.2公里
    if shadow.endswith("。") and any(char.isdigit() for char in shadow):
        kinds = set()  # 改造厨房3处。
    own = counted is not None and bool(_OWN_NUMBER.match(shadow))
    return [_amiss(shadow, role, kinds) + _AMISS * (own and at != counted) for at, role in enumerate(roles)]


def is_in_place(words: str, role: str | None) -> bool:
    """Whether a cell holds a name, a person or a day where the column asks for one."""
    return _HELD.get(role or "") is not None and _costs(words, [role], False, None)[0] == 0


def _more(words: str, role: str | None) -> float:
    """What it costs to put a cell into a column as another line: what is empty, or only a figure, is a cell itself."""
    if not words:
        return _NEVER
    return _AMISS if is_kind("figures", fold(words)) else _MORE.get(role or "", _USUAL_MORE)


def _amiss(shadow: str, role: str | None, kinds: set[str]) -> float:
    wanted = _HELD.get(role or "")
    if role == "no":
        return _NEVER
    if not shadow or shadow in NOTHING:
        return _AMISS if role in CONTENT else _SHORT if role in ("lead", "neutral") else 0.0
    if wanted:
        return 0.0 if wanted in kinds else 2 * _AMISS if _COUNT.search(shadow) else _AMISS
    if role == "percent":
        return 0.0 if "figures" in kinds else _AMISS
    if role not in ("section", *CONTENT):
        return _AMISS if role and kinds - {"figures"} else 0.0
    if role == "target" and kinds == {"figures"}:  # 18个
        return 0.0
    if kinds:
        return 2 * _AMISS if "days" in kinds else _AMISS
    counted = role == "section" and any(char.isdigit() for char in _BRACKET.sub("", shadow))  # 新建食堂3家
    return _SHORT if counted or (role in CONTENT and len(shadow) < _LEAST_TASK) else 0.0
