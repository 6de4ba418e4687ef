"""The fixed words of a paper, edited as a template; the fields that it may name stand beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import Refused
from desktop_app.texts import papers_templates as texts
from desktop_app.texts import report as report_texts
from desktop_app.ui.flat import draw_flat, size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.report_templates import (
    fields_of,
    is_own,
    label,
    shipped_template,
    template_changes,
    template_of,
)

_FIELDS = 150  # pixels


class TemplateDialog(QDialog):
    """What is adopted takes effect at once and can be undone."""

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._kind = session, kind
        self.setWindowTitle(texts.TITLE.format(name=report_texts.NAMES[kind]))
        self.words, self.fields, self.said = QPlainTextEdit(), QListWidget(), QLabel()
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.windowTitle())
        self.fields.setAccessibleName(texts.FIELDS)
        self.fields.setToolTip(texts.FIELDS_TIP)
        self.fields.addItems(list(fields_of(kind)))
        self.fields.setFixedWidth(_FIELDS)
        draw_flat(self.fields)
        self.fields.itemActivated.connect(self._add)
        self._lay_out()
        self._show()
        size_dialog(self, 820, 520)

    def _lay_out(self) -> None:
        about, name = QLabel(texts.ABOUT), QLabel(texts.FIELDS)
        about.setWordWrap(True)
        for part in (about, self.said):
            part.setProperty("role", "second")
        save, leave = QPushButton(texts.SAVE, self), QPushButton(texts.CLOSE, self)
        save.clicked.connect(lambda: self.adopt(self.words.toPlainText()))
        self.shipped = QPushButton(texts.SHIPPED, self)
        self.shipped.clicked.connect(lambda: self.adopt(None))
        beside, sides, column = QVBoxLayout(), QHBoxLayout(), column_of(self)
        beside.addWidget(name)
        beside.addWidget(self.fields, 1)
        sides.addWidget(self.words, 1)
        sides.addLayout(beside)
        column.addWidget(about)
        column.addLayout(sides, 1)
        column.addWidget(self.said)
        column.addLayout(foot_of(self, save, leave, self.shipped))

    def _show(self) -> None:
        snapshot = self._session.snapshot
        self.words.setPlainText(template_of(snapshot, self._kind))
        own = is_own(snapshot, self._kind)
        self.said.setText(texts.OWN if own else texts.AS_SHIPPED)
        self.shipped.setEnabled(own)

    def _add(self, item: QListWidgetItem) -> None:
        self.words.insertPlainText(f"{{{item.text()}}}")
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def adopt(self, text: str | None) -> None:
        """Keep this template (None: the shipped one); told why where it cannot be."""
        own = None if text is None or text.strip() == shipped_template(self._kind).strip() else text
        try:
            changes = template_changes(self._session.snapshot, self._kind, own)
            applied = self._session.apply(changes, label(self._kind, own))
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._show()
        if applied:
            self.said.setText(texts.RESET if own is None else texts.SAVED)
