"""Every kind of damage that forms come back with: each answer is merged, asked about or told of, never lost.

`python -m tests.exchange.damage [KIND…]` makes each kind on three forms, collects it by the public road, and prints
the counts.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.domain.model import ANSWER_FIELDS
from desktop_app.domain.proposal import Severity
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.values import Value
from desktop_app.exchange.read_files import read_paths
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import Collected, propose
from tests.exchange.damage_files import FILES
from tests.exchange.damage_forms import FORMS, Filled, Place
from tests.exchange.damage_kinds import Damage, Kinds
from tests.exchange.damage_layout import SHEETS
from tests.exchange.damage_strays import STRAYS
from tests.exchange.damage_ways import WAYS
from tests.exchange.damage_words import VALUES

TODAY = date(2026, 6, 27)
KINDS: Kinds = {**SHEETS, **VALUES, **STRAYS, **FILES, **WAYS}


class Verdict(NamedTuple):
    """What became of the answers of one damaged file."""

    merged: int
    asked: int
    told: int
    wrong: list[str]
    lost: list[str]
    undamaged: int
    undamaged_merged: int
    refused: str | None
    missed_refusal: bool


def judge(store: Store, filled: Filled, damage: Damage) -> Verdict:
    """Collect the damaged file and compare with the truth."""
    collected = propose(store, read_paths(damage.paths, passwords=damage.passwords))
    after = changed(store.snapshot(), collected.changes)
    truth = {place: value for place, value in {**filled.truth(), **damage.truth}.items() if place not in damage.gone}
    held = dict(_held(after, filled))
    refused = next((note.text for note in collected.notes if note.severity is Severity.REFUSED), None)
    whole = all(file.state == "refused" for file in collected.files)
    counts: Counter[str] = Counter()
    wrong = [f"{place}: {held[place]!r}" for place in held if held[place] is not None and place not in truth]
    lost: list[str] = []
    for place, value in truth.items():
        outcome = _outcome(place, value, held.get(place), collected)
        counts[outcome] += 1
        undamaged = place not in damage.damaged and not damage.refused
        counts["undamaged"] += undamaged
        counts["undamaged merged"] += undamaged and outcome == "merged"
        if outcome == "wrong":
            wrong.append(f"{place}: {held[place]!r} for {value!r}")
        if outcome == "lost" and not whole:
            lost.append(f"{place}: {value!r}")
    return Verdict(
        counts["merged"],
        counts["asked"],
        counts["told"],
        wrong,
        lost,
        counts["undamaged"],
        counts["undamaged merged"],
        refused,
        damage.refused and not (whole and refused),
    )


def _held(after: Snapshot, filled: Filled) -> Iterable[tuple[Place, Value]]:
    """What the ledger holds after the merge about each row of the form's round and unit."""
    made = after.rounds_in_order()[-1]
    form = next(f for f in after.tables["form"].values() if f.round == made.key and f.file == filled.form.name)
    for row in after.tables["round_row"].values():
        if (row.round, row.unit) == (made.key, form.unit):
            report = after.report_of(row.key)
            for field in ANSWER_FIELDS:
                yield (row.title, field), getattr(report, field, None)
            for target in after.having("row_target", "row", row.key):
                yield (row.title, f"figure_{target.position}"), target.held


def _outcome(place: Place, value: Value, held: Value, collected: Collected) -> str:
    title, field = place
    if held is not None and held == value:
        return "merged"
    if held is not None and not (field != "status" and held != value and _asked(place, collected)):
        return "wrong"
    if _asked(place, collected):
        return "asked"
    shown = str(int(value)) if isinstance(value, float) else str(value)
    notes = [note for note in collected.notes if note.severity is not Severity.INFO or shown in note.text]
    notes += [note for note in collected.notes if note.text == texts.PICTURES]
    about = any(note.task == title or shown in note.text or title in note.text for note in notes)
    return "told" if about or any(note.text == texts.PICTURES for note in notes) else "lost"


def _asked(place: Place, collected: Collected) -> bool:
    return any(q.row is None or (q.task, q.field) == place for q in collected.questions)


def run(names: Iterable[str], forms: Iterable[str], show: Callable[[str], object] = lambda _: None) -> list[Verdict]:
    """Judge these kinds of damage on these forms, one ledger a form."""
    verdicts = []
    with tempfile.TemporaryDirectory() as folder, clock.on_day(TODAY):
        for form in forms:
            with open_ledger(Path(folder) / form / "ledger") as store:
                filled = FORMS[form](store, Path(folder) / form)
                for name in names:
                    place = Path(folder) / form / name
                    place.mkdir()
                    verdict = judge(store, filled, KINDS[name](filled._replace(folder=place)))
                    verdicts.append(verdict)
                    show(f"{form:7} {name:40} {_shown(verdict)}")
    return verdicts


def _shown(verdict: Verdict) -> str:
    said = f"merged {verdict.merged} asked {verdict.asked} told {verdict.told}"
    said += f" undamaged {verdict.undamaged_merged}/{verdict.undamaged}"
    for name, places in (("WRONG", verdict.wrong), ("LOST", verdict.lost)):
        said += f" {name} {places}" if places else ""
    return (
        said + (" NOT REFUSED" if verdict.missed_refusal else "") + (f" [{verdict.refused}]" if verdict.refused else "")
    )


def main(names: list[str]) -> int:
    """Print each verdict and the sums; 1 where an answer is wrong or lost, or too many are asked about."""
    verdicts = run(names or KINDS, FORMS, lambda line: sys.stdout.write(line + "\n"))
    sums: dict[str, Any] = {
        field: sum(len(v) if isinstance(v := getattr(one, field), list) else int(v) for one in verdicts)
        for field in ("merged", "asked", "told", "wrong", "lost", "undamaged", "undamaged_merged", "missed_refusal")
    }
    share = sums["undamaged_merged"] / max(sums["undamaged"], 1)
    sys.stdout.write(f"{len(KINDS)} kinds, {len(verdicts)} files: {sums}; {share:.1%} of undamaged answers merged\n")
    return int(bool(sums["wrong"] or sums["lost"] or sums["missed_refusal"]) or share < 0.98)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
