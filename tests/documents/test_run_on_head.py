"""The head of a notice that a printed page gave in one run, and what a document site puts over it."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from tests.documents.water_heads import ITEMS, read

NAME = "芦洲县水务局关于印发《芦洲县山塘整治规划》的通知"
SENT = "经局党组研究，现将《芦洲县山塘整治规划》印发给你们，请认真落实。"


@pytest.mark.parametrize(
    "run",
    [
        f"芦水〔2026〕5号 {NAME} 各乡镇水管站，局机关各科室： {SENT} 2026 年 3 月 2 日 （此件公开发布） —1—\n",
        f"芦水〔2026〕5 号芦洲县水务局 {NAME[6:]} 各乡镇水管站，局机关各科室：{SENT}芦洲县水务局 2026年3月2日\n",
        f"芦水〔2026〕5号{NAME}各乡镇水管站，局机关各科室：{SENT}2026年3月2日 —1—芦洲县山塘整治规划\n",
    ],
)
def test_each_part_of_the_run_is_read(run: str) -> None:
    meta = read(run)
    assert (meta.notice_title or "").replace(" ", "") == NAME
    assert (meta.doc_number, meta.issuer, str(meta.issued_on)) == ("芦水〔2026〕5号", "芦洲县水务局", "2026-03-02")
    assert meta.addressees == "各乡镇水管站，局机关各科室"
    assert meta.title == "芦洲县山塘整治规划"


def test_the_name_of_a_file_is_no_title() -> None:
    site = "某某文库 - 海量文档,下载即用。\n芦水〔2026〕5号:关于印发2026年水务工作要点的通知.pdf\n下载后继续阅读\n"
    meta = read(
        f"{site}芦水〔2026〕5号 芦洲县水务局关于印发2026年水务工作要点的通知 各乡镇水管站：{SENT}\n2026年水务工作要点\n"
    )
    assert (meta.title, meta.addressees) == ("2026年水务工作要点", "各乡镇水管站")
    assert meta.notice_title == "芦洲县水务局关于印发2026年水务工作要点的通知"


def test_a_sentence_about_a_notice_stays_whole() -> None:
    result = extract_text(f"2026年水务工作要点\n芦洲县水务局关于做好防汛工作的通知各乡镇已收到：按此办理。\n{ITEMS}")
    assert isinstance(result, Extraction)
    assert result.meta.title == "2026年水务工作要点"
    assert result.meta.notice_title is None


def test_who_signs_below_a_mark_left_open_and_over_a_day_without_its_words() -> None:
    meta = read(
        "各乡镇水管站：\n现将《2026年水务工作要点印发给你们，请认真落实。\n芦洲县水务局\n202632\n2026年水务工作要点\n"
    )
    assert (meta.issuer, meta.issued_on) == ("芦洲县水务局", None)
