"""Small .xlsb workbooks, written record by record ([MS-XLSB]): no library writes them."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BIN = "application/vnd.ms-excel"


def record(kind: int, body: bytes = b"") -> bytes:
    """One record: its kind and length with seven bits a byte."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(body)
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + length + body


def wide(text: str) -> bytes:
    """A string with its length before it."""
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def sheet_part(rows: Sequence[Sequence[object]], styles: Mapping[tuple[int, int], int]) -> bytes:
    """A sheet of words and numbers."""
    width = max(map(len, rows))
    parts = [record(129), record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)), record(145)]
    for line, row in enumerate(rows):
        parts.append(record(0, struct.pack("<IIHHBI", line, 0, 300, 0, 0, 0)))
        for column, value in enumerate(row):
            place = struct.pack("<II", column, styles.get((line, column), 0))
            if isinstance(value, str) and value:
                parts.append(record(6, place + wide(value)))
            elif isinstance(value, int | float):
                parts.append(record(5, place + struct.pack("<d", value)))
    return b"".join([*parts, record(146), record(130)])


def comments_part(remarks: Mapping[tuple[int, int], str]) -> bytes:
    """The comments of a sheet."""
    parts = [record(628), record(633)]
    for (line, column), words in remarks.items():
        place = struct.pack("<IIIII", 0, line, line, column, column) + bytes(16)
        parts += [record(635, place), record(637, b"\0" + wide(words)), record(636)]
    return b"".join([*parts, record(634), record(629)])


def binary_book(
    rows: Sequence[Sequence[object]],
    styles: Mapping[tuple[int, int], int],
    remarks: Mapping[tuple[int, int], str] | None = None,
) -> bytes:
    """A workbook of one sheet; style 1 shows 0%, style 2 yyyy年m月, 0 nothing special."""
    style = b"".join(record(47, struct.pack("<HHHHHBBHH", 0xFFFF, n, 0, 0, 0, 0, 0, 0, 0)) for n in (0, 9, 200))
    formats = (
        record(615, struct.pack("<I", 1)) + record(44, struct.pack("<H", 200) + wide('yyyy"年"m"月"')) + record(616)
    )
    parts = {
        "[Content_Types].xml": (
            f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="bin" ContentType="{_BIN}.sheet.binary.macroEnabled.main"/></Types>'
        ).encode(),
        "_rels/.rels": _relations(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"".join(
            [
                record(131),
                record(153, struct.pack("<II", 0, 0) + wide("")),
                record(143),
                record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("填报表")),
                record(144),
                record(132),
            ]
        ),
        "xl/_rels/workbook.bin.rels": _relations(
            ("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "styles", "styles.bin")
        ),
        "xl/styles.bin": record(278) + formats + record(617, struct.pack("<I", 3)) + style + record(618) + record(279),
        "xl/worksheets/sheet1.bin": sheet_part(rows, styles),
    }
    if remarks:
        parts["xl/worksheets/_rels/sheet1.bin.rels"] = _relations(("rId1", "comments", "../comments1.bin"))
        parts["xl/comments1.bin"] = comments_part(remarks)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _relations(*found: tuple[str, str, str]) -> bytes:
    inside = "".join(f'<Relationship Id="{one}" Type="{_MAIN}/{kind}" Target="{to}"/>' for one, kind, to in found)
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'.encode()
