"""Other wordings of figures and due times, each with what it says, and beside them what says none."""

from datetime import date

import pytest

from desktop_app.documents.deadlines import read_deadlines, resolve
from desktop_app.documents.extraction import DeadlineRead, TargetRead
from desktop_app.documents.folding import fold
from desktop_app.documents.targets import read_targets
from tests.documents.wordings import DUE_IN_FIELD, DUE_IN_TEXT, NO_TARGETS, TARGETS

YEAR, ISSUED = 2026, date(2026, 3, 16)


def figures(text: str) -> list[TargetRead]:
    return read_targets(fold(text), text, 0, len(text), YEAR)


def due(text: str) -> list[DeadlineRead]:
    return read_deadlines(fold(text), text, 0, len(text), YEAR, ISSUED)


def told(target: TargetRead) -> str:
    value = f"{target.value:g}" if target.value < 1_000_000 else str(int(target.value))
    return f"{value}{target.unit}{target.comparator.strip('=') if target.comparator == '=' else target.comparator}"


def days(found: list[DeadlineRead]) -> str:
    return " ".join(one.date.isoformat().removeprefix(f"{YEAR}-") for one in found if one.date)


@pytest.mark.parametrize(("text", "said"), TARGETS)
def test_figures(text: str, said: str) -> None:
    assert " ".join(told(found) for found in figures(text)) == said


@pytest.mark.parametrize("text", NO_TARGETS)
def test_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(("text", "said"), DUE_IN_TEXT)
def test_due_times_in_running_text(text: str, said: str) -> None:
    assert days(due(text)) == said


@pytest.mark.parametrize(("raw", "said"), DUE_IN_FIELD)
def test_due_times_in_a_field(raw: str, said: str) -> None:
    assert days(resolve(raw, YEAR, ISSUED)) == said


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("9—11月", "2026-09-01", "2026-11-30"),
        ("6月1日至8月15日", "2026-06-01", "2026-08-15"),
        ("3月中旬至10月底", "2026-03-11", "2026-10-31"),
        ("2026年11月至2027年3月", "2026-11-01", "2027-03-31"),
        ("即日起至5月底", "2026-03-16", "2026-05-31"),
        ("即日起至2026年底", "2026-03-16", "2026-12-31"),
        ("2025—2027年", "2025-01-01", "2027-12-31"),
        ("9.1-11.30", "2026-09-01", "2026-11-30"),
    ],
)
def test_a_range_has_a_beginning(raw: str, start: str, end: str) -> None:
    (found,) = resolve(raw, YEAR, ISSUED)
    assert found.start and found.date and (found.start.isoformat(), found.date.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("从第二季度起", "2026-04-01"),
        ("自4月起每月通报", "2026-04-01"),
        ("5月10日起施行", "2026-05-10"),
        ("自下半年起", "2026-07-01"),
    ],
)
def test_a_beginning_alone_is_no_due_time(text: str, start: str) -> None:
    (found,) = due(text)
    assert (found.kind, found.date, found.start and found.start.isoformat()) == ("start", None, start)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("每月25日前", [f"2026-{month:02}-25" for month in range(1, 13)]),
        ("每月底前", ["2026-01-31", "2026-02-28", *[None] * 10]),
        ("每季度末", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("每季度首月20日前", ["2026-04-20", "2026-07-20", "2026-10-20", "2027-01-20"]),
        ("每季度", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("半年一次", ["2026-06-30", "2026-12-31"]),
        ("每两个月", [None] * 6),
        ("每周五前", []),
        ("2025—2027年", ["2026-12-31", "2027-12-31"]),
    ],
)
def test_what_is_due_more_than_once_has_all_its_days(raw: str, said: list[str | None]) -> None:
    (found,) = resolve(raw, YEAR, ISSUED)
    assert len(found.days) == len(said)
    assert all(wanted is None or day.isoformat() == wanted for day, wanted in zip(found.days, said, strict=True))


def test_a_day_in_principle_is_soft() -> None:
    assert [found.soft for found in resolve("原则上6月底前，最迟9月底前", YEAR, ISSUED)] == [True, False]
    assert [found.soft for found in due("力争8月底前完工，确保10月底前投用")] == [True, False]


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("力争新建3所", True),
        ("争取创成示范站2个", True),
        ("计划改造200户", True),
        ("预计服务2万人次", True),
        ("新建3所，力争5所", False),
        ("争取上级资金300万元", False),
        ("落实三年行动计划，新建3所", False),
        ("确保改造200户", False),
    ],
)
def test_what_is_striven_for_is_soft(text: str, soft: bool) -> None:
    assert figures(text)[0].soft == soft


def test_a_figure_without_words_counts_what_the_one_before_does() -> None:
    firm, soft = figures("募集善款不少于800万元，力争突破1000万元")
    assert (soft.item, soft.soft, firm.soft) == (firm.item, True, False)


def test_a_cap_of_two_numbers_is_the_higher_one() -> None:
    assert [told(found) for found in figures("平均用时不超过2—3个工作日")] == ["3个工作日<="]


@pytest.mark.parametrize(
    ("text", "days_said"),
    [
        ("每季度开展1次联合检查", 4),
        ("每月走访不少于2次", 12),
        ("每半年检查1次", 2),
        ("每周巡查3次", 0),
        ("全年开展4次", 0),
    ],
)
def test_a_frequency_knows_its_occasions(text: str, days_said: int) -> None:
    (found,) = figures(text)
    assert (found.kind, len(found.days)) == ("frequency", days_said)
