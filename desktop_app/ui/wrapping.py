"""A row of buttons that goes on in a further row where the room ends."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget


class Wrapping(QLayout):
    """As QHBoxLayout where there is room for all; a spacer then takes what is left. Else as many rows as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def addStretch(self) -> None:
        """Push what follows to the right, as long as all is in one row."""
        self.addItem(QSpacerItem(0, 0))

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """The one at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Let the one at this place go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """No more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the rows at this width."""
        rows = self._rows(width)
        return sum(_height(row) for row in rows) + self._gap * max(len(rows) - 1, 0)

    def sizeHint(self) -> QSize:
        """All in one row."""
        row = self._shown()
        return QSize(self._width(row), _height(row))

    def minimumSize(self) -> QSize:
        """Each in a row of its own."""
        shown = self._shown()
        return QSize(max((item.sizeHint().width() for item in shown), default=0), _height(shown))

    def setGeometry(self, rect: QRect) -> None:
        """Put the rows in place."""
        super().setGeometry(rect)
        rows, top = self._rows(rect.width()), rect.top()
        spare = rect.width() - self._width(rows[0]) if len(rows) == 1 else 0
        for row in rows:
            left = rect.left()
            for item in row:
                if item.spacerItem():
                    left += spare
                    continue
                item.setGeometry(QRect(left, top, item.sizeHint().width(), _height(row)))
                left += item.sizeHint().width() + self._gap
            top += _height(row) + self._gap

    @property
    def _gap(self) -> int:
        return max(self.spacing(), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if item.spacerItem() or not item.isEmpty()]

    def _width(self, row: list[QLayoutItem]) -> int:
        wide = [item.sizeHint().width() for item in row if not item.spacerItem()]
        return sum(wide) + self._gap * max(len(wide) - 1, 0)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        for item in self._shown():
            if rows[-1] and self._width([*rows[-1], item]) > width:
                rows.append([])
            rows[-1].append(item)
        return rows


def _height(row: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in row), default=0)
