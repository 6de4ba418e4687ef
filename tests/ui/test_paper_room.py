"""The papers on the 报告 page: seen as they print, numbers that tell where they come from, the check of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import edits
from desktop_app.paint.official import set_paper
from desktop_app.reports.opinions import opinions
from desktop_app.reports.orders import register
from desktop_app.reports.paper import Head, Paragraph
from desktop_app.texts import papers_page as texts
from desktop_app.texts import report_page
from desktop_app.ui import jobs
from desktop_app.ui.reports import check_dialog, template_dialog
from desktop_app.ui.reports.check_dialog import CheckDialog, check_file
from desktop_app.ui.reports.issued_dialog import IssuedDialog
from desktop_app.ui.reports.opinions_dialog import OpinionsDialog
from desktop_app.ui.reports.options_dialog import OptionsDialog
from desktop_app.ui.reports.page import PAPERS, ReportsPage
from desktop_app.ui.reports.paper_room import PaperRoom
from desktop_app.ui.reports.template_dialog import TemplateDialog
from desktop_app.ui.session import Session
from desktop_app.verbs.check_docx import check_docx
from desktop_app.verbs.report import USUAL, make
from tests.verbs.papers_case import DAY, open_papers


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ReportsPage:
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.resize(924, 520)
    made.show()
    return made


def cells(table: QTableWidget) -> list[list[str]]:
    found = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in found]


def place_of(session: Session, name: str) -> str:
    """The anchor of a number of the bulletin."""
    for block, part in enumerate(make(session.store, "bulletin", "2026-06").blocks):
        if isinstance(part, Paragraph):
            for number, mark in enumerate(part.words.marks):
                if mark.name == name:
                    return f"{block}:{number}"
    raise AssertionError(name)


def test_a_number_tells_its_file_and_cell(qtbot: QtBot, session: Session):
    room = PaperRoom(session)
    qtbot.addWidget(room.view)
    assert room.make("bulletin") == "" and room.made is not None
    task = next(task for task in session.snapshot.tasks.values() if task.no == "2")
    dialog = room.origins(place_of(session, f"task:{task.key}:done"))
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert ["2 推进第2类重点事项", "完成率(%)", "35", "地名科.xlsx", "填报表", "I7"] in cells(dialog.table)


def test_a_click_on_the_page_finds_the_number(qtbot: QtBot, session: Session):
    room = PaperRoom(session)
    qtbot.addWidget(room.view)
    room.view.resize(700, 500)
    room.view.show()
    room.make("bulletin")
    heard: list[str] = []
    room.view.number_clicked.disconnect()
    room.view.number_clicked.connect(heard.append)
    pages = room.view.pages
    steps = [(x, y) for y in range(100, 500, 5) for x in range(90, 600, 5)]
    point = next(QPointF(x, y) for x, y in steps if pages.anchor_at(QPointF(x, y)))
    QTest.mouseClick(pages, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert heard == [pages.anchor_at(point)] and room.words_at(heard[0]) is not None


def test_a_saved_order_sheet_keeps_its_number(page: ReportsPage, session: Session, tmp_path: Path):
    page._papers.setCurrentRow(PAPERS.index(texts.ORDER))
    page.save(tmp_path / "督办单.docx")
    assert (tmp_path / "督办单.docx").exists() and register(session.store.snapshot())
    assert session.snapshot.tables["rule"] == session.store.snapshot().tables["rule"]


def test_a_paper_that_there_is_not_is_explained(page: ReportsPage, session: Session):
    page._papers_room.periods.setCurrentIndex(page._papers_room.periods.findData("2026-Q1"))
    page._papers.setCurrentRow(PAPERS.index(texts.BULLETIN))
    assert page._views.currentWidget() is page._papers_room.view
    assert set_paper(make(session.store, "bulletin", "2026-Q1").blocks).pages >= 1


def test_the_check_lists_what_does_not_agree(
    qtbot: QtBot, session: Session, page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    heard: list[str] = []
    for module in (check_dialog, jobs):
        monkeypatch.setattr(module, "tell", lambda _, sentence: heard.append(sentence))
    page._papers.setCurrentRow(PAPERS.index(texts.BULLETIN))
    path = tmp_path / "通报.docx"
    page.save(path)
    sound = CheckDialog(path, check_docx(session.store, path), page)
    assert sound.table.isHidden() and sound.table.rowCount() == 0
    assert any("没有发现问题" in label.text() for label in sound.findChildren(QLabel))
    from docx import Document

    document = Document(str(path))
    line = next(p for p in document.paragraphs if "任务共30项" in p.text)
    line.runs[0].text = line.text.replace("共30项", "共33项")
    document.save(str(path))
    dialog = CheckDialog(path, check_docx(session.store, path), page)
    assert isinstance(dialog, QDialog)
    assert [row[1:] for row in cells(dialog.table) if row[1] == "33"] == [["33", "30", "30"]]
    assert not any("没有发现问题" in label.text() for label in dialog.findChildren(QLabel))
    (tmp_path / "别的.docx").write_bytes(b"x")
    assert check_file(session.store, tmp_path / "别的.docx", page) is None and "打不开" in heard[0]


def test_it_fits_the_smallest_window(page: ReportsPage):
    assert page.minimumSizeHint().width() <= 924 and page.minimumSizeHint().height() <= 520
    assert page._papers_room.periods.accessibleName()


def dialog_of(qtbot: QtBot, made: QDialog) -> QDialog:
    qtbot.addWidget(made)
    assert made.minimumSizeHint().height() <= 560 and made.sizeHint().height() <= 560
    return made


def test_the_tools_are_those_of_the_paper(page: ReportsPage):
    tools, shown = page._tools, {}
    for paper in PAPERS:
        page._papers.setCurrentRow(PAPERS.index(paper))
        parts = {"variant": tools.variant, "template": tools.template, "chart": tools.chart, "options": tools.options}
        shown[paper] = {name for name, part in parts.items() if part.isVisible()}
    assert shown[texts.BULLETIN] == {"template", "options"} and shown[texts.CHARTS] == {"chart", "options"}
    assert shown[texts.BREAKDOWN] == {"variant", "options"} and shown[report_page.LEDGER] == set()


def test_a_chart_is_copied_as_a_picture_and_all_are_saved(page: ReportsPage, tmp_path: Path):
    page._papers.setCurrentRow(PAPERS.index(texts.CHARTS))
    assert page._tools.chart.count() >= 4
    page._tools.chart.setCurrentIndex(1)
    page._tools.copy_chart.click()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 600 and "已复制图片" in page._said.text()
    page._tools.write_charts_to(tmp_path / "图")
    assert len(list((tmp_path / "图").glob("*.png"))) == page._tools.chart.count()


def test_what_was_saved_is_put_into_the_register_and_a_correction_is_made(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path
):
    page._papers.setCurrentRow(PAPERS.index(texts.FIGURES))
    assert not page._tools.register.isVisible()
    page.save(tmp_path / "统计.docx")
    page._tools.register.click()
    assert not page._tools.register.isVisible() and "已登记印发" in page._said.text()
    report = [r for r in session.snapshot.tables["report"].values() if r.percent == 35][-1]
    session.apply(edits("report", report, {"percent": 47.0}), "更正")
    dialog = IssuedDialog(session, page)
    dialog_of(qtbot, dialog)
    assert [row[:1] for row in cells(dialog.table)] == [["1"]] and cells(dialog.changed)
    assert dialog.correct.isEnabled()
    dialog.write_correction(tmp_path / "更正.docx")
    assert (tmp_path / "更正.docx").exists()


def test_nothing_issued_says_so(qtbot: QtBot, page: ReportsPage, session: Session):
    dialog = IssuedDialog(session, page)
    dialog_of(qtbot, dialog)
    assert "还没有登记印发" in dialog.said.text() and not dialog.correct.isEnabled()


def test_the_head_and_the_days_are_chosen(qtbot: QtBot, page: ReportsPage):
    dialog = OptionsDialog(USUAL, [("2026-05", "2026年5月")], page)
    dialog_of(qtbot, dialog)
    assert dialog.choices == USUAL
    dialog.office.setText("示例区民政局")
    dialog.number.setText("示民发〔2026〕5号")
    dialog.signed.setCurrentIndex(1)
    dialog.private.setChecked(True)
    dialog.against.setCurrentIndex(1)
    dialog.known_at.tick.setChecked(True)
    dialog.known_at.edit.setDate(QDate(2026, 6, 30))
    chosen = dialog.choices
    assert (chosen.head, chosen.private, chosen.against) == (
        Head("示例区民政局", "示民发〔2026〕5号", True),
        True,
        "2026-05",
    )
    assert chosen.known_at == "2026-06-30T23:59:59.999999" and chosen.as_of is None
    page._papers_room.options = chosen._replace(known_at=None)
    page._papers.setCurrentRow(PAPERS.index(texts.BULLETIN))
    made = page._papers_room.made
    assert made is not None and isinstance(made.blocks[0], Paragraph)
    assert made.blocks[0].words.text == "示例区民政局文件"


def test_a_template_is_edited_and_the_preview_follows(qtbot: QtBot, page: ReportsPage, session: Session):
    page._papers.setCurrentRow(PAPERS.index(texts.BULLETIN))
    dialog = TemplateDialog(session, "bulletin", page)
    dialog_of(qtbot, dialog)
    dialog.adopt("# {期}简况\n共{任务总数}项。")
    made = page._papers_room.made
    assert made is not None and isinstance(made.blocks[0], Paragraph) and made.blocks[0].words.text == "2026年6月简况"
    assert dialog.shipped.isEnabled()
    dialog.adopt(None)
    assert not dialog.shipped.isEnabled() and "{板块情况}" in dialog.words.toPlainText()
    dialog.fields.itemActivated.emit(dialog.fields.item(0))
    assert dialog.words.toPlainText().startswith("{期}")


def test_a_template_with_an_unknown_field_is_refused(
    qtbot: QtBot, page: ReportsPage, session: Session, monkeypatch: pytest.MonkeyPatch
):
    heard: list[str] = []
    monkeypatch.setattr(template_dialog, "tell", lambda _, sentence: heard.append(sentence))
    dialog = TemplateDialog(session, "chase", page)
    dialog_of(qtbot, dialog)
    dialog.adopt("# 催办单\n{没有这项}")
    assert "没有这项" in heard[0] and session.snapshot.rule("template:chase") is None


def test_opinions_are_taken_down_and_decided(qtbot: QtBot, page: ReportsPage, session: Session):
    dialog = OpinionsDialog(session, page)
    dialog_of(qtbot, dialog)
    dialog.unit.setCurrentText("救助科")
    dialog.words.setText("时限太紧")
    dialog.add.click()
    assert [row[2:4] for row in cells(dialog.table)] == [["救助科", "时限太紧"]] and dialog.words.text() == ""
    box = dialog.table.cellWidget(0, 4)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    item = dialog.table.item(0, 5)
    assert item is not None
    item.setText("延到九月")
    assert [(one.taken, one.reply) for one in opinions(session.snapshot)] == [("adopted", "延到九月")]
    dialog.table.selectRow(0)
    dialog.drop.click()
    assert opinions(session.snapshot) == []


def test_the_variants_of_the_breakdown(page: ReportsPage):
    page._papers.setCurrentRow(PAPERS.index(texts.BREAKDOWN))
    page._tools.variant.setCurrentIndex(1)
    page._tools.variant.activated.emit(1)
    made = page._papers_room.made
    assert made is not None and "（征求意见稿）" in made.blocks[1].words.text  # type: ignore[union-attr]
    assert page._tools.name_of(texts.BREAKDOWN) == "任务分解表-征求意见稿"
    page._tools.variant.setCurrentIndex(2)
    page._tools.variant.activated.emit(2)
    assert "还没有登记印发过征求意见稿" in page._text.toPlainText()
