"""Answers that stand beside, below or above their cell, or point elsewhere: asked about, never taken as they stand."""

from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment

from desktop_app.texts import exchange as texts
from tests.exchange.damage_forms import Filled, columns, title_of
from tests.exchange.damage_kinds import (
    FINISHED,
    FIRST,
    THIRD,
    Damage,
    Kinds,
    Sheet,
    all_of,
    cell,
    doing,
    lines,
    mark_column,
    row_of,
    spoils,
    unmerge,
)
from tests.exchange.returns import columns_of, line_of

STRAYS: Kinds = {}
stray = doing(STRAYS)
ANSWERED = ("status", "percent", "finished_on", "text", "problems", "next_steps", "evidence", "figure_1", "figure_2")


@stray
def percents_with_marks_of_footnotes(sheet: Sheet, filled: Filled) -> Damage:
    for title in (FIRST, THIRD):
        target = cell(sheet, title, "percent")
        target.value = f"{target.value}{'①' if title == FIRST else '²'}"
    return spoils((FIRST, "percent"), (THIRD, "percent"))


@stray
def day_with_the_mark_of_a_footnote(sheet: Sheet, filled: Filled) -> Damage:
    cell(sheet, FINISHED, "finished_on").value = "2026.6.1⑧"
    return spoils((FINISHED, "finished_on"))


@stray
def words_that_point_to_another_row(sheet: Sheet, filled: Filled) -> Damage:
    said = {FIRST: "见第2项", THIRD: "详见附件1", FINISHED: "内容同序号3"}
    for title, words in said.items():
        cell(sheet, title, "text").value = words
    return spoils(*((title, "text") for title in said))


@stray
def words_still_to_come(sheet: Sheet, filled: Filled) -> Damage:
    cell(sheet, FIRST, "text").value, cell(sheet, THIRD, "text").value = "待补充", "？？？"
    return spoils((FIRST, "text"), (THIRD, "text"))


def _below(sheet: Sheet, title: str) -> int:
    unmerge(sheet)
    line = line_of(sheet, title) + 1
    sheet.insert_rows(line)
    return line


@stray
def words_that_go_on_in_a_row_below(sheet: Sheet, filled: Filled) -> Damage:
    line = _below(sheet, FIRST)
    above = cell(sheet, FIRST, "text")
    words = str(above.value)
    above.value = words[:6]
    sheet.cell(line, columns(sheet)["text"]).value = words[6:]
    return spoils((FIRST, "text"))


@stray
def answers_in_rows_below_their_tasks(sheet: Sheet, filled: Filled) -> Damage:
    at = columns(sheet)
    for title in filled.answers:
        line = _below(sheet, title)
        for field in ANSWERED:
            if field in at:
                above, below = sheet.cell(line - 1, at[field]), sheet.cell(line, at[field])
                below.value, above.value = above.value, None
    return spoils(*filled.truth())


def _answered(sheet: Sheet, filled: Filled) -> list[int]:
    return sorted(lines(sheet, filled))[:-1]  # the last task is not answered


def _pushed(sheet: Sheet, filled: Filled, field: str) -> Damage:
    column = columns(sheet)[field]
    places = _answered(sheet, filled)
    values = [sheet.cell(line, column).value for line in places]
    for line, value in enumerate([*values[:1], None, *values[1:]], places[0]):
        sheet.cell(line, column).value = value
    return spoils(*filled.truth())


@stray
def rates_pushed_down_by_a_cell_put_in(sheet: Sheet, filled: Filled) -> Damage:
    return _pushed(sheet, filled, "percent")


@stray
def words_pushed_down_by_a_cell_put_in(sheet: Sheet, filled: Filled) -> Damage:
    return _pushed(sheet, filled, "text")


@stray
def rates_pulled_up_by_a_cell_deleted(sheet: Sheet, filled: Filled) -> Damage:
    first = title_of(0)
    column = columns(sheet)["percent"]
    places = _answered(sheet, filled)
    values = [sheet.cell(line, column).value for line in places]
    for line, value in zip(places, [*values[1:], None], strict=True):
        sheet.cell(line, column).value = value
    return spoils(*filled.truth(), gone=frozenset({(first, "percent")}))


def _from_words_on(sheet: Sheet, filled: Filled) -> tuple[list[Any], list[Any]]:
    """The cells of a row from its words on, and what they hold."""
    at = columns(sheet)
    cells = list(sheet[line_of(sheet, THIRD)][at["text"] - 1 : mark_column(sheet) - 1])
    return cells, [one.value for one in cells]


