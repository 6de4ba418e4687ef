"""Saved web pages: what is the document, in which encoding, whatever the file is called."""

import quopri
from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.reader import read_document
from desktop_app.errors import Refused

BODY = """
<header><div class="logo">云岭区人民政府</div><nav><ul><li><a href="/">首页</a></li></ul></nav></header>
<div class="top"><ul><li><a href=1>首页</a><li><a href=2>要闻</a><li><a href=3>公开</a><li><a href=4>服务</a></ul></div>
<div class="position">当前位置：首页 &gt; 政务公开</div>
<table><tr><td>索引号：</td><td>0123/2026-1</td></tr><tr><td>发布机构：</td><td>云岭区民政局</td></tr></table>
<div id="zoom"><h1>云岭区民政局2026年工作要点</h1><div class="share">分享到：<a href=#>微信</a></div>
<p>　　一、养老服务</p><p>　　1.<b>推进适老化改造</b>。改造
   600户，9月底前完
   成。（牵头责任单位：养老科）</p><p>　　2.发展助餐。新建站点8个<br>（牵头责任单位：养老科）</p>
<p style="display: none">3.隐藏任务。</p><p hidden>3.隐藏任务。</p><template><p>3.模板。</p></template>
<script>document.write("<p>3.脚本任务。</p>")</script><!-- <p>3.注释任务。</p> -->
<p>　　二、社会救助</p><ol start="3"><li>规范审核。入户抽查200户。（责任单位：救助科）</li>
<li>核对信息。（责任单位：低保中心）</li></ol></div>
<div class="related"><h3>相关文章</h3><p>一、某某通知</p></div>
<div class="footer">版权所有：云岭区人民政府 <p>备案号：某ICP备1号</p></div>
"""


def page(charset: str = "utf-8") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>x</title></head><body>{BODY}</body></html>'


def read(path: Path, data: bytes) -> Extraction:
    path.write_bytes(data)
    result = extract(path)
    assert isinstance(result, Extraction)
    return result


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("页.html", page().encode()),
        ("页.htm", page("gb2312").encode("gb18030")),
        ("谎.htm", page("gb2312").encode()),
        ("谎.htm", page("utf-8").encode("gb18030")),
        ("标.htm", b"\xef\xbb\xbf" + page().encode()),
        ("宽.htm", page("unicode").encode("utf-16")),
        ("像.doc", page().encode()),
        ("无头.txt", BODY.encode()),
    ],
)
def test_the_page_is_read_in_its_real_encoding_whatever_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    result = read(tmp_path / name, data)
    assert [section.title for section in result.sections] == ["养老服务", "社会救助"]
    assert [(task.no, task.title, task.text, task.lead_units) for task in result.tasks] == [
        ("1", "推进适老化改造", "改造600户，9月底前完成。", ("养老科",)),
        ("2", "发展助餐", "新建站点8个", ("养老科",)),
        ("3", "规范审核", "入户抽查200户。", ("救助科",)),
        ("4", "核对信息", "", ("低保中心",)),
    ]
    assert (result.meta.title, result.meta.issuer) == ("云岭区民政局2026年工作要点", "云岭区民政局")


