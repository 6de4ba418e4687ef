"""The part of 设置 that keeps the ledger safe: backups, the second place, the check, the hand-over pack."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app import clock, settings
from desktop_app.store.backup import backups
from desktop_app.texts import backup, safety
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import tell
from desktop_app.ui.safety.words import size_of, size_words, time_words
from desktop_app.ui.session import Session

if TYPE_CHECKING:
    from desktop_app.verbs.check import Found
    from desktop_app.verbs.hand_over import Packed


class SafetyPanel(QWidget):
    """Its lines say what there is; each button does one thing and says what came of it."""

    def __init__(self, session: Session, settings_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._file = session, settings_file
        self._last, self._second = QLabel(self), QLabel(self)
        self._now, self._list = QPushButton(safety.BACK_UP, self), QPushButton(safety.LIST, self)
        self._choose, self._forget = QPushButton(safety.CHOOSE_SECOND, self), QPushButton(safety.FORGET_SECOND, self)
        self._check, self._pack = QPushButton(safety.CHECK, self), QPushButton(safety.HAND_OVER, self)
        self._lay_out()
        self.refresh()
        self._now.clicked.connect(self.back_up)
        self._list.clicked.connect(self.show_list)
        self._choose.clicked.connect(self._choose_second)
        self._forget.clicked.connect(lambda: self._keep_second(""))
        self._check.clicked.connect(self.check_ledger)
        self._pack.clicked.connect(self.hand_over)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._choose.setAccessibleName(safety.CHOOSE_SECOND_NAME)
        for label in (self._last, self._second):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._last)
        column.addLayout(_row(self._now, self._list, self._check, self._pack))
        column.addWidget(self._second)
        column.addLayout(_row(self._choose, self._forget))

    def refresh(self) -> None:
        """Say again which backups there are and where they are copied to."""
        made = backups(self._session.store.folder)
        if made:
            size = size_words(sum(size_of(one.path) for one in made))
            words = {"at": time_words(made[0].at), "reason": made[0].reason, "count": len(made), "size": size}
            self._last.setText(safety.LAST.format(**words))
        else:
            self._last.setText(safety.NEVER)
        place = settings.load(self._file).second_place
        self._second.setText(safety.SECOND.format(folder=place) if place else safety.NO_SECOND)
        self._forget.setVisible(bool(place))

    def _second_place(self) -> Path | None:
        place = settings.load(self._file).second_place
        return Path(place) if place and Path(place).is_dir() else None

    def back_up(self) -> None:
        """Back the ledger up now and say so."""
        from desktop_app.verbs.backup import back_up

        folder, second = self._session.store.folder, self._second_place()
        run(self, safety.BACKING_UP, lambda _: back_up(folder, second=second), lambda _: tell(self, safety.BACKED_UP))
        self.refresh()

    def show_list(self) -> None:
        """Open the list of backups."""
        from desktop_app.ui.safety.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_second(self) -> None:
        place = QFileDialog.getExistingDirectory(self, safety.CHOOSE_SECOND_NAME)
        if place:
            self._keep_second(place)

    def _keep_second(self, place: str) -> None:
        """Use this place from now on ("": none), and copy there at once."""
        from desktop_app.verbs.backup import back_up

        folder = self._session.store.folder
        before = settings.load(self._file)

        def copied(_: object) -> None:
            settings.save(self._file, before._replace(second_place=place))

        if place:
            run(self, safety.BACKING_UP, lambda _: back_up(folder, "hand", Path(place)), copied)
        else:
            copied(None)
        self.refresh()

    def check_ledger(self) -> None:
        """Look the ledger through and show what is wrong with it."""
        from desktop_app.verbs.check import look_through

        folder = self._session.store.folder
        run(self, safety.CHECKING, lambda _: look_through(folder), self._checked)

    def _checked(self, found: "Found") -> None:
        from desktop_app.ui.safety.check_dialog import CheckDialog

        if not found.problems:
            tell(self, safety.CHECKED_SOUND.format(files=found.originals))
            return
        dialog = CheckDialog(self._session, found, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def hand_over(self) -> None:
        """Ask for a file and pack everything for the next clerk into it."""
        from desktop_app.verbs.hand_over import hand_over

        name = backup.PACK.format(day=clock.today().isoformat())
        chosen, _ = QFileDialog.getSaveFileName(self, safety.HAND_OVER, name, safety.PACK_FILTER)
        if chosen:
            folder, out = self._session.store.folder, Path(chosen)
            run(self, safety.PACKING, lambda progress: hand_over(folder, out, progress.step), self._packed)

    def _packed(self, packed: "Packed") -> None:
        words = {"file": packed.file, "files": packed.files, "size": size_words(size_of(packed.file))}
        tell(self, safety.PACKED.format(**words))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
