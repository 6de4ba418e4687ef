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
    """Does something with the scale of a widget's type, now and whenever the type size changes."""

    def __init__(self, widget: QWidget, act: Callable[[float], object]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        self._fit()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._act(row_height(self._widget) / ROW)


def fit(widget: QWidget, act: Callable[[float], object]) -> None:
    """Call `act` with the scale of the widget's type (1 at the usual size), now and after each change of it."""
    _Fitting(widget, act)


def size_dialog(dialog: QWidget, width: int, height: int) -> None:
    """Open a dialog at this size (pixels at the usual type size), as large as its type wants and the screen has."""
    scale = row_height(dialog) / ROW
    room = dialog.screen().availableGeometry().size()
    dialog.resize(QSize(round(width * scale), round(height * scale)).boundedTo(room))


def draw_flat(view: QAbstractItemView) -> None:
    """Give a list or table the flat look."""
    view.setItemDelegate(FlatDelegate(view))


def draw_table(table: QTableView, widths: Mapping[int, int]) -> None:
    """Give a table the flat look, with rows and these columns (pixels at the usual size) as large as its type wants."""

    def size(scale: float) -> None:
        table.verticalHeader().setDefaultSectionSize(round(ROW * scale))
        for column, width in widths.items():
            table.setColumnWidth(column, round(width * scale))

    draw_flat(table)
    table.verticalHeader().hide()
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    fit(table, size)
