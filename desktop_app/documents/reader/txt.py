"""Plain text in the encodings Chinese offices use: UTF-8 with or without mark, UTF-16, GB 18030 (and so GBK)."""

import codecs

from desktop_app.documents.reader.blocks import Content
from desktop_app.errors import Refused
from desktop_app.texts import documents as texts

_SAMPLE = 65536


def read_txt(data: bytes, name: str) -> Content:
    """The text of `data`; Refused where it is no text."""
    encoding = _encoding(data)
    if encoding is None:
        raise Refused(texts.NOT_TEXT.format(name=name))
    try:
        return Content((data.decode(encoding),))
    except UnicodeDecodeError as error:
        raise Refused(texts.BROKEN.format(name=name)) from error


def _encoding(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in data[:_SAMPLE]:
        return _unmarked_utf16(data)
    for encoding in ("utf-8", "gb18030"):
        if _readable(data, encoding):
            return encoding
    return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: which byte of the pair is the zero of line ends and digits tells the order."""
    for encoding, newline in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        if newline in data and _readable(data, encoding):
            return encoding
    return None


def _readable(data: bytes, encoding: str) -> bool:
    """Whether `data` decodes to something that reads as text: no control or private characters, mostly letters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if (char < " " and char not in "\t\n\r\x0b\x0c\x1a") or "\ue000" <= char <= "\uf8ff")
    return odd * 50 <= len(sample) and (encoding == "utf-8" or any("\u4e00" <= char <= "\u9fff" for char in sample))
