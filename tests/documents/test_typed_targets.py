"""Targets as they are typed into a cell."""

import pytest

from desktop_app.documents.typed_targets import parts, read_typed

TYPED = [
    ("≥600张 家庭养老床位", ("家庭养老床位", ">=", 600.0, "张", "cumulative")),
    (">=600张", (None, ">=", 600.0, "张", "cumulative")),
    ("600", (None, "=", 600.0, None, "cumulative")),
    ("床位不少于600张", ("床位", ">=", 600.0, "张", "cumulative")),
    ("床位：600张以上", ("床位", ">=", 600.0, "张", "cumulative")),
    ("3万人次 培训", ("培训", "=", 30000.0, "人次", "cumulative")),
    ("1.5亿元 补贴资金", ("补贴资金", "=", 150000000.0, "元", "cumulative")),
    ("2,600,000元 购买服务", ("购买服务", "=", 2600000.0, "元", "cumulative")),
    ("≥98％ 办结率", ("办结率", ">=", 98.0, "%", "ratio")),
    ("差错率≤0.3%", ("差错率", "<=", 0.3, "%", "ratio")),
    ("不超过3个工作日 出具报告", ("出具报告", "<=", 3.0, "个工作日", "cap")),
    ("约40处", (None, "~", 40.0, "处", "cumulative")),
]


@pytest.mark.parametrize(("words", "read"), TYPED)
def test_a_figure_is_read_with_its_sign_unit_and_item(words: str, read: tuple[object, ...]) -> None:
    found = read_typed(words, 2026)
    assert (found.item, found.comparator, found.value, found.unit, found.kind) == read
    assert found.phrase == words


def test_words_without_a_figure_stay_words() -> None:
    assert read_typed("形成长效机制", 2026)[:4] == (None, "=", None, None)


def test_a_cell_holds_several() -> None:
    assert parts("≥600张 床位；60% 覆盖率\n形成机制；") == ["≥600张 床位", "60% 覆盖率", "形成机制"]
