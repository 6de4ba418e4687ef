"""What a saved page tells about itself stands apart from the head of the document that it shows."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from tests.documents.water_heads import ITEMS, read

NOTICE = "芦洲县水务局关于印发2026年水务工作要点的通知"
PLAN = "现将要点印发给你们，请认真落实。\n2026年水务工作要点\n"


@pytest.mark.parametrize(
    "between",
    [
        "发布日期：2026-03-02    来源：水务局  浏览次数：  字号：〖\n\n",
        "发布时间:2026-03-02 09:12信息来源: 芦洲县水务局阅读次数:编辑:某某 字体:【\n",
        "来源：芦洲县政府网 日期：2026-03-02 17:08 字号：【\n视力保护色：\n浏览量：\n",
        "发表日期： 2026-03-02 来源：水务局 作者：某某 该信息已被浏览：\n",
        "• 时间:2026-03-02 08:58:16\n• 发布:芦洲县水务局\n芦水〔2026〕5号\n" + NOTICE + "\n",
        "2026-03-02   作者: 点击数:\n索引号:  10/2026-2  公开目录:  水务\n主题词:  水务  发布机构:  水务局  文  号:\n",
        "政策咨询机关：政策咨询电话：\n",
    ],
)
def test_labels_between_the_name_and_the_addressees(between: str) -> None:
    meta = read(f"{NOTICE}\n{between}各乡镇水管站，局机关各科室：\n{PLAN}")
    assert meta.notice_title == NOTICE
    assert meta.title == "2026年水务工作要点"
    assert meta.addressees == "各乡镇水管站，局机关各科室"


def test_the_name_and_the_number_in_the_page_own_list() -> None:
    meta = read(
        "法规首页 最新法规 水务专栏 资料下载 法规搜索大全 联系方式\n热点专题\n防汛法规汇编(2015)\n"
        f"发文标题: {NOTICE}\n发文文号: 芦水[2026]5号\n发文部门: 芦洲县水务局\n发文时间: 2026-03-02\n"
        f"阅读人次: 46\n页面功能:\n  • 加入收藏\n  • 关闭\n发文内容:\n\n各乡镇水管站：\n{PLAN}"
    )
    assert (meta.notice_title, meta.doc_number) == (NOTICE, "芦水[2026]5号")
    assert (meta.issuer, str(meta.issued_on)) == ("芦洲县水务局", "2026-03-02")
    assert (meta.title, meta.addressees) == ("2026年水务工作要点", "各乡镇水管站")


def test_the_name_of_the_notice_only_behind_a_spaced_label() -> None:
    meta = read(f"索引号：10/2026-2\n发布日期：2026-03-02\n标 题：{NOTICE}\n有 效 性：有效\n各乡镇水管站：\n{PLAN}")
    assert (meta.notice_title, meta.issuer, meta.title) == (NOTICE, "芦洲县水务局", "2026年水务工作要点")


@pytest.mark.parametrize("day", ["【公布日期】2026.03.02", "∙【公布日期】2026-03-02", "公布日期：2026/3/2"])
def test_the_day_in_a_framed_label(day: str) -> None:
    assert str(read(f"文章属性\n∙【制定机关】芦洲县水务局\n{day}\n正文\n{NOTICE}\n{PLAN}").issued_on) == "2026-03-02"


def test_a_day_of_a_document_site_is_none_of_the_paper() -> None:
    meta = read(f"芦洲县水务局文件\n时间:2019-05-14 10:45:55下载本文作者:会员上传\n{NOTICE}\n{PLAN}")
    assert (meta.issued_on, meta.year) == (None, 2026)


def test_a_row_of_buttons_is_no_title() -> None:
    result = extract_text(
        "网站首页 无障碍浏览 长者模式\n2026年3月2日下午，局长主持召开局务会议。会议议定如下：\n" + ITEMS
    )
    assert isinstance(result, Extraction)
    assert (result.kind, result.meta.title) == ("minutes", None)


def test_what_a_plan_itself_labels_stays() -> None:
    result = extract_text("2026年水务工作要点\n会议时间：2026年3月2日\n实施时间：2026年全年\n联系电话：12345\n" + ITEMS)
    assert isinstance(result, Extraction)
    assert "会议时间" in result.source and "实施时间" in result.source and "联系电话" in result.source


@pytest.mark.parametrize(
    "head",
    [
        "芦洲县水务局2026年工作要点.docx\n",
        "标题：芦洲县水务局2026年工作要点\n文号：芦水〔2026〕5号\n印发日期：2026-03-02\n各乡镇：\n",
    ],
)
def test_a_title_that_only_the_page_or_the_file_tells(head: str) -> None:
    meta = read(head)
    assert (meta.title, meta.issuer, meta.year) == ("芦洲县水务局2026年工作要点", "芦洲县水务局", 2026)


def test_a_row_of_people_is_no_row_of_buttons() -> None:
    result = extract_text("局务会议纪要\n钱某 孙某某 李某 周某某 欧阳某某 吴某\n会议议定：\n" + ITEMS)
    assert isinstance(result, Extraction)
    assert "欧阳某某" in result.source


def test_the_value_of_a_label_is_no_title() -> None:
    page = "索引号：\n10/2026-2\n组配分类：\n政府工作报告\n发布机构：\n县水务局\n有效性：\n有效\n"
    meta = read(f"{page}{NOTICE}\n各乡镇水管站：\n{PLAN}")
    assert (meta.title, meta.notice_title) == ("2026年水务工作要点", NOTICE)
    assert read("索引号：10/2026-2\n标题：\n水务工作计划\n来源：县水务局\n").title == "水务工作计划"


@pytest.mark.parametrize(
    ("source", "issuer"),
    [
        ("芦洲县水务局", "芦洲县水务局"),
        ("县水务局", None),
        ("柳溪日报社", None),
        ("柳溪县水务局", None),
        ("芦洲新闻网", None),
    ],
)
def test_the_office_that_a_page_names_as_its_source(source: str, issuer: str | None) -> None:
    assert read(f"芦洲县水务事业发展规划\n发布时间：2026-03-02 来源：{source}\n").issuer == issuer
    assert read(f"芦洲县水务事业发展规划\n来源：{source}\n芦洲县河长办\n2026年3月2日\n").issuer == "芦洲县河长办"


def test_an_empty_label_of_the_office_does_not_take_the_label_below_it() -> None:
    meta = read("索引号：10/2026-2\n发布机构：\n成文日期：\n2026年水务工作要点\n来源：\n")
    assert (meta.title, meta.issuer) == ("2026年水务工作要点", None)
    assert read("索引号：10/2026-2\n发布机构：\n芦洲县水务局\n2026年水务工作要点\n").issuer == "芦洲县水务局"


def test_letters_spread_over_the_line_are_closed_up_and_offices_are_not() -> None:
    assert read("水 务 工 作 要 点\n（2026年）\n").title == "水务工作要点（2026年）"
    name = "芦洲县水务局 芦洲县财政局关于印发2026年水务工作要点的通知"
    assert read(f"{name}\n各乡镇水管站：\n{PLAN}").notice_title == name
