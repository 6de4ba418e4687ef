"""The shipped program tries itself: a first month in a folder that is thrown away, each step timed.

The result file is all that a windowed program can say: each step with what it found, versions, fonts and stand-ins.
"""

import importlib.metadata
import json
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app import __version__, clock
from desktop_app.binding import KEPT
from desktop_app.errors import Refused
from desktop_app.files import write_bytes
from desktop_app.paths import asset
from desktop_app.texts import selftest as texts

PACKAGES = "PySide6_Essentials numpy matplotlib lxml rapidfuzz python_calamine pypdfium2 msoffcrypto_tool cryptography"
PACKAGES += " sqlite_utils openpyxl XlsxWriter python_docx chinesecalendar"


@dataclass
class Trial:
    """The folder that is thrown away, and the forms that went out in it, by unit."""

    folder: Path
    forms: dict[str, Path] = field(default_factory=dict)

    @property
    def ledger(self) -> Path:
        """The folder of its ledger."""
        return self.folder / "ledger"


def self_test(out: Path) -> dict[str, Any]:
    """Run every step, write the result (JSON) to `out`; `passed` is true only if all of them did their work."""
    steps: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="duban-", ignore_cleanup_errors=True) as folder:
        trial = Trial(Path(folder))
        for name, step in STEPS.items():
            steps.append(_timed(name, step, trial))
            if not steps[-1]["passed"]:
                break
    result = {
        "passed": all(step["passed"] for step in steps),
        "steps": steps,
        "version": __version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "frozen": hasattr(sys, "_MEIPASS"),
        "packages": {name: _version(name) for name in PACKAGES.split()},
    }
    write_bytes(out, json.dumps(result, ensure_ascii=False, indent=1).encode())
    return result


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _timed(name: str, step: Callable[[Trial], object], trial: Trial) -> dict[str, Any]:
    began = time.perf_counter()
    told: object = None
    try:
        told, passed = step(trial), True
    except (Refused, AssertionError, OSError, ImportError, LookupError, ValueError, TypeError, RuntimeError) as error:
        told, passed = f"{type(error).__name__}: {error}", False
    return {"step": name, "passed": passed, "told": told, "seconds": round(time.perf_counter() - began, 3)}


def expect(true: bool, told: object) -> None:
    """Stop the step, also where Python was told to leave asserts out."""
    if not true:
        raise AssertionError(told)


def _assets(_trial: Trial) -> int:
    expect(asset("db", "0001_initial.sql").is_file(), "schema")
    expect(not hasattr(sys, "_MEIPASS") or (Path(__file__).parent.parent / KEPT).is_file(), "binding")
    return len(list(asset("resources", "icons").glob("*.svg")))


def _fonts(_trial: Trial) -> dict[str, object]:
    from desktop_app.paint import application, fonts

    application.ready()
    expect(fonts.is_drawn(texts.SAMPLE), f"Chinese is not drawn in {fonts.family()}")
    return {"chosen": fonts.family(), "stood_in": fonts.stood_in(), "sentences": fonts.told_of_stand_ins()}


def _intake(trial: Trial) -> dict[str, int]:
    from desktop_app.store.store import open_ledger
    from desktop_app.verbs.demo import start

    with open_ledger(trial.ledger) as store:
        counts = start(store)
    expect(counts["tasks"] > 0 and counts["units"] > 0, counts)
    return {"tasks": counts["tasks"], "units": counts["units"]}


def _month() -> dict[str, Any]:
    return json.loads(asset("resources", "demo", "returns.json").read_text("utf-8"))["months"][0]


def _dispatch(trial: Trial) -> int:
    from desktop_app.store.store import open_ledger
    from desktop_app.verbs.dispatch import dispatch

    month = _month()
    as_of, due = date.fromisoformat(month["as_of"]), date.fromisoformat(month["due"])
    with open_ledger(trial.ledger) as store, clock.on_day(as_of.replace(day=20)):
        sent = dispatch(store, month["period"], due, trial.folder / "sent", as_of)
    trial.forms = {form.unit: form.path for form in sent.files}
    expect(bool(trial.forms) and all(path.is_file() for path in trial.forms.values()), list(trial.forms))
    return len(trial.forms)


