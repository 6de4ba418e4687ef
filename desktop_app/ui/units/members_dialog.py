"""Who belongs to a collective: every unit with a tick, kind by kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop_app.domain.model import Unit
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import units as texts
from desktop_app.ui.flat import draw_flat, size_dialog
from desktop_app.ui.sheet import column_of, foot_of


class MembersDialog(QDialog):
    """Shows; whoever opened it stores `members` when it is accepted."""

    def __init__(self, snapshot: Snapshot, group: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.MEMBERS_OF.format(name=group.name))
        size_dialog(self, 420, 520)
        has = {unit.key for unit in snapshot.members_of(group.key)}
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        draw_flat(self.list)
        for kind in ("section", "affiliate", "town", "outside"):
            for unit in snapshot.units_in_order():
                if unit.kind == kind:
                    self._add(unit, unit.key in has)
        told = QLabel(texts.MEMBERS_ABOUT)
        told.setWordWrap(True)
        told.setProperty("role", "second")
        self._store, leave = QPushButton(), QPushButton(texts.LEAVE)
        self._store.setAutoDefault(False)
        self._store.clicked.connect(self.accept)
        page = column_of(self)
        page.addWidget(told)
        page.addWidget(self.list, 1)
        page.addLayout(foot_of(self, self._store, leave))
        self.list.itemChanged.connect(lambda _: self._count())
        self._count()
        self.list.setFocus()

    def _add(self, unit: Unit, ticked: bool) -> None:
        item = QListWidgetItem(texts.MEMBER.format(name=unit.name, kind=texts.KINDS[unit.kind]))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(Qt.ItemDataRole.UserRole, unit.key)
        self.list.addItem(item)

    def members(self) -> list[int]:
        """The keys of the units with a tick, in the list's order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        self._store.setText(texts.STORE_MEMBERS.format(count=len(self.members())))
