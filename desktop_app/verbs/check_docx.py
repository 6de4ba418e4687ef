"""The verb `check-docx`: are the numbers of an edited paper still those of the ledger?

The paper's mark says what the ledger was when it was made; so the paper is made twice, as then and as now, and the
edited file is held against both.
"""

from pathlib import Path
from typing import Any

from desktop_app.errors import Refused
from desktop_app.files import read_given, write_bytes
from desktop_app.office.editing import is_fit_to_edit
from desktop_app.office.faults import Damaged
from desktop_app.reports.docx_page import to_bytes
from desktop_app.reports.docx_read import Opened, mark_place, open_docx
from desktop_app.reports.mask import masked, masked_text
from desktop_app.reports.trace_check import Checked, Finding, check, shown_by_name, units_of
from desktop_app.store.store import Store
from desktop_app.texts import report as texts
from desktop_app.verbs.report import Choices, make, make_as_then
from desktop_app.verbs.report_mark import read_mark

WITHOUT_NUMBERS = ("notice", "charts", "changes", "correction")  # papers whose numbers the ledger does not give


def check_docx(store: Store, path: Path) -> Checked:
    """Hold the numbers of an edited paper against the ledger. Refused where it is none of this ledger's."""
    opened = _opened(path)
    mark = read_mark(opened.mark)
    if mark is None or mark.ledger != store.identity().ledger:
        raise Refused(texts.NOT_OURS.format(name=path.name))
    if mark.kind in WITHOUT_NUMBERS:
        raise Refused(texts.NOT_CHECKED.format(name=path.name, kind=texts.NAMES[mark.kind]))
    made = make_as_then(store, mark).blocks
    now = make(store, mark.kind, mark.period, Choices(mark.as_of, pictures=False)).blocks
    edited = [unit.text for unit in opened.units]
    if any(masked_text(words.text) != words.text and masked_text(words.text) in edited for words in units_of(made)):
        made, now = masked(made), masked(now)
    return check(units_of(made), shown_by_name(units_of(now)), edited)


def write_marked(path: Path, checked: Checked, out: Path) -> str:
    """A copy of the paper in which what does not agree is painted, with the right number as a remark; its SHA-256."""
    opened = _opened(path)
    for finding in sorted(checked.wrong, key=lambda found: found[:2], reverse=True):
        told = texts.COMMENT.format(right=finding.right or texts.GONE)
        mark_place(opened.document, opened.units[finding.unit], finding.start, finding.end, told, texts.COMMENT_AUTHOR)
    return write_bytes(out, to_bytes(opened.document))


def to_json(checked: Checked) -> dict[str, Any]:
    """The contract of the verb."""

    def told(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
        return [{**finding._asdict(), "right": finding.right or None} for finding in findings]

    return {"compared": checked.compared, "wrong": told(checked.wrong), "unknown": told(checked.unknown)}


def _opened(path: Path) -> Opened:
    data = read_given(path)
    try:
        if not is_fit_to_edit(data):
            raise Refused(texts.DOCX_HUGE.format(name=path.name))
        opened = open_docx(data)
    except Damaged:
        opened = None
    if opened is None:
        raise Refused(texts.NOT_DOCX.format(name=path.name))
    return opened
