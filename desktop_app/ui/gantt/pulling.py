"""Bars, ends and nodes under the mouse and the keys: pulled live, let go to propose, Esc to leave all as it was."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.due import EARLIER
from desktop_app.domain.workdays import SHIPPED
from desktop_app.reports.gantt_edit import Grip, Snap, SnapBy, day_of, grip_at, parts_of, pulled, stepped, with_node
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_axis import Scale, day_label
from desktop_app.reports.gantt_scene_layout import Spread
from desktop_app.texts import gantt as texts

_REACH = 5.0  # pixels beside an end or a node
_ARROW = Qt.CursorShape.ArrowCursor
_CURSORS = {"bar": Qt.CursorShape.OpenHandCursor}
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_AT_ONCE = {
    Qt.KeyboardModifier.AltModifier: Grip("end"),
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier: Grip("start"),
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier: Grip("bar"),
}


class Pull(NamedTuple):
    """What is held, from which x (None: by the keys), the bar as it was and as it lies now; a new node is `drawn`."""

    grip: Grip
    x: float | None
    before: Bar
    now: Bar
    start: Bar
    drawn: bool = False


class Pulling(QObject):
    """`moved(before, after)` tells that something was let go elsewhere, `drawn(task, day, name)` that a node was drawn
    and named, `name_wanted(day)` that it wants its name; `told` says the days while pulling.
    """

    moved = Signal(object, object)
    drawn = Signal(int, int, str)
    name_wanted = Signal(int)
    told = Signal(str)

    def __init__(self, view: QWidget, spread: Callable[[], Spread], scale: Callable[[], Scale]) -> None:
        super().__init__(view)
        self._view, self._spread, self._scale = view, spread, scale
        self.calendar, self.rule = SHIPPED, EARLIER
        self.snap_by: SnapBy = "scale"
        self._pull: Pull | None = None

    def held(self) -> Pull | None:
        """What is held now."""
        return self._pull

    def shown(self, bar: Bar) -> Bar:
        """The bar as it is to be painted now."""
        pull = self._pull
        return pull.now if pull is not None and pull.before is bar else bar

    def press(self, bar: Bar, x: float) -> None:
        """The button goes down on a row, `x` along the time."""
        grip = grip_at(bar, self._spread(), x, _REACH)
        self._hold(Pull(grip, x, bar, bar, bar) if grip else None)

    def draw(self, bar: Bar, day: int, x: float | None) -> None:
        """A new node is drawn on a bar at a day, by the mouse from `x` or by the keys."""
        with_it = with_node(bar, day, self._snap())
        self._hold(Pull(Grip("node", len(bar.nodes)), x, bar, with_it, with_it, drawn=True))

    def move(self, event: QMouseEvent, bar: Bar | None) -> None:
        """The mouse moves: pull what is held, or show by the cursor what could be held."""
        pull, x = self._pull, event.position().x()
        if pull is None:
            grip = grip_at(bar, self._spread(), x, _REACH) if bar else None
            self._view.setCursor(_CURSORS.get(grip.part, Qt.CursorShape.SizeHorCursor) if grip else _ARROW)
        elif pull.x is not None:
            days = round((x - pull.x) / self._spread().per_day)
            self._hold(pull._replace(now=pulled(pull.start, pull.grip, days, self._snap())))

    def release(self) -> None:
        """Let go: propose where it lies now, or ask for the name of a new node."""
        pull = self._pull
        if pull is not None and pull.drawn:
            self._pull = pull._replace(x=None)
            self.name_wanted.emit(pull.now.nodes[-1].day)
            return
        self._hold(None)
        if pull is not None and pull.now != pull.before:
            self.moved.emit(pull.before, pull.now)

    def name(self, title: str) -> None:
        """The new node has its name."""
        pull = self._pull
        self._hold(None)
        if pull is not None and pull.drawn:
            self.drawn.emit(pull.before.key, pull.now.nodes[-1].day, title)

    def cancel(self) -> bool:
        """Leave everything as it was; False where nothing was held."""
        held = self._pull is not None
        self._hold(None)
        return held

    def key(self, event: QKeyEvent, bar: Bar | None, as_of: int) -> bool:
        """Take what the key means here; False where it means nothing.

        F2 takes hold, Tab goes on to the next part, arrows move it, Enter lets go, Esc leaves all as it was. Insert
        draws a node. Alt with an arrow moves the end at once, with Shift the start, with Ctrl the whole bar.
        """
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._pull is not None:
            return self._key_held(self._pull, key)
        if bar is None:
            return False
        grip = _AT_ONCE.get(modifiers)
        if key in _WAYS and grip is not None:
            after = stepped(bar, grip, _WAYS[key], self._snap())
            if after != bar:
                self.moved.emit(bar, after)
        elif key == Qt.Key.Key_F2:
            self._hold(Pull(Grip("end"), None, bar, bar, bar))
        elif key == Qt.Key.Key_Insert:
            self.draw(bar, min(max(as_of, bar.start), bar.end), None)
        else:
            return False
        return True

    def _key_held(self, pull: Pull, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.release()
        elif key in _WAYS and pull.x is None:
            self._hold(pull._replace(now=stepped(pull.now, pull.grip, _WAYS[key], self._snap())))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not pull.drawn:
            parts = parts_of(pull.now)
            place = parts.index(pull.grip) + (1 if key == Qt.Key.Key_Tab else -1)
            self._hold(pull._replace(grip=parts[place % len(parts)]))
        return True

    def _snap(self) -> Snap:
        return Snap(self._scale(), self.calendar, self.rule, self.snap_by)

    def _hold(self, pull: Pull | None) -> None:
        self._pull = pull
        self.told.emit("" if pull is None else self._words(pull))
        self._view.update()

    def _words(self, pull: Pull) -> str:
        by = texts.PULLED if pull.x is not None else texts.HELD
        return by.format(part=texts.PARTS[pull.grip.part], day=day_label(day_of(pull.now, pull.grip)))
