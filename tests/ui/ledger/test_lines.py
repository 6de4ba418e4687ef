"""The lines of the table, their orders, the built-in views, the search: data in, data out."""

from datetime import date

import pytest

from desktop_app.domain.changes import edits
from desktop_app.domain.posts import Holding, posts_changes
from desktop_app.domain.progress import statuses
from desktop_app.ui.ledger import columns as table
from desktop_app.ui.ledger.arranging import Orders, Rows
from desktop_app.ui.ledger.editing import typed_text
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.folding import folded, found_in, hits, words_of
from desktop_app.ui.ledger.lines import Line, line_of, search_text
from desktop_app.ui.ledger.sieve import SearchTexts, Sieve
from desktop_app.ui.ledger.views import views, week_of
from tests.ui.ledger_case import DAY, Case

TODAY = date.fromisoformat(DAY)


def facts_of(case: Case) -> Facts:
    snapshot = case.store.snapshot()
    return Facts(snapshot, TODAY, statuses(snapshot, TODAY))


def lines(case: Case) -> list[Line]:
    facts = facts_of(case)
    return [line_of(facts, key) for key in Orders(facts).plain]


def titles(case: Case, rows: Rows) -> list[str]:
    tasks = case.store.snapshot().tasks
    return [tasks[key].title if key >= 0 else rows.groups[-1 - key].name for key in rows.keys]


def shown(case: Case, grouping: str, sort: int | None = None, downwards: bool = False) -> Rows:
    return Orders(facts_of(case)).arranged(None, grouping, sort, downwards).rows()


def test_a_line_says_what_the_ledger_holds(case: Case) -> None:
    first, second, third, action, *_ = lines(case)
    assert {table.COLUMNS[column]: first.cells[column] for column in table.USUAL[:-2]} == {
        "no": "1",
        "title": "新增助餐点",
        "leads": "养老科、福利院",
        "done": "15%",
        "gap": "-35点",
        "light": "▲ 严重滞后",
        "deadline": "12月31日",
        "targets": "≥8处 助餐点",
        "said": "已建１处 余下在建",
    }
    assert (first.cells[table.GOAL], first.cells[table.SECTION]) == ("≥8处", "养老服务")
    assert (second.cells[table.DONE], second.cells[table.GAP]) == ("—", "—")
    assert third.cells[table.NOTE] == "含ABC小区"
    assert action.parent == third.key and action.cells[table.SECTION] == third.cells[table.SECTION]
    assert action.cells[table.TITLE].endswith("每月上门")


BY_SECTION = [
    "一、养老服务",
    "新增助餐点",
    "改造床位",
    "走访老人",
    "每月上门",
    "二、社会救助",
    "核对低保",
    "临时救助",
    "慈善宣传",
]


def test_groups_follow_the_plan_and_hold_each_line_once(case: Case) -> None:
    rows = shown(case, "section")
    assert titles(case, rows) == BY_SECTION
    assert [group.count for group in rows.groups] == [4, 3]


@pytest.mark.parametrize(
    ("grouping", "heads"),
    [
        ("unit", ["养老科", "福利院", "救助科", "未指定牵头单位"]),
        ("light", ["红灯", "灰灯"]),
        ("leader", ["未明确责任领导"]),
        ("", []),
    ],
)
def test_every_grouping_shows_each_line_once(case: Case, grouping: str, heads: list[str]) -> None:
    rows = shown(case, grouping)
    assert [group.name for group in rows.groups] == heads
    assert sorted(key for key in rows.keys if key >= 0) == sorted(case.store.snapshot().tasks)


def test_an_action_goes_with_its_task(case: Case) -> None:
    rows = shown(case, "unit")
    words = titles(case, rows)
    assert words[words.index("走访老人") + 1] == "每月上门"  # it has no lead of its own


def test_a_post_tells_who_holds_it_today_and_is_typed_as_the_post(case: Case) -> None:
    task, other = case.built.tasks[:2]
    snapshot = case.store.snapshot()
    held = [
        Holding("副局长", "甲同志"),
        Holding("副局长", "乙同志", "2026-07-02"),
        Holding("局长", "丙同志", "2027-01-01"),
    ]
    named = edits("task", snapshot.tasks[task], {"leader": "副局长"})
    named += edits("task", snapshot.tasks[other], {"leader": "局长"})
    case.store.apply([*posts_changes(snapshot, held), *named], "岗位")
    facts = facts_of(case)
    assert line_of(facts, task).cells[table.LEADER] == "副局长（甲同志）"
    assert line_of(facts, other).cells[table.LEADER] == "局长"  # nobody holds it yet
    assert typed_text(facts, task, table.LEADER) == "副局长"
    rows = Orders(facts).arranged(None, "leader", None, False).rows()
    assert [group.name for group in rows.groups][:2] == ["副局长（甲同志）", "局长"]


@pytest.mark.parametrize("column", range(len(table.COLUMNS)))
def test_every_column_sorts_both_ways(case: Case, column: int) -> None:
    facts = facts_of(case)
    tasks = facts.snapshot.tasks
    if column == table.NO:
        assert shown(case, "", column).keys == Orders(facts).plain == shown(case, "", column, True).keys[::-1]
        return
    up = [table.rank(facts, tasks[key], column) for key in shown(case, "", column).keys]
    down = [table.rank(facts, tasks[key], column) for key in shown(case, "", column, True).keys]
    assert up == sorted(up) and down == sorted(up, reverse=True)


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


SEARCHES = [
    ("助餐点", ["新增助餐点"]),
    ("abc", ["走访老人"]),  # whatever the case
    ("已建1处", ["新增助餐点"]),  # typed half-width, reported full-width
    ("救助科 养老科", ["临时救助"]),  # leads and supporting units; all words
    ("没有这个词", []),
]


@pytest.mark.parametrize(("words", "found"), SEARCHES)
def test_search_looks_through_everything_a_line_says(case: Case, words: str, found: list[str]) -> None:
    facts = facts_of(case)
    arranged = Orders(facts).arranged(None, "section", None, False)
    sieve = Sieve(arranged, SearchTexts(facts))
    for letters in range(1, len(words) + 1):  # as one types
        typed = words_of(words[:letters])
        rows = arranged.rows(sieve.find(typed))
        slow = [key for key in arranged.keys if found_in(typed, search_text(facts, key))]
        assert [key for key in rows.keys if key >= 0] == slow
    assert [title for title, key in zip(titles(case, rows), rows.keys, strict=True) if key >= 0] == found
    assert arranged.rows(sieve.find(())).keys == arranged.rows().keys


TYPED_ON = ("", "养", "养老", "养老科", "老", "老 1", "老 1 科", "老 12", "1 老", "1", "不在", "不在台账里")


def test_a_search_goes_on_from_whatever_was_typed_before(case: Case) -> None:
    facts = facts_of(case)
    arranged = Orders(facts).arranged(None, "section", None, False)
    for before in TYPED_ON:
        for after in TYPED_ON:
            sieve = Sieve(arranged, SearchTexts(facts))
            sieve.find(words_of(before))
            found = sieve.find(words_of(after))
            slow = [n for n, k in enumerate(arranged.keys) if found_in(words_of(after), search_text(facts, k))]
            assert (list(range(len(arranged.keys))) if found is None else list(found)) == slow


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
    assert hits(words_of(words), folded(text), len(text)) == places
