"""The 甘特 page: a tool row over the chart. Choosing a task here chooses it for the whole window."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock, files
from desktop_app.domain.workdays import calendar_of
from desktop_app.errors import Refused
from desktop_app.reports.gantt_edit import moved, new_node
from desktop_app.reports.gantt_scene import Bar, Scene, build_scene, rescaled
from desktop_app.reports.gantt_scene_axis import SCALES, Scale
from desktop_app.reports.gantt_scene_groups import Grouping
from desktop_app.texts import gantt as texts
from desktop_app.ui import jobs
from desktop_app.ui.gantt.chart import Chart
from desktop_app.ui.gantt.legend import Legend
from desktop_app.ui.messages import tell
from desktop_app.ui.page import Page, Touched
from desktop_app.ui.session import Session
from desktop_app.verbs.gantt import GanttWritten, write_scene

# A change of anything else moves no bar and no light.
_SHOWN = {"plan", "section", "task", "node", "unit", "member", "assignment", "round", "round_row", "report", "rule"}


class GanttPage(Page):
    """The chart of the whole ledger as of today, built when the page is first seen and after changes that touch it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._scale: Scale = "year"
        self._group: Grouping = "section"
        self.chart = Chart(self._build(), self)
        self._empty = QLabel(texts.EMPTY, self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._legend = Legend(self.chart.scene, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._tools())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._legend)
        self.chart.task_chosen.connect(session.choose_task)
        self.chart.finer_wanted.connect(self._change_scale)
        # queued: the chart is not to be given another scene while it handles the event
        self.chart.pulling.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self.chart.pulling.told.connect(self._said.setText)
        self.chart.node_wanted.connect(self._add_node, Qt.ConnectionType.QueuedConnection)
        session.task_chosen.connect(self.chart.choose_task)
        self.chart.calendar = calendar_of(session.snapshot)
        self._show_what_there_is()

    def set_scale(self, scale: Scale) -> None:
        """Show years, half years, quarters, months or weeks."""
        self._scale = scale
        self._scales[scale].setChecked(True)
        self.chart.show_scene(rescaled(self.chart.scene, scale))

    def set_group(self, group: Grouping) -> None:
        """Group by section or by lead unit."""
        self._group = group
        self._groups[group].setChecked(True)
        self.redraw()

    def export(self) -> None:
        """Ask for a file and write the chart to it; the tool row says what was written."""
        name = files.safe_name(self.chart.scene.title + ".pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, texts.EXPORT_TITLE, name, texts.EXPORT_FILTER)
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the chart as it is grouped and scaled now; a refusal is told in a message."""
        scene = self.chart.scene
        self._said.clear()

        def write(progress: jobs.Progress) -> GanttWritten:
            return write_scene(scene, path, step=progress.step)

        jobs.run(self, texts.EXPORTING, write, self._tell_written)

    def _tell_written(self, written: GanttWritten) -> None:
        self._said.setText(texts.EXPORTED.format(name=written.file.name, pages=written.pages))

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        self._groups = self._choices(row, texts.GROUP_NAME, texts.GROUPS, self.set_group)
        row.addSpacing(12)
        self._scales = self._choices(row, texts.SCALE_NAME, texts.SCALES, self.set_scale)
        row.addSpacing(12)
        row.addWidget(self._button(texts.TODAY, texts.TODAY_HELP, self.chart.go_to_today))
        self._said = QLabel(self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 1)
        self._export = self._button(texts.EXPORT, texts.EXPORT_HELP, self.export)
        self._export.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        row.addWidget(self._export)
        self._groups[self._group].setChecked(True)
        self._scales[self._scale].setChecked(True)
        return row

    def _choices(
        self, row: QHBoxLayout, name: str, words: Mapping[str, str], choose: Callable[..., None]
    ) -> dict[str, QToolButton]:
        """Buttons of which one is down."""
        together, buttons = QButtonGroup(self), {}
        for value, word in words.items():
            button = QToolButton(self)
            button.setText(word)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}{texts.NAME_JOIN}{word}")
            button.clicked.connect(lambda _=False, value=value: choose(value))
            together.addButton(button)
            row.addWidget(button)
            buttons[value] = button
        return buttons

    def _button(self, word: str, help_text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(word, self)
        button.setToolTip(help_text)
        button.setAccessibleName(word)
        button.clicked.connect(lambda _=False: act())
        return button

    def _build(self) -> Scene:
        session = self._session
        return build_scene(session.snapshot, session.statuses, clock.today(), self._scale, self._group)

    def _move(self, before: Bar, after: Bar) -> None:
        """A bar was moved: one entry, which undo takes back."""
        try:
            self._session.apply(moved(self._session.snapshot, before, after), texts.MOVED.format(title=before.label))
        except Refused as refused:
            tell(self, refused.sentence)

    def _add_node(self, task: int, day: int) -> None:
        title = self._session.snapshot.tasks[task].title
        changes = new_node(self._session.snapshot, task, day, texts.NEW_NODE)
        self._session.apply(changes, texts.NODE_ADDED.format(title=title))

    def redraw(self) -> None:
        """Draw the scene of the ledger as it is now."""
        self.chart.calendar = calendar_of(self._session.snapshot)
        self.chart.show_scene(self._build())
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        """The chart, or what to do where there is no task yet."""
        filled = bool(self.chart.scene.rows)
        self._legend.show_scene(self.chart.scene)
        self._stack.setCurrentWidget(self.chart if filled else self._empty)
        self._legend.setVisible(filled)
        self._export.setEnabled(filled)

    def _change_scale(self, finer: int) -> None:
        place = SCALES.index(self._scale) + finer
        if 0 <= place < len(SCALES):
            self.set_scale(SCALES[place])

    def shows(self, touched: Touched) -> bool:
        """Whether a bar, its light or its words depend on these records."""
        return any(entity in _SHOWN for entity, _ in touched)
