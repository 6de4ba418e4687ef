"""The rules of the ledger in the clerk's words: what a rule record is called and what it says."""

import json
from typing import Any

from desktop_app.domain.extensions import Extension
from desktop_app.domain.rules import SHIPPED
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import rule_words as texts
from desktop_app.texts import settings_page as settings


def rule_name(snapshot: Snapshot, name: str) -> str:
    """What the rule is called; of one task's, with its title."""
    kind, key = _kind(name)
    task = snapshot.tasks.get(int(key)) if key.lstrip("-").isdigit() and "{task}" in texts.NAMES.get(kind, "") else None
    return texts.NAMES.get(kind, texts.OTHER).format(key=key, task=task.title if task else "")


def rule_words(name: str, value: str) -> str:
    """What the rule says; of one that is nobody's to read, only that it is set."""
    kind, _ = _kind(name)
    said = json.loads(value) if kind in _WORDS else None
    return _WORDS[kind](said) if kind in _WORDS else texts.SET


def _kind(name: str) -> tuple[str, str]:
    before, colon, key = name.partition(":")
    return before + colon, key


def _lights(said: dict[str, Any]) -> str:
    looks = (
        texts.LOOK.format(verdict=settings.VERDICTS[verdict], colour=settings.COLOURS[light], label=label)
        for verdict, light, label in said.get("looks", ())
    )
    near = texts.NEAR.format(**said) if said.get("near") else ""
    return texts.LIGHTS.format(**said) + near + "".join(looks)


def _expected(said: dict[str, Any]) -> str:
    return settings.EXPECTED_BY[said["by"]] + texts.NODES[said["nodes"]]


def _hand(said: dict[str, Any]) -> str:
    return texts.HAND.format(**said, label=SHIPPED[said["verdict"]].label)


def _posts(said: dict[str, Any]) -> str:
    return texts.FILES.join(texts.POST.format(post=post, person=person) for post, person, _ in said["holdings"])


def _files(said: dict[str, Any]) -> str:
    return texts.FILES.join(name for _, name, _ in said["files"])


def _extensions(said: dict[str, Any]) -> str:
    last = Extension(*said["extensions"][-1])._asdict()
    return texts.EXTENSION.format(**{**last, "old": last["old"] or texts.NO_DAY})


_WORDS = {
    "lights": _lights,
    "expected": _expected,
    "scores": lambda said: texts.SCORES[said["on"]].format(**said),
    "due": lambda said: texts.DUE[said["shift"]],
    "holidays:": lambda said: texts.HOLIDAYS.format(off=len(said["off"]), work=len(said["work"])),
    "light:": _hand,
    "back:": lambda said: texts.BACK.format(**said),
    "posts": _posts,
    "files:": _files,
    "extend:": _extensions,
    "issued:": lambda said: said["title"],
    "opinion:": lambda said: texts.OPINION.format(**said),
}
