"""What can be typed on the command line: the verbs, their words, and Chinese where the clerk can see it."""

import argparse
import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from desktop_app.texts import cli as texts

MISTYPED = 2
Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Speaks Chinese where the clerk can see it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **settings)
        self._positionals.title, self._optionals.title = texts.ARGUMENTS, texts.OPTIONS
        self.add_argument("-h", "--help", action="help", help=texts.SHOW_HELP)

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, in a sentence."""
        self.exit(MISTYPED, texts.MISTYPED.format(usage=self.format_usage().strip()) + "\n")


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The usage line under its Chinese word."""
        super().add_usage(usage, actions, groups, texts.USAGE if prefix is None else prefix)


def _entry_number(word: str) -> int:
    number = int(word)
    if not 1 <= number < 2**63:
        raise ValueError(word)
    return number


def _folder_word(word: str) -> Path:
    if not word.strip():
        raise ValueError(word)
    return Path(word)


def parser_of(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The command line of all verbs; each parsed line carries its verb's function as `run`."""
    parser = Parser(prog="duban", description=texts.PROGRAM)
    verbs = parser.add_subparsers(metavar=texts.VERB, required=True)

    def verb(name: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=texts.HELP[name], description=texts.HELP[name])
        made.set_defaults(run=runs[name])
        made.add_argument("--data", metavar="DIR", default=os.environ.get("DUBAN_DATA"), help=texts.DATA)
        made.add_argument("--json", action="store_true", help=texts.JSON)
        return made

    verb("extract").add_argument("file", help=texts.FILE)
    verb("suggest").add_argument("file", help=texts.FILE)
    compare = verb("compare")
    compare.add_argument("a", metavar="A", help=texts.EITHER)
    compare.add_argument("b", metavar="B", help=texts.EITHER)
    intake = verb("intake")
    intake.add_argument("file", help=texts.FILE)
    intake.add_argument("--revises", metavar="PLAN", help=texts.REVISES)
    dispatch = verb("dispatch")
    dispatch.add_argument("--period", required=True, help=texts.PERIOD)
    dispatch.add_argument("--due", type=date.fromisoformat, help=texts.DUE)
    dispatch.add_argument("--as-of", type=date.fromisoformat, help=texts.AS_OF)
    dispatch.add_argument("--out", type=_folder_word, required=True, help=texts.OUT_FOLDER)
    collect = verb("collect")
    collect.add_argument("paths", nargs="+", help=texts.PATHS)
    collect.add_argument("--apply", action="store_true", help=texts.APPLY)
    verb("export").add_argument("out", help=texts.OUT)
    status = verb("status")
    status.add_argument("--as-of", type=date.fromisoformat, help=texts.AS_OF)
    status.add_argument("--known-at", help=texts.KNOWN_AT)
    gantt = verb("gantt")
    gantt.add_argument("--out", required=True, help=texts.OUT)
    gantt.add_argument(
        "--scale", choices=["year", "half", "quarter", "month", "week"], default="year", help=texts.SCALE
    )
    gantt.add_argument("--group", choices=["section", "unit"], default="section", help=texts.GROUP)
    gantt.add_argument("--paper", choices=["A3", "A4"], default="A4", help=texts.PAPER)
    gantt.add_argument("--pages", type=int, help=texts.PAGES)
    gantt.add_argument("--as-of", type=date.fromisoformat, help=texts.AS_OF)
    journal = verb("journal")
    journal.add_argument("entry", nargs="?", type=_entry_number, help=texts.ENTRY_NUMBER)
    journal.add_argument("--limit", type=_entry_number, default=-1, help=texts.LIMIT)
    undo = verb("undo")
    undo.add_argument("entry", nargs="?", type=_entry_number, help=texts.ENTRY_NUMBER)
    undo.add_argument("--keep-later", action="store_true", help=texts.KEEP_LATER)
    verb("check")
    verb("shots").add_argument("folder", help=texts.OUT_FOLDER)
    verb("demo").add_argument("folder", help=texts.OUT_FOLDER)
    verb("self-test").add_argument("out", help=texts.OUT)
    return parser
