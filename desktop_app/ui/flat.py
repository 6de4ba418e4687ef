"""Lists and tables drawn flat: the ground of the chosen row says where one is, without Fusion's shaded box."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop_app.ui.theme import row_height

ROW = 28  # pixels of a row at the usual type size


class FlatDelegate(QStyledItemDelegate):
    """Draws an item as Qt does, but for the box around the current one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]


class _Fitting(QObject):
    """Does something with the scale of a widget's type, now and whenever its type or the room in it changes."""

    def __init__(self, widget: QWidget, act: Callable[[float], object], inner: QWidget | None = None) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        self._fit()
        widget.installEventFilter(self)
        if inner is not None:
            inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = event.type() == QEvent.Type.Resize and watched is not self._widget
        if resized or event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._act(row_height(self._widget) / ROW)


def fit(widget: QWidget, act: Callable[[float], object]) -> None:
    """Call `act` with the scale of the widget's type (1 at the usual size), now and after each change of it."""
    _Fitting(widget, act)


def size_dialog(dialog: QWidget, width: int, height: int) -> None:
    """Open a dialog at this size (pixels at the usual type size), as large as its type wants and its window has."""
    scale, parent = row_height(dialog) / ROW, dialog.parentWidget()
    room = parent.window().size() if parent else dialog.screen().availableGeometry().size()
    dialog.resize(QSize(round(width * scale), round(height * scale)).boundedTo(room))


def draw_flat(view: QAbstractItemView) -> None:
    """Give a list or table the flat look."""
    view.setItemDelegate(FlatDelegate(view))


def draw_table(table: QTableView, widths: Mapping[int, int], spare: Mapping[int, int]) -> None:
    """Give a table the flat look; its rows and columns (pixels at the usual size) follow its type and its width.

    `spare` says which columns share the room that is left, by weight.
    """

    def size(scale: float) -> None:
        table.verticalHeader().setDefaultSectionSize(round(ROW * scale))
        wide = {column: round(width * scale) for column, width in widths.items()}
        room = max(table.viewport().width() - sum(wide.values()), 0)
        for column, width in wide.items():
            table.setColumnWidth(column, width + room * spare.get(column, 0) // sum(spare.values()))

    draw_flat(table)
    table.verticalHeader().hide()
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    _Fitting(table, size, table.viewport())
