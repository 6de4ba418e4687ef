"""Rows 19a to 19c: from the empty first page to a ledger that stands, by each of the three ways in, against a minute.

On the real window: the demo's plan as a Word file is dropped, each of its doubts answered and the plan stored; an Excel
ledger of 300 tasks is dropped and stored; the practice ledger is asked for. Counted are the program's own seconds, to
the painted page, and three for each thing that the clerk does: a drag, a click or a key with its moment of thought, as
the keystroke-level model has it (Card, Moran and Newell, 1980). Reading a doubt is part of that moment only where the
answer is plain, so the note tells how many there were. Prints JSON (see bench/rows.py).
"""

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import xlsxwriter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desktop_app.paths import asset
from desktop_app.store.store import open_ledger
from desktop_app.texts import today as texts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.theme import application

LIMIT, AN_ACT = 60.0, 3.0  # seconds
ROWS = 300
HEADER = ("序号", "板块", "工作任务", "目标", "牵头单位", "完成时限", "完成情况")
Dialog = TypeVar("Dialog", bound=QDialog)


class Hand:
    """The clerk's hand on the first window of an empty ledger; counts what it does."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.acts, self._began = window, 0, time.perf_counter()

    def drop(self, path: Path) -> None:
        """Let a file fall on the window."""
        self.acts += 1
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        self.window.dropEvent(QDropEvent(QPointF(300, 300), copy, dragged, left, Qt.KeyboardModifier.NoModifier))

    def click(self, words: str) -> None:
        """Press the seen button that says this."""
        self.acts += 1
        (button,) = [b for b in self.window.findChildren(QPushButton) if b.text() == words and b.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, over: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keys go."""
        self.acts += 1
        QTest.keyClick(over.focusWidget() or over, key, held)

    def seen(self, kind: type[Dialog]) -> Dialog:
        """The window of this kind, once it has come and has the keys."""
        wait(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        found = self.window.findChildren(kind)[0]
        found.activateWindow()
        wait(lambda: QApplication.activeWindow() is found)
        return found

    def told(self, row: str, note: str = "") -> dict[str, object]:
        """The row's result, as of now."""
        took = time.perf_counter() - self._began
        ours = took + AN_ACT * self.acts
        note = f"{took:.1f} s of the program, {self.acts} acts{note}"
        return {"row": row, "ours": ours, "peer": LIMIT, "unit": "s", "ratio": ours / LIMIT, "note": note}


def wait(until: Callable[[], object]) -> None:
    """Let the window live until this holds; TimeoutError after a minute."""
    begun = time.perf_counter()
    while not until():
        QApplication.processEvents()
        if time.perf_counter() - begun > LIMIT:
            raise TimeoutError("the way in has not led anywhere within a minute")


@contextmanager
def hand(folder: Path) -> Iterator[Hand]:
    """The first window of an empty ledger, seen."""
    painted: list[bool] = []
    with open_ledger(folder) as store:
        window = MainWindow(Session(store), folder / "window.json")
        window.painted.connect(lambda: painted.append(True))
        window.show()
        wait(lambda: painted)
        yield Hand(window)
        window.close()


def by_plan(folder: Path) -> dict[str, object]:
    """Drop the plan, answer its doubts, store it."""
    from desktop_app.ui.review.window import ReviewWindow

    with hand(folder) as ours:
        ours.drop(next(asset("resources", "demo").glob("*.docx")))
        review = ours.seen(ReviewWindow)
        doubts = len(review.extraction.doubts)
        while review.extraction.doubts:
            ours.key(review, Qt.Key.Key_Return)
        ours.key(review, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        wait(lambda: ours.window.session.snapshot.tasks)
        QApplication.processEvents()
        tasks = len(ours.window.session.snapshot.tasks)
        return ours.told("19a", f", {doubts} doubts answered, {tasks} tasks")


def by_ledger(folder: Path) -> dict[str, object]:
    """Drop an office's Excel ledger and store it as it is read."""
    from desktop_app.ui.importing.window import ImportWindow

    book = folder.parent / "台账.xlsx"
    with xlsxwriter.Workbook(str(book)) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        for n in range(1, ROWS + 1):
            due = f"{n % 11 + 1}月底前"
            row = (
                n,
                f"第{n % 9 + 1}方面",
                f"推进第{n}处点位建设",
                f"建成{n % 7 + 1}处",
                f"第{n % 12 + 1}科",
                due,
                "正在推进",
            )
            sheet.write_row(n, 0, row)
    with hand(folder) as ours:
        ours.drop(book)
        reading = ours.seen(ImportWindow)
        ours.key(reading, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        wait(lambda: len(ours.window.session.snapshot.tasks) >= ROWS)
        QApplication.processEvents()
        return ours.told("19b", f", {ROWS} tasks")


def by_demo(folder: Path) -> dict[str, object]:
    """Ask for the practice ledger."""
    with hand(folder) as ours:
        built: list[Path] = []
        ours.window.other_ledger.connect(built.append)
        ours.click(texts.FIRST_DEMO)
        wait(lambda: built)
        with open_ledger(built[0]) as store:
            MainWindow(Session(store), folder / "window.json").show()
            QApplication.processEvents()
            return ours.told("19c", ", a half year with its forms built")


def main() -> int:
    """Go each way in a ledger of its own and print the results."""
    app = application()
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        ways = (by_plan, by_ledger, by_demo)
        print(json.dumps([way(Path(folder, way.__name__)) for way in ways]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
