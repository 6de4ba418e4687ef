"""Who is meant by a collective name (各镇街, 局属各单位): the kinds of unit it names, and its members so far known.

A vague one (有关单位) names nobody: the reader has asked about it, and the clerk says who it is.
"""

import re
from collections.abc import Iterable, Mapping

from desktop_app.domain.changes import Draft
from desktop_app.domain.snapshot import Snapshot

_VAGUE = re.compile("有关|相关|其他|涉及|责任单位")
_KINDS = (
    ("town", re.compile("镇街|街镇|乡镇|镇乡|镇|街道|乡")),
    ("section", re.compile("科室|股室|处室|部室|机关各|机关全体")),
    ("affiliate", re.compile("直属|局属|所属|下属|事业单位|二级单位|民政服务机构")),
)
_ALL = re.compile("各单位|全体|全局|全系统|所有单位")


def kinds_named(name: str) -> tuple[str, ...]:
    """The kinds of unit that a collective name stands for; none for a vague one."""
    if _VAGUE.search(name):
        return ()
    found = tuple(kind for kind, words in _KINDS if words.search(name))
    return found or (("section", "affiliate") if _ALL.search(name) else ())


def fill_groups(snapshot: Snapshot, draft: Draft, made: Mapping[str, tuple[int, str]], named: Iterable[int]) -> None:
    """Give the groups among `named` (keys) that have no members yet the known and new units of their kinds.

    `made` are the units that the draft makes: name to (key, kind).
    """
    groups = {key: name for name, (key, kind) in made.items() if kind == "group"}
    standing = snapshot.units_in_order()
    empty = {u.key: u.name for u in standing if u.kind == "group" and not snapshot.members_of(u.key)}
    groups |= {key: name for key, name in empty.items() if key in set(named)}
    units = [(unit.key, unit.kind) for unit in standing] + list(made.values())
    for group, name in groups.items():
        for kind in kinds_named(name):
            for unit in (key for key, its in units if its == kind):
                draft.create("member", {"collective": group, "unit": unit})
