"""The rule of expected progress on the 设置 page: by months or days, and whether own steps replace the line."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop_app.domain.rules import BY_DAY, BY_MONTH, ExpectedRule, expected_changes, expected_rule
from desktop_app.errors import Refused
from desktop_app.texts import settings_page as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.settings.parts import heading, labelled, row


class ExpectedPanel(QWidget):
    """Takes effect when it is chosen, like any edit, and can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.by, self.nodes = QComboBox(), QCheckBox(texts.BY_NODES)
        for kind in (BY_MONTH, BY_DAY):
            self.by.addItem(texts.EXPECTED_BY[kind], kind)
        self.by.setAccessibleName(texts.EXPECTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading(column, texts.EXPECTED, texts.EXPECTED_ABOUT)
        column.addLayout(row(labelled(texts.EXPECTED_HOW, self.by), self.by, self.nodes))
        self._show()
        self.by.activated.connect(self._apply)
        self.nodes.clicked.connect(self._apply)
        session.changed.connect(lambda _: self._show())

    def _show(self) -> None:
        rule = expected_rule(self._session.snapshot)
        self.by.setCurrentIndex(self.by.findData(rule.by))
        self.nodes.setChecked(rule.nodes)

    def _apply(self) -> None:
        rule = ExpectedRule(self.by.currentData(), self.nodes.isChecked())
        try:
            self._session.apply(expected_changes(self._session.snapshot, rule), texts.LABEL_EXPECTED)
        except Refused as refused:
            tell(self, refused.sentence)
        self._show()
