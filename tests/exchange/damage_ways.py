"""Damage on the way: archives, passwords, files cut off, files that are no form at all."""

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.exchange.sheet_layout import MARK_SHEET, mark_text, read_mark
from tests.exchange.damage_files import parts_of, zipped
from tests.exchange.damage_forms import Filled
from tests.exchange.damage_kinds import Damage, Kinds

WAYS: Kinds = {}


def way(kind: Callable[[Filled], Damage]) -> Callable[[Filled], Damage]:
    """A kind of damage to the file on its way."""
    WAYS[kind.__name__] = kind
    return kind


@way
def in_a_zip(filled: Filled) -> Damage:
    return Damage([zipped(filled.folder / "养老科.zip", {"养老科/6月.xlsx": filled.path().read_bytes()})])


@way
def in_a_zip_in_a_zip_with_old_names(filled: Filled) -> Damage:
    inner = zipped(filled.folder / "a.zip", {"AAAA.xlsx": filled.path().read_bytes()}).read_bytes()
    inner = inner.replace(b"AAAA.xlsx", "科表".encode("gbk") + b".xlsx")
    return Damage([zipped(filled.folder / "b.zip", {"内层.zip": inner, "__MACOSX/._a": b"x"})])


@way
def in_a_folder_with_litter(filled: Filled) -> Damage:
    folder = filled.folder / "收件"
    folder.mkdir()
    filled.path().rename(folder / "a.xlsx")
    for name in ("~$a.xlsx", "Thumbs.db", "说明.txt"):
        (folder / name).write_bytes(b"nothing")
    return Damage([folder])


def _locked(filled: Filled) -> Path:
    from msoffcrypto.format.ooxml import OOXMLFile

    path = filled.folder / "加密.xlsx"
    with filled.path().open("rb") as plain, path.open("wb") as secret:
        OOXMLFile(plain).encrypt("mz@2026", secret)
    return path


@way
def under_a_password_that_is_given(filled: Filled) -> Damage:
    return Damage([_locked(filled)], passwords=("猜错", "mz@2026"))


@way
def sent_twice(filled: Filled) -> Damage:
    path = filled.path()
    return Damage([path, Path(shutil.copy(path, filled.folder / "又一份.xlsx"))])


def _refused(name: str, make: Callable[[Filled], bytes]) -> None:
    def kind(filled: Filled) -> Damage:
        path = filled.folder / "回收.xlsx"
        path.write_bytes(make(filled))
        return Damage([path], refused=True)

    WAYS[name] = kind


def _bomb(filled: Filled) -> bytes:
    parts = {**parts_of(filled.path()), "xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (900 << 20)}
    return zipped(filled.folder / "bomb.zip", parts).read_bytes()


def _of_another_ledger(filled: Filled) -> bytes:
    book = filled.book()
    hidden = book[MARK_SHEET]
    mark = read_mark(str(hidden["A1"].value))
    assert mark is not None
    hidden["A1"] = mark_text(mark._replace(ledger="0" * 32))
    return filled.saved(book, "别处.xlsx").read_bytes()


def _ole_cut(filled: Filled) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + filled.path().read_bytes()[:3000]


_refused("cut_off", lambda filled: filled.path().read_bytes()[:-400])
_refused("cut_off_early", lambda filled: filled.path().read_bytes()[:1500])
_refused("empty", lambda filled: b"")
_refused("old_container_cut_off", _ole_cut)
_refused("under_a_password", lambda filled: _locked(filled).read_bytes())
_refused("a_picture", lambda filled: b"\x89PNG\r\n\x1a\n" + bytes(400))
_refused("a_scan", lambda filled: b"%PDF-1.7\n" + bytes(400))
_refused("a_rar", lambda filled: b"Rar!\x1a\x07\x01\x00" + bytes(400))
_refused("a_7z", lambda filled: b"7z\xbc\xaf\x27\x1c" + bytes(400))
_refused("another_program", lambda filled: b"MZ\x90\x00" + bytes(400))
_refused("a_list_of_names", lambda filled: "姓名,电话\n某甲,1\n".encode("gbk"))
_refused("a_bomb", _bomb)
_refused("of_another_ledger", _of_another_ledger)
