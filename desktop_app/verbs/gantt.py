"""The verb `gantt`: the chart of the ledger as a PDF, a picture or a workbook."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock, files
from desktop_app.domain.progress import statuses
from desktop_app.errors import Refused
from desktop_app.paint.pages import Printed, pdf_of, png_of
from desktop_app.paint.paper import PaperName
from desktop_app.paint.workbook import workbook_of
from desktop_app.reports.gantt_scene import Bar, Grouping, Scene, build_scene
from desktop_app.reports.gantt_scene_axis import Scale
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
    """Write the chart to `out`; its suffix says as what: .pdf (on `pages` pages where asked), .png or .xlsx.

    Refused for another suffix, for a ledger without tasks, and where so few pages would need type under 7 pt.
    """
    day = as_of or clock.today()
    snapshot = store.snapshot()
    if out.suffix.lower() not in (".pdf", ".png", ".xlsx"):
        raise Refused(texts.SUFFIX.format(name=out.name))
    scene = build_scene(snapshot, statuses(snapshot, day), day, scale, group)
    if not scene.rows:
        raise Refused(texts.NOTHING)
    printed = _print(scene, out.suffix.lower(), paper, pages)
    bars = sum(isinstance(row, Bar) for row in scene.rows)
    return GanttWritten(out, bars, printed.pages, day, files.write_bytes(out, printed.data))


def _print(scene: Scene, suffix: str, paper: PaperName, pages: int | None) -> Printed:
    if suffix == ".pdf":
        return pdf_of(scene, paper, pages)
    if suffix == ".xlsx":
        return Printed(workbook_of(scene, paper), 1)
    if pages not in (None, 1):
        raise Refused(texts.ONE_PICTURE.format(pages=pages))
    return png_of(scene, paper)
