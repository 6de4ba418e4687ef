"""Rows put into a table by hundreds are the rows that were given, whatever their number."""

import sqlite3

import pytest

from desktop_app.store.insert import insert


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_every_row_is_put_in_once_and_as_it_is(count: int):
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE TABLE "order" (key INTEGER PRIMARY KEY, text TEXT, figure REAL)')
    rows = [(n, f"助餐点{n}" if n % 3 else None, n / 4) for n in range(count)]
    insert(connection, 'INSERT INTO "order" VALUES', rows)
    assert connection.execute('SELECT * FROM "order" ORDER BY key').fetchall() == rows


@pytest.mark.parametrize("place", [0, 99, 100, 149])
def test_a_row_that_cannot_stand_stops_the_step_wherever_it_is(place: int):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE task (key INTEGER PRIMARY KEY, title TEXT NOT NULL)")
    rows = [(n, None if n == place else "走访") for n in range(150)]
    connection.execute("BEGIN")
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "INSERT INTO task VALUES", rows)
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM task").fetchone() == (0,)
