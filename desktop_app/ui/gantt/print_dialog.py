"""How the chart prints: the pages as they will come out, what the clerk may choose, and the printer."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app import files
from desktop_app.errors import Refused
from desktop_app.paint.colours import LINE, PAGE
from desktop_app.paint.pages import PAPER_DPI, book_of, page_layout, paint_page
from desktop_app.paint.paper import Book, Paper
from desktop_app.reports.gantt_scene import Scene
from desktop_app.texts import gantt as texts
from desktop_app.ui import jobs
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.messages import tell
from desktop_app.verbs.gantt import write_scene

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_PAGES = 99
_FINER = 2


class PrintDialog(QDialog):
    """Choices at the left, the page at the right; what is shown is set, painted and printed by the same code."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.book: Book | None = None
        self.setWindowTitle(texts.PRINT_TITLE)
        self.preview = Preview(scene, self)
        self.paper = _choice(texts.PAPERS, texts.PAPER)
        self.orientation = _choice(texts.ORIENTATIONS, texts.ORIENTATION)
        self.time = _choice(texts.TIMES, texts.TIME)
        self.pages = QSpinBox(self)
        self.pages.setRange(0, _MOST_PAGES)
        self.pages.setSpecialValueText(texts.PAGES_FREE)
        self.pages.setAccessibleName(texts.PAGES)
        self.grey = QCheckBox(texts.GREY, self)
        self.large = QCheckBox(texts.LARGE, self)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        choices = QWidget(self)
        choices.setLayout(self._choices())
        choices.setFixedWidth(round(self.fontMetrics().height() * 12))
        row = QHBoxLayout(self)
        row.addWidget(choices)
        row.addLayout(self._pages_and_turning(), 1)
        for box in (self.paper, self.orientation, self.time):
            box.currentIndexChanged.connect(lambda _: self._set())
        self.pages.valueChanged.connect(lambda _: self._set())
        self.grey.toggled.connect(self.preview.show_grey)
        self.large.toggled.connect(self.preview.show_large)
        size_dialog(self, 900, 540)
        self._set()

    @property
    def wish(self) -> Paper:
        """What is chosen."""
        paper, way, time = (box.currentData() for box in (self.paper, self.orientation, self.time))
        return Paper(paper, way, self.pages.value() or None, time)

    def _choices(self) -> QVBoxLayout:
        form = QFormLayout()
        for word, part in (
            (texts.PAPER, self.paper),
            (texts.ORIENTATION, self.orientation),
            (texts.TIME, self.time),
            (texts.PAGES, self.pages),
        ):
            form.addRow(word, part)
        form.addRow(self.large)
        form.addRow(self.grey)
        self.print_button = self._button(texts.PRINT, self.print)
        self.print_button.setDefault(True)
        self.save_button = self._button(texts.SAVE_PDF, self._ask_where)
        column = QVBoxLayout()
        column.addLayout(form)
        column.addWidget(self._said)
        column.addStretch(1)
        column.addWidget(self.print_button)
        column.addWidget(self.save_button)
        column.addWidget(self._button(texts.CLOSE, self.reject))
        return column

    def _pages_and_turning(self) -> QVBoxLayout:
        self._back = self._button(texts.PAGE_BACK, lambda: self.turn(-1))
        self._on = self._button(texts.PAGE_ON, lambda: self.turn(1))
        self._number = QLabel(self)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self._back, self._number, self._on):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.preview)
        column.addWidget(area, 1)
        column.addLayout(row)
        return column

    def _button(self, word: str, act: Any) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _set(self) -> None:
        """Set the pages anew as chosen; where that cannot be, say why and print nothing."""
        try:
            self.book = book_of(self._scene, self.wish)
            self._said.clear()
        except Refused as refused:
            self.book = None
            self._said.setText(refused.sentence)
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.book is not None)
        self.preview.show_book(self.book)
        self.turn(0)

    def turn(self, count: int) -> None:
        """Turn the pages."""
        self.preview.turn(count)
        pages = len(self.book.pages) if self.book else 0
        number = self.preview.number + 1
        self._number.setText(texts.PAGE.format(page=number, pages=pages) if pages else "")
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if Qt.Key(event.key()) in turns:
            self.turn(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def print(self) -> None:
        """Ask for the printer and print; where there is none, say what else can be done."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            tell(self, texts.NO_PRINTER)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(self.wish))
        printer.setFullPage(True)
        printer.setDocName(self._scene.title)
        dialog = QPrintDialog(printer, self)
        if self.book and dialog.exec() == QDialog.DialogCode.Accepted:
            print_book(printer, self._scene, self.book)
            self.accept()

    def _ask_where(self) -> None:
        name = files.safe_name(self._scene.title + ".pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, texts.SAVE_PDF, name, texts.PDF_FILTER)
        if chosen:
            scene, wish = self._scene, self.wish
            jobs.run(
                self,
                texts.EXPORTING,
                lambda progress: write_scene(scene, Path(chosen), wish, progress.step),
                lambda written: self._said.setText(texts.EXPORTED.format(name=written.file.name, pages=written.pages)),
            )


class Preview(QWidget):
    """One page, as large as fits, or large enough to read."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._book: Book | None = None
        self._grey = self._large = False
        self.number = 0
        self.setAccessibleName(texts.PREVIEW)
        self._size()

    def show_book(self, book: Book | None) -> None:
        """Show pages set anew; the number of the page stays where there are as many."""
        self._book = book
        self._size()

    def show_grey(self, grey: bool) -> None:
        """Show it as a black-and-white printer would print it."""
        self._grey = grey
        self.update()

    def show_large(self, large: bool) -> None:
        """Show it in its own size, to be scrolled, or whole."""
        self._large = large
        self._size()

    def _size(self) -> None:
        scale = self.logicalDpiX() / PAPER_DPI
        sheet = self._book.sheet if self._book and self._large else None
        self.setMinimumSize(
            QSize(round(sheet.width * scale), round(sheet.height * scale)) if sheet else QSize(320, 240)
        )
        self.update()

    def turn(self, count: int) -> None:
        """Show another page."""
        last = len(self._book.pages) - 1 if self._book else 0
        self.number = min(max(self.number + count, 0), last)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._book is None:
            return
        sheet, ratio = self._book.sheet, self.devicePixelRatioF()
        scale = min((self.width() - 16) / sheet.width, (self.height() - 16) / sheet.height)
        image = page_image(self._scene, self._book, self.number, scale * ratio)
        if self._grey:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        image.setDevicePixelRatio(ratio)
        wide, high = sheet.width * scale, sheet.height * scale
        place = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter = QPainter(self)
        painter.drawImage(place, image)
        painter.setPen(QColor(LINE))
        painter.drawRect(place)
        painter.end()


def page_image(scene: Scene, book: Book, number: int, scale: float) -> QImage:
    """A page as a picture, `scale` pixels a dot of the paper; painted finer, so that thin lines are not lost."""
    sheet, whole = book.sheet, QSize(round(book.sheet.width * scale), round(book.sheet.height * scale))
    scale = scale * _FINER
    image = QImage(round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(PAGE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
    painter.scale(scale, scale)
    paint_page(painter, scene, book, number)
    painter.end()
    return image.scaled(whole, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def print_book(printer: "QPrinter", scene: Scene, book: Book) -> None:
    """The chosen pages of a book onto a printer whose sheet has the book's size."""
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or len(book.pages), len(book.pages))
    painter = QPainter(printer)
    scale = printer.resolution() / PAPER_DPI
    painter.scale(scale, scale)
    for number in range(first, last):
        if number > first:
            printer.newPage()
        paint_page(painter, scene, book, number)
    painter.end()


def _choice(words: dict[str, str], name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, word in words.items():
        box.addItem(word, value)
    return box
