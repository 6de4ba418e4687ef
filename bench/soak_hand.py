"""What a hand does at random in the real window, one act at a time, and what it finds wrong there."""

import os
import random
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from desktop_app import clock
from desktop_app.errors import Refused
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.ledger.state import TableState
from desktop_app.ui.main_window import PAGES
from desktop_app.ui.session import Session

EVERY, LOOKED_EVERY = 2, 60  # milliseconds between acts; acts between two looks at what the window holds
PATIENCE = 60  # acts after which a box is closed at the latest
WORDS = (
    "养老",
    "2026-06-30",
    "60",
    "100",
    "无",
    "已完成",
    "ylfw",
    "=1+1",
    "老龄工作科",
    "9月底前",
    "-5",
    "1e9",
    "𠮷",
    "%",
)
KEYS = "Return Escape Tab Down Up Left Right Space Delete F2 Home End PageDown PageUp F5 F1".split()
WITH_CTRL = "Z Y F C V X A D N O S P E 1 2 3 4 5 6 7 8 9 Home End Return G K L I J R T H".split()


class Hand:
    """What is done in the window, one act at a time; `told` has the last of them, `wrong` what was found."""

    def __init__(self, number: int, acts: int, desk: Any, files: list[Path]) -> None:
        self.luck = random.Random(number)
        self.told: deque[str] = deque(maxlen=30)
        self.wrong: list[str] = []
        self.waiting = 0
        self._left, self._desk, self._files = acts, desk, files
        self._box, self._patience = None, 0

    def act(self) -> None:
        """One act, and the next one soon; the end when all are done."""
        if not self._left:
            self.look()
            self.end()
        QTimer.singleShot(EVERY, self.act)
        window = self._desk._window
        if self.waiting or window is None:
            return
        self._left -= 1
        window.show()  # it may have been closed by its own keys
        if not self._left % LOOKED_EVERY and not QApplication.activeModalWidget():
            self.look()
        self._do(QApplication.activePopupWidget() or QApplication.activeModalWidget() or window)

    def end(self) -> None:
        """Leave at once, and say what was wrong."""
        for found in self.wrong:
            print(found, flush=True)
        os._exit(bool(self.wrong))

    def resting(self, waits: Callable[..., Any]) -> Callable[..., Any]:
        """The same wait, in which nothing is done: the window takes no input then."""

        def rested(*given: Any) -> Any:
            self.waiting += 1
            try:
                return waits(*given)
            finally:
                self.waiting -= 1

        return rested

    def look(self) -> None:
        """Whether the window holds what its ledger holds."""
        session, store = self._desk._window.session, self._desk._store
        self.wrong += [f"damaged: {fault}" for fault in store.faults()]
        if session.store is not store:
            return  # another day's ledger is looked at
        fresh, page = Session(store), self._desk._window.findChild(LedgerPage)
        same = {name: session.snapshot.tables[name] == table for name, table in fresh.snapshot.tables.items()}
        told = session.statuses if session.judged else fresh.statuses
        others = [(key, told.get(key), status) for key, status in fresh.statuses.items() if told.get(key) != status]
        same[f"lights: {others[:3]}"] = told == fresh.statuses
        if page is not None and page.isVisible() and not page._stale and not page._asked.kept:
            same["lines"] = page.model.rows == TableState(fresh, clock.today()).rows(page._asked)
        self.wrong += [f"not as in the ledger: {name}\n{self.last()}" for name, well in same.items() if not well]

    def last(self) -> str:
        """What was done last, a line each."""
        return "\n".join(self.told)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody caught; a Refused is told to the clerk, and no fault."""
        if not isinstance(error, Refused):
            self.wrong.append("".join(traceback.format_exception(kind, error, trace)) + self.last())
        self._desk.hook(kind, error, trace)

    def _tell(self, act: str, about: object, *more: object) -> None:
        words = about.text() if hasattr(about, "text") and callable(about.text) else ""  # type: ignore[attr-defined]
        self.told.append(" ".join(map(str, (act, type(about).__name__, repr(words)[:40], *more))))

    def _do(self, top: Any) -> None:
        if isinstance(top, QMenu):
            self._choose_of(top)
            return
        if top is not self._desk._window and self._is_enough(top):
            self._tell("close", top)
            top.close()
            return
        inner = [one for one in top.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        acts: list[tuple[Callable[[Any, list[Any]], object], int]] = [
            (self._click, 36),
            (self._touch, 20),
            (self._type, 8),
            (self._pick, 6),
            (self._press, 27),
            (self._drop, 2),
            (self._turn, 1),
        ]
        self.luck.choices([act for act, _ in acts], [weight for _, weight in acts])[0](top, inner)

    def _is_enough(self, box: Any) -> bool:
        if box is not self._box:
            self._box, self._patience = box, self.luck.randint(3, PATIENCE)
        self._patience -= 1
        return self._patience < 0

    def _choose_of(self, menu: Any) -> None:
        acts = [act for act in menu.actions() if act.isEnabled() and act.isVisible() and not act.isSeparator()]
        chosen = self.luck.choice([*acts, None])
        menu.close()
        if chosen is not None and chosen.menu() is None:
            self._tell("menu", chosen)
            chosen.trigger()

    def _one_of(self, inner: list[Any], *kinds: type) -> Any:
        found = [one for one in inner if isinstance(one, kinds)]
        return self.luck.choice(found) if found else None

    def _click(self, _top: Any, inner: list[Any]) -> None:
        button = self._one_of(inner, QAbstractButton)
        if button is not None:
            self._tell("click", button)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _touch(self, _top: Any, inner: list[Any]) -> None:
        """Click, double-click, ask for the menu of, or drag over, some place of a table, a list or a text."""
        view = self._one_of(inner, QAbstractScrollArea)
        if view is None:
            return
        view.setFocus()
        port, left, held = view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier
        places = [
            QPoint(self.luck.randrange(max(1, port.width())), self.luck.randrange(max(1, port.height())))
            for _ in range(2)
        ]
        with_key = self.luck.choice([held.NoModifier] * 4 + [held.ShiftModifier, held.ControlModifier])
        way = self.luck.choice(["click"] * 3 + ["double", "menu", "drag"])
        self._tell(way, view, places[0].toTuple())
        if way == "click":
            QTest.mouseClick(port, left, with_key, places[0])
        elif way == "double":
            QTest.mouseDClick(port, left, with_key, places[0])
        elif way == "menu":
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, places[0], port.mapToGlobal(places[0]))
            QApplication.postEvent(port, asked)
        else:
            QTest.mousePress(port, left, with_key, places[0])
            QTest.mouseMove(port, places[1])
            QTest.mouseRelease(port, left, with_key, places[1])

    def _type(self, _top: Any, inner: list[Any]) -> None:
        field, words = (
            self._one_of(inner, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QTableView),
            self.luck.choice(WORDS),
        )
        if field is None:
            return
        self._tell("type", field, words)
        field.setFocus()
        if words.isascii():
            QTest.keyClicks(field, words)
        else:
            typed = QInputMethodEvent()
            typed.setCommitString(words)
            QApplication.sendEvent(field, typed)

    def _pick(self, _top: Any, inner: list[Any]) -> None:
        choice = self._one_of(inner, QComboBox, QTabBar)
        if choice is None or not choice.count():
            return
        self._tell("pick", choice)
        choice.setCurrentIndex(self.luck.randrange(choice.count()))
        if isinstance(choice, QComboBox):
            choice.activated.emit(choice.currentIndex())

    def _press(self, top: Any, _inner: list[Any]) -> None:
        to, held = QApplication.focusWidget(), Qt.KeyboardModifier
        if to is None or to.window() is not top.window():  # no key reaches a window below a box
            to = top.focusWidget() or top
        plain = self.luck.random() < 0.7
        key = getattr(Qt.Key, f"Key_{self.luck.choice(KEYS if plain else WITH_CTRL)}")
        with_key = self.luck.choice([held.NoModifier] * 3 + [held.ShiftModifier]) if plain else held.ControlModifier
        self._tell("press", to, key.name, with_key.name)
        QTest.keyClick(to, key, with_key)

    def _drop(self, _top: Any, _inner: list[Any]) -> None:
        window, data = self._desk._window, QMimeData()
        if QApplication.activeModalWidget() is not None:
            return
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in self.luck.sample(self._files, self.luck.randint(1, 3))])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enters = QDragEnterEvent(QPoint(50, 50), *how)
        self._tell("drop", window, [url.fileName() for url in data.urls()])
        QApplication.sendEvent(window, enters)
        if enters.isAccepted():
            QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))

    def _turn(self, _top: Any, _inner: list[Any]) -> None:
        self._desk._window.show_page(self.luck.choice(PAGES))
        self._desk._window.resize(*self.luck.choice([(1024, 600), (1366, 768), (1920, 1080)]))
