"""核对: the numbers of an edited paper that do not agree with the ledger, each with the right one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.errors import Refused
from desktop_app.reports.trace_check import Checked, Finding
from desktop_app.store.store import Store
from desktop_app.texts import papers_page as texts
from desktop_app.texts import report as report_texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.check_docx import check_docx, write_marked


class CheckDialog(QDialog):
    """What was found in a file; a marked copy can be saved."""

    def __init__(self, path: Path, checked: Checked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._checked = path, checked
        self.setWindowTitle(texts.CHECK_TITLE.format(name=path.name))
        column = column_of(self)
        told = report_texts.CHECKED.format(count=checked.compared, wrong=len(checked.wrong))
        told += texts.OTHERS.format(count=len(checked.unknown)) if checked.unknown else ""
        findings = (*checked.wrong, *checked.unknown)
        if findings:
            column.addWidget(
                QLabel(told + (texts.OTHERS.format(count=len(checked.unknown)) if checked.unknown else ""))
            )
        else:
            column.addWidget(self._nothing(checked.compared), 1)
        self.table = self._listing(findings)
        self.table.setVisible(bool(findings))
        column.addWidget(self.table, 1)
        save = QPushButton(texts.SAVE_MARKED, self)
        save.setEnabled(bool(checked.wrong))
        save.clicked.connect(self._save)
        column.addLayout(foot_of(self, None, QPushButton(texts.CLOSE, self), save))
        size_dialog(self, *((780, 420) if findings else (480, 200)))

    def _listing(self, findings: Sequence[Finding]) -> QTableWidget:
        table = QTableWidget(len(findings), len(texts.CHECK_COLUMNS), self)
        table.setAccessibleName(texts.CHECK)
        table.setHorizontalHeaderLabels(list(texts.CHECK_COLUMNS))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        draw_table(table, {0: 320, 1: 90, 2: 90, 3: 160}, {0: 1})
        for line, found in enumerate(findings):
            right = (found.right or texts.GONE) if found.name else texts.NOT_KNOWN
            for place, text in enumerate((found.context, found.found, found.issued, right)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(line, place, item)
        return table

    def _nothing(self, compared: int) -> QLabel:
        """What to say where there is nothing to list."""
        words = texts.NOTHING_WRONG.format(count=compared) if compared else texts.NOTHING_COMPARED
        label = QLabel(words, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label

    def _save(self) -> None:
        name = texts.MARKED.format(name=self._path.stem)
        chosen, _ = QFileDialog.getSaveFileName(self, texts.SAVE_MARKED, str(self._path.with_name(name)), texts.DOCX)
        if chosen:
            try:
                write_marked(self._path, self._checked, Path(chosen))
            except Refused as refused:
                tell(self, refused.sentence)


def check_file(store: Store, path: Path, parent: QWidget) -> CheckDialog | None:
    """The dialog for a file; None where it is refused, which the clerk is told."""
    try:
        return CheckDialog(path, check_docx(store, path), parent)
    except Refused as refused:
        tell(parent, refused.sentence)
        return None
