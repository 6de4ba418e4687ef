"""What a note of who does a task is made of: names, role words, persons, due times and signs, in any order.

A passage is a note only where nothing else stands in it; `tokens_of` says of what, `unit_grammar` who leads.
"""

import re
from functools import lru_cache

from desktop_app.documents import unit_ends, unit_labels
from desktop_app.documents import unit_words as words
from desktop_app.documents.unit_ends import name_end
from desktop_app.documents.unit_names import UnitRead, has_ending, split_units
from desktop_app.documents.unit_people import may_be_person
from desktop_app.documents.unit_role_words import LONGEST_WORD, WORD, Token, role_word

STOPS, LINKS, MARKS = "，；。|/ \n", "、+&·", "：→=>—-<"
_SIGNS = "*★☆▲△●○◎◆◇■□#@“”_…←"
_SINGLE = frozenset(STOPS + LINKS + MARKS + _SIGNS)
_KINDS = dict.fromkeys(STOPS, "stop") | dict.fromkeys(LINKS, "link")
_OPENS = re.compile(rf"（(?:{words.GENERIC})(?:[、/](?:{words.GENERIC}))*）(?=[一-鿿])")
_PLAIN = re.compile(rf"[^{re.escape(STOPS + LINKS + MARKS + _SIGNS)}（）]+")
_WHOLE = re.compile(
    r"(?P<when>20\d\d(?:[-./]\d{1,2}){1,2}(?!\d))|"
    r"(?P<other>(?:(?:联系|办公)?(?:电话|手机|座机|方式)(?:号码)?)?：? *\d[\d—-]{4,})|"
    f"(?P<aside>（[^（）]*(?:报送|排名|先后|下同|不再)[^（）]*）|（(?:{words.NOUN})）(?= *：))|"
    "(?P<spaced>(?:[一-鿿] +){1,7}[一-鿿](?= *：))"
)
_GOVERNMENTS = re.compile(words.GOVERNMENTS)
_COUNT = re.compile(r"\d{1,2}[.)、]?")
_TOPIC = "(?:[此该本这上]述?项?|具体|日常|相关)?(?:工作|任务|事项?)|[此该本]项|分工|责任分工|任务分工"
_TOLD = "由|请|责成|委托|授权|指定|交由|归(?!口)|以(?=[^，。；]{2,20}为主)|交(?=[^通警管运投])"
_CALL = re.compile(f"(?:并|再)?(?:{_TOPIC})?(?:具体|统一|主要|均|都|拟|现)?(?:{_TOLD})|其中")
# （规章由甲科牵头、其他文件由乙科牵头）: what of the task somebody does
_OF_A_PART = re.compile("[^，。；：、（）由]{2,8}(?<![自经缘理])由(?=[^，。；：由]{2,30}(?:牵头|负责|主办|承办))")
_NOTHING_MORE = re.compile("(?:其中|等(?:部门|单位|科室)?|具体|分工|任务分工|责任分工)")
_AND_MORE = re.compile("(?:及|和|与)?其?(?:联系|责任|负责|经办)?(?:电话|方式|人员?)$")
_COUNTED = re.compile(r"(?<!等)(?<!等\d)\d(?!\d{3,4}[热平])")  # 6月底前完成3个市 is no name
_ODD_LABEL = re.compile(words.LONG_UNKNOWN)
_TIME = re.compile(f"时间|{words.DEADLINE_LABELS}")
_HOLLOW = {"○": "●", "◇": "◆", "□": "■", "☆": "★", "△": "▲", "←": "→"}
_FILLED = frozenset("".join([*_HOLLOW, *_HOLLOW.values()]))
# 群体科办，各体育协会协: one letter behind a name
_LETTERED = re.compile(
    "(?P<name>.{2,}(?:[科股处室站所队局委会镇]|中心|街道|集团))(?<!县科|区科|市科|省科)[协配辅牵主]|(?P<office>.+(?:[科股处室站所队]|中心))办"
)
_ODD_ROLE = re.compile("(?![原含筹暂兼本副代])[一-鿿]{2}")
_DEED = re.compile(  # a sentence tells it: 甲科制定办法，乙科核定标准
    "(?:制[定订]|拟定|核[定算]|编制|出台|修订|起草|拨付|发放|采购|提出|审定|清理|整治|排查|走访|检查|改造|新建|组建|培训)[一-鿿]{2}"
)
_MAY_BE_TIME = re.compile("[月季年日前底]|长期|持续|常态|立即")
_ETC = re.compile("(?:等(?:相关|有关)?(?:部门|单位|科室)?)?")
_AND_SO_ON = re.compile("等(?:相关|有关)?(?:部门|单位|科室)?$")
_LEADER = re.compile(  # 分管领导牵头: somebody, but nobody by name
    "[局委区县市镇]?(?:主要|分管)(?:副?[局区县镇处科站院]长|副?主任|领导|负责人|负责同志)(?=牵头|负责|负总责|抓总|主抓|挂帅|督办)"
)
_OF_NO_NAME = ("部门", "单位")
_BETWEEN = re.compile(f"[{re.escape(MARKS)} ]+")
_PLACES = "区县市镇乡村"
_LONGEST_LABEL = 9


