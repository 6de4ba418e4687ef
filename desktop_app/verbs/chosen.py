"""The choices for a round from words: units and sections by name, as the command line has them."""

from collections.abc import Sequence

from desktop_app.domain.filters import Filter
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.texts import exchange as texts
from desktop_app.verbs.dispatch import Choices


def chosen(
    snapshot: Snapshot,
    ask: str | None,
    unit: Sequence[str],
    section: Sequence[str],
    light: Sequence[str],
    also: Sequence[str],
    co: bool,
    signoff: str,
) -> Choices:
    """The choices that these words make. Refused for a unit or section that the ledger does not know."""
    units = frozenset(key for name in unit for key in _units(snapshot, name)) if unit else None
    sections = frozenset(key for name in section for key in _sections(snapshot, name))
    return Choices(
        ask.replace(" ", "") if ask is not None else None,
        Filter(sections=sections, lights=frozenset(light)),
        frozenset(also),
        units,
        co,
        signoff,
    )


def _units(snapshot: Snapshot, name: str) -> list[int]:
    """The unit of this name, or the members of a collective."""
    found = snapshot.unit_named(name)
    if found is None:
        raise Refused(texts.NO_SUCH_UNIT.format(name=name))
    members = snapshot.members_of(found.key) if found.kind == "group" else []
    return [unit.key for unit in members or [found]]


def _sections(snapshot: Snapshot, name: str) -> list[int]:
    found = [section.key for section in snapshot.tables["section"].values() if name in (section.title, section.no)]
    if not found:
        raise Refused(texts.NO_SUCH_SECTION.format(name=name))
    return found
