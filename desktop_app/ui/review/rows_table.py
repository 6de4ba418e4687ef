"""The table of the rows that were read, and what its keys mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop_app.texts import review as texts
from desktop_app.ui.flat import draw_table
from desktop_app.ui.review.rows import SPARE, WIDTHS, RowsModel


class RowsTable(QTableView):
    """Enter, F2 and typing edit the chosen row, Delete takes away what is no task."""

    editing = Signal(object)  # the key or the input method's event that began it
    unwanted = Signal()

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(texts.ROWS)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        draw_table(self, WIDTHS, SPARE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().strip() and event.text().isprintable() and not event.modifiers()
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif typed or event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editing.emit(event)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The input method's first letter goes where the typing goes, so that it is not lost."""
        self.editing.emit(event)
