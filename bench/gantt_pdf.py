"""Rows 11a and 11c: a Gantt PDF of 500 bars, whole process from start to end, against matplotlib; and its size.

Ours draws every decoration of `gantt_case`; matplotlib title, table texts, bars with done part and hatch, month lines
and the as-of line over as many A4 pages. 11c: the file against 300 KB. Prints JSON (see bench/rows.py).
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAIRS = 5
LARGEST = 300.0  # KB
KEYS = ("row", "ours", "peer", "unit", "note", "ratio")
BARS = """
from datetime import date
FIRST, LAST = date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
BARS = [(f"推进第{n + 1}号重点民生事项", FIRST + n * 7 % 90, LAST - n * 11 % 120, n % 101) for n in range(500)]
"""
OURS = """
import sys
from pathlib import Path
from gantt_case import scene_of
from desktop_app.paint.pages import pdf_of
Path(sys.argv[1]).write_bytes(pdf_of(scene_of(500)).data)
"""
PEER = """
import sys
import matplotlib
matplotlib.use("pdf")
from matplotlib import font_manager
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
installed = {font.name for font in font_manager.fontManager.ttflist}
names = ("Microsoft YaHei", "SimSun", "Noto Sans CJK SC", "Noto Sans CJK JP", "WenQuanYi Micro Hei")
family = next((name for name in names if name in installed), "sans-serif")
matplotlib.rcParams.update({"font.family": family, "pdf.fonttype": 42})
PAGE = 26
with PdfPages(sys.argv[1]) as pdf:
    for at in range(0, len(BARS), PAGE):
        figure = Figure(figsize=(11.69, 8.27))
        axes = figure.add_axes((0.3, 0.06, 0.67, 0.84))
        axes.set_xlim(FIRST, LAST)
        axes.set_ylim(PAGE, 0)
        axes.set_yticks([])
        axes.set_title("2026年工作要点甘特图")
        axes.set_xticks([date(2026, month, 1).toordinal() for month in range(1, 13)],
                        [f"{month}月" for month in range(1, 13)])
        axes.grid(True, axis="x")
        for row, (title, start, end, done) in enumerate(BARS[at:at + PAGE]):
            axes.add_patch(Rectangle((start, row + 0.2), end - start, 0.6, facecolor="#F0E6D9", edgecolor="#9A5B00",
                                     hatch="///" if (at + row) % 4 == 0 else None))
            axes.add_patch(Rectangle((start, row + 0.2), (end - start) * done / 100, 0.6, facecolor="#9A5B00"))
            axes.text(start + 2, row + 0.65, f"{done}%", fontsize=8)
            axes.text(-0.4, row + 0.65, f"{at + row + 1}  {title}", fontsize=9, transform=axes.get_yaxis_transform())
            axes.text(-0.1, row + 0.65, "综合科", fontsize=9, transform=axes.get_yaxis_transform())
        axes.axvline(date(2026, 6, 27).toordinal(), linestyle="--", color="#1F6FEB")
        pdf.savefig(figure)
"""


def seconds(code: str, out: Path) -> float:
    """Wall time of one Python process that writes `out`."""
    started = time.perf_counter()
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "MPLBACKEND": "pdf", "PYTHONPATH": paths}
    subprocess.run([sys.executable, "-c", BARS + code, str(out)], check=True, env=environment)
    return time.perf_counter() - started


def main() -> int:
    """Measure the pairs in turn, after one of each to fill the caches, and print the row."""
    with tempfile.TemporaryDirectory() as folder:
        own_file, peer_file = Path(folder, "own.pdf"), Path(folder, "peer.pdf")
        for command, file in ((OURS, own_file), (PEER, peer_file)):
            seconds(command, file)
        pairs = [(seconds(OURS, own_file), seconds(PEER, peer_file)) for _ in range(PAIRS)]
        size = own_file.stat().st_size / 1000
    own, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    note = f"median of {PAIRS} pairs of whole processes"
    rows = [("11a", own, peer, "s", note), ("11c", size, LARGEST, "KB", "")]
    print(json.dumps([dict(zip(KEYS, (*row, row[1] / row[2]), strict=True)) for row in rows]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
