"""The later changes that an undo would have to leave alone, listed before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QWidget

from desktop_app.texts import window as texts
from desktop_app.ui.sheet import column_of, foot_of


class ObstaclesDialog(QDialog):
    """The later changes that an undo would have to leave alone. Leaving everything as it is, is the default."""

    def __init__(self, label: str, obstacles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.OBSTACLES_TITLE.format(label=label))
        self.resize(480, 320)
        sentence = QLabel(texts.OBSTACLES.format(label=label, count=len(obstacles)), self)
        sentence.setWordWrap(True)
        self.listed = obstacles
        listed = QListWidget(self)
        listed.addItems(obstacles)
        listed.setWordWrap(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setAccessibleName(sentence.text())
        rest, stay = QPushButton(texts.UNDO_REST, self), QPushButton(texts.CANCEL, self)
        rest.clicked.connect(self.accept)
        column = column_of(self)
        column.addWidget(sentence)
        column.addWidget(listed, 1)
        column.addLayout(foot_of(self, rest, stay))
        stay.setDefault(True)
