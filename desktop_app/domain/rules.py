"""The rules that decide numbers, read from the ledger (law 12); where it has none, the shipped defaults stand.

Each is one rule record: a name and its JSON text, so that it has history and can be undone like everything else.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import lights as texts

LIGHTS, EXPECTED = "lights", "expected"
BY_MONTH, BY_DAY = "month", "day"


class Look(NamedTuple):
    """How a verdict is shown: its colour and its word."""

    light: str
    label: str


SHIPPED: dict[str, Look] = {
    "finished": Look("blue", texts.FINISHED),
    "normal": Look("green", texts.NORMAL),
    "near": Look("blue", texts.NEAR),
    "behind": Look("amber", texts.BEHIND),
    "far_behind": Look("red", texts.FAR_BEHIND),
    "overdue": Look("red", texts.OVERDUE),
}


class LightRules(NamedTuple):
    """Percentage points behind expected progress: from `amber` to `red` (both ends in) amber, beyond `red` red.

    `near`: so many days before its deadline a task that is not behind is 临期 (0: no such light). `looks` holds the
    verdicts that are shown otherwise than shipped, as (verdict, light, label).
    """

    amber: float = 10.0
    red: float = 30.0
    near: int = 0
    looks: tuple[tuple[str, str, str], ...] = ()

    def look(self, verdict: str) -> Look:
        """Colour and word of a verdict (a key of SHIPPED)."""
        return next((Look(light, label) for name, light, label in self.looks if name == verdict), SHIPPED[verdict])


PRESETS: dict[str, LightRules] = {
    texts.GREEN_AMBER_RED: LightRules(),
    texts.BLUE_AMBER_RED: LightRules(0.0, 100.0, 7, (("finished", "green", texts.FINISHED),)),
    texts.THREE_FOUR: LightRules(
        10.0,
        30.0,
        0,
        (
            ("finished", "green", texts.FINISHED),
            ("normal", "green", texts.GOING_ON),
            ("behind", "amber", texts.SLOW),
            ("overdue", "red", texts.FAR_BEHIND),
        ),
    ),
}


class ExpectedRule(NamedTuple):
    """How expected progress passes: by completed months or by days; whether a task's own nodes replace the line."""

    by: str = BY_MONTH
    nodes: bool = True


def light_rules(snapshot: Snapshot) -> LightRules:
    """The light rules of the ledger: the rule record "lights", JSON {"amber": 10, "red": 30, "near": 0, "looks": …}."""
    said = _said(snapshot, LIGHTS)
    return LightRules(**{**said, "looks": tuple(tuple(look) for look in said.get("looks", ()))})


def expected_rule(snapshot: Snapshot) -> ExpectedRule:
    """The rule of expected progress: the rule record "expected", JSON {"by": "month" | "day", "nodes": true}."""
    return ExpectedRule(**_said(snapshot, EXPECTED))


def rule_changes(snapshot: Snapshot, name: str, value: Mapping[str, Any] | None) -> list[Change]:
    """The changes that make this the ledger's rule of that name (None: no rule); none where it is so already."""
    return rules_changes(snapshot, {name: value})


def rules_changes(snapshot: Snapshot, rules: Mapping[str, Mapping[str, Any] | None]) -> list[Change]:
    """The changes that make these the ledger's rules, by name."""
    draft = Draft()
    for name, value in rules.items():
        held = snapshot.having("rule", "name", name)
        written = None if value is None else json.dumps(value, ensure_ascii=False)
        if held and written is not None:
            draft.set("rule", held[0], {"value": written})
        elif held:
            draft.delete("rule", held[0])
        elif written is not None:
            draft.create("rule", {"name": name, "value": written})
    return draft.changes


def light_changes(snapshot: Snapshot, rules: LightRules) -> list[Change]:
    """The changes that make these the ledger's light rules."""
    return [] if rules == light_rules(snapshot) else rule_changes(snapshot, LIGHTS, rules._asdict())


def expected_changes(snapshot: Snapshot, rule: ExpectedRule) -> list[Change]:
    """The changes that make this the ledger's rule of expected progress."""
    return [] if rule == expected_rule(snapshot) else rule_changes(snapshot, EXPECTED, rule._asdict())


def _said(snapshot: Snapshot, name: str) -> dict[str, Any]:
    said = snapshot.rule(name)
    return json.loads(said) if said else {}
