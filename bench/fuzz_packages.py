"""Damage to zips and to the XML in them, for the fuzz corpus: whole again around one part that is not as it was."""

import io
import random
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from bench.fuzz_bytes import ODD_WORDS, damaged

Luck = random.Random
Parts = list[tuple[zipfile.ZipInfo, bytes]]

SECRET = "A-WORD-THAT-MUST-NOT-LEAVE-ITS-FILE"
SECRET_FILE = "secret.txt"  # beside the ledger's folder
NAMES = (
    *(
        "../outside.xlsx",
        "../../../outside.txt",
        "/outside.txt",
        "C:\\outside.xlsx",
        "\\\\host\\share\\x.xlsx",
        "..\\x",
    ),
    *("CON.xlsx", "nul", "com1.xlsx", "a/aux/b.xlsx", "x. ", "x.xlsx...", "\u202exslx.exe", "a\0b.xlsx", "", ".", "/"),
    *("长" * 300 + ".xlsx", "/".join(["深"] * 400) + "/x.xlsx", "x:y.xlsx", "files/../ledger.duban", "ledger.duban"),
    *("files/ab/../../outside", "files/ab/" + "0" * 64, "files/../../x", "备份/x.duban"),
)
_DOCTYPES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>",
    f'<!DOCTYPE x [<!ENTITY i SYSTEM "{SECRET_FILE}">]>',
    '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
    '<!DOCTYPE x [<!ENTITY i "' + "i" * 100_000 + '">]>',
)
_HUGE_PICTURE = (
    b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 60_000, 60_000, 8, 6, 0, 0, 0) + b"\0" * 200
)
_DDE = "=cmd|'/C calc'!A0"


def package_damaged(data: bytes, luck: Luck) -> bytes:
    """A zip of which one to three parts are damaged, and which is a zip all the same."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: Parts = [(entry, archive.read(entry)) for entry in archive.infolist()]
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        parts = luck.choice(_PACKINGS)(parts, luck)
    return _odd_claims(_zipped(parts, luck), luck)


def _zipped(parts: Parts, luck: Luck) -> bytes:
    held = io.BytesIO()
    kind = zipfile.ZIP_STORED if luck.random() < 0.1 else zipfile.ZIP_DEFLATED
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w", kind) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are meant
        for entry, content in parts:
            new = zipfile.ZipInfo(entry.filename)
            new.filename, new.external_attr, new.compress_type = entry.filename, entry.external_attr, kind
            archive.writestr(new, content)
    return held.getvalue()


def _odd_claims(data: bytes, luck: Luck) -> bytes:
    """Now and then a directory that lies: of sizes, of a lock, of a way of packing, of a place."""
    if luck.random() > 0.15:
        return data
    at = data.find(b"PK\x01\x02")
    for _ in range(luck.randrange(4)):
        at = max(data.find(b"PK\x01\x02", at + 4), at)
    field, size = luck.choice(((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (42, 4), (28, 2), (30, 2)))
    value = luck.choice((0, 1, 9, 99, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, 1 << 28)) & (256**size - 1)
    return data[: at + field] + value.to_bytes(size, "little") + data[at + field + size :]


def _xml(parts: Parts, luck: Luck) -> Parts:
    """An XML part, the large ones rather than the small ones, with its tree damaged."""
    places = [n for n, (entry, _) in enumerate(parts) if entry.filename.lower().endswith((".xml", ".rels"))]
    if not places:
        return _bytes(parts, luck)
    at = luck.choices(places, [1 + len(parts[n][1]) ** 0.5 for n in places])[0]
    return _with(parts, at, xml_damaged(parts[at][1], luck))


def _bytes(parts: Parts, luck: Luck) -> Parts:
    at = luck.randrange(len(parts))
    return _with(parts, at, damaged(parts[at][1], luck))


def _with(parts: Parts, at: int, content: bytes) -> Parts:
    return [*parts[:at], (parts[at][0], content), *parts[at + 1 :]]


def _lose(parts: Parts, luck: Luck) -> Parts:
    at = luck.randrange(len(parts))
    return [*parts[:at], *parts[at + 1 :]] or parts


def _double(parts: Parts, luck: Luck) -> Parts:
    return [*parts, luck.choice(parts)]


def _swap(parts: Parts, luck: Luck) -> Parts:
    at = luck.randrange(len(parts))
    return _with(parts, at, luck.choice(parts)[1])


def _rename(parts: Parts, luck: Luck) -> Parts:
    at = luck.randrange(len(parts))
    return [*parts[:at], (_entry(luck.choice(NAMES)), parts[at][1]), *parts[at + 1 :]]


def _add(parts: Parts, luck: Luck) -> Parts:
    name, content = luck.choice(
        (
            ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(3000)),
            ("word/vbaProject.bin", bytes(3000)),
            ("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
            ("xl/media/image1.png", _HUGE_PICTURE),
            ("xl/embeddings/oleObject1.bin", bytes(5000)),
            (luck.choice(NAMES), luck.choice(parts)[1]),
        )
    )
    return [*parts, (_entry(name), content)]


def _link(parts: Parts, luck: Luck) -> Parts:
    entry = _entry(luck.choice(("x.xlsx", "files/ab/link", "link")))
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return [*parts, (entry, luck.choice((b"/etc/passwd", b"../secret.txt", b"../../ledger")))]


def _bomb(parts: Parts, luck: Luck) -> Parts:
    megabytes = luck.choice((2, 20, 120))
    name = luck.choice(parts)[0].filename if luck.random() < 0.7 else "x.xlsx"
    filling = luck.choice((b"\0", b" ", b"<a>", b"<row><c><v>1</v></c></row>"))
    kept = [part for part in parts if part[0].filename != name]
    return [*kept, (_entry(name), filling * (megabytes * 1_000_000 // len(filling)))]


def _nest(parts: Parts, luck: Luck) -> Parts:
    whole = _zipped(parts, luck)
    for depth in range(luck.choice((1, 2, 6))):
        whole = _zipped([(_entry(f"{depth}.zip"), whole)], luck)
    return [*parts, (_entry("里.zip"), whole)] if luck.random() < 0.5 else [(_entry("里.zip"), whole)]


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("x")
    entry.filename = name  # as it is: its maker would clean it
    return entry


_PACKINGS: tuple[Callable[[Parts, Luck], Parts], ...] = (
    *(_xml, _xml, _xml, _xml, _xml, _xml, _bytes, _bytes, _lose, _double, _swap, _rename, _add, _link, _bomb, _nest),
)


def xml_damaged(xml: bytes, luck: Luck) -> bytes:
    """A tree with some of its branches lost, doubled, nested, renamed or with odd words; or with entities."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  # made in C

    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return damaged(xml, luck)
    if luck.random() < 0.12:
        words = etree.tostring(root, encoding="unicode")
        at = words.find("</")
        entity = luck.choice(("&i;", "&a;", "&undefined;"))
        return (luck.choice(_DOCTYPES) + words[:at] + entity + words[at:]).encode()
    for _ in range(luck.choice((1, 2, 4, 20))):
        luck.choice(_PRUNINGS)(luck.choice([*root.iter(etree.Element)]), luck)
    made = etree.tostring(root, xml_declaration=True, encoding=luck.choice(("UTF-8", "UTF-8", "UTF-8", "UTF-16")))
    return damaged(made, luck) if luck.random() < 0.1 else made


