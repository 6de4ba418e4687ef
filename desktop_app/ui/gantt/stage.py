"""The scrolling ground of the Gantt chart: where rows and days lie; it paints only what came into sight."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.paint.gantt import paint_gantt
from desktop_app.paint.gantt_ground import GroundLaid
from desktop_app.paint.gantt_hatch import hatch_laid
from desktop_app.paint.gantt_view import PAD_EM, Columns, Placed, Type, View, type_of, write_elided
from desktop_app.reports.gantt_scene import Bar, Row, Scene
from desktop_app.reports.gantt_scene_axis import DAYS_SHOWN, window
from desktop_app.reports.gantt_scene_layout import Spread
from desktop_app.ui.theme import row_height


class Stage(QAbstractScrollArea):
    """Table at the left, time at the right, header frozen. Days keep their place when scene or size changes; `painted`
    tells of the first paint.
    """

    painted = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one made here: for Qt's own its binding would look through all kinds of widget
        self._scene = scene
        self._chosen: int | None = None
        self._fitted: tuple[int, int] | None = None
        self._seen = False
        self._ground = GroundLaid()
        self._type = self._type_now()
        self._measure()
        self.setFrameShape(QFrame.Shape.NoFrame)
        # always there: coming and going, it would change the height of the chart with each zoom
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; the day in the middle stays there."""
        middle = self._middle_day()
        if scene.scale != self._scene.scale:
            self._fitted = None
        same_rows, self._scene = scene.rows is self._scene.rows, scene
        if not same_rows:
            self._measure()
        self._set_bars()
        self._show_day(middle)
        if same_rows:
            self._update_time()
        else:
            self.viewport().update()

    def _update_time(self) -> None:
        """Paint the time side anew; the table stays."""
        view, table = self.viewport(), round(self._columns.width)
        view.update(QRect(table, 0, view.width() - table, view.height()))

    def show_rest(self, scene: Scene) -> None:
        """Show the same scene with its days of rest, which come after the first paint."""
        self._scene = scene
        self._update_time()

    def fit(self) -> None:
        """Make what the bars cover fill the width."""
        self._fitted = self.extent()
        self._set_bars()
        self._show_day(sum(self._fitted) / 2)
        self.viewport().update()

    def extent(self) -> tuple[int, int]:
        """The first and the last day that a bar covers; of the axis where there is none."""
        bars = [row for row in self._scene.rows if isinstance(row, Bar)]
        axis = self._scene.axis
        first, last = min((b.start for b in bars), default=axis.first), max((b.end for b in bars), default=axis.last)
        return first, last

    def go_to_today(self) -> None:
        """Bring the as-of day into the middle."""
        self._show_day(self._scene.as_of + 0.5)

    def placed_rows(self, top: float = 0.0, bottom: float | None = None) -> list[Placed]:
        """The rows in sight between two heights of the viewport, and where they lie; the last may be cut."""
        offset, high = self.verticalScrollBar().value(), self._row_height
        start = max(top - self._header, 0) + offset
        end = (self.viewport().height() if bottom is None else bottom) - self._header + offset
        first, last = int(start // high), min(int(end // high) + 1, len(self._scene.rows))
        ground = self._header - offset
        return [Placed(place, self._shown(place), ground + place * high, high) for place in range(first, last)]

    def _shown(self, place: int) -> Row:
        """The row of a place as it is to be painted now."""
        return self._scene.rows[place]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty = QPainter(self.viewport()), QRectF(event.rect())
        area = QRectF(self.viewport().rect())
        rows = self.placed_rows(dirty.top(), dirty.bottom())
        ways = self._type, write_elided, hatch_laid, self._ground
        view = View(area, self._header, self._columns, self.spread(), *ways, self._chosen, dirty)
        paint_gantt(painter, self._scene, rows, view)
        self._paint_over(painter)
        painter.end()
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def _paint_over(self, painter: QPainter) -> None:
        """What lies over the chart while it is being changed."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Downwards the pixels are moved and only new rows painted; along the time the table stays."""
        view, header = self.viewport(), self._header
        if dx == 0:
            view.scroll(0, dy, QRect(0, header, view.width(), view.height() - header))
        elif dy == 0:
            self._update_time()
        else:
            view.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        middle = self._middle_day(event.oldSize().width()) if event.oldSize().isValid() else self._scene.as_of
        self._measure()
        self._set_bars()
        if self._seen:
            self._show_day(middle)
        else:
            self._show_period()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._type = self._type_now()
            self._measure()
            self._set_bars()
            self.viewport().update()

    def _type_now(self) -> Type:
        return type_of(self.font(), QFontInfo(self.font()).pixelSize())

    def _measure(self) -> None:
        """Sizes that follow from font, width and the longest number (（十一）)."""
        em = self._type.em
        width = self.viewport().width()
        self._row_height = row_height(self)
        self._header = round(em * 3.8)
        title = min(max(width * 0.21, 11 * em), 26 * em)
        units = min(max(width * 0.11, 7 * em), 15 * em)
        longest = max(
            map(self._type.text.width, {row.no for row in self._scene.rows if isinstance(row, Bar)}), default=0
        )
        number = min(max(longest + em, 3.5 * em), 8 * em)
        self._columns = Columns(round(number), round(title), round(units))

    def _body_height(self) -> int:
        return max(self.viewport().height() - self._header, 0)

    def _time_width(self) -> float:
        return max(self.viewport().width() - self._columns.width, 1)

    def _per_day(self, width: int | None = None) -> float:
        axis = self._scene.axis
        days = min(DAYS_SHOWN[self._scene.scale], axis.last - axis.first + 1)
        if self._fitted:
            days = self._fitted[1] - self._fitted[0] + 1
        time = (width or self.viewport().width()) - self._columns.width
        return max(time - 2 * self._pad(), 1) / days

    def _pad(self) -> float:
        return PAD_EM * self._type.em

    def spread(self) -> Spread:
        """Where days lie now."""
        left = self._columns.width + self._pad() - self.horizontalScrollBar().value()
        return Spread(self._scene.axis.first, left, self._per_day())

    def _set_bars(self) -> None:
        """Ranges of the scroll bars: pixels downwards, pixels along the days."""
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(len(self._scene.rows) * self._row_height - self._body_height(), 0))
        down.setSingleStep(self._row_height)
        down.setPageStep(self._body_height())
        axis = self._scene.axis
        whole = (axis.last - axis.first + 1) * self._per_day() + 2 * self._pad()
        along.setRange(0, max(round(whole - self._time_width()), 0))
        along.setSingleStep(max(round(self._time_width() / 12), 1))
        along.setPageStep(round(self._time_width()))

    def _middle_day(self, width: int | None = None) -> float:
        """The day in the middle of the time side, also when that had another width."""
        time = (width or self.viewport().width()) - self._columns.width
        along = self.horizontalScrollBar().value() + time / 2 - self._pad()
        return self._scene.axis.first + along / self._per_day(width)

    def _show_day(self, day: float) -> None:
        """Bring a day into the middle, as far as the axis reaches."""
        x = (day - self._scene.axis.first) * self._per_day() + self._pad()
        self.horizontalScrollBar().setValue(round(x - self._time_width() / 2))

    def _show_period(self) -> None:
        """Begin with the period of the scale around the as-of day, as paper does."""
        first, _ = window(self._scene.axis, self._scene.scale, date.fromordinal(self._scene.as_of))
        self.horizontalScrollBar().setValue(round((first - self._scene.axis.first) * self._per_day()))

    def _bring_into_sight(self, place: int) -> None:
        bar, top = self.verticalScrollBar(), place * self._row_height
        bar.setValue(min(max(bar.value(), top + self._row_height - self._body_height()), top))

    def _place_at(self, point: QPoint) -> int | None:
        if point.y() < self._header:
            return None
        place = (point.y() - self._header + self.verticalScrollBar().value()) // self._row_height
        return place if place < len(self._scene.rows) else None

    def _day_at(self, x: float) -> int:
        return self.spread().day(x)
