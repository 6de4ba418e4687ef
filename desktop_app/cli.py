"""The command line: each verb reads its arguments, calls the use case of its name, prints, gives the exit code.

Exit 0 done; 1 done, with something to look at; 2 refused (a sentence on stderr, nothing changed).
"""

import argparse
import io
import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop_app.cli_ways import folder as _folder
from desktop_app.cli_ways import reading as _reading
from desktop_app.cli_ways import say as _say
from desktop_app.cli_ways import writing as _writing
from desktop_app.cli_words import parser_of
from desktop_app.errors import Refused
from desktop_app.store.database import told
from desktop_app.store.store import FILE
from desktop_app.texts import cli as texts

DONE, LOOK, REFUSED = 0, 1, 2
Arguments = argparse.Namespace
_CHOICES = ("ask", "unit", "section", "light", "also", "co", "signoff")


def main(words: list[str]) -> int:
    """Run one verb; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser_of(RUNS).parse_args(words)
    try:
        with told(_folder(arguments) / FILE):
            return arguments.run(arguments)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return REFUSED


def _extract(arguments: Arguments) -> int:
    from desktop_app.documents.extraction import Refusal, to_json
    from desktop_app.documents.plan import extract

    try:
        read = extract(Path(arguments.file))
    except Refused as refused:
        read = Refusal(refused.sentence)
    print(json.dumps(to_json(read), ensure_ascii=False, indent=1))
    if isinstance(read, Refusal):
        print(read.reason, file=sys.stderr)
        return REFUSED
    return DONE


def _suggest(arguments: Arguments) -> int:
    from desktop_app.verbs.suggest import suggest, to_json

    with _reading(arguments) as store:
        suggested = suggest(store, Path(arguments.file))
    result = to_json(suggested)
    lines = [
        texts.SUGGESTED.format(**task, units=texts.OR.join(texts.SUGGESTION.format(**s) for s in task["suggestions"]))
        for task in result["tasks"]
    ]
    _say(arguments, result, "\n".join(lines))
    return DONE


def _compare(arguments: Arguments) -> int:
    from desktop_app.verbs.compare import compare, side_of_file, side_of_plan, to_json

    sides = []
    for word in (arguments.a, arguments.b):
        if Path(word).exists():
            sides.append(side_of_file(Path(word)))
        else:
            with _reading(arguments) as store:
                sides.append(side_of_plan(store, word))
    result = to_json(compare(*sides))
    carried = _carried(arguments) if arguments.carry else None
    if carried:
        result["carried"] = carried
    lines = [texts.PAIRED.format(a=pair["a"], b=pair["b"], count=len(pair["changes"])) for pair in result["pairs"]]
    lines += [texts.NEW.format(**task) for task in result["new"]]
    lines += [texts.GONE.format(**task) for task in result["gone"]]
    lines += [texts.CARRIED.format(**carried), *carried["notes"]] if carried else []
    _say(arguments, result, "\n".join(lines))
    return DONE


def _carried(arguments: Arguments) -> dict[str, Any]:
    from desktop_app.verbs.carry import carry, plans_to_carry, to_json

    with _writing(arguments) as store:
        return to_json(carry(store, *plans_to_carry(store, arguments.a, arguments.b)))


def _intake(arguments: Arguments) -> int:
    from desktop_app.verbs.intake import read_plan_of, store_plan, to_json

    if arguments.revises:
        return _revise(arguments)
    path = Path(arguments.file)
    extraction = read_plan_of(
        path, arguments.only
    )  # before the ledger is opened: a refusal is not to leave an empty one behind
    with _writing(arguments) as store:
        taken = store_plan(store, extraction, path)
    result = to_json(taken)
    _say(
        arguments,
        result,
        "\n".join([texts.INTAKE.format(**result, doubt_count=len(result["doubts"])), *result["notes"]]),
    )
    return LOOK if taken.extraction.doubts and taken.applied else DONE


def _revise(arguments: Arguments) -> int:
    from desktop_app.verbs.revise import revise, to_json

    with _writing(arguments) as store:
        revised = revise(store, Path(arguments.file), arguments.revises)
    result = to_json(revised)
    lines = [texts.REVISED.format(**result)] if revised.applied else []
    lines += [*(q["text"] for q in result["questions"]), *result["notes"]]
    _say(arguments, result, "\n".join(lines))
    return LOOK if revised.questions or (revised.extraction.doubts and revised.applied) else DONE


def _dispatch(arguments: Arguments) -> int:
    from desktop_app.verbs.chosen import chosen
    from desktop_app.verbs.dispatch import dispatch, exit_code, to_json
    from desktop_app.verbs.rounds import pack_round

    with _writing(arguments) as store:
        choices = chosen(store.snapshot(), **{word: getattr(arguments, word) for word in _CHOICES})
        done = dispatch(store, arguments.period, arguments.due, arguments.out, arguments.as_of, choices)
        if arguments.zip:
            pack_round(store, done.round, arguments.zip)
    result = to_json(done)
    lines = [texts.DISPATCH.format(count=len(done.files), folder=arguments.out), *(note.text for note in done.notes)]
    _say(arguments, result, "\n".join(lines))
    return exit_code(done)


def _collect(arguments: Arguments) -> int:
    from desktop_app.verbs.collect import apply_collected, collect, exit_code, to_json

    with _writing(arguments) as store:
        collected = collect(store, [Path(p) for p in arguments.paths], arguments.password)
        applied = apply_collected(store, collected) if arguments.apply else None
    result, code = to_json(collected, applied), exit_code(collected)
    lines = [texts.COLLECTED.format(**f, state_name=texts.STATES[f["state"]]) for f in result["files"]]
    told = [note["text"] for note in result["notes"]]
    if code == REFUSED:
        print("\n".join(told), file=sys.stderr)
        told = []
    _say(arguments, result, "\n".join([*lines, *told]))
    return code


def _export(arguments: Arguments) -> int:
    from desktop_app.verbs.export import export

    with _reading(arguments) as store:
        digest = export(store, Path(arguments.out))
    _say(arguments, {"file": arguments.out, "sha256": digest}, texts.WRITTEN.format(file=arguments.out))
    return DONE


def _status(arguments: Arguments) -> int:
    from desktop_app.verbs.status import status

    with _reading(arguments) as store:
        result = status(store, arguments.as_of, arguments.known_at)
    lines = [texts.STATUS.format(**{**task, "lead": "、".join(task["lead"])}) for task in result["tasks"]]
    _say(arguments, result, "\n".join(lines) or texts.NO_TASKS)
    return DONE


def _gantt(arguments: Arguments) -> int:
    from desktop_app.paint.paper import Paper
    from desktop_app.verbs.gantt import gantt

    wish = Paper(arguments.paper, arguments.orientation, arguments.pages, arguments.time)
    with _reading(arguments) as store:
        written = gantt(store, Path(arguments.out), arguments.scale, arguments.group, wish, arguments.as_of)
    _say(arguments, written.to_json(), texts.WRITTEN.format(file=arguments.out))
    return DONE


def _journal(arguments: Arguments) -> int:
    from desktop_app.verbs import journal

    with _reading(arguments) as store:
        if arguments.entry is not None:
            result = journal.entry(store, arguments.entry)
            lines = [texts.CHANGE.format(**c) for c in result["changes"]]
        else:
            result = journal.listing(store, arguments.limit)
            lines = [texts.ENTRY.format(**{**e, "at": e["at"][:16].replace("T", " ")}) for e in result["entries"]]
    _say(arguments, result, "\n".join(lines) or texts.NO_ENTRIES)
    return DONE


def _undo(arguments: Arguments) -> int:
    from desktop_app.verbs.undo import to_json, undo, undo_rest

    with _writing(arguments) as store:
        undone = (undo_rest if arguments.keep_later else undo)(store, arguments.entry)
    _say(arguments, to_json(undone), "\n".join([texts.UNDONE.format(entry=undone.entry), *undone.kept]))
    return LOOK if undone.kept else DONE


def _shots(arguments: Arguments) -> int:
    from desktop_app.ui.shots import shots

    pictures = shots(Path(arguments.folder), _folder(arguments))
    _say(
        arguments,
        {"files": [str(p) for p in pictures]},
        texts.SHOTS.format(count=len(pictures), folder=arguments.folder),
    )
    return DONE


def _demo(arguments: Arguments) -> int:
    from desktop_app.verbs.demo import demo

    counts = demo(Path(arguments.folder))
    _say(arguments, counts, texts.DEMO.format(**counts, folder=arguments.folder))
    return DONE


def _self_test(arguments: Arguments) -> int:
    from desktop_app.selftest import self_test

    result = self_test(Path(arguments.out))
    _say(arguments, result, texts.SELF_TEST[result["passed"]].format(file=arguments.out))
    return DONE if result["passed"] else REFUSED


def _in(module: str, name: str) -> Callable[[Arguments], int]:
    """A verb that lives in another module, imported when it is called."""

    def run(arguments: Arguments) -> int:
        return getattr(import_module(f"desktop_app.{module}"), name)(arguments)

    return run


RUNS = {
    "extract": _extract,
    "suggest": _suggest,
    "compare": _compare,
    "intake": _intake,
    "import": _in("cli_import", "run_import"),
    "fill": _in("cli_import", "run_fill"),
    "dispatch": _dispatch,
    "collect": _collect,
    "export": _export,
    "status": _status,
    "gantt": _gantt,
    "report": _in("cli_reports", "run_report"),
    "check-docx": _in("cli_reports", "run_check_docx"),
    "issued": _in("cli_papers", "run_issued"),
    "opinion": _in("cli_papers", "run_opinion"),
    "template": _in("cli_papers", "run_template"),
    "journal": _journal,
    "undo": _undo,
    "check": _in("cli_safety", "run_check"),
    "backup": _in("cli_safety", "run_backup"),
    "restore": _in("cli_safety", "run_restore"),
    "shots": _shots,
    "demo": _demo,
    "self-test": _self_test,
}
