"""The table of a Gantt chart: header rows with their counts or loads, and the cells of tasks."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from desktop_app.paint.colours import INK, LIGHTS, SECOND
from desktop_app.paint.gantt_days import paint_loads
from desktop_app.paint.gantt_view import LEFT, RIGHT, Columns, Placed, Type, View
from desktop_app.paint.shapes import fill_lights
from desktop_app.reports.gantt_scene import Bar, Group


def paint_tasks(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Number, title and lead units of every task."""
    em, columns, left, text, write = view.type.em, view.columns, view.area.left(), view.type.text, view.write
    tasks = [(top + height / 2, row) for _, row, top, height in rows if isinstance(row, Bar)]
    painter.setFont(text.font)
    painter.setPen(QColor(INK))
    for middle, bar in tasks:
        if bar.depth:
            painter.setPen(QColor(SECOND))
        if bar.no:
            write(painter, text, (left, middle, columns.no - em * 0.5), RIGHT, bar.no)
        inset = em * bar.depth
        write(painter, text, (left + columns.no + inset, middle, columns.title - inset - em), LEFT, bar.label)
        if bar.depth:
            painter.setPen(QColor(INK))
    painter.setPen(QColor(SECOND))
    start, room = left + columns.no + columns.title, columns.units - em * 0.5
    for middle, bar in tasks:
        write(painter, text, (start, middle, room), LEFT, bar.units)


def name_room(group: Group, columns: Columns, view_width: float, kind: Type) -> float:
    """How wide a header row's name may run: before its counts in the table, where the time side shows loads; else over
    the table and, having no bar, into the time side up to the counts.
    """
    if group.loads:
        return columns.width - 2.2 * kind.em - _counts_width(group, kind)
    return view_width - 14 * kind.em


def named_width(group: Group, kind: Type) -> float:
    """How wide a header row's name is, with the counts where they stand in the table."""
    return kind.strong.width(group.label) + (kind.em + _counts_width(group, kind) if group.loads else 0.0)


def paint_group(painter: QPainter, group: Group, placed: Placed, view: View) -> None:
    """The name; right of it how many bars of each light; where the months have a load, that in the time side."""
    em, strong, left = view.type.em, view.type.strong, view.area.left() + view.type.em * 0.7
    if group.loads:
        paint_loads(painter, group, placed, view)
    room = name_room(group, view.columns, view.area.width(), view.type)
    width = min(strong.width(group.label) + 2, room)
    painter.setFont(strong.font)
    painter.setPen(QColor(INK))
    view.write(painter, strong, (left, placed.top + placed.height / 2, width), LEFT, group.label)
    x = left + width + em * 0.8 if group.loads else max(view.time.left() + em * 0.6, left + width + em)
    _paint_counts(painter, group, QPointF(x, placed.top + placed.height / 2), view)


def _counts_width(group: Group, kind: Type) -> float:
    return sum(kind.em * 1.9 + kind.small.width(str(count)) for _, count in group.counts)


def _paint_counts(painter: QPainter, group: Group, start: QPointF, view: View) -> None:
    em, small, x = view.type.em, view.type.small, start.x()
    painter.setFont(small.font)
    shapes = []
    for light, count in group.counts:
        shapes.append((light, QPointF(x + em * 0.4, start.y()), em * 0.75))
        painter.setPen(QColor(LIGHTS[light][0]))
        small.draw(painter, x + em, start.y(), str(count))
        x += em * 1.9 + small.width(str(count))
    fill_lights(painter, shapes)
