"""Comments of a sheet are found by their places; a spoilt part is no reason to refuse the file."""

import io
import zipfile

from openpyxl import Workbook
from openpyxl.comments import Comment

from desktop_app.office.package import Package
from desktop_app.office.remarks import remarks_of

SHEET = "xl/worksheets/sheet1.xml"


def book(*parts: tuple[str, str]) -> Package:
    """A workbook with a comment in C5, some parts written otherwise."""
    made, data = Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    sheet["C5"].comment = Comment("应为38", "甲")
    made.save(data)
    out = io.BytesIO()
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if name not in dict(parts):
                target.writestr(name, source.read(name))
        for name, content in parts:
            target.writestr(name, content)
    return Package(out.getvalue())


def comments_part(package: Package) -> str:
    return next(name for name in package.names() if "comment" in name and name.endswith(".xml"))


def test_a_comment_is_found_by_its_place() -> None:
    assert remarks_of(book(), SHEET) == {(4, 2): "应为38"}
    assert remarks_of(book(), "xl/worksheets/sheet2.xml") == {}


def test_a_spoilt_part_has_none() -> None:
    assert remarks_of(book((comments_part(book()), "<comments")), SHEET) == {}


def test_of_a_comment_with_replies_the_words_themselves_count() -> None:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.microsoft.com/office/2017/10/relationships"
    links = (
        f'<Relationships xmlns="{space}"><Relationship Id="a" Type="x/comments" Target="/{comments_part(book())}"/>'
        f'<Relationship Id="b" Type="{kinds}/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>'
    )
    threads = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="C5"><text>改成38</text></threadedComment>'
        '<threadedComment ref="C5"><text>同意</text></threadedComment></ThreadedComments>'
    )
    package = book(("xl/worksheets/_rels/sheet1.xml.rels", links), ("xl/threadedComments/t1.xml", threads))
    assert remarks_of(package, SHEET) == {(4, 2): "改成38\n同意"}


def test_what_is_no_link_among_the_links_and_no_text_within_a_text_is_passed_over() -> None:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = (
        f'<!DOCTYPE x SYSTEM "nowhere.dtd"><Relationships xmlns="{space}"><!-- one --><?two?>&three;'
        '<Relationship Id="a" Type="x/comments" Target="../c.xml"/></Relationships>'
    )
    part = '<comments><comment ref="C5"><t>应为<!-- nothing -->38</t></comment></comments>'
    package = book(("xl/worksheets/_rels/sheet1.xml.rels", links), ("xl/c.xml", part))
    assert remarks_of(package, SHEET) == {(4, 2): "应为38"}
