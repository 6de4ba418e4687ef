"""The font table of a paper: our fonts, each with what stands in for it, and none of the library's."""

import io
import zipfile

from defusedxml.ElementTree import fromstring

from desktop_app.reports.docx_page import Fonts, blank, to_bytes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_each_font_of_a_paper_names_what_stands_in_for_it() -> None:
    fonts = Fonts()
    with zipfile.ZipFile(io.BytesIO(to_bytes(blank(fonts)))) as archive:
        table = fromstring(archive.read("word/fontTable.xml"))
    found = {
        font.get(f"{_W}name"): [name.get(f"{_W}val", "") for name in font.iterfind(f"{_W}altName")] for font in table
    }
    assert set(found) == set(fonts)
    assert "仿宋" in found[fonts.body][0].split(",")
    assert "宋体" in found[fonts.title][0].split(",")