def _collect(trial: Trial) -> int:
    from desktop_app.store.store import open_ledger
    from desktop_app.verbs.demo import collect_and_apply, fill_form

    month = _month()
    returned = [trial.folder / "returned" / trial.forms[unit["unit"]].name for unit in month["units"][:3]]
    for unit, path in zip(month["units"], returned, strict=False):
        fill_form(trial.forms[unit["unit"]], path, unit["rows"])
    with open_ledger(trial.ledger) as store, clock.on_day(date.fromisoformat(month["due"])):
        collected = collect_and_apply(store, returned)
    states = {file.file: file.state for file in collected.files}
    expect(len(states) == 3 and set(states.values()) == {"merged"}, states)
    return sum(file.changed for file in collected.files)


def _papers(trial: Trial) -> dict[str, int]:
    from docx import Document

    from desktop_app.store.store import read_ledger
    from desktop_app.verbs.export import export
    from desktop_app.verbs.notice import write_notice

    with read_ledger(trial.ledger) as store:
        round_key = max(store.snapshot().rounds)
        write_notice(store, round_key, trial.folder / "notice.docx")
        export(store, trial.folder / "ledger.xlsx")
    paragraphs = [paragraph.text for paragraph in Document(str(trial.folder / "notice.docx")).paragraphs]
    expect(any(paragraphs), "an empty notice")
    return {"paragraphs": len(paragraphs)}


def _gantt(trial: Trial) -> dict[str, int]:
    from pypdfium2 import PdfDocument

    from desktop_app.store.store import read_ledger
    from desktop_app.verbs.gantt import gantt

    with read_ledger(trial.ledger) as store:
        written = gantt(store, trial.folder / "gantt.pdf")
        gantt(store, trial.folder / "gantt.png")
    with PdfDocument(trial.folder / "gantt.pdf") as document:
        characters = sum(len(page.get_textpage().get_text_range()) for page in document)
        shades = set(document[0].render().to_pil().convert("L").tobytes())
        expect(len(document) == written.pages and characters > 0 and len(shades) > 2, (characters, len(shades)))
    return {"pages": written.pages, "characters": characters}


def _chart(trial: Trial) -> dict[str, object]:
    from desktop_app.selftest_natives import chart

    return chart(trial.folder / "chart.png")


def _undo(trial: Trial) -> int:
    from desktop_app.store.store import open_ledger
    from desktop_app.store.undo import steps
    from desktop_app.verbs.undo import undo

    with open_ledger(trial.ledger) as store:
        before = store.logical_dump()
        undone = undo(store, None)
        expect(store.logical_dump() != before, "undo changed nothing")
        newest = steps(store).redo
        expect(newest is not None, "nothing to redo")
        undo(store, newest.id if newest else None)
        expect(store.logical_dump() == before, "redo brought something else back")
    return undone.entry


def _backup(trial: Trial) -> str:
    from desktop_app.store.store import open_ledger, read_ledger
    from desktop_app.verbs.backup import back_up
    from desktop_app.verbs.restore import restore
    from desktop_app.verbs.undo import undo

    made = back_up(trial.ledger).made
    expect(made is not None, "no backup was made")
    assert made
    with open_ledger(trial.ledger) as store:
        before = store.logical_dump()
        undo(store, None)
        expect(store.logical_dump() != before, "undo changed nothing")
    restore(trial.ledger, made.path)
    with read_ledger(trial.ledger) as store:
        expect(store.logical_dump() == before, "the restored ledger is another")
    return made.path.name


def _check(trial: Trial) -> str:
    from desktop_app.store.store import read_ledger
    from desktop_app.verbs.check import check

    with read_ledger(trial.ledger) as store:
        problems = check(store)
        (sqlite,) = store.connection.execute("SELECT sqlite_version()").fetchone()
    expect(not problems, problems)
    return f"SQLite {sqlite}"


def _natives(trial: Trial) -> dict[str, str]:
    from desktop_app.selftest_natives import natives

    return natives(trial.folder)


STEPS: dict[str, Callable[[Trial], object]] = {
    "assets": _assets,
    "fonts": _fonts,
    "intake": _intake,
    "dispatch": _dispatch,
    "collect": _collect,
    "papers": _papers,
    "gantt": _gantt,
    "chart": _chart,
    "undo": _undo,
    "backup": _backup,
    "check": _check,
    "natives": _natives,
}
