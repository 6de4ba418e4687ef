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


_DAY = {"type": date.fromisoformat}
_ENTRY = ("entry", {"nargs": "?", "type": _entry_number, "help": texts.ENTRY_NUMBER})
_AS_OF = ("--as-of", {**_DAY, "help": texts.AS_OF})
_LIGHTS, _LEFT_OUT = ["green", "amber", "red", "blue", "grey"], ["closed", "ongoing", "paused", "not_issued"]
_SCALES, _PAPERS = ["year", "half", "quarter", "month", "week"], ["A3", "A4"]
_GROUPS = ["section", "unit", "leader", "light"]
# verb -> its words, each with what argparse is to know about it
_WORDS: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "extract": (("file", {"help": texts.FILE}),),
    "suggest": (("file", {"help": texts.FILE}),),
    "compare": (
        ("a", {"metavar": "A", "help": texts.EITHER}),
        ("b", {"metavar": "B", "help": texts.EITHER}),
        ("--carry", {"action": "store_true", "help": texts.CARRY}),
    ),
    "intake": (
        ("file", {"help": texts.FILE}),
        ("--revises", {"metavar": "PLAN", "help": texts.REVISES}),
        ("--only", {"metavar": "OFFICE", "help": texts.ONLY}),
    ),
    "import": (
        ("file", {"help": texts.LEDGER_FILE}),
        ("--dry-run", {"action": "store_true", "help": texts.DRY_RUN}),
        ("--sheet", {"help": texts.SHEET}),
    ),
    "fill": (
        ("template", {"help": texts.UPPER_FORM}),
        ("--out", {"required": True, "help": texts.OUT}),
    ),
    "dispatch": (
        ("--period", {"required": True, "help": texts.PERIOD}),
        ("--due", {**_DAY, "help": texts.DUE}),
        _AS_OF,
        ("--out", {"type": _folder_word, "required": True, "help": texts.OUT_FOLDER}),
        ("--ask", {"metavar": "COLUMNS", "help": texts.ASK}),
        ("--unit", {"action": "append", "default": [], "help": texts.ONLY_UNIT}),
        ("--section", {"action": "append", "default": [], "help": texts.ONLY_SECTION}),
        ("--light", {"action": "append", "default": [], "choices": _LIGHTS, "help": texts.ONLY_LIGHT}),
        ("--also", {"action": "append", "default": [], "choices": _LEFT_OUT, "help": texts.ALSO}),
        ("--co", {"action": "store_true", "help": texts.CO}),
        ("--signoff", {"choices": ["one", "each", "none"], "default": "one", "help": texts.SIGNOFF}),
        ("--zip", {"type": _folder_word, "metavar": "FILE", "help": texts.ZIP}),
    ),
    "collect": (
        ("paths", {"nargs": "+", "help": texts.PATHS}),
        ("--apply", {"action": "store_true", "help": texts.APPLY}),
        ("--password", {"action": "append", "default": [], "metavar": "WORD", "help": texts.PASSWORD}),
    ),
    "export": (("out", {"help": texts.OUT}),),
    "status": (_AS_OF, ("--known-at", {"help": texts.KNOWN_AT})),
    "gantt": (
        ("--out", {"required": True, "help": texts.OUT}),
        ("--scale", {"choices": _SCALES, "default": "year", "help": texts.SCALE}),
        ("--group", {"choices": _GROUPS, "default": "section", "help": texts.GROUP}),
        ("--paper", {"choices": _PAPERS, "default": "A4", "help": texts.PAPER}),
        ("--orientation", {"choices": ["landscape", "portrait"], "default": "landscape", "help": texts.ORIENTATION}),
        ("--pages", {"type": int, "help": texts.PAGES}),
        ("--time", {"choices": ["period", "all"], "default": "period", "help": texts.TIME}),
        _AS_OF,
    ),
    "report": (
        ("kind", {"metavar": "PAPER", "help": texts.REPORT_KIND}),
        ("--period", {"required": True, "help": texts.PERIOD}),
        ("--out", {"required": True, "help": texts.OUT}),
        _AS_OF,
        ("--red-head", {"metavar": "OFFICE", "help": texts.RED_HEAD}),
        ("--number", {"help": texts.DOC_NUMBER}),
        ("--sealed", {"action": "store_true", "help": texts.SEALED}),
        ("--unit", {"action": "append", "default": [], "help": texts.ONLY_UNIT}),
        ("--due", {**_DAY, "help": texts.REPLY_BY}),
        ("--draft", {"action": "store_true", "help": texts.DRAFT}),
        ("--trace", {"action": "store_true", "help": texts.TRACE}),
        ("--known-at", {"help": texts.KNOWN_AT}),
        ("--private", {"action": "store_true", "help": texts.PRIVATE}),
        ("--against", {"metavar": "PERIOD", "help": texts.AGAINST}),
        ("--issue", {"action": "store_true", "help": texts.ISSUE}),
        ("--issued", {"type": int, "metavar": "NUMBER", "help": texts.ISSUED}),
    ),
    "issued": (),
    "opinion": (
        ("task", {"nargs": "?", "help": texts.TASK_NO}),
        ("--unit", {"help": texts.OPINION_UNIT}),
        ("--text", {"help": texts.OPINION_TEXT}),
        ("--taken", {"choices": ["adopted", "partly", "declined"], "default": "", "help": texts.TAKEN}),
        ("--reply", {"default": "", "help": texts.TAKEN_WHY}),
    ),
    "template": (
        ("kind", {"metavar": "PAPER", "help": texts.TEMPLATE_KIND}),
        ("--file", {"help": texts.TEMPLATE_FILE}),
        ("--reset", {"action": "store_true", "help": texts.TEMPLATE_RESET}),
    ),
    "check-docx": (("file", {"help": texts.EDITED}), ("--out", {"metavar": "FILE", "help": texts.MARKED})),
    "journal": (_ENTRY, ("--limit", {"type": _entry_number, "default": -1, "help": texts.LIMIT})),
    "undo": (_ENTRY, ("--keep-later", {"action": "store_true", "help": texts.KEEP_LATER})),
    "check": (("--repair", {"action": "store_true", "help": texts.REPAIR}),),
    "backup": (("--to", {"metavar": "DIR", "help": texts.SECOND_PLACE}),),
    "restore": (("file", {"help": texts.BACKUP_FILE}),),
    "shots": (("folder", {"help": texts.OUT_FOLDER}),),
    "demo": (("folder", {"help": texts.OUT_FOLDER}),),
    "self-test": (("out", {"help": texts.OUT}),),
}


def parser_of(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The command line of all verbs; each parsed line carries its verb's function as `run`."""
    parser = Parser(prog="duban", description=texts.PROGRAM)
    verbs = parser.add_subparsers(metavar=texts.VERB, required=True)
    for name, words in _WORDS.items():
        verb = verbs.add_parser(name, help=texts.HELP[name], description=texts.HELP[name])
        verb.set_defaults(run=runs[name])
        verb.add_argument("--data", metavar="DIR", default=os.environ.get("DUBAN_DATA"), help=texts.DATA)
        verb.add_argument("--json", action="store_true", help=texts.JSON)
        for word, known in words:
            verb.add_argument(word, **known)
    return parser
