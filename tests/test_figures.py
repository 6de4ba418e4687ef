"""The measure of the source: sizes, docstrings, types, and no exception swallowed."""

import ast
import io
import statistics
import tokenize
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ["desktop_app", "bench"]
BROAD_EXCEPT_AT_HOME = ("desktop_app/app.py", "desktop_app/log.py", "desktop_app/ui/jobs.py")
Function = ast.FunctionDef | ast.AsyncFunctionDef
Rule = Callable[[str, str], Iterator[str]]


def files_of(*folders: str) -> dict[str, str]:
    """Every Python file under the folders, by its path in the repository, with its text."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def functions_of(source: str) -> list[Function]:
    """Every function of a module, nested ones and methods too."""
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Lines from `def` to the last line of the body."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def inherited_from_qt() -> set[str]:
    """Names of methods that Qt declares: overriding one needs no docstring of its own."""
    from PySide6 import QtCore, QtGui, QtWidgets

    bases = [QtCore.QAbstractTableModel, QtCore.QRunnable, QtGui.QSyntaxHighlighter, QtWidgets.QApplication]
    bases += [QtWidgets.QMainWindow, QtWidgets.QDialog, QtWidgets.QTableView, QtWidgets.QPlainTextEdit]
    bases += [QtWidgets.QStyledItemDelegate, QtWidgets.QAbstractScrollArea]
    return {name for base in bases for name in dir(base)}


def long_files(name: str, source: str) -> Iterator[str]:
    """Files over 300 lines, 400 for a test; a file without functions is a table of data and may be longer."""
    lines = len(source.splitlines())
    if lines > (400 if name.startswith("tests/") else 300) and functions_of(source):
        yield f"{name} has {lines} lines"


def long_functions(name: str, source: str) -> Iterator[str]:
    """Functions over 50 lines."""
    for function in functions_of(source):
        if length(function) > 50:
            yield f"{name}:{function.lineno} {function.name} has {length(function)} lines"


def undocumented(name: str, source: str) -> Iterator[str]:
    """Modules, public classes, public functions and public methods without a docstring."""
    tree = ast.parse(source)
    if source.strip() and not ast.get_docstring(tree):
        yield f"{name}:1 module"
    qt = inherited_from_qt() if "/ui/" in name else set()
    public = [node for node in tree.body if isinstance(node, ast.ClassDef | Function) and node.name[0] != "_"]
    for node in public:
        if not ast.get_docstring(node):
            yield f"{name}:{node.lineno} {node.name}"
        body = node.body if isinstance(node, ast.ClassDef) else []
        for method in (each for each in body if isinstance(each, Function)):
            if method.name[0] != "_" and method.name not in qt and not ast.get_docstring(method):
                yield f"{name}:{method.lineno} {node.name}.{method.name}"


def untyped(name: str, source: str) -> Iterator[str]:
    """Functions with an argument or a result that has no type."""
    for function in functions_of(source):
        given = function.args
        named = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        named += [extra for extra in (given.vararg, given.kwarg) if extra]
        bare = [arg.arg for arg in named if arg.annotation is None and arg.arg not in {"self", "cls"}]
        if bare or function.returns is None:
            yield f"{name}:{function.lineno} {function.name} {bare}"


def broad_excepts(name: str, source: str) -> Iterator[str]:
    """Handlers that swallow every exception, outside the top-level hook and the worker boundary.

    One that ends in a bare `raise` (roll back, then pass it on) swallows nothing.
    """
    if name in BROAD_EXCEPT_AT_HOME:
        return
    for node in ast.walk(ast.parse(source)):
        caught: list[ast.expr | None] = []
        if isinstance(node, ast.ExceptHandler) and ast.unparse(node.body[-1]) != "raise":
            caught = list(node.type.elts) if isinstance(node.type, ast.Tuple) else [node.type]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            caught = list(node.args)
        if any(each is None or ast.unparse(each) in {"Exception", "BaseException"} for each in caught):
            yield f"{name}:{getattr(node, 'lineno', 0)}"


def unfinished(name: str, source: str) -> Iterator[str]:
    """Comments that put work off."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and any(word in token.string for word in ("TODO", "FIXME", "XXX", "HACK")):
            yield f"{name}:{token.start[0]} {token.string}"


ON_SOURCE: list[Rule] = [long_files, long_functions, undocumented, untyped, broad_excepts, unfinished]
ON_TESTS: list[Rule] = [long_files, long_functions, unfinished]
CASES = [(rule, SOURCES) for rule in ON_SOURCE] + [(rule, ["tests"]) for rule in ON_TESTS]


@pytest.mark.parametrize(("rule", "folders"), CASES, ids=lambda value: getattr(value, "__name__", str(value)))
def test_figure_is_kept(rule: Rule, folders: list[str]) -> None:
    offences = [offence for name, source in files_of(*folders).items() for offence in rule(name, source)]
    assert not offences, "\n" + "\n".join(offences)


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (long_files, "def f(): ..." + "\n" * 301),
        (long_functions, "def f():\n" + "    pass\n" * 50),
        (undocumented, "x = 1"),
        (undocumented, '"""M."""\ndef f(): ...'),
        (undocumented, '"""M."""\nclass A:\n    """A."""\n    def f(self): ...'),
        (untyped, "def f(a) -> None: ..."),
        (untyped, "def f(a: int): ..."),
        (untyped, "def f(*a, **b) -> None: ..."),
        (broad_excepts, "try: ...\nexcept Exception: ..."),
        (broad_excepts, "try: ...\nexcept (OSError, BaseException): ..."),
        (broad_excepts, "try: ...\nexcept: ..."),
        (broad_excepts, "with contextlib.suppress(Exception): ..."),
        (unfinished, "x = 1  # TO" + "DO later"),
    ],
)
def test_figure_catches(rule: Rule, source: str) -> None:
    assert list(rule("desktop_app/domain/example.py", source))


def test_files_and_functions_are_small_on_the_whole() -> None:
    sources = files_of("desktop_app")
    files = [len(source.splitlines()) for source in sources.values() if source.strip()]
    functions = [length(function) for source in sources.values() for function in functions_of(source)]
    assert statistics.median(files) <= 150
    assert statistics.median(functions) <= 9