def tokens_of(shadow: str, source: str, start: int, end: int) -> list[Token] | None:
    """The pieces of a passage; None where anything in it is none of them."""
    found: list[Token] = []
    at = start
    parted = shadow[start - 1 : start] == "（" and shadow.find("由", start, end) > start
    while at < end:
        char = shadow[at]
        if parted and (part := _OF_A_PART.match(shadow, at, end)):
            at = part.end()
            continue
        if char in _SINGLE:
            role = _sign_role(shadow, at, start, end) if char in _FILLED else None
            kind = role or _KINDS.get(char)
            found += [Token(kind, (at, at + 1), before=role is not None)] if kind else []
            at += 1
            continue
        whole = _WHOLE.match(shadow, at, end)
        if whole and (more := _whole(whole)) is not None:
            found += more
            at = whole.end()
        elif governments := _GOVERNMENTS.match(shadow, at, end):
            found.append(Token("unit", governments.span(), tuple(split_units(shadow, source, *governments.span()))))
            at = governments.end()
        elif last := unit_ends.places_end(shadow, at, end):
            etc = _ETC.match(shadow, last, end).end()  # type: ignore[union-attr]
            found.append(Token("unit", (at, etc), (UnitRead(source[at:last], (at, last)),)))
            at = etc
        elif char in "（）":
            longer = (
                _longer(shadow, source, found, at, end) if char == "（" and found and found[-1].kind == "unit" else None
            )
            found[-1:] = [longer] if longer else [*found[-1:], Token("open" if char == "（" else "close", (at, at + 1))]
            at = found[-1].span[1]
        else:
            last = _segment_end(shadow, at, end)
            more = _segment(shadow, source, at, last, end, found)
            if more is None:
                return None
            found += more
            at = last
    return found


def _whole(found: re.Match[str]) -> list[Token] | None:
    """What its shape alone tells: a day, a telephone number, an aside, a label spaced out; None for another label."""
    if found.lastgroup in ("when", "other"):
        return [Token(found.lastgroup, found.span())]
    role = unit_labels.kind_of_label(found[0].replace(" ", "")) if found["spaced"] else None
    return [] if found["aside"] else [Token(role, found.span(), before=True)] if role else None


def _sign_role(shadow: str, at: int, start: int, end: int) -> str | None:
    """The role that a filled sign (●甲) or a hollow one (○乙) gives, where a passage has both; → and ← alike."""
    char, start = shadow[at], max(start - 1, 0)  # the arrow before a passage is its sign
    for hollow, filled in _HOLLOW.items():
        if char in (hollow, filled) and shadow.find(hollow, start, end) >= 0 and shadow.find(filled, start, end) >= 0:
            return "lead" if char == filled else "co"
    return None


def _segment_end(shadow: str, at: int, end: int) -> int:
    """The end of what stands together: up to a sign, a place word in brackets (县（市、区）水利局) inside."""
    while plain := _PLAIN.match(shadow, at, end):
        inner = _OPENS.match(shadow, plain.end(), end)
        if not inner:
            return _before_glued(shadow, at, plain.end(), end)
        at = inner.end()
    return at


