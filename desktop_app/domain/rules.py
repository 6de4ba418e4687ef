"""The rules that decide numbers, read from the ledger (law 12); where it has none, the shipped defaults stand."""

import json
from typing import NamedTuple

from desktop_app.domain.snapshot import Snapshot

LIGHTS = "lights"


class LightRules(NamedTuple):
    """Percentage points behind expected progress: from `amber` to `red` (both ends in) amber, beyond `red` red."""

    amber: float = 10.0
    red: float = 30.0


def light_rules(snapshot: Snapshot) -> LightRules:
    """The light rules of the ledger: the rule record "lights", JSON {"amber": 10, "red": 30}."""
    said = snapshot.rule(LIGHTS)
    return LightRules(**json.loads(said)) if said else LightRules()
