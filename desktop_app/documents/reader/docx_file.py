"""A Word package opened: its text as Word shows it with all changes accepted, its lists, what else it holds."""

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.reader.struck_words import struck_in_word
from desktop_app.documents.reader.word_numbering import Numbering, read_numbering
from desktop_app.errors import Refused
from desktop_app.office.faults import Damaged, Locked, Oversized
from desktop_app.office.package import Package, parsed
from desktop_app.texts import documents as texts
from desktop_app.texts import formats as format_texts

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DOCUMENT, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"), ("word/comments.xml", "comment"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MOST_BYTES = 8 << 20  # of XML, which takes up to forty times as much in memory
_CONTENTS = re.compile(r"(?:toc|目录) ?\d?$", re.IGNORECASE)
_OFF = ("0", "false", "off")


class WordFile(NamedTuple):
    """The body, its lists, the page headers and footers, and sentences about what is not read."""

    body: "_Element"
    numbering: Numbering
    edges: "tuple[_Element, ...]"
    remarks: tuple[str, ...]


def open_word(data: bytes, name: str) -> WordFile:
    """The .docx in `data`; Refused where it is damaged, locked or too large."""
    try:
        package = Package(data)
        edges = [part for part in package.names() if _EDGES.fullmatch(part)]
        wanted = [part for part in (_DOCUMENT, _NUMBERING, _STYLES, *edges) if part in package]
        if sum(package.size(part) for part in wanted) > _MOST_BYTES:
            raise Oversized
        trees = {part: _tree(package, part) for part in wanted}
        notes = sum(_count(package, *part) for part in _NOTES)
    except Oversized as error:
        raise Refused(texts.TOO_BIG.format(name=name)) from error
    except Locked as error:
        raise Refused(texts.PASSWORD.format(name=name)) from error
    except Damaged as error:
        raise Refused(texts.BROKEN.format(name=name)) from error
    body = trees[_DOCUMENT].find(W + "body") if _DOCUMENT in trees else None
    if body is None:
        raise Refused(texts.BROKEN.format(name=name))
    styles = trees.get(_STYLES)
    keep_shown(body, _styles_of_contents(styles))
    remarks = (format_texts.NOTES_LEFT_OUT.format(count=notes),) if notes else ()
    remarks += struck_in_word(body)
    numbering = read_numbering(trees.get(_NUMBERING), styles)
    return WordFile(body, numbering, tuple(trees[part] for part in edges), remarks)


def _tree(package: Package, part: str) -> "_Element":
    return parsed(package.read(part).replace(_STRICT, W.strip("{}").encode()))


def _count(package: Package, part: str, name: str) -> int:
    """The notes of a part, without the lines that part notes from the text."""
    if part not in package or package.size(part) > _MOST_BYTES:
        return 0
    return sum(1 for note in _tree(package, part).iter(W + name) if note.get(W + "type") is None)


def _styles_of_contents(styles: "_Element | None") -> frozenset[str]:
    """The styles that Word gives the lines of a table of contents."""
    found: set[str] = set()
    for style in styles.iter(W + "style") if styles is not None else ():
        name = style.find(W + "name")
        if name is not None and _CONTENTS.match(name.get(W + "val") or ""):
            found.add(style.get(W + "styleId") or "")
    return frozenset(found)


def keep_shown(body: "_Element", contents: frozenset[str]) -> None:
    """Take out of `body` hidden words, tables of contents, and rows, cells and paragraph ends that were deleted."""
    for mark in [*body.iter(W + "vanish")]:
        run = mark.getparent().getparent()
        if mark.get(W + "val") not in _OFF and run.tag == W + "r":
            run.getparent().remove(run)
    for row in [*body.iter(W + "tr", W + "tc")]:
        if row.find(f"{W}trPr/{W}del") is not None or row.find(f"{W}tcPr/{W}cellDel") is not None:
            row.getparent().remove(row)
    for paragraph in [*body.iter(W + "p")]:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            continue
        style = properties.find(W + "pStyle")
        if style is not None and style.get(W + "val") in contents:
            paragraph.getparent().remove(paragraph)
        elif properties.find(f"{W}rPr/{W}del") is not None or properties.find(f"{W}rPr/{W}moveFrom") is not None:
            _join_to_next(paragraph, properties)


def _join_to_next(paragraph: "_Element", properties: "_Element") -> None:
    """What is left of a paragraph whose end was deleted opens the next one, which keeps its own number."""
    following = paragraph.getnext()
    while following is not None and following.tag != W + "p" and not len(following):
        following = following.getnext()  # bookmarks and the ends of changes
    if following is None or following.tag != W + "p":
        return
    at = 1 if len(following) and following[0].tag == W + "pPr" else 0
    paragraph.remove(properties)
    for child in reversed([*paragraph]):
        following.insert(at, child)
    paragraph.getparent().remove(paragraph)


def watermarks(tree: "_Element") -> list[str]:
    """The words drawn as shapes behind the text, which may be a mark of classification."""
    return [path.get("string") or "" for path in tree.iter(_VML + "textpath")]
