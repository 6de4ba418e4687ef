"""Damage that people do to the layout of the sheet."""

from desktop_app.exchange.sheet_layout import MARK_PROPERTY, MARK_SHEET
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
    doing,
    header_line,
    lines,
    mark_column,
    row_of,
    spoils,
    swap_lines,
    unmerge,
)
from tests.exchange.returns import columns_of, line_of

SHEETS: Kinds = {}
layout = doing(SHEETS)


@layout
def untouched(sheet: Sheet, filled: Filled) -> None:
    """Nothing at all."""


@layout
def title_rows_added(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    sheet.insert_rows(1, 3)
    sheet["A1"], sheet["A2"] = "某某区民政局", "请各科室认真填写"


@layout
def title_rows_deleted(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    sheet.delete_rows(1, header_line(sheet) - 1)


@layout
def column_added_left(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    sheet.insert_cols(1)


@layout
def columns_added_between(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    sheet.insert_cols(columns(sheet)["percent"], 2)
    sheet.cell(header_line(sheet), columns(sheet)["percent"] - 1).value = "科室自用"


@layout
def column_added_with_words(sheet: Sheet, filled: Filled) -> None:
    place = sheet.max_column + 1
    sheet.cell(header_line(sheet), place).value = "科室备注"
    sheet.cell(line_of(sheet, FIRST), place).value = "待领导审定"


@layout
def locked_columns_deleted(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    for header in (texts.LAST, texts.DEADLINE, texts.TARGETS, texts.CONTENT):
        sheet.delete_cols(columns_of(sheet)[header])


@layout
def number_column_deleted(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    sheet.delete_cols(1)


@layout
def title_column_deleted(sheet: Sheet, filled: Filled) -> Damage:
    unmerge(sheet)
    sheet.delete_cols(columns_of(sheet)[texts.TITLE])
    return spoils(*filled.truth())


@layout
def problem_column_deleted(sheet: Sheet, filled: Filled) -> Damage:
    unmerge(sheet)
    sheet.delete_cols(columns_of(sheet)[texts.PROBLEMS])
    return spoils(gone=frozenset(all_of(filled, "problems")))


@layout
def columns_swapped(sheet: Sheet, filled: Filled) -> None:
    one, other = columns_of(sheet)[texts.TEXT], columns_of(sheet)[texts.PROBLEMS]
    for line in (header_line(sheet), *lines(sheet, filled)):
        a, b = sheet.cell(line, one), sheet.cell(line, other)
        a.value, b.value = b.value, a.value


@layout
def columns_turned_round(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    for line in (header_line(sheet), *lines(sheet, filled)):
        values = [(c.value, c.number_format) for c in sheet[line]]
        for target, (value, shown) in zip(sheet[line], reversed(values), strict=True):
            target.value, target.number_format = value, shown


def _reword(sheet: Sheet, words: dict[str, str]) -> None:
    for target in sheet[header_line(sheet)]:
        target.value = words.get(str(target.value), target.value)


@layout
def headers_in_other_words(sheet: Sheet, filled: Filled) -> None:
    words = {texts.TEXT: "工作推进情况", texts.PROBLEMS: "存在的主要困难和问题", texts.FINISHED_ON: "实际完成时间"}
    _reword(sheet, {**words, texts.NEXT_STEPS: "下一步工作打算", texts.EVIDENCE: "证明材料", texts.TITLE: "工作任务"})


@layout
def headers_spaced_and_broken(sheet: Sheet, filled: Filled) -> None:
    _reword(sheet, {texts.TEXT: "进 展\n情 况", texts.PERCENT: "完成率\n（％）", texts.PROBLEMS: "存 在 问 题"})


@layout
def header_with_hints(sheet: Sheet, filled: Filled) -> None:
    _reword(
        sheet,
        {texts.TEXT: "进展情况（限200字）", texts.PROBLEMS: "存在问题*", texts.FINISHED_ON: "办结时间（年月日）"},
    )


@layout
def header_deleted(sheet: Sheet, filled: Filled) -> Damage:
    unmerge(sheet)
    sheet.delete_rows(header_line(sheet))
    return spoils(*filled.truth())


@layout
def one_header_cleared(sheet: Sheet, filled: Filled) -> Damage:
    sheet.cell(header_line(sheet), columns_of(sheet)[texts.PERCENT]).value = None
    return spoils(*all_of(filled, "percent", "figure_1", "figure_2"))


@layout
def one_header_unknown(sheet: Sheet, filled: Filled) -> Damage:
    _reword(sheet, {texts.PROBLEMS: "其他说明"})
    return spoils(*all_of(filled, "problems"))


@layout
def header_below_a_group(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    line = header_line(sheet)
    sheet.insert_rows(line)
    first = columns_of(sheet)[texts.STATUS]
    sheet.cell(line, first).value = "本期填报"
    sheet.merge_cells(start_row=line, end_row=line, start_column=first, end_column=first + 4)


@layout
def header_in_two_rows(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    line = header_line(sheet)
    at = columns_of(sheet)
    sheet.insert_rows(line + 1)
    split = (
        (texts.TEXT, "本期进展", texts.TEXT),
        (texts.PERCENT, "完成率", "(%)"),
        (texts.PROBLEMS, None, texts.PROBLEMS),
    )
    for words, upper, lower in split:
        sheet.cell(line, at[words]).value, sheet.cell(line + 1, at[words]).value = upper, lower
    for column in (1, at[texts.TITLE]):
        sheet.merge_cells(start_row=line, end_row=line + 1, start_column=column, end_column=column)


@layout
def header_repeated_on_the_next_page(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    line = lines(sheet, filled)[3]
    words = [c.value for c in sheet[header_line(sheet)]]
    sheet.insert_rows(line)
    for column, word in enumerate(words, 1):
        sheet.cell(line, column).value = word


@layout
def blank_rows_inserted(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    for line in reversed(lines(sheet, filled)[1:4]):
        sheet.insert_rows(line, 2)


@layout
def headings_of_blocks_inserted(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    line = lines(sheet, filled)[2]
    sheet.insert_rows(line)
    sheet.cell(line, 1).value = "二、重点改革（4项）"
    sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=9)


@layout
def rows_sorted_whole(sheet: Sheet, filled: Filled) -> None:
    places = lines(sheet, filled)
    for one, other in zip(places[:3], reversed(places[3:6]), strict=False):
        swap_lines(sheet, one, other, sheet.max_column)


@layout
def rows_sorted_without_the_hidden_column(sheet: Sheet, filled: Filled) -> Damage:
    places = lines(sheet, filled)
    swap_lines(sheet, places[0], places[3], mark_column(sheet) - 1)
    swap_lines(sheet, places[1], places[4], mark_column(sheet) - 1)
    return spoils(*filled.truth())


@layout
def printed_columns_sorted_alone(sheet: Sheet, filled: Filled) -> Damage:
    places = lines(sheet, filled)
    swap_lines(sheet, places[0], places[3], columns_of(sheet)[texts.STATUS] - 1)
    return spoils(*filled.truth())


@layout
def answers_pasted_a_line_too_low(sheet: Sheet, filled: Filled) -> Damage:
    unmerge(sheet)
    places, first = lines(sheet, filled), columns_of(sheet)[texts.STATUS]
    for line in reversed(places):
        for column in range(first, mark_column(sheet)):
            sheet.cell(line + 1, column).value = sheet.cell(line, column).value
            sheet.cell(line, column).value = None
    return spoils(*filled.truth())


@layout
def row_deleted(sheet: Sheet, filled: Filled) -> Damage:
    unmerge(sheet)
    sheet.delete_rows(line_of(sheet, THIRD))
    return spoils(gone=frozenset(row_of(filled, THIRD)))


def _doubled(sheet: Sheet, filled: Filled) -> int:
    unmerge(sheet)
    line = line_of(sheet, FIRST)
    values = [c.value for c in sheet[line]]
    sheet.insert_rows(line + 1)
    for column, value in enumerate(values, 1):
        sheet.cell(line + 1, column).value = value
    return line + 1


@layout
def row_doubled(sheet: Sheet, filled: Filled) -> None:
    _doubled(sheet, filled)


@layout
def row_doubled_with_another_answer(sheet: Sheet, filled: Filled) -> Damage:
    line = _doubled(sheet, filled)
    sheet.cell(line, columns(sheet)["percent"]).value = 77
    return spoils((FIRST, "percent"))


@layout
def row_split_in_two(sheet: Sheet, filled: Filled) -> Damage:
    line = _doubled(sheet, filled)
    for column in range(columns_of(sheet)[texts.STATUS], sheet.max_column + 1):
        sheet.cell(line, column).value = None
    sheet.cell(line, columns(sheet)["text"]).value = "另在社区开展试点"
    return spoils((FIRST, "text"))


@layout
def row_of_an_own_task_added(sheet: Sheet, filled: Filled) -> Damage:
    line = max(lines(sheet, filled)) + 1
    unmerge(sheet)
    sheet.insert_rows(line)
    at = columns(sheet)
    sheet.cell(line, at["title"]).value, sheet.cell(line, at["percent"]).value = "科室自加事项", 55
    sheet.cell(line, at["text"]).value = "启动宣传"
    return Damage([])


@layout
def hidden_column_deleted(sheet: Sheet, filled: Filled) -> None:
    unmerge(sheet)
    sheet.delete_cols(mark_column(sheet))


@layout
def hidden_sheet_deleted(sheet: Sheet, filled: Filled) -> None:
    del sheet.parent[MARK_SHEET]


@layout
def all_marks_gone(sheet: Sheet, filled: Filled) -> None:
    hidden_column_deleted(sheet, filled)
    del sheet.parent[MARK_SHEET]
    for name in [prop.name for prop in sheet.parent.custom_doc_props.props]:
        del sheet.parent.custom_doc_props[name]


@layout
def mark_of_the_form_spoilt(sheet: Sheet, filled: Filled) -> None:
    hidden = sheet.parent[MARK_SHEET]
    hidden["A1"] = str(hidden["A1"].value)[:-2] + "zz"
    del sheet.parent.custom_doc_props[MARK_PROPERTY]


@layout
def marks_of_rows_spoilt(sheet: Sheet, filled: Filled) -> None:
    for line in lines(sheet, filled)[:3]:
        target = sheet.cell(line, mark_column(sheet))
        target.value = str(target.value).replace("-", "")


@layout
def title_written_otherwise(sheet: Sheet, filled: Filled) -> Damage:
    sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.TITLE]).value = "助餐点建设"
    return spoils(*row_of(filled, FIRST))


@layout
def titles_with_blanks(sheet: Sheet, filled: Filled) -> None:
    for line in lines(sheet, filled):
        target = sheet.cell(line, columns_of(sheet)[texts.TITLE])
        target.value = f" {target.value[:4]}\n{target.value[4:]}　"


@layout
def titles_merged_down(sheet: Sheet, filled: Filled) -> Damage:
    first = line_of(sheet, FIRST)
    column = columns_of(sheet)[texts.TITLE]
    sheet.merge_cells(start_row=first, end_row=first + 1, start_column=column, end_column=column)
    return spoils(*row_of(filled, FINISHED), *row_of(filled, FIRST))


@layout
def answers_merged_down(sheet: Sheet, filled: Filled) -> Damage:
    first = line_of(sheet, title_of(3))
    column = columns_of(sheet)[texts.TEXT]
    below = (title_of(4), "text")
    sheet.merge_cells(start_row=first, end_row=first + 1, start_column=column, end_column=column)
    if not filled.answers[title_of(4)]:
        return Damage([])
    return spoils(below, gone=frozenset({below}))


@layout
def rows_filtered(sheet: Sheet, filled: Filled) -> None:
    sheet.auto_filter.ref = f"A{header_line(sheet)}:K{max(lines(sheet, filled))}"
    for line in lines(sheet, filled)[::2]:
        sheet.row_dimensions[line].hidden = True


@layout
def columns_hidden(sheet: Sheet, filled: Filled) -> None:
    for letter in ("C", "D", "H"):
        sheet.column_dimensions[letter].hidden = True


@layout
def sheet_renamed(sheet: Sheet, filled: Filled) -> None:
    sheet.title = "养老科6月"


@layout
def other_sheets_before(sheet: Sheet, filled: Filled) -> None:
    extra = sheet.parent.create_sheet("说明", 0)
    extra["A1"], extra["B2"] = "填表注意事项", 60


@layout
def sheet_copied(sheet: Sheet, filled: Filled) -> None:
    sheet.parent.copy_worksheet(sheet)


@layout
def old_copy_of_the_sheet_left(sheet: Sheet, filled: Filled) -> Damage:
    other = sheet.parent.copy_worksheet(sheet)
    other.cell(line_of(sheet, FIRST), columns(sheet)["percent"]).value = 12
    return spoils((FIRST, "percent"))
