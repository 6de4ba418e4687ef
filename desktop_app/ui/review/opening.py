"""The way into the review: read the file as a job, then open the window, or say why it is no plan."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract
from desktop_app.files import read_bytes, sha256
from desktop_app.texts import intake
from desktop_app.texts import plans as plan_texts
from desktop_app.texts import review as texts
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import ask, choose, tell
from desktop_app.ui.review.window import ReviewWindow
from desktop_app.ui.session import Session
from desktop_app.verbs.revise import likely_plan

_WAYS = (plan_texts.AS_REVISION, plan_texts.AS_OTHER)


def open_review(session: Session, path: Path, parent: QWidget) -> None:
    """Read a plan and show it for review; a file that the ledger has already, or that is no plan, is told instead."""

    def read(_: object) -> tuple[str, Extraction | Refusal]:
        return sha256(read_bytes(path)), extract(path)

    def show(result: tuple[str, Extraction | Refusal]) -> None:
        digest, found = result
        known = next((plan for plan in session.snapshot.plans.values() if plan.file == digest), None)
        if known:
            tell(parent, intake.KNOWN_ALREADY.format(title=known.title))
        elif isinstance(found, Extraction):
            _open(session, found, path, parent)
        else:
            _refuse(session, found, path, parent)

    run(parent, texts.READING.format(name=path.name), read, show)


def _refuse(session: Session, refusal: Refusal, path: Path, parent: QWidget) -> None:
    """Say why it is no plan; what could be taken all the same (a summary's intentions) is shown on demand."""
    if refusal.offer is None:
        tell(parent, refusal.reason)
    elif ask(parent, refusal.reason, texts.VIEW_OFFER):
        _open(session, refusal.offer, path, parent)


def _open(session: Session, extraction: Extraction, path: Path, parent: QWidget) -> None:
    revised = None
    likely = likely_plan(session.snapshot, extraction)
    if likely is not None:
        plan, count = likely
        way = choose(parent, plan_texts.RESEMBLES.format(title=plan.title, count=count), *_WAYS)
        if way is None:
            return
        revised = plan if way == 0 else None
    window = ReviewWindow(session, extraction, path, parent, revised)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
