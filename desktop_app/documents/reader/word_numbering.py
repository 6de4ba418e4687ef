"""The numbers Word shows before list paragraphs, worked out as Word does from numbering.xml and styles.xml."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographLegalTraditional",
        "chineseLegalSimplified",
        "koreanDigital",
    }
)
_LEGAL = "零壹贰叁肆伍陆柒捌玖"


class Level(NamedTuple):
    """One level of a list: where it starts, its number format and its text (%1 stands for the first level's number)."""

    start: int
    form: str
    text: str
    legal: bool
    restart: int | None


@dataclass
class Numbering:
    """The lists of a document, counting as paragraphs are asked for in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: "_Element") -> str:
        """The number before `paragraph`, '' without one; counts it."""
        said = _own_numbering(paragraph) or self._by_style(paragraph)
        return "" if said is None else self.next_label(*said)

    def next_label(self, number: str, depth: int) -> str:
        """The number of the next paragraph at level `depth` of list `number`, '' where the list is not known."""
        abstract = self.lists.get(number)
        level = self.levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        self._count(number, depth, level, counts, self.levels[abstract])
        if level.form in ("bullet", "none"):
            return "" if level.form == "none" else "● "
        return self._render(level, counts, self.levels[abstract])

    def _count(self, number: str, depth: int, level: Level, counts: dict[int, int], levels: dict[int, Level]) -> None:
        fresh = (number, depth) in self.overrides and (number, depth) not in self.started
        self.started.add((number, depth))
        if fresh:
            counts[depth] = self.overrides[number, depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [other for other in counts if other > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart != 0:
                del counts[deeper]

    @staticmethod
    def _render(level: Level, counts: dict[int, int], levels: dict[int, Level]) -> str:
        def number(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            other = levels.get(depth, level)
            value = counts.get(depth, other.start)
            return render_number(value, "decimal" if level.legal else other.form)

        text = re.sub(r"%(\d)", number, level.text)
        return text + (" " if text[-1:].isdigit() else "")

    def _by_style(self, paragraph: "_Element") -> tuple[str, int] | None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styles.get(style.get(W + "val") or "") if style is not None else None


def read_numbering(numbering: "_Element | None", styles: "_Element | None") -> Numbering:
    """The lists that the two parts define; either may be missing."""
    lists = Numbering()
    if numbering is None:
        return lists
    for abstract in numbering.findall(W + "abstractNum"):
        lists.levels[abstract.get(W + "abstractNumId") or ""] = _levels(abstract)
    for item in numbering.findall(W + "num"):
        number = item.get(W + "numId") or ""
        abstract = item.find(W + "abstractNumId")
        lists.lists[number] = (abstract.get(W + "val") or "") if abstract is not None else ""
        _read_overrides(lists, item, number)
    if styles is not None:
        _read_styles(lists, numbering, styles)
    return lists


def _read_styles(lists: Numbering, numbering: "_Element", styles: "_Element") -> None:
    """The numbers that styles carry: their own or their base style's, at the level that names the style."""
    elements = {style.get(W + "styleId") or "": style for style in styles.findall(W + "style")}
    level_of = {
        _value(level, "pStyle"): int(level.get(W + "ilvl") or 0)
        for level in numbering.iter(W + "lvl")
        if level.find(W + "pStyle") is not None
    }
    for name in elements:
        at: str | None = name
        for _ in range(len(elements)):
            style = elements.get(at or "")
            if style is None:
                break
            said = _numbering_of(style.find(W + "pPr"))
            if said:
                lists.styles[name] = (said[0], level_of.get(name, level_of.get(at, said[1])))
                break
            at = _value(style, "basedOn")
    for abstract in numbering.findall(W + "abstractNum"):
        linked = lists.styles.get(_value(abstract, "numStyleLink") or "")
        if linked:
            lists.levels[abstract.get(W + "abstractNumId") or ""] = lists.levels.get(lists.lists.get(linked[0], ""), {})


def _read_overrides(lists: Numbering, item: "_Element", number: str) -> None:
    for override in item.findall(W + "lvlOverride"):
        depth = int(override.get(W + "ilvl") or 0)
        start = override.find(W + "startOverride")
        if start is not None:
            lists.overrides[number, depth] = int(start.get(W + "val") or 1)
        if override.find(W + "lvl") is not None:
            own = f"{lists.lists[number]}/{number}"
            lists.levels[own] = {**lists.levels.get(lists.lists[number], {}), **_levels(override)}
            lists.lists[number] = own


def _levels(parent: "_Element") -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for level in parent.findall(W + "lvl"):
        restart = _value(level, "lvlRestart")
        levels[int(level.get(W + "ilvl") or 0)] = Level(
            start=int(_value(level, "start") or 1),
            form=_value(level, "numFmt") or "decimal",
            text=_value(level, "lvlText") or "",
            legal=level.find(W + "isLgl") is not None,
            restart=int(restart) if restart is not None else None,
        )
    return levels


def _value(parent: "_Element", name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(W + "val")


def _own_numbering(paragraph: "_Element") -> tuple[str, int] | None:
    return _numbering_of(paragraph.find(W + "pPr"))


def _numbering_of(properties: "_Element | None") -> tuple[str, int] | None:
    said = properties.find(W + "numPr") if properties is not None else None
    if said is None:
        return None
    number = _value(said, "numId")
    return None if number is None else (number, int(_value(said, "ilvl") or 0))


def render_number(value: int, form: str) -> str:
    """`value` as Word writes it in the number format `form`; formats no office uses come out in digits."""
    if form in _CHINESE:
        return chinese(value, _LEGAL if form == "chineseLegalSimplified" else _DIGITS)
    if form in ("upperRoman", "lowerRoman"):
        return _roman(value) if form == "upperRoman" else _roman(value).lower()
    if form in ("upperLetter", "lowerLetter") and value > 0:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= 20:
        return chr(ord("①") + value - 1)
    if form == "decimalEnclosedParen" and 1 <= value <= 20:
        return chr(ord("⑴") + value - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    return f"{value:02d}" if form == "decimalZero" else str(value)


def chinese(value: int, digits: str = _DIGITS) -> str:
    """12 → 十二, 105 → 一百零五; beyond 999 digit by digit."""
    if value > 999 or value < 0:
        return "".join(digits[int(digit)] for digit in str(abs(value)))
    if value < 10:
        return digits[value]
    ten, hundred = ("十", "百") if digits == _DIGITS else ("拾", "佰")
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds] + hundred if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + ten
    elif hundreds and ones:
        text += digits[0]
    return text + (digits[ones] if ones else "")


def _roman(value: int) -> str:
    marks = (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")
    text = ""
    for size, mark in (*marks, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, value = divmod(value, size)
        text += mark * count
    return text
