"""The head of a document: its title, the covering notice, number, issuer, date and addressees."""

import re
from datetime import date
from typing import NamedTuple

from desktop_app.documents.addressees import addressed_line
from desktop_app.documents.extraction import Meta, Span
from desktop_app.documents.folding import fold
from desktop_app.documents.lines import DAY, NAMED, is_day, is_organ
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.numerals import chinese_number
from desktop_app.documents.page_labels import holds_label, is_site, labelled_name, labelled_title
from desktop_app.documents.plan_years import is_school_year, plan_year, year_told
from desktop_app.documents.title_lines import (
    NOTICE,
    NUMBER,
    ORGAN_BEFORE,
    YEAR,
    bare_name,
    name_length,
    notice_name,
    number_behind,
    title_line,
    title_span,
)

_ISSUED = re.compile(
    r"(?:(?:成文|印发|发文|发布|发表|公布|公开|生成)(?:日期|时间)|(?<![一-鿿])(?:时间|日期)) *[·•：）\n ]*"
    r"(?P<year>20\d\d)[-年/.](?P<month>\d\d?)[-月/.](?P<day>\d\d?)"
)
_PUBLISHER = re.compile(r"(?:发布|发文|制定|制表|编制)(?:机构|机关|单位|部门) *[·•：）\n ]*(?P<organ>[一-鿿]{3,30})")
_SOURCE = re.compile(r"来源 *[·•：）\n ]*(?P<organ>[一-鿿]{4,30})")
_IN_BRACKETS = re.compile("（[^（）]{2,30}）")  # between an office and the day: （县水务局代章）
# a month only, or a day whose 年, 月 and 日 were lost in copying: that there was one says who signed
_MONTH_OR_BARE = re.compile("20\\d{4,6}|（?20\\d\\d年\\d{1,2}月）?")
_SEAL = re.compile(r"\s|[（(](?:公章|盖章|印)[）)]")
_CLOSING = 4  # lines at the end among which a date stands
_CLOSED = re.compile(
    rf"(?P<organ>[一-鿿 ]*?)(?:（(?:公?章|盖章)）)? *(?P<whole_day>{DAY.pattern}) *(?P<printed>印发|印)?"
)
_MOST_SIGNING = 8  # lines of offices that sign one paper
_LABELS = 8  # lines at the head among which a page's own labels stand
_WITHIN_DAY = re.compile(r"(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)")  # 2026 年 3 月 2 日印发
_ABOUT_DIGITS = re.compile(r"(?<=\d) +(?=年)|(?<=[一-鿿]) +(?=\d)")  # 柳溪县民政局 2026 年工作要点
_SPREAD = re.compile(r"[一-鿿](?:[ \u3000]+[一-鿿](?![一-鿿])){2,}|通[ \u3000]+知$")  # 工 作 要 点
_BLANK_WITHIN = re.compile("[一-鿿]{2} +[一-鿿]{2}")
_ZEROES = str.maketrans("Oo", "零零")
_MEETING = re.compile(
    r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。；\n]{0,40}?(?:召开|主持|召集|举行)"
)


class Head(NamedTuple):
    """The meta data, and the index of the first line after the title, or without one after the addressees."""

    meta: Meta
    body: int


