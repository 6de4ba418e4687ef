"""What the groups of the 设置 page are laid out with."""

from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget


def heading(column: QVBoxLayout, name: str, about: str) -> None:
    """A group's name and what it is for."""
    column.addSpacing(8)
    for words, role in ((name, "heading"), (about, "second")):
        label = QLabel(words)
        label.setProperty("role", role)
        label.setWordWrap(True)
        column.addWidget(label)


def row(*parts: QWidget) -> QHBoxLayout:
    """Widgets side by side, from the left."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part)
    line.addStretch()
    return line


def points(name: str, suffix: str) -> QDoubleSpinBox:
    """A box for whole percentage points."""
    box = QDoubleSpinBox()
    box.setRange(0, 100)
    box.setDecimals(0)
    box.setSuffix(suffix)
    box.setAccessibleName(name)
    return box


def days(name: str, suffix: str, none: str) -> QSpinBox:
    """A box for a number of days, with a word for none."""
    box = QSpinBox()
    box.setRange(0, 60)
    box.setSuffix(suffix)
    box.setSpecialValueText(none)
    box.setAccessibleName(name)
    return box


def labelled(words: str, part: QWidget) -> QLabel:
    """The label of a box, whose key leads to it."""
    label = QLabel(words)
    label.setBuddy(part)
    return label
