"""The dialogs of every room as they open, over the ledger at hand or, where that has nothing to show, a sample."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app import clock
from desktop_app.texts import shots as texts
from desktop_app.ui.session import Session
from desktop_app.ui.shot_small_dialogs import small_dialogs

Named = Iterator[tuple[str, QWidget]]


def dialogs(session: Session, window: QWidget) -> Named:
    """Each dialog with its name, made when its turn comes."""
    with tempfile.TemporaryDirectory() as room:
        yield from _plans(session, window, Path(room))
        yield from _ledgers(session, window, Path(room))
        yield from small_dialogs(session, window, Path(room))
        yield from _ledger_page(session, window)
        yield from _days(session, window)
        yield from _rounds(session, window)
        yield from _papers(session, window)
        yield from _boxes(session, window)
        yield from _gantt(session, window)
        yield "manual", _manual(window)
        yield "call", _call(session, window)


def _call(session: Session, window: QWidget) -> QWidget:
    from desktop_app.ui.calls.dialog import CallDialog

    dialog = CallDialog(session, clock.today(), window)
    dialog.words.setPlainText(texts.CALL)
    return dialog


def _manual(window: QWidget) -> QWidget:
    from desktop_app.ui.manual.window import ManualWindow

    manual = ManualWindow(window)
    manual.show_chapter_of("ledger")
    return manual


def _plans(session: Session, window: QWidget, room: Path) -> Named:
    from desktop_app.documents.extraction import Extraction
    from desktop_app.documents.plan import extract
    from desktop_app.paths import asset
    from desktop_app.texts import demo
    from desktop_app.ui.plans.comparison import ComparisonDialog
    from desktop_app.ui.review.window import ReviewWindow
    from desktop_app.verbs.compare import side_of_file

    plan = asset("resources", "demo", demo.PLAN)
    revised = _written(room / texts.FILES["plan"], _revised(plan.with_suffix(".txt").read_text("utf-8")))
    many = (texts.BREAKDOWN_TASK.format(number=n, office=name) for n, name in enumerate(texts.OFFICES, 1))
    breakdown = _written(room / texts.FILES["breakdown"], "\n".join([texts.BREAKDOWN_TITLE, "", *many]))
    for name, path in (("review", plan), ("review-offices", breakdown)):
        read = extract(path)
        if isinstance(read, Extraction):
            yield name, ReviewWindow(session, read, path, window)
    comparison = ComparisonDialog(session, window)
    for box, path in ((comparison.old, plan), (comparison.new, revised)):
        comparison.take_side(box, path, side_of_file(path))
    yield "comparison", comparison
    yield from _revision(session, window, revised)


def _revision(session: Session, window: QWidget, path: Path) -> Named:
    from desktop_app.documents.extraction import Extraction
    from desktop_app.documents.plan import extract
    from desktop_app.ui.review.storing import revision_dialog
    from desktop_app.verbs.revise import likely_plan

    read = extract(path)
    likely = likely_plan(session.snapshot, read) if isinstance(read, Extraction) else None
    if likely and isinstance(read, Extraction):
        yield "revision", revision_dialog(session, read, path, likely[0], window)


def _revised(plan: str) -> str:
    """A plan with other figures and without one of its items."""
    lines = plan.replace("10", "12").splitlines()
    items = [number for number, line in enumerate(lines) if line[:1].isdigit() and "." in line[:3]]
    return "\n".join(line for number, line in enumerate(lines) if number not in items[2:3])


def _written(path: Path, words: str) -> Path:
    path.write_text(words, "utf-8")
    return path


def _book(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def _ledgers(session: Session, window: QWidget, room: Path) -> Named:
    from desktop_app.ui.importing.template import TemplateWindow
    from desktop_app.ui.importing.window import ImportWindow
    from desktop_app.verbs.fill_template import look_at_template, open_template
    from desktop_app.verbs.import_ledger import look, open_file

    snapshot = session.snapshot
    ledger = _book(room / texts.FILES["ledger"], texts.LEDGER)
    yield "import", ImportWindow(session, look(snapshot, open_file(ledger)), window)
    form = _book(room / texts.FILES["form"], texts.FORM)
    yield "template", TemplateWindow(session, look_at_template(snapshot, open_template(form)), window)
    if snapshot.tasks:
        yield "export-back", _edited_export(session, window, room / texts.RETURNED)


def _edited_export(session: Session, window: QWidget, path: Path) -> QWidget:
    """An export of this ledger that comes back with other words in its first rows."""
    from openpyxl import load_workbook

    from desktop_app.exchange.read_workbook import read_book
    from desktop_app.ui.importing.returning import ReturnedDialog
    from desktop_app.verbs.export import export_snapshot, origin_of
    from desktop_app.verbs.own_ledger import returned

    origin = origin_of(session.store)
    export_snapshot(session.snapshot, clock.today(), path, origin)
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=4, max_row=7, min_col=3, max_col=4):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value += texts.NOTE  # type: ignore[assignment]
    book.save(path)
    data = path.read_bytes()
    back = returned(session.snapshot, origin, data, path.name, read_book(data))
    return ReturnedDialog(session.snapshot, back, window)


def _ledger_page(session: Session, window: QWidget) -> Named:
    from desktop_app.documents.advice import leads_for_tasks
    from desktop_app.ui.ledger.assign_dialog import AssignDialog
    from desktop_app.ui.ledger.figures_dialog import FiguresDialog
    from desktop_app.ui.ledger.table_dialogs import table_dialogs
    from desktop_app.ui.units.members_dialog import MembersDialog
    from desktop_app.verbs.offered_figures import offers

    snapshot = session.snapshot
    without = [task.key for task in snapshot.tasks_in_order()][:12]
    suggested = leads_for_tasks(snapshot, without)
    yield "assign", AssignDialog(snapshot, {key: suggested.get(key, ()) for key in without}, window)
    yield "figures", FiguresDialog(snapshot, offers(snapshot, session.answered_until.isoformat()), window)
    yield from table_dialogs(snapshot, session.statuses, window)
    for group in [unit for unit in snapshot.units_in_order() if unit.kind == "group"][:1]:
        yield "members", MembersDialog(snapshot, group, window)


def _papers(session: Session, window: QWidget) -> Named:
    from desktop_app.ui.reports.issued_dialog import IssuedDialog
    from desktop_app.ui.reports.opinions_dialog import OpinionsDialog
    from desktop_app.ui.reports.options_dialog import OptionsDialog
    from desktop_app.ui.reports.template_dialog import TemplateDialog
    from desktop_app.verbs.report import USUAL

    if session.snapshot.tasks:
        yield "paper-options", OptionsDialog(USUAL, [], window)
        yield "paper-template", TemplateDialog(session, "bulletin", window)
        yield "paper-opinions", OpinionsDialog(session, window)
        yield "paper-issued", IssuedDialog(session, window)


def _days(session: Session, window: QWidget) -> Named:
    from desktop_app.domain.filters import Filter
    from desktop_app.ui.history.between_dialog import BetweenDialog
    from desktop_app.ui.history.day_dialog import DayDialog
    from desktop_app.ui.ledger.conditions import ConditionsDialog
    from desktop_app.ui.shortcuts import ShortcutsDialog

    yield "conditions", ConditionsDialog(session, Filter(traits=frozenset({"with_target"})), window)
    yield "day", DayDialog(session.store, None, window)
    yield "between", BetweenDialog(session, window)
    yield "shortcuts", ShortcutsDialog(window)


def _rounds(session: Session, window: QWidget) -> Named:
    from desktop_app.domain.proposal import Note, Severity
    from desktop_app.texts import exchange_page, returned
    from desktop_app.ui.exchange.collect_dialog import CollectDialog
    from desktop_app.ui.exchange.dispatch_dialog import DispatchDialog
    from desktop_app.ui.exchange.roster_acts import timeliness_dialog
    from desktop_app.ui.exchange.words_dialog import password_dialog, send_back_dialog
    from desktop_app.verbs.collect import pending

    yield "dispatch", DispatchDialog(session.snapshot, window)
    asked = pending(session.store)
    summary = exchange_page.PENDING.format(count=len(asked))
    notes = [Note(Severity.REFUSED, returned.FILE_TRUNCATED, texts.LOCKED)]
    yield "collect", CollectDialog(session.snapshot, summary, asked, notes, Path, lambda *_: "", window)
    yield "password", password_dialog(texts.LOCKED, window)
    yield "send-back", send_back_dialog(window)
    yield "timeliness", timeliness_dialog(session, window)
    yield from _latest_round(session, window)


def _latest_round(session: Session, window: QWidget) -> Named:
    from desktop_app.texts import exchange_page
    from desktop_app.ui.exchange.heard_dialog import HeardDialog
    from desktop_app.ui.exchange.round_rows_dialog import RoundRowsDialog
    from desktop_app.ui.exchange.sent_dialog import SentDialog
    from desktop_app.verbs.notice import notice_text

    for latest in session.snapshot.rounds_in_order()[-1:]:
        forms = session.snapshot.having("form", "round", latest.key)
        rows = session.snapshot.rows_of(latest.key)
        if forms:
            done = exchange_page.SENT_COUNT.format(files=len(forms), rows=len(rows))
            yield "round-rows", RoundRowsDialog(session.snapshot, latest, window)
            yield "heard", HeardDialog(session.snapshot, rows[:1], window)
            yield "sent", SentDialog(done, session.store.folder, notice_text(session.store, latest.key), (), window)


def _gantt(session: Session, window: QWidget) -> Named:
    from desktop_app.ui.gantt.page import GanttPage
    from desktop_app.ui.gantt.print_dialog import PrintDialog

    if not session.snapshot.tasks:
        return
    for view in ("year", "coming"):
        page = GanttPage(session)
        page.resize(window.size())
        page.set_view(view)
        yield f"gantt-{view}", page
    yield "gantt-print", PrintDialog(page.rested_scene(), window)


def _boxes(session: Session, window: QWidget) -> Named:
    from desktop_app.texts import plans, store
    from desktop_app.texts import window as window_texts
    from desktop_app.ui.messages import box
    from desktop_app.ui.obstacles import ObstaclesDialog

    label = session.entries()[0].label if session.entries() else window_texts.PROGRAM
    yield "obstacles", ObstaclesDialog(label, [label], window)
    yield "told", box(window, store.IN_USE, (window_texts.KNOWN,))
    sentence = plans.RESEMBLES.format(title=texts.BREAKDOWN_TITLE, count=len(texts.OFFICES))
    yield "choose", box(window, sentence, (window_texts.CANCEL, plans.AS_REVISION, plans.AS_OTHER))
