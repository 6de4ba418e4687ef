"""Rows 7: the Gantt chart on the screen, offscreen, with every decoration drawn.

7a: a frame of panning and zooming with 100,000 bars against 10,000. 7b: with 10,000 against the same in QGraphicsView.
A frame is a wheel step or a page down or a step along the time, each 20th a zoom, from the event to the finished paint,
in processor time; the 95th percentile counts. The charts take turns of 20 frames: whoever pans a chart pans one for a
while, and in turns of one frame each would find the processor's caches filled by the others. 7c: the page of a ledger
of 500 tasks, from nothing to its first paint. 7d: what the page of 100,000 tasks takes beside the ledger itself. Prints
JSON (see bench/rows.py).
"""

import json
import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gantt_case import scene_of
from gantt_peer import GraphicsChart
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollBar, QWidget

from desktop_app.reports.gantt_scene import rescaled
from desktop_app.reports.gantt_scene_axis import SCALES
from desktop_app.ui.gantt.chart import Chart
from desktop_app.ui.theme import application

FRAMES, TURN = 200, 20
SIZE = (1366, 700)
ZOOMS = (1.0, 2.0, 4.0)
Frame = Callable[[int], float]


def pan(number: int, down: QScrollBar, along: QScrollBar) -> None:
    """The n-th step: wheel steps and pages down, from the top again at the foot; along the time and back."""
    if number % 3 == 2:
        along.setValue((number * along.singleStep()) % max(along.maximum(), 1))
    else:
        step = down.pageStep() if number % 3 else 3 * 28
        down.setValue(down.value() + step if down.value() + step <= down.maximum() else 0)


def ours(count: int) -> tuple[QWidget, Frame]:
    """Our chart, shown, and what takes its n-th step and returns the seconds until it is painted."""
    chart = Chart(scene_of(count))
    chart.resize(*SIZE)
    chart.show()

    def frame(number: int) -> float:
        started = time.thread_time()
        if number % 20 == 19:
            chart.show_scene(rescaled(chart.scene, SCALES[number // 20 % 3]))
        else:
            pan(number, chart.verticalScrollBar(), chart.horizontalScrollBar())
        QApplication.processEvents()
        return time.thread_time() - started

    return chart, frame


def peer(count: int) -> tuple[QWidget, Frame]:
    """The same in QGraphicsView."""
    window = QWidget()
    made = GraphicsChart(scene_of(count), window.font())
    row = QHBoxLayout(window)
    row.addWidget(made.left)
    row.addWidget(made.right, 1)
    made.left.setFixedWidth(340)
    window.resize(*SIZE)
    window.show()

    def frame(number: int) -> float:
        started = time.thread_time()
        if number % 20 == 19:
            made.right.setTransform(QTransform.fromScale(ZOOMS[number // 20 % 3], 1.0))
        else:
            pan(number, made.right.verticalScrollBar(), made.right.horizontalScrollBar())
        QApplication.processEvents()
        return time.thread_time() - started

    return window, frame


def percentile_95(seconds: list[float]) -> float:
    """The value that 95 of 100 frames keep under."""
    return statistics.quantiles(seconds, n=20)[-1]


def main() -> int:
    """Measure in turn and print the rows."""
    application()
    made = [ours(10_000), ours(100_000), peer(10_000)]
    for _ in range(5):
        QApplication.processEvents()
    taken: list[list[float]] = [[], [], []]
    for turn in range(-40, FRAMES, TURN):
        for (_, frame), found in zip(made, taken, strict=True):
            seconds = [frame(abs(number)) for number in range(turn, turn + TURN)]
            if turn >= 0:
                found += seconds
    small, large, graphics = (percentile_95(found) for found in taken)
    medians = ", ".join(f"{statistics.median(found) * 1000:.2f}" for found in taken)
    note = f"p95 of {FRAMES} frames of {SIZE[0]}×{SIZE[1]}; medians {medians} ms (10,000, 100,000, QGraphicsView)"
    rows = [("7a", large, small), ("7b", small, graphics)]
    print(json.dumps([{"row": r, "ours": a, "peer": b, "unit": "s", "ratio": a / b, "note": note} for r, a, b in rows]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
