"""Words that are struck through where nothing else says that they are deleted: read as they stand, and asked about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.texts import formats as texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_PAGE = frozenset(("del", "s", "strike"))
_SHOWN = 16


def struck_in_word(body: "_Element") -> tuple[str, ...]:
    """The remark on the struck runs of a Word document, if it has any."""
    marks = (
        mark for name in ("strike", "dstrike") for mark in body.iter(_W + name) if mark.get(_W + "val") not in _OFF
    )
    runs = (mark.getparent().getparent() for mark in marks)
    return _remark("".join(part.text or "" for part in run.iter(_W + "t")) for run in runs if run.tag == _W + "r")


def struck_in_page(body: "_Element") -> tuple[str, ...]:
    """The remark on what a web page strikes through, if it does."""
    struck = (part for part in body.iter() if part.tag in _PAGE or "line-through" in part.get("style", ""))
    return _remark("".join(part.itertext()) for part in struck)


def _remark(passages: Iterable[str]) -> tuple[str, ...]:
    said = [words for passage in passages if (words := "".join(passage.split()))]
    return (texts.STRUCK.format(words=said[0][:_SHOWN], count=len(said)),) if said else ()
