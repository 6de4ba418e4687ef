"""Paper: every title whole in the PDF's own text, no type under 7 pt, pages as asked for, the rows of the screen."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from desktop_app.errors import Refused
from desktop_app.paint import fonts
from desktop_app.paint.application import ready
from desktop_app.paint.pages import pdf_of, placed_on, png_of
from desktop_app.paint.paper import Paper, paginate, set_book, sheet_of, split
from desktop_app.reports.gantt_scene import Bar, Group, Row, Scene, Step, Was
from desktop_app.reports.gantt_scene_axis import SCALES, Scale, axis_of
from desktop_app.reports.gantt_scene_days import Due, Load, Rest

# Every letter of these has a radical that shares its glyph in Chinese fonts.
RADICALS = "一老长马鱼鸟龙龟齐齿金走见青食首香骨高鬼麻黑鼠小户黄革面非行西衣虫血至自而羊立穴示石矢矛目白瓜瓦甘生用田"


def bar(place: int, title: str, units: str = "养老服务科") -> Bar:
    """A task over the year."""
    first, last = date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
    return Bar(place, 0, str(place), title, units, first, last, 40.0, 50.0, "amber", "滞后", "原因", True, ())


def scene_of(*rows: Row, scale: Scale = "year") -> Scene:
    """A scene of these rows over 2026."""
    axis = axis_of(date(2026, 1, 1), date(2026, 12, 31), scale)
    return Scene("2026年民政工作要点甘特图", date(2026, 6, 27).toordinal(), scale, "section", axis, rows)


def many(count: int) -> Scene:
    """A scene with a header row before every eight tasks."""
    rows: list[Row] = []
    for place in range(1, count + 1):
        if place % 8 == 1:
            rows.append(Group(f"第{place // 8 + 1}方面，推进养老服务高质量发展", (("amber", 8),)))
        rows.append(bar(place, f"第{place}项：推进长者食堂和小微站点建设"))
    return scene_of(*rows)


def text_of(pdf: bytes, folder: Path) -> str:
    """The text layer without blanks: as pdftotext reads it, or where that is not installed, PDFium."""
    if not shutil.which("pdftotext"):
        return "".join(pages_text(pdf)).translate(BLANKS)
    path = folder / "chart.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").translate(BLANKS)


def pages_text(pdf: bytes) -> list[str]:
    """The text of each page as PDFium reads it."""
    document = pdfium.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


BLANKS = {ord(blank): None for blank in " \n\r\f\t\u3000"}


@pytest.mark.parametrize("name", fonts.FAMILIES)
def test_titles_can_be_searched_in_whatever_font(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready()
    if name not in fonts.QFontDatabase.families():
        pytest.skip(f"the font {name} is not installed here")
    monkeypatch.setattr(fonts, "family", lambda: name)
    titles = [RADICALS[at : at + 12] for at in range(0, len(RADICALS), 12)]
    titles += ["推进“两项补贴”·长期 12.5%", "A类（试点）—B类《办法》"]
    scene = scene_of(Group("一、守护老年人幸福生活", ()), *(bar(place, title) for place, title in enumerate(titles, 1)))
    text = text_of(pdf_of(scene).data, tmp_path)
    wanted = [scene.title, *(row.label for row in scene.rows)]
    assert [title for title in wanted if title.translate(BLANKS) not in text] == []


def test_title_of_a_plan_and_as_of_and_legend_and_numbers_are_on_every_page() -> None:
    printed = pdf_of(many(60))
    texts = [text.translate(BLANKS) for text in pages_text(printed.data)]
    assert len(texts) == printed.pages > 1
    for number, text in enumerate(texts, 1):
        page = f"第{number}页共{len(texts)}页"
        for wanted in ("2026年民政工作要点甘特图", "截至2026年6月27日", page, "严重滞后", "序号", "任务", "三季度"):
            assert wanted in text


@pytest.mark.parametrize("scale", SCALES)
def test_a_very_long_title_is_wrapped_not_cut(scale: Scale, tmp_path: Path) -> None:
    long = "推动" + "养老服务与医疗康复深度融合" * 6 + "取得实效"
    units = "、".join(f"第{number}街道办事处" for number in range(1, 12))
    header = Group("一、" + "纵深推进全面从严治党" * 12, (("amber", 2),))
    scene = scene_of(header, bar(1, long, units), bar(2, "短标题"), scale=scale)
    text = text_of(pdf_of(scene).data, tmp_path)
    assert long in text
    assert units in text
    assert header.label in text


def test_no_type_is_under_seven_points() -> None:
    for printed in (pdf_of(many(40)), pdf_of(many(34), Paper("A4", pages=1)), pdf_of(many(56), Paper("A3", pages=1))):
        document = pdfium.PdfDocument(printed.data)
        for page in document:
            textpage = page.get_textpage()
            sizes = [
                abs(pdfium.raw.FPDFText_GetFontSize(textpage.raw, at) * scale_of(textpage.raw, at))
                for at in range(textpage.count_chars())
                if textpage.get_text_range(at, 1).strip()
            ]
            assert min(sizes) >= 7.0
        document.close()


def scale_of(textpage: object, at: int) -> float:
    """How much larger than its nominal size a letter stands on the page."""
    matrix = pdfium.raw.FS_MATRIX()
    assert pdfium.raw.FPDFText_GetMatrix(textpage, at, matrix)
    return matrix.d


def test_nothing_is_printed_outside_the_margins() -> None:
    document = pdfium.PdfDocument(pdf_of(many(40)).data)
    picture = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    width, height = picture.size
    assert (width, height) == (842, 595)
    inked = picture.point(lambda level: 255 if level < 250 else 0).getbbox()
    assert inked is not None
    left, top, right, bottom = inked
    assert min(left, top, width - right, height - bottom) >= 27


@pytest.mark.parametrize(
    ("paper", "count", "pages"), [("A4", 34, 1), ("A4", 40, 2), ("A4", 40, 4), ("A3", 56, 1), ("A4", 3, 9)]
)
def test_the_clerk_chooses_the_pages(paper: str, count: int, pages: int) -> None:
    scene = many(count)
    printed = pdf_of(scene, Paper(paper, pages=pages))  # type: ignore[arg-type]
    assert printed.pages == min(pages, len(scene.rows))
    assert len(pages_text(printed.data)) == printed.pages


def test_each_page_is_told_as_it_is_done() -> None:
    heard: list[tuple[int, int]] = []
    printed = pdf_of(many(60), step=lambda done, total: heard.append((done, total)))
    assert heard == [(number, printed.pages) for number in range(1, printed.pages + 1)]


def test_too_few_pages_are_refused_with_the_number_that_would_do() -> None:
    with pytest.raises(Refused, match="小于7磅") as refused:
        pdf_of(many(300), Paper(pages=1))
    needed = int(refused.value.sentence.split("请改为")[1].split("页")[0])
    assert pdf_of(many(300), Paper(pages=needed)).pages == needed
    with pytest.raises(Refused):
        pdf_of(many(300), Paper(pages=needed - 1))


def test_rows_are_set_closer_rather_than_a_few_put_on_a_page_of_their_own() -> None:
    ready()
    sheet = sheet_of("A4", 600)
    counts = [len(set_book(many(count), sheet).pages) for count in range(1, 60)]
    heights = {set_book(many(count), sheet).setting.heights[0] for count in range(1, 60)}
    assert counts == sorted(counts)
    assert counts.count(1) > 22
    assert len(heights) == 2


def test_pages_hold_the_rows_of_the_scene_once_and_in_order() -> None:
    ready()
    scene = many(100)
    book = set_book(scene, sheet_of("A4", 600))
    rows = [placed for number in range(len(book.pages)) for placed in placed_on(scene, book, number, 0.0)]
    assert [placed.row for placed in rows] == list(scene.rows)
    assert [placed.index for placed in rows] == list(range(len(scene.rows)))


GROUPS = st.lists(st.lists(st.integers(5, 20), min_size=2, max_size=9), max_size=9)


@given(GROUPS, st.integers(40, 200), st.integers(1, 9))
def test_pages_fit_and_no_header_row_is_left_at_the_foot(groups: list[list[int]], capacity: int, wanted: int) -> None:
    rows = tuple(bar(1, "任务") if place else Group("板块", ()) for group in groups for place in range(len(group)))
    heights = [float(height) for group in groups for height in group]
    pages = list(paginate(rows, heights, capacity))
    assert [place for page in pages for place in page] == list(range(len(rows)))
    for page in pages:
        assert sum(heights[place] for place in page) <= capacity
    for page in pages[:-1]:
        assert not isinstance(rows[page[-1]], Group)
    more = split(rows, pages, wanted)
    assert [place for page in more for place in page] == list(range(len(rows)))
    assert len(more) >= min(wanted, max(len(rows), 1))


def test_picture_has_title_and_bars_and_the_width_of_the_paper() -> None:
    image = QImage.fromData(png_of(many(20)).data)
    assert (image.width(), png_of(many(20), Paper("A3")).pages) == (1754, 1)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1754, 3) for y in range(0, image.height(), 3)}
    assert {QColor("#9A5B00").name(), "#ffffff"} <= colours
    assert QImage.fromData(png_of(many(40)).data).height() > image.height()


def test_picture_that_would_be_too_tall_is_refused() -> None:
    with pytest.raises(Refused, match="一张图片放不下"):
        png_of(many(2000))


def decorated(count: int) -> Scene:
    """A scene with every decoration: moved, soft and late bars, nodes and duties, due days, days of rest, loads."""
    day = date(2026, 9, 30).toordinal()
    rows: list[Row] = []
    for place in range(1, count + 1):
        if place % 8 == 1:
            months = tuple(Load(start, start + 29, place % 9, place % 4) for start in range(day - 260, day + 90, 30))
            rows.append(Group(f"第{place // 8 + 1}科室", (("amber", 8), ("red", 1)), months))
        duty = [Step(day - 30 * number, "每月1次", True) for number in range(place % 3)]
        row = bar(place, f"第{place}项：{TITLES[place * 7 % 40 :][:17]}")
        marks = {
            "soft": day,
            "due": True,
            "was": Was(row.start + 40, day - 20),
            "nodes": (*duty, Step(day - 90, "中期")),
        }
        rows.append(row._replace(**marks) if place % 2 else row)
    rest = (Rest(day + 1, day + 7, "holiday"), Rest(day + 10, day + 10, "work"))
    return scene_of(*rows)._replace(dues=(Due(day - 100, "6月填报"),), rest=rest, note="筛选出500项，共600项")


TITLES = "推进家庭养老床位建设提升长者食堂服务水平完善分层分类社会救助体系守护困境儿童健康成长深化殡葬移风易俗改革"


def test_five_hundred_tasks_with_every_decoration_take_little_room_and_give_back_every_title(tmp_path: Path) -> None:
    scene = decorated(500)
    printed = pdf_of(scene)
    assert len(printed.data) <= 300_000
    text = text_of(printed.data, tmp_path)
    wanted = [row.label for row in scene.rows] + ["晚112天", "原则上的时限", "每月任务数/其中当月到期", "筛选出500项"]
    assert [label for label in wanted if label.translate(BLANKS) not in text] == []


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_on_every_sheet_nothing_is_outside_and_all_type_is_large_enough(paper: str, orientation: str) -> None:
    scene = decorated(60)
    printed = pdf_of(scene, Paper(paper, orientation))  # type: ignore[arg-type]
    document = pdfium.PdfDocument(printed.data)
    long, short = {"A4": (842, 595), "A3": (1191, 842)}[paper]
    assert len(document) == printed.pages
    for number, page in enumerate(document, 1):
        size = tuple(round(side) for side in page.get_size())
        assert size == ((long, short) if orientation == "landscape" else (short, long))
        picture = page.render(scale=1).to_pil().convert("L").point(lambda level: 255 if level < 250 else 0)
        left, top, right, bottom = picture.getbbox()
        assert min(left, top, size[0] - right, size[1] - bottom) >= 27
        textpage = page.get_textpage()
        text = textpage.get_text_bounded().translate(BLANKS)
        for repeated in (
            scene.title,
            "截至2026年6月27日",
            f"第{number}页共{printed.pages}页",
            "序号",
            "任务",
            "时间节点",
        ):
            assert repeated in text
        for at in range(textpage.count_chars()):
            if textpage.get_text_range(at, 1).strip():
                assert abs(pdfium.raw.FPDFText_GetFontSize(textpage.raw, at) * scale_of(textpage.raw, at)) >= 7.0
    document.close()


def test_black_and_white_tells_late_from_in_time_and_light_from_light() -> None:
    document = pdfium.PdfDocument(pdf_of(scene_of(bar(1, "甲"), bar(2, "乙")._replace(late=False))).data)
    grey = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    width, height = grey.size

    def shades(y: int) -> int:
        return len({grey.getpixel((x, y)) // 24 for x in range(round(width * 0.75), round(width * 0.8))})

    rows = [shades(y) for y in range(height)]
    assert max(rows) >= 3  # the hatch of the late bar
    assert sum(count >= 3 for count in rows) < height / 8


def test_a_page_over_all_of_the_time_repeats_rows_and_titles_for_every_period() -> None:
    scene = many(30)._replace(scale="half", axis=axis_of(date(2026, 1, 1), date(2026, 12, 31), "half"))
    texts = [text.translate(BLANKS) for text in pages_text(pdf_of(scene, Paper(pages=2, time="all")).data)]
    assert len(texts) == 4
    for first, second in ((texts[0], texts[1]), (texts[2], texts[3])):
        assert "一季度" in first and "四季度" in second
        titles = [row.label for row in scene.rows if isinstance(row, Bar) and row.label in first]
        assert titles and all(title in second for title in titles)
