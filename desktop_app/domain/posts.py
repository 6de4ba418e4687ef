"""Leaders' posts and who holds them from which day: a task names the post, papers the person of their day."""

import json
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

NAME = "posts"


class Holding(NamedTuple):
    """Who holds a post, from a day on (ISO; empty: from the beginning)."""

    post: str
    person: str
    since: str = ""


def holdings(snapshot: Snapshot) -> list[Holding]:
    """Every holding of every post, by post as first written, then by day."""
    said = snapshot.rule(NAME)
    return [Holding(*one) for one in json.loads(said)["holdings"]] if said else []


def holder(snapshot: Snapshot, post: str, day: str) -> str | None:
    """Who holds a post on a day (ISO); None where it is no post or nobody holds it yet."""
    before = [one for one in holdings(snapshot) if one.post == post.strip() and one.since <= day]
    return max(before, key=lambda one: one.since).person if before else None


def holders(snapshot: Snapshot, day: str) -> dict[str, str]:
    """Who holds each post on a day (ISO), by post; posts that nobody holds yet are not there."""
    names = {post: holder(snapshot, post, day) for post in {one.post for one in holdings(snapshot)}}
    return {post: name for post, name in names.items() if name}


def with_holders(snapshot: Snapshot, day: str) -> Snapshot:
    """The ledger as a paper of that day (ISO) tells it: tasks name the holder of the post instead of the post."""
    posts = holders(snapshot, day)
    if not posts:
        return snapshot
    tasks = snapshot.tasks
    named = {key: task._replace(leader=posts[task.leader]) for key, task in tasks.items() if task.leader in posts}
    return snapshot.with_tables({"task": {**tasks, **named}})


def posts_changes(snapshot: Snapshot, wanted: list[Holding]) -> list[Change]:
    """The changes that make these the ledger's posts.

    ValueError: a post without a name or a person, or two holders of one post from one day.
    """
    if any(not (one.post.strip() and one.person.strip()) for one in wanted):
        raise ValueError("a post without a name or a person")
    if len({(one.post, one.since) for one in wanted}) < len(wanted):
        raise ValueError("two holders of a post from one day")
    order = {post: place for place, post in enumerate(dict.fromkeys(one.post for one in wanted))}
    held = sorted(wanted, key=lambda one: (order[one.post], one.since))
    return rule_changes(snapshot, NAME, {"holdings": held} if held else None)
