"""The title of the paper that a notice passes on, found again below the notice, whatever its kind and its breaks."""

import re

_NAME = re.compile("《((?:[^《》]|《[^《》]*》)+)》")
_PASSES_ON = re.compile("[印转下]发|下达|发给|现予|报[来送上]|(?:审议|讨论|研究|会议)?通过|同意|审定|制定了")
_UNMARKED = re.compile("(?:[印转下]发|下达)(?P<name>[^《》，。；：]{6,70})的(?:通知|函)$")
_INNER = str.maketrans("〈〉<>", "（）（）")  # as folding turns most of them
_SIGNS = re.compile("[《》（）“”\"‘’']")  # in which a name and its copy differ: 《…〈…〉…》, …《…》…
_HEAD = 40  # lines among which the notice says what it passes on
_MOST_LINES = 5
_BEFORE = re.compile("(?!.*(?:[印转下]发|关于|附件|附表))[^，。；：、\\d.]*")
_MOST_BEFORE = 24  # characters of the office's name, which the notice leaves away: 柳溪县 2026年工作要点


def passed_on_lines(texts: list[str]) -> dict[int, int]:
    """Where lines below a notice are the name of what it passes on: the last line of each, and its first."""
    tight = [re.sub(r"\s", "", text.translate(_INNER)) for text in texts]
    bare = [_SIGNS.sub("", text) for text in tight]
    found: dict[int, int] = {}
    for name, below in _names(tight[:_HEAD]):
        for first in range(below, len(texts)):
            last = _spells(bare, first, _SIGNS.sub("", name))
            if last is not None and not (last + 1 < len(tight) and tight[last + 1].startswith("的")):
                found.setdefault(last, first)
    return found


def _names(head: list[str]) -> list[tuple[str, int]]:
    """What the notice passes on, in marks or without, and the line after the one that says so."""
    names: list[tuple[str, int]] = []
    for index in range(len(head)):
        for last in range(index, min(index + _MOST_LINES, len(head))):
            words = "".join(head[index : last + 1])
            if len(words) > 120 and last > index:
                break
            passes = _PASSES_ON.search(words) and (last == index or words.endswith("的通知"))
            names += [(found[1], last + 1) for found in _NAME.finditer(words)] if passes else []
            if unmarked := _UNMARKED.search(words):
                names.append((unmarked["name"], last + 1))
    return [(name, below) for name, below in names if len(name) >= 6 and not name.endswith(("的通知", "的函"))]


def _spells(bare: list[str], first: int, name: str) -> int | None:
    """The last of the lines from `first` on that together are `name`, an office's words before it or none."""
    line = bare[first]
    if line.endswith(name) and len(line) <= len(name) + _MOST_BEFORE and _BEFORE.fullmatch(line.removesuffix(name)):
        return first
    words = ""
    for last in range(first, min(first + _MOST_LINES, len(bare))):
        words += bare[last]
        if words == name:
            return last
        if not name.startswith(words):
            return None
    return None
