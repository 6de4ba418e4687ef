"""Printing the chart: what the dialog shows is what the printer and the PDF get."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.paint.pages import PAPER_DPI, book_of, page_layout, pdf_of
from desktop_app.paint.paper import Paper
from desktop_app.ui.gantt import print_dialog
from desktop_app.ui.gantt.page import GanttPage
from desktop_app.ui.gantt.print_dialog import PrintDialog, page_image, print_book
from tests.ui.gantt_case import DAY, ledger, settle, shown_page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GanttPage]:
    """The page."""
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with ledger(tmp_path / "ledger") as store:
        yield shown_page(store, qtbot)


@pytest.fixture
def dialog(page: GanttPage, qtbot: QtBot) -> PrintDialog:
    """The dialog on the page's chart."""
    made = PrintDialog(page.rested_scene())
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def choose(dialog: PrintDialog, **wanted: str) -> None:
    for name, value in wanted.items():
        box = getattr(dialog, name)
        box.setCurrentIndex(box.findData(value))
    settle()


def texts_of(pdf: bytes | Path) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    found = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return found


def greys(image: QImage) -> list[int]:
    """Every third point of a picture, in grey."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [grey.pixelColor(x, y).red() for x in range(0, grey.width(), 3) for y in range(0, grey.height(), 3)]


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_preview_is_the_page_of_the_pdf(dialog: PrintDialog, orientation: str) -> None:
    choose(dialog, orientation=orientation)
    assert dialog.book is not None
    shown = page_image(dialog._scene, dialog.book, 0, 144 / PAPER_DPI)
    document = pdfium.PdfDocument(pdf_of(dialog._scene, dialog.wish).data)
    drawn = document[0].render(scale=2).to_pil().convert("L")
    document.close()
    printed = QImage(drawn.tobytes(), drawn.width, drawn.height, drawn.width, QImage.Format.Format_Grayscale8)
    assert abs(printed.width() - shown.width()) <= 1
    pairs = list(zip(greys(shown), greys(printed.scaled(shown.size())), strict=True))
    assert sum(abs(a - b) for a, b in pairs) / len(pairs) < 6  # two rasterisers, the same page
    assert sum(a < 128 for a, _ in pairs) > 100


def test_choices_set_the_pages_anew_and_keys_turn_them(dialog: PrintDialog) -> None:
    assert dialog._number.text() == "第1页 共1页"
    choose(dialog, paper="A3", orientation="portrait")
    assert dialog.wish == Paper("A3", "portrait") and dialog.book is not None
    assert dialog.book.sheet.height > dialog.book.sheet.width
    dialog.pages.setValue(3)
    assert dialog._number.text() == "第1页 共3页"
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.preview.number == 1 and dialog._number.text() == "第2页 共3页"
    dialog.pages.setValue(0)
    assert dialog.preview.number == 0


def test_all_of_the_time_comes_period_after_period(page: GanttPage, qtbot: QtBot) -> None:
    page.set_scale("quarter")
    dialog = PrintDialog(page.rested_scene())
    qtbot.addWidget(dialog)
    choose(dialog, time="all")
    texts = texts_of(pdf_of(dialog._scene, dialog.wish).data)
    assert len(texts) == 4
    for text, month in zip(texts, ("2026年2月", "2026年5月", "2026年8月", "2026年11月"), strict=True):
        assert month in text and "新建助餐点" in text and "序号" in text


def test_black_and_white_preview_has_no_colour(dialog: PrintDialog) -> None:
    dialog.grey.setChecked(True)
    settle()
    image = dialog.preview.grab().toImage()
    colours = {image.pixelColor(x, y).saturation() for x in range(20, image.width() - 20, 5) for y in range(0, 300, 5)}
    assert colours == {0}
    dialog.large.setChecked(True)
    assert dialog.preview.minimumWidth() > dialog.width() / 2


def test_too_few_pages_are_explained_and_nothing_can_be_printed(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.errors import Refused

    def refuse(*_: object) -> None:
        raise Refused("放不下。台账没有改动。请改为2页。")

    monkeypatch.setattr(print_dialog, "book_of", refuse)
    dialog.pages.setValue(1)
    assert "放不下" in dialog._said.text()
    assert not dialog.print_button.isEnabled() and not dialog.save_button.isEnabled()


def test_the_printer_gets_the_pages_of_the_preview(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A printer that prints into a file stands for the real one."""
    out, asked = tmp_path / "printed.pdf", []

    def accept(self: QPrintDialog) -> QDialog.DialogCode:
        asked.append(self)
        self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer().setOutputFileName(str(out))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["打印机"]))
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog.pages.setValue(2)
    dialog.print()
    assert len(asked) == 1 and dialog.result() == QDialog.DialogCode.Accepted
    texts = texts_of(out)
    assert len(texts) == 2
    document = pdfium.PdfDocument(out)
    assert [round(size) for size in document[0].get_size()] == [842, 595]
    document.close()


def test_only_the_pages_asked_for_are_printed(page: GanttPage, tmp_path: Path) -> None:
    scene, wish = page.rested_scene(), Paper(pages=4)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageLayout(page_layout(wish))
    printer.setFullPage(True)
    printer.setFromTo(2, 3)
    print_book(printer, scene, book_of(scene, wish))
    assert len(texts_of(tmp_path / "out.pdf")) == 2


def test_without_a_printer_the_clerk_is_told_what_else_to_do(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr(print_dialog, "tell", lambda _parent, sentence: told.append(sentence))
    dialog.print()
    assert "没有找到打印机" in told[0] and "台账没有改动" in told[0] and "存为PDF" in told[0]


def test_the_pages_are_kept_as_a_pdf(dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "图.pdf"), ""))
    dialog.pages.setValue(2)
    dialog.save_button.click()
    assert len(texts_of(tmp_path / "图.pdf")) == 2 and "图.pdf" in dialog._said.text()


def test_ctrl_p_opens_the_dialog_with_the_filtered_chart(page: GanttPage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[PrintDialog] = []
    monkeypatch.setattr(PrintDialog, "exec", lambda self: shown.append(self))
    page._session.seek(page._session.sought._replace(words=("走访",)))
    page.activateWindow()
    page.tools.printing.click()
    assert [row.label for row in shown[0]._scene.rows][1:] == ["走访困难家庭"]
    assert page.tools.printing.shortcut().toString() == "Ctrl+P"
    assert "筛选出1项，共6项" in texts_of(pdf_of(shown[0]._scene).data)[0]


def test_ctrl_shift_p_asks_where_to_export(page: GanttPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.chart, Qt.Key.Key_P, control | shift)
    assert len(asked) == 1 and all(suffix in asked[0] for suffix in ("*.pdf", "*.png", "*.xlsx"))
    assert page.tools.told.text() == ""


def test_the_print_module_is_loaded_only_to_print() -> None:
    code = "import sys, desktop_app.ui.gantt.page, desktop_app.ui.gantt.print_dialog as d; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded and "PySide6.QtPrintSupport" not in loaded
    assert "QtPrintSupport" in (ROOT / "build_installer.spec").read_text("utf-8")
