"""The lines of the table, the built-in views, the search: data in, data out."""

from datetime import date

import pytest

from desktop_app.domain.progress import statuses
from desktop_app.ui.ledger import lines as table
from desktop_app.ui.ledger.folding import found_in, hits, words_of
from desktop_app.ui.ledger.lines import Group, Line, arranged, lines_of
from desktop_app.ui.ledger.views import views, week_of
from tests.ui.ledger_case import DAY, Case

TODAY = date.fromisoformat(DAY)


def lines(case: Case) -> list[Line]:
    snapshot = case.store.snapshot()
    return lines_of(snapshot, statuses(snapshot, TODAY), TODAY)


def titles(rows: list[Group | Line]) -> list[str]:
    return [row.name if isinstance(row, Group) else row.cells[table.TITLE] for row in rows]


def test_a_line_says_what_the_ledger_holds(case: Case) -> None:
    first, second, third, action, *_ = lines(case)
    assert first.cells[: table.STATE] == (
        "1",
        "新增助餐点",
        "养老科、福利院",
        "15%",
        "-35",
        "▲ 严重滞后",
        "12月31日",
        "≥8处 助餐点",
        "已建１处 余下在建",
    )
    assert (second.cells[table.DONE], second.cells[table.GAP]) == ("—", "—")
    assert third.cells[table.NOTE] == "含ABC小区"
    assert action.parent == third.key and action.section == third.section
    assert action.cells[table.TITLE].endswith("每月上门")


def test_groups_follow_the_plan_and_hold_each_line_once(case: Case) -> None:
    snapshot, every = case.store.snapshot(), lines(case)
    rows = arranged(every, snapshot, "section", None, False)
    assert titles(rows) == [
        "一、养老服务",
        "新增助餐点",
        "改造床位",
        "走访老人",
        "└ 每月上门",
        "二、社会救助",
        "核对低保",
        "临时救助",
        "慈善宣传",
    ]
    assert [row.count for row in rows if isinstance(row, Group)] == [4, 3]
    by_unit = arranged(every, snapshot, "unit", None, False)
    assert [row.name for row in by_unit if isinstance(row, Group)] == ["养老科", "福利院", "救助科", "未指定牵头单位"]
    assert sorted(row.key for row in by_unit if isinstance(row, Line)) == sorted(line.key for line in every)


@pytest.mark.parametrize("column", range(len(table.COLUMNS)))
def test_every_column_sorts_both_ways(case: Case, column: int) -> None:
    snapshot, every = case.store.snapshot(), lines(case)
    up = [row.order[column] for row in arranged(every, snapshot, "", column, False) if isinstance(row, Line)]
    down = [row.order[column] for row in arranged(every, snapshot, "", column, True) if isinstance(row, Line)]
    assert up == sorted(up, key=lambda value: value) and down == up[::-1]  # type: ignore[arg-type,return-value]


def test_views_hold_exactly_what_their_name_says(case: Case) -> None:
    snapshot, found = case.store.snapshot(), statuses(case.store.snapshot(), TODAY)
    made = views(snapshot, found, TODAY)
    tasks = case.built.tasks
    actions = {task.key for task in snapshot.tasks.values() if task.parent}
    assert made["all"] == set(snapshot.tasks)
    assert made["behind"] == {tasks[0]}
    assert made["this_month"] == {tasks[1]}
    assert made["overdue"] == {tasks[2]}
    assert made["no_lead"] == {tasks[5]} | actions
    assert made["silent"] == set(snapshot.tasks) - {tasks[0], tasks[4]}


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert week_of(TODAY) == (date(2026, 6, 29), date(2026, 7, 5))
    assert week_of(date(2026, 7, 5)) == (date(2026, 6, 29), date(2026, 7, 5))


def test_search_looks_through_everything_a_line_says(case: Case) -> None:
    def found(words: str) -> list[str]:
        return [line.cells[table.TITLE] for line in lines(case) if found_in(words_of(words), line.search)]

    assert found("助餐点") == ["新增助餐点"]
    assert found("abc") == ["走访老人"]  # whatever the case
    assert found("已建1处") == ["新增助餐点"]  # typed half-width, reported full-width
    assert found("救助科 养老科") == ["临时救助"]  # leads and supporting units; all words
    assert found("没有这个词") == [] and len(found("")) == 7


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("助餐", "新增助餐点助餐", [(2, 4), (5, 7)]),
        ("abc 点", "ＡＢＣ点", [(0, 3), (3, 4)]),
        ("", "任何", []),
        ("1", "⒈点", []),  # folding changes the length, so no place is sure
    ],
)
def test_hits_are_where_the_words_stand(words: str, text: str, places: list[tuple[int, int]]) -> None:
    assert hits(words_of(words), text) == places