def read_head(shadow: str, source: str, lines: list[Span], furniture: str) -> Head:
    """What `lines` and the web page's own labels (`furniture`) say about the document."""
    texts = [shadow[start:end] for start, end in lines]
    printed = lines
    lines = [(start, end - len(text) + name_length(text)) for (start, end), text in zip(lines, texts, strict=True)]
    texts = [shadow[start:end] for start, end in lines]
    at = title_line(shadow, source, lines, texts)
    first_item = next((i for i, (start, end) in enumerate(lines) if mark_at(shadow, start, end, source)), len(lines))
    front = range(at if at is not None else min(first_item, len(lines)))
    title, last = None, at
    if at is not None:
        top, last = title_span(texts, at)
        title = "".join(_closed_up(source[start:end].strip()) for start, end in lines[top : last + 1])
        title = named[1] if (named := NAMED.fullmatch(title)) else title
    found = notice_name(source, lines, texts, front)
    notice = _closed_up(found) if found else None
    issuer, issued = _issue(source, lines, texts)
    issued = issued or next((_day(texts[i]) for i in front if is_day(texts[i])), None)  # below the list of annexes
    folded = fold(furniture)
    notice = notice or labelled_name(folded, furniture)
    title = title or labelled_title(folded, furniture)
    names = [_ABOUT_DIGITS.sub("", fold(name)) for name in (notice, title) if name]
    issuer = issuer or next(filter(None, map(_organs_before, names)), None)
    labelled = folded + "\n" + "\n".join(texts[: min(first_item, _LABELS)])
    issuer = (
        issuer
        or _red_head(source, lines, texts, front)
        or _publisher(labelled)
        or _letterhead(source, lines, texts, at, last)
    )
    issuer = issuer or _told_by(labelled, fold(title or ""))
    issued = issued or _labelled_day(labelled)
    addressed = addressed_line(texts, first_item)
    number = _doc_number(source, shadow, printed, first_item, furniture, folded)
    year = plan_year(names)
    if year is None and not is_school_year(names):
        year = issued.year if issued else year_told(texts, number)
    meta = Meta(
        title=title,
        notice_title=notice,
        doc_number=number,
        issuer=issuer,
        issued_on=issued,
        year=year,
        addressees=None if addressed is None else source[slice(*lines[addressed])].rstrip("：: ").strip(),
    )
    return Head(meta, next((n + 1 for n in (last, addressed) if n is not None), 0))


def _organs_before(name: str) -> str | None:
    """The office that a name begins with, or those parted by blanks: 柳溪县委办公室 柳溪县政府办公室 关于…."""
    several = name.partition("关于")[0].split()
    if len(several) > 1 and all(map(is_organ, several)):
        return " ".join(several)
    found = ORGAN_BEFORE.match(name)
    return (found["whole"] or found["organ"]) if found else None


def _closed_up(name: str) -> str:
    """A name without the blanks that spread its letters over the line."""
    return _SPREAD.sub(lambda found: re.sub(r"\s", "", found[0]), name)


def _publisher(labelled: str) -> str | None:
    """The office behind a page's 发布机构, which may be empty and the next label below it."""
    found = _PUBLISHER.search(labelled)
    return None if found is None or holds_label(found["organ"] + "：") else found["organ"]


def _told_by(labelled: str, title: str) -> str | None:
    """The office that a page names as its source, where it is of the place that the title names first."""
    source = _SOURCE.search(labelled)
    place = YEAR.sub("", title)[:2]
    return source["organ"] if source and is_organ(source["organ"]) and source["organ"][:2] == place else None


def _red_head(source: str, lines: list[Span], texts: list[str], front: range) -> str | None:
    """The office of a line 某局文件 above the title."""
    for at in front:
        tight = texts[at].replace(" ", "")
        if tight.endswith("文件") and is_organ(tight[:-2]):
            return re.sub(r"\s", "", source[slice(*lines[at])])[:-2]
    return None


def _letterhead(source: str, lines: list[Span], texts: list[str], at: int | None, last: int | None) -> str | None:
    """The office whose name stands alone right above the title, as on an order sheet that nobody signs, or below it."""
    if at is None or last is None:
        return None
    if at and is_organ(texts[at - 1]):
        return source[slice(*lines[at - 1])].strip()
    below = texts[last + 1].strip("（） ") if last + 1 < len(texts) else ""
    named = is_organ(below) and _place(below) in YEAR.sub("", texts[at])[:6]
    return source[slice(*lines[last + 1])].strip("（）() ") if named else None


def _signature(texts: list[str]) -> tuple[int, int] | None:
    """The line of the office's name and that of the day below it, with nothing but brackets between the two."""
    found = []
    for index in range(len(texts) - 1):
        if not is_organ(_SEAL.sub("", texts[index])):
            continue
        below = index + 2 if _IN_BRACKETS.fullmatch(texts[index + 1]) and not is_day(texts[index + 1]) else index + 1
        if below < len(texts) and (is_day(texts[below]) or _MONTH_OR_BARE.fullmatch(texts[below].replace(" ", ""))):
            found.append((index, below))
    # a page's own row of data stands above, its day in figures: 2026-04-01
    return next((one for one in found if "年" in texts[one[1]]), found[0] if found else None)


