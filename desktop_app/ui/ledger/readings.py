"""What an editor says it has understood, while one types."""

from datetime import date

from desktop_app.errors import Refused
from desktop_app.texts import ledger as texts
from desktop_app.texts import ledger_table as words_of
from desktop_app.ui.ledger.columns import DEADLINE
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.typed_days import day_typed, deadline_typed
from desktop_app.ui.ledger.wording import goal_words


def day_reading(facts: Facts, task: int, column: int, words: str) -> str:
    """The day that was understood, with its weekday."""
    record = facts.snapshot.tasks[task]
    try:
        if column == DEADLINE:
            day = deadline_typed(facts.snapshot, record, words, facts.today)["deadline"]
        else:
            day = day_typed(facts.snapshot, record, words, facts.today)
    except Refused:
        return words_of.NO_DAY
    if day is None:
        return words_of.WITHOUT_DAY
    due = date.fromisoformat(day)
    told = texts.FULL_DAY.format(year=due.year, month=due.month, day=due.day)
    return words_of.READ_DAY.format(day=told, weekday=words_of.WEEKDAYS[due.weekday()])


def target_reading(facts: Facts, task: int, words: str) -> str:
    """Each target that was understood: its figure and what it counts."""
    from desktop_app.documents.typed_targets import parts, read_typed

    year = int((facts.snapshot.tasks[task].deadline or facts.day)[:4])
    told = []
    for part in parts(words):
        read = read_typed(part, year)
        if read.value is None:
            told.append(words_of.TARGET_IN_WORDS)
            continue
        goal = goal_words(read)
        told.append(words_of.READ_TARGET.format(goal=goal, item=read.item or words_of.NO_ITEM))
    return "\n".join(told)
