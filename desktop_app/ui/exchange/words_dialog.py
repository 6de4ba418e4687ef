"""A question that is answered in words: a password in one line, or a few sentences."""

from PySide6.QtWidgets import QInputDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.texts import chase, exchange_page
from desktop_app.texts.window import CANCEL
from desktop_app.ui.exchange.files import short_name


def password_dialog(file: str, parent: QWidget) -> QInputDialog:
    """Asks for the password of a file that came back."""
    dialog = QInputDialog(parent)
    dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    question = exchange_page.PASSWORD_OF.format(file=short_name(file))
    return _worded(dialog, exchange_page.PASSWORD, question, exchange_page.ENTER, exchange_page.SKIP)


def send_back_dialog(parent: QWidget) -> QInputDialog:
    """Asks what a unit is told with its form."""
    dialog = QInputDialog(parent)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    return _worded(dialog, chase.SEND_BACK, chase.SEND_BACK_WORDS, chase.SEND_BACK_ON, CANCEL)


def answer(dialog: QInputDialog) -> str | None:
    """Show the dialog: what was typed, None where the clerk leaves it. It dies with its answer."""
    typed = dialog.textValue() if dialog.exec() else None
    dialog.deleteLater()
    return typed


def _worded(dialog: QInputDialog, title: str, question: str, do_it: str, leave: str) -> QInputDialog:
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setOkButtonText(do_it)
    dialog.setCancelButtonText(leave)
    dialog.sizeHint()  # only now Qt makes the field
    for field in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)):
        field.setAccessibleName(question)
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
    return dialog
