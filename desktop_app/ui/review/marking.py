"""How what was read is marked in the text: a tint, and an underline that differs also in black and white."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from desktop_app.texts import review as texts


class Style(NamedTuple):
    """Ink of the underline, tint behind the words, and the kind of line."""

    ink: str
    tint: str
    line: QTextCharFormat.UnderlineStyle


_LINE = QTextCharFormat.UnderlineStyle
STYLES = {
    "no": Style("#57606A", "#E7EAEE", _LINE.SingleUnderline),
    "title": Style("#1F6FEB", "#E3EEFD", _LINE.SingleUnderline),
    "unit": Style("#2E7D32", "#E4F2E5", _LINE.DashUnderline),
    "target": Style("#9A5B00", "#FBEFD9", _LINE.WaveUnderline),
    "deadline": Style("#C62828", "#FBE6E6", _LINE.DotLine),
}
CHOSEN_TINT = "#FFF8C5"


def format_of(kind: str) -> QTextCharFormat:
    """The character format of one kind of mark."""
    style = STYLES[kind]
    made = QTextCharFormat()
    made.setUnderlineStyle(style.line)
    made.setUnderlineColor(QColor(style.ink))
    made.setBackground(QColor(style.tint))
    return made


class Legend(QWidget):
    """The kinds of mark, each word drawn with its own mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(4)
        cursor = QTextCursor(self._document)
        for kind in STYLES:
            cursor.insertText(texts.KINDS[kind], format_of(kind))
            cursor.insertText("\u3000", QTextCharFormat())
        self.setAccessibleName(texts.LEGEND.format(kinds="、".join(texts.KINDS.values())))

    def sizeHint(self) -> QSize:
        self._document.setDefaultFont(self.font())
        return self._document.size().toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._document.setDefaultFont(self.font())
        painter.setPen(Qt.PenStyle.SolidLine)
        self._document.drawContents(painter)
