"""The verbs `report` and `check-docx` of the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli_ways import Arguments, reading, say, writing
from desktop_app.errors import Refused
from desktop_app.texts import report as texts

if TYPE_CHECKING:
    from desktop_app.verbs.report import Choices


def run_report(arguments: Arguments) -> int:
    """Write a paper; order sheets keep their numbers in the ledger, one that is issued its very file."""
    from desktop_app.verbs.issued import issue_paper
    from desktop_app.verbs.report import issue_orders, make
    from desktop_app.verbs.report_write import numbers, write_paper
    from desktop_app.verbs.trace import trace

    kind, out = kind_of(arguments.kind), Path(arguments.out)
    if kind == "charts" and not out.suffix:
        return _charts(arguments, out)
    choices = _choices(arguments)
    with (writing if kind in texts.DOES or arguments.issue else reading)(arguments) as store:
        made = make(store, kind, arguments.period, choices)
        written = write_paper(made, out)
        numbered = issue_orders(store, made)
        issued = issue_paper(store, made, written, arguments.draft) if arguments.issue else None
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
        "entry": numbered.entry if numbered else None,
        "issued": issued.entry if issued else None,
        **({"trace": [number.to_json() for number in traced]} if arguments.trace else {}),
    }
    lines = [texts.WRITTEN.format(file=arguments.out), *written.fonts]
    say(arguments, result, "\n".join(lines))
    return 0


def _choices(arguments: Arguments) -> "Choices":
    """How the paper is wanted. Refused where the moment of `--known-at` is none."""
    from desktop_app.reports.paper import Head
    from desktop_app.verbs.report import Choices

    return Choices(
        arguments.as_of,
        Head(arguments.red_head or "", arguments.number or "", arguments.sealed),
        tuple(arguments.unit),
        arguments.due,
        arguments.draft,
        arguments.known_at,
        arguments.private,
        issued=arguments.issued,
        against=arguments.against,
    )


def _charts(arguments: Arguments, folder: Path) -> int:
    """Each chart as a picture of its own in a folder."""
    from desktop_app.verbs.report_charts import write_charts

    with reading(arguments) as store:
        files = write_charts(store, arguments.period, folder, arguments.as_of, arguments.known_at)
    shown = [str(file) for file in files]
    say(arguments, {"paper": "charts", "period": arguments.period, "files": shown}, "\n".join(shown))
    return 0


def kind_of(word: str) -> str:
    """The kind of paper by its Chinese or its ASCII name. Refused for another word."""
    named = {
        **{name: kind for kind, name in texts.NAMES.items()},
        **{kind: kind for kind in texts.NAMES},
        **texts.SHORT,
    }
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
