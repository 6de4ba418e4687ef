"""Writes a task into a text document: head, source with marks, targets, reports with their cells, history."""

from datetime import date
from pathlib import PurePath

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from desktop_app.domain.attached import attached_to
from desktop_app.domain.changes import NOWHERE, Change, Source
from desktop_app.domain.extensions import Extension, extensions_of
from desktop_app.domain.headings import headed
from desktop_app.domain.model import ANSWER_FIELDS, Report, RoundRow, Task
from desktop_app.domain.periods import parse_period
from desktop_app.domain.rounds import RowTarget
from desktop_app.domain.values import encode, plain_number
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.store import journal
from desktop_app.store.receipts import receipts
from desktop_app.texts import attached as attached_texts
from desktop_app.texts import codes, fields
from desktop_app.texts import inspector as texts
from desktop_app.texts import ledger as ledger_texts
from desktop_app.ui.inspector.correcting import Piece
from desktop_app.ui.inspector.figure_chart import chart, figures_of, figures_told
from desktop_app.ui.inspector.links import GO, OPEN, TAKE, link_to
from desktop_app.ui.inspector.source_text import runs
from desktop_app.ui.ledger.wording import target_words
from desktop_app.ui.review.marking import format_of
from desktop_app.ui.session import Session
from desktop_app.ui.theme import ACCENT, HEADING, INK, LIGHTS, SECOND, SMALL, light_words

_TOLD = {"task": ("title", "deadline", "state", "note"), "report": ("percent", "text", "status", "finished_on")}
_MOST = 30  # history lines


