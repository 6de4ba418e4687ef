"""The damage corpus: no answer silently wrong or lost, nearly all sound ones merged without a question."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.store.store import Store, open_ledger
from tests.exchange.damage import KINDS, TODAY, judge
from tests.exchange.damage_files import BY_OFFICE, OFFICE
from tests.exchange.damage_forms import FORMS, Filled

SLOW = {"a_bomb"}


Sent = dict[str, tuple[Store, Filled]]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    """A ledger and its filled form of each kind of round."""
    with clock.on_day(TODAY), ExitStack() as open_ledgers:
        made: Sent = {}
        for name, form in FORMS.items():
            folder = tmp_path_factory.mktemp(name)
            store = open_ledgers.enter_context(open_ledger(folder / "ledger"))
            made[name] = (store, form(store, folder))
        yield made


# One form a kind, in turn; `python -m tests.exchange.damage` tries each kind on all of them.
IN_TURN = list(zip([name for name in KINDS if name not in SLOW], cycle(sorted(FORMS)), strict=False))
# A blank row beside the block is all that tells of these forms.
HARDEST = [("answers_pasted_a_line_too_low", form) for form in ("usual", "second")]


@pytest.mark.parametrize(("kind", "form"), list(dict.fromkeys([*IN_TURN, *HARDEST])))
def test_damage_neither_misleads_nor_loses(sent: Sent, kind: str, form: str) -> None:
    store, filled = sent[form]
    if kind in BY_OFFICE and OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = filled.folder / kind
    folder.mkdir()
    with clock.on_day(TODAY):
        verdict = judge(store, filled._replace(folder=folder), KINDS[kind](filled._replace(folder=folder)))
    assert (verdict.wrong, verdict.lost, verdict.missed_refusal) == ([], [], False)
    assert verdict.undamaged_merged == verdict.undamaged


def test_the_corpus_tells_a_wrong_answer(tmp_path: Path) -> None:
    with clock.on_day(TODAY), open_ledger(tmp_path / "ledger") as store:
        filled = FORMS["usual"](store, tmp_path)
        damage = KINDS["untouched"](filled)
        title = next(iter(filled.answers))
        misread = filled._replace(answers={**filled.answers, title: {"percent": 99, "evidence": "照片"}})
        verdict = judge(store, misread, damage)
    assert len(verdict.wrong) == 4  # another percent; status, text and problems that are no answers of this form
    assert verdict.lost
