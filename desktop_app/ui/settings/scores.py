"""Scoring of units on the 设置 page: off until it is turned on, then a table of points by event and role."""

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import Refused
from desktop_app.reports.scores import SHIPPED, ScoreRule, score_changes, score_rule
from desktop_app.texts import rates as words
from desktop_app.texts import scores_panel as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.settings.parts import heading, labelled, row

_MOST = 1000.0


class ScoresPanel(QWidget):
    """The table is seen only where units are scored."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.on, self.base = QCheckBox(texts.ON), _points(texts.BASE)
        self.points = {
            (event, role): _points(texts.CELL.format(event=words.EVENTS[event], role=words.ROLES[role]))
            for event in SHIPPED
            for role in words.ROLES
        }
        self.save, self.said, self._table = QPushButton(texts.SAVE), QLabel(), QWidget(self)
        self._lay_out()
        self._show()
        self.on.clicked.connect(self._apply)
        self.save.clicked.connect(self._apply)
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading(column, texts.HEADING, texts.ABOUT)
        column.addLayout(row(self.on))
        inner, grid = QVBoxLayout(self._table), QGridLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(row(labelled(texts.BASE, self.base), self.base))
        for place, role in enumerate(words.ROLES.values(), 1):
            grid.addWidget(QLabel(role), 0, place)
        for line, event in enumerate(SHIPPED, 1):
            grid.addWidget(QLabel(words.EVENTS[event]), line, 0)
            for place, role in enumerate(words.ROLES, 1):
                grid.addWidget(self.points[event, role], line, place)
        grid.setColumnStretch(3, 1)
        inner.addLayout(grid)
        self.said.setProperty("role", "second")
        inner.addLayout(row(self.save, self.said))
        column.addWidget(self._table)

    def rule(self) -> ScoreRule:
        """The rule as it stands in the boxes."""
        points = {event: {role: self.points[event, role].value() for role in words.ROLES} for event in SHIPPED}
        return ScoreRule(self.on.isChecked(), self.base.value(), points)

    def _show(self) -> None:
        rule = score_rule(self._session.snapshot)
        self.on.setChecked(rule.on)
        self.base.setValue(rule.base)
        for (event, role), box in self.points.items():
            box.setValue(rule.points[event][role])
        self._table.setVisible(rule.on)

    def _changed(self, touched: frozenset[tuple[str, int]]) -> None:
        if any(entity == "rule" for entity, _ in touched):
            self.said.clear()
            self._show()

    def _apply(self) -> None:
        try:
            applied = self._session.apply(score_changes(self._session.snapshot, self.rule()), texts.LABEL)
        except Refused as refused:
            tell(self, refused.sentence)
            applied = None
        self._show()
        if applied:
            self.said.setText(texts.SAVED)


def _points(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(-_MOST, _MOST)
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setSuffix(texts.SUFFIX)
    box.setAccessibleName(name)
    return box
