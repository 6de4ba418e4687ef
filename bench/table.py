"""Rows 4–6: the ledger's table, offscreen, on real ledgers of 10,000 and 100,000 tasks and actions.

A key of the search line, a click on a heading, a jump of the scroll bar: each until both halves of the table are
painted. Of a key that is the first paint that shows just what is still shown when all is done and the count is told: a
large ledger is painted before the rows below those seen are looked through, and the notes tell when that has ended too.
The plain repaint is that of Qt's own QTableView with its own delegate, over the same rows and columns, as large; the
bare painting draws the very texts of the frame and nothing else. All take turns, the 95th percentile counts.
Orders and search texts of a large ledger are made ready in idle time after it is opened, so they are at hand when
measuring begins; the notes tell what a column takes that is sorted by before that. Prints JSON (see bench/rows.py).
"""

import json
import os
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from bench.table_case import DAY, clock, make_ledger
from desktop_app.store.store import read_ledger
from desktop_app.ui.ledger.lines import Line
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.ledger.painting import PAD, Pen
from desktop_app.ui.ledger.table import LedgerTable
from desktop_app.ui.ledger.view import LedgerView
from desktop_app.ui.session import Session
from desktop_app.ui.theme import application, row_height

SIZE = (1270, 640)  # of the page in a window of 1366×768
TYPED = ("养老服务", "食堂", "低保核查、殡葬", "第7科", "改造12", "不在台账里", "6月", "社区 床位")
ROUNDS = 6
FRAMES = 240
Index = QModelIndex | QPersistentModelIndex


class PlainModel(QAbstractTableModel):
    """The shown columns of the ledger's own model, as text and nothing else."""

    def __init__(self, lines: LedgerModel, columns: tuple[int, ...]) -> None:
        super().__init__()
        self.lines, self.columns = lines, columns

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many rows as the ledger's own model."""
        return self.lines.rowCount()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The shown columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.lines.line(index.row())
        return row.cells[self.columns[index.column()]] if isinstance(row, Line) else None


class Bare(QWidget):
    """Draws the texts of rows, cut as the table cuts them, each by one call."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__()
        self._pen = Pen(page.table.left.font())
        self._columns = [(c, page.table.headings.widths()[name] - 2 * PAD) for c, name in named(page)]
        self.told: list[tuple[int, int, str]] = []

    def take(self, model: LedgerModel, top: int, height: int) -> None:
        """Draw from this row on."""
        self.told = []
        for place, row in enumerate(range(top, min(top + self.height() // height + 1, model.rowCount()))):
            line, x = model.line(row), PAD
            for column, room in self._columns:
                if isinstance(line, Line) and line.cells[column]:
                    self.told.append((x, place * height + height * 2 // 3, self._pen.fitted(line.cells[column], room)))
                x += room + 2 * PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each text by one call."""
        painter = QPainter(self)
        for x, y, words in self.told:
            painter.drawText(x, y, words)
        painter.end()


def named(page: LedgerPage) -> list[tuple[int, str]]:
    """The shown columns with their names."""
    return list(zip(page.table.columns, page.shown_columns(), strict=True))


class Paint(NamedTuple):
    """A half of the table was painted: when, and what it shows."""

    time: float
    view: LedgerView
    seen: tuple[object, ...]


