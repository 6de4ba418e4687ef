"""Titles behind their numbers."""

import pytest

from desktop_app.domain.headings import headed


@pytest.mark.parametrize(
    ("no", "shown"),
    [
        (None, "办好食堂"),
        ("", "办好食堂"),
        ("三", "三、办好食堂"),
        ("12", "12. 办好食堂"),
        ("1.2", "1.2. 办好食堂"),
        ("（十一）", "（十一）办好食堂"),
        ("(3)", "(3)办好食堂"),
        ("①", "①办好食堂"),
        ("第二章", "第二章 办好食堂"),
    ],
)
def test_a_number_stands_before_its_title_as_it_is_written(no: str | None, shown: str) -> None:
    assert headed(no, "办好食堂") == shown
