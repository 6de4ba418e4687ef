"""From which moment on the plan counts as issued: what was moved since is shown beside where it lay then.

Without the rule record "baseline" the plan counts as issued as each task first came into the ledger; the clerk may set
a later moment, once misread days are put right or a revision is in force.
"""

import json

from desktop_app.domain.changes import Change
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

BASELINE = "baseline"


def issued_at(snapshot: Snapshot) -> str:
    """The ISO moment from which on moves count; "" for all of them."""
    said = snapshot.rule(BASELINE)
    return json.loads(said)["at"] if said else ""


def issue_changes(snapshot: Snapshot, moment: str) -> list[Change]:
    """The changes that make the days of this ISO moment the plan as issued; "": those that tasks first had."""
    return rule_changes(snapshot, BASELINE, {"at": moment} if moment else None)
