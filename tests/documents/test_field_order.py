"""Brackets whose fields stand in a fixed order: by a legend anywhere before them, or parted by slashes without one."""

import pytest

from desktop_app.documents.extraction import Extraction, TaskRead
from desktop_app.documents.plan import extract_text

HEAD = "云溪县水利局2026年工作要点\n"
Said = tuple[tuple[str, ...], tuple[str, ...], str | None, list[str]]


def said(legend: str, *brackets: str) -> list[Said]:
    items = "".join(f"{n}.修堤{n}段。加固堤防{n}公里（{bracket}）\n" for n, bracket in enumerate(brackets, 1))
    result = extract_text(HEAD + legend + "一、防汛\n" + items)
    assert isinstance(result, Extraction)
    return [_of(task) for task in result.tasks]


def _of(task: TaskRead) -> Said:
    return task.lead_units, task.co_units, task.responsible_person, [due.phrase for due in task.deadlines]


@pytest.mark.parametrize(
    ("legend", "bracket"),
    [
        ("说明：每项末尾括号内依次为牵头股室/配合单位/完成时限。\n", "河道股/财务股、各乡镇/9月"),
        ("注：括号内分别为责任科室、协办单位、时限\n", "河道股；财务股、各乡镇；9月"),
        ("（各项括号内为完成时限、配合单位、牵头单位）\n", "9月|财务股、各乡镇|河道股"),
        ("", "河道股/财务股、各乡镇/9月"),
    ],
)
def test_the_fields_of_a_bracket_by_their_order(legend: str, bracket: str) -> None:
    assert said(legend, bracket) == [(("河道股",), ("财务股", "各乡镇"), None, ["9月"])]


def test_the_helpers_field_may_be_missing() -> None:
    legend = "括号内依次为牵头单位、配合单位、责任人、完成时限。\n"
    brackets = ("河道股；财务股；柳青；5月15日", "河道股；柳青；8月")
    assert said(legend, *brackets) == [
        (("河道股",), ("财务股",), "柳青", ["5月15日"]),
        (("河道股",), (), "柳青", ["8月"]),
    ]


def test_a_slash_alone_parts_units_that_lead_alike() -> None:
    assert said("", "河道股/财务股") == [(("河道股", "财务股"), (), None, [])]


def test_labels_within_the_bracket_tell_more_than_the_legend() -> None:
    legend = "括号内依次为牵头单位、配合单位。\n"
    assert said(legend, "配合：财务股；牵头：河道股") == [(("河道股",), ("财务股",), None, [])]
