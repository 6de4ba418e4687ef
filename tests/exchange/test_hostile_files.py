"""Files made to do harm, one by one: refused in a sentence or read as the plain values they hold, and nothing else."""

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell
from openpyxl.drawing.image import Image

from desktop_app.documents.plan import extract
from desktop_app.errors import Refused
from desktop_app.exchange.read_files import read_paths
from desktop_app.files import safe_name
from desktop_app.office.editing import workbook_to_edit
from desktop_app.office.faults import Damaged
from desktop_app.store.store import Store, open_ledger, read_ledger
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.export import export
from desktop_app.verbs.fill_template import fill, look_at_template, open_template
from desktop_app.verbs.restore import restore
from desktop_app.verbs.send_back import send_back
from tests.builders import plan_with
from tests.exchange.returns import Sent, send

SECRET = "不该出现的内容"
NAMES = (
    *("../外面.xlsx", "../../外面.xlsx", "/外面.xlsx", "C:\\外面.xlsx", "\\\\主机\\共享\\外面.xlsx", "..\\外面.xlsx"),
    *(
        "CON.xlsx",
        "nul",
        "com1.xlsx",
        "表. ",
        "表.xlsx...",
        "\u202exslx.exe",
        "长" * 300 + ".xlsx",
        "深/" * 200 + "表.xlsx",
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "台账") as opened:
        yield opened


@pytest.fixture
def sent(store: Store, tmp_path: Path) -> Sent:
    return send(store, tmp_path / "发出")


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_an_archive_reaches_nowhere(store: Store, sent: Sent, tmp_path: Path, name: str):
    form = next(iter(sent.forms.values()))
    inbox = tmp_path / "收"
    inbox.mkdir()
    archive = packed(inbox / "填报.zip", {name: form.read_bytes()})
    before = set(tmp_path.rglob("*"))
    collected = collect(store, [archive])
    apply_collected(store, collected)
    assert [file.state for file in collected.files] != ["refused"]
    grown = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(tmp_path / "台账") for path in grown), grown
    assert all(safe_name(path.name) == path.name for path in grown), grown


def test_a_file_without_a_name_in_an_archive_is_read_like_any(store: Store, sent: Sent, tmp_path: Path):
    form = next(iter(sent.forms.values()))
    archive = packed(tmp_path / "填报.zip", {"abc": form.read_bytes(), "附/": b"", "另.xlsx": b"PK"})
    with zipfile.ZipFile(archive) as made:
        first, listed = 26, made.start_dir + 28
    data = bytearray(archive.read_bytes())
    for lengths in (first, listed):  # the three letters become an extra field, which is too short to say anything
        data[lengths : lengths + 4] = b"\x00\x00\x03\x00"
    archive.write_bytes(data)
    collected = collect(store, [archive])
    assert [(file.file.split("!/")[1], file.state) for file in collected.files] == [
        ("", "unchanged"),
        ("另.xlsx", "refused"),
    ]


def test_a_link_in_an_archive_is_not_followed(store: Store, sent: Sent, tmp_path: Path):
    (tmp_path / "别处.txt").write_text(SECRET, "utf-8")
    archive = tmp_path / "链接.zip"
    with zipfile.ZipFile(archive, "w") as made:
        entry = zipfile.ZipInfo("链接.xlsx")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(entry, str(tmp_path / "别处.txt"))
    (file,) = collect(store, [archive]).files
    assert file.state == "refused" and SECRET.encode() not in file.arrived.data


