"""The templates of papers: the clerk's own (a rule of the ledger), else the shipped ones."""

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.paths import asset
from desktop_app.reports.orders import KINDS as ORDERS
from desktop_app.reports.template import check_template
from desktop_app.texts import papers_bulletin, papers_orders, papers_summary
from desktop_app.texts import papers_templates as texts
from desktop_app.texts import report as report_texts

TEMPLATES = ("bulletin", "summary", *ORDERS)
PREFIX = "template:"


def template_of(snapshot: Snapshot, kind: str) -> str:
    """The template of a kind of paper."""
    return snapshot.rule(f"{PREFIX}{kind}") or shipped_template(kind)


def shipped_template(kind: str) -> str:
    """The template that comes with the program."""
    return asset("resources", "templates", f"{kind}.txt").read_text("utf-8")


def is_own(snapshot: Snapshot, kind: str) -> bool:
    """Whether the ledger has a template of its own."""
    return snapshot.rule(f"{PREFIX}{kind}") is not None


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields that a template of this kind may name."""
    if kind in ORDERS:
        return tuple(papers_orders.FIELDS.values())
    more = papers_summary.FIELDS.values() if kind == "summary" else ()
    return (*papers_bulletin.FIELDS.values(), *more)


def template_changes(snapshot: Snapshot, kind: str, text: str | None) -> list[Change]:
    """The changes that make this the ledger's template (None, or the shipped text: the shipped one again).

    Refused where it names a field that there is not, or says nothing.
    """
    if kind not in TEMPLATES:
        raise Refused(texts.NO_TEMPLATE.format(name=report_texts.NAMES[kind]))
    if text is not None:
        check_template(text, fields_of(kind))
    draft, held = Draft(), snapshot.having("rule", "name", f"{PREFIX}{kind}")
    own = None if text is None or text.strip() == shipped_template(kind).strip() else text.strip() + "\n"
    if own is None and held:
        draft.delete("rule", held[0])
    elif own is not None and held:
        draft.set("rule", held[0], {"value": own})
    elif own is not None:
        draft.create("rule", {"name": f"{PREFIX}{kind}", "value": own})
    return draft.changes


def label(kind: str, text: str | None) -> str:
    """What such a change is called in the history."""
    words = texts.LABEL_SHIPPED if text is None else texts.LABEL
    return words.format(name=report_texts.NAMES[kind])
