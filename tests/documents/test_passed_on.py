"""The paper that a notice passes on, found below it by the name that the notice gives it."""

import pytest

from tests.documents.water_heads import read

SENT = "各乡镇水管站：\n《{name}》已经县政府同意，现印发给你们，请认真落实。\n芦洲县水务局\n2026年3月2日\n"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("芦洲县水网建设“十五五”规划", "芦洲县水网建设“十五五”规划\n"),
        ("芦洲县农村供水考核评价规程", "芦洲县农村供水\n考核评价规程\n"),
        ("芦洲县落实〈河湖长制条例〉工作举措", "芦洲县落实《河湖\n长制条例》工\n作举措\n"),
        ("2026年〈河长报告〉重点责任落实分工", "2026年《河长报告》重点责任落实分工\n"),
    ],
)
def test_a_title_of_any_kind_over_any_lines(name: str, printed: str) -> None:
    meta = read(f"芦洲县水务局关于印发《{name}》的通知\n{SENT.format(name=name)}{printed}为做好工作，制定本文。\n")
    assert meta.title == printed.replace("\n", "")
    assert meta.issued_on is not None


def test_the_office_before_its_name_is_left_away_in_the_notice() -> None:
    title = "芦洲县节水型社会建设规划"
    assert read(f"{SENT.format(name='节水型社会建设规划')}{title}\n").title == title


def test_a_notice_without_marks_broken_over_lines() -> None:
    head = "芦洲县水务局关于印发\n芦洲县河道采砂管理规程的\n通 知\n各乡镇水管站：\n请认真落实。\n"
    assert read(f"{head}芦洲县水务局\n2026年3月2日\n芦洲县河道采砂管理规程\n").title == "芦洲县河道采砂管理规程"


def test_what_a_notice_numbers_itself_is_not_the_paper_it_passes_on() -> None:
    asks = "一、压实责任。要落实到人。\n二、报送进度。按月报送。\n"
    sent = "各乡镇水管站：\n现将《2026年县〈河长报告〉任务落实分工》印发给你们，并通知如下：\n"
    meta = read(f"{sent}{asks}2026年3月2日\n（联系人：钱某，电话：0000）\n2026年县《河长报告》任务落实分工\n")
    assert meta.title == "2026年县《河长报告》任务落实分工"
    assert str(meta.issued_on) == "2026-03-02"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # papers that a plan is drawn up after are not passed on with it
        ("2026年水务工作要点\n根据《芦洲县水网管理规程》，制定本要点。\n芦洲县水网管理规程\n", "2026年水务工作要点"),
        # the notice's own name has the paper's on a line of its own
        ("芦洲县水务局关于印发\n2026年水务工作要点\n的通知\n各乡镇水管站：\n", "2026年水务工作要点"),
        # the list of annexes names it first
        (
            f"{SENT.format(name='芦洲县水网建设规划')}附件：\n芦洲县水网建设规划\n附件\n芦洲县水网建设规划\n",
            "芦洲县水网建设规划",
        ),
        # a part of the plan that reads like a title of its own
        (f"{SENT.format(name='芦洲县水网建设规划')}芦洲县水网建设规划\n总体安排\n", "芦洲县水网建设规划"),
        (f"{SENT.format(name='芦洲县水务工作办法')}芦洲县水务工作要点\n", "芦洲县水务工作要点"),
        # the page says the notice's name twice, and the paper itself is not headed
        (
            "芦水〔2026〕5号《芦洲县水务局关于印发〈2026年水务要点〉的通知》\n《芦洲县水务局关于印发〈2026年水务要点〉的通知》\n"
            "各乡镇水管站：\n现印发给你们。\n芦洲县水务局\n2026年3月2日\n",
            "2026年水务要点",
        ),
    ],
)
def test_lines_that_only_look_like_the_paper(head: str, title: str) -> None:
    assert read(head).title == title
