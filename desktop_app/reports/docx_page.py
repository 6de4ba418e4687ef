"""The page of a Chinese official paper (GB/T 9704-2012) as .docx: margins, line grid, fonts, styles, page numbers.

22 lines of 28 characters of size 16 on A4. The grid is one of lines only, and every character is set 0.25 pt closer:
Word and LibreOffice both fill 28 characters so, while LibreOffice takes no notice of a grid of characters.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.texts import docx_page as texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}  # millimetres
LINE_PITCH, CLOSER = 579, -5  # twips
SIZE, TITLE_SIZE, NUMBER_SIZE, CELL_SIZE = 16.0, 22.0, 14.0, 12.0  # points
TITLE_LINE, CELL_LINE = 35.0, 16.0
ROW_HEIGHT = 9  # millimetres, at least
_KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer"}


class Fonts(NamedTuple):
    """The fonts of a paper by the names that the reader's machine is to know them by."""

    title: str = texts.TITLE_FONT
    body: str = texts.BODY_FONT
    head: str = texts.HEAD_FONT
    sub: str = texts.SUB_FONT
    number: str = texts.NUMBER_FONT


class _Style(NamedTuple):
    """A paragraph style: its font, size in points, alignment, and its indents in characters of its own size."""

    font: str
    size: float = SIZE
    align: str = "both"
    first: float = 0
    line: float | None = None
    keep: bool = False  # on one page with what follows


OFFICIAL = Fonts()


def blank(fonts: Fonts = OFFICIAL, landscape: bool = False) -> "Document":
    """A paper without text: page, styles and page numbers are there."""
    from docx import Document

    document = Document()
    _defaults(document, fonts)
    for name, style in _styles(fonts).items():
        _add_style(document, name, style)
    document.settings.odd_and_even_pages_header_footer = True
    _page(document.sections[0], landscape)
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        _page_number(footer.paragraphs[0], side, fonts.number)
    return document


def add(document: "Document", style: str, text: str = "") -> "Paragraph":
    """One paragraph at the end; `style` is one of the names in `texts.docx_page`."""
    return document.add_paragraph(text, style=style)


def add_attachments(document: "Document", names: list[str]) -> None:
    """The list of attachments (附件说明): a single one has no number, the names stand below each other."""
    if len(names) == 1:
        _hang(add(document, texts.ATTACHMENTS, texts.ATTACHED_ONE.format(name=names[0])), 5, 3)
        return
    for number, name in enumerate(names, 1):
        words = (texts.ATTACHED if number == 1 else texts.ATTACHED_NEXT).format(number=number, name=name)
        _hang(add(document, texts.ATTACHMENTS, words), 6, 4 if number == 1 else 1)


def add_signature(document: "Document", name: str, day: str) -> None:
    """Who signs, two characters from the right edge, and the day below, two characters in from the name's start."""
    add(document, texts.BODY)
    longer = _width(day) - _width(name)
    if name:
        signer = add(document, texts.SIGNATURE, name)
        _indent(signer, right=max(2, 4 + longer))
    _indent(add(document, texts.SIGNATURE, day), right=max(2, -longer) if name else 2)


