"""The line under the page: how many tasks there are, how many are shown, and what must not be put in."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import window as texts


class StatusLine(QStatusBar):
    """Its numbers are counted anew whenever the ledger or the view changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setContentsMargins(6, 0, 6, 0)
        self._total, self._state = "", ""
        self._shown: int | None = None
        self._kept = 0
        self._on_ledger = False
        self._backup = ""
        self.addWidget(self._words, 1)
        self.setSizeGripEnabled(False)

    def show_ledger(self, snapshot: Snapshot, writable: bool) -> None:
        """Count the tasks that stand; what is only looked at is not said to be saved."""
        self._state = texts.SAVED if writable else texts.NOT_WRITABLE
        standing = [task for task in snapshot.tasks.values() if not task.withdrawn]
        actions = sum(task.parent is not None for task in standing)
        words = texts.COUNT_ACTIONS if actions else texts.COUNT
        self._total = words.format(tasks=len(standing) - actions, actions=actions)
        self._write()

    def show_count(self, shown: int | None, kept: int = 0) -> None:
        """How many rows fit what the ledger page looks for (None: all), and how many more it keeps in sight."""
        self._shown, self._kept = shown, kept
        self._write()

    def on_page(self, name: str) -> None:
        """Only the ledger page has a count of rows shown."""
        self._on_ledger = name == "ledger"
        self._write()

    def show_backup(self, words: str, tip: str) -> None:
        """What is to be said of the backups; the tip tells a trouble whole."""
        self._backup = words
        self._words.setToolTip(tip)
        self._write()

    def _write(self) -> None:
        shown = [texts.SHOWN.format(shown=self._shown)] if self._on_ledger and self._shown is not None else []
        shown += [texts.KEPT.format(kept=self._kept)] if shown and self._kept else []
        parts = [self._total, *shown, self._state, self._backup, texts.NO_SECRETS]
        self._words.setText(texts.DOT.join(part for part in parts if part))