def test_nothing_of_the_site_is_left(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    path.write_text(page(), "utf-8")
    text = read_document(path).text
    gone = ["首页", "要闻", "当前位置", "微信", "隐藏", "模板", "脚本", "注释", "相关文章", "ICP", "索引号"]
    assert [word for word in gone if word in text] == []


def test_a_page_saved_with_its_parts(tmp_path: Path) -> None:
    head = (
        b"From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\n'
        b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    packed = quopri.encodestring(page("gb2312").encode("gb18030"))
    assert len(read(tmp_path / "页.mht", head + packed + b"\r\n----b--\r\n").tasks) == 4


def test_a_table_with_spans_saved_as_a_sheet(tmp_path: Path) -> None:
    rows = (
        "<tr><th rowspan=2>序号</th><th rowspan=2>实事项目</th><th colspan=2>责任分工</th>"
        "<th rowspan=2>完成时限</th></tr>"
        "<tr><th>牵头单位</th><th>配合单位</th></tr><tr><td colspan=5>一、民生</td></tr>"
        "<tr><td>1</td><td><p>新建助餐点8个</p></td><td rowspan=2>区民政局</td><td>各镇街</td><td>6月底前</td></tr>"
        "<tr><td>2</td><td>改造床位60张</td><td>区财政局</td><td>11月底</td></tr>"
    )
    data = f"<html><body><h2>云岭区2026年民生实事任务分解表</h2><table>{rows}</table></body></html>".encode()
    result = read(tmp_path / "表.xls", data)
    assert (result.kind, result.meta.title) == ("table", "云岭区2026年民生实事任务分解表")
    assert [(task.title, task.section_no, task.lead_units, task.co_units) for task in result.tasks] == [
        ("新建助餐点8个", "一", ("区民政局",), ("各镇街",)),
        ("改造床位60张", "一", ("区民政局",), ("区财政局",)),
    ]


def test_entities_are_read_and_outside_ones_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "秘.txt"
    secret.write_text("不该读到", "utf-8")
    path = tmp_path / "页.html"
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    path.write_text(f"{entity}<html><body><p>1.抓好A&amp;B&#x4E00;项&x;。</p></body></html>", "utf-8")
    text = read_document(path).text
    assert "抓好A&B一项" in text
    assert "不该读到" not in text


def test_an_empty_page_and_a_deep_one(tmp_path: Path) -> None:
    path = tmp_path / "空.html"
    path.write_bytes(b"<html><body><script>x()</script></body></html>")
    with pytest.raises(Refused, match="台账没有改动"):
        extract(path)
    deep = "<html><body>" + "<div>" * 3000 + "<p>1.修路。全部完工。</p>" + "</div>" * 3000 + "</body></html>"
    path.write_text(deep, "utf-8")
    try:
        assert "修路" in read_document(path).text
    except Refused as refused:
        assert "台账没有改动" in refused.sentence


def test_a_page_whose_parts_lie_in_each_other_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    nest = "<table><tr><td>" * 70 + "1" + "</td></tr></table>" * 70
    path.write_text(f"<html><body>{nest * 400}</body></html>", "utf-8")
    with pytest.raises(Refused, match="大得不正常"):
        extract(path)


def test_a_span_without_measure_takes_no_memory(tmp_path: Path) -> None:
    cell = "<td colspan=99999999 rowspan=99999999>甲</td><td>乙</td>"
    rows = "".join(f"<tr>{cell}</tr>" for _ in range(50))
    path = tmp_path / "表.html"
    path.write_text(f"<html><body><table>{rows}</table></body></html>", "utf-8")
    assert "甲" in read_document(path).text


def test_a_page_as_long_as_a_library_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "长.html"
    path.write_text("<html><body>" + "<p>1.做好这一件事。办好实事。</p>" * 130_000, "utf-8")
    with pytest.raises(Refused, match="太长"):
        extract(path)


def test_a_title_in_no_usual_word_among_the_sites_labels_is_known_by_its_year(tmp_path: Path) -> None:
    body = "<h2>2026年某某县惠民暖心十件事</h2><p>来源：</p><p>日期：2026-02-11 10:00</p><p>字号：[大] [中] [小]</p>"
    lines = (
        "<p>1.新建口袋公园4处。（县城管局负责，9月底前完成）</p><p>2.改造老旧电梯30部。（县市监局负责，年底前完成）</p>"
    )
    read_plan = read(tmp_path / "a.html", f"<html><body>{body}{lines}</body></html>".encode())
    assert (read_plan.meta.title, read_plan.meta.year) == ("2026年某某县惠民暖心十件事", 2026)
    assert [str(deadline.date) for task in read_plan.tasks for deadline in task.deadlines] == [
        "2026-09-30",
        "2026-12-31",
    ]


_ITEMS = (
    "扩大助餐。新建食堂6家。（责任科室：养老科）",
    "规范评估。（责任科室：养老科）",
    "核查低保对象。（责任科室：救助科）",
)


@pytest.mark.parametrize(
    "lists",
    [
        "<ol><li>养老服务<ol><li>{}</li><li>{}</li></ol></li><li>社会救助<ol><li>{}</li></ol></li></ol>",
        "<ol><li><p><b>养老服务</b></p><ol type=a><li>{}<li>{}</ol><li><p>社会救助</p><ol><li>{}</ol></ol>",
        "<ol><li>养老服务<ul><li>{}</li><li>{}</li></ul></li><li>社会救助<ul><li>{}</li></ul></li></ol>",
    ],
)
def test_items_that_head_further_lists_are_chapters(tmp_path: Path, lists: str) -> None:
    result = read(tmp_path / "单.html", f"<body><h1>云岭区民政局2026年工作要点</h1>{lists.format(*_ITEMS)}".encode())
    assert [(section.no, section.title) for section in result.sections] == [("一", "养老服务"), ("二", "社会救助")]
    assert [(task.title, task.section_no) for task in result.tasks] == [
        ("扩大助餐", "一"),
        ("规范评估", "一"),
        ("核查低保对象", "二"),
    ]


def test_a_chapter_without_items_counts_with_those_after_it(tmp_path: Path) -> None:
    first, second, third = (f"<p>{item}</p>" for item in _ITEMS)
    chapters = f"<li><p>养老服务</p><ol><li>{first}<li>{second}</ol><li><p>社会救助</p><ol><li>{third}</ol>"
    body = f"<ol><li><p>总体要求</p></ol><p>坚持为民服务，兜牢底线。</p><ol start='2'>{chapters}</ol>"
    path = tmp_path / "章.html"
    result = read(path, f"<body><h1>云岭区民政局2026年工作要点</h1>{body}".encode())
    lines = read_document(path).text.splitlines()[1:]
    assert [line[:3] for line in lines] == ["一、总", "坚持为", "二、养", "1.扩", "2.规", "三、社", "1.核"]
    assert [(section.no, section.title) for section in result.sections][-2:] == [("二", "养老服务"), ("三", "社会救助")]
    assert [task.section_no for task in result.tasks] == ["二", "二", "三"]


def test_a_list_under_a_task_numbers_its_steps(tmp_path: Path) -> None:
    steps = "<ol><li>制定年度服务方案</li><li>公布服务站点名单</li></ol>"
    task = f"<li>扩大助餐服务范围，让更多老人就近用餐。（责任科室：养老科）{steps}</li>"
    body = f"<body><h1>云岭区民政局2026年工作要点</h1><ol>{task}<li>核查低保对象。（责任科室：救助科）</li></ol>"
    path = tmp_path / "步.html"
    path.write_text(body, "utf-8")
    lines = read_document(path).text.splitlines()[1:]
    assert [line[:3] for line in lines] == ["1.扩", "（1）", "（2）", "2.核"]