def _first_to_sign(texts: list[str], last: int) -> int:
    """The first of the lines on which offices sign together: one office above the last, or more of the same place."""
    place = _place(texts[last].strip())
    first = last
    while first and last - first < _MOST_SIGNING:
        offices = _offices(texts[first - 1])
        if not all(is_organ(office) for office in offices):
            break
        if (first < last or len(offices) > 1) and any(_place(office) != place for office in offices):
            break
        first -= 1
    return first


def _offices(line: str) -> list[str]:
    """The offices that a line of a signature names, parted by blanks where each is a whole name."""
    several = line.split() if _BLANK_WITHIN.search(line.strip()) else []
    return several or [_SEAL.sub("", line)]


def _place(office: str) -> str:
    """The beginning of the place's name in an office's: 柳溪 in 中共柳溪县委员会, 柳溪县民政局."""
    return re.sub("^(?:中共|共青团|中国共产党)", "", office)[:2]


def _issue(source: str, lines: list[Span], texts: list[str]) -> tuple[str | None, date | None]:
    """Office and date of the signature, or of a line that holds both, or of a date on its own near the head."""
    signature = _signature(texts)
    if signature:
        last, day = signature
        above = [source[start:end] for start, end in lines[_first_to_sign(texts, last) : last]]
        signed = source[slice(*lines[last])]
        own = offices if all(map(is_organ, offices := _offices(signed))) else [_SEAL.sub("", signed)]
        return " ".join([*(office for line in above for office in _offices(line)), *own]), _day(texts[day])
    for text in texts[:8]:
        text = text.strip().strip("（）")
        found = DAY.search(text)
        if not found or text[found.end() :] not in ("", "印发", "发布", "制"):
            continue
        organ = text[: found.start()].strip()
        if is_day(text) or not organ or (" " in text and ("年" in found[0] or is_organ(organ))):
            return (organ if is_organ(organ) and not _prints(organ, text) else None), _day(text)
    for text in reversed(texts[-_CLOSING:]):
        found = _CLOSED.fullmatch(_WITHIN_DAY.sub("", text.strip()))
        if found and (not found["organ"] or is_organ(found["organ"])):
            signed = found["organ"] and not _prints(found["organ"], found[0])
            return (found["organ"] if signed else None), _day(found["whole_day"])
    closing = _SEAL.sub("", texts[-1]) if len(texts) > _CLOSING else ""  # an office signs without a date
    return (closing if is_organ(closing) else None), None


def _prints(organ: str, line: str) -> bool:
    """Whether a line tells which office had the paper printed, not whose it is."""
    return line.endswith("印发") and organ.endswith("办公室")


def _day(text: str) -> date | None:
    found = DAY.search(text.replace(" ", "").translate(_ZEROES))
    if not found:
        return None
    numbers = [int(part) if part.isdecimal() else chinese_number(part) for part in found.groups()]
    try:
        return date(*(number or 0 for number in numbers))
    except ValueError:
        return None


def meeting_day(shadow: str, end: int, year: int) -> date | None:
    """The day that the meeting was held on, from which 会后5个工作日内 counts; in `year` where it says none."""
    found = _MEETING.search(shadow, 0, end)
    if not found:
        return None
    return _day(f"{found['year'] or year}年{found['month']}月{found['day']}日")


def _labelled_day(furniture: str) -> date | None:
    """The day of issue in a page's labels; a document site's own day is none."""
    found = _ISSUED.search("\n".join(line for line in furniture.split("\n") if not is_site(line)))
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None


def _doc_number(
    source: str, shadow: str, lines: list[Span], first_item: int, furniture: str, folded: str
) -> str | None:
    for start, end in lines[:first_item]:
        if behind := number_behind(shadow[start:end]):  # 2026年工作要点（柳政发〔2026〕3号）
            return source[start + behind[0] : start + behind[1]].replace(" ", "")
        numbered = bare_name(shadow[start:end])
        if numbered[2] and NOTICE.fullmatch(numbered[0].replace(" ", "")):  # …的通知（柳政发〔2026〕3号）
            at = shadow.rfind(numbered[2], start, end)
            return source[at : at + len(numbered[2])].replace(" ", "")
    stop = lines[first_item][0] if first_item < len(lines) else len(shadow)
    for text, original in ((shadow[:stop], source), (folded, furniture)):
        for found in NUMBER.finditer(text):
            line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            if not re.search("根据|按照|《|.（", line):
                return original[found.start() : found.end()].replace(" ", "")
    return None
