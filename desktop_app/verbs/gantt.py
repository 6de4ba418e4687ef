"""The verb `gantt`: the chart of the ledger as a PDF, a picture or a workbook."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import files
from desktop_app.errors import Refused
from desktop_app.paint.pages import Printed, Step, pdf_of, png_of
from desktop_app.paint.paper import Paper
from desktop_app.paint.workbook import workbook_of
from desktop_app.reports.gantt_scene import Bar, Scene
from desktop_app.reports.gantt_scene_axis import Scale
from desktop_app.reports.gantt_scene_groups import Grouping
from desktop_app.store.store import Store
from desktop_app.texts import gantt as texts
from desktop_app.verbs.gantt_scene import scene_of

_ANY = Paper()


class GanttWritten(NamedTuple):
    """What was written: the file, how many bars it shows on how many pages, as of which day, and its SHA-256."""

    file: Path
    bars: int
    pages: int
    as_of: date
    sha256: str

    def to_json(self) -> dict[str, Any]:
        """The contract of the verb."""
        return {**self._asdict(), "file": str(self.file), "as_of": self.as_of.isoformat()}


def gantt(
    store: Store,
    out: Path,
    scale: Scale = "year",
    group: Grouping = "section",
    wish: Paper = _ANY,
    as_of: date | None = None,
) -> GanttWritten:
    """Write the chart of the ledger to `out`, as of today unless said; see `write_scene`."""
    return write_scene(scene_of(store, as_of, scale, group), out, wish)


def write_scene(scene: Scene, out: Path, wish: Paper = _ANY, step: Step = lambda *_: None) -> GanttWritten:
    """Write a chart to `out`; its suffix says as what: .pdf (on as many pages as wished), .png or .xlsx.

    Refused for another suffix, for a chart without tasks, and where so few pages would need type under 7 pt.
    `step` hears each page done; what it raises stops the work before anything is written.
    """
    kind = out.suffix.lower()
    if kind not in (".pdf", ".png", ".xlsx"):
        raise Refused(texts.SUFFIX.format(name=out.name))
    if not scene.rows:
        raise Refused(texts.NOTHING)
    if kind != ".pdf" and wish.pages not in (None, 1):
        raise Refused(texts.ONE_PAGE.format(name=out.name, pages=wish.pages))
    match kind:
        case ".pdf":
            printed = pdf_of(scene, wish, step)
        case ".png":
            printed = png_of(scene, wish)
        case _:
            printed = Printed(workbook_of(scene, wish), 1)
    bars = sum(isinstance(row, Bar) for row in scene.rows)
    digest = files.write_bytes(out, printed.data)
    return GanttWritten(out, bars, printed.pages, date.fromordinal(scene.as_of), digest)
