"""The numbers of the 今日 page, each on a button with its words under it."""

from PySide6.QtGui import QColor, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.reports.today import Tile
from desktop_app.texts import today as texts
from desktop_app.ui.theme import INK, LIGHTS, TITLE, font

_GAP = 8
_SIDE = 12


class Tiles(QWidget):
    """All in one row where their words have the room, else in two."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = [TileButton(self) for _ in range(count)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the type may be larger than it was

    def _fit(self) -> None:
        widest = max(button.least_width() for button in self.buttons)
        wanted = len(self.buttons) * (widest + _GAP) - _GAP
        columns = len(self.buttons) if wanted <= self.width() or not self._columns else -(-len(self.buttons) // 2)
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self.buttons):
                self._grid.addWidget(button, *divmod(place, columns))


class TileButton(QPushButton):
    """One number with its words under it; a click lists the tasks that it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tile = Tile("", None, ())
        self.setProperty("role", "tile")
        self._number, self._name = QLabel(self), QLabel(self)
        self._number.setFont(font(TITLE + 4))
        self._name.setProperty("role", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.setSpacing(0)
        for label in (self._number, self._name):
            column.addWidget(label)
        self.setMinimumHeight(64)

    def least_width(self) -> int:
        """The pixels that the number and its words need."""
        return 2 * _SIDE + max(label.sizeHint().width() for label in (self._number, self._name))

    def show_tile(self, tile: Tile) -> None:
        """Show this number."""
        self.tile = tile
        count = len(tile.tasks)
        shape = f"{LIGHTS[tile.light][1]} " if tile.light else ""
        colour = LIGHTS[tile.light][0] if tile.light and count else INK
        palette = self._number.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))  # a style sheet each would be read anew
        self._number.setPalette(palette)
        self._number.setText(str(count))
        self._name.setText(shape + tile.name)
        self.setEnabled(count > 0)
        tip = texts.TURNED_TIP if tile.name == texts.TURNED_RED else texts.TILE_TIP.format(count=count)
        self.setToolTip(tip if count else "")
        self.setAccessibleName(texts.TILE_NAME.format(name=tile.name, count=count))
