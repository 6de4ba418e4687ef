"""Whatever words stand in the ledger, no file that goes out runs, fetches or links to anything: formula, DDE, field."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app import clock
from desktop_app.store.store import open_ledger
from desktop_app.verbs.collect import collect
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.export import export
from desktop_app.verbs.fill_template import fill, look_at_template, open_template
from desktop_app.verbs.gantt import gantt
from desktop_app.verbs.hand_over import hand_over
from desktop_app.verbs.report import make
from desktop_app.verbs.report_write import write_paper
from desktop_app.verbs.send_back import send_back
from tests.builders import answer, plan_with, round_of

CALLS = "cmd|'/C calc'!A0"
STARTS = ("=", "+", "-", "@", "\t=", "＝", "＋", "－", "＠", '"=')
MONTHLY = ("bulletin", "order", "summary", "brief", "figures", "charts")
KINDS = {"breakdown": "2026", "assign": "2026", **dict.fromkeys(MONTHLY, "2026-05")}
_FORMULA = re.compile(rb"<(?:\w+:)?f(?: [^>]*)?>([^<]*)")
_FIELD = re.compile(rb"<w:instrText[^>]*>([^<]*)|w:fldSimple[^>]*w:instr=\"([^\"]*)")
_OUTSIDE = re.compile(rb'TargetMode="External"')


def files_out(folder: Path, start: str) -> None:
    """Every kind of file that the program writes, of a ledger whose words all begin like a formula."""
    bad = start + CALLS
    with clock.on_day(date(2026, 6, 20)), open_ledger(folder / "台账") as store:
        words = {"text": bad, "note": bad, "leader": bad, "lead": f"{bad}科", "deadline": "2026-05-20"}
        made = plan_with(store, *({**words, "title": f"{bad}{n}"} for n in range(2)), title=bad)
        (unit,) = made.units.values()
        row, _ = round_of(store, "2026-05", [(task, unit) for task in made.tasks])
        answer(store, row, percent=40.0, text=bad, problems=bad)
        out = folder / "out"
        for name in ("台账.xlsx", "台账.csv", "台账.jsonl"):
            export(store, out / name)
        sent = dispatch(store, "2026-06", None, out / "发出", None)
        for name in ("图.xlsx", "图.pdf"):
            gantt(store, out / name)
        for kind in ("breakdown", "figures"):
            write_paper(make(store, kind, "2026" if kind == "breakdown" else "2026-05"), out / f"{kind}.xlsx")
        for kind, period in KINDS.items():
            write_paper(make(store, kind, period), out / f"{kind}.docx")
        send_back(collect(store, [sent.files[0].path]).files[0], out, bad)
        book = openpyxl.Workbook()
        book.active.append(["序号", "重点任务", "责任单位", "进展情况", "存在问题"])  # type: ignore[union-attr]
        book.save(folder / "上级表.xlsx")
        form = look_at_template(store.snapshot(), open_template(folder / "上级表.xlsx"))
        fill(store, form, out / "已填.xlsx")
        hand_over(store.folder, out / "交接包.zip")


@pytest.mark.parametrize("start", STARTS)
def test_no_file_that_goes_out_acts(tmp_path: Path, start: str):
    files_out(tmp_path, start)
    seen = set()
    for path in sorted((tmp_path / "out").rglob("*")):
        if path.suffix in (".xlsx", ".docx"):
            seen.add(path.suffix)
            with zipfile.ZipFile(path) as package:
                for name in package.namelist():
                    assert not re.search(r"vba|externalLink|embeddings|activeX", name), (path.name, name)
                    part = package.read(name)
                    acts = [found for found in _FORMULA.findall(part) if b"calc" in found]
                    acts += [found for found in _FIELD.findall(part) if b"calc" in b"".join(found)]
                    assert not acts and not _OUTSIDE.search(part), (path.name, name, acts)
        elif path.suffix == ".csv":
            seen.add(path.suffix)
            fields = [f for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for f in row if "calc" in f]
            assert fields and not [f for f in fields if f.lstrip()[:1] in "=+-@＝＋－＠"], fields
        elif path.suffix == ".jsonl":
            seen.add(path.suffix)
            assert all(json.loads(line) for line in path.read_text("utf-8").splitlines())
    assert seen == {".xlsx", ".docx", ".csv", ".jsonl"}
