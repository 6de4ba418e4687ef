"""The Gantt chart under mouse, wheel and keys: choosing a row, asking why, taking hold of bars, drawing nodes."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.paint.colours import ACCENT, PAGE
from desktop_app.paint.gantt_view import CENTRE
from desktop_app.reports.gantt_edit import day_of
from desktop_app.reports.gantt_scene import Bar, Row, Scene
from desktop_app.reports.gantt_scene_axis import day_label
from desktop_app.texts import gantt as texts
from desktop_app.ui.gantt.naming import Naming
from desktop_app.ui.gantt.pulling import Pulling
from desktop_app.ui.gantt.stage import Stage
from desktop_app.ui.gantt.tip import day_tip, group_tip, tip_of

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_FINER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class Chart(Stage):
    """Tells what the clerk chose and wants; `pulling` tells what was moved or drawn."""

    task_chosen = Signal(int)
    finer_wanted = Signal(int)  # 1 finer scale, -1 coarser
    fit_wanted = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.pulling = Pulling(self.viewport(), self.spread, lambda: self._scene.scale)
        self._naming = Naming(self.viewport())
        self.pulling.name_wanted.connect(self._ask_name)
        self._naming.ended.connect(self._take_name)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.PAGE_NAME)
        self.setAccessibleDescription(texts.PAGE_HELP)

    @property
    def chosen(self) -> int | None:
        """The place of the chosen row in the scene."""
        return self._chosen

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; the chosen task stays chosen."""
        chosen = self.chosen_bar()
        if scene.rows is not self._scene.rows:
            self.pulling.cancel()
            self._naming.hide()
            self._chosen = None
            super().show_scene(scene)
            self._chosen = self._place_of(chosen.key) if chosen else None
        else:
            super().show_scene(scene)

    def chosen_bar(self) -> Bar | None:
        """The chosen task or action."""
        row = self._scene.rows[self._chosen] if self._chosen is not None else None
        return row if isinstance(row, Bar) else None

    def choose_task(self, key: int) -> None:
        """Choose the first row of a task, without a signal: it was chosen elsewhere."""
        bar = self.chosen_bar()
        if bar is None or bar.key != key:
            self._choose(self._place_of(key))

    def _shown(self, place: int) -> Row:
        row = self._scene.rows[place]
        return self.pulling.shown(row) if isinstance(row, Bar) else row

    def _paint_over(self, painter: QPainter) -> None:
        """While something is held, its day in a flag over it."""
        held, place = self.pulling.held(), self._chosen
        if held is None or place is None:
            return
        day = day_of(held.now, held.grip)
        x = self.spread().x(day if held.grip.part == "start" else day + 1)
        words, em = day_label(day), self._type.em
        width = self._type.small.width(words) + em
        top = self._header - self.verticalScrollBar().value() + place * self._row_height - em * 0.9
        left = min(max(x - width / 2, self._columns.width), self.viewport().width() - width)
        flag = QRectF(left, max(top, self._header), width, em * 1.3)
        painter.fillRect(QRectF(x - 1, flag.bottom(), 2, em * 1.6), QColor(ACCENT))
        painter.fillRect(flag, QColor(ACCENT))
        painter.setFont(self._type.small.font)
        painter.setPen(QColor(PAGE))
        painter.drawText(flag, int(CENTRE), words)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """While something is held, Tab goes through what can be held."""
        return False if self.pulling.held() else super().focusNextPrevChild(forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.pulling.key(event, self.chosen_bar(), self._scene.as_of):
            return
        if key in _KEYS:
            self._step(_KEYS[key])
        elif key in _FINER:
            self.finer_wanted.emit(_FINER[key])
        elif key == Qt.Key.Key_F:
            self.fit_wanted.emit()
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
        point = event.position().toPoint()
        self.pulling.cancel()
        place = self._place_at(point)
        if place is not None:
            self._choose_and_tell(place)
        bar = self._bar_in_time(point)
        if bar is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pulling.draw(bar, self._day_at(event.position().x()), event.position().x())
        else:
            self.pulling.press(bar, event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pulling.move(event, self._bar_in_time(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held = self.pulling.held()
        if held is not None and held.x is not None:
            self.pulling.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_in_time(event.position().toPoint())
        if bar is not None:
            self.pulling.draw(bar, self._day_at(event.position().x()), None)
            self.pulling.release()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        """What hovering says: about a day in the header, a month's load in a header row, a task in its row."""
        in_time = point.x() > self._columns.width
        if point.y() < self._header:
            return day_tip(self._scene, self._day_at(point.x())) if in_time else ""
        place = self._place_at(point)
        row = None if place is None else self._scene.rows[place]
        if isinstance(row, Bar):
            return tip_of(row)
        return group_tip(row, self._day_at(point.x()) if in_time else None) if row else ""

    def _ask_name(self, day: int) -> None:
        """Ask for the name of a node where it was drawn."""
        top = self._header - self.verticalScrollBar().value() + (self._chosen or 0) * self._row_height
        self._naming.ask(QRect(round(self.spread().x(day + 1)), top, 1, self._row_height))

    def _take_name(self, name: object) -> None:
        if isinstance(name, str):
            self.pulling.name(name)
        else:
            self.pulling.cancel()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bar_in_time(self, point: QPoint) -> Bar | None:
        """The bar of the row at a point right of the table."""
        place = self._place_at(point) if point.x() > self._columns.width else None
        row = None if place is None else self._scene.rows[place]
        return row if isinstance(row, Bar) else None

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
            self._bring_into_sight(place)
            row = self._scene.rows[place]
            self.setAccessibleDescription(tip_of(row) if isinstance(row, Bar) else row.label)
        self.viewport().update()
