"""Charts drawn by matplotlib: readable in black and white by hatch, in the office's fonts, ready to paste."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

from desktop_app.reports.charts import Chart, Heat
from desktop_app.texts import fonts as font_texts
from desktop_app.texts import papers_charts as texts

WIDE = 150  # millimetres
DPI = 160
INK, GRID = "#1F2328", "#D8DEE4"
# light: colour, hatch; a hatch of its own tells each apart on a laser printer
LOOKS = {
    "blue": ("#8FB4E3", "..."),
    "green": ("#A5D6A7", ""),
    "amber": ("#F2C478", "///"),
    "red": ("#D9706B", "xxx"),
    "grey": ("#E4E7EB", "\\\\\\"),
}
MARKS = {"in time": ("#A5D6A7", ""), "late": ("#F2C478", "///"), "silent": ("#D9706B", "xxx"), "open": ("#FFFFFF", "")}


@cache
def family() -> str:
    """The family that charts are set in; of a collection of fonts the simplified face where matplotlib knows it."""
    from matplotlib.font_manager import fontManager

    known = {entry.name for entry in fontManager.ttflist}
    wanted = ("SimHei", *font_texts.SCREEN, "Noto Sans CJK SC", *font_texts.TTC_FIRST)
    return next((name for name in wanted if name in known), "DejaVu Sans")


def height_of(chart: Chart | Heat) -> float:
    """Millimetres that a chart is high."""
    if isinstance(chart, Chart) and chart.kind == "lines":
        return 62
    rows = len(chart.names)
    return 30 + 6.2 * max(rows, 3)


def png_of(chart: Chart | Heat) -> bytes:
    """The chart as a PNG of WIDE × `height_of` millimetres."""
    return _drawn(chart, "png")


def svg_of(chart: Chart | Heat) -> bytes:
    """The chart as an SVG, its letters as outlines."""
    return _drawn(chart, "svg")


def side_by_side(left: Chart, right: Chart, wide: float, high: float) -> bytes:
    """Two charts beside each other as one PNG of so many millimetres."""

    def draw(figure: Any) -> None:
        for chart, start in ((left, 0.0), (right, 0.5)):
            axes = figure.add_axes((start + 0.155, 19 / high, 0.32, 1 - 28 / high))
            figure.text(start + 0.25, 1 - 5 / high, chart.title, ha="center", va="center", size=9)
            _KINDS[chart.kind](axes, chart)

    return _figure("png", wide, high, 7.5, draw)


def _drawn(chart: Chart | Heat, kind: str) -> bytes:
    def draw(figure: Any) -> None:
        axes = figure.add_axes(_room(chart))
        figure.text(0.5, 1 - 5 / height_of(chart), chart.title, ha="center", va="center", size=10.5)
        if isinstance(chart, Heat):
            _heat(axes, chart)
        else:
            _KINDS[chart.kind](axes, chart)

    return _figure(kind, WIDE, height_of(chart), 8.5, draw)


def _figure(kind: str, wide: float, high: float, size: float, draw: Callable[[Any], None]) -> bytes:
    """A drawing of so many millimetres, its letters so many points high, as PNG or SVG."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    look: Any = {
        "font.family": family(),
        "font.size": size,
        "axes.unicode_minus": False,
        "hatch.linewidth": 0.5,
        "svg.hashsalt": "duban",
        "text.color": INK,
    }
    with matplotlib.rc_context(look):
        figure = Figure(figsize=(wide / 25.4, high / 25.4), dpi=DPI)
        FigureCanvasAgg(figure)
        draw(figure)
        made = BytesIO()
        figure.savefig(made, format=kind, metadata={"Date": None} if kind == "svg" else {"Software": None})
    return made.getvalue()


def _room(chart: Chart | Heat) -> tuple[float, float, float, float]:
    """Where the axes stand: left, bottom, width, height, as shares of the whole."""
    high = height_of(chart)
    left = 0.08 if isinstance(chart, Chart) and chart.kind == "lines" else 0.26
    return left, 14 / high, 0.96 - left, 1 - 25 / high


def _bare(axes: Any) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)


def _across(axes: Any, chart: Chart) -> range:
    """Names down the left side, the first on top."""
    places = range(len(chart.names))
    axes.set_yticks(list(places), chart.names)
    axes.invert_yaxis()
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    _bare(axes)
    return places


