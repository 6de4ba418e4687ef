"""The numbers Word shows before list paragraphs, worked out as Word does from numbering.xml and styles.xml."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.reader.number_forms import render_number

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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
    default_style: str | None = None

    def label(self, paragraph: "_Element") -> str:
        """The number before `paragraph`, '' without one; counts it."""
        properties = paragraph.find(W + "pPr")
        number, depth = _said(properties)
        if number is None:
            style = (_value(properties, "pStyle") if properties is not None else None) or self.default_style
            styled = self.styles.get(style or "")
            if styled is None:
                return ""
            number, depth = styled[0], styled[1] if depth is None else depth
        return self.next_label(number, depth or 0)

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
            if restart is None or depth < restart:
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
    lists.default_style = next(
        (
            name
            for name, style in elements.items()
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
        ),
        None,
    )
    level_of = {
        (abstract.get(W + "abstractNumId"), _value(level, "pStyle")): _whole(level.get(W + "ilvl"), 0)
        for abstract in numbering.findall(W + "abstractNum")
        for level in abstract.iter(W + "lvl")
        if level.find(W + "pStyle") is not None
    }
    for name in elements:
        at: str | None = name
        depth: int | None = None
        for _ in range(len(elements)):
            style = elements.get(at or "")
            if style is None:
                break
            number, said = _said(style.find(W + "pPr"))
            depth = said if depth is None else depth
            if number is not None:
                abstract = lists.lists.get(number, "").partition("/")[0]
                named = level_of.get((abstract, name), level_of.get((abstract, at)))
                lists.styles[name] = (number, (depth or 0) if named is None else named)
                break
            at = _value(style, "basedOn")
    for abstract in numbering.findall(W + "abstractNum"):
        linked = lists.styles.get(_value(abstract, "numStyleLink") or "")
        if linked:
            lists.levels[abstract.get(W + "abstractNumId") or ""] = lists.levels.get(lists.lists.get(linked[0], ""), {})


def _read_overrides(lists: Numbering, item: "_Element", number: str) -> None:
    for override in item.findall(W + "lvlOverride"):
        depth = _whole(override.get(W + "ilvl"), 0)
        start = override.find(W + "startOverride")
        if start is not None:
            lists.overrides[number, depth] = _whole(start.get(W + "val"), 1)
        if override.find(W + "lvl") is not None:
            own = f"{lists.lists[number]}/{number}"
            lists.levels[own] = {**lists.levels.get(lists.lists[number], {}), **_levels(override)}
            lists.lists[number] = own


def _levels(parent: "_Element") -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for level in parent.findall(W + "lvl"):
        restart = _value(level, "lvlRestart")
        levels[_whole(level.get(W + "ilvl"), 0)] = Level(
            start=_whole(_value(level, "start"), 1),
            form=_value(level, "numFmt") or "decimal",
            text=_value(level, "lvlText") or "",
            legal=level.find(W + "isLgl") is not None,
            restart=_whole(restart, 0) if restart is not None else None,
        )
    return levels


def _value(parent: "_Element", name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(W + "val")


def _whole(said: str | None, default: int) -> int:
    """A number as the file writes it; `default` where it writes none, or none that a list can have."""
    return int(said) if said and said.isdecimal() and len(said) < 9 else default


def _said(properties: "_Element | None") -> tuple[str | None, int | None]:
    """The list and the level that a paragraph's or a style's properties name."""
    said = properties.find(W + "numPr") if properties is not None else None
    if said is None:
        return None, None
    depth = _value(said, "ilvl")
    return _value(said, "numId"), None if depth is None else _whole(depth, 0)
