"""The headings of the table: which columns are shown, in which order, how wide, and what the rows are sorted by."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.ui.ledger.columns import COLUMNS, FROZEN, TABLE, USUAL
from desktop_app.ui.ledger.view import NARROWEST, LedgerView


class Headings(QObject):
    """Those of both halves; `changed` tells that other columns are shown, or in another order.

    Headings are dragged to another place; the frozen columns stay where they are.
    """

    changed = Signal()
    clicked = Signal(int)

    def __init__(self, left: LedgerView, right: LedgerView) -> None:
        super().__init__(left)
        self._left, self._right = left, right
        self.columns: tuple[int, ...] = ()
        self._placing = False
        for view in (left, right):
            header = view.horizontalHeader()
            header.sectionClicked.connect(self.clicked)
            header.sectionResized.connect(self._fit)
        right.horizontalHeader().setSectionsMovable(True)
        right.horizontalHeader().sectionMoved.connect(self._moved)

    def show(self, names: Sequence[str]) -> None:
        """Show these columns in this order; the frozen ones always stay at the left."""
        wanted = [COLUMNS.index(name) for name in dict.fromkeys(names) if name in COLUMNS]
        self.columns = (*range(FROZEN), *(column for column in wanted if column >= FROZEN))
        self._left.show_columns(self.columns[:FROZEN])
        self._right.show_columns(self.columns[FROZEN:])
        header, self._placing = self._right.horizontalHeader(), True
        for place, column in enumerate(self.columns):
            header.moveSection(header.visualIndex(column), place)
        self._placing = False
        self._fit()
        self.changed.emit()

    def show_usual(self) -> None:
        """Show the usual columns, as wide as usual."""
        self.show([COLUMNS[column] for column in USUAL])
        self.use_widths({})

    def names(self) -> list[str]:
        """The columns that are shown, by name, in their order."""
        return [COLUMNS[column] for column in self.columns]

    def use_widths(self, widths: Mapping[str, int]) -> None:
        """Set the columns' widths, in pixels by name; the others get the usual ones."""
        scale = self._left.fontMetrics().height() / 17
        shown = self.names()
        for column, name in enumerate(COLUMNS):
            width = max(NARROWEST, widths.get(name, round(TABLE[column].width * scale)))
            self.half(column).setColumnWidth(column, width)
        self.show(shown)

    def widths(self) -> dict[str, int]:
        """The widths of the columns that are shown, in pixels by name."""
        return {COLUMNS[column]: self.half(column).columnWidth(column) for column in self.columns}

    def half(self, column: int) -> LedgerView:
        """The half in which a column is."""
        return self._left if column < FROZEN else self._right

    def sorted_by(self, column: int | None, downwards: bool) -> None:
        """Show what the rows are sorted by."""
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        for view in (self._left, self._right):
            header = view.horizontalHeader()
            header.setSortIndicatorShown(column is not None)
            header.setSortIndicator(-1 if column is None else column, order)

    def _moved(self, *_: int) -> None:
        """A heading was dragged: keys, blocks and what is remembered follow the order that is seen."""
        if not self._placing:
            header = self._right.horizontalHeader()
            self.show([COLUMNS[column] for column in sorted(self.columns[FROZEN:], key=header.visualIndex)])

    def _fit(self, *_: int) -> None:
        width = sum(self._left.columnWidth(column) for column in range(FROZEN))
        self._left.setFixedWidth(width)
        self._right.offset = width
