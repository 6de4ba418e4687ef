"""Lists and tables drawn flat: the ground of the chosen row says where one is, without Fusion's shaded box."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem


class FlatDelegate(QStyledItemDelegate):
    """Draws an item as Qt does, but for the box around the current one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]


def draw_flat(*views: QAbstractItemView) -> None:
    """Give these views the flat look."""
    for view in views:
        view.setItemDelegate(FlatDelegate(view))
