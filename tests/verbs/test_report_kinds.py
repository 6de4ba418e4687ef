"""The leader's brief, the tables of figures, the charts, private papers, templates: what they say of one ledger."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from desktop_app.cli import main
from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.progress import statuses
from desktop_app.errors import Refused
from desktop_app.paint.official import set_paper
from desktop_app.reports.figures import by_leader, means
from desktop_app.reports.paper import Paragraph, Picture, Table, paragraphs
from desktop_app.reports.scores import SHIPPED, ScoreRule, score_changes
from desktop_app.store.store import Store
from desktop_app.texts import papers_figures
from desktop_app.verbs.check_docx import check_docx
from desktop_app.verbs.report import Choices, Made, make
from desktop_app.verbs.report_templates import fields_of, is_own, shipped_template, template_changes, template_of
from desktop_app.verbs.report_write import write_paper
from desktop_app.verbs.trace import trace
from tests.verbs.papers_case import DAY, open_papers

JUNE = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        draft = Draft()
        for place, task in enumerate(made.snapshot().tasks_in_order()):
            leader = ("副局长甲", "副局长乙", None)[place % 3]
            draft.set("task", task, {"leader": leader, "title": task.title + "，切实抓好落实工作任务" * (place % 2)})
        made.apply(draft.changes, "分管领导")
        yield made


def tables(made: Made) -> dict[str, list[list[str]]]:
    """The tables of a paper by the text before each; of the first, by ''."""
    found, name = {}, ""
    for block in made.blocks:
        if isinstance(block, Paragraph) and block.words.text:
            name = block.words.text
        elif isinstance(block, Table):
            heads = [column.header for column in block.columns]
            found[name] = [heads, *([words.text for words in row] for row in block.rows)]
    return found


def test_the_brief_is_one_page_and_adds_up(store: Store) -> None:
    made = make(store, "brief", "2026-06")
    assert set_paper(made.blocks).pages == 1
    counts = next(iter(tables(made).values()))
    total, *kinds = (int(cell) for cell in counts[1][1:])
    assert total == 30 == sum(kinds)
    assert sum(float(cell) for cell in counts[2][2:]) == pytest.approx(100)
    assert [len(block.data) > 10_000 for block in made.blocks if isinstance(block, Picture)] == [True]
    assert any(words.text.startswith("需要关注的事项（共") for words in paragraphs(made.blocks))


def test_the_brief_stays_one_page_whatever_the_names(store: Store) -> None:
    draft, snapshot = Draft(), store.snapshot()
    for unit in snapshot.units_in_order():
        draft.set("unit", unit, {"name": f"某区未成年人救助保护和儿童福利指导中心{unit.key}"})
    for place, task in enumerate(snapshot.tasks_in_order()):
        leader = ("党组成员、副局长某某某", "局长", "二级调研员某某某", "副局长甲", "副局长乙")[place % 5]
        told = {"title": "持续推进居家社区机构相协调的养老服务体系建设", "leader": leader, "deadline": "2026-06-15"}
        draft.set("task", task, told)
    for section in snapshot.tables["section"].values():
        draft.set("section", section, {"title": "健全老龄工作机制，弘扬敬老爱老风尚"})
    store.apply(draft.changes, "改名")
    blocks = make(store, "brief", "2026-06").blocks
    assert set_paper(blocks).pages == 1
    assert sum(isinstance(block, Table) for block in blocks) == 3


def test_the_briefs_moves_are_those_between_the_rounds(store: Store) -> None:
    counts = next(iter(tables(make(store, "brief", "2026-06", Choices(pictures=False))).values()))
    now, moved = (counts[line][2:] for line in (1, 3))
    before = statuses(store.snapshot(), date(2026, 5, 31))
    done = sum(status.state == "finished" for status in before.values())
    assert int(now[0]) - done == int(moved[0])


def test_every_number_of_brief_and_figures_leads_to_the_ledger(store: Store) -> None:
    for kind in ("brief", "figures"):
        for number in trace(store, make(store, kind, "2026-06", Choices(pictures=False))):
            if not number.name.startswith(("period:", "before:", "as_of:")):
                assert number.origins, (kind, number)


def test_the_figures_are_those_of_the_page(store: Store) -> None:
    found = tables(make(store, "figures", "2026-06"))
    assert {"主要比率", "按分管领导", "按牵头单位", "按工作板块", "各单位反馈情况", "历次填报"} <= found.keys()
    snapshot = store.snapshot()
    known, tasks = statuses(snapshot, JUNE), snapshot.tasks_in_order()
    for group, line in zip(by_leader(known, tasks), found["按分管领导"][1:], strict=True):
        done, expected, _ = means(known, group.total.tasks)
        assert (line[0], line[1]) == (group.total.name, str(group.total.count))
        assert (float(line[-2]), float(line[-1])) == (done, expected)
    rates = {line[0]: line[1:] for line in found["主要比率"][1:]}
    assert rates["完成率"] == ["完成率＝已完成4项÷任务总数30项＝13.3%", "13.3"]
    assert [line[0] for line in found["历次填报"][1:]] == ["5月", "6月"]
    assert papers_figures.RANKING not in found


def test_units_are_ranked_where_the_clerk_wants_it(store: Store) -> None:
    store.apply(score_changes(store.snapshot(), ScoreRule(True, 100.0, SHIPPED)), "启用评分")
    lines = tables(make(store, "figures", "2026-06"))["评分和名次"][1:]
    assert len(lines) == 6 and [float(line[2]) for line in lines] == sorted(
        (float(line[2]) for line in lines), reverse=True
    )
    assert all(line[3].startswith("得分＝基础分100分") for line in lines)


def test_two_rounds_are_compared(store: Store) -> None:
    with_last = make(store, "figures", "2026-06")
    named = make(store, "figures", "2026-06", Choices(against="2026-05"))
    turned = [rows for name, rows in tables(with_last).items() if name.startswith("与")]
    assert turned and [line[3:5] for line in turned[0][1:]] == [
        line[3:5] for name, rows in tables(named).items() if name.startswith("与2026年5月") for line in rows[1:]
    ]
    assert all(before != after for before, after in (line[3:5] for line in turned[0][1:]))
    with pytest.raises(Refused, match="不是一个周期"):
        make(store, "figures", "2026-06", Choices(against="五月"))


def test_the_figures_as_a_workbook_have_a_sheet_a_table(store: Store, tmp_path: Path) -> None:
    write_paper(make(store, "figures", "2026-06"), tmp_path / "统计.xlsx")
    book = openpyxl.load_workbook(tmp_path / "统计.xlsx")
    assert {"主要比率", "按牵头单位", "历次填报"} <= set(book.sheetnames)
    assert book["按牵头单位"]["B3"].value == 5


def test_the_charts_are_a_paper_of_pictures(store: Store) -> None:
    drawn = [block.name for block in make(store, "charts", "2026-06").blocks if isinstance(block, Picture)]
    assert len(drawn) >= 4 and len(set(drawn)) == len(drawn)


def test_a_private_paper_hides_who_it_is_and_is_still_checked(store: Store, tmp_path: Path) -> None:
    task = store.snapshot().tasks_in_order()[2]
    report = [r for r in store.snapshot().tables["report"].values() if r.problems][-1]
    store.apply(edits("report", report, {"problems": "需协调，联系人13812345678"}), "电话")
    for private, shown in ((False, "13812345678"), (True, "138****5678")):
        made = make(store, "bulletin", "2026-06", Choices(private=private, pictures=False))
        write_paper(made, tmp_path / "文.docx")
        text = "".join(p.text for p in Document(io.BytesIO((tmp_path / "文.docx").read_bytes())).paragraphs)  # type: ignore[arg-type]
        assert shown in text and ("13812345678" in text) is not private
        assert check_docx(store, tmp_path / "文.docx").wrong == ()
    assert task.title


def test_a_template_is_changed_checked_and_reset(store: Store) -> None:
    for kind in ("bulletin", "summary", "assign", "chase", "order"):
        assert template_changes(store.snapshot(), kind, shipped_template(kind)) == []
    own = "# {期}情况\n共{任务总数}项。"
    store.apply(template_changes(store.snapshot(), "bulletin", own), "改模板")
    assert is_own(store.snapshot(), "bulletin") and template_of(store.snapshot(), "bulletin").strip() == own
    assert "2026年6月情况" in [words.text for words in paragraphs(make(store, "bulletin", "2026-06").blocks)]
    for bad in ("# 题\n{没有的}", "没有标题", "# 只有标题"):
        with pytest.raises(Refused, match="没有"):
            template_changes(store.snapshot(), "bulletin", bad)
    with pytest.raises(Refused, match="没有可以改的模板"):
        template_changes(store.snapshot(), "charts", own)
    store.apply(template_changes(store.snapshot(), "bulletin", None), "恢复")
    assert not is_own(store.snapshot(), "bulletin") and "任务总数" in fields_of("bulletin")


def test_templates_on_the_command_line(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--data", str(store.folder)]
    store.close()
    (tmp_path / "板.txt").write_text("# {期}\n共{任务总数}项。", "utf-8")
    assert main(["template", "通报", "--file", str(tmp_path / "板.txt"), *folder]) == 0
    capsys.readouterr()
    assert main(["template", "通报", *folder, "--json"]) == 0 and json.loads(capsys.readouterr().out)["own"]
    assert main(["template", "通报", "--reset", *folder]) == 0
    assert main(["template", "图表", "--file", str(tmp_path / "板.txt"), *folder]) == 2


@pytest.mark.parametrize("said", ["无", "/", "暂无问题"])
def test_the_bulletin_lists_no_problem_that_is_none(store: Store, said: str) -> None:
    def told() -> str:
        return "".join(
            block.words.text for block in make(store, "bulletin", "2026-06").blocks if isinstance(block, Paragraph)
        )

    assert "场地未定" in told()
    reports = [report for report in store.snapshot().tables["report"].values() if report.problems]
    store.apply([change for report in reports for change in edits("report", report, {"problems": said})], "改")
    assert "场地未定" not in told() and said not in told()
