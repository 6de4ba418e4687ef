"""The notice (通知) that goes with a round's forms, as text to look at, copy or save again."""

from desktop_app import clock
from desktop_app.domain.model import Form
from desktop_app.errors import Refused
from desktop_app.exchange.form_paper import form_paper
from desktop_app.exchange.write_notice import notice
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts


def notice_text(store: Store, round_key: int) -> str:
    """The notice of a round as it would be written today. Refused where there is no such round."""
    snapshot, identity = store.snapshot(), store.identity()
    forms: list[Form] = snapshot.having("form", "round", round_key)
    if not forms:
        raise Refused(texts.NO_ROUND)
    papers = [form_paper(snapshot, identity.ledger, identity.epoch, form) for form in forms]
    tasks = len({row.task for row in snapshot.rows_of(round_key)})
    letter = notice(papers, [form.file for form in forms], tasks, clock.today())
    return letter.decode("utf-8-sig").replace("\r\n", "\n")
