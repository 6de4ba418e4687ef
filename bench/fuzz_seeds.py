"""What the fuzz corpus is made from: sound files of every kind that is read, each with the roads it comes in by.

All of them are written here by the program itself or by small writers of the tests; old binary kinds by LibreOffice,
which a quick share does without.
"""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from bench import soak_kill
from desktop_app import clock
from desktop_app.paths import asset
from desktop_app.store.backup import backups
from desktop_app.store.store import FILE, open_ledger
from desktop_app.texts import backup as words
from desktop_app.texts import demo as forms
from desktop_app.verbs.export import export
from desktop_app.verbs.hand_over import hand_over
from tests.documents.pdf_files import column, grid, pdf
from tests.office.binary_books import binary_book
from tests.verbs import ledgers, ledgers_more, ledgers_odd

PLAN_ROADS, FORM_ROADS = ("extract", "intake"), ("collect", "collect", "collect", "look", "extract")
LEDGER_ROADS, OWN_ROADS = ("look", "import", "template", "extract"), ("import", "look", "template")
DATABASE_ROADS, BACKUP_ROADS = ("open", "restore"), ("restore",)
EVERYTHING = ("extract", "intake", "look", "import", "collect", "template", "check-docx", "restore", "open")


class Seed(NamedTuple):
    """A sound file: its ending, its bytes, the roads it comes in by, and the way of damage that knows its inside."""

    name: str
    data: bytes
    roads: tuple[str, ...]
    way: str

    @property
    def ending(self) -> str:
        """The ending of its name, with the dot."""
        return Path(self.name).suffix


def seeds(room: Path, old_kinds: bool) -> list[Seed]:
    """The sound files; in `room`/template lies the ledger that they belong to."""
    template = room / "template"
    soak_kill.template(template)
    made = [*_plans(), *_forms(template), *_ledgers(room), *_stores(room, template)]
    return made + (list(_old_kinds(room, made)) if old_kinds and shutil.which("soffice") else [])


def _plans() -> Iterator[Seed]:
    demo = asset("resources", "demo", "2026年全区民政工作要点.docx")
    text = demo.with_suffix(".txt").read_text("utf-8")
    yield Seed("要点.txt", text.encode(), (*PLAN_ROADS, "paste", "paste"), "text")
    yield Seed("短.txt", soak_kill.PLAN.encode(), (*PLAN_ROADS, "paste", "notice"), "text")
    yield Seed("通知.txt", _NOTICE.encode(), ("notice", "paste"), "text")
    yield Seed("要点.docx", demo.read_bytes(), (*PLAN_ROADS, "check-docx"), "package")
    lines = [line for line in text.splitlines() if line.strip()]
    yield Seed("要点.html", _page("".join(f"<p>{escape(line)}</p>" for line in lines)), (*PLAN_ROADS, "paste"), "page")
    yield Seed("表.html", _page(_table(ledgers.BUREAU.rows)), (*PLAN_ROADS, "paste", "look", "collect"), "page")
    pages = [column(lines[at : at + 12], 90, 760, 28) for at in range(0, 36, 12)]
    table = grid(
        [[str(value) for value in row] for row in ledgers.PLAIN.rows], 60, 760, [40, 120, 80, 80, 90, 80, 40], 8
    )
    yield Seed("要点.pdf", pdf(*pages), PLAN_ROADS, "pdf")
    yield Seed("表.pdf", pdf(table), PLAN_ROADS, "pdf")


def _forms(template: Path) -> Iterator[Seed]:
    back = sorted((template / "back").glob("*.xlsx"))
    rows = _shown(back[0])
    for path in back[:2]:
        yield Seed(path.name, path.read_bytes(), FORM_ROADS, "package")
    yield Seed("空表.xlsx", next((template / "sent").glob("*.xlsx")).read_bytes(), FORM_ROADS, "package")
    yield Seed("表.xlsb", binary_book(rows, {}), FORM_ROADS, "package")
    yield Seed("表.csv", "\n".join(",".join(map(str, row)) for row in rows).encode(), FORM_ROADS, "text")
    yield Seed("表.xls", _page(_table(rows)), FORM_ROADS, "page")
    yield Seed("表单.xls", _xml_book(rows), FORM_ROADS, "xml")
    yield Seed("表.docx", _word_table(template, rows), FORM_ROADS, "package")
    yield Seed(
        "填报.zip", _zip({path.name: path.read_bytes() for path in back}), ("collect", "collect", "extract"), "package"
    )
    inner = _zip({"里/表.xlsx": back[0].read_bytes(), "说明.txt": b"x"})
    yield Seed("包中包.zip", _zip({"里.zip": inner, back[1].name: back[1].read_bytes()}), ("collect",), "package")


