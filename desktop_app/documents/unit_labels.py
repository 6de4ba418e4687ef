"""The labels of a note (牵头单位：, 责任科室 …): where each begins, where its value begins, and what it names."""

import re
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.surnames import PLAIN
from desktop_app.documents.unit_names import depth_at, has_ending, is_bare_unit
from desktop_app.documents.unit_words import role_in

_ASIDE = r"(?:（[^（）\n]{1,6}）)?"
_AND_WHO = "(?:[及和与、/]其?(?:责任|负责|联系|经办)人员?)?"  # 责任单位及责任人
_BEARER = "(?<=单位|科室|部门|处室|股室|部室|委室|机构|主体|中心|镇街|领导|时限|时间)"
_MARK = "(?:：|—{1,2}(?=[一-鿿])|→|[=-](?=[一-鿿])|/(?=[一-鿿])(?![^，。；：\\n]{0,8}：))"
_DOES = "牵头|负责|负总责|抓总|主抓|挂帅|督办"  # 分管领导牵头 is no label
# 责任科室儿童福利科: nothing at all between a label that bears its noun and the name it stands over
_AT_ONCE = (
    rf"(?:(?<=单位|科室|部门|处室|股室|部室)(?![均都皆为是])(?=[^，。；：、\s（）]{{1,14}}(?:{words.STRICT_ENDING})"
    r"(?:[，。；、 \n]|$))|"
    rf"(?!{_DOES})(?:(?<=责任人|负责人)|(?<=领导)(?=[{PLAIN}]))(?=[一-鿿]{{2,3}}(?:[ ；，\n]|$)))"
)
_SIGN = "(?:[◆◇■□●○▲△★☆※·*#>→-] *)?"
_BEFORE = (
    r"[^\w\s，。；：、（）]{0,2}(?:（(?![^\n）]*）))? *"
    r"(?:(?:[该此本这]项?|(?:以[上下]|下列|本部分|本章|本节)(?:各|所有|\d{1,2})?[项条]?)(?:工作|任务|项目|事项)?的?(?=[一-鿿]))?"
)
_OPEN, _SHUT = "(?P<open>（)?", "(?(open)）|(?:"  # 【牵头科室】甲科: a label in brackets of its own
_IS = (  # 责任科室均为甲科
    f"(?:均|都|皆|统一|全部|一律)?(?:为|是)(?=[^，。；：、\\n]{{0,18}}?(?:{words.STRICT_ENDING})(?:[，。；、（]|$))"
)
_BEARS = re.compile("(?:单位|科室|部门|处室|股室|部室|机构|主体)$")
_SIGNS = re.compile("[，；。：、 \\n|]")
_LONGER, _SHORTER = ("person", "deadline", "other"), ("lead", "co", "neutral")  # 责任人 before 责任
_UNKNOWN = rf"(?P<unknown>{words.UNKNOWN_LABEL}){_ASIDE}"


class Patterns(NamedTuple):
    """Labels inside a note, behind one without a colon, at its head, at the head of a line, on the line below another
    label line, and alone on a line; those between names; those that may stand right behind any other word.

    A label is followed by a colon, or ends its own line, or (at the head of a note) by a blank. One that no entry of
    `unit_words` knows needs the colon, or a line for itself.
    """

    inside: re.Pattern[str]
    next_one: re.Pattern[str]
    head: re.Pattern[str]
    line: re.Pattern[str]
    below: re.Pattern[str]
    alone: re.Pattern[str]
    word: re.Pattern[str]
    glued: re.Pattern[str]


def compiled(labels: dict[str, str]) -> Patterns:
    """The patterns for labels by role, as `unit_words.LABELS` lays them out."""
    known = f"(?:{'|'.join(f'(?P<{role}>{pattern})' for role, pattern in labels.items())}){_AND_WHO}{_ASIDE}"
    bracketed = rf"(?=（(?:{'|'.join(labels.values())})）[一-鿿])"  # 【责任处室】甲处: a sign anywhere
    lone = rf"(?P<lone>{words.LONG_UNKNOWN}) *(?:\n|$)"
    return Patterns(
        inside=re.compile(
            rf"(?:^|(?<=[（；，。、|/ \n：])|{bracketed}){_SIGN}"
            rf"(?:{_OPEN}{known}{_SHUT} *{_MARK}|{_IS}|{_AT_ONCE}| *(?=\n)| +(?=[^，。；、])))|"
            rf"{_UNKNOWN} *：|"
            rf"(?<= )(?P<spaced>{words.LONG_UNKNOWN}) +(?=[^，。；、])|"
            rf"(?<=\n)(?P<lone>{words.LONG_UNKNOWN}) *(?=\n)|(?<=[；\n])(?P<aside>[一-鿿]{{2,8}}) *：)"
        ),
        next_one=re.compile(rf"(?<=[；，|]){known}{_BEARER}(?=[^，。；、：\s])"),
        head=re.compile(
            rf" *{_BEFORE}"
            rf"(?:{known}(?: *{_MARK} *|{_IS}|{_AT_ONCE}| *\n *| +|{_BEARER}(?!{_DOES})(?=[^：，。；、]))|"
            rf"{_UNKNOWN} *： *|{lone} *|"
            rf"(?P<spaced>{words.LONG_UNKNOWN}) +(?=[^，。；、]))"
        ),
        line=re.compile(
            rf"(?:(?<=[\n。；.])|(?<=  )|^|{bracketed}|(?P<within>(?<=，))){_BEFORE}"
            rf"(?:{_OPEN}{known}{_SHUT} *{_MARK}|"
            rf"(?(within)(?!)|(?:{_IS}|{_AT_ONCE}| *$| *\n| +(?=\S)))))|"
            rf"(?(within)(?!)|{_UNKNOWN} *：)|(?<=\n){lone})",
            re.MULTILINE,
        ),
        below=re.compile(rf" *{_SIGN}(?:{_OPEN}{known}{_SHUT} *{_MARK}| *(?:\n|$)| +\S))|{_UNKNOWN} *：|{lone})"),
        alone=re.compile(rf" *(?:{known}|(?P<unknown>{words.UNKNOWN_LABEL})) *：? *"),
        word=re.compile("|".join(f"(?P<{role}>{labels[role]})" for role in (*_LONGER, *_SHORTER))),
        glued=re.compile(
            rf"(?:{'|'.join(f'(?P<{role}>{labels[role]})' for role in _SHORTER)}){_BEARER} *：|"
            rf"(?P<person>{labels['person']}) *：|(?P<deadline>{labels['deadline']}) *(?:：|(?=\d))"
        ),
    )


