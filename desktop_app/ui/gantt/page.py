"""The 甘特 page: the ledger's rows along the time, the year calendar, and what falls due next."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app import clock
from desktop_app.domain.baseline import issue_changes, issued_at
from desktop_app.domain.due import due_rule
from desktop_app.domain.workdays import calendar_of
from desktop_app.errors import Refused
from desktop_app.reports.gantt_edit import SnapBy, moved, new_node
from desktop_app.reports.gantt_scene import Bar, Scene, build_scene, rescaled, with_rest
from desktop_app.reports.gantt_scene_axis import SCALES, Scale, scale_for
from desktop_app.reports.gantt_scene_groups import GROUPINGS, Grouping
from desktop_app.texts import gantt as texts
from desktop_app.ui.gantt.chart import Chart
from desktop_app.ui.gantt.legend import Legend
from desktop_app.ui.gantt.tools import Tools
from desktop_app.ui.messages import tell
from desktop_app.ui.page import Page, Touched
from desktop_app.ui.session import Session
from desktop_app.ui.sought import sought_tasks
from desktop_app.verbs.gantt_scene import issued_days

if TYPE_CHECKING:
    from desktop_app.ui.jobs import Progress
    from desktop_app.verbs.gantt import GanttWritten

# A change of anything else moves no bar and no light.
_SHOWN = {"plan", "section", "task", "node", "unit", "member", "assignment", "round", "round_row", "report", "rule"}


class GanttPage(Page):
    """As of today, of the rows that the ledger page shows; built when first seen and after changes that touch it.

    Days of rest come after the first paint: reading the holiday notices takes longer than painting.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._scale: Scale = "year"
        self._group: Grouping = _grouping_of(session)
        self._view = "bars"
        self._rested = False
        self._filters: QWidget | None = None
        self.tools, self.chart = Tools(self), Chart(self._build(), self)
        self._legend = Legend(self.chart.scene, self)
        self._lay_out()
        self._connect()
        self._show_what_there_is()

    def _lay_out(self) -> None:
        self._empty = QLabel(texts.EMPTY, self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._panels: dict[str, QWidget] = {"bars": self.chart}
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self._empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tools)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._legend)

    def _connect(self) -> None:
        tools, chart, session = self.tools, self.chart, self._session
        tools.view_wanted.connect(self.set_view)
        tools.group_wanted.connect(self.set_group)
        tools.scale_wanted.connect(self.set_scale)
        tools.snap_wanted.connect(self.set_snap)
        tools.fit_wanted.connect(self.fit)
        tools.today_wanted.connect(self._go_to_today)
        tools.print_wanted.connect(self.print)
        tools.export_wanted.connect(self.export)
        tools.issue_wanted.connect(self._issue)
        tools.filter_wanted.connect(self._show_filters)
        chart.painted.connect(self._rest, Qt.ConnectionType.QueuedConnection)
        chart.task_chosen.connect(session.choose_task)
        chart.finer_wanted.connect(self._change_scale)
        chart.fit_wanted.connect(self.fit)
        chart.pulling.told.connect(tools.told.setText)
        # queued: the chart is not to be given another scene while it handles the event
        chart.pulling.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)
        chart.pulling.drawn.connect(self._add_node, Qt.ConnectionType.QueuedConnection)
        session.task_chosen.connect(chart.choose_task)
        session.sought_changed.connect(self._follow)

    def set_view(self, view: str) -> None:
        """Show the bars, the year calendar or what falls due next."""
        self._view = view
        if view not in self._panels:
            self._panels[view] = self._make_panel(view)
            self._stack.addWidget(self._panels[view])
        self._show_due()
        self._show_what_there_is()

    def set_scale(self, scale: Scale) -> None:
        """Show years, half years, quarters, months or weeks."""
        self._scale = scale
        self.chart.show_scene(rescaled(self.chart.scene, scale))
        self._show_what_there_is()

    def set_group(self, group: Grouping) -> None:
        """Group as the ledger page does, which follows."""
        self._session.seek(self._session.sought._replace(grouping=group))

    def set_snap(self, by: SnapBy) -> None:
        """Let moved days rest on what suits the scale, on workdays or on months' ends."""
        self.chart.pulling.snap_by = by

    def fit(self) -> None:
        """Show the whole time that the bars cover."""
        first, last = self.chart.extent()
        self.set_scale(scale_for(last - first + 1))
        self.chart.fit()

    def print(self) -> None:
        """Show how the chart prints, and print it or keep it as a PDF."""
        from desktop_app.ui.gantt.print_dialog import PrintDialog

        dialog = PrintDialog(self.rested_scene(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exec()

    def export(self) -> None:
        """Ask for a file and write the chart to it; the tool row says what was written."""
        from PySide6.QtWidgets import QFileDialog  # made when it is first asked for, which takes as long as a paint

        from desktop_app import files

        name = files.safe_name(self.chart.scene.title + ".pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, texts.EXPORT_TITLE, name, texts.EXPORT_FILTER)
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the chart as it is grouped and scaled now; a refusal is told in a message."""
        from desktop_app.ui import jobs
        from desktop_app.verbs.gantt import write_scene

        scene = self.rested_scene()
        self.tools.told.clear()

        def write(progress: "Progress") -> "GanttWritten":
            return write_scene(scene, path, step=progress.step)

        jobs.run(self, texts.EXPORTING, write, self._tell_written)

    def _tell_written(self, written: "GanttWritten") -> None:
        self.tools.told.setText(texts.EXPORTED.format(name=written.file.name, pages=written.pages))

    def _build(self) -> Scene:
        session = self._session
        snapshot, wanted = session.snapshot, sought_tasks(session)
        issued = issued_days(session.store, snapshot)
        scene = build_scene(snapshot, session.statuses, clock.today(), self._scale, self._group, issued, wanted)
        return with_rest(scene, calendar_of(snapshot)) if self._rested else scene

    def _rest(self) -> None:
        """Shade the days of rest, now that the first picture stands."""
        self.chart.show_rest(self.rested_scene())
        self._legend.show_scene(self.chart.scene)

    def rested_scene(self) -> Scene:
        """What is shown, with its days of rest."""
        calendar = calendar_of(self._session.snapshot)
        self._rested = True
        self.chart.pulling.calendar, self.chart.pulling.rule = calendar, due_rule(self._session.snapshot)
        return with_rest(self.chart.scene, calendar)

    def _move(self, before: Bar, after: Bar) -> None:
        """A bar was moved: one entry, which undo takes back."""
        try:
            self._session.apply(moved(self._session.snapshot, before, after), texts.MOVED.format(title=before.label))
        except Refused as refused:
            tell(self, refused.sentence)

    def _add_node(self, task: int, day: int, name: str) -> None:
        """A node was drawn and named: one entry, which undo takes back."""
        title = self._session.snapshot.tasks[task].title
        changes = new_node(self._session.snapshot, task, day, name)
        self._session.apply(changes, texts.NODE_ADDED.format(title=title, node=name))

    def _issue(self, now: bool) -> None:
        """Count the days as they are now, or as each task first had them, as the plan as issued."""
        words = texts.ISSUE_NOW if now else texts.ISSUE_FIRST
        self._session.apply(issue_changes(self._session.snapshot, clock.now() if now else ""), words)

    def redraw(self) -> None:
        """Draw the ledger as it is now."""
        self.chart.show_scene(self._build())
        if self._rested:
            self.rested_scene()
        self._show_due()
        self._show_what_there_is()

    def _show_due(self) -> None:
        """Fill the calendar or the list, whichever is looked at."""
        if self._view == "bars":
            return
        from desktop_app.reports.falling_due import falling_due

        session, as_of = self._session, clock.today().toordinal()
        found = falling_due(session.snapshot, session.statuses, sought_tasks(session))
        panel = self._panels[self._view]
        if self._view == "year":
            panel.show_due(found, as_of, calendar_of(session.snapshot))  # type: ignore[attr-defined]
        else:
            panel.show_due(found, as_of)  # type: ignore[attr-defined]

    def _make_panel(self, view: str) -> QWidget:
        if view == "year":
            from desktop_app.ui.gantt.year import YearPanel as Panel
        else:
            from desktop_app.ui.gantt.coming import ComingPanel as Panel
        panel = Panel(self)
        panel.table.task_chosen.connect(self._session.choose_task)
        return panel

    def _show_what_there_is(self) -> None:
        """The chosen view, or what to do where there is no task yet or none that matches."""
        scene = self.chart.scene
        filled = bool(scene.rows)
        self._empty.setText(texts.NONE_MATCH if self._session.snapshot.tasks else texts.EMPTY)
        self._stack.setCurrentWidget(self._panels[self._view] if filled else self._empty)
        self._legend.show_scene(scene)
        self._legend.setVisible(filled and self._view == "bars")
        self.tools.show_state(self._view, self._group, self._scale)
        wanted = sought_tasks(self._session)
        self.tools.show_filtered(None if wanted is None else len(wanted))
        self.tools.export.setEnabled(filled)
        self.tools.printing.setEnabled(filled and self._view == "bars")
        self.tools.issue_first.setEnabled(bool(issued_at(self._session.snapshot)))

    def _show_filters(self, wanted: bool) -> None:
        """The filter of the ledger page, opened here on first use."""
        if self._filters is None:
            from desktop_app.ui.gantt.filters import Filters

            self._filters = Filters(self._session, self)
            self._column.insertWidget(1, self._filters)
        self._filters.setVisible(wanted)

    def _follow(self) -> None:
        """Other rows are asked for: show them, at once or when this page is next seen."""
        self._group = _grouping_of(self._session)
        self._stale = True
        self._catch_up()

    def _go_to_today(self) -> None:
        if self._view == "year":
            self._panels["year"].grid.choose(clock.today().toordinal())  # type: ignore[attr-defined]
        else:
            self.chart.go_to_today()

    def _change_scale(self, finer: int) -> None:
        place = SCALES.index(self._scale) + finer
        if 0 <= place < len(SCALES):
            self.set_scale(SCALES[place])

    def shows(self, touched: Touched) -> bool:
        """Whether a bar, its light or its words depend on these records."""
        return any(entity in _SHOWN for entity, _ in touched)


def _grouping_of(session: Session) -> Grouping:
    """The ledger page's grouping, where the chart has it too."""
    sought = session.sought.grouping
    return sought if sought in GROUPINGS else "section"  # type: ignore[return-value]
