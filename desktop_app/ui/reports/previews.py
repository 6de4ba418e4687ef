"""What a paper looks like before it is written: text, a table as HTML, or a picture. No widgets here."""

from datetime import date
from html import escape

from PySide6.QtGui import QImage

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import calendar_of
from desktop_app.exchange.ledger_layout import COLUMNS, PLACES, Shown, blocks, shown
from desktop_app.paint.colours import BAND, LIGHTS, LINE, SECOND
from desktop_app.paint.pages import png_of
from desktop_app.reports.gantt_scene import build_scene, with_rest
from desktop_app.texts import ledger_sheet
from desktop_app.texts import report_page as texts
from desktop_app.ui.session import Session
from desktop_app.verbs.export import ledger_paper
from desktop_app.verbs.gantt_scene import issued_days

MOST_LINES = 60
SECTION, LIGHT = PLACES["section"], PLACES["light"]


def gantt_picture(session: Session, as_of: date) -> QImage:
    """The year's chart as a picture, as it will be saved; a null image where there is nothing to draw."""
    snapshot = session.snapshot
    scene = build_scene(snapshot, session.statuses, as_of, issued=issued_days(session.store, snapshot))
    if not scene.rows:
        return QImage()
    return QImage.fromData(png_of(with_rest(scene, calendar_of(snapshot))).data)


def ledger_html(snapshot: Snapshot, as_of: date) -> str:
    """The first lines of the ledger's workbook, laid out as it will print; '' where there is nothing to show."""
    paper = ledger_paper(snapshot, as_of)
    if not paper.lines:
        return ""
    rows = [shown(line, LIGHTS[line.light][1]) for line in paper.lines[:MOST_LINES]]
    used = [place for place in range(len(COLUMNS)) if any(row[place] not in (None, "") for row in rows)]
    total = sum(COLUMNS[place].width for place in used)
    head = "".join(
        f'<th width="{100 * COLUMNS[place].width / total:.1f}%" bgcolor="{BAND}">{escape(COLUMNS[place].header)}</th>'
        for place in used
    )
    runs = {first: last - first + 1 for first, last in blocks([row[SECTION] for row in rows])}
    body = "".join(
        f"<tr>{''.join(_cell(row, place, runs.get(n)) for place in used)}</tr>" for n, row in enumerate(rows)
    )
    years = ledger_sheet.LIST.join(ledger_sheet.YEAR.format(year=year) for year in paper.years)
    title = ledger_sheet.TITLE.format(years=years)
    sub = ledger_sheet.AS_OF.format(day=texts.DAY.format(day=as_of), count=sum(label.count for label in paper.labels))
    more = texts.FIRST_LINES.format(count=MOST_LINES, all=len(paper.lines)) if len(paper.lines) > MOST_LINES else ""
    return (
        f"<style>td, th {{ border: 1px solid {LINE}; font-size: 8pt; }}</style>"
        f'<h3 align="center">{escape(title)}</h3><p align="center">{escape(sub)}</p>'
        f'<table width="100%" cellspacing="0" cellpadding="3" style="border-collapse: collapse">'
        f"<tr>{head}</tr>{body}</table><p>{more}</p>"
    )


def _cell(row: Shown, place: int, run: int | None) -> str:
    """One cell; a section's cell stands once for its whole run of rows, a light keeps its colour."""
    if place == SECTION and run is None:
        return ""
    value = row[place]
    words = "" if value is None else f"{value:g}" if isinstance(value, float) else escape(str(value))
    words = words.replace("\n", "<br>")
    if place == LIGHT:
        colour = next((colour for colour, shape in LIGHTS.values() if words.startswith(shape)), SECOND)
        words = f'<font color="{colour}">{words}</font>'
    align = "center" if COLUMNS[place].centred else "left"
    span = f' rowspan="{run}"' if place == SECTION else ""
    return f'<td align="{align}"{span}>{words}</td>'