@stray
def words_deleted_and_the_row_pulled_left(sheet: Sheet, filled: Filled) -> Damage:
    cells, values = _from_words_on(sheet, filled)
    for target, value in zip(cells, [*values[1:], None], strict=True):
        target.value = value
    return spoils(*row_of(filled, THIRD), gone=frozenset({(THIRD, "text")}))


@stray
def a_cell_put_in_and_the_row_pushed_right(sheet: Sheet, filled: Filled) -> Damage:
    cells, values = _from_words_on(sheet, filled)
    last, lost = cells[-1], values[-1]
    for target, value in zip(cells, [None, *values[:-1]], strict=True):
        target.value = value
    gone = {(THIRD, field) for field, column in columns(sheet).items() if column == last.column and lost is not None}
    return spoils(*row_of(filled, THIRD), gone=frozenset(gone))


@stray
def rates_and_figures_typed_the_wrong_way_round(sheet: Sheet, filled: Filled) -> Damage | None:
    if "figure_2" not in columns(sheet):
        return None
    for title in filled.answers:
        rate, figure = cell(sheet, title, "percent"), cell(sheet, title, "figure_2")
        rate.value, figure.value = figure.value, rate.value
    return spoils(*all_of(filled, "percent", "figure_1", "figure_2"))


@stray
def comments_on_answers_and_titles(sheet: Sheet, filled: Filled) -> Damage:
    cell(sheet, FIRST, "percent").comment = Comment("更正：按最新口径调低", "经办")
    blank = cell(sheet, THIRD, "text")
    blank.comment, blank.value = Comment(str(blank.value), "经办"), None
    cell(sheet, FINISHED, "title").comment = Comment("另附照片", "经办")
    return spoils((FIRST, "percent"), (THIRD, "text"))


@stray
def choice_split_into_columns_to_be_ticked(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    place = columns(sheet)["status"]
    sheet.insert_cols(place + 1, 2)
    choices = {texts.PROGRESS: place, texts.SAME_AS_LAST: place + 1, texts.FINISHED: place + 2}
    rows = lines(sheet, filled)
    for words, column in choices.items():
        sheet.cell(min(rows) - 1, column).value = words.removeprefix("与上期")
    for line in rows:
        said = sheet.cell(line, place).value
        sheet.cell(line, place).value = None
        if said:
            sheet.cell(line, choices[said]).value = "√"


@stray
def number_of_columns_below_the_header(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    first = min(lines(sheet, filled))
    sheet.insert_rows(first)
    for number, target in enumerate(sheet[first][: columns_of(sheet)[texts.PROBLEMS]], 1):
        target.value = number


@stray
def a_sample_row_put_in(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    first = min(lines(sheet, filled))
    sheet.insert_rows(first)
    at = columns(sheet)
    sheet.cell(first, at["no"]).value, sheet.cell(first, at["title"]).value = "例", "（示例）开展某项工作"
    sheet.cell(first, at["percent"]).value, sheet.cell(first, at["text"]).value = 60, "完成调研4次，印发方案"


@stray
def own_row_copied_with_its_mark(sheet: Sheet, filled: Filled) -> Damage:
    line = _below(sheet, FIRST)
    for target, source in zip(sheet[line], sheet[line - 1], strict=True):
        target.value = source.value
    at = columns(sheet)
    sheet.cell(line, at["title"]).value, sheet.cell(line, at["percent"]).value = "自行开展的志愿服务", 91
    sheet.cell(line, columns_of(sheet)[texts.CONTENT]).value = "组织志愿者上门"
    return spoils(*row_of(filled, FIRST))


@stray
def expected_rates_beside(sheet: Sheet, filled: Filled) -> Damage:
    unmerge(sheet)
    place = columns(sheet)["percent"]
    sheet.insert_cols(place)
    sheet.cell(min(lines(sheet, filled)) - 1, place).value = "序时进度(%)"
    for line in lines(sheet, filled):
        sheet.cell(line, place).value = 50
    return spoils(*all_of(filled, "percent"))


def lines_and_columns_exchanged(filled: Filled) -> Damage:
    """The table pasted turned over into a fresh workbook, below its title and the unit's line."""
    source, book = filled.book()[texts.SHEET], Workbook()
    sheet: Any = book.active
    header, last = min(lines(source, filled)) - 1, max(lines(source, filled))
    sheet["A1"], sheet["A2"] = source["A2"].value, source.cell(header - 1, 1).value
    for line in range(header, last + 1):
        for column in range(1, mark_column(source)):
            sheet.cell(column + 2, line - header + 1).value = source.cell(line, column).value
    return Damage([filled.saved(book, "转置.xlsx")])


STRAYS["lines_and_columns_exchanged"] = lines_and_columns_exchanged
