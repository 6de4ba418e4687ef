"""A plain row read in one go says what all readings and checks would say of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app import clock
from desktop_app.domain.changes import Draft, by_field
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange import propose_return
from desktop_app.exchange.propose_return import Ledger
from desktop_app.exchange.read_forms import ASKED_FIELDS, Cell, ReturnedForm, read_form
from desktop_app.exchange.read_values import Typed
from desktop_app.exchange.sheet_layout import cell_name
from desktop_app.store.store import open_ledger
from tests.exchange.returns import CARE, MEALS, send

WORDS = (
    "已选址并签订合同",
    "正在推进中",
    "已全部完成",
    "已完成选址",
    "无",
    "同上",
    " 已开工 ",
    "上旬\n开工",
    "60%",
    "",
)
CELLS = {field: cell_name(4, place) for field, place in zip(ASKED_FIELDS, range(6, 30), strict=False)}
last = st.fixed_dictionaries(
    {}, optional={"last_percent": st.sampled_from([20.0, 60.0]), "last_text": st.sampled_from(WORDS[:4])}
)
states = st.sampled_from(["open", "open", "ongoing", "closed"])
typed = st.fixed_dictionaries(
    {"status": st.sampled_from(["有进展", "有进展", "推进中", "已办结", "与上期无变化"])},
    optional={
        "text": st.sampled_from(WORDS) | st.text(min_size=1, max_size=8) | st.just(12.0),
        "percent": st.sampled_from([0.0, 0.6, 1.0, 33.3, 45.0, 99.99, 100.0, 130.0, "60%", "六成"]),
        "finished_on": st.sampled_from(["6月12日", date(2026, 6, 12)]),
        "problems": st.sampled_from(["无", "同上", "缺资金", " 缺地 "]),
        "next_steps": st.sampled_from(["开工", "同上"]),
        "evidence": st.sampled_from(["照片", "/"]),
    },
)


class Sent(NamedTuple):
    """A form as it went out, read back, and the ledger that sent it."""

    snapshot: Snapshot
    form: ReturnedForm
    ledger: Ledger


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    folder: Path = tmp_path_factory.mktemp("plain")
    with clock.on_day(date(2026, 6, 8)), open_ledger(folder / "ledger") as store:
        path = send(store, folder / "out").forms[CARE]
        ledger = Ledger(*store.identity(), {}, {}, {}, {}, {})
        yield Sent(store.snapshot(), read_form(path.read_bytes(), path.name), ledger)


def answered(sent: Sent, cells: dict[str, Any], percent: bool | None) -> ReturnedForm:
    """The form with these cells in the row of the meals."""
    typed = {field: Cell(Typed(raw, percent), CELLS[field]) for field, raw in cells.items() if raw != ""}
    rows = tuple(row._replace(cells=typed) for row in sent.form.rows if row.title == MEALS)
    return sent.form._replace(rows=rows)


def outcome(snapshot: Snapshot, form: ReturnedForm, ledger: Ledger) -> tuple[Any, ...]:
    """Everything that is proposed, field by field."""
    found = propose_return.propose_return(snapshot, form, "f" * 64, ledger, Draft())
    fields = {part for change in found.proposal.changes for part in by_field(change) if change.entity == "report"}
    answers = [change for change in found.proposal.changes if change.entity == "answer"]
    said = {row: frozenset(spoken) for row, spoken in found.said.items()}
    return fields, answers, found.proposal.questions, found.proposal.notes, found[1:-1], said


@given(cells=typed, before=last, state=states, percent=st.sampled_from([False, False, None, True]))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_short_way_says_what_the_long_way_says(
    sent: Sent, cells: dict[str, Any], before: dict[str, Any], state: str, percent: bool | None
) -> None:
    row = next(row for row in sent.snapshot.rows.values() if row.title == MEALS)
    records = {
        ("round_row", row.key): row._replace(**before),
        ("task", row.task): sent.snapshot.tasks[row.task]._replace(state=state),
    }
    snapshot, form = sent.snapshot.with_records(records), answered(sent, cells, percent)
    short = outcome(snapshot, form, sent.ledger)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(propose_return, "plain_of", lambda *_: None)
        assert short == outcome(snapshot, form, sent.ledger)


def test_a_plain_row_takes_the_short_way(sent: Sent) -> None:
    cells = {"status": "有进展", "text": "已选址", "percent": 45.0, "problems": "无"}
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(propose_return, "said_by")
        found = propose_return.propose_return(
            sent.snapshot, answered(sent, cells, False), "f" * 64, sent.ledger, Draft()
        )
    assert (found.changed, found.proposal.questions) == (4, ())
