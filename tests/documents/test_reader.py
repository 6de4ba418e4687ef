"""Files in: text in every encoding, and a plain Chinese refusal for whatever cannot be read."""

import io
import os
import struct
import sys
import zipfile
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.documents.reader import read_document
from desktop_app.documents.reader.detect import Kind, kind_of
from desktop_app.errors import Refused
from tests.documents.word_files import new_document, save

TEXT = "甲县2026年工作要点\n1.修路。新修道路3公里。\n2.架桥。6月底前通车。"


# UTF-16 without its mark is told by its line feeds, so a lone \r is not among its line ends.
ENCODINGS = [
    (encoding, newline)
    for encoding in ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16")
    for newline in ("\n", "\r\n", "\r")
]
ENCODINGS += [(encoding, newline) for encoding in ("utf-16-le", "utf-16-be") for newline in ("\n", "\r\n")]


@pytest.mark.parametrize(("encoding", "newline"), ENCODINGS)
def test_text_in_every_encoding(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", newline).encode(encoding))
    assert read_document(path).text == TEXT


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "要点（终稿）.docx"
    path.write_bytes(TEXT.encode("gbk"))
    assert read_document(path).text == TEXT
    document = new_document()
    document.add_paragraph("修路。")
    other = tmp_path / "要点.docx"
    save(document, other)
    assert read_document(other.rename(tmp_path / "要点.txt")).text == "修路。"


def ole(*streams: str) -> bytes:
    """The head of a compound file and directory entries of these names."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(s.encode("utf-16-le") + bytes(64) for s in streams)
    )


def package(*parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for part in parts:
            file.writestr(part, "<x/>")
    return data.getvalue()


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"0" * (40 * 1024 * 1024))
    return data.getvalue()


def truncated_docx(folder: Path) -> bytes:
    document = new_document()
    document.add_paragraph("修路。" * 500)
    data = save(document, folder / "whole.docx").read_bytes()
    return data[: len(data) // 2]


BAD = [
    ("空.txt", b"", "空文件"),
    ("空白.txt", "  \n\u3000\n".encode(), "没有文字"),
    ("图.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
    ("图.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "图片"),
    ("扫描.tif", b"II*\0" + bytes(100), "图片"),
    ("密.docx", ole("EncryptedPackage", "EncryptionInfo"), "打开密码"),
    ("旧.doc", ole("WordDocument", "1Table"), "另存为 .docx"),
    ("旧.wps", ole("WordDocument"), "另存为 .docx"),
    ("旧.xls", ole("Workbook"), "损坏"),
    ("旧.ppt", ole("PowerPoint Document"), "另存为 .docx"),
    ("要点.pdf", b"%PDF-1.7\n" + bytes(50), "PDF"),
    ("表.xlsx", package("[Content_Types].xml", "xl/workbook.xml"), "损坏"),
    ("片.pptx", package("[Content_Types].xml", "ppt/presentation.xml"), "演示文稿"),
    ("文.odt", package("content.xml"), "OpenDocument"),
    ("包.zip", package("a.txt"), "压缩包"),
    ("包.rar", b"Rar!\x1a\x07" + bytes(50), "压缩包"),
    ("包.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "请先解压"),
    ("富.rtf", rb"{\rtf1 }", "RTF"),
    ("要点.doc", rb"{\rtf1 }", "RTF"),
    ("要点.ofd", package("OFD.xml", "Doc_0/Document.xml"), "OFD 阅读器"),
    ("照片.heic", b"\0\0\0\x18ftypheic" + bytes(100), "图片"),
    ("要点.doc", b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'/>", "XML"),
    ("表.xls", "<?xml version='1.0'?><Workbook xmlns='urn:x'/>".encode("utf-16"), "XML"),
    ("页.htm", b"<!DOCTYPE html><html></html>", "网页"),
    ("坏.docx", package("[Content_Types].xml"), "损坏"),
    ("坏.docx", b"PK\x03\x04" + bytes(200), "损坏"),
    ("空文档.docx", package("[Content_Types].xml", "word/document.xml"), "损坏"),
    ("程序.txt", b"MZ\x90\0" + bytes(range(256)) * 20, "不是文本文件"),
    ("乱码.txt", bytes(range(128, 256)) * 50, "不是文本文件"),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD, ids=[f"{name}-{said}" for name, _, said in BAD])
def test_what_cannot_be_read_is_refused_in_plain_words(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        read_document(path)
    sentence = refused.value.sentence
    assert said in sentence
    assert name in sentence
    assert "台账没有改动" in sentence


def test_a_truncated_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "半截.docx"
    path.write_bytes(truncated_docx(tmp_path))
    with pytest.raises(Refused, match="损坏"):
        read_document(path)


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("修路。" * 500)
    data = bytearray(save(document, tmp_path / "whole.docx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        member = file.getinfo("word/document.xml")
    name_length, extra_length = struct.unpack("<HH", data[member.header_offset + 26 : member.header_offset + 30])
    start = member.header_offset + 30 + name_length + extra_length
    data[start + 20 : start + 60] = bytes(40)
    path = tmp_path / "坏.docx"
    path.write_bytes(data)
    with pytest.raises(Refused, match="损坏"):
        read_document(path)


def test_a_zip_that_unpacks_to_an_absurd_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    path.write_bytes(bomb())
    with pytest.raises(Refused, match="大得不正常"):
        read_document(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.修路。" + "铺好每一条路，" * 150_000, "太长"),
        ("1.修路。\n" * 60_000, "不像工作要点"),
        ("1\t2\t3\n" * 6_000, "表格"),
    ],
)
def test_a_text_that_no_office_writes_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "长.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused, match=f"长.txt.*{said}.*台账没有改动"):
        read_document(path)


def test_a_document_inside_a_workbook_does_not_make_it_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import olefile

    inside = [["Workbook"], ["MBD0001", "WordDocument"]]
    monkeypatch.setattr(olefile, "OleFileIO", lambda _: nullcontext(SimpleNamespace(listdir=lambda: inside)))
    assert kind_of(ole("Workbook", "WordDocument"), "表.xls") is Kind.SHEETS


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有.docx"):
        with pytest.raises(Refused, match="没有改动"):
            read_document(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    with pytest.raises(Refused, match="没有改动"):
        read_document(path)


def test_a_file_that_the_system_will_not_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(Refused, match="没有改动"):
        read_document(path)


def test_importing_the_reader_loads_no_word_library() -> None:
    import subprocess

    code = (
        "import sys, desktop_app.documents.plan, desktop_app.documents.reader;"
        "print([m for m in ('docx', 'lxml', 'chinese_calendar', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
