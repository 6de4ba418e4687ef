"""The page of a Chinese official paper (GB/T 9704-2012) as .docx: margins, line grid, fonts, styles, page numbers.

22 lines of 28 characters of size 16 on A4. The grid is one of lines only, and every character is set 0.25 pt closer:
Word and LibreOffice both fill 28 characters so, while LibreOffice takes no notice of a grid of characters.
"""

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.reports.docx_fonts import name_stand_ins
from desktop_app.reports.paper import PageName
from desktop_app.texts import docx_page as texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}  # millimetres
LINE_PITCH, CLOSER = 579, -5  # twips
SIZE, TITLE_SIZE, NUMBER_SIZE, CELL_SIZE = 16.0, 22.0, 14.0, 12.0  # points
TITLE_LINE, CELL_LINE, TABLE_TITLE_LINE = 35.0, 16.0, 30.0
RED_SIZE, RED_LINE, SMALL_SIZE, SMALL_LINE = 40.0, 56.0, 10.5, 14.0
SIDES = {"A4": (210, 297), "A4 landscape": (297, 210), "A3 landscape": (420, 297)}  # millimetres
TABLE_MARGIN = 20  # millimetres, of a page that is all table
RED = "FF0000"
_KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer"}


class Fonts(NamedTuple):
    """The fonts of a paper by the names that the reader's machine is to know them by."""

    title: str = texts.TITLE_FONT
    body: str = texts.BODY_FONT
    head: str = texts.HEAD_FONT
    sub: str = texts.SUB_FONT
    number: str = texts.NUMBER_FONT


class Style(NamedTuple):
    """A paragraph style: its font, size in points, alignment, first line's indent in characters of its own size.

    `line` is its height in points (None: that of the grid); `under`: points down to a red line below it.
    """

    font: str
    size: float = SIZE
    align: str = "both"
    first: float = 0
    line: float | None = None
    keep: bool = False  # on one page with what follows
    red: bool = False
    under: int | None = None


OFFICIAL = Fonts()


def blank(fonts: Fonts = OFFICIAL, page: PageName = "A4") -> "Document":
    """A paper without text: page, styles and page numbers are there."""
    from docx import Document

    document = Document()
    _defaults(document, fonts)
    name_stand_ins(document, fonts)
    for name, style in styles_of(fonts).items():
        _add_style(document, name, style)
    document.settings.odd_and_even_pages_header_footer = True
    _page(document.sections[0], page)
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        _page_number(footer.paragraphs[0], side, fonts.number)
    return document


def add(document: "Document", style: str, text: str = "") -> "Paragraph":
    """One paragraph at the end; `style` is one of the names in `texts.docx_page`."""
    return document.add_paragraph(text, style=style)


def to_bytes(document: "Document") -> bytes:
    """The paper as the bytes of a .docx file."""
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def styles_of(fonts: Fonts) -> dict[str, Style]:
    """The styles of a paper by name."""
    return {
        texts.TITLE: Style(fonts.title, TITLE_SIZE, "center", line=TITLE_LINE),
        texts.BODY: Style(fonts.body, first=2),
        texts.HEAD: Style(fonts.head, first=2, keep=True),
        texts.SUB: Style(fonts.sub, first=2, keep=True),
        texts.ADDRESSEES: Style(fonts.body, align="left"),
        texts.ATTACHMENTS: Style(fonts.body, align="left"),
        texts.ATTACHMENT_MARK: Style(fonts.head, align="left"),
        texts.SIGNATURE: Style(fonts.body, align="right"),
        texts.RED_HEAD: Style(fonts.title, RED_SIZE, "center", line=RED_LINE, red=True),
        texts.NUMBER: Style(fonts.body, align="center", under=11),
        texts.PLAIN_NUMBER: Style(fonts.body, align="right"),
        texts.NOTE: Style(fonts.body, SMALL_SIZE, "left", line=SMALL_LINE),
        texts.TABLE_TITLE: Style(fonts.head, CELL_SIZE, "center", line=TABLE_TITLE_LINE, keep=True),
        texts.PICTURE: Style(fonts.head, CELL_SIZE, "center"),
        texts.CELL: Style(fonts.body, CELL_SIZE, "left", line=CELL_LINE),
        texts.CELL_MIDDLE: Style(fonts.body, CELL_SIZE, "center", line=CELL_LINE),
        texts.CELL_HEAD: Style(fonts.head, CELL_SIZE, "center", line=CELL_LINE),
        texts.SMALL: Style(fonts.body, SMALL_SIZE, "left", line=SMALL_LINE),
        texts.SMALL_MIDDLE: Style(fonts.body, SMALL_SIZE, "center", line=SMALL_LINE),
        texts.SMALL_HEAD: Style(fonts.head, SMALL_SIZE, "center", line=SMALL_LINE),
    }


def _defaults(document: "Document", fonts: Fonts) -> None:
    """Our own styles in place of the library's, whose Chinese falls back to a Japanese font."""
    sheet = document.styles.element
    for style in list(document.styles):
        if style.name not in _KEPT:
            sheet.remove(style.element)
    for defaults in sheet.findall(tag("w:docDefaults")):
        sheet.remove(defaults)
    run = node("w:rPr", _fonts(fonts.body), *_sizes(SIZE), node("w:lang", val="en-US", eastAsia="zh-CN"))
    sheet.insert(0, node("w:docDefaults", node("w:rPrDefault", run), node("w:pPrDefault", node("w:pPr"))))
    normal: Any = document.styles["Normal"].element
    for part in list(normal):
        if part.tag in (tag("w:rPr"), tag("w:pPr")):
            normal.remove(part)


