"""The numbers that a browser sets before the items of ordered lists: they are not in the text of the page."""

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.reader.html_words import words_of
from desktop_app.documents.reader.number_forms import chinese

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_NUMBER = 12
_LONGEST_HEADING = 24
_MOST_COUNTED = 40  # lists that go on counting from each other; a plan has fewer chapters
_LISTS = ("ol", "ul")
_STYLE = re.compile(
    r"list-style(?:-type)? *: *[^;]*(?:cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal|japanese)", re.I
)
_HEADINGS = ("一、", "（一）")  # of lists whose items head further lists, from the outermost


class Counted(NamedTuple):
    """An ordered list as far as it is read: its last number, and how its numbers are written."""

    number: int
    form: str


def number_of(item: "_Element", lists: "dict[_Element, Counted]") -> list[str]:
    """The number of an item of an ordered list, unless the text brings its own; `lists` holds the lists so far.

    Items that only head further lists are chapters, and numbered as a plan's are (GB/T 9704): 一、 and （一）.
    """
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return []
    said = item.get("value") or (parent.get("start") if parent not in lists else None) or ""
    last = lists.get(parent) or Counted(0, _form_of(parent, lists))
    number = int(said) if said.isdecimal() and len(said) < 6 else last.number + 1
    lists[parent] = last._replace(number=number)
    words = fold(words_of(item, _LONGEST_NUMBER))
    if mark_at(words, 0, len(words), words):
        return []
    return [last.form.replace("一", chinese(number)).replace("1", str(number))]


def _form_of(element: "_Element", lists: "dict[_Element, Counted]") -> str:
    before = next(element.itersiblings("ol", preceding=True), None)
    if before in lists and element.get("start") == str(lists[before].number + 1):
        return lists[before].form
    above = next((lists[outer].form for outer in element.iterancestors("ol") if outer in lists), "")
    if above in _HEADINGS[1:] or above not in (*_HEADINGS, ""):
        return "（1）" if above == "1." else "1."
    heads = _STYLE.search(element.get("style") or "") or _heads_lists(element)
    return (_HEADINGS[1] if above else _HEADINGS[0]) if heads else "1."


def _heads_lists(element: "_Element") -> bool:
    """Whether the items of a list, and of those that go on counting after it, are chapters: most head further lists.

    A chapter without items (总体要求) is a few words over the paragraphs below the list.
    """
    items = [item for one in _counted_on(element) for item in one.iterchildren("li")]
    heads = sum(map(_is_heading, items))
    return heads * 2 > len(items) and all(_is_heading(item) or _is_bare(item) for item in items)


def _counted_on(element: "_Element") -> "list[_Element]":
    """The list, and those beside it that go on counting from it."""
    run = [element]
    for behind in islice(element.itersiblings("ol"), _MOST_COUNTED):
        if behind.get("start") != str(_after(run[-1])):
            break
        run.append(behind)
    return run


def _after(element: "_Element") -> int:
    """The number that a list of this one's kind would go on with."""
    first = element.get("start") or "1"
    return (int(first) if first.isdecimal() and len(first) < 6 else 1) + sum(1 for _ in element.iterchildren("li"))


def _is_bare(item: "_Element") -> bool:
    words = words_of(item, 2 * _LONGEST_HEADING)
    return 0 < len(words) <= _LONGEST_HEADING and not re.search("[。；：（]", words)


def _is_heading(item: "_Element") -> bool:
    """Whether a few words of an item stand over a list in it."""
    below = next((child for child in item.iterdescendants(*_LISTS)), None)
    if below is None:
        return False
    words = words_of(item, 2 * _LONGEST_HEADING)
    stop = words.find(words_of(below, _LONGEST_HEADING)[: _LONGEST_HEADING // 2])
    return 0 < stop <= _LONGEST_HEADING and not re.search("[。；：（]", words[:stop])
