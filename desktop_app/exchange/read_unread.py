"""What stands in a returned file beside the answers and is not read: all of it is told, by its place."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from desktop_app.domain.proposal import Note, Severity
from desktop_app.exchange.read_aside import is_aside
from desktop_app.exchange.read_cells import ASKED, PICTURE, is_our_remark
from desktop_app.exchange.read_headers import Header
from desktop_app.exchange.read_meanings import names_roles
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import Sheet
from desktop_app.exchange.sheet_layout import cell_name
from desktop_app.office.formats import Place
from desktop_app.texts import astray, slip
from desktop_app.texts import exchange as texts

NAMED_AT_MOST, LONGEST_QUOTE, COLUMNS_AT_MOST = 12, 40, 40
_SENTENCE = 8  # characters; shorter words around a table are labels
_LONGEST_NAMES = 30  # characters of the units that do a task
_MOST_BESIDE = 2  # cells of a line that is a sentence and no row of another table
_SIGNED = re.compile(
    r"(?:填报|填表|报送|制表|审核|审签|审批|签字|签名|盖章|负责人|经办人|分管|主要领导|单位领导|联系人|联系电话|电话|手机|日期|时间|"
    r"合计|总计|小计|平均|第?\d*页|共\d+)"
)
_CLAUSE = re.compile(r"[,;。]")
_HEADING = re.compile(r"(?:第[一二三四五六七八九十]+[章节部分项]|\(?[一二三四五六七八九十]+[)、.]|\(?\d{1,2}[)、.])")
_STATES = re.compile(r"更正|为准|有误|错误|应为|应是|改为|改成|修改|调整|未及|估|另[行报附]|补充|补报|实际|作废|不报")


def unread_in(sheet: Sheet, table: Header, last: int, between: Collection[int]) -> Iterator[Note]:
    """The notes of a sheet with a form; `last` is the line of the last row with a mark or an answer.

    `between` are the lines below the header and above that one that are no rows.
    """
    yield from _columns(sheet, table)
    yield from _remarks(sheet, table)
    yield from _boxes(sheet)
    yield from _far(sheet)
    said = [place for place in _words_in(sheet, 0, table.top) if _STATES.search(folded(sheet.value(*place)))]
    said += _words_between(sheet, table, between)
    said += _words_in(sheet, last + 1, len(sheet.grid))
    if said:
        yield _told(sheet, astray.WORDS_OUTSIDE, said)


def unread_sheet(sheet: Sheet) -> Iterator[Note]:
    """The notes of a sheet without a form; of our own list of faults that came back, only what was added to it."""
    yield from _boxes(sheet)
    yield from _far(sheet)
    ours = _of_our_slip(sheet)
    places = ((n, place) for n, row in enumerate(sheet.grid) for place, value in enumerate(row) if value != "")
    filled = [place for place in places if place not in ours]
    if filled:
        yield _told(sheet, astray.SHEET_UNREAD.replace("{sheet}", sheet.name), filled)


def _of_our_slip(sheet: Sheet) -> set[Place]:
    """The cells of a sheet that we wrote where it is our list of faults: its head, and its rows as we number them."""
    head = next((n for n, row in enumerate(sheet.grid) if tuple(row[: len(slip.COLUMNS)]) == slip.COLUMNS), None)
    if head is None or sheet.value(0, 0) != slip.TITLE:
        return set()
    ours = {(line, 0) for line in range(head)} | {(head, place) for place in range(len(slip.COLUMNS))}
    told = {slip.TODO, *slip.TODO_OF.values()}
    for line in range(head + 1, len(sheet.grid)):
        if folded(sheet.value(line, 0)).removesuffix(".0") != str(line - head):
            break
        ours |= {(line, place) for place in range(len(slip.COLUMNS) - 1)}
        ours |= {(line, len(slip.COLUMNS) - 1)} if sheet.value(line, len(slip.COLUMNS) - 1) in told else set()
    return ours


def _words_in(sheet: Sheet, first: int, end: int) -> Iterator[Place]:
    """The sentences in these lines that are neither ours nor about who signs."""
    for line in range(first, end):
        filled = [place for place, value in enumerate(sheet.grid[line]) if value != ""]
        if len(filled) > _MOST_BESIDE or is_aside(sheet.grid[line], 0):
            continue
        for place in filled:
            words = folded(sheet.value(line, place))
            if len(words) >= _SENTENCE and (_STATES.search(words) or _tells_more(words)):
                yield line, place


def _words_between(sheet: Sheet, table: Header, lines: Collection[int]) -> Iterator[Place]:
    """The sentences that stand alone in a line between the rows, and are no heading and none of the locked columns."""
    locked = {table.columns[field] for field in ("content", "targets", "deadline", "last") if field in table.columns}
    for line in sorted(lines):
        filled = [place for place, value in enumerate(sheet.grid[line]) if value != ""]
        if len(filled) != 1 or filled[0] in locked or is_aside(sheet.grid[line], 0):
            continue
        words = folded(sheet.value(line, filled[0]))
        if len(words) >= _SENTENCE and (_STATES.search(words) or _is_sentence(words)):
            yield line, filled[0]


def _is_sentence(words: str) -> bool:
    """Whether words say something, as a heading does not, 一、兜牢底线,保障民生, or what is printed on each page."""
    return bool(_CLAUSE.search(words)) and not _HEADING.match(words) and _tells_more(words)


def _tells_more(words: str) -> bool:
    """Whether words are not all about who signs, pages and sums: 平均50%,第3项推迟到明年 has a clause that is not."""
    if not _SIGNED.search(words):
        return True
    return any(len(one) >= _SENTENCE and not _SIGNED.search(one) for one in _CLAUSE.split(words))


def _far(sheet: Sheet) -> Iterator[Note]:
    """A note of the cells far below all others; one with nothing but signs was hit by accident."""
    if sheet.far:
        places = sorted(sheet.far)
        said = [str(sheet.far[place]).strip() for place in places]
        cells = texts.AND.join(cell_name(*place) for place in places[:NAMED_AT_MOST])
        more = texts.AND_MORE if len(places) > NAMED_AT_MOST else ""
        words = astray.FAR_BELOW.format(cells=cells + more, count=len(places), first=said[0][:LONGEST_QUOTE])
        severity = Severity.ASK if any(sign.isalnum() for one in said for sign in one) else Severity.INFO
        yield Note(severity, words, sheet=sheet.name, cell=cell_name(*places[0]))


def _told(sheet: Sheet, sentence: str, places: list[Place]) -> Note:
    cells = texts.AND.join(cell_name(*place) for place in places[:NAMED_AT_MOST])
    more = texts.AND_MORE if len(places) > NAMED_AT_MOST else ""
    first = _quoted(sheet.value(*places[0]))
    said = sentence.format(cells=cells + more, count=len(places), first=first)
    return Note(Severity.ASK, said, sheet=sheet.name, cell=cell_name(*places[0]))


def _quoted(value: Any) -> str:
    """The beginning of what a cell holds; a picture that is in the cell is called so."""
    words = str(value).strip()
    return astray.A_PICTURE if PICTURE.match(words) else words[:LONGEST_QUOTE]


def _boxes(sheet: Sheet) -> Iterator[Note]:
    for words in sheet.boxes[:NAMED_AT_MOST]:
        yield Note(Severity.ASK, astray.BOX_UNREAD.format(words=words[:LONGEST_QUOTE]), sheet=sheet.name)


def _columns(sheet: Sheet, table: Header) -> Iterator[Note]:
    """A note for each column that holds something under a header that is not known: nothing is dropped in silence."""
    lines = range(table.line + 1, len(sheet.grid))
    found = [(p, filled) for p in table.unknown if (filled := [n for n in lines if str(sheet.value(n, p)).strip()])]
    for place, filled in found[:COLUMNS_AT_MOST]:
        header = str(sheet.value(table.line, place)).strip() or texts.NO_HEADER_WORDS
        cells = texts.AND.join(cell_name(n, place) for n in filled[:NAMED_AT_MOST])
        more = texts.AND_MORE if len(filled) > NAMED_AT_MOST else ""
        first = _quoted(sheet.value(filled[0], place))
        said = texts.COLUMN_UNREAD.format(header=header, cells=cells + more, count=len(filled), first=first)
        severity = Severity.INFO if names_roles(folded(header)) and _tells_names(sheet, filled, place) else Severity.ASK
        yield Note(severity, said, sheet=sheet.name, cell=cell_name(filled[0], place))
    for place, filled in found[COLUMNS_AT_MOST : COLUMNS_AT_MOST + 1]:  # a page can have columns by the ten thousand
        said = texts.COLUMNS_UNREAD.format(count=len(found) - COLUMNS_AT_MOST, cell=cell_name(filled[0], place))
        yield Note(Severity.ASK, said, sheet=sheet.name)


def _tells_names(sheet: Sheet, lines: list[int], place: int) -> bool:
    """Whether a column holds short words without a digit, as names of units are."""
    words = (folded(sheet.value(line, place)) for line in lines)
    return all(len(one) <= _LONGEST_NAMES and not any(map(str.isdecimal, one)) for one in words)


def _remarks(sheet: Sheet, table: Header) -> Iterator[Note]:
    """A note of the comments that stand beside no asked cell."""
    asked = {table.columns[field] for field in ASKED & table.columns.keys()}
    others = sorted(
        place
        for place, words in sheet.remarks.items()
        if not is_our_remark(words) and (place[0] <= table.line or place[1] not in asked)
    )
    if others:
        cells = texts.AND.join(cell_name(*place) for place in others[:NAMED_AT_MOST])
        more = texts.AND_MORE if len(others) > NAMED_AT_MOST else ""
        first = sheet.remarks[others[0]][:LONGEST_QUOTE]
        said = astray.REMARKS_UNREAD.format(cells=cells + more, count=len(others), first=first)
        yield Note(Severity.ASK, said, sheet=sheet.name, cell=cell_name(*others[0]))
