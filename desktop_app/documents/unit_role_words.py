"""The role words of a note: labels, words between names, and what is said behind a name."""

import re
from typing import NamedTuple

from desktop_app.documents import unit_ends, unit_labels
from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_ends import name_end
from desktop_app.documents.unit_names import UnitRead
from desktop_app.documents.unit_people import may_be_person

_IS = re.compile("(?:均|都|皆|统一|全部|一律)?(?:为|是|系)(?=[一-鿿]{2})")
_AS = re.compile("(?:[均都皆]?(?:作?为|是))?")
_WITH = re.compile("会同|联合|协同|携手|联手|偕同|商请?|会(?!议)")
_MORE = re.compile(
    "(?:做好|抓好|落实|推进|开展|完成|组织)(?:各自|相关|有关|具体|各项|[此本该]项)?(?:工作|任务|事项|职责)"
)
_SHARE = re.compile(f"(?:负责)?(?:做好|抓好|提供|给予|予以)[^，。；]{{0,10}}(?:{words.SHARES})(?:工作)?")
WORD = re.compile("[一-鿿]{1,4}")
LONGEST_WORD = 4


class Token(NamedTuple):
    """One piece: its kind, where it stands, the units of a name, and whether a role word stands before those it means.

    Kinds: unit; lead, co, neutral, together, unknown (roles); person, deadline, other (labels); who, when; stop, link,
    open, close. `guessed` where a role word is told by its letters only.
    """

    kind: str
    span: Span
    units: tuple[UnitRead, ...] = ()
    before: bool = False
    guessed: bool = False


def role_word(shadow: str, at: int, last: int, before: list[Token]) -> Token | None:
    """The role word at a place: a label, a word between names, or what is said behind a name."""
    label = unit_labels.PATTERNS.word.match(shadow, at, last)
    if label and (token := _label_within(shadow, label, last)):
        return token
    previous = before[-1] if before else None
    if previous and previous.kind == "unit" and previous.span[1] == at:
        return _said_behind(shadow, at, last)
    opening = words.BEFORE.match(shadow, at, last)
    if opening and opening.lastgroup and opening.end() < last and name_end(shadow, opening.end(), last):
        return Token(opening.lastgroup, opening.span(), before=True)
    return _step(shadow, at, at, last)


def _label_within(shadow: str, label: re.Match[str], last: int) -> Token | None:
    """A label with its name right behind it, or 为 between them; or that is all that stands there."""
    role, end = unit_labels.role_told(label) or "other", label.end()
    if role == "person" and may_be_person(shadow[end:last]):
        return Token(role, label.span(), before=True)
    copula = _IS.match(shadow, end, last)
    bears = words.bears_role(label[0])
    if end < last and not bears and not copula:
        return None
    return Token(role, (label.start(), copula.end() if copula else end), before=bears or copula is not None)


def _said_behind(shadow: str, at: int, last: int) -> Token | None:
    """What is said right behind a name: 甲科|牵头落实, 甲科|作为责任单位, 甲科|会同乙站."""
    together = _WITH.match(shadow, at, last)
    if together and name_end(shadow, together.end(), last):
        return Token("together", together.span(), before=True)
    first = _AS.match(shadow, at, last).end()  # type: ignore[union-attr]
    step = _step(shadow, at, first, last)
    if step:
        return step
    said = shadow[first:last]
    if letter := words.letter(said):
        return Token(letter, (at, last))
    role = words.role_in(said) if WORD.fullmatch(said) else "co" if _SHARE.fullmatch(said) else None
    return Token(role, (at, last), guessed=True) if role else None


def _step(shadow: str, at: int, first: int, last: int) -> Token | None:
    """A word that stands between names, with what little follows it: 牵头落实."""
    step = unit_ends.STEP.match(shadow, first, last)
    if not step:
        return None
    end = step.end()
    kind = "co" if step["with"] else "lead" if "牵头" in step[0] else "neutral"
    if step["together"] and (end == last or name_end(shadow, end, last)):
        kind = "together"
    if more := _MORE.match(shadow, end, last):
        end = more.end()
    if last - end <= LONGEST_WORD and not name_end(shadow, end, last):
        if kind == "neutral" and words.role_in(shadow[end:last]) in ("lead", "co"):
            kind = words.role_in(shadow[end:last]) or kind
        end = last
    return Token(kind, (at, end), before=kind == "together")
