"""A plan of the ledger by the word that the clerk knows it by."""

from desktop_app.domain.model import Plan
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.texts import compare as texts


def plan_named(snapshot: Snapshot, word: str) -> Plan:
    """The plan of this key, title or file name, or the only one whose title holds the word.

    Refused where there is none or several.
    """
    plans = snapshot.plans_in_order()
    exact = [p for p in plans if word in (str(p.key), p.title, p.notice_title, p.file_name)]
    found = exact or [p for p in plans if word in p.title]
    if not found:
        raise Refused(texts.NO_PLAN.format(word=word))
    if len(found) > 1:
        titles = texts.AND.join(texts.NAMED.format(title=p.title, key=p.key) for p in found)
        raise Refused(texts.SEVERAL_PLANS.format(word=word, titles=titles))
    return found[0]
