"""The 设置 page. Rules are ledger history and go through the session; the type size belongs to this computer."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__, settings
from desktop_app.paths import user_config_dir
from desktop_app.texts import safety
from desktop_app.texts import settings_page as texts
from desktop_app.texts.window import PROGRAM
from desktop_app.ui.safety.panel import SafetyPanel
from desktop_app.ui.session import Session
from desktop_app.ui.settings.expected import ExpectedPanel
from desktop_app.ui.settings.holidays import HolidaysPanel
from desktop_app.ui.settings.lights import LightsPanel
from desktop_app.ui.settings.parts import heading, row
from desktop_app.ui.settings.scores import ScoresPanel
from desktop_app.ui.theme import SCALES, apply_theme

SETTINGS_FILE = "window.json"


class SettingsPage(QWidget):
    """Each group says what it is for; nothing takes effect by being looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file = user_config_dir() / SETTINGS_FILE
        self.lights, self.expected = LightsPanel(session), ExpectedPanel(session)
        self.holidays, self.scores = HolidaysPanel(session), ScoresPanel(session)
        self._percent = QComboBox()
        self._lay_out()
        session.changed.connect(self._follow)
        self._follow()
        self._show_percent()
        self._percent.activated.connect(self._scale)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        self._ledger(column)
        heading(column, safety.HEADING, safety.ABOUT)
        self.safety = SafetyPanel(self._session, self._file, inner)
        column.addWidget(self.safety)
        for panel in (self.lights, self.expected, self.holidays, self.scores):
            column.addWidget(panel)
        heading(column, texts.TYPE, texts.TYPE_ABOUT)
        self._percent.setAccessibleName(texts.TYPE)
        column.addLayout(row(self._percent))
        about = texts.ABOUT_WORDS.format(program=PROGRAM, version=__version__)
        heading(column, texts.ABOUT, about)
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

    def _follow(self, _: object = None) -> None:
        """Rules are set only in a ledger that can be written."""
        for panel in (self.lights, self.expected, self.holidays, self.scores):
            panel.setEnabled(self._session.store.writable)

    def _ledger(self, column: QVBoxLayout) -> None:
        heading(column, texts.LEDGER, texts.LEDGER_ABOUT)
        folder = self._session.store.folder
        place = QLabel(str(folder.resolve()))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setWordWrap(True)
        place.setAccessibleName(texts.LEDGER)
        show = QPushButton(texts.OPEN_FOLDER)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.resolve()))))
        column.addWidget(place)
        column.addLayout(row(show))

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
