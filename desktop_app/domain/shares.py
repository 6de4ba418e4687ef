"""A target split over units (任务分解到镇街): each unit's part, adding up to the whole."""

import json
import math
from collections.abc import Mapping

from desktop_app.domain.changes import Change
from desktop_app.domain.model import Target
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

NAME = "shares:"


def shares_of(snapshot: Snapshot, target: int) -> dict[int, float]:
    """The part of each unit that a target is split over, by unit as it stands today; empty where it is not split."""
    said = snapshot.rule(f"{NAME}{target}")
    parts: dict[int, float] = {}
    for unit, value in json.loads(said)["parts"] if said else ():
        key = snapshot.unit(unit).key
        parts[key] = parts.get(key, 0.0) + value
    return parts


def still_to_share(target: Target, parts: Mapping[int, float]) -> float:
    """How much of a target no unit has yet; below zero where more is given out than asked, exactly 0 where it fits."""
    rest = (target.value or 0.0) - math.fsum(parts.values())
    return 0.0 if math.isclose(rest, 0.0, abs_tol=1e-6) else rest


def evenly(target: Target, units: list[int]) -> dict[int, float]:
    """A target shared out evenly; whole where it is whole, the first units having one more."""
    value = target.value or 0.0
    if not units:
        return {}
    if not float(value).is_integer():
        return dict.fromkeys(units, value / len(units))
    least, more = divmod(int(value), len(units))
    return {unit: float(least + (place < more)) for place, unit in enumerate(units)}


def share_changes(snapshot: Snapshot, target: Target, parts: Mapping[int, float]) -> list[Change]:
    """The changes that split a target so (nothing: that it is not split).

    ValueError: the parts do not add up to the target, or one is negative.
    """
    kept = {unit: value for unit, value in parts.items() if value}
    if kept and (still_to_share(target, kept) or min(kept.values()) < 0):
        raise ValueError(f"the parts do not add up: {kept!r} of {target.value!r}")
    return rule_changes(snapshot, f"{NAME}{target.key}", {"parts": sorted(kept.items())} if kept else None)