def _add_style(document: "Document", name: str, style: Style) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    made: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    exact = {} if style.line is None else {"line": str(round(20 * style.line)), "lineRule": "exact"}
    closer = [node("w:spacing", val=str(CLOSER))] if style.size == SIZE else []
    element = made.element
    for old in element.findall(tag("w:pPr")) + element.findall(tag("w:rPr")):
        element.remove(old)
    indent = [in_chars(style.size, first=style.first)] if style.first else []
    off_grid = [node("w:snapToGrid", val="0")] if exact else []
    ruled = [node("w:bottom", val="single", sz="18", space=str(style.under), color=RED)] if style.under else []
    red = [node("w:color", val=RED)] if style.red else []
    parts = [
        *([node("w:keepNext")] if style.keep else []),
        node("w:widowControl", val="0"),
        *([node("w:pBdr", *ruled)] if ruled else []),
        node("w:autoSpaceDE", val="0"),
        node("w:autoSpaceDN", val="0"),
        *off_grid,
        node("w:spacing", before="0", after="0", **exact),
        *indent,
        node("w:jc", val=style.align),
    ]
    element.append(node("w:pPr", *parts))
    element.append(node("w:rPr", _fonts(style.font), *red, *closer, *_sizes(style.size)))


def margins_of(page: PageName) -> dict[str, int]:
    """The margins of a page in millimetres, by the names that sections have for them."""
    return MARGINS if page == "A4" else dict.fromkeys(MARGINS, TABLE_MARGIN)


def _page(section: Any, page: PageName) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    wide, high = SIDES[page]
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.orientation = WD_ORIENT.LANDSCAPE if wide > high else WD_ORIENT.PORTRAIT
    for name, millimetres in margins_of(page).items():
        setattr(section, name, Mm(millimetres))
    section.header_distance, section.footer_distance = Mm(15), Mm(22 if page == "A4" else 10)
    for grid in section._sectPr.findall(tag("w:docGrid")):
        section._sectPr.remove(grid)
    section._sectPr.append(node("w:docGrid", type="lines", linePitch=str(LINE_PITCH)))


def _page_number(paragraph: Any, side: str, font: str) -> None:
    """“— 1 —”: the number as a whole field, which WPS wants, between two one-character dashes."""
    paragraph.alignment = {"left": 0, "right": 2}[side]
    _indent(paragraph, NUMBER_SIZE, **{side: 1})
    look = [_fonts(font), *_sizes(NUMBER_SIZE)]
    field = [
        node("w:fldChar", fldCharType="begin"),
        text_node("w:instrText", " PAGE "),
        node("w:fldChar", fldCharType="separate"),
        text_node("w:t", "1"),
        node("w:fldChar", fldCharType="end"),
    ]
    for part in (text_node("w:t", f"{texts.DASH} "), *field, text_node("w:t", f" {texts.DASH}")):
        paragraph._p.append(node("w:r", node("w:rPr", *map(_copied, look)), part))


def _indent(paragraph: "Paragraph", size: float = SIZE, left: float = 0, right: float = 0) -> None:
    set_indent(paragraph, in_chars(size, left=left, right=right))


def set_indent(paragraph: Any, indent: Any) -> None:
    """Give a paragraph an indent of its own."""
    properties = paragraph._p.get_or_add_pPr()
    for old in properties.findall(tag("w:ind")):
        properties.remove(old)
    properties.insert_element_before(indent, "w:jc", "w:rPr", "w:sectPr")


def in_chars(size: float, left: float = 0, right: float = 0, first: float = 0, hanging: float = 0) -> Any:
    """An indent in characters; in twips besides, for programs that know no characters."""
    given = {"left": left, "right": right, "firstLine": first, "hanging": hanging}
    told: dict[str, str] = {}
    for name, count in given.items():
        if count:
            told |= {f"{name}Chars": str(round(100 * count)), name: str(round(20 * count * size))}
    return node("w:ind", **told)


def _fonts(name: str) -> Any:
    return node("w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _sizes(points: float) -> list[Any]:
    half = str(round(2 * points))
    return [node("w:sz", val=half), node("w:szCs", val=half)]


@cache
def tag(name: str) -> str:
    """The full name of an element: `w:p`."""
    from docx.oxml.ns import qn

    return qn(name)


@cache
def _making(name: str) -> Callable[[], Any]:
    """What makes an element of this name, as docx.oxml.OxmlElement does: a paper has fifteen thousand."""
    from docx.oxml.ns import NamespacePrefixedTag
    from docx.oxml.parser import oxml_parser

    full = NamespacePrefixedTag(name)
    return partial(oxml_parser.makeelement, full.clark_name, nsmap=full.nsmap)


def node(name: str, *children: Any, **attributes: str) -> Any:
    """An element of WordprocessingML; attributes are of its own name space."""
    made = _making(name)()
    for key, value in attributes.items():
        made.set(tag(f"w:{key}"), value)
    for child in children:
        made.append(child)
    return made


def text_node(name: str, words: str) -> Any:
    """An element with a text whose blanks count."""
    made = node(name)
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _copied(node: Any) -> Any:
    from copy import deepcopy

    return deepcopy(node)
