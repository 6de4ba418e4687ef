"""Row 7a: one frame of panning and zooming the Gantt chart, offscreen: 100,000 bars against 10,000 of the same chart.

Steps are taken in turn, the 95th percentile counts. Prints JSON (see bench/rows.py).
"""

import json
import os
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app.paint.colours import LIGHTS
from desktop_app.reports.gantt_scene import Bar, Group, Row, Scene, Step, rescaled
from desktop_app.reports.gantt_scene_axis import SCALES, axis_of
from desktop_app.ui.gantt.chart import Chart

FRAMES = 300
SIZE = (1366, 700)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def scene_of(count: int) -> Scene:
    """A scene of so many bars, ten under each header row, every fourth late, every third with a node."""
    rows: list[Row] = []
    lights = list(LIGHTS)
    for place in range(count):
        if place % 10 == 0:
            rows.append(Group(f"第{place // 10 + 1}方面工作，推进高质量发展", (("green", 10),)))
        start = FIRST + timedelta(days=place * 7 % 90)
        end = LAST - timedelta(days=place * 11 % 120)
        nodes = (Step((start + timedelta(days=60)).toordinal(), "中期检查"),) if place % 3 == 0 else ()
        days = (start.toordinal(), end.toordinal())
        light, title = lights[place % len(lights)], f"推进第{place + 1}号重点民生事项"
        rows.append(
            Bar(
                place,
                0,
                str(place + 1),
                title,
                "综合科",
                *days,
                place % 101,
                50.0,
                light,
                "",
                "",
                place % 4 == 0,
                nodes,
            )
        )
    return Scene("bench", date(2026, 6, 27).toordinal(), "year", "section", axis_of(FIRST, LAST, "year"), tuple(rows))


def chart_of(count: int) -> tuple[Chart, Callable[[int], float]]:
    """A shown chart, and what takes its n-th step and returns the seconds until it is painted."""
    chart = Chart(scene_of(count))
    chart.resize(*SIZE)
    chart.show()

    def step(number: int) -> float:
        down, along = chart.verticalScrollBar(), chart.horizontalScrollBar()
        started = time.perf_counter()
        if number % 20 == 19:
            chart.show_scene(rescaled(chart.scene, SCALES[number // 20 % 3]))
        down.setValue(number * 997 % max(down.maximum(), 1))
        along.setValue(number * 31 % max(along.maximum(), 1))
        chart.viewport().repaint()
        return time.perf_counter() - started

    return chart, step


def percentile_95(seconds: list[float]) -> float:
    """The value that 95 of 100 frames keep under."""
    return statistics.quantiles(seconds, n=20)[-1]


def main() -> int:
    """Measure in turn and print the row."""
    application = QApplication([])
    small, small_step = chart_of(10_000)
    large, large_step = chart_of(100_000)
    application.processEvents()
    frames: tuple[list[float], ...] = ([], [])
    for number in range(-20, FRAMES):
        for step, found in zip((small_step, large_step), frames, strict=True):
            seconds = step(abs(number))
            if number >= 0:
                found.append(seconds)
    ten, hundred = (percentile_95(found) for found in frames)
    note = f"p95 of {FRAMES} frames of {SIZE[0]}×{SIZE[1]}, every 20th a zoom"
    print(json.dumps([{"row": "7a", "ours": hundred, "peer": ten, "unit": "s", "ratio": hundred / ten, "note": note}]))
    small.close()
    large.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