class Writer:
    """Appends blocks at a cursor; one is made for each task that is written."""

    def __init__(self, cursor: QTextCursor, session: Session, font: QFont) -> None:
        self._cursor, self._session, self._snapshot = cursor, session, session.snapshot
        self._font = font
        self._fresh = True
        self.pieces: list[Piece] = []
        self._files = {r.file: PurePath(r.name).name for r in receipts(session.store) if r.file}

    def write_task(self, task: Task) -> None:
        """Everything there is to say about a task."""
        self._head(task)
        self._source(task)
        self._targets(task)
        self._attachments(task)
        self._reports(task)
        self._history(task)

    def quiet(self, words: str) -> None:
        """A line in the second ink."""
        self._block(words, _ink(SECOND))

    def _head(self, task: Task) -> None:
        self._block(headed(task.no, task.title), self._larger(1.25))
        leads, cos = self._snapshot.leads_of(task.key), self._snapshot.cos_of(task.key)
        self.quiet(texts.LEADS.format(units=texts.NAMES.join(u.name for u in leads) or texts.NO_LEAD))
        if cos:
            self.quiet(texts.COS.format(units=texts.NAMES.join(u.name for u in cos)))
        self.quiet(_deadline(task))
        for one in extensions_of(self._snapshot, task.key):
            self._extension(one)
        self._years(task)
        if task.note:
            self.quiet(texts.NOTE.format(note=task.note))
        status = self._session.statuses[task.key]
        self._block(light_words(status.light, status.label), _ink(LIGHTS[status.light][0]), space=6)
        self.quiet(status.reason)

    def _years(self, task: Task) -> None:
        """The task of an earlier year that this one goes on from, and those that go on from it, as links."""
        snapshot = self._snapshot
        before = snapshot.tasks.get(task.carried_from or 0)
        after = [one for one in snapshot.having("task", "carried_from", task.key) if not one.withdrawn]
        for words, one in [*((texts.BEFORE, one) for one in [before] if one), *((texts.AFTER, one) for one in after)]:
            plan = snapshot.plans.get(one.plan or 0)
            self.quiet(words.format(year=plan.year if plan and plan.year else ""))
            self._link(one.title, link_to(GO, str(one.key), one.title))

    def _extension(self, one: Extension) -> None:
        old = _day(one.old) if one.old else texts.NO_DAY
        self.quiet(attached_texts.EXTENDED.format(old=old, new=_day(one.new), by=one.by, reason=one.reason))
        if one.file and one.name:
            self._cursor.insertText(" ")
            self._link(attached_texts.EXTENDED_PAPER.format(name=one.name), link_to(OPEN, one.file, one.name))

    def _attachments(self, task: Task) -> None:
        files = attached_to(self._snapshot, task.key)
        if files:
            self._heading(attached_texts.HEADING)
        for one in files:
            self._new_block(2, 125)
            self._link(one.name, link_to(OPEN, one.file, one.name))
            self._cursor.insertText(attached_texts.ADDED.format(on=one.on), _ink(SECOND))
            self._link(attached_texts.TAKE, link_to(TAKE, one.file, one.name))

    def _link(self, words: str, target: str) -> None:
        shape = _ink(ACCENT)
        shape.setAnchor(True)
        shape.setAnchorHref(target)
        self._cursor.insertText(words, shape)

    def _source(self, task: Task) -> None:
        parts = runs(self._snapshot, task)
        if not parts:
            return
        self._heading(texts.SOURCE)
        self._new_block(4, 150)
        at = task.span_start
        for run in parts:
            words = run.words.replace("\n", "\u2028")
            if at is not None:
                self.pieces.append(Piece(self._cursor.position(), at, run.words))
                at += len(run.words)
            self._cursor.insertText(words, format_of(run.kind) if run.kind else _ink(INK))

    def _targets(self, task: Task) -> None:
        targets, nodes = self._snapshot.targets_of(task.key), self._snapshot.nodes_of(task.key)
        if targets:
            self._heading(texts.TARGETS)
        for target in targets:
            kind = codes.TARGET_KINDS.get(target.kind or "")
            words = target_words(target)
            self._block(texts.TARGET.format(words=words, kind=kind) if kind else words, _ink(INK))
            figures = figures_of(self._snapshot, target)
            if figures:
                self._new_block(2, 100)
                self._cursor.insertImage(chart(figures, target.value, self._font), figures_told(words, figures))
        if nodes:
            self._heading(texts.NODES)
        for node in nodes:
            self._block(texts.NODE.format(day=_day(node.due), title=node.title or ""), _ink(INK))

    def _reports(self, task: Task) -> None:
        self._heading(texts.REPORTS)
        rounds = self._snapshot.rounds
        rows = [r for r in self._snapshot.rows_about(task.key) if not r.withdrawn and rounds[r.round].state != "voided"]
        if not rows:
            self.quiet(texts.NO_REPORTS)
        for row in sorted(rows, key=lambda r: (rounds[r.round].as_of, r.round), reverse=True):
            self._report(row, self._snapshot.report_of(row.key))

    def _report(self, row: RoundRow, said: Report | None) -> None:
        period = period_words(parse_period(self._snapshot.rounds[row.round].period))
        self._block(texts.ROUND.format(period=period, unit=self._snapshot.unit(row.unit).name), _ink(SECOND), space=6)
        figures = [_figure(one) for one in self._snapshot.having("row_target", "row", row.key) if one.held is not None]
        if figures:
            self._block(texts.FIGURES.format(text=texts.NAMES.join(figures)), _ink(INK))
        if said is None:
            self._block("" if figures else texts.SILENT, _ink(SECOND))
            return
        percent = "" if said.percent is None else ledger_texts.PERCENT.format(figure=plain_number(said.percent))
        words = texts.SAID.format(percent=percent, text=said.text or said.status or "").strip()
        self._block(words.replace("\n", "\u2028"), _ink(INK))
        if said.finished_on:
            self._block(texts.FINISHED_ON.format(day=_day(said.finished_on)), _ink(INK))
        if said.problems:
            self._block(texts.PROBLEMS.format(text=said.problems), _ink(INK))
        if said.next_steps:
            self._block(texts.NEXT_STEPS.format(text=said.next_steps), _ink(INK))
        if said.evidence:
            self._block(texts.EVIDENCE.format(text=said.evidence), _ink(INK))
        self._place(said.key)

    def _place(self, report: int) -> None:
        """The file and cell that a report came from: of its figure, else of the first field that has one."""
        store = self._session.store
        for field in ("percent", *ANSWER_FIELDS):
            found = journal.history_of(store.connection, "report", report, field)
            source: Source = found[0][1].source if found else NOWHERE
            if source.file:
                name = self._files.get(source.file, "")
                place = texts.FILE_PLACE.format(file=name, sheet=source.sheet or "", cell=source.cell or "")
                self._new_block(2, 125)
                self._link(texts.PLACE.format(place=place.strip()), link_to(OPEN, source.file, name))
                return
        self.quiet(texts.BY_HAND)

    def _history(self, task: Task) -> None:
        """By entry, newest first: what of the task and of its reports was changed."""
        self._heading(texts.HISTORY)
        rows = (self._snapshot.report_of(row.key) for row in self._snapshot.rows_about(task.key))
        places = [("task", task.key), *(("report", report.key) for report in rows if report)]
        connection = self._session.store.connection
        found = [
            (number, change)
            for entity, key in places
            for field in _TOLD[entity]
            for number, change in journal.history_of(connection, entity, key, field)
        ]
        last = None
        for number, change in sorted(found, key=lambda pair: -pair[0])[:_MOST]:
            entry = journal.entry_of(connection, number)
            if entry is not None and number != last:
                self._block(texts.ENTRY.format(day=entry.at[:10], label=entry.label), _ink(SECOND), space=4)
            last = number
            if change.old is None and change.entity == "task" and entry is not None and entry.kind != journal.EDIT:
                continue
            old, new = (_value(change, value) for value in (change.old, change.new))
            self._block(texts.CHANGE.format(field=fields.of(change.entity, change.field), old=old, new=new), _ink(INK))

    def _heading(self, words: str) -> None:
        self._block(words, self._larger(HEADING / SMALL), space=12)

    def _larger(self, scale: float) -> QTextCharFormat:
        ink = _ink(INK)
        ink.setFontPointSize(self._font.pointSizeF() * scale)
        return ink

    def _block(self, words: str, ink: QTextCharFormat, space: float = 2) -> None:
        self._new_block(space, 125)
        self._cursor.insertText(words, ink)

    def _new_block(self, space: float, line: float) -> None:
        """Begin a paragraph `space` pixels below the last, its lines `line` percent apart."""
        shape = QTextBlockFormat()
        shape.setTopMargin(space)
        shape.setLineHeight(line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._fresh:
            self._cursor.setBlockFormat(shape)
            self._fresh = False
        else:
            self._cursor.insertBlock(shape)


def _ink(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _figure(asked: RowTarget) -> str:
    """The figure of a target as a unit reported it, beside what is wanted."""
    wanted = "" if asked.value is None else plain_number(asked.value)
    said = plain_number(asked.held or 0)
    return texts.FIGURE.format(item=asked.item or "", said=said, wanted=wanted, unit=asked.unit or "")


def _value(change: Change, value: object) -> str:
    written = encode(value)  # type: ignore[arg-type]
    return codes.of(change.entity, change.field, written) if written else texts.EMPTY


def _deadline(task: Task) -> str:
    if task.deadline is None:
        return texts.DEADLINE.format(day=task.deadline_raw) if task.deadline_raw else texts.NO_DEADLINE
    day = _day(task.deadline)
    if task.deadline_kind == "default":
        return texts.DEADLINE_DEFAULT.format(day=day)
    if task.deadline_raw and task.deadline_raw != task.deadline:
        return texts.DEADLINE_RAW.format(day=day, raw=task.deadline_raw)
    return texts.DEADLINE.format(day=day)


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return texts.FULL_DAY.format(year=day.year, month=day.month, day=day.day)
