"""How a cell is painted: straight from the line, one call a cell."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.paint.shapes import draw_light
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.folding import hits
from desktop_app.ui.ledger.lines import COLUMNS, DONE, GAP, LIGHT, NO, STATE, TITLE, Group, Line
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.theme import ACCENT, BAND, CHOSEN, HIT, INK, LIGHTS, LINE, PAGE, SECOND

_PAD = 6
_TRACK = QColor("#EAEEF2")
_QUIET = (GAP,)
_COLOUR = {name: QColor(value) for name, value in (("ink", INK), ("second", SECOND), ("line", LINE), ("hit", HIT))}
_GROUND = {True: QColor(CHOSEN), False: QColor(PAGE)}
_HEADING, _ACCENT = QColor(BAND), QColor(ACCENT)
_LIGHT = {light: QColor(colour) for light, (colour, _) in LIGHTS.items()}
Index = QModelIndex | QPersistentModelIndex


class LedgerDelegate(QStyledItemDelegate):
    """Paints lines and headings of one LedgerModel, and makes the editors."""

    def __init__(self, model: LedgerModel, offset: int, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.offset = offset  # pixels of the frozen columns left of this view
        self._widths: dict[str, int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column, rect = self._model.rows[index.row()], index.column(), option.rect  # type: ignore[attr-defined]
        if isinstance(row, Group):
            self._paint_group(painter, rect, row)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.fillRect(rect, _GROUND[chosen])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _COLOUR["line"])
        if column == DONE:
            self._paint_done(painter, rect, row)
        elif column == LIGHT:
            self._paint_light(painter, rect, row)
        else:
            inner = rect.adjusted(_PAD, 0, -_PAD, -1)
            if column == TITLE and row.parent is not None:
                inner.setLeft(inner.left() + 12)
            colour = _COLOUR["second"] if column in _QUIET else _COLOUR["ink"]
            self._write(painter, inner, row.cells[column], colour, column in (NO, GAP))
        current = option.state & QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        if current and self._view.hasFocus():
            painter.setPen(_ACCENT)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _write(self, painter: QPainter, rect: QRect, words: str, colour: QColor, right: bool = False) -> None:
        if not words:
            return
        metrics = painter.fontMetrics()
        wide = self._widths.get(words)
        if wide is None:
            wide = self._widths[words] = metrics.horizontalAdvance(words)
        if wide > rect.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        if self._model.search:
            _mark(painter, metrics, rect, words, self._model.search, right)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        """The heading runs over all columns of both views; each cell paints its own part of it."""
        painter.fillRect(rect, _HEADING)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _COLOUR["line"])
        painter.save()
        painter.setClipRect(rect)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(_COLOUR["ink"])
        place = QRect(_PAD + 2 - self.offset, rect.top(), 4000, rect.height())
        words = texts.GROUP_COUNT.format(name=group.name, count=group.count)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.restore()

    def _paint_done(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """A bar for what is done, a mark for what is expected, the figure right of them."""
        figure = painter.fontMetrics().horizontalAdvance("100%") + 4
        bar = QRectF(rect.left() + _PAD, rect.center().y() - 3, max(8, rect.width() - 2 * _PAD - figure - 4), 6)
        painter.fillRect(bar, _TRACK)
        if line.done:
            part = QRectF(bar)
            part.setWidth(bar.width() * min(line.done, 100) / 100)
            painter.fillRect(part, _LIGHT[line.light])
        if line.expected is not None:
            place = bar.left() + bar.width() * line.expected / 100
            painter.fillRect(QRectF(min(place, bar.right() - 1), bar.top() - 4, 1.5, bar.height() + 8), _COLOUR["ink"])
        room = QRect(rect.right() - _PAD - figure, rect.top(), figure, rect.height() - 1)
        self._write(painter, room, line.cells[DONE], _COLOUR["ink" if line.done is not None else "second"], True)

    def _paint_light(self, painter: QPainter, rect: QRect, line: Line) -> None:
        size = painter.fontMetrics().ascent() * 0.8
        centre = QPointF(rect.left() + _PAD + size / 2, rect.center().y())
        draw_light(painter, line.light, centre, size, _LIGHT[line.light])
        word = line.cells[LIGHT].split(" ", 1)[1]
        self._write(painter, rect.adjusted(_PAD + round(size) + 4, 0, -2, -1), word, _LIGHT[line.light])

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == STATE:
            box = QComboBox(parent)
            box.addItems(list(texts.STATES.values()))
            editor: QWidget = box
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(texts.COLUMNS[COLUMNS[index.column()]])
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentText(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        words = editor.currentText() if isinstance(editor, QComboBox) else editor.text()  # type: ignore[attr-defined]
        self._model.setData(index, words)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        wide = option.rect  # type: ignore[attr-defined]
        wide.setWidth(max(wide.width(), 96))
        editor.setGeometry(wide)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # a list would keep Enter for itself; in a table it means: take it and go down
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(editor, QComboBox) and isinstance(event, QKeyEvent) and event.key() in enter:
            if event.type() == QEvent.Type.KeyPress:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)

    def forget_widths(self) -> None:
        """The font has changed."""
        self._widths.clear()


def _mark(
    painter: QPainter, metrics: QFontMetrics, rect: QRect, words: str, search: Sequence[str], right: bool
) -> None:
    """A ground behind each hit."""
    left = rect.right() + 1 - metrics.horizontalAdvance(words) if right else rect.left()
    for start, end in hits(search, words):
        begin = left + metrics.horizontalAdvance(words[:start])
        width = metrics.horizontalAdvance(words[start:end])
        painter.fillRect(
            QRect(begin, rect.center().y() - metrics.height() // 2, width, metrics.height()), _COLOUR["hit"]
        )
