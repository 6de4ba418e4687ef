"""The manual's Markdown as laid-out text: pictures fit the width, tables have room, links stay inside."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_app.paths import asset
from desktop_app.ui.theme import LINE

MANUAL = "manual.md"
_MARGIN = 24  # pixels beside the text
_ABOVE = {1: 0, 2: 18}  # pixels over a heading


class ManualPages(QTextBrowser):
    """One Markdown file of `docs` at a time. `missing` names a link's file that is not shipped."""

    missing = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self.open = ""
        self.show_file(MANUAL)

    def show_file(self, name: str) -> None:
        """Lay out another file of the manual from its top."""
        self.open = name
        self.document().setDocumentMargin(_MARGIN)
        self.document().setBaseUrl(QUrl.fromLocalFile(str(asset("docs")) + "/"))
        self.setMarkdown(asset("docs", name).read_text("utf-8"))
        _lay_out(self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def chapters(self) -> list[str]:
        """The headings of the open file in their order, its title first."""
        return [block.text() for block in _headings(self.document())]

    def go_to(self, chapter: str) -> None:
        """Bring a chapter's heading to the top of the window."""
        for block in _headings(self.document()):
            if block.text() == chapter:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - _MARGIN // 2)
                return

    def find_next(self, words: str) -> bool:
        """Mark the next place of these words, from the top again after the last; False where there is none."""
        if self.find(words):
            return True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.find(words)

    def loadResource(self, kind: int, name: QUrl) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None  # nothing but the pictures that are shipped with the manual is ever loaded
        image = QImage(str(asset("docs") / name.path().removeprefix(str(asset("docs")) + "/")))
        width = self.viewport().width() - 2 * _MARGIN - 2
        if image.isNull() or image.width() <= width:
            return image
        ratio = self.devicePixelRatioF()
        fitted = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            here = self.cursorForPosition(self.viewport().rect().topLeft()).block().blockNumber()
            name = self.open
            self.show_file(name)
            self._show_block(self.document().findBlockByNumber(here))

    def _show_block(self, block: QTextBlock) -> None:
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) if block.blockNumber() else 0)

    def _follow(self, link: QUrl) -> None:
        name = Path(link.path()).name
        if (asset("docs") / name).is_file():
            self.show_file(name)
        else:
            self.missing.emit(name)


def _headings(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() in _ABOVE:
            found.append(block)
        block = block.next()
    return found


def _lay_out(document: QTextDocument) -> None:
    """Give lines, headings and tables the room that Markdown itself does not ask for."""
    whole = QTextCursor(document)
    whole.select(QTextCursor.SelectionType.Document)
    lines = QTextBlockFormat()
    lines.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    whole.mergeBlockFormat(lines)
    for block in _headings(document):
        heading = QTextBlockFormat()
        heading.setTopMargin(_ABOVE[block.blockFormat().headingLevel()])
        heading.setBottomMargin(6)
        QTextCursor(block).mergeBlockFormat(heading)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _lay_out_table(frame)


def _lay_out_table(table: QTextTable) -> None:
    made = table.format()
    made.setCellPadding(6)
    made.setCellSpacing(0)
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setBorderBrush(QColor(LINE))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setBottomMargin(10)
    table.setFormat(made)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        head = cell.format()
        head.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(head)
