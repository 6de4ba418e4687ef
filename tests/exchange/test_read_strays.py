"""What was typed beside its cell, twice, far off, or about last year is asked about, not taken."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.proposal import Severity
from desktop_app.exchange.read_days import read_day
from desktop_app.exchange.read_figure import Wanted, read_figure
from desktop_app.exchange.read_forms import read_form
from desktop_app.exchange.read_values import Typed, read_percent
from desktop_app.exchange.read_words import read_problems, read_progress
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts
from tests.builders import plan_with
from tests.exchange.returns import CARE, JUNE, Sent, Sheet, answer, change, columns_of, line_of, send_again
from tests.verbs.test_collect import held, merge

FIRST, SECOND = "修缮老年食堂", "登记社会团体"
GIVEN = {title: {"percent": 40 + place, "text": f"{title}已开工"} for place, title in enumerate((FIRST, SECOND))}


@pytest.fixture
def sent(store: Store, tmp_path: Path) -> Sent:
    tasks = plan_with(store, {"title": FIRST, "lead": CARE}, {"title": SECOND, "lead": CARE})
    return send_again(store, tmp_path / "out", tasks, JUNE)


def percents(store: Store, sent: Sent) -> list[Any]:
    return [held(store, sent.built.units[CARE], title).get("percent") for title in (FIRST, SECOND)]


@pytest.mark.parametrize("raw", [12.0, datetime(2026, 6, 3), date(2026, 6, 3)])
@pytest.mark.parametrize("read", [read_progress, read_problems])
def test_a_number_or_a_day_alone_is_no_sentence(read: Any, raw: Any) -> None:
    assert read(Typed(raw)).doubt
    assert not read(Typed(str(raw))).doubt


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("走访了𬭎村、㛃村两处", False),
        ("走访了罗家、?村两处", True),
        ("走访了\ufffd村两处", True),
        ("走访了两处，还有没有遗漏?", False),
        ("见 http://a.cn/?id=3 的清单", False),
    ],
)
def test_signs_that_the_code_of_a_text_file_lacked_are_asked_about(words: str, asked: bool) -> None:
    (row,) = read_form(f"重点任务,进展情况,完成率(%)\n核对低保对象,{words},41\n".encode("gb18030"), "a.csv").rows
    assert bool(row.cells["text"].unsure) == asked


@pytest.mark.parametrize("raw", ["无进展", "暂无", "有进展", "没有进展"])
def test_no_news_is_asked_about(raw: str) -> None:
    assert read_progress(Typed(raw)).doubt


def test_tenths_may_be_written_in_figures() -> None:
    assert read_percent(Typed("９成")).value == 90.0


def test_a_figure_far_beyond_its_target_is_asked_about_with_its_unit_too() -> None:
    wanted = Wanted("户", 300.0)
    assert read_figure(Typed("130万户"), wanted).doubt
    assert not read_figure(Typed("330户"), wanted).doubt


def test_a_day_before_the_year_is_asked_about() -> None:
    assert read_day(Typed("2025-12-30"), date(2026, 6, 30)).doubt
    assert not read_day(Typed("2025-12-30"), date(2026, 1, 31)).doubt


def test_a_choice_among_the_words_about_progress_is_asked_about(store: Store, sent: Sent, tmp_path: Path) -> None:
    returned = change(sent.forms[CARE], tmp_path / "a.xlsx", lambda sheet: answer(sheet, {FIRST: {"text": "已办结"}}))
    assert [question.field for question in merge(store, returned).questions] == ["text"]


@pytest.mark.parametrize(("said", "severity"), [({}, Severity.ASK), ({"text": "封顶"}, Severity.INFO)])
def test_words_written_beside_their_cell_are_asked_about(
    store: Store, sent: Sent, tmp_path: Path, said: dict[str, Any], severity: Severity
) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {FIRST: {"percent": 40, **said}})
        sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.LAST]).value = "灶间已封顶"

    notes = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work)).notes
    assert [note.severity for note in notes if "灶间已封顶" in note.text] == [severity]


def test_a_second_column_of_one_name_is_asked_about_where_it_differs(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, GIVEN)
        place = columns_of(sheet)[texts.PERCENT]
        sheet.insert_cols(place + 1)
        for title, words in (("", texts.PERCENT), (FIRST, 40), (SECOND, 77)):
            sheet.cell(line_of(sheet, title) if title else 4, place + 1).value = words

    collected = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work))
    assert [(question.task, question.field) for question in collected.questions] == [(SECOND, "percent")]
    assert percents(store, sent) == [40.0, None]


def without_ids(out: Path, *head: str) -> Path:
    """The answers typed into a workbook of one's own: title, words and percent below these lines."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for line in (*head, ("任务名称", "工作进展", "完成比例")):
        sheet.append([line] if isinstance(line, str) else line)
    for title, said in GIVEN.items():
        sheet.append([title, said["text"], said["percent"]])
    book.save(out)
    return out


def test_a_number_written_before_a_title_is_no_other_title(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, GIVEN)
        for number, title in enumerate((FIRST, SECOND), 7):
            sheet.cell(line_of(sheet, title), columns_of(sheet)[texts.TITLE]).value = f"{number}．{title}"

    collected = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work))
    assert (collected.questions, percents(store, sent)) == ([], [40.0, 41.0])


@pytest.mark.parametrize("head", [(), ("填报单位：养老科（盖章）",), ("6月工作完成情况",)])
def test_a_table_of_one_s_own_is_known_by_its_tasks(
    store: Store, sent: Sent, tmp_path: Path, head: tuple[str, ...]
) -> None:
    collected = merge(store, without_ids(tmp_path / "a.xlsx", *head))
    assert (collected.questions, percents(store, sent)) == ([], [40.0, 41.0])


def test_a_month_without_its_year_tells_the_round(store: Store, sent: Sent, tmp_path: Path) -> None:
    send_again(store, tmp_path / "july", sent.built, "2026-07")
    merge(store, without_ids(tmp_path / "a.xlsx", "6月工作完成情况"))
    assert percents(store, sent) == [40.0, 41.0]


def test_a_table_that_names_another_unit_is_not_guessed_at(store: Store, sent: Sent, tmp_path: Path) -> None:
    plan_with(store, {"title": "编印志愿手册", "lead": "社工科"}, title="社会工作要点")
    collected = merge(store, without_ids(tmp_path / "a.xlsx", "社工科6月情况"))
    assert [note.severity for note in collected.notes] == [Severity.REFUSED]