def _branch_lost(element: Any, luck: Luck) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)


def _branch_doubled(element: Any, luck: Luck) -> None:
    from copy import deepcopy

    if element.getparent() is not None:
        for _ in range(luck.choice((1, 2, 1000)) if len(element) < 20 else 1):
            element.addnext(deepcopy(element))


def _branch_nested(element: Any, luck: Luck) -> None:
    """The element in itself, deeper and deeper."""
    inside = element
    for _ in range(luck.choice((2, 100, 240))):
        inside = inside.makeelement(inside.tag, dict(inside.attrib))
        inside.text = "1"
        element.append(inside)
        element = inside


def _tag(element: Any, luck: Luck) -> None:
    element.tag = luck.choice([other.tag for other in element.getroottree().iter() if isinstance(other.tag, str)])


def _attribute(element: Any, luck: Luck) -> None:
    if element.attrib:
        element.set(luck.choice(list(element.attrib)), _storable(luck))


def _attribute_lost(element: Any, luck: Luck) -> None:
    if element.attrib:
        del element.attrib[luck.choice(list(element.attrib))]


def _words(element: Any, luck: Luck) -> None:
    element.text = luck.choice((_DDE, _storable(luck), _storable(luck)))


def _moved(element: Any, luck: Luck) -> None:
    others = [other for other in element.getroottree().getroot().iter() if isinstance(other.tag, str)]
    to = luck.choice(others)
    if element.getparent() is not None and to not in element.iter():
        to.append(element)


def _storable(luck: Luck) -> str:
    """An odd word that XML can hold."""
    word = luck.choice(ODD_WORDS)
    return "".join(sign for sign in word if sign >= " " and not "\ud800" <= sign <= "\udfff")


_PRUNINGS: tuple[Callable[[Any, Luck], None], ...] = (
    *(_branch_lost, _branch_doubled, _branch_nested, _tag, _attribute, _attribute, _attribute),
    *(_attribute_lost, _words, _words, _moved),
)


def page_damaged(data: bytes, luck: Luck) -> bytes:
    """An HTML page with its tree damaged, or its bytes."""
    return xml_damaged(data, luck) if luck.random() < 0.6 else damaged(data, luck)


def pdf_damaged(data: bytes, luck: Luck) -> bytes:
    """A PDF whose words or numbers are others, now and then with a stream that grows when it is unpacked."""
    if luck.random() < 0.7:
        return damaged(data, luck)
    stream = zlib.compress(b"BT /F 9 Tf (x) Tj ET\n" * luck.choice((10, 100_000)))
    head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
    at, end = data.find(b"<< /Length"), data.find(b"endstream")
    return data[:at] + head + stream + b"\n" + data[end:]
