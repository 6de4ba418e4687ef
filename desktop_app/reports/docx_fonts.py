"""The font table of a document: which fonts stand in for ours where a computer has them not (ECMA-376-1 17.8.3.1)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from desktop_app.texts.fonts import NAMES, STAND_INS

if TYPE_CHECKING:
    from docx.document import Document

_PART, _CHINESE = "/word/fontTable.xml", "86"  # the character set of simplified Chinese
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def name_stand_ins(document: "Document", fonts: Iterable[str]) -> None:
    """Replace the library's font table, which names Japanese fonts, by ours: each font with what stands in for it."""
    rows = "".join(map(_row, dict.fromkeys(fonts)))
    table = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="{_SPACE}">{rows}</w:fonts>'
    package: Any = document.part.package
    for part in package.iter_parts():
        if part.partname == _PART:
            part._blob = table.encode()


def _row(font: str) -> str:
    others = [*NAMES.get(font, ())[1:], *STAND_INS.get(font, ())]
    instead = f"<w:altName w:val={quoteattr(','.join(others))}/>" if others else ""
    return f'<w:font w:name={quoteattr(font)}>{instead}<w:charset w:val="{_CHINESE}"/></w:font>'
