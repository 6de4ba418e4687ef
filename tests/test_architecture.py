"""The layers of the house: who may import whom, where Chinese sentences live, and that nothing opens the network."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "desktop_app"

DATABASE = {"sqlite3", "sqlite_utils", "sqlite_fts4"}
QT = {"PySide6", "shiboken6"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "socketserver", "xmlrpc"}
HEAVY = {
    "chinese_calendar",
    "docx",
    "lxml",
    "matplotlib",
    "msoffcrypto",
    "numpy",
    "openpyxl",
    "platformdirs",
    "pypdfium2",
    "python_calamine",
    "rapidfuzz",
    "sqlite_utils",
    "xlsxwriter",
}
ROOMS = {"domain", "store", "office", "documents", "exchange", "reports", "paint", "verbs", "ui"}
# What a room may import of the others; texts, errors and other single modules are free to all.
MAY_IMPORT = {
    "domain": set(),
    "texts": set(),
    "store": {"domain"},
    "office": set(),
    "documents": {"domain", "office"},
    "exchange": {"domain", "office"},
    "reports": {"domain"},
    "paint": {"domain", "reports"},
    "verbs": ROOMS - {"ui"},
    "ui": ROOMS,
}
CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
LIST_COMMA_AND_SPACE = "、\u3000"
# SQL is written in capitals; journal, receipts, outgoing files and the ledger's own row are no ledger tables.
WRITES = re.compile(r'\b(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM|REPLACE INTO) *("?\w*"?)')
LOGS = {"journal_entry", "journal_change", "receipt", "outgoing", "ledger"}
CHINESE_AT_HOME = ("texts/", "documents/", "exchange/read", "domain/values", "domain/periods", "__init__.py")


def room_of(name: str) -> str:
    """The room a source file lies in: `store/codec.py` → `store`; a single module such as `cli.py` → `cli`."""
    return name.split("/")[0].removesuffix(".py")


def imports_of(tree: ast.AST, name: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of each import; relative ones are resolved against the file's place."""
    package = ["desktop_app", *name.split("/")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def rooms_offences(tree: ast.AST, name: str) -> Iterator[str]:
    """Imports of a room that this room may not know."""
    allowed = MAY_IMPORT.get(room_of(name))
    if allowed is None:
        return
    for line, target in imports_of(tree, name):
        parts = target.split(".")
        other = parts[1] if parts[0] == "desktop_app" and len(parts) > 1 else None
        if other in ROOMS | {"cli", "app"} and other != room_of(name) and other not in allowed:
            yield f"{name}:{line} imports {target}"


def library_offences(tree: ast.AST, name: str) -> Iterator[str]:
    """Imports of libraries that belong to other rooms, and of anything that reaches the network."""
    room = room_of(name)
    for line, target in imports_of(tree, name):
        top, *rest = target.split(".")
        wrong = (
            (top in DATABASE and room != "store")
            or (top in QT and room not in {"ui", "paint", "app", "log"})
            or (top in QT and room == "paint" and rest[:1] and rest[0] not in {"QtCore", "QtGui", "QtSvg"})
            or (top in HEAVY and room == "domain" and top != "chinese_calendar")
            or top in NETWORK - {"urllib"}
            or target.startswith(("urllib.request", "PySide6.QtNetwork"))
            or (top == "matplotlib" and "pyplot" in rest)
        )
        if wrong:
            yield f"{name}:{line} imports {target}"


def docstrings_of(tree: ast.AST) -> set[int]:
    """The identities of the constants that are docstrings."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, holders) and node.body)
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def chinese_offences(tree: ast.AST, name: str) -> Iterator[str]:
    """String literals in Chinese outside the rooms that own sentences or read documents; a bare joiner is none."""
    if name.startswith(CHINESE_AT_HOME):
        return
    docstrings = docstrings_of(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            found = CJK.search(node.value.strip(LIST_COMMA_AND_SPACE))
            if found:
                yield f"{name}:{node.lineno} has Chinese text {node.value[:20]!r}"


def writes_offences(tree: ast.AST, name: str) -> Iterator[str]:
    """SQL that writes a ledger table outside the one place that may (law 1); a table name made up counts as one."""
    if name in ("store/apply.py", "store/content.py"):  # the second fills a new file, before it is anyone's ledger
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for table in WRITES.findall(node.value):
                if table.strip('"') not in LOGS:
                    yield f"{name}:{node.lineno} writes {table or 'a table'}"


Rule = Callable[[ast.AST, str], Iterator[str]]
RULES: list[Rule] = [rooms_offences, library_offences, chinese_offences, writes_offences]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_source_keeps_the_rule(rule: Rule) -> None:
    offences: list[str] = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        offences += rule(tree, path.relative_to(SOURCE).as_posix())
    assert not offences, "\n" + "\n".join(offences)


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (rooms_offences, "domain/merge.py", "from desktop_app.store import store"),
        (rooms_offences, "domain/merge.py", "from ..store.store import Store"),
        (rooms_offences, "documents/plan.py", "from desktop_app import store"),
        (rooms_offences, "office/xls.py", "from desktop_app.exchange.read_kind import members"),
        (rooms_offences, "verbs/intake.py", "import desktop_app.ui.session"),
        (rooms_offences, "verbs/intake.py", "from desktop_app.cli import main"),
        (library_offences, "verbs/intake.py", "import sqlite3"),
        (writes_offences, "store/receipts.py", "sql = 'UPDATE task SET title=?'"),
        (writes_offences, "store/store.py", "sql = f'DELETE FROM \"{entity}\"'"),
        (writes_offences, "verbs/intake.py", "sql = 'INSERT OR REPLACE INTO unit VALUES (1)'"),
        (library_offences, "domain/merge.py", "def f():\n    import openpyxl"),
        (library_offences, "reports/charts.py", "from PySide6.QtGui import QPainter"),
        (library_offences, "reports/charts.py", "import matplotlib.pyplot"),
        (library_offences, "paint/gantt.py", "from PySide6.QtWidgets import QWidget"),
        (library_offences, "paint/gantt.py", "from PySide6 import QtWidgets"),
        (library_offences, "ui/today.py", "from PySide6 import QtNetwork"),
        (library_offences, "store/store.py", "import socket"),
        (library_offences, "store/store.py", "from urllib.request import urlopen"),
        (chinese_offences, "ui/today.py", "title = '今日'"),
        (chinese_offences, "ui/today.py", "title = f'{n}，'"),
    ],
)
def test_rule_catches(rule: Rule, name: str, source: str) -> None:
    assert list(rule(ast.parse(source), name))


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (rooms_offences, "verbs/intake.py", "from desktop_app.store.store import Store"),
        (rooms_offences, "store/store.py", "from desktop_app.errors import Refused"),
        (library_offences, "store/store.py", "import sqlite3"),
        (library_offences, "paint/gantt.py", "from PySide6.QtGui import QPainter"),
        (chinese_offences, "ui/today.py", "'''今日 page.'''"),
        (chinese_offences, "ui/today.py", "joined = '、'.join(names)"),
        (chinese_offences, "texts/today.py", "TITLE = '今日'"),
    ],
)
def test_rule_lets_pass(rule: Rule, name: str, source: str) -> None:
    assert not list(rule(ast.parse(source), name))


@pytest.mark.parametrize("module", ["desktop_app.app", "desktop_app.ui.main_window", "desktop_app.store.store"])
def test_the_way_to_the_first_window_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(' '.join({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not HEAVY & set(done.stdout.split())