class Watch(QObject):
    """Notes when each half of a table has painted what."""

    def __init__(self, table: LedgerTable) -> None:
        super().__init__()
        self._table = table
        self.paints: list[Paint] = []
        for view in (table.left, table.right):
            view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a half paint, and note the rows it has painted, heading counts and scroll places too."""
        for view in (self._table.left, self._table.right):
            if event.type() == QEvent.Type.Paint and watched is view.viewport():
                view.viewportEvent(event)
                self.paints.append(Paint(clock(), view, self._seen(view)))
                return True
        return False

    def _seen(self, view: LedgerView) -> tuple[object, ...]:
        top, height = view.verticalHeader().offset(), view.verticalHeader().defaultSectionSize()
        count = self._table.model.rowCount()
        rows = range(top // height, min((top + view.viewport().height()) // height + 1, count))
        return top, [self._table.model.line(row) for row in rows], self._table.model.search


def stands(paints: list[Paint], view: LedgerView) -> float | None:
    """When a half painted what all its later paints show too; None where it was not painted."""
    ours, found = [paint for paint in paints if paint.view is view], None
    for paint in reversed(ours):
        if paint.seen != ours[-1].seen:
            break
        found = paint.time
    return found


class Desk:
    """A shown ledger page with its plain peer."""

    def __init__(self, folder: Path, count: int) -> None:
        make_ledger(folder, count)
        self.store = read_ledger(folder)
        self.page = LedgerPage(Session(self.store))
        self.page.resize(*SIZE)
        self.page.show()
        table = self.page.table
        self.plain = QTableView()
        self.plain.setModel(PlainModel(table.model, table.columns))
        self.plain.verticalHeader().setDefaultSectionSize(row_height(self.plain))
        for place, (_, name) in enumerate(named(self.page)):
            self.plain.setColumnWidth(place, table.headings.widths()[name])
        self.plain.resize(table.size())
        self.plain.show()
        QApplication.processEvents()
        self.watch = Watch(table)

    def paint(self) -> None:
        """Paint both halves now."""
        self.page.table.left.viewport().repaint()
        self.page.table.right.viewport().repaint()

    def prepare(self) -> None:
        """Make ready what idle time makes ready."""
        while self.page.prepare():
            pass

    def repaint_plainly(self) -> float:
        """Seconds of one plain repaint of the rows that are shown now."""
        self.plain.model().layoutChanged.emit()
        started = clock()
        self.plain.viewport().repaint()
        return clock() - started

    def timed(self, act: Callable[[], object]) -> float:
        """Seconds until an act is painted."""
        started = clock()
        act()
        self.paint()
        return clock() - started

    def typed(self, words: str) -> tuple[float, float]:
        """Seconds until a key of the search line is painted as it stays, and until nothing is left to do."""
        self.watch.paints.clear()
        started = clock()
        self.page.search(words)
        self.paint()
        ended = clock()
        stood = [stands(self.watch.paints, view) for view in (self.page.table.left, self.page.table.right)]
        return max(time or ended for time in stood) - started, ended - started

    def close(self) -> None:
        """Let the ledger go."""
        self.page.close()
        self.plain.close()
        self.store.close()


def percentile_95(seconds: list[float]) -> float:
    """The value that 95 of 100 keep under."""
    return statistics.quantiles(seconds, n=20)[-1]


def result(row: str, ours: list[float], peer: list[float], note: str) -> dict[str, object]:
    """One row of the table of budgets."""
    own, other = percentile_95(ours) * 1e3, percentile_95(peer) * 1e3
    return {"row": row, "ours": own, "peer": other, "unit": "ms", "ratio": own / other, "note": note}


def keys(desk: Desk, row: str) -> dict[str, object]:
    """Type words letter by letter, each into an empty search line."""
    ours, whole, plain, own = [], [], [], []
    for _ in range(ROUNDS):
        for words in TYPED:
            for letters in [*range(1, len(words) + 1), 0]:
                painted, ended = desk.typed(words[:letters])
                ours.append(painted)
                whole.append(ended)
                plain.append(desk.repaint_plainly())
                own.append(desk.timed(lambda: None))
    ends, repaint = percentile_95(whole) * 1e3, percentile_95(own) * 1e3
    note = f"p95 of {len(ours)} keys; all looked through and painted again {ends:.1f} ms, own repaint {repaint:.1f} ms"
    return result(row, ours, plain, note)


def sorts(desk: Desk, cold: list[float]) -> dict[str, object]:
    """Click each heading three times: upwards, downwards, as the plan has it."""
    ours, plain = [], []
    for _ in range(ROUNDS):
        for column in desk.page.table.columns:
            for _ in range(3):
                ours.append(desk.timed(lambda column=column: desk.page.sort_by(column)))
                plain.append(desk.repaint_plainly())
    note = f"p95 of {len(ours)} clicks; a column not made ready yet {statistics.median(cold) * 1e3:.0f} ms"
    return result("5", ours, plain, note)


def cold_sorts(desk: Desk) -> list[float]:
    """Seconds of the first sort by each column, before idle time has made it ready."""
    found = []
    for column in desk.page.table.columns:
        found.append(desk.timed(lambda column=column: desk.page.sort_by(column)))
        desk.page.sort_by(column)
        desk.page.sort_by(column)
    return found


def scrolls(small: Desk, large: Desk) -> list[dict[str, object]]:
    """Jump through both ledgers, and draw the smaller one's texts bare."""
    bare, frames = Bare(small.page), ([], [], [])
    bare.resize(small.page.table.size())
    bare.show()
    QApplication.processEvents()
    for number in range(-20, FRAMES):
        for desk, found in zip((small, large), frames, strict=False):
            bar = desk.page.table.left.verticalScrollBar()
            found.append(desk.timed(lambda bar=bar, n=number: bar.setValue(abs(n) * 99_991 % bar.maximum())))
        height = small.page.table.left.rowHeight(0)
        bare.take(small.page.model, small.page.table.left.verticalScrollBar().value() // height, height)
        started = clock()
        bare.repaint()
        frames[2].append(clock() - started)
    ten, hundred, texts = (found[20:] for found in frames)
    bare.close()
    note = f"p95 of {FRAMES} frames of {SIZE[0]}×{SIZE[1]}, every row a new one"
    return [result("6a", ten, texts, note), result("6b", hundred, ten, note)]


def main() -> int:
    """Measure in turn and print the rows."""
    os.environ["DUBAN_TODAY"] = DAY
    application()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Desk(Path(folder, "10k"), 10_000), Desk(Path(folder, "100k"), 100_000)
        small.prepare()
        cold = cold_sorts(large)
        large.prepare()
        rows = [keys(small, "4a"), keys(large, "4b"), sorts(large, cold), *scrolls(small, large)]
        small.close()
        large.close()
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
