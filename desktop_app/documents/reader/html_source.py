"""The bytes of a saved page to its source text: unpacked from .mht, in the encoding it is really in."""

import codecs
import re

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|table|div|p|meta|style|center)[\s>]", re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "windows-936"})
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 4096


def is_page(data: bytes) -> bool:
    """Whether these bytes are a web page or a page saved with its parts (.mht), whatever the file is called."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.replace(b"\0", b"")
    head = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if is_archive(head):
        return True
    return head[:1] == b"<" and bool(_PAGE.search(head))


def is_xml(data: bytes) -> bool:
    """Whether these bytes are XML that is no web page, such as a document of Word 2003 in one file."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<?xml")


def is_archive(head: bytes) -> bool:
    """Whether the file is a message with the page in it (.mht)."""
    return bool(re.match(rb"(?:from|mime-version|subject|date|snapshot-content-location):", head, re.IGNORECASE)) and (
        b"multipart/related" in head.lower() or b"text/html" in head.lower()
    )


def page_of(data: bytes) -> str:
    """The page's source; characters that no encoding explains become U+FFFD."""
    declared = None
    if is_archive(data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")):
        data, declared = _unpacked(data)
    text = _decoded(data, declared)
    return _PROLOG.sub("", text.replace("\0", ""))


def _unpacked(data: bytes) -> tuple[bytes, str | None]:
    """The first page in a .mht, and the encoding that its header names."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return (content if isinstance(content, bytes) else b""), part.get_content_charset()
    return b"", None


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    found = _DECLARED.search(data[:_HEAD])
    said = (declared or (found[1].decode("ascii") if found else "")).lower()
    # Chinese in GB 18030 is hardly ever valid UTF-8 too, so what decodes as UTF-8 is UTF-8, whatever was declared.
    others = [] if said in ("", "utf-8", "utf8", "utf-16", "unicode") else [said]
    for encoding in ("utf-8", *("gb18030" if name in _CHINESE else name for name in others), "gb18030"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    gb = said in _CHINESE or data.decode("utf-8", "replace").count("\ufffd") > data.decode("gb18030", "replace").count(
        "\ufffd"
    )
    return data.decode("gb18030" if gb else "utf-8", "replace")