def _legend(axes: Any, count: int) -> None:
    """The names of the series below the axes; in rows of three where the chart is narrow."""
    narrow = axes.get_position().width < 0.5
    below = -7 / max(axes.bbox.height / DPI * 25.4, 1)
    rows = {"ncol": min(count, 3) if narrow else count, "columnspacing": 1.2, "handlelength": 1.6}
    axes.legend(loc="upper center", bbox_to_anchor=(0.4, below), frameon=False, **rows)


def _pace(axes: Any, chart: Chart) -> None:
    """Bars of what is done, a black mark at what is expected."""
    places = _across(axes, chart)
    (done_name, done), (expected_name, expected) = chart.series
    axes.barh(places, done, height=0.58, color="#8FB4E3", edgecolor=INK, linewidth=0.5, label=done_name)
    axes.scatter(expected, places, marker="|", s=110, color=INK, linewidths=2, label=expected_name, zorder=3)
    for place, value in zip(places, done, strict=True):
        axes.text(1, place, f"{value:g}", va="center", size=7.5)
    axes.set_xlim(0, 105)
    _legend(axes, 2)


def _stack(axes: Any, chart: Chart) -> None:
    places = _across(axes, chart)
    left = [0.0] * len(chart.names)
    for light, counts in chart.series:
        colour, hatch = LOOKS[light]
        axes.barh(
            places,
            counts,
            0.62,
            left,
            color=colour,
            hatch=hatch,
            edgecolor=INK,
            linewidth=0.5,
            label=texts.LIGHTS[light],
        )
        for place, count in enumerate(counts):
            if count:
                box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
                axes.text(left[place] + count / 2, place, f"{count:g}", ha="center", va="center", size=7, bbox=box)
        left = [so_far + (count or 0) for so_far, count in zip(left, counts, strict=True)]
    axes.xaxis.get_major_locator().set_params(integer=True)
    _legend(axes, len(chart.series))


def _bars(axes: Any, chart: Chart) -> None:
    places = _across(axes, chart)
    ((name, done),) = chart.series
    shown = [min(value or 0, 120) for value in done]
    axes.barh(places, shown, 0.58, color="#A5D6A7", edgecolor=INK, linewidth=0.5, label=name)
    axes.axvline(100, color=INK, linewidth=1, linestyle="--")
    for place, value in zip(places, done, strict=True):
        axes.text(1, place, f"{value:g}", va="center", size=7.5)
    axes.set_xlim(0, 125)
    _legend(axes, 1)


def _lines(axes: Any, chart: Chart) -> None:
    places = range(len(chart.names))
    looks = (("-", "o"), ("--", "s"))
    others = [values for _, values in reversed(chart.series)]
    for (name, values), (style, marker), other in zip(chart.series, looks, others, strict=True):
        axes.plot(places, values, style, marker=marker, color=INK, markersize=4, linewidth=1.2, label=name)
        for place, value, beside in zip(places, values, other, strict=True):
            above = 5 if (value, style) > (beside, "-") else -11  # the higher line's figures stand above it
            axes.annotate(f"{value:g}", (place, value), (0, above), textcoords="offset points", ha="center", size=7.5)
    axes.set_xticks(list(places), chart.names)
    axes.set_ylim(0, 108)
    axes.margins(x=0.08)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    _bare(axes)
    _legend(axes, 2)


def _heat(axes: Any, chart: Heat) -> None:
    from matplotlib.patches import Rectangle

    for line, marks in enumerate(chart.marks):
        for column, mark in enumerate(marks):
            if mark:
                colour, hatch = MARKS[mark]
                axes.add_patch(
                    Rectangle((column, line), 1, 1, facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.5)
                )
                box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
                axes.text(column + 0.5, line + 0.5, texts.MARKS[mark], ha="center", va="center", size=7, bbox=box)
    axes.set_xlim(0, len(chart.columns))
    axes.set_ylim(len(chart.names), 0)
    axes.set_xticks([n + 0.5 for n in range(len(chart.columns))], chart.columns)
    axes.set_yticks([n + 0.5 for n in range(len(chart.names))], chart.names)
    _bare(axes)
    axes.spines["bottom"].set_visible(False)


_KINDS = {"pace": _pace, "stack": _stack, "bars": _bars, "lines": _lines}
