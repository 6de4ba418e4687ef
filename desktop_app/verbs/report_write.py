"""Papers written as files: .docx, .pdf, .png, and, what is a table, .xlsx. Nothing of the ledger is needed here."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.files import write_bytes
from desktop_app.reports.docx_page import OFFICIAL
from desktop_app.reports.docx_paper import as_docx
from desktop_app.reports.paper import Paragraph, Table, paragraphs
from desktop_app.texts import docx_page as styles
from desktop_app.texts import report as texts
from desktop_app.verbs.report import Made


class Written(NamedTuple):
    """The file of a paper, its SHA-256, and what there is to say of fonts that this machine has not."""

    file: Path
    sha256: str
    fonts: tuple[str, ...]


def write_paper(made: Made, path: Path) -> Written:
    """Write a paper as what its name says. Refused for another kind of file, and where it cannot be written."""
    from desktop_app.paint.application import ready
    from desktop_app.paint.fonts import told_of_stand_ins

    ready()
    ways = ways_of(made.kind)
    way = ways.get(path.suffix.lower())
    if way is None:
        raise Refused(texts.SUFFIX.format(name=path.name, kinds="、".join(ways)))
    told = tuple(words for words in told_of_stand_ins() if any(name in words for name in OFFICIAL))
    return Written(path, write_bytes(path, way(made)), told)


def ways_of(kind: str) -> dict[str, Callable[[Made], bytes]]:
    """The suffixes that a kind of paper can be written under."""
    more = {**({".xlsx": _xlsx} if kind in _TABLES else {}), **({".txt": _txt} if kind == "notice" else {})}
    return {**_WAYS, **more}


def numbers(made: Made) -> int:
    """How many numbers of a paper know the ledger's cells behind them."""
    return sum(bool(mark.cells) for words in paragraphs(made.blocks) for mark in words.marks)


def _docx(made: Made) -> bytes:
    return as_docx(made.blocks, made.page, mark=made.mark)


def _pdf(made: Made) -> bytes:
    from desktop_app.paint.official import set_paper
    from desktop_app.paint.official_pages import pdf_of

    return pdf_of(set_paper(made.blocks, made.page), texts.NAMES[made.kind])


def _png(made: Made) -> bytes:
    from desktop_app.paint.official import set_paper
    from desktop_app.paint.official_pages import png_of

    return png_of(set_paper(made.blocks, made.page))


def _xlsx(made: Made) -> bytes:
    from desktop_app.reports.breakdown_xlsx import as_xlsx

    tables: list[tuple[str, Table]] = []
    for above, block in zip((None, *made.blocks), made.blocks, strict=False):
        if isinstance(block, Table):
            named = isinstance(above, Paragraph) and above.style == styles.TABLE_TITLE
            tables.append((above.words.text if named else "", block))  # type: ignore[union-attr]
    title = next(words.text for words in paragraphs(made.blocks) if words.text and words.text != texts.ATTACHMENT)
    return as_xlsx(title, tables, made.page)


def _txt(made: Made) -> bytes:
    """The paragraphs as text, to be pasted into a message."""
    lines = [words.text.replace("\n", "") for words in paragraphs(made.blocks) if words.text]
    return "\r\n\r\n".join(lines).encode("utf-8-sig")


_TABLES = ("breakdown", "changes", "figures")
_WAYS: dict[str, Callable[[Made], bytes]] = {".docx": _docx, ".pdf": _pdf, ".png": _png}
