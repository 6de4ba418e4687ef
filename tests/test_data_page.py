"""What docs/data.md tells others to run is run here: each query on a backup of the demo year, each export read back."""

import ast
import csv
import importlib.util
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.backup import back_up
from desktop_app.store.store import open_ledger
from desktop_app.verbs.demo import demo
from desktop_app.verbs.export import export

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "data.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
SCRIPTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
EMPTY_ON_THE_DEMO = "answer.percent IS NOT report.percent"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    demo(made)
    with open_ledger(made) as store:
        export(store, made / "ledger.jsonl")
        export(store, made / "ledger.csv")
    return made


@pytest.fixture(scope="module")
def backup(folder: Path) -> Iterator[sqlite3.Connection]:
    made = back_up(folder, "start")
    (folder / "backup.duban").write_bytes(Path(made.path).read_bytes())
    connection = sqlite3.connect(f"{(folder / 'backup.duban').as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_each_query_runs_on_a_backup_and_finds_something(backup: sqlite3.Connection, query: str) -> None:
    found = backup.execute(query).fetchall()
    assert found or EMPTY_ON_THE_DEMO in query


def test_the_queries_tell_what_the_ledger_holds(backup: sqlite3.Connection, folder: Path) -> None:
    tasks = [json.loads(line) for line in (folder / "ledger.jsonl").read_text("utf-8").splitlines()]
    leads = {(no, title): names for no, title, _, names in backup.execute(QUERIES[0])}
    assert leads == {(task["no"], task["title"]): "、".join(task["lead"]) or None for task in tasks}
    asked = {period: (asked, reported) for period, asked, reported in backup.execute(QUERIES[1])}
    assert set(asked) == {"2026-04", "2026-05", "2026-06"}
    assert all(0 < reported <= rows for rows, reported in asked.values())


def test_the_page_names_every_table(backup: sqlite3.Connection) -> None:
    tables = {name for (name,) in backup.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    told = {
        name for row in re.findall(r"^\| (`\w+`.*?) \|", PAGE, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    assert tables - told <= {"decision", "rule", "ledger", "_sqlite_migrations"}
    assert told <= tables | {"xlsx", "csv", "jsonl"}


def test_the_csv_is_one_line_a_task_and_opens_in_excel(folder: Path) -> None:
    data = (folder / "ledger.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    tasks = (folder / "ledger.jsonl").read_text("utf-8").splitlines()
    assert len(rows) == len(tasks) > 40


def test_the_columns_named_for_pandas_are_there(folder: Path) -> None:
    first = json.loads((folder / "ledger.jsonl").read_text("utf-8").splitlines()[0])
    (names,) = re.findall(r"tasks\[\[(.*?)\]\]", SCRIPTS[0])
    assert set(ast.literal_eval(f"[{names}]")) <= set(first)


@pytest.mark.skipif(importlib.util.find_spec("pandas") is None, reason="pandas is not installed here")
@pytest.mark.parametrize("script", SCRIPTS, ids=range(len(SCRIPTS)))
def test_each_script_runs(
    folder: Path, backup: sqlite3.Connection, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    exec(compile(script, "docs/data.md", "exec"), {})