def with_sheet(form: Path, work: Callable[[bytes], bytes]) -> bytes:
    """The form with its sheet's XML changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, work(data) if name == "xl/worksheets/sheet1.xml" else data)
    return held.getvalue()


def bomb(xml: bytes) -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _with_doctype(xml, f'<!ENTITY l0 "哈">{laughs}', "&l9;")


def _with_doctype(xml: bytes, entities: str, used: str) -> bytes:
    text = xml.decode().replace("?>", f"?><!DOCTYPE x [{entities}]>", 1)
    return text.replace(
        "<sheetData>", f'<sheetData><row r="1"><c t="inlineStr"><is><t>{used}</t></is></c></row>', 1
    ).encode()


def deep(xml: bytes) -> bytes:
    return xml.replace(b"<sheetData>", b"<sheetData>" + b"<row>" * 100_000, 1)


def wide(xml: bytes) -> bytes:
    return xml.replace(b"<sheetData>", b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 1)


@pytest.mark.parametrize("work", [bomb, deep, wide])
def test_xml_that_grows_changes_nothing(store: Store, sent: Sent, tmp_path: Path, work: Callable[[bytes], bytes]):
    path = tmp_path / "表.xlsx"
    path.write_bytes(with_sheet(next(iter(sent.forms.values())), work))
    (file,) = collect(store, [path]).files
    assert file.state == ("unchanged" if work is deep else "refused") and not file.questions
    assert file.state == "unchanged" or file.notes[0].text.endswith("。")


@pytest.mark.parametrize("source", ["file", "http"])
def test_an_entity_from_elsewhere_is_never_fetched(store: Store, sent: Sent, tmp_path: Path, source: str):
    (tmp_path / "别处.txt").write_text(SECRET, "utf-8")
    where = (tmp_path / "别处.txt").as_uri() if source == "file" else "http://127.0.0.1:9/x"
    path = tmp_path / "表.xlsx"
    form = next(iter(sent.forms.values()))
    path.write_bytes(with_sheet(form, lambda xml: _with_doctype(xml, f'<!ENTITY e SYSTEM "{where}">', "&e;")))
    (one,) = read_paths([path])
    assert SECRET not in repr(one.form) and SECRET not in (one.refusal or "")


def test_a_zip_bomb_costs_nothing(store: Store, sent: Sent, tmp_path: Path):
    path = packed(tmp_path / "弹.zip", {f"{n}.xlsx": bytes(60_000_000) for n in range(9)})
    assert path.stat().st_size < 1_000_000
    collected = collect(store, [path])
    assert all(file.state == "refused" for file in collected.files) and "500" in collected.notes[-1].text


def test_one_large_file_in_an_archive_is_never_unpacked(store: Store, sent: Sent, tmp_path: Path):
    path = tmp_path / "大.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made, made.open("大.xlsx", "w", force_zip64=True) as out:
        for _ in range(100):
            out.write(b"PK\3\4" + bytes((1 << 20) - 4))
    (file,) = collect(store, [path]).files
    assert file.state == "refused" and file.arrived.data == b"" and "过大" in file.notes[0].text


@pytest.mark.parametrize("word", ["=cmd|'/C calc'!A0", '=HYPERLINK("http://127.0.0.1:9")', "=[别处.xlsx]Sheet1!A1"])
def test_a_formula_that_would_act_is_a_doubt_and_stays_words(store: Store, sent: Sent, tmp_path: Path, word: str):
    form = next(iter(sent.forms.values()))
    book = openpyxl.load_workbook(form)
    for row in book["填报表"].iter_rows(min_row=5, max_row=8):
        for cell in row[6:12]:
            if cell.value is None and not isinstance(cell, MergedCell):
                cell.value = word
    path = tmp_path / "表.xlsx"
    book.save(path)
    collected = collect(store, [path])
    assert collected.files[0].state in ("needs decision", "refused", "unchanged", "partly")
    assert not collected.changes


def test_columns_by_the_hundred_are_told_together(store: Store, sent: Sent, tmp_path: Path):
    book = openpyxl.load_workbook(next(iter(sent.forms.values())))
    sheet = book["填报表"]
    first = sheet.max_column + 1
    for column in range(first, first + 300):
        sheet.cell(5, column, "另有")
    book.save(tmp_path / "宽.xlsx")
    (file,) = collect(store, [tmp_path / "宽.xlsx"]).files
    told = [note.text for note in file.notes if "不是所发表中的栏目" in note.text]
    assert len(told) == 41 and "还有260栏" in told[-1]


UNITS = ("CON", "nul", "区/县:局*?", "长" * 300, "末点. ", "\u202e反写科", "a\tb", "..", "=1+1", "Aux.科")


def test_units_of_any_name_get_files_that_windows_takes(store: Store, tmp_path: Path):
    plan_with(store, *({"title": f"任务{n}", "lead": name} for n, name in enumerate(UNITS)))
    sent = dispatch(store, "2026-06", None, tmp_path / "发出", None)
    names = [file.path.name for file in sent.files]
    assert len(names) == len(set(names)) == len(UNITS) and {p.name for p in (tmp_path / "发出").iterdir()} >= set(names)
    for name in names:
        assert (
            safe_name(Path(name).stem) == Path(name).stem
            and len(name.encode()) <= 220
            and not name.endswith((".", " "))
        )
        assert not set(name) & set('\\/:*?"<>|\t\u202e')
    assert {path.name for path in tmp_path.iterdir()} == {"发出", "台账"}


@pytest.mark.parametrize("kind", ["archive", "table"])
def test_a_file_larger_than_any_that_is_sent_is_refused(store: Store, sent: Sent, tmp_path: Path, kind: str):
    path = tmp_path / "大.xlsx"
    if kind == "archive":
        path.write_bytes(b"PK\3\4")
        os.truncate(path, 201 << 20)
    else:
        path.write_bytes(b"a,b\n" * (17 << 20))
    (file,) = collect(store, [path]).files
    assert file.state == "refused" and "过大" in file.notes[0].text


def image(side: int) -> bytes:
    """A picture that says it has so many dots each way, and has next to none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(999))) + chunk(b"IEND", b"")


def with_image(form: Path, path: Path) -> Path:
    """The form with a picture that would take ten gigabytes unpacked."""
    book, held = openpyxl.load_workbook(form), io.BytesIO()
    book.worksheets[0].add_image(Image(io.BytesIO(image(9))), "A1")
    book.save(held)
    with zipfile.ZipFile(held) as old:
        parts = {name: image(60_000) if name.endswith(".png") else old.read(name) for name in old.namelist()}
    return packed(path, parts)


def test_a_huge_image_in_a_form_is_never_unpacked(store: Store, sent: Sent, tmp_path: Path):
    path = with_image(next(iter(sent.forms.values())), tmp_path / "带图.xlsx")
    (file,) = collect(store, [path]).files
    assert file.state == "needs decision"  # a picture and not a single answer
    assert send_back(file, tmp_path / "退", "请去掉图片。").path.is_file()
    with pytest.raises(Damaged):
        workbook_to_edit(path.read_bytes())
    with pytest.raises(Refused):
        template = look_at_template(store.snapshot(), open_template(path))
        fill(store, template, tmp_path / "填.xlsx")


def test_a_path_that_no_system_knows_leads_nowhere(store: Store, tmp_path: Path):
    far = tmp_path.joinpath(*["深" * 60] * 60)
    (file,) = collect(store, [far / "表.xlsx"]).files
    assert file.state == "refused" and file.notes[0].text.endswith("。")
    for reach in (
        lambda: extract(far / "要点.docx"),
        lambda: read_ledger(far),
        lambda: open_ledger(far),
        lambda: export(store, far / "台账.xlsx"),
        lambda: dispatch(store, "2026-07", None, far, None),
        lambda: restore(far, far / "备份.duban"),
    ):
        with pytest.raises(Refused):
            reach()
