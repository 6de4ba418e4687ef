"""Which past day to look at: any date, or one of the days on which something was done."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop_app import clock
from desktop_app.store.past import days_of_work
from desktop_app.store.store import Store
from desktop_app.texts import past as texts
from desktop_app.ui.flat import draw_flat, size_dialog
from desktop_app.ui.sheet import column_of, foot_of

_DAY = Qt.ItemDataRole.UserRole


def day_box(day: date, name: str) -> QDateEdit:
    """A box for a date with a calendar."""
    box = QDateEdit(QDate(day.year, day.month, day.day))
    box.setCalendarPopup(True)
    box.setDisplayFormat("yyyy-MM-dd")
    box.setAccessibleName(name)
    return box


class DayDialog(QDialog):
    """`day` is what was chosen."""

    def __init__(self, store: Store, shown: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.CHOOSE)
        hint = QLabel(texts.CHOOSE_HINT, self)
        hint.setWordWrap(True)
        hint.setProperty("role", "second")
        self._box = day_box(shown or clock.today(), texts.DAY)
        self.days = QListWidget(self)
        self.days.setAccessibleName(texts.DAYS)
        draw_flat(self.days)
        for day, label, count in days_of_work(store):
            item = QListWidgetItem(texts.DAY_LINE.format(day=day, label=label, count=count))
            item.setData(_DAY, day)
            self.days.addItem(item)
        show, leave = QPushButton(texts.SHOW, self), QPushButton(texts.CANCEL, self)
        show.setDefault(True)
        show.clicked.connect(self.accept)
        form = QFormLayout()
        form.addRow(texts.DAY, self._box)
        column = column_of(self)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(QLabel(texts.DAYS if self.days.count() else texts.NO_WORK, self))
        column.addWidget(self.days, 1)
        column.addLayout(foot_of(self, show, leave))
        size_dialog(self, 560, 440)
        self.days.currentItemChanged.connect(self._take)
        self.days.itemActivated.connect(lambda _: self.accept())

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._box.setDate(QDate.fromString(item.data(_DAY), "yyyy-MM-dd"))

    def day(self) -> date:
        """The chosen day."""
        chosen = self._box.date()
        return date(chosen.year(), chosen.month(), chosen.day())