PATTERNS = compiled(words.LABELS)


def labels_in(shadow: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The labels at bracket depth 0: role, and where label and value begin."""
    labels: list[tuple[str, int, int]] = []
    head = PATTERNS.head.match(shadow, start, end)
    if head:
        labels.append((role_told(head) or "other", head.start(), head.end()))
    without_colon = head is not None and "：" not in head[0] and "\n" not in head[0]
    depth, position = 0, start
    at = labels[0][2] if labels else start
    while found := _next_label(shadow, at, end):
        depth += depth_at(shadow, position, found.start())
        position = found.start()
        at = max(found.end(), at + 1)
        if depth == 0:
            labels.append((role_told(found) or "other", found.start(), found.end()))
    if without_colon:
        taken = {first for _, first, _ in labels}
        more = (found for found in PATTERNS.next_one.finditer(shadow, labels[0][2], end) if found.start() not in taken)
        labels += [(found.lastgroup or "other", found.start(), found.end()) for found in more]
    return sorted(labels, key=lambda label: label[1])


def _next_label(shadow: str, start: int, end: int) -> re.Match[str] | None:
    found = PATTERNS.inside.search(shadow, start, end)
    return glued_label(shadow, start, found.end() if found else end) or found


def glued_label(shadow: str, start: int, end: int) -> re.Match[str] | None:
    """The first label right behind a name, as where a page lost its cells: 主办单位：甲局|会办单位：乙局."""
    for found in PATTERNS.glued.finditer(shadow, start + 1, end):
        name = _SIGNS.split(shadow[start : found.start()])[-1]
        if has_ending(name) and not _BEARS.search(name):
            return found
    return None


def later_labels(shadow: str, start: int, end: int) -> list[int]:
    """Where labels begin behind the first field of `start:end`, at bracket depth 0."""
    starts = {found.start() for found in PATTERNS.inside.finditer(shadow, start, end) if names_somebody(found)}
    starts |= {found.start() for found in PATTERNS.next_one.finditer(shadow, start, end)}
    return sorted(at for at in starts if at > start and depth_at(shadow, start, at) == 0)


def role_of_label(label: str) -> str | None:
    """What a label without its colon names; None where its words tell nothing."""
    found = PATTERNS.alone.fullmatch(label)
    role = role_told(found) if found else role_in(label)
    return None if role in ("open", "loose") else role


def kind_of_label(label: str) -> str | None:
    """What a label before a sign names, by its entry or its words; "unknown" where its place must tell."""
    found = PATTERNS.alone.fullmatch(label)
    if found and any(found[role] for role in words.LABELS):
        return role_told(found)
    if is_bare_unit(label, frozenset(), at_end=False) and not re.fullmatch(words.LONG_UNKNOWN, label):
        return None
    role = role_told(found) if found else role_in(label)
    return "unknown" if role in ("open", "loose") else role


def _open(label: str) -> str | None:
    return "open" if words.is_open(label) else "loose" if words.may_be_role(label) else None


def names_somebody(found: re.Match[str]) -> bool:
    """Whether a label outside brackets is one of a note; one that nobody knows must bear its role (擎旗单位)."""
    return role_told(found) not in (None, "loose")


def opens_with_label(shadow: str, start: int, end: int) -> bool:
    """Whether a line is one of a note's, by the label that it opens with."""
    label = PATTERNS.below.match(shadow, start, end)
    return label is not None and names_somebody(label)


def role_told(found: re.Match[str]) -> str | None:
    """What a label names: by the entry that knows it, else by its words; "open" where its place must tell who leads;
    "loose" where only names of units behind it show that it is one (擎旗：甲科).

    None where it names nobody.
    """
    groups = found.groupdict()
    unknown = groups.get("unknown") or groups.get("lone") or groups.get("spaced")
    if unknown:
        if words.tells_when(unknown):
            return "deadline"
        return "person" if words.names_people(unknown) else role_in(unknown) or _open(unknown)
    return next((role for role in words.LABELS if groups.get(role)), "other")
