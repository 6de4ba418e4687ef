"""What a unit last said about a task, over rounds made in any order, voided, withdrawn from, and of merged units."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from desktop_app.domain.model import Report, Round, RoundRow, Unit
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.propose import LastSaid, last_said

DAYS = ("2026-01-31", "2026-02-28", "2026-03-31")
UNITS = {key: Unit(key, f"第{key}科", "section", key, 2 if key == 1 else None, None, None, 0) for key in (1, 2, 3)}
BLANK_ROW = dict.fromkeys(RoundRow._fields)


def row(key: int, made: int, task: int, unit: int, withdrawn: bool) -> RoundRow:
    told = {"key": key, "round": made, "task": task, "unit": unit, "position": key, "title": "事项"}
    return RoundRow(**{**BLANK_ROW, **told, "withdrawn": int(withdrawn), "co": 0})  # type: ignore[arg-type]


@some.composite
def years(draw: some.DrawFn) -> Snapshot:
    rounds = {
        key: Round(key, f"t{key}", "2026-01", draw(some.sampled_from(DAYS)), "2026-12-31", state, None)
        for key, state in enumerate(draw(some.lists(some.sampled_from(["open", "voided"]), max_size=5)), 1)
    }
    rows, reports = {}, {}
    for made in rounds:
        for task, unit in draw(some.lists(some.tuples(some.sampled_from((7, 8)), some.sampled_from([*UNITS])))):
            key = len(rows) + 1
            rows[key] = row(key, made, task, unit, draw(some.booleans()))
            percent = draw(some.sampled_from([None, 20.0, 60.0]))
            if draw(some.booleans()):
                reports[key] = Report(key, key, None, percent, None, None, None, None, None)
    return Snapshot({"unit": UNITS, "round": rounds, "round_row": rows, "report": reports})


def plainly(snapshot: Snapshot, task: int, unit: int, until: str, besides: int | None) -> LastSaid | None:
    """All that was ever said, and the newest of it."""
    told = []
    for one in snapshot.rows.values():
        made, report = snapshot.rounds[one.round], snapshot.report_of(one.key)
        counts = made.state != "voided" and made.key != besides and made.as_of <= until and not one.withdrawn
        if counts and one.task == task and snapshot.unit(one.unit).key == unit and report and report.percent:
            told.append(((made.as_of, made.key, one.key), LastSaid(made, report)))
    return max(told)[1] if told else None


@given(years(), some.sampled_from(DAYS), some.sampled_from([None, 1, 2]))
def test_the_newest_word_counts(snapshot: Snapshot, until: str, besides: int | None) -> None:
    for task, unit in ((7, 2), (8, 3), (7, 3), (8, 2)):
        found = last_said(snapshot, task, unit, date.fromisoformat(until), besides)
        assert found == plainly(snapshot, task, unit, until, besides)
