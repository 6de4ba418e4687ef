"""The parts of a zipped office file, never unpacked beyond the size that they claim."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from desktop_app.office.faults import Damaged, Locked, Oversized

NO_ZIP = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, struct.error)
MOST_WHOLE = 96 << 20  # bytes of a part that is held in memory at once
MOST_TREE = 320 << 20  # bytes that the tree of a part takes
_FOR_A_TAG, _FOR_AN_ATTRIBUTE = 130, 230  # bytes of a tree, measured: a few letters of XML make hundreds of them
_CHUNK = 1 << 20
_SMALL = 32 << 10  # bytes of a part that is kept for the next file with the same
_HEADER = 30
_UTF8, _DAY = 0x800, 0x21  # names are UTF-8; 1 January 1980


class Package:
    """A zip by the names of its parts, which programs write in any case and with either slash."""

    def __init__(self, data: bytes) -> None:
        """Damaged where `data` is no whole zip."""
        self.data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
        except NO_ZIP as error:
            raise Damaged from error
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._entries

    def names(self) -> list[str]:
        """The names of all parts, in lower case."""
        return list(self._entries)

    def is_absurd(self, most_bytes: int, most_ratio: int) -> bool:
        """Whether the parts claim to be larger unpacked than `most_bytes`, or one of them than so many times packed."""
        entries = self._entries.values()
        return sum(entry.file_size for entry in entries) > most_bytes or any(
            entry.file_size > max(1 << 20, most_ratio * entry.compress_size) for entry in entries
        )

    def under(self, folder: str) -> list[str]:
        """The names of the parts in a folder, in lower case."""
        return [name for name in self._entries if name.startswith(folder)]

    def size(self, name: str) -> int:
        """The bytes that a part claims to have unpacked."""
        return self._entries[name.lower()].file_size

    def read(self, name: str, most: int = MOST_WHOLE) -> bytes:
        """A part unpacked; Damaged where it is missing or spoilt, Oversized where it has more bytes than `most`."""
        entry = self._entry(name)
        if entry.file_size > most:
            raise Oversized
        unpack = _unpacked_once if entry.file_size <= _SMALL else _unpacked
        return unpack(self._packed(entry), entry.compress_type, entry.file_size, entry.CRC)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part unpacked piece by piece; Damaged where it is spoilt."""
        entry = self._entry(name)
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            yield packed
            return
        inflate, got = _inflater(entry.compress_type), 0
        try:
            while not inflate.eof:
                chunk = inflate.decompress(packed, _CHUNK)
                packed, got = inflate.unconsumed_tail, got + len(chunk)
                if got > entry.file_size or not (chunk or packed or inflate.eof):
                    raise Damaged
                yield chunk
        except zlib.error as error:
            raise Damaged from error

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Damaged
        if entry.flag_bits & 1:
            raise Locked
        return entry

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of a part as they are stored: the zip's own directory tells how many, the header where."""
        head = self.data[entry.header_offset : entry.header_offset + _HEADER]
        if len(head) < _HEADER or not head.startswith(b"PK\x03\x04"):
            raise Damaged
        start = entry.header_offset + _HEADER + sum(struct.unpack_from("<HH", head, 26))
        return self.data[start : start + entry.compress_size]


def _unpacked(packed: bytes, method: int, size: int, check: int) -> bytes:
    """The content of a part; Damaged where it has not this size and CRC-32."""
    content = packed
    if method != zipfile.ZIP_STORED:
        inflate = _inflater(method)
        try:
            content = inflate.decompress(packed, size + 1)
        except zlib.error as error:
            raise Damaged from error
        if not inflate.eof:
            raise Damaged
    if len(content) != size or zlib.crc32(content) != check:
        raise Damaged
    return content


_unpacked_once = lru_cache(maxsize=64)(_unpacked)  # the forms of a round have their small parts in common


def _inflater(method: int) -> "zlib._Decompress":
    if method != zipfile.ZIP_DEFLATED:
        raise Damaged
    return zlib.decompressobj(-15)


def stored(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts as they are (APPNOTE 4.3): by hand, which takes a tenth of zipfile's time."""
    pieces, directory, at = [], [], 0
    for name, content in parts.items():
        path, size = name.encode(), len(content)
        about = struct.pack("<5H3L2H", 20, _UTF8, 0, 0, _DAY, zlib.crc32(content), size, size, len(path), 0)
        pieces += [b"PK\x03\x04", about, path, content]
        directory += [b"PK\x01\x02\x14\0", about, struct.pack("<3H2L", 0, 0, 0, 0, at), path]
        at += _HEADER + len(path) + size
    listed = b"".join(directory)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(parts), len(parts), len(listed), at, 0)
    return b"".join((*pieces, listed, end))


_READING = {"resolve_entities": False, "no_network": True, "remove_comments": True, "remove_pis": True}


def parsed(xml: bytes) -> Any:
    """The root of an XML part; Damaged where it is none, Oversized where its tree would fill the memory.

    Entities are not resolved, nothing is fetched; remarks and instructions to other programs are left out: they are no
    elements, and part the text that they stand in.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  # made in C

    if xml.count(b"<") * _FOR_A_TAG + (xml.count(b'="') + xml.count(b"='")) * _FOR_AN_ATTRIBUTE > MOST_TREE:
        raise Oversized
    try:
        return etree.fromstring(xml, etree.XMLParser(**_READING))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged from error
