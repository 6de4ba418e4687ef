"""The list under the search line: what was found, each with its kind, hits marked. The keys stay with the line."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from desktop_app.domain.search import Hit, Spans
from desktop_app.texts import search as texts
from desktop_app.ui.theme import ACCENT, CHOSEN, HIT, INK, LINE, PAGE, SECOND, row_height

_ROWS = 12
_WIDTH = 680  # pixels at the usual type size
_GAP = 12
_HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """The finds as a list."""

    def __init__(self, parent: Widget) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A find as words, or whole."""
        hit = self.hits[index.row()]
        if role == _HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return texts.SPACE.join(part for part in (texts.KINDS[hit.kind], hit.title, hit.about) if part)
        return None


class HitDelegate(QStyledItemDelegate):
    """Draws kind, title and what is said beside it on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row as high as those of the tables."""
        return QSize(0, row_height(self.parent()))  # type: ignore[arg-type]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The three parts; the title has up to two thirds of the room."""
        hit: Hit = index.data(_HIT)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(CHOSEN))
        metrics = QFontMetrics(option.font)  # type: ignore[attr-defined]
        kind = metrics.horizontalAdvance(max(texts.KINDS.values(), key=len)) + _GAP
        _write(painter, rect.adjusted(_GAP, 0, 0, 0), metrics, texts.KINDS[hit.kind], (), ACCENT)
        rest = rect.adjusted(_GAP + kind, 0, -_GAP, 0)
        wide = metrics.horizontalAdvance(hit.title) + 4  # parts of pixels add up
        title = QRect(rest)
        title.setWidth(min(wide, rest.width() if not hit.about else rest.width() * 2 // 3))
        _write(painter, title, metrics, hit.title, hit.marks, INK)
        _write(painter, rest.adjusted(title.width() + _GAP, 0, 0, 0), metrics, hit.about, hit.about_marks, SECOND)


def _write(painter: QPainter, rect: QRect, metrics: QFontMetrics, words: str, marks: Spans, ink: str) -> None:
    """Words on one line, cut where the room ends, the marked parts on a yellow ground."""
    if rect.width() <= 0:
        return
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    whole = len(shown) if shown == words else len(shown) - 1
    for start, end in marks:
        if start < whole:
            left = metrics.horizontalAdvance(shown[:start])
            wide = metrics.horizontalAdvance(shown[: min(end, whole)]) - left
            high = metrics.height()
            painter.fillRect(rect.left() + left, rect.center().y() - high // 2, wide, high, QColor(HIT))
    painter.setPen(QPen(QColor(ink)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Palette(QFrame):
    """A child of the window over its pages, so that the input method stays with the search line."""

    chosen = Signal(object)

    def __init__(self, parent: Widget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setStyleSheet(f"#palette {{ background: {PAGE}; border: 1px solid {LINE}; }}")
        self.model = HitsModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("border: none;")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(texts.NAME)
        self.said = QLabel(self)
        self.said.setProperty("role", "second")
        self.said.setContentsMargins(_GAP, 4, _GAP, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(_HIT)))
        self.hide()

    def show_hits(self, hits: Sequence[Hit], said: str, first: bool) -> None:
        """Show these finds under the line; whether the first is chosen at once."""
        self.model.show_hits(hits)
        self.said.setText(said)
        if first and hits:
            self.list.setCurrentIndex(self.model.index(0, 0))
        rows = min(len(hits), _ROWS)
        high = rows * row_height(self) + self.said.sizeHint().height() + 4
        self.resize(self.width(), high)
        self.list.setVisible(bool(hits))
        self.show()
        self.raise_()

    def stand_under(self, line: Widget) -> None:
        """Take the place under the search line, as wide as it needs and the window has."""
        window = self.window()
        corner = line.mapTo(window, line.rect().bottomLeft())
        wide = round(_WIDTH * row_height(self) / 28)
        left = max(0, min(corner.x(), window.width() - wide - 8))
        self.setGeometry(left, corner.y() + 4, min(wide, window.width() - left - 8), self.height())

    def move_by(self, rows: int) -> None:
        """Choose the find so many rows further; over the end the other end."""
        count = self.model.rowCount()
        if not count:
            return
        now = self.list.currentIndex().row()
        to = now + rows if now >= 0 else (0 if rows > 0 else count - 1)
        to = to % count if abs(rows) == 1 else max(0, min(to, count - 1))
        self.list.setCurrentIndex(self.model.index(to, 0))

    def current(self) -> Hit | None:
        """The find that Enter opens."""
        index = self.list.currentIndex()
        return index.data(_HIT) if index.isValid() else None
