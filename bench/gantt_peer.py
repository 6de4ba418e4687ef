"""The chart of `gantt_case` as one would write it with Qt's QGraphicsView: an item a text, a bar, a mark."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsSimpleTextItem, QGraphicsView

from desktop_app.paint.colours import BAND, HOLIDAY, INK, LIGHTS, LINE, PAGE, SECOND, TINTS
from desktop_app.reports.gantt_scene import Bar, Scene

_ROW, _TABLE, _DAY = 28, 330, 2.6
_UNSCALED = QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations


class GraphicsChart:
    """Two views over one scene each, table and time, scrolled together downwards."""

    def __init__(self, scene: Scene, font: QFont) -> None:
        self._font, self._first = font, scene.axis.first
        self.table, self.time = QGraphicsScene(), QGraphicsScene()
        high = _ROW * len(scene.rows)
        self._days(scene, high)
        for place, row in enumerate(scene.rows):
            top = place * _ROW
            if isinstance(row, Bar):
                self._bar(row, top)
                for x, text in ((8, row.no), (50, row.label), (230, row.units)):
                    self._text(self.table, x, top + 6, text, INK)
            else:
                for scene_part, wide in ((self.table, _TABLE), (self.time, self._x(scene.axis.last + 1))):
                    band = scene_part.addRect(QRectF(0, top, wide, _ROW), QPen(Qt.PenStyle.NoPen), QColor(BAND))
                    band.setZValue(-1)
                self._text(self.table, 8, top + 6, row.label, INK)
                for number, (light, count) in enumerate(row.counts):
                    self._text(self.time, 8 + 40 * number, top + 6, f"{LIGHTS[light][1]}{count}", LIGHTS[light][0])
            for scene_part, wide in ((self.table, _TABLE), (self.time, self._x(scene.axis.last + 1))):
                scene_part.addLine(QLineF(0, top + _ROW, wide, top + _ROW), QPen(QColor(LINE)))
        self.left, self.right = QGraphicsView(self.table), QGraphicsView(self.time)
        for view in (self.left, self.right):
            view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.right.verticalScrollBar().valueChanged.connect(self.left.verticalScrollBar().setValue)

    def _x(self, day: float) -> float:
        return (day - self._first) * _DAY

    def _text(self, scene: QGraphicsScene, x: float, y: float, text: str, colour: str) -> None:
        item = QGraphicsSimpleTextItem(text)
        item.setFont(self._font)
        item.setBrush(QColor(colour))
        item.setPos(x, y)
        item.setFlag(_UNSCALED, scene is self.time)  # the table is never zoomed
        scene.addItem(item)

    def _days(self, scene: Scene, high: float) -> None:
        """Days of rest, tick lines, due days and the as-of day over all rows."""
        nothing = QPen(Qt.PenStyle.NoPen)
        for rest in scene.rest:
            box = QRectF(self._x(rest.first), 0, (rest.last + 1 - rest.first) * _DAY, high)
            self.time.addRect(box, nothing, QColor(HOLIDAY)).setZValue(-2)
        for tick in scene.axis.lower:
            self.time.addLine(QLineF(self._x(tick.first), 0, self._x(tick.first), high), QPen(QColor(LINE)))
        for day in [*(due.day for due in scene.dues), scene.as_of]:
            # whole, not dashed: Qt takes a hundred times as long to dash so long a line
            self.time.addLine(QLineF(self._x(day + 1), 0, self._x(day + 1), high), QPen(QColor(SECOND)))

    def _bar(self, bar: Bar, top: float) -> None:
        nothing, colour = QPen(Qt.PenStyle.NoPen), QColor(LIGHTS[bar.light][0])
        left, right = self._x(bar.start), self._x(bar.end + 1)
        done = left + (right - left) * (bar.done or 0) / 100
        self.time.addRect(QRectF(left, top + 6, right - left, 16), QPen(colour, 0), QColor(TINTS[bar.light]))
        self.time.addRect(QRectF(left, top + 6, done - left, 16), nothing, colour)
        if bar.late:
            hatched = QBrush(colour, Qt.BrushStyle.BDiagPattern)
            self.time.addRect(QRectF(done, top + 6, right - done, 16), nothing, hatched)
        if bar.expected is not None:
            x = left + (right - left) * bar.expected / 100
            self.time.addRect(QRectF(x - 1, top + 4, 2, 20), nothing, QColor(INK))
        if bar.was:
            box = QRectF(self._x(bar.was.start), top + 23, (bar.was.end + 1 - bar.was.start) * _DAY, 4)
            self.time.addRect(box, nothing, QColor(SECOND))
            self._text(self.time, right + 12, top + 6, f"晚{bar.slip}天", INK)
        if bar.due:
            self._mark(QPolygonF([QPointF(0, 0), QPointF(8, 3), QPointF(0, 7)]), right, top + 2, INK)
        if bar.soft is not None:
            self._mark(QPolygonF([QPointF(0, 0), QPointF(8, 3), QPointF(0, 7)]), self._x(bar.soft + 1), top + 2, PAGE)
        for node in bar.nodes:
            shape = [QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)]
            self._mark(QPolygonF(shape), self._x(node.day + 1), top + 14, PAGE)
        words = f"{LIGHTS[bar.light][1]} {bar.done:g}%"
        self._text(self.time, left + 4, top + 6, words, PAGE if done - left > 50 else INK)

    def _mark(self, shape: QPolygonF, x: float, y: float, colour: str) -> None:
        item = self.time.addPolygon(shape, QPen(QColor(INK), 0), QColor(colour))
        item.setPos(x, y)
        item.setFlag(_UNSCALED)
