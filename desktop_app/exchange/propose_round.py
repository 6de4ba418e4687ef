"""Of which round a returned file is, by what is printed in it: the period in its head, last time's answers."""

import re

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.periods import parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.form_paper import last_words
from desktop_app.exchange.propose import batch_words
from desktop_app.exchange.read_forms import ReturnedForm
from desktop_app.exchange.read_periods import periods_in, without_year
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts


def named_in(snapshot: Snapshot, rounds: list[Round], head: str) -> Round | None:
    """The one of these rounds whose period the head names; None where it names none.

    Refused where it names several, as the heads of two months' sheets in one file do, or a period that none has.
    """
    named = {words: made for made in rounds if _is_named(words := folded(batch_words(snapshot, made)), head)}
    longest = [made for words, made in named.items() if not any(words in other != words for other in named)]
    longest = longest or _named_without_year(snapshot, rounds, head)
    if len(longest) > 1:
        periods = texts.AND.join(batch_words(snapshot, made) for made in longest)
        raise Refused(astray.SEVERAL_ROUNDS.format(periods=periods))
    others = periods_in(head)
    if not longest and others:
        raise Refused(texts.OTHER_PERIOD.format(period=others[0]))
    strange = [one for one in others if longest and one not in folded(batch_words(snapshot, longest[0]))]
    if strange:
        periods = texts.AND.join((batch_words(snapshot, longest[0]), strange[0]))
        raise Refused(astray.SEVERAL_ROUNDS.format(periods=periods))
    return longest[0] if longest else None


def printed_for(snapshot: Snapshot, form: ReturnedForm, rounds: list[Round], unit: int) -> list[Round]:
    """The rounds whose own last answers the file has printed in it."""
    printed = {(folded(row.title), folded(last)) for row in form.rows if (last := row.words_of("last")) != ""}
    return [
        made
        for made in rounds
        if printed
        and printed <= {(folded(r.title), folded(last_words(snapshot, r))) for r in rows_of(snapshot, made.key, unit)}
    ]


def waited_for(snapshot: Snapshot, rounds: list[Round], unit: int) -> Round | None:
    """The newest of these rounds that the unit has not answered yet."""
    return next((made for made in reversed(rounds) if not _has_answered(snapshot, made, unit)), None)


def heading_of_other(snapshot: Snapshot, form: ReturnedForm, made: Round) -> str | None:
    """The sentence to ask where the title names another period than that of the round that the marks name."""
    printed = periods_in(form.head)
    if not printed or folded(period_words(parse_period(made.period))) in printed:
        return None
    return astray.OTHER_PERIOD_ABOVE.format(printed=printed[0], period=batch_words(snapshot, made))


def sheet_of_other(snapshot: Snapshot, form: ReturnedForm, made: Round) -> str | None:
    """The sentence to ask where a sheet added without marks, by its name or the head, is of another round's period."""
    sheets = {row.sheet for row in form.rows if row.filled()} - {row.sheet for row in form.rows if row.mark}
    if form.mark is None or not sheets:
        return None
    own, others = batch_words(snapshot, made), [one for one in snapshot.rounds_in_order() if one.period != made.period]
    for words in (batch_words(snapshot, one) for one in reversed(others)):
        for sheet in sheets:
            if _is_named(folded(words), form.head) or folded(sheet) in (folded(words), without_year(folded(words))):
                return astray.SHEET_OF_OTHER.format(sheet=sheet, printed=words, period=own)
    return None


def printed_for_other(snapshot: Snapshot, form: ReturnedForm, made: Round, unit: int) -> str | None:
    """The sentence to ask where last time's answers are printed as another round printed them, not as this one did."""
    others = [one for one in snapshot.rounds_in_order() if one.state != "voided" and rows_of(snapshot, one.key, unit)]
    fitting = printed_for(snapshot, form, others, unit)
    if not fitting or made in fitting:
        return None
    words = {"other": batch_words(snapshot, fitting[-1]), "period": batch_words(snapshot, made)}
    return astray.OTHER_LAST_BESIDE.format(**words)


def later_waited_for(snapshot: Snapshot, made: Round, unit: int) -> str | None:
    """The sentence to ask before an earlier round's answers are replaced while a later one is still waited for."""
    later = [one for one in snapshot.rounds_in_order() if one.state == "open" and one.as_of > made.as_of]
    waiting = waited_for(snapshot, [one for one in later if rows_of(snapshot, one.key, unit)], unit)
    if waiting is None:
        return None
    words = {"later": batch_words(snapshot, waiting), "period": batch_words(snapshot, made)}
    return astray.LATER_OUT.format(**words)


def rows_of(snapshot: Snapshot, round_key: int, unit: int) -> list[RoundRow]:
    """The rows of a unit in a round, in order; those asked of units that were merged into it too."""
    merged = [
        key
        for key, other in snapshot.units.items()
        if key == unit or (other.merged_into is not None and snapshot.unit(key).key == unit)
    ]
    return [r for key in merged for r in snapshot.having("round_row", "unit", key) if r.round == round_key]


def _has_answered(snapshot: Snapshot, made: Round, unit: int) -> bool:
    return any(snapshot.answer_of(row.key) for row in rows_of(snapshot, made.key, unit))


def _named_without_year(snapshot: Snapshot, rounds: list[Round], head: str) -> list[Round]:
    """The one round whose period the head names without its year: 6月工作完成情况; none where it could be several."""
    words = {made: without_year(folded(batch_words(snapshot, made))) for made in rounds if "-" in made.period}
    named = [made for made in words if re.search(rf"(?<!\d){re.escape(words[made])}(?!\d)", head)]
    return named if len(named) == 1 and not periods_in(head) else []


def _is_named(words: str, head: str) -> bool:
    """Whether the head names this round: 2026年6月, but not as a part of 2026年6月30日."""
    return re.search(re.escape(words) + r"(?!\d)", head) is not None
