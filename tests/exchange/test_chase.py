"""The ladder of reminders by workdays, and who reported in time."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.exchange.chase import COUNTED, OVERDUE, REMINDED, SERVED, URGED, chase_of, chase_text
from desktop_app.exchange.timeliness import IN_TIME, LATE, OPEN, SILENT, rates, records
from desktop_app.store.store import Store
from tests.exchange.returns import AID, CARE, Sent, send_again

DUE = date(2026, 6, 26)  # a Friday; 19–21 June 2026 are the Dragon Boat holiday


@pytest.mark.parametrize(
    ("today", "stage", "left"),
    [
        (date(2026, 6, 17), SERVED, 6),
        (date(2026, 6, 18), SERVED, 5),
        (date(2026, 6, 20), SERVED, 5),
        (date(2026, 6, 23), SERVED, 3),
        (date(2026, 6, 24), REMINDED, 2),
        (date(2026, 6, 25), URGED, 1),
        (date(2026, 6, 26), COUNTED, 0),
        (date(2026, 6, 27), OVERDUE, -1),
        (date(2026, 6, 29), OVERDUE, -1),
        (date(2026, 6, 30), OVERDUE, -2),
    ],
)
def test_the_ladder_counts_workdays(today: date, stage: str, left: int) -> None:
    assert chase_of(DUE, today) == (stage, left)


def test_one_unit_and_several_are_addressed_in_their_own_way() -> None:
    one, many = (chase_text(units, "2026年6月", DUE, date(2026, 6, 24)) for units in ([CARE], [CARE, AID]))
    assert one.startswith(f"{CARE}：")
    assert many.startswith(f"{CARE}、{AID}（2个单位）：")
    assert "2个工作日" in one
    assert "2026年6月26日" in one
    assert chase_text([], "2026年6月", DUE, DUE) == ""


def test_the_rate_is_in_time_over_asked_and_each_unit_has_its_marks(store: Store, sent: Sent, tmp_path: Path) -> None:
    july = send_again(store, tmp_path / "july", sent.built, "2026-07").dispatched.round
    june, (care, aid) = sent.dispatched.round, (sent.built.units[name] for name in (CARE, AID))
    came = {
        (june, care): "2026-06-30T23:59:00",
        (june, aid): "2026-07-01T08:00:00",
        (july, care): "2026-06-30T09:00:00",
    }
    snapshot = store.snapshot()
    assert [(r.asked, r.reported, r.in_time, r.rate) for r in rates(snapshot, came)] == [
        (2, 2, 1, 50.0),
        (2, 1, 1, 50.0),
    ]
    first, second = records(snapshot, came, date(2026, 6, 30))
    assert (first.unit, first.marks, first.rate) == (care, ((june, IN_TIME), (july, IN_TIME)), 100.0)
    assert (second.unit, second.marks, second.rate) == (aid, ((june, LATE), (july, OPEN)), 0.0)
    assert records(snapshot, came, date(2026, 7, 1))[1].marks[1] == (july, SILENT)
    draft = Draft()
    draft.set("round", snapshot.rounds[july], {"state": "voided"})
    store.apply(draft.changes, "作废")
    assert [r.round for r in rates(store.snapshot(), came)] == [june]
