"""A file is what its content says: everything that is no workbook is refused by what it is."""

import io
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from desktop_app.errors import Refused
from desktop_app.exchange import read_archive
from desktop_app.exchange.read_archive import Allowance, members
from desktop_app.exchange.read_files import read_paths
from desktop_app.exchange.read_forms import ReturnedForm, read_form
from desktop_app.exchange.write_forms import write_form
from desktop_app.office import xlsx
from desktop_app.texts import returned as texts
from tests.exchange.test_write_forms import paper


def workbook() -> bytes:
    """A workbook that is no form of ours."""
    held = io.BytesIO()
    book = Workbook()
    book.active["A1"] = "名单"  # type: ignore[index]
    book.save(held)
    return held.getvalue()


def encrypted() -> bytes:
    """A workbook under a password."""
    held = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook())).encrypt("secret", held)
    return held.getvalue()


def word() -> bytes:
    """A Word document."""
    held = io.BytesIO()
    Document().save(held)
    return held.getvalue()


def archive(**files: bytes) -> bytes:
    """A zip of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


def of_a_later_zip() -> bytes:
    """A workbook whose archive says that it needs a program of the future."""
    data = bytearray(workbook())
    data[data.index(b"PK\x01\x02") + 6] = 0x89
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", texts.FILE_EMPTY),
        (b"\x00\x01binary" * 50, texts.FILE_KIND),
        ("说明".encode(), texts.FILE_KIND),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, texts.FILE_PICTURE),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, texts.FILE_PICTURE),
        (b"%PDF-1.7\n", texts.FILE_PDF),
        (b"From: a@b.cn\r\nTo: c@d.cn\r\nMIME-Version: 1.0\r\n\r\n...", texts.FILE_MAIL),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n...", texts.FILE_KIND),
        (b"Rar!\x1a\x07\x01\x00", texts.FILE_ARCHIVE.format(kind="rar")),
        (workbook()[:-300], texts.FILE_TRUNCATED),
        (workbook()[:200], texts.FILE_TRUNCATED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, texts.FILE_TRUNCATED),
        (of_a_later_zip(), texts.FILE_TRUNCATED),
        (encrypted(), texts.FILE_ENCRYPTED),
        (word(), texts.FILE_WORD),
        (workbook(), texts.NO_HEADER),
        (archive(**{"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"}), texts.FILE_NUMBERS),
        (archive(**{"a/readme.txt": b"x"}), texts.FILE_KIND),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_no_form_is_refused_by_what_it_is(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read_form(data, "x.xlsx")
    assert refused.value.sentence == sentence


def test_a_workbook_spoilt_inside_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook())) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"][:60]
    with pytest.raises(Refused) as refused:
        read_form(archive(**parts), "x.xlsx")
    assert refused.value.sentence == texts.FILE_DAMAGED


def test_an_old_file_whose_folder_holds_itself_is_refused() -> None:
    data = bytearray(encrypted())
    root = 512 * (int.from_bytes(data[48:52], "little") + 1)
    data[root + 66] = 1  # a folder, and its first content is number 0: itself
    data[root + 68 : root + 80] = b"\xff" * 8 + b"\0" * 4
    with pytest.raises(Refused):
        read_form(bytes(data), "甲科.xls")


def test_an_absurd_unpacked_size_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ABOUT", 1 << 20)
    monkeypatch.setattr(read_archive, "MOST_MB", 1)
    bomb = archive(**{"xl/workbook.xml": b"\0" * 3_000_000})
    with pytest.raises(Refused) as refused:
        read_form(bomb, "x.xlsx")
    assert refused.value.sentence == texts.FILE_HUGE
    with pytest.raises(Refused) as refused:
        list(members(bomb, Allowance()))
    assert refused.value.sentence == texts.ZIP_HUGE.format(limit=1)


def test_names_in_an_archive_cannot_reach_outside(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    path.write_bytes(archive(**{"../../evil.xlsx": workbook(), "/abs.xlsx": workbook()}))
    names = [file.name for file in read_paths([path])]
    assert names == [f"{path}!/../../evil.xlsx", f"{path}!//abs.xlsx"]
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["a.zip"]


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    plain = archive(**{"AAAA.xlsx": b"x"})
    data = plain.replace(b"AAAA.xlsx", "科表".encode("gbk") + b".xlsx")
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert [file.name for file in read_paths([path])] == [f"{path}!/科表.xlsx"]


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    data = b"%PDF-1.7"
    for _ in range(3):
        data = archive(inner=data)
    path = tmp_path / "deep.zip"
    path.write_bytes(data)
    (read,) = read_paths([path])
    assert (read.name, read.refusal) == (f"{path}!/inner!/inner!/inner", texts.FILE_PDF)
    path.write_bytes(archive(inner=data))
    (read,) = read_paths([path])
    assert read.refusal == texts.ZIP_DEEP


def test_an_empty_archive_and_a_missing_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archive(**{"__MACOSX/._a": b"x", "~$a.xlsx": b"x"}))
    reasons = [file.refusal for file in read_paths([path, tmp_path / "none.xlsx"])]
    assert reasons == [texts.ZIP_EMPTY, texts.FILE_MISSING]


def test_files_come_in_their_order_and_are_counted(tmp_path: Path) -> None:
    data, told = form(), []
    paths = [tmp_path / f"{number}.xlsx" for number in range(20)]
    for path in paths:
        path.write_bytes(data)
    assert [file.name for file in read_paths(paths, told.append)] == list(map(str, paths))
    assert told == list(range(1, len(paths) + 1))


def test_who_is_told_may_stop_the_reading(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(form())
    told: list[int] = []

    def stop(count: int) -> None:
        told.append(count)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_paths([tmp_path / "a.xlsx"] * 50, stop)
    assert len(told) == 1


def test_litter_and_our_own_papers_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("~$a.xlsx", ".hidden", "Thumbs.db", "2026年6月填报通知.docx", "2026年6月填报表清单.txt", "deep/a.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"%PDF-")
    assert [Path(file.name).name for file in read_paths([tmp_path])] == ["a.pdf"]


def form() -> bytes:
    """A form of ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        write_form(paper(), path)
        return path.read_bytes()


FORM = form()


@given(st.data())
@settings(max_examples=150)
def test_a_spoilt_workbook_is_read_or_refused_never_worse(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(FORM)) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, len(parts[name])))
    spoilt = (
        parts[name][:start] + data.draw(st.binary(max_size=8)) + parts[name][start + data.draw(st.integers(0, 40)) :]
    )
    with suppress(Refused):
        assert isinstance(read_form(archive(**{**parts, name: spoilt}), "x.xlsx"), ReturnedForm)
