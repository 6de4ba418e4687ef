"""A table whose lines and columns were exchanged is read upright; its cells keep their names in the file."""

import pytest

from desktop_app.errors import Refused
from desktop_app.exchange.read_forms import read_form

TABLE = (
    "2026年6月填报表,,",
    "填报单位：养老科,,",
    "重点任务,新建助餐点,改造护理床位",
    "进展情况,建成3个,改造66张",
    "完成率(%),40,55",
    "科室备注,,另行说明",
)


def test_rows_are_the_columns_of_the_file() -> None:
    form = read_form("\n".join(TABLE).encode(), "a.csv")
    assert (form.unit, "2026年6月填报表" in form.head) == ("养老科", True)
    assert [(row.title, row.cells["percent"].typed.raw) for row in form.rows] == [
        ("新建助餐点", "40"),
        ("改造护理床位", "55"),
    ]


def test_cells_and_notes_name_the_file_s_own_places() -> None:
    form = read_form("\n".join(TABLE).encode(), "a.csv")
    second = form.rows[1]
    assert (second.cells["text"].address, second.cells["percent"].address) == ("C4", "C5")
    assert second.address("title") == "C3"
    assert [note.cell for note in form.notes if note.cell] == ["C6"]


def test_a_list_that_is_no_form_either_way_is_refused() -> None:
    with pytest.raises(Refused):
        read_form("姓名,某甲,某乙\n电话,1,2\n进展情况,无,无\n".encode(), "a.csv")
