"""The 单位 page."""

from collections import Counter

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.changes import Change
from desktop_app.domain.filters import Filter
from desktop_app.domain.model import Unit
from desktop_app.domain.posts import posts_changes
from desktop_app.errors import Refused
from desktop_app.texts import posts as posts_texts
from desktop_app.texts import units as texts
from desktop_app.ui.flat import FlatDelegate, draw_table
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.units import edits
from desktop_app.ui.units.dialogs import ManyUnitsDialog, MergeDialog
from desktop_app.ui.units.members_dialog import MembersDialog
from desktop_app.ui.units.model import ALIASES, COUNTS, FIELDS, KIND, NAME, UnitsModel
from desktop_app.ui.units.posts_dialog import PostsDialog

WIDTHS = (150, 88, 150, 72, 64, 56, 80, 110)
SHOWN = frozenset({"unit", "alias", "assignment", "task", "report", "round", "round_row", "rule"})


class KindDelegate(FlatDelegate):
    """A list of the kinds of unit."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        box = QComboBox(parent)
        for kind, words in texts.KINDS.items():
            box.addItem(words, kind)
        box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class UnitsPage(QWidget):
    """Who there is; cells are edited in place, counts lead to the ledger."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = UnitsModel()
        self._table = QTableView()
        self._summary, self._empty = QLabel(), QLabel(texts.EMPTY)
        self._add, self._members = QPushButton(texts.ADD), QPushButton(texts.MEMBERS)
        self._members.setToolTip(texts.MEMBERS_TIP)
        self._more = QToolButton()
        self._lay_out()
        self._model.wanted.connect(self._edit)
        self._table.doubleClicked.connect(self._look_up)
        self._add.clicked.connect(self._add_unit)
        self._members.clicked.connect(self._edit_members)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._offer_members())
        session.changed.connect(self._changed)
        self._show()

    def _lay_out(self) -> None:
        title = QLabel(texts.TITLE)
        title.setProperty("role", "title")
        for quiet in (self._summary, self._empty):
            quiet.setProperty("role", "second")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addSpacing(8)
        head.addWidget(self._summary, 1)
        head.addWidget(self._members)
        head.addWidget(self._more)
        head.addWidget(self._add)
        self._fill_menu()
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName(texts.TABLE)
        draw_table(table, dict(enumerate(WIDTHS)), {NAME: 1, ALIASES: 1})
        self._kinds = KindDelegate(self)
        table.setItemDelegateForColumn(KIND, self._kinds)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        hint = QLabel(texts.HINT)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(8)
        page.addLayout(head)
        page.addWidget(table, 1)
        page.addWidget(self._empty, 1)
        page.addWidget(hint)

    def _fill_menu(self) -> None:
        """What else is done to units, each act with its key."""
        acts = (
            (texts.MERGE, "Ctrl+M", self._merge),
            (texts.UP, "Alt+Up", lambda: self._move(-1)),
            (texts.DOWN, "Alt+Down", lambda: self._move(1)),
            (texts.ADD_MANY, "", self._add_many),
            (posts_texts.ACT, "", self._set_posts),
        )
        for words, keys, do in acts:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do)
            self.addAction(action)
            self._more.addAction(action)
        self._more.setText(texts.MORE)
        self._more.setAccessibleName(texts.MORE)
        self._more.setProperty("role", "chip")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def choose_unit(self, key: int) -> None:
        """Make this unit's row the current one."""
        self._table.setCurrentIndex(self._model.index(self._model.row_of(key), NAME))
        self._table.setFocus()

    def _changed(self, touched: frozenset[tuple[str, int]]) -> None:
        if any(entity in SHOWN for entity, _ in touched):
            self._show()

    def _show(self) -> None:
        self._model.fixed = not self._session.store.writable
        self._add.setEnabled(not self._model.fixed)
        self._model.show_snapshot(self._session.snapshot, self._session.statuses)
        units = self._session.snapshot.units_in_order()
        counted = Counter(unit.kind for unit in units)
        kinds = [texts.KIND_COUNT.format(kind=w, count=counted[k]) for k, w in texts.KINDS.items() if counted[k]]
        self._summary.setText(texts.SUMMARY.format(count=len(units), kinds=texts.COMMA.join(kinds)) if units else "")
        self._table.setVisible(bool(units))
        self._empty.setVisible(not units)
        self._offer_members()

    def _edit(self, key: int, column: int, words: str) -> None:
        snapshot = self._session.snapshot
        unit = snapshot.units[key]
        label = texts.LABEL_EDIT.format(name=unit.name, field=texts.COLUMNS[column])
        try:
            if column == ALIASES:
                changes = edits.set_aliases(snapshot, unit, words)
            else:
                changes = edits.set_field(snapshot, unit, FIELDS[column], words)
            self._session.apply(changes, label)
        except Refused as refused:
            tell(self, refused.sentence)

    def _add_unit(self) -> None:
        name = edits.free_name(self._session.snapshot)
        try:
            changes = edits.add_unit(self._session.snapshot, name)
            applied = self._session.apply(changes, texts.LABEL_ADD.format(name=name))
        except Refused as refused:
            tell(self, refused.sentence)
            return
        if applied:
            index = self._model.index(self._model.row_of(next(iter(applied.keys.values()))), NAME)
            self._table.setCurrentIndex(index)
            self._table.setFocus()
            self._table.edit(index)

    def _apply(self, changes: list[Change], label: str) -> None:
        try:
            self._session.apply(changes, label)
        except Refused as refused:
            tell(self, refused.sentence)

    def _unit(self) -> Unit | None:
        """The unit of the current row."""
        index = self._table.currentIndex()
        return self._model.unit_at(index.row()) if index.isValid() else None

    def _move(self, step: int) -> None:
        unit = self._unit()
        if unit is not None:
            self._apply(edits.moved(self._session.snapshot, unit, step), texts.LABEL_MOVE.format(name=unit.name))
            self.choose_unit(unit.key)

    def _merge(self) -> None:
        unit = self._unit()
        if unit is None:
            return
        snapshot = self._session.snapshot
        dialog = MergeDialog(snapshot, unit, self)
        wanted, name = dialog.exec() == QDialog.DialogCode.Accepted, dialog.name.text().strip()
        dialog.deleteLater()
        if not wanted:
            return
        into = snapshot.unit_named(name)
        if into is None:
            tell(self, texts.MERGE_UNKNOWN.format(name=name))
            return
        try:
            changes = edits.merged(snapshot, unit, into)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._apply(changes, texts.LABEL_MERGE.format(name=unit.name, other=into.name))
        self.choose_unit(into.key)

    def _add_many(self) -> None:
        snapshot = self._session.snapshot
        dialog = ManyUnitsDialog(snapshot, self)
        wanted, words = dialog.exec() == QDialog.DialogCode.Accepted, dialog.words.toPlainText()
        dialog.deleteLater()
        if wanted:
            changes = edits.add_units(snapshot, words)
            self._apply(changes, texts.LABEL_ADD_MANY.format(count=len(changes)))

    def _set_posts(self) -> None:
        snapshot = self._session.snapshot
        dialog = PostsDialog(snapshot, self)
        wanted = dialog.wanted if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if wanted is not None:
            self._apply(posts_changes(snapshot, wanted), posts_texts.LABEL)

    def _group(self) -> Unit | None:
        """The collective of the current row."""
        unit = self._unit()
        return unit if unit is not None and unit.kind == "group" else None

    def _offer_members(self) -> None:
        self._members.setEnabled(self._group() is not None and not self._model.fixed)

    def _edit_members(self) -> None:
        group = self._group()
        if group is None:
            return
        dialog = MembersDialog(self._session.snapshot, group, self)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        members = dialog.members()
        dialog.deleteLater()
        if wanted:
            changes = edits.set_members(self._session.snapshot, group, members)
            self._session.apply(changes, texts.LABEL_MEMBERS.format(name=group.name))

    def _look_up(self, index: QModelIndex) -> None:
        if index.column() in COUNTS:
            which = COUNTS[index.column()]
            tasks = getattr(self._model.load_at(index.row()), which)
            label = {"led": texts.LED, "open": texts.OPEN, "red": texts.RED}[which]
            name = self._model.unit_at(index.row()).name
            self._session.show_in_ledger(Filter(tasks=tasks, label=label.format(name=name)))