def add_table(
    document: "Document", widths: Sequence[int], headers: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """A bordered table, its columns `widths` millimetres wide; its header is repeated on every page."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table = document.add_table(rows=0, cols=len(headers))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    properties = table._tbl.tblPr
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [_node(f"w:{side}", val="single", sz="4", space="0", color="auto") for side in sides]
    properties.append(_node("w:tblBorders", *lines))
    for number, words in enumerate((headers, *rows)):
        row = table.add_row()
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(_node("w:cantSplit"))
        row.height = Mm(ROW_HEIGHT)
        if number == 0:
            row_properties.append(_node("w:tblHeader"))
        for cell, width, text in zip(row.cells, widths, words, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.style = texts.CELL if number else texts.CELL_HEAD
            paragraph.add_run(text)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def to_bytes(document: "Document") -> bytes:
    """The paper as the bytes of a .docx file."""
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _styles(fonts: Fonts) -> dict[str, _Style]:
    return {
        texts.TITLE: _Style(fonts.title, TITLE_SIZE, "center", line=TITLE_LINE),
        texts.BODY: _Style(fonts.body, first=2),
        texts.HEAD: _Style(fonts.head, first=2, keep=True),
        texts.SUB: _Style(fonts.sub, first=2, keep=True),
        texts.ADDRESSEES: _Style(fonts.body, align="left"),
        texts.ATTACHMENTS: _Style(fonts.body, align="left"),
        texts.ATTACHMENT_MARK: _Style(fonts.head, align="left"),
        texts.SIGNATURE: _Style(fonts.body, align="right"),
        texts.CELL: _Style(fonts.body, CELL_SIZE, "left", line=CELL_LINE),
        texts.CELL_HEAD: _Style(fonts.head, CELL_SIZE, "center", line=CELL_LINE),
    }


def _defaults(document: "Document", fonts: Fonts) -> None:
    """Our own styles in place of the library's, whose Chinese falls back to a Japanese font."""
    sheet = document.styles.element
    for style in list(document.styles):
        if style.name not in _KEPT:
            sheet.remove(style.element)
    for defaults in sheet.findall(_tag("w:docDefaults")):
        sheet.remove(defaults)
    run = _node("w:rPr", _fonts(fonts.body), *_sizes(SIZE), _node("w:lang", val="en-US", eastAsia="zh-CN"))
    sheet.insert(0, _node("w:docDefaults", _node("w:rPrDefault", run), _node("w:pPrDefault", _node("w:pPr"))))
    normal: Any = document.styles["Normal"].element
    for part in list(normal):
        if part.tag in (_tag("w:rPr"), _tag("w:pPr")):
            normal.remove(part)


def _add_style(document: "Document", name: str, style: _Style) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    made: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    exact = {} if style.line is None else {"line": str(round(20 * style.line)), "lineRule": "exact"}
    closer = [_node("w:spacing", val=str(CLOSER))] if style.size == SIZE else []
    element = made.element
    for old in element.findall(_tag("w:pPr")) + element.findall(_tag("w:rPr")):
        element.remove(old)
    indent = [_chars(style.size, first=style.first)] if style.first else []
    off_grid = [_node("w:snapToGrid", val="0")] if exact else []
    parts = [
        *([_node("w:keepNext")] if style.keep else []),
        _node("w:widowControl", val="0"),
        _node("w:autoSpaceDE", val="0"),
        _node("w:autoSpaceDN", val="0"),
        *off_grid,
        _node("w:spacing", before="0", after="0", **exact),
        *indent,
        _node("w:jc", val=style.align),
    ]
    element.append(_node("w:pPr", *parts))
    element.append(_node("w:rPr", _fonts(style.font), *closer, *_sizes(style.size)))


def _page(section: Any, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    sides = (297, 210) if landscape else (210, 297)
    section.page_width, section.page_height = Mm(sides[0]), Mm(sides[1])
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    for name, millimetres in MARGINS.items():
        setattr(section, name, Mm(millimetres))
    section.header_distance, section.footer_distance = Mm(15), Mm(22)
    for grid in section._sectPr.findall(_tag("w:docGrid")):
        section._sectPr.remove(grid)
    section._sectPr.append(_node("w:docGrid", type="lines", linePitch=str(LINE_PITCH)))


def _page_number(paragraph: Any, side: str, font: str) -> None:
    """“— 1 —”: the number as a whole field, which WPS wants, between two one-character dashes."""
    paragraph.alignment = {"left": 0, "right": 2}[side]
    _indent(paragraph, NUMBER_SIZE, **{side: 1})
    look = [_fonts(font), *_sizes(NUMBER_SIZE)]
    field = [
        _node("w:fldChar", fldCharType="begin"),
        _text("w:instrText", " PAGE "),
        _node("w:fldChar", fldCharType="separate"),
        _text("w:t", "1"),
        _node("w:fldChar", fldCharType="end"),
    ]
    for part in (_text("w:t", f"{texts.DASH} "), *field, _text("w:t", f" {texts.DASH}")):
        paragraph._p.append(_node("w:r", _node("w:rPr", *map(_copied, look)), part))


def _indent(paragraph: "Paragraph", size: float = SIZE, left: float = 0, right: float = 0) -> None:
    _set_indent(paragraph, _chars(size, left=left, right=right))


def _hang(paragraph: "Paragraph", left: float, hanging: float) -> None:
    """All lines but the first start `left` characters in, the first `hanging` characters before them."""
    _set_indent(paragraph, _chars(SIZE, left=left, hanging=hanging))


def _set_indent(paragraph: Any, indent: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    for old in properties.findall(_tag("w:ind")):
        properties.remove(old)
    properties.insert_element_before(indent, "w:jc", "w:rPr", "w:sectPr")


def _chars(size: float, left: float = 0, right: float = 0, first: float = 0, hanging: float = 0) -> Any:
    """An indent in characters; in twips besides, for programs that know no characters."""
    given = {"left": left, "right": right, "firstLine": first, "hanging": hanging}
    told: dict[str, str] = {}
    for name, count in given.items():
        if count:
            told |= {f"{name}Chars": str(round(100 * count)), name: str(round(20 * count * size))}
    return _node("w:ind", **told)


def _width(text: str) -> float:
    """The width of a text in characters of the paper: digits take half of one."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)


def _fonts(name: str) -> Any:
    return _node("w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _sizes(points: float) -> list[Any]:
    half = str(round(2 * points))
    return [_node("w:sz", val=half), _node("w:szCs", val=half)]


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _node(name: str, *children: Any, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(_tag(f"w:{key}"), value)
    for child in children:
        made.append(child)
    return made


def _text(name: str, words: str) -> Any:
    made = _node(name)
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _copied(node: Any) -> Any:
    from copy import deepcopy

    return deepcopy(node)
