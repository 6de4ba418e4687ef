"""One canonical form for every value (law 3): idempotent, and the same after a trip through the journal's text."""

from datetime import date, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import FIELDS
from desktop_app.domain.values import canonical, decode, encode, names_problem, of_field, plain_number

RAW = {
    Kind.TEXT: st.one_of(st.none(), st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
    Kind.WHOLE: st.one_of(st.none(), st.integers(-(2**53), 2**53), st.integers(-(2**53), 2**53).map(float)),
    Kind.NUMBER: st.one_of(st.none(), st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False)),
    Kind.DAY: st.one_of(st.none(), st.dates(), st.datetimes(), st.dates().map(lambda d: f" {d.isoformat()} ")),
    Kind.FLAG: st.sampled_from([None, 0, 1, True, False, "0", "1"]),
    Kind.REF: st.one_of(st.none(), st.integers(1, 2**40)),
}


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_canonical_is_stable_and_survives_the_journal(kind: Kind, data: st.DataObject):
    value = canonical(kind, data.draw(RAW[kind]))
    assert canonical(kind, value) == value
    back = decode(kind, encode(value))
    assert back == value and type(back) is type(value)


@pytest.mark.parametrize(
    ("kind", "given_value", "wanted"),
    [
        (Kind.TEXT, "", None),
        (Kind.TEXT, "　 \n", None),
        (Kind.TEXT, " 已建成\r\n3处 ", "已建成\n3处"),
        (Kind.TEXT, "\ufeff已建成\u200b \u200e", "已建成"),
        (Kind.TEXT, "\u200b\ufeff", None),
        (Kind.TEXT, "一家\u200d三口\ufeff好", "一家\u200d三口\ufeff好"),
        (Kind.TEXT, 5.0, "5"),
        (Kind.TEXT, "=1+1", "=1+1"),
        (Kind.WHOLE, 5.0, 5),
        (Kind.WHOLE, "7", 7),
        (Kind.NUMBER, 5, 5.0),
        (Kind.NUMBER, "92.5", 92.5),
        (Kind.NUMBER, -0.0, 0.0),
        (Kind.DAY, datetime(2026, 6, 30, 8, 15), "2026-06-30"),
        (Kind.DAY, date(2026, 6, 30), "2026-06-30"),
        (Kind.DAY, "20260630", "2026-06-30"),
        (Kind.FLAG, True, 1),
    ],
)
def test_what_workbooks_and_people_give(kind: Kind, given_value: object, wanted: object):
    found = canonical(kind, given_value)
    assert found == wanted and type(found) is type(wanted)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.WHOLE, 2.5),
        (Kind.NUMBER, "两千"),
        (Kind.NUMBER, float("nan")),
        (Kind.NUMBER, float("inf")),
        (Kind.DAY, "6月底"),
        (Kind.DAY, "2026-02-30"),
        (Kind.FLAG, 2),
    ],
)
def test_what_is_not_of_the_kind_is_refused_not_guessed(kind: Kind, value: object):
    with pytest.raises((ValueError, ArithmeticError)):
        canonical(kind, value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(600.0, "600"), (92.5, "92.5"), (0.1, "0.1"), (172000000.0, "172000000"), (1e16, "10000000000000000")],
)
def test_figures_are_written_as_people_write_them(value: float, text: str):
    assert plain_number(value) == text == encode(value)


def test_a_field_knows_its_kind():
    assert of_field("target", "value", 5) == 5.0
    assert of_field("task", "deadline", date(2026, 6, 30)) == "2026-06-30"
    with pytest.raises(KeyError):
        of_field("task", "misspelt", 1)
    assert all(isinstance(kind, Kind) for fields in FIELDS.values() for kind in fields.values())


def test_every_blank_there_is_falls_off_the_ends() -> None:
    blanks = "".join(chr(code) for code in range(0x110000) if chr(code).isspace())
    assert canonical(Kind.TEXT, f"{blanks}已建成{blanks}") == "已建成"


@pytest.mark.parametrize(
    "said",
    [
        None,
        "无",
        "无。",
        "/",
        "—",
        "暂无",
        "没有",
        "无问题",
        "暂无存在问题",
        "目前没有需协调解决的困难和问题",
        "不存在明显困难",
    ],
)
def test_who_says_there_is_none_names_no_problem(said: str | None) -> None:
    assert not names_problem(said)


@pytest.mark.parametrize(
    "said",
    [
        "无场地",
        "没有专职人员",
        "资金未到位",
        "问题较多",
        "无，但经费紧张",
        "存在困难",
        "暂无场地",
        "无问题线索移交渠道",
    ],
)
def test_what_is_lacking_is_a_problem(said: str) -> None:
    assert names_problem(said)
