"""The manual's own window: contents at the left, the text at the right, a line to find words. Needs no network."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.texts import manual as texts
from desktop_app.texts import shortcuts
from desktop_app.ui.flat import FlatDelegate
from desktop_app.ui.manual.pages import MANUAL, ManualPages

_CONTENTS_WIDTH = 200  # pixels


class ManualWindow(QDialog):
    """Stays open beside the program, so that one can read and do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(960, 560)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(texts.CONTENTS)
        self.contents.setItemDelegate(FlatDelegate(self.contents))
        self.contents.setSpacing(2)
        self.pages = ManualPages(self)
        self.pages.setAccessibleName(texts.PAGES)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(texts.FIND)
        self.search.setAccessibleName(texts.FIND_NAME)
        self.search.setClearButtonEnabled(True)
        self.said = QLabel(self)
        self.said.setProperty("role", "second")
        self.keys = QPushButton(shortcuts.TITLE, self)
        self.keys.setAutoDefault(False)
        self.keys.clicked.connect(self._show_keys)
        self._lay_out()
        self.contents.currentTextChanged.connect(self._chosen)
        self.search.returnPressed.connect(self._find)
        self.pages.missing.connect(lambda name: self.said.setText(texts.NOT_SHIPPED.format(name=name)))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._go_find)
        self.pages.anchorClicked.connect(lambda _: self._list_chapters())
        self._list_chapters()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.said, 1)
        top.addWidget(self.keys)
        beside = QSplitter(self)
        beside.addWidget(self.contents)
        beside.addWidget(self.pages)
        beside.setStretchFactor(1, 1)
        beside.setHandleWidth(1)
        beside.setSizes([_CONTENTS_WIDTH, self.width() - _CONTENTS_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(top)
        column.addWidget(beside, 1)

    def show_chapter_of(self, page: str) -> None:
        """Open the manual at the chapter that belongs to a page of the main window."""
        if self.pages.open != MANUAL:
            self.pages.show_file(MANUAL)
            self._list_chapters()
        for place in range(self.contents.count()):
            if self.contents.item(place).text().endswith(texts.CHAPTERS[page]):
                self.contents.setCurrentRow(place)

    def _show_keys(self) -> None:
        from desktop_app.ui.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _list_chapters(self) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        self.contents.addItems(self.pages.chapters())
        if self.pages.open != MANUAL:
            self.contents.addItem(texts.BACK)
        self.contents.blockSignals(False)

    def _chosen(self, chapter: str) -> None:
        self.said.clear()
        if chapter == texts.BACK:
            self.pages.show_file(MANUAL)
            self._list_chapters()
        elif chapter:
            self.pages.go_to(chapter)

    def _find(self) -> None:
        words = self.search.text().strip()
        found = not words or self.pages.find_next(words)
        self.said.setText("" if found else texts.NOT_FOUND.format(words=words))

    def _go_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
