"""Bars, ends and nodes under the mouse and the keys: pulled live, let go to propose, Esc to leave all as it was."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.reports.gantt_edit import Grip, Snap, grip_at, pulled
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_layout import Spread
from desktop_app.texts import gantt as texts

_REACH = 5.0  # pixels beside an end or a node
_CURSORS = {"bar": Qt.CursorShape.OpenHandCursor, "node": Qt.CursorShape.SizeHorCursor}
_HELD = {
    Qt.KeyboardModifier.AltModifier: Grip("end"),
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier: Grip("start"),
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier: Grip("bar"),
}


class _Pull(NamedTuple):
    """What is being pulled, from which x, and the bar as it was and as it lies now."""

    grip: Grip
    x: float
    before: Bar
    now: Bar


class Pulling(QObject):
    """`moved(before, after)` tells that the clerk has let go of a bar somewhere else, `told` the days while pulling."""

    moved = Signal(object, object)
    told = Signal(str)

    def __init__(self, view: QWidget, spread: Callable[[], Spread], snap: Callable[[], Snap]) -> None:
        super().__init__(view)
        self._view, self._spread, self._snap = view, spread, snap
        self._pull: _Pull | None = None

    def shown(self, bar: Bar) -> Bar:
        """The bar as it is to be painted now."""
        pull = self._pull
        return pull.now if pull is not None and pull.before is bar else bar

    def press(self, bar: Bar, x: float) -> None:
        """The button goes down on a row, `x` along the time."""
        grip = grip_at(bar, self._spread(), x, _REACH)
        self._pull = _Pull(grip, x, bar, bar) if grip else None

    def move(self, event: QMouseEvent, bar: Bar | None) -> None:
        """The mouse moves: pull what is held, or show by the cursor what could be held."""
        x = event.position().x()
        if self._pull is None:
            grip = grip_at(bar, self._spread(), x, _REACH) if bar else None
            self._view.setCursor(_CURSORS.get(grip.part, Qt.CursorShape.SizeHorCursor) if grip else _ARROW)
            return
        grip, start, before, _ = self._pull
        days = round((x - start) / self._spread().per_day)
        self._pull = self._pull._replace(now=pulled(before, grip, days, self._snap()))
        self._tell()
        self._view.update()

    def release(self) -> None:
        """The button comes up: propose where the bar lies now."""
        pull, self._pull = self._pull, None
        self.told.emit("")
        self._view.update()
        if pull is not None and pull.now != pull.before:
            self.moved.emit(pull.before, pull.now)

    def cancel(self) -> bool:
        """Leave everything as it was; False where nothing was held."""
        held, self._pull = self._pull is not None, None
        self.told.emit("")
        self._view.update()
        return held

    def key(self, event: QKeyEvent, bar: Bar | None) -> bool:
        """Alt with an arrow moves the end, with Shift the start, with Ctrl the whole bar; True where that was meant."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        grip = next((grip for keys, grip in _HELD.items() if keys == modifiers), None)
        if way is None or grip is None or bar is None:
            return False
        snap = self._snap()
        days = snap.step(bar.start - 1 if grip.part == "start" else bar.end, way)
        after = pulled(bar, grip, days, snap)
        if after != bar:
            self.moved.emit(bar, after)
        return True

    def _tell(self) -> None:
        pull = self._pull
        if pull is None:
            return
        if pull.grip.part == "node":
            node = pull.now.nodes[pull.grip.node]
            words = texts.TIP_NODE.format(day=_full(node.day), title=node.title)
        else:
            words = texts.TIP_DATES.format(start=_full(pull.now.start), end=_full(pull.now.end))
        self.told.emit(texts.PULLED.format(days=words))


_ARROW = Qt.CursorShape.ArrowCursor


def _full(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return texts.DAY_OF_YEAR.format(year=day.year, month=day.month, day=day.day)
