"""The verb `gantt`: the chart of the ledger as a PDF, a picture or a workbook."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock, files
from desktop_app.domain.progress import statuses
from desktop_app.domain.reported import answered_until
from desktop_app.errors import Refused
from desktop_app.paint.pages import Printed, Step, pdf_of, png_of
from desktop_app.paint.paper import PaperName
from desktop_app.paint.workbook import workbook_of
from desktop_app.reports.gantt_scene import Bar, Scene, build_scene
from desktop_app.reports.gantt_scene_axis import Scale
from desktop_app.reports.gantt_scene_groups import Grouping
from desktop_app.store.store import Store
from desktop_app.texts import gantt as texts


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
    paper: PaperName = "A4",
    pages: int | None = None,
    as_of: date | None = None,
) -> GanttWritten:
    """Write the chart of the ledger to `out`, as of today unless said; see `write_scene`."""
    day, snapshot = as_of or clock.today(), store.snapshot()
    found = statuses(snapshot, day, None if as_of else answered_until(snapshot, day))
    return write_scene(build_scene(snapshot, found, day, scale, group), out, paper, pages)


def write_scene(
    scene: Scene, out: Path, paper: PaperName = "A4", pages: int | None = None, step: Step = lambda *_: None
) -> GanttWritten:
    """Write a chart to `out`; its suffix says as what: .pdf (on `pages` pages where asked), .png or .xlsx.

    Refused for another suffix, for a chart without tasks, and where so few pages would need type under 7 pt.
    `step` hears each page done; what it raises stops the work before anything is written.
    """
    kind = out.suffix.lower()
    if kind not in (".pdf", ".png", ".xlsx"):
        raise Refused(texts.SUFFIX.format(name=out.name))
    if not scene.rows:
        raise Refused(texts.NOTHING)
    if kind != ".pdf" and pages not in (None, 1):
        raise Refused(texts.ONE_PAGE.format(name=out.name, pages=pages))
    match kind:
        case ".pdf":
            printed = pdf_of(scene, paper, pages, step)
        case ".png":
            printed = png_of(scene, paper)
        case _:
            printed = Printed(workbook_of(scene, paper), 1)
    bars = sum(isinstance(row, Bar) for row in scene.rows)
    digest = files.write_bytes(out, printed.data)
    return GanttWritten(out, bars, printed.pages, date.fromordinal(scene.as_of), digest)