def _ledgers(room: Path) -> Iterator[Seed]:
    layouts = (ledgers.PLAIN, ledgers.BUREAU, ledgers.BLOCKS, ledgers_more.COMMITTEES, ledgers_odd.STEPS)
    for number, layout in enumerate(layouts):
        path = ledgers.write(room / f"别家台账{number}.xlsx", layout)
        yield Seed(path.name, path.read_bytes(), LEDGER_ROADS, "package")


def _stores(room: Path, template: Path) -> Iterator[Seed]:
    ledger = template / "ledger"
    with clock.on_day(date(2026, 6, 20)), open_ledger(ledger) as store:
        export(store, room / "台账.xlsx")
        hand_over(store.folder, room / "交接包.zip")
    newest = backups(ledger)[0].path
    yield Seed("台账.xlsx", (room / "台账.xlsx").read_bytes(), OWN_ROADS, "package")
    yield Seed("备份.duban", newest.read_bytes(), DATABASE_ROADS, "ledger")
    yield Seed("同一备份.duban", newest.read_bytes(), DATABASE_ROADS, "ledger")
    yield Seed("旧版.duban", (template / soak_kill.OLDER).read_bytes(), DATABASE_ROADS, "ledger")
    yield Seed("交接包.zip", (room / "交接包.zip").read_bytes(), BACKUP_ROADS, "package")
    yield Seed("内容.jsonl", (newest.parent / words.COPY).read_bytes(), BACKUP_ROADS, "lines")


def _old_kinds(room: Path, made: list[Seed]) -> Iterator[Seed]:
    """The same in the binary kinds that older programs write."""
    for kind, names, roads in (
        ("xls", ("0.xlsx", "别家台账0.xlsx"), (*FORM_ROADS, "import")),
        ("ods", ("0.xlsx", "别家台账1.xlsx"), (*FORM_ROADS, "import")),
        ("doc", ("要点.docx", "表.docx"), (*PLAN_ROADS, "collect")),
    ):
        for name in names:
            seed = next(one for one in made if one.name == name)
            path = room / "old" / seed.name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(seed.data)
            new = _converted(path, kind)
            yield Seed(new.name, new.read_bytes(), roads, "package" if kind == "ods" else "bytes")


def _converted(path: Path, kind: str) -> Path:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(f".{kind}")


def _shown(form: Path) -> list[list[Any]]:
    from openpyxl import load_workbook

    rows = load_workbook(form)[forms.SHEET].iter_rows(values_only=True)
    return [[value if isinstance(value, int | float) else str(value or "") for value in row] for row in rows]


def _table(rows: list[list[Any]]) -> str:
    lines = ("".join(f"<td>{escape(str(value))}</td>" for value in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _page(inside: str) -> bytes:
    return f'<html><head><meta charset="utf-8"/></head><body>{inside}</body></html>'.encode()


def _xml_book(rows: list[list[Any]]) -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    cells = ("".join(f'<Cell><Data ss:Type="String">{escape(str(v))}</Data></Cell>' for v in row) for row in rows)
    lines = "".join(f"<Row>{line}</Row>" for line in cells)
    head = f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
    return f'{head}<Worksheet ss:Name="{forms.SHEET}"><Table>{lines}</Table></Worksheet></Workbook>'.encode()


def _word_table(room: Path, rows: list[list[Any]]) -> bytes:
    from docx import Document

    document = Document()
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=False):
            cell.text = str(value)
    document.save(str(room / "表.docx"))
    return (room / "表.docx").read_bytes()


def _zip(files: dict[str, bytes]) -> bytes:
    from desktop_app.office.package import stored

    return stored(files)


_NOTICE = (
    "经国务院批准，现将2026年部分节假日安排通知如下。\n一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n"
    "二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n"
)
FILE_OF_LEDGER = FILE
