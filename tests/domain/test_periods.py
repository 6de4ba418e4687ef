"""Reporting periods as the verbs write them."""

from datetime import date

import pytest

from desktop_app.domain.periods import parse_period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        (" 2026 ", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_its_days(text: str, start: date, end: date):
    period = parse_period(text)
    assert (period.name, period.start, period.end) == (text.strip(), start, end)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-00", "2026-6", "2026-Q5", "2026-H3", "六月", "26-06", "2026-06-30"]
)
def test_anything_else_is_no_period(text: str):
    with pytest.raises(ValueError, match="not a period"):
        parse_period(text)
