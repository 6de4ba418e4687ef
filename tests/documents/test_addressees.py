"""To whom a notice goes, and the number in a bracket behind a title."""

from pathlib import Path

import pytest

from desktop_app.documents.addressees import ends_notice
from desktop_app.documents.reader import read_content
from desktop_app.documents.reader.clean import clean
from tests.documents.pdf_files import Text, column, pdf
from tests.documents.water_heads import read

NAME = "芦洲县水务局关于印发2026年水务工作要点的通知\n"
GIVEN = "现将要点印发给你们，请认真落实。\n芦洲县水务局\n2026年3月2日\n2026年水务工作要点\n"


@pytest.mark.parametrize(
    "whom",
    ["县河湖治理专班", "县防汛抗旱工作组", "青石灌区管理站", "芦洲水务集团公司", "柳滩村", "县河长办、青石水库管理所"],
)
def test_one_office_alone(whom: str) -> None:
    assert read(f"{NAME}{whom}：\n{GIVEN}").addressees == whom


@pytest.mark.parametrize("whom", ["县政府", "芦洲县人民政府办公室", "县委、县政府", "县委办"])
def test_a_report_to_those_above(whom: str) -> None:
    head = f"芦水〔2026〕5号\n芦洲县水务局关于2026年工作计划的报告\n{whom}：\n"
    assert read(head).addressees == whom
    assert read(f"{head}现将工作计划报告如下：\n").addressees == whom


@pytest.mark.parametrize(
    "line",
    [
        "成立河湖治理工作组：",
        "会议听取汇报，并议定：",
        "提出如下意见，请贯彻：",
        "主要目标：",
        "县河湖治理专班：张某，李某。",
    ],
)
def test_lines_that_address_nobody(line: str) -> None:
    assert read(f"2026年水务工作要点\n{line}\n为做好工作，制定本要点。\n").addressees is None


def test_whom_below_a_page_s_many_labels() -> None:
    labels = (
        "索 引 号",
        "10/2026-2",
        "发文日期",
        "2026-03-02",
        "发布机构",
        "县水务局",
        "有 效 性",
        "有效",
        "分   类",
        "水务",
    )
    page = NAME + "2026-03-02 10:00\n" + "\n".join(labels) + "\n文    号\n芦水〔2026〕5号\n"
    assert read(f"{page}各乡镇水管站，县直有关单位：\n{GIVEN}").addressees == "各乡镇水管站，县直有关单位"


@pytest.mark.parametrize("bracket", ["（芦水〔2026〕5号）", " (芦水[2026]5号)", "（芦水〔2026〕 5 号）"])
def test_the_number_behind_a_title(bracket: str) -> None:
    meta = read(f"2026年水务工作要点{bracket}\n芦洲县水务局\n2026年3月2日\n")
    assert meta.title == "2026年水务工作要点"
    assert (meta.doc_number or "").replace("[", "〔").replace("]", "〕") == "芦水〔2026〕5号"


def test_the_number_behind_a_title_among_a_page_s_labels() -> None:
    page = "• 索引号：10/2026-2\n2026年水务工作任务（芦水〔2026〕5号）\n来源：县水务局   2026-03-02 10:56\n"
    meta = read(f"{page}各乡镇水管站：\n《2026年水务工作任务分解》已经同意，现印发给你们。\n2026年水务工作任务分解\n")
    assert (meta.title, meta.doc_number) == ("2026年水务工作任务分解", "芦水〔2026〕5号")


@pytest.mark.parametrize(
    "line",
    [
        "按照《水务工作要点》（省水〔2025〕9号）",
        "为落实省2025年水务工作要点，依据有关方案（省水〔2025〕9号）精神，制定本文。",
        "2026年水务工作要点（第5号）",
    ],
)
def test_a_bracket_that_is_not_the_paper_s_number(line: str) -> None:
    assert read(f"2026年水务工作要点\n{line}\n").doc_number is None


FULL = "芦洲县水务局关于印发《芦洲县水务局2026年河湖管护要点》的通知"
TO = "各镇（街道）水务办，局机关各科室，局属各单位："
TOLD = "现将《芦洲县水务局2026年河湖管护要点》印发给你们，请结合实际认真抓好落实，每季末报送进展情况。"


def test_the_name_of_a_notice_may_fill_its_line_on_a_printed_page(tmp_path: Path) -> None:
    size, letters = 14, len(FULL)
    lines = [Text(70, 740, FULL, size), Text(70, 716, TO, size), *column([TOLD, TOLD], 70, 692, letters, size)]
    path = tmp_path / "通知.pdf"
    path.write_bytes(pdf(lines))
    assert [line.strip("\u3000") for line in read_content(path).text().splitlines()] == [FULL, TO, TOLD, TOLD]


def test_the_name_of_a_notice_may_fill_its_line_in_a_text_of_one_width() -> None:
    said = "各镇要落实河长责任，对照任务清单逐项细化措施并按月公布进度，确保完成"
    text = "\n".join([FULL, TO, *[said[:31]] * 8])
    assert clean(text).text.splitlines()[:2] == [FULL, TO]


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("　　为贯彻落实县政府关于做好河湖管护工作的通知", "各项要求，结合实际制定方案。"),
        ("根据县政府关于做好河湖管护工作的通知", "各科室要抓好落实："),
        (FULL, "精神，各镇要抓好落实。"),
        ("芦洲县水务局关于印发《芦洲县水务局2026年河湖管护要点》", "各镇（街道）水务办："),
    ],
)
def test_what_goes_on_below_a_full_line_is_no_addressee(name: str, below: str) -> None:
    assert not ends_notice([name], below)
