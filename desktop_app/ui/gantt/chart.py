"""The scrolling Gantt chart: paints only the rows in sight, with the painter that paper uses."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desktop_app.domain.workdays import SHIPPED
from desktop_app.paint.gantt import paint_gantt
from desktop_app.paint.gantt_view import PAD_EM, Columns, Placed, View, type_of, write_elided
from desktop_app.reports.gantt_edit import Snap
from desktop_app.reports.gantt_scene import Bar, Row, Scene
from desktop_app.reports.gantt_scene_axis import DAYS_SHOWN
from desktop_app.reports.gantt_scene_layout import Spread
from desktop_app.texts import gantt as texts
from desktop_app.ui.gantt.pulling import Pulling
from desktop_app.ui.gantt.tip import tip_of
from desktop_app.ui.theme import row_height

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_FINER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class Chart(QAbstractScrollArea):
    """Shows one scene: table at the left, time at the right, header frozen. Days keep their place when it changes."""

    task_chosen = Signal(int)
    finer_wanted = Signal(int)  # 1 finer scale, -1 coarser
    node_wanted = Signal(int, int)  # task, day

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._chosen: int | None = None
        self.calendar = SHIPPED
        self.pulling = Pulling(self.viewport(), self._spread, lambda: Snap(self._scene.scale, self.calendar))
        self.viewport().setMouseTracking(True)
        self._measure()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.PAGE_NAME)
        self.setAccessibleDescription(texts.PAGE_HELP)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    @property
    def chosen(self) -> int | None:
        """The place of the chosen row in the scene."""
        return self._chosen

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; the day in the middle stays there, and the chosen task stays chosen."""
        middle, chosen = self._middle_day(), self.chosen_bar()
        other_rows = scene.rows is not self._scene.rows
        self._scene = scene
        if other_rows:
            self._chosen = self._place_of(chosen.key) if chosen else None
        self._set_bars()
        self._show_day(middle)
        self.viewport().update()

    def chosen_bar(self) -> Bar | None:
        """The chosen task or action."""
        row = self._scene.rows[self._chosen] if self._chosen is not None else None
        return row if isinstance(row, Bar) else None

    def choose_task(self, key: int) -> None:
        """Choose the first row of a task, without a signal: it was chosen elsewhere."""
        bar = self.chosen_bar()
        if bar is None or bar.key != key:
            self._choose(self._place_of(key))

    def go_to_today(self) -> None:
        """Bring the as-of day into the middle."""
        self._show_day(self._scene.as_of + 0.5)

    def placed_rows(self) -> list[Placed]:
        """The rows in sight and where they lie; the last may be cut by the lower edge."""
        offset = self.verticalScrollBar().value()
        first = offset // self._row_height
        last = min(first + self._body_height() // self._row_height + 2, len(self._scene.rows))
        top = self._header - offset
        return [
            Placed(place, self._shown(place), top + place * self._row_height, self._row_height)
            for place in range(first, last)
        ]

    def _shown(self, place: int) -> Row:
        row = self._scene.rows[place]
        return self.pulling.shown(row) if isinstance(row, Bar) else row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = QRectF(self.viewport().rect())
        view = View(area, self._header, self._columns, self._spread(), self._type, write_elided, self._chosen)
        paint_gantt(painter, self._scene, self.placed_rows(), view)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        middle = self._middle_day(event.oldSize().width()) if event.oldSize().isValid() else self._scene.as_of
        self._measure()
        self._set_bars()
        self._show_day(middle)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self._set_bars()
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.chosen_bar()
        if self.pulling.key(event, bar) or (key == Qt.Key.Key_Escape and self.pulling.cancel()):
            return
        if key == Qt.Key.Key_Insert and bar is not None:
            self.node_wanted.emit(bar.key, min(max(self._scene.as_of, bar.start), bar.end))
        elif key in _KEYS:
            self._step(_KEYS[key])
        elif key in _FINER:
            self.finer_wanted.emit(_FINER[key])
        elif key == Qt.Key.Key_Home:
            self.go_to_today()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (bar.singleStep() if key == Qt.Key.Key_Right else -bar.singleStep()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.finer_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self._choose_and_tell(place)
        bar = self._bar_in_time(event.position().toPoint())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pulling.press(bar, event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pulling.move(event, self._bar_in_time(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pulling.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_in_time(event.position().toPoint())
        if bar is not None:
            spread = self._spread()
            self.node_wanted.emit(bar.key, int(spread.first + (event.position().x() - spread.left) // spread.per_day))

    def _bar_in_time(self, point: QPoint) -> Bar | None:
        """The bar of the row at a point right of the table."""
        row = self._row_at(point) if point.x() > self._columns.width else None
        return row if isinstance(row, Bar) else None

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self._row_at(event.pos())
            text = tip_of(row) if isinstance(row, Bar) else row.label if row else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _measure(self) -> None:
        """Sizes that follow from font and width."""
        em = QFontInfo(self.font()).pixelSize()
        width = self.viewport().width()
        self._type = type_of(self.font(), em)
        self._row_height = row_height(self)
        self._header = round(em * 3.8)
        title = min(max(width * 0.21, 11 * em), 26 * em)
        units = min(max(width * 0.11, 7 * em), 15 * em)
        self._columns = Columns(round(3.5 * em), round(title), round(units))

    def _body_height(self) -> int:
        return max(self.viewport().height() - self._header, 0)

    def _time_width(self) -> float:
        return max(self.viewport().width() - self._columns.width, 1)

    def _per_day(self) -> float:
        axis = self._scene.axis
        days = min(DAYS_SHOWN[self._scene.scale], axis.last - axis.first + 1)
        return max(self._time_width() - 2 * self._pad(), 1) / days

    def _pad(self) -> float:
        return PAD_EM * self._type.em

    def _spread(self) -> Spread:
        left = self._columns.width + self._pad() - self.horizontalScrollBar().value()
        return Spread(self._scene.axis.first, left, self._per_day())

    def _set_bars(self) -> None:
        """Ranges of the scroll bars: pixels downwards, pixels along the days."""
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(len(self._scene.rows) * self._row_height - self._body_height(), 0))
        down.setSingleStep(self._row_height)
        down.setPageStep(self._body_height())
        axis = self._scene.axis
        whole = (axis.last - axis.first + 1) * self._per_day() + 2 * self._pad()
        along.setRange(0, max(round(whole - self._time_width()), 0))
        along.setSingleStep(max(round(self._time_width() / 12), 1))
        along.setPageStep(round(self._time_width()))

    def _middle_day(self, width: int | None = None) -> float:
        spread = self._spread()
        middle = self._columns.width + ((width or self.viewport().width()) - self._columns.width) / 2
        return spread.first + (middle - spread.left) / spread.per_day

    def _show_day(self, day: float) -> None:
        """Bring a day into the middle, as far as the axis reaches."""
        x = (day - self._scene.axis.first) * self._per_day() + self._pad()
        self.horizontalScrollBar().setValue(round(x - self._time_width() / 2))

    def _place_at(self, point: QPoint) -> int | None:
        if point.y() < self._header:
            return None
        place = (point.y() - self._header + self.verticalScrollBar().value()) // self._row_height
        return place if place < len(self._scene.rows) else None

    def _row_at(self, point: QPoint) -> Row | None:
        place = self._place_at(point)
        return None if place is None else self._scene.rows[place]

    def _place_of(self, key: int) -> int | None:
        rows = enumerate(self._scene.rows)
        return next((place for place, row in rows if isinstance(row, Bar) and row.key == key), None)

    def _step(self, count: int) -> None:
        """Choose the row `count` tasks further, over header rows, stopping at the ends."""
        place, direction = self._chosen, 1 if count > 0 else -1
        for _ in range(abs(count) if place is not None else 1):
            place = self._next_bar(place, direction)
        if place is not None:
            self._choose_and_tell(place)

    def _next_bar(self, place: int | None, direction: int) -> int | None:
        """The nearest bar after (or before) a place; the same place where there is none."""
        rows = self._scene.rows
        near = (-1 if place is None else place) + direction
        while 0 <= near < len(rows) and not isinstance(rows[near], Bar):
            near += direction
        return near if 0 <= near < len(rows) else place

    def _choose_and_tell(self, place: int) -> None:
        row = self._scene.rows[place]
        if isinstance(row, Bar):
            self._choose(place)
            self.task_chosen.emit(row.key)

    def _choose(self, place: int | None) -> None:
        """Mark a row and bring it into sight."""
        self._chosen = place
        if place is not None:
            bar, top = self.verticalScrollBar(), place * self._row_height
            bar.setValue(min(max(bar.value(), top + self._row_height - self._body_height()), top))
            row = self._scene.rows[place]
            self.setAccessibleDescription(tip_of(row) if isinstance(row, Bar) else row.label)
        self.viewport().update()
