"""The verbs `report` and `check-docx` of the command line."""

from pathlib import Path

from desktop_app.cli_ways import Arguments, reading, say, writing
from desktop_app.errors import Refused
from desktop_app.texts import report as texts


def run_report(arguments: Arguments) -> int:
    """Write a paper; order sheets keep their numbers in the ledger."""
    from desktop_app.reports.paper import Head
    from desktop_app.verbs.report import Choices, issue_orders, make
    from desktop_app.verbs.report_write import numbers, write_paper
    from desktop_app.verbs.trace import trace

    kind = kind_of(arguments.kind)
    head = Head(arguments.red_head or "", arguments.number or "", arguments.sealed)
    choices = Choices(arguments.as_of, head, tuple(arguments.unit), arguments.due, arguments.draft)
    with (writing if kind in texts.DOES else reading)(arguments) as store:
        made = make(store, kind, arguments.period, choices)
        written = write_paper(made, Path(arguments.out))
        issued = issue_orders(store, made)
        traced = trace(store, made) if arguments.trace else []
    result = {
        "paper": kind,
        "period": made.period,
        "as_of": made.as_of.isoformat(),
        "file": arguments.out,
        "sha256": written.sha256,
        "numbers": numbers(made),
        "fonts": list(written.fonts),
        "orders": [{**order._asdict(), "tasks": list(order.tasks)} for order in made.orders],
        "entry": issued.entry if issued else None,
        **({"trace": [number.to_json() for number in traced]} if arguments.trace else {}),
    }
    lines = [texts.WRITTEN.format(file=arguments.out), *written.fonts]
    say(arguments, result, "\n".join(lines))
    return 0


def kind_of(word: str) -> str:
    """The kind of paper by its Chinese or its ASCII name. Refused for another word."""
    named = {**{name: kind for kind, name in texts.NAMES.items()}, **{kind: kind for kind in texts.NAMES}}
    if word not in named:
        raise Refused(texts.NO_KIND.format(said=word, kinds="、".join(texts.NAMES.values())))
    return named[word]


def run_check_docx(arguments: Arguments) -> int:
    """Hold the numbers of an edited paper against the ledger; 1 where some do not agree."""
    from desktop_app.verbs.check_docx import check_docx, to_json, write_marked

    with reading(arguments) as store:
        checked = check_docx(store, Path(arguments.file))
    if arguments.out:
        write_marked(Path(arguments.file), checked, Path(arguments.out))
    wrong = checked.wrong
    lines = [texts.CHECKED.format(count=checked.compared, wrong=len(wrong))]
    lines += [texts.WRONG.format(**finding._asdict(), number=n) for n, finding in enumerate(wrong, 1)]
    lines += [texts.UNKNOWN.format(**finding._asdict()) for finding in checked.unknown]
    say(arguments, to_json(checked), "\n".join(lines))
    return 1 if wrong else 0
