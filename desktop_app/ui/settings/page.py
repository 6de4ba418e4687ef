"""The 设置 page. Rules are ledger history and go through the session; the type size belongs to this computer."""

import json

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__, settings
from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.rules import LIGHTS, LightRules, light_rules
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.paths import user_config_dir
from desktop_app.texts import safety
from desktop_app.texts import settings_page as texts
from desktop_app.texts.window import PROGRAM
from desktop_app.ui.messages import tell
from desktop_app.ui.safety.panel import SafetyPanel
from desktop_app.ui.session import Session
from desktop_app.ui.theme import SCALES, apply_theme

SETTINGS_FILE = "window.json"


class SettingsPage(QWidget):
    """Each group says what it is for; nothing takes effect by being looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file = user_config_dir() / SETTINGS_FILE
        self._amber, self._red = _points(texts.AMBER), _points(texts.RED)
        self._rule, self._said = QLabel(), QLabel()
        self._save, self._shipped = QPushButton(texts.SAVE_LIGHTS), QPushButton(texts.AS_SHIPPED)
        self._percent = QComboBox()
        self._lay_out()
        self._show_rules()
        self._show_percent()
        for box in (self._amber, self._red):
            box.valueChanged.connect(self._describe)
        self._save.clicked.connect(lambda: self._apply(LightRules(self._amber.value(), self._red.value())))
        self._shipped.clicked.connect(lambda: self._apply(LightRules()))
        self._percent.activated.connect(self._scale)
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        self._ledger(column)
        _heading(column, safety.HEADING, safety.ABOUT)
        column.addWidget(SafetyPanel(self._session, self._file, inner))
        self._lights(column)
        _heading(column, texts.TYPE, texts.TYPE_ABOUT)
        self._percent.setAccessibleName(texts.TYPE)
        column.addLayout(_row(self._percent))
        about = texts.ABOUT_WORDS.format(program=PROGRAM, version=__version__)
        _heading(column, texts.ABOUT, about)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = QLabel(texts.TITLE)
        title.setProperty("role", "title")
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(8)
        page.addWidget(title)
        page.addWidget(area, 1)

    def _ledger(self, column: QVBoxLayout) -> None:
        _heading(column, texts.LEDGER, texts.LEDGER_ABOUT)
        folder = self._session.store.folder
        place = QLabel(str(folder.resolve()))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setWordWrap(True)
        place.setAccessibleName(texts.LEDGER)
        show = QPushButton(texts.OPEN_FOLDER)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.resolve()))))
        column.addWidget(place)
        column.addLayout(_row(show))

    def _lights(self, column: QVBoxLayout) -> None:
        _heading(column, texts.LIGHTS, texts.LIGHTS_ABOUT)
        amber, red = QLabel(texts.AMBER), QLabel(texts.RED)
        amber.setBuddy(self._amber)
        red.setBuddy(self._red)
        column.addLayout(_row(amber, self._amber, red, self._red))
        self._rule.setWordWrap(True)
        self._said.setProperty("role", "second")
        column.addWidget(self._rule)
        column.addLayout(_row(self._save, self._shipped, self._said))

    def _changed(self, touched: frozenset[tuple[str, int]]) -> None:
        if any(entity == "rule" for entity, _ in touched):
            self._said.clear()
            self._show_rules()

    def _show_rules(self) -> None:
        rules = light_rules(self._session.snapshot)
        for box, value in ((self._amber, rules.amber), (self._red, rules.red)):
            box.setValue(value)
        self._describe()

    def _describe(self) -> None:
        self._rule.setText(texts.RULE_WORDS.format(amber=self._amber.value(), red=self._red.value()))

    def _apply(self, rules: LightRules) -> None:
        if rules.red <= rules.amber:
            tell(self, texts.WRONG_ORDER)
            self._show_rules()
            return
        try:
            changes = set_lights(self._session.snapshot, rules)
            applied = self._session.apply(changes, texts.LABEL_LIGHTS.format(**rules._asdict()))
        except Refused as refused:
            tell(self, refused.sentence)
            self._show_rules()
            return
        self._show_rules()
        if applied:
            self._said.setText(texts.LIGHTS_SAVED)

    def _show_percent(self) -> None:
        for percent in SCALES:
            self._percent.addItem(texts.PERCENT.format(percent=percent), percent)
        self._percent.setCurrentIndex(max(self._percent.findData(settings.load(self._file).percent), 0))

    def _scale(self) -> None:
        percent = self._percent.currentData()
        settings.save(self._file, settings.load(self._file)._replace(percent=percent))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, percent)


def set_lights(snapshot: Snapshot, rules: LightRules) -> list[Change]:
    """The changes that make these the ledger's light rules."""
    draft, value = Draft(), json.dumps(rules._asdict())
    held = snapshot.having("rule", "name", LIGHTS)
    if held:
        draft.set("rule", held[0], {"value": value})
    elif rules != LightRules():
        draft.create("rule", {"name": LIGHTS, "value": value})
    return draft.changes


def _points(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, 100)
    box.setDecimals(0)
    box.setSuffix(texts.POINTS)
    box.setAccessibleName(name)
    return box


def _heading(column: QVBoxLayout, name: str, about: str) -> None:
    column.addSpacing(8)
    for words, role in ((name, "heading"), (about, "second")):
        label = QLabel(words)
        label.setProperty("role", role)
        label.setWordWrap(True)
        column.addWidget(label)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
