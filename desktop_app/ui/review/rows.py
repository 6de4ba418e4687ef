"""The rows that were read, as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop_app.documents.extraction import Extraction, TargetRead, TaskRead
from desktop_app.documents.review import due
from desktop_app.domain.values import plain_number
from desktop_app.paint.colours import LIGHTS, SECOND
from desktop_app.texts import review as texts

Index = QModelIndex | QPersistentModelIndex
NO, TITLE, LEADS, COS, TARGETS, DUE, DOUBTS = range(7)
WIDTHS = {NO: 68, TITLE: 146, LEADS: 98, COS: 72, TARGETS: 84, DUE: 92, DOUBTS: 42}
SPARE = {NO: 1, TITLE: 5, LEADS: 4, COS: 2, TARGETS: 4}


class RowsModel(QAbstractTableModel):
    """One row a task; the number of open doubts stands in the last column."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks: tuple[TaskRead, ...] = ()
        self._doubts: dict[int | None, int] = {}

    def show_extraction(self, extraction: Extraction) -> None:
        """Show another state of the document; rows that stand keep their place."""
        doubts: dict[int | None, int] = {}
        for doubt in extraction.doubts:
            doubts[doubt.seq] = doubts.get(doubt.seq, 0) + 1
        same = [task.seq for task in self._tasks] == [task.seq for task in extraction.tasks]
        if not same:
            self.beginResetModel()
        self._tasks, self._doubts = extraction.tasks, doubts
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._tasks) - 1, DOUBTS))
        else:
            self.endResetModel()

    def seq_at(self, row: int) -> int:
        """The number of the task in a row."""
        return self._tasks[row].seq

    def row_of(self, seq: int) -> int:
        """The row of a task; -1 where it is not shown."""
        return next((row for row, task in enumerate(self._tasks) if task.seq == seq), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(texts.COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return texts.COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        task, column = self._tasks[index.row()], index.column()
        count = self._doubts.get(task.seq, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(task, column, count)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{task.no}{task.title}\n{task.text}" if column == TITLE else cell(task, column, count)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (NO, DUE, DOUBTS):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == DOUBTS:
                return QColor(LIGHTS["amber"][0])
            return QColor(SECOND) if column == DUE and not task.deadlines else None
        return None


def cell(task: TaskRead, column: int, doubts: int) -> str:
    """What a row says in a column."""
    if column == DUE:
        return due_words(task)
    if column == DOUBTS:
        return texts.DOUBT_COUNT.format(count=doubts) if doubts else ""
    return {
        NO: task.no,
        TITLE: task.title,
        LEADS: texts.COMMA.join(task.lead_units),
        COS: texts.COMMA.join(task.co_units),
        TARGETS: texts.SEMICOLON.join(target_words(target) for target in task.targets),
    }[column]


def due_words(task: TaskRead) -> str:
    """The day a task is due, its words where they name no day, or that the default stands."""
    deadline = due(task)
    if deadline is None:
        return texts.DEFAULT
    return deadline.date.isoformat() if deadline.date else deadline.phrase


def target_words(target: TargetRead) -> str:
    """A target as the office writes it: 助餐点≥8个."""
    return f"{target.item}{texts.COMPARATORS[target.comparator]}{plain_number(target.value)}{target.unit}"


def facts(extraction: Extraction) -> dict[str, int]:
    """How much was read: sections, tasks, targets, units."""
    units = {name for task in extraction.tasks for name in (*task.lead_units, *task.co_units)}
    return {
        "sections": len(extraction.sections),
        "tasks": len(extraction.tasks),
        "targets": sum(len(task.targets) for task in extraction.tasks),
        "units": len(units),
    }
