"""The name of a notice with marks, offices and numbers around it, who signed it, and the year it tells."""

import pytest

from tests.documents.water_heads import read

GIVEN = "各乡镇水管站：\n现将要点印发给你们，请认真落实。\n"
PLAN = "2026年水务工作要点\n"


@pytest.mark.parametrize(
    "head",
    [
        "《芦洲县水务局关于印发〈2026年水务工作要点〉的通知》\n芦水〔2026〕5号\n",
        "芦水〔2026〕5号《芦洲县水务局关于印发〈2026年水务工作要点〉的通知》\n",
        "《芦洲县水务局关于印发〈2026年水务工作要点〉的通知》（芦水〔2026〕5号）\n",
    ],
)
def test_a_notice_in_marks_is_no_plan_but_names_one(head: str) -> None:
    meta = read(f"{head}{GIVEN}芦洲县水务局\n2026年3月2日\n")
    assert meta.notice_title == "芦洲县水务局关于印发〈2026年水务工作要点〉的通知"
    assert (meta.title, meta.doc_number) == ("2026年水务工作要点", "芦水〔2026〕5号")


@pytest.mark.parametrize("bracket", ["（芦水〔2026〕5号）", "(芦水[2026]5号)", " （芦水〔2026〕 5 号）"])
def test_the_number_in_a_bracket_behind_the_name(bracket: str) -> None:
    meta = read(f"芦洲县水务局印发《关于加强水务工作的实施意见》的通知{bracket}\n{GIVEN}{PLAN}")
    assert meta.notice_title == "芦洲县水务局印发《关于加强水务工作的实施意见》的通知"
    assert (meta.doc_number or "").replace("[", "〔").replace("]", "〕") == "芦水〔2026〕5号"


def test_the_number_of_another_paper_in_a_bracket_is_not_its_own() -> None:
    assert read(f"根据《关于加强水务工作的通知》（省水〔2025〕9号）要求，制定本要点。\n{PLAN}").doc_number is None


@pytest.mark.parametrize("between", ["（县水务局代章）", "(代章)", "（盖章）", "（此处盖章有效）"])
def test_a_bracket_between_office_and_day(between: str) -> None:
    head = f"关于印发2026年水务工作要点的通知\n{GIVEN}芦洲县河长制工作领导小组办公室\n{between}\n2026年3月2日\n{PLAN}"
    meta = read(head)
    assert (meta.issuer, str(meta.issued_on)) == ("芦洲县河长制工作领导小组办公室", "2026-03-02")


def test_two_offices_before_the_name() -> None:
    name = "中共芦洲县委办公室 芦洲县人民政府办公室 关于印发《2026年水务工作要点》的通知"
    meta = read(f"{name}\n发布日期:  2026-03-18  发布机构:  县水务局\n{GIVEN}{PLAN}")
    assert (meta.notice_title, meta.issuer) == (name, "中共芦洲县委办公室 芦洲县人民政府办公室")


def test_a_remark_of_a_law_site_gives_no_year() -> None:
    remark = "法规库提示:根据2024年5月16日县政府关于公布文件清理结果的规定,继续有效\n"
    meta = read(f"芦洲县水务局关于加强水务工作的实施意见\n芦水〔2021〕5号\n{remark}")
    assert (meta.year, meta.doc_number) == (2021, "芦水〔2021〕5号")


def test_the_number_that_a_site_gives_to_a_paper_is_no_item() -> None:
    name = "芦洲县水务局文件"
    meta = read(f"{name}\n第一篇:{name}\n{name}\n芦水〔2026〕5号\n关于印发2026年水务工作要点的通知\n{GIVEN}{PLAN}")
    assert (meta.doc_number, meta.addressees) == ("芦水〔2026〕5号", "各乡镇水管站")


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("芦洲县山塘管护规划", "芦洲县水务局关于印发芦洲县山塘管护规划的通知"),
        ("芦洲县山塘管护实施细则", "芦洲县水务局关于印发芦洲县山塘管护实施细则的通知"),
        ("芦洲县山塘管护规划", "芦洲县水务局关于转发县水管总站《芦洲县山塘管护规划》的通知"),
        ("芦洲县山塘管护方案", "芦洲县水务局印发《芦洲县山塘管护方案》的通知"),
    ],
)
def test_the_paper_that_a_notice_passes_on_is_the_title_whatever_its_kind(name: str, notice: str) -> None:
    meta = read(f"{notice}\n{GIVEN}芦洲县水务局\n2026年3月2日\n（此件公开发布）\n{name}\n")
    assert (meta.title, meta.notice_title) == (name, notice)


def test_what_may_be_published_is_no_title() -> None:
    meta = read(f"芦洲县水务局\n2026年3月2日\n（此件公开发布）\n芦洲县山塘管护的若干实施意见\n{GIVEN}")
    assert meta.title != "（此件公开发布）"


@pytest.mark.parametrize(
    ("head", "notice", "issuer"),
    [
        (
            "芦洲县水务局 中共芦洲县委社会工作部 芦洲县农业农村局 芦洲县住房和城乡建设局关于印发2026年水务要点的通知\n",
            "芦洲县水务局 中共芦洲县委社会工作部 芦洲县农业农村局 芦洲县住房和城乡建设局关于印发2026年水务要点的通知",
            "芦洲县水务局 中共芦洲县委社会工作部 芦洲县农业农村局 芦洲县住房和城乡建设局",
        ),
        (
            "芦洲县水务局\n芦洲县财政局\n芦洲县教育局\n关于印发《2026年水务工作要点》的通知\n",
            "芦洲县水务局 芦洲县财政局 芦洲县教育局关于印发《2026年水务工作要点》的通知",
            None,
        ),
        # the page's short word for the same office is none that issues it together with it
        (
            "县政府办公室\n芦洲县人民政府办公室关于印发2026年水务工作要点的通知\n",
            "芦洲县人民政府办公室关于印发2026年水务工作要点的通知",
            "芦洲县人民政府办公室",
        ),
        (
            "县水务局\n芦洲县水务局\n关于印发《2026年水务工作要点》的通知\n",
            "芦洲县水务局关于印发《2026年水务工作要点》的通知",
            "芦洲县水务局",
        ),
    ],
)
def test_a_notice_of_several_offices(head: str, notice: str, issuer: str | None) -> None:
    meta = read(f"{head}{GIVEN}{PLAN}")
    assert meta.notice_title == notice
    assert issuer is None or meta.issuer == issuer
