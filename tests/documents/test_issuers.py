"""Who issued a plan and when, as its title, its head, its signature or its imprint say it."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

BODY = (
    "一、工程\n1.疏通管网。清淤9公里。（排水科）\n2.整治山塘。加固6口。（水源科）\n二、管护\n1.巡查河道。完成巡查。\n"
)


def read(text: str) -> tuple[str | None, str | None, str | None]:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 3
    meta = result.meta
    return meta.title, meta.issuer, meta.issued_on.isoformat() if meta.issued_on else None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("芦洲县水务局2026年工作要点", "芦洲县水务局"),
        ("芦洲县水务局二〇二六年工作要点", "芦洲县水务局"),
        ("芦洲县水务局党组2026年工作要点", "芦洲县水务局党组"),
        ("芦洲县委宣传部2026年工作要点", "芦洲县委宣传部"),
        ("芦洲县公安局交通警察大队2026年工作要点", "芦洲县公安局交通警察大队"),
        ("芦洲县税务局第一税务所2026年工作要点", "芦洲县税务局第一税务所"),
        ("芦洲县图书馆2026年工作计划", "芦洲县图书馆"),
        ("青石街道办事处2026年工作要点", "青石街道办事处"),
        ("芦洲县妇女联合会2026年工作要点", "芦洲县妇女联合会"),
        ("芦洲县水务局关于落实县政府2026年重点工作的责任分解表", "芦洲县水务局"),
        ("芦洲县水务局落实县政府重点工作分工方案", "芦洲县水务局"),
        ("芦洲县水务局 2026 年工作要点", "芦洲县水务局"),
        ("芦洲县政府办公室转发县水务局关于加强供水管理的意见", "芦洲县政府办公室"),
        ("芦洲县2026年水务工作要点", None),
        ("2026年全县水务工作要点", None),
        ("青石街道2026年为民实事安排", None),
    ],
)
def test_the_office_that_a_title_names(title: str, issuer: str | None) -> None:
    assert read(f"{title}\n{BODY}")[:2] == (title, issuer)


@pytest.mark.parametrize(
    ("closing", "issuer", "day"),
    [
        ("芦洲县水务局\n2026年2月3日\n", "芦洲县水务局", "2026-02-03"),
        ("芦洲县水务局2026年2月3日\n", "芦洲县水务局", "2026-02-03"),
        ("芦洲县水务局（盖章）\n2026年2月3日\n", "芦洲县水务局", "2026-02-03"),
        ("（盖章）\n2026.2.3\n", None, "2026-02-03"),
        ("芦洲县水务局办公室　　　2026年2月3日印发\n", None, "2026-02-03"),
        ("抄送：市水务局。\n芦洲县水务局办公室　2026年2月3日印发\n", None, "2026-02-03"),
        ("牵头领导 钱某　牵头科室 河湖中心\n芦洲县水务局\n2026年2月3日\n", "芦洲县水务局", "2026-02-03"),
        ("2026年2月3日前报送方案。\n", None, None),
    ],
)
def test_the_closing_lines(closing: str, issuer: str | None, day: str | None) -> None:
    assert read(f"2026年全县水务工作要点\n{BODY}{closing}")[1:] == (issuer, day)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("芦洲县水务局　2026年2月3日印发", "2026-02-03"),
        ("时间：2026-02-03　来源：芦洲县水务局　浏览：12次", "2026-02-03"),
        ("发布时间：2026/02/03 10:12", "2026-02-03"),
        ("会议时间：2026年2月3日", None),
    ],
)
def test_the_line_below_the_title(head: str, day: str | None) -> None:
    assert read(f"芦洲县水务局2026年工作要点\n{head}\n{BODY}")[2] == day


def test_number_and_day_in_one_bracket_below_the_title() -> None:
    result = extract_text(f"芦洲县水务局2026年工作要点\n（芦水〔2026〕6号  2026年1月29日）\n{BODY}")
    assert isinstance(result, Extraction)
    assert (result.meta.doc_number, str(result.meta.issued_on)) == ("芦水〔2026〕6号", "2026-01-29")


NAMED = "芦洲县2026年水务工作要点\n"


@pytest.mark.parametrize(
    ("signed", "issuer"),
    [
        ("芦洲县水务局  芦洲县财政局\n芦洲县公安局\n", "芦洲县水务局 芦洲县财政局 芦洲县公安局"),
        (
            "芦洲县水务局\n芦洲县财政局\n芦洲县公安局\n芦洲县教育局\n",
            "芦洲县水务局 芦洲县财政局 芦洲县公安局 芦洲县教育局",
        ),
        ("中共芦洲县委办公室\n芦洲县人民政府办公室\n", "中共芦洲县委办公室 芦洲县人民政府办公室"),
        # what stands above does not sign with it
        ("监督电话 水务股\n芦洲县水务局\n", "芦洲县水务局"),
        ("青石镇政府\n柳滩镇政府\n芦洲县水务局\n", "柳滩镇政府 芦洲县水务局"),
        ("责任科室 河湖中心\n芦洲县水务局\n", "芦洲县水务局"),
    ],
)
def test_offices_that_sign_together(signed: str, issuer: str) -> None:
    assert read(f"{NAMED}{BODY}{signed}2026年2月3日\n")[1] == issuer


@pytest.mark.parametrize(
    ("below", "issuer", "day"),
    [
        ("芦洲县水务局河湖科\n2026年2月\n", "芦洲县水务局河湖科", None),
        ("芦洲县水务局\n", "芦洲县水务局", None),
        ("（芦洲县水务局）\n", "芦洲县水务局", None),
        ("（2026年2月3日印发）\n", None, "2026-02-03"),
        # offices that a paper tells of, not its own
        ("柳滩县水务局\n", None, None),
        ("芦洲县水务局配合：\n", None, None),
        ("2026年2月3日前报送方案。\n", None, None),
    ],
)
def test_the_office_or_the_day_below_a_title(below: str, issuer: str | None, day: str | None) -> None:
    assert read(f"芦洲县2026年水务工作要点\n{below}{BODY}")[1:] == (issuer, day)


NOTICE = "芦洲县人民政府办公室关于印发《水利工程年度任务》的通知\n"


def test_the_days_in_figures_above_a_notice_are_its_pages_own() -> None:
    page = f"综合政务\n芦洲县政府\n2026-03-01\n2026-03-01\n有效\n{NOTICE}各镇人民政府：\n现印发给你们。\n"
    signed = "芦洲县人民政府办公室\n2026年2月20日\n2026年水利工程年度任务\n"
    assert read(page + signed + BODY)[1:] == ("芦洲县人民政府办公室", "2026-02-20")
    # where nobody signs below, they are all that tells
    assert read(page + "2026年水利工程年度任务\n" + BODY)[1:] == ("芦洲县政府", "2026-03-01")


@pytest.mark.parametrize(
    ("head", "title", "issuer"),
    [
        (
            "芦洲县防汛抗旱委员会办公室文件\n芦汛办〔2026〕4号\n{named}",
            "芦洲县2026年水务工作要点",
            "芦洲县防汛抗旱委员会办公室",
        ),
        ("有关政策文件\n{named}", "芦洲县2026年水务工作要点", None),
        ("芦洲中学2026年工作计划\n芦洲中学\n2026年3月1日\n", "芦洲中学2026年工作计划", "芦洲中学"),
        ("2026年河湖任务清单\n制表单位：芦洲县水务局  时间：2026年2月\n", "2026年河湖任务清单", "芦洲县水务局"),
        ("芦洲街道2025年工作总结和2026年工作安排 2026-01-07\n", "芦洲街道2025年工作总结和2026年工作安排", None),
    ],
)
def test_other_places_of_the_office(head: str, title: str, issuer: str | None) -> None:
    assert read(head.replace("{named}", NAMED) + BODY)[:2] == (title, issuer)


def test_a_day_spread_over_the_last_line_is_the_day_of_issue() -> None:
    said = read("芦洲县护渠工作方案\n" + BODY + "芦洲县水务局办公室　　2026   年 4 月 10 日印发\n")
    assert said == ("芦洲县护渠工作方案", None, "2026-04-10")
