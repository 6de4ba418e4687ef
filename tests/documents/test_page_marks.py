"""Page numbers between dashes, in PDF files and in what was copied from one."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract, extract_text
from desktop_app.documents.reader.clean import clean
from tests.documents.pdf_files import Stroke, Text, pdf

HEAD = "柳溪县2026年助浴工作要点\n"
FIRST = "1.建设助浴点。新建助浴点12个，统一配备助浴设备。（责任单位：县民政局、县委社会"
REST = "工作部、县卫健局）"
SECOND = "2.培训助浴员。培训助浴员80名。（责任单位：县人社局）"


@pytest.mark.parametrize(
    "between",
    ["—９—", "\n—９—\n", "－ ９ －", "\n－ ９ －\n", "- 9 -\n", "\n— 9 —", "\n-9-\n", "—９—\n", "\n  ―９―  \n"],
)
def test_a_note_goes_on_over_the_end_of_a_page(between: str) -> None:
    text = f"{HEAD}－ ８ －\n{FIRST}{between}{REST}\n{SECOND}\n－ 10 －\n"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [(task.title, *task.lead_units) for task in result.tasks] == [
        ("建设助浴点", "县民政局", "县委社会工作部", "县卫健局"),
        ("培训助浴员", "县人社局"),
    ]
    assert "９" not in result.source and "10" not in result.source


def test_a_mark_between_two_items_parts_them() -> None:
    text = f"{HEAD}一、建设助浴点。新建12个。—１—二、培训助浴员。培训80名。\n—２—\n三、走访。走访30户。"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["建设助浴点", "培训助浴员", "走访"]


@pytest.mark.parametrize(
    "text",
    [
        "开展“一门—3—办”改革",  # counts on from nothing
        "组建3—5—2工作专班",
        "型号为A—1—B的设备",
        "推行1－2－3工作法",
        "改造——3——处",
        "项目1—1至1—2",
    ],
)
def test_dashes_that_are_no_page_numbers(text: str) -> None:
    assert clean(text).text == text


def test_the_cleaned_text_is_found_again_in_the_raw_one() -> None:
    raw = "一、甲事项推\n—1—\n二、乙事—2—项推进"
    document = clean(raw)
    assert document.text == "一、甲事项推\n二、乙事项推进"
    at = document.text.index("项推进")
    assert raw[slice(*document.raw_span((at, at + 3)))] == "项推进"


def test_a_page_number_high_above_the_lower_edge(tmp_path: Path) -> None:
    title = Text(150, 750, HEAD.strip(), 18)
    long = FIRST[:30], FIRST[30:]
    first: list[Text | Stroke] = [title, Text(102, 240, long[0]), Text(70, 212, long[1]), Text(270, 160, "—１—", 14)]
    second: list[Text | Stroke] = [Text(70, 740, REST), Text(102, 712, SECOND), Text(270, 160, "—２—", 14)]
    path = tmp_path / "要点.pdf"
    path.write_bytes(pdf(first, second))
    result = extract(path)
    assert isinstance(result, Extraction)
    assert [task.lead_units for task in result.tasks] == [("县民政局", "县委社会工作部", "县卫健局"), ("县人社局",)]


@pytest.mark.parametrize("annex", ["附件2", "附件：", "附表1"])
def test_an_annex_opens_below_a_full_last_line(tmp_path: Path, annex: str) -> None:
    words = "2.培训助浴员。培训助浴员80名，结业后统一发放证书，纳入县级人才库、并按年度逐批组织集中复训确保人"
    words += "人持证上岗服务老人。（责任单位：县人社局、县民政局、县卫健局）"  # 3 full lines
    opening = Text(102, 700, "1.建设助浴点。新建3个。（责任单位：县民政局）")
    first: list[Text | Stroke] = [Text(150, 750, HEAD.strip(), 18), opening]
    first += [Text(70, 672 - 28 * n, words[at : at + 27]) for n, at in enumerate(range(0, len(words), 27))]
    path = tmp_path / "要点.pdf"
    path.write_bytes(
        pdf(
            first,
            [
                Text(70, 740, annex),
                Text(200, 700, "助浴单位名单", 18),
                Text(70, 660, "柳溪县第一助浴院、柳溪县第二助浴院、柳溪县第三助浴院"),
            ],
        )
    )
    result = extract(path)
    assert isinstance(result, Extraction)
    assert result.tasks[-1].lead_units == ("县人社局", "县民政局", "县卫健局")
    assert f"\n{annex}\n" in result.source
