"""What every dialog is laid out with: one column with the same margins, and at its end the row of buttons."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


def column_of(dialog: QDialog) -> QVBoxLayout:
    """The dialog's column."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    return column


def foot_of(dialog: QDialog, act: QPushButton | None, leave: QPushButton, *aside: QWidget) -> QHBoxLayout:
    """The row at a dialog's end: what is beside the point, then at the right the act and the way out, as in Windows.

    The act bears the accent and, where the dialog has no better use for Enter, Enter; `leave` rejects the dialog. A
    label aside takes the room there is.
    """
    foot = QHBoxLayout()
    for part in aside:
        foot.addWidget(part, 1 if isinstance(part, QLabel) else 0)
    if not any(isinstance(part, QLabel) for part in aside):
        foot.addStretch(1)
    if act:
        act.setProperty("role", "primary")
        foot.addWidget(act)
    foot.addWidget(leave)
    leave.clicked.connect(dialog.reject)
    for button in (leave, *aside):
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
    return foot