def _before_glued(shadow: str, at: int, last: int, end: int) -> int:
    """The end of a piece, before or behind the label in it: 甲局|会办单位：乙局, 甲局|完成时间|3月20日."""
    text = shadow[at:last]
    if shadow[last : last + 1] != "：" and "时" not in text and "限" not in text:
        return last
    label = unit_labels.PATTERNS.glued.match(shadow, at, end)
    if label and not label[0].endswith("："):
        return label.end()
    glued = unit_labels.glued_label(shadow, at, min(last + 1, end))
    return glued.start() if glued else last


def _longer(shadow: str, source: str, found: list[Token], at: int, end: int) -> Token | None:
    """The name with the bracket behind it, where that is a part of it: 区民政局（养老科）."""
    close = shadow.find("）", at, end)
    inner = tokens_of(shadow, source, at + 1, close) if close > at + 1 else []
    if close < 0 or (inner is not None and any(token.kind not in ("unit", "link") for token in inner)):
        return None
    said = shadow[at + 1 : close]
    odd = (
        _ODD_ROLE.fullmatch(said)
        and not has_ending(said)
        and not may_be_person(said)
        and shadow[close + 1 : close + 2] in tuple("、，；")
    )
    if inner is None and (odd or close - at > _LONGEST_LABEL + 1 or words.role_in(said)):
        return None
    *others, last = found[-1].units
    first = last.span[0]
    unit = UnitRead(source[first : close + 1], (first, close + 1))
    return Token("unit", (found[-1].span[0], close + 1), (*others, unit))


def _segment(shadow: str, source: str, at: int, last: int, end: int, before: list[Token]) -> list[Token] | None:
    """The pieces of what stands together without a sign: 由甲科牵头; 牵头单位为甲科; 甲科会同乙科办理."""
    text = shadow[at:last]
    if (before and before[-1].kind == "deadline") or is_when(text):
        return [Token("when", (at, last))]
    if _TIME.fullmatch(text) and last < end:
        return [Token("deadline", (at, last), before=True)]
    if _COUNT.fullmatch(text) or _NOTHING_MORE.fullmatch(text):
        return []
    if shadow[at - 1 : at] == "（" and shadow[last : last + 1] == "）" and (role := _role_in_bracket(text, before)):
        return [Token(role, (at, last))]
    role = _label(shadow, at, last, end)
    if not role and _ODD_LABEL.fullmatch(text) and not _AND_SO_ON.search(text):
        role = unit_labels.kind_of_label(text)
    if role:
        return [Token(role, (at, last), before=True)]
    if last < end and shadow[last] == "：" and not _names_its_own(shadow, at, last, end):
        return None
    if (
        before
        and before[-1].kind == "unit"
        and _BETWEEN.fullmatch(shadow, before[-1].span[1], at)
        and (role := _role_alone(text))
    ):
        return [Token(role, (at, last))]  # 甲科：牵头抓总
    found: list[Token] = []
    if (call := _CALL.match(shadow, at, last)) and call.end() < last:
        at = call.end()
    while at < last:
        piece = _piece(shadow, source, at, last, [*before, *found])
        if piece is None:
            return None
        found.append(piece)
        at = piece.span[1]
    return found


