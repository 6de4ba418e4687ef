"""A record of every entity with every field filled, for tests that must hold for all of them."""

from collections.abc import Mapping

from desktop_app.domain.changes import Draft
from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import FIELDS, NAMED_BY, referred
from desktop_app.domain.values import Value

FIRST: dict[Kind, Value] = {
    Kind.TEXT: "清溪区养老服务科",
    Kind.WHOLE: 3,
    Kind.NUMBER: 92.5,
    Kind.DAY: "2026-06-30",
    Kind.FLAG: 0,
}
OTHER: dict[Kind, Value] = {
    Kind.TEXT: "第一行\n“第二行”，=1+1",
    Kind.WHOLE: -7,
    Kind.NUMBER: 514.6,
    Kind.DAY: "2028-02-29",
    Kind.FLAG: 1,
}
assert set(NAMED_BY) == set(FIELDS)


def create(draft: Draft, entity: str) -> int:
    """Draft a full record of `entity` and of everything it names; a record never names itself."""
    return draft.create(entity, filled(draft, entity, FIRST))


def filled(draft: Draft, entity: str, values: Mapping[Kind, Value]) -> dict[str, Value]:
    """Values for every field of `entity`; what it refers to is drafted too."""
    found: dict[str, Value] = {}
    for field, kind in FIELDS[entity].items():
        target = referred(entity, field)
        if target is None:
            found[field] = values[kind]
        elif target != entity:
            found[field] = create(draft, target)
    return found