def _piece(shadow: str, source: str, at: int, last: int, before: list[Token]) -> Token | None:
    text = shadow[at:last]
    if leader := _LEADER.match(shadow, at, last):
        return Token("other", leader.span())
    is_short = _AND_SO_ON.sub("", text) in words.SHORT_NAMES
    word = None if is_short else role_word(shadow, at, last, before)
    if word:
        return word
    lettered = None if is_short else _LETTERED.fullmatch(text)
    if lettered:
        last = at + len(lettered["name"] or lettered["office"])
    stop = (
        at + len(_AND_SO_ON.sub("", text))
        if is_short
        else last
        if lettered
        else _short_name(shadow, at, last) or _name_end(shadow, at, last)
    )
    if stop and (is_short or not _COUNTED.search(shadow, at, stop)):
        stop = _ETC.match(shadow, stop, last).end()  # type: ignore[union-attr]
        units = tuple(split_units(shadow, source, at, stop))
        more = shadow[at:stop] in _OF_NO_NAME and any(token.units for token in before)  # 甲局、乙局等部门、单位
        return Token("unit", (at, stop), units) if units or more else None
    if may_be_person(text):
        return Token("who", (at, last))
    person = re.match("([一-鿿×]{2,3}?)(?:同志)?(?:负责|牵头|包[抓联保干]|挂[帅点]|联系|督办|抓总|主抓)", text)
    if person and may_be_person(person[1]):
        return Token("who", (at, at + len(person[1])))
    called = len(before) > 1 and before[-2].before and before[-2].span[1] == before[-1].span[0]  # 配合甲局|开展巡查
    behind = before and before[-1].kind == "unit" and before[-1].span[1] == at and not called
    if behind and WORD.fullmatch(text) and not _DEED.fullmatch(text):
        return Token("unknown", (at, last))
    return None


def _name_end(shadow: str, at: int, last: int) -> int | None:
    """Where a name ends; behind a place's (乡村|振兴办) a longer one's end counts."""
    stop = name_end(shadow, at, last)
    if stop and stop < last <= stop + LONGEST_WORD and shadow[stop - 1] in _PLACES and has_ending(shadow[stop:last]):
        return stop if unit_ends.STEP.search(shadow, stop, last) else last
    return stop


def _short_name(shadow: str, at: int, last: int) -> int | None:
    """Where the short name of an office (人社) ends that a role word follows at once."""
    length = short_length(shadow[at:last])
    return at + length if length else None


@lru_cache(maxsize=1 << 12)
def short_length(text: str) -> int:
    """How long the short name of an office is that opens a text, with a role word behind it; 0 where none does."""
    step = unit_ends.STEP.search(text)
    name = text[: step.start()].removesuffix("等") if step else ""
    return len(name) if name in words.SHORT_NAMES else 0


def _role_in_bracket(text: str, before: list[Token]) -> str | None:
    """The role that is all a bracket says: （牵）, （牵头）; unknown where nobody knows it: 甲科（扛起）."""
    behind = len(before) > 1 and before[-2].kind == "unit" and not may_be_person(text)
    return words.letter(text) or _role_alone(text) or ("unknown" if behind and _ODD_ROLE.fullmatch(text) else None)


def _role_alone(text: str) -> str | None:
    """The role that a passage tells that is nothing but a role word: 牵头抓总."""
    if not WORD.fullmatch(text) or has_ending(text):
        return None
    step = unit_ends.STEP.search(text)  # 纪委配合 names who helps
    return None if step and step.start() and has_ending(text[: step.start()]) else words.role_in(text)


def _label(shadow: str, at: int, last: int, end: int) -> str | None:
    """What a passage with a sign behind it names as a label; None where it is a name before its role (甲科：牵头)."""
    text = shadow[at:last]
    mark = _BETWEEN.match(shadow, last, end)
    if not mark or not mark[0].strip() or len(text) > _LONGEST_LABEL + LONGEST_WORD:
        return None
    if text == "人":
        return "person"
    if _names_its_own(shadow, at, last, end):
        return None
    text = _AND_MORE.sub("", text) if len(text) > LONGEST_WORD else text
    return unit_labels.kind_of_label(text) if len(text) <= _LONGEST_LABEL else None


def _names_its_own(shadow: str, at: int, last: int, end: int) -> bool:
    """Whether what has a sign behind it is a name, with its role or its person behind the sign: 甲科：牵头."""
    mark = _BETWEEN.match(shadow, last, end)
    following = _PLAIN.match(shadow, mark.end(), end) if mark else None
    behind = following[0] if following else ""
    return has_ending(shadow[at:last]) and (bool(_role_alone(behind)) or may_be_person(behind))


@lru_cache(maxsize=1 << 12)
def is_when(text: str) -> bool:
    """Whether a piece is a due time."""
    from desktop_app.documents.unit_tails import is_due_time

    return bool(_MAY_BE_TIME.search(text)) and is_due_time(text)
