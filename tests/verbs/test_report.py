"""The verb `report`: what each paper says, on which page, with which numbers; order sheets keep theirs."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from docx import Document

from desktop_app.cli import main
from desktop_app.cli_reports import kind_of
from desktop_app.domain.changes import Draft
from desktop_app.errors import Refused
from desktop_app.reports.docx_paper import as_docx
from desktop_app.reports.orders import KINDS, number_words, register
from desktop_app.reports.paper import Head, Table, paragraphs
from desktop_app.store.store import Store
from desktop_app.texts import report as texts
from desktop_app.verbs.report import Choices, issue_orders, make
from desktop_app.verbs.report_write import write_paper
from desktop_app.verbs.trace import trace
from desktop_app.verbs.undo import undo
from tests.verbs.papers_case import DAY, UNITS, open_papers


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        yield made


def text_of(store: Store, kind: str, **choices: Any) -> str:
    return "\n".join(words.text for words in paragraphs(make(store, kind, "2026-06", Choices(**choices)).blocks))


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def test_the_bulletin_counts_what_the_ledger_holds(store: Store):
    said = text_of(store, "bulletin")
    for part in (
        "数据截至2026年6月30日",
        "重点工作任务共30项：已完成4项（占13.3%）",
        "完成率为13.3%（已完成4项÷总数30项）",
        "与2026年5月31日相比：已完成增加4项",
        "本期应反馈单位6个，已反馈5个。",
        "未反馈的单位1个：殡葬所。",
        "第2项“推进第2类重点事项”完成35%（补报），序时进度50%，落后15个百分点",
        "（第4项“推进第4类重点事项”）：场地未定。",
        "7月1日至7月31日到期、尚未完成的任务1项",
    ):
        assert part in said, part


def test_shares_add_up_to_a_hundred(store: Store):
    found = [number for number in trace(store, make(store, "bulletin", "2026-06")) if number.name.startswith("share:")]
    assert len(found) > 2 and round(sum(float(number.shown) for number in found), 6) == 100


def test_every_number_of_every_paper_leads_to_the_ledger(store: Store):
    for kind in ("bulletin", "summary", "breakdown", "chase", "order"):
        for number in trace(store, make(store, kind, "2026-06")):
            if not number.name.startswith(("period:", "before:", "as_of:")):
                assert number.origins, (kind, number)


def test_a_figure_leads_to_file_sheet_and_cell(store: Store):
    numbers = trace(store, make(store, "bulletin", "2026-06"))
    task = next(t for t in store.snapshot().tasks.values() if t.no == "2")
    found = next(number for number in numbers if number.name == f"task:{task.key}:done")
    percent = next(origin for origin in found.origins if origin.cell.entity == "report")
    assert (percent.value, percent.file, percent.sheet) == ("35", f"{UNITS[4]}.xlsx", "填报表")
    assert (percent.address, percent.task) == ("I7", "2 推进第2类重点事项")


def test_red_head_number_and_seal(store: Store):
    made = make(store, "bulletin", "2026-06", Choices(head=Head("示例区民政局", "示民发〔2026〕5号", True)))
    lines = [words.text for words in paragraphs(made.blocks) if words.text]
    assert lines[:3] == ["示例区民政局文件", "示民发〔2026〕5号", "关于2026年6月重点工作任务\n进展情况的通报"]


def test_the_breakdown_goes_to_a3_only_where_it_has_many_columns(store: Store, tmp_path: Path):
    made = make(store, "breakdown", "2026")
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert made.page == "A4 landscape" and len(table.columns) <= 9 and len(table.rows) == 30
    assert [column.over for column in table.columns if column.header in ("牵头单位", "责任人")] == ["责任分工"] * 2
    draft = Draft()
    task = store.snapshot().tasks_in_order()[0]
    draft.set("task", task, {"note": "按季报", "leader": "分管副局长", "text": "细则"})
    draft.create("node", {"task": task.key, "position": 1, "title": "完成选址", "due": "2026-05-20"})
    for role in ("co",):
        unit = store.snapshot().units_in_order()[3].key
        draft.create("assignment", {"task": task.key, "unit": unit, "role": role, "position": 1})
    store.apply(draft.changes, "补充")
    wide = make(store, "breakdown", "2026")
    assert wide.page == "A3 landscape"
    write_paper(wide, tmp_path / "分解表.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "分解表.xlsx").active
    assert sheet is not None and sheet["A1"].value == "2026年重点工作任务分解表"
    heads = [cell.value for cell in sheet[2]]
    assert "时间节点" in heads and "责任分工" in heads and sheet.print_title_rows == "$2:$3"
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "8")


def test_a_draft_for_opinions_says_so(store: Store):
    assert "（征求意见稿）" in text_of(store, "breakdown", draft=True)


@pytest.mark.parametrize("kind", KINDS)
def test_order_sheets_are_numbered_on_and_keep_their_numbers(store: Store, kind: str):
    made = make(store, kind, "2026-06")
    assert [order.no for order in made.orders] == list(range(1, len(made.orders) + 1)) and made.orders
    issued = issue_orders(store, made)
    assert issued is not None and [order[:5] for order in register(store.snapshot())] == [o[:5] for o in made.orders]
    again = make(store, kind, "2026-06")
    assert [o.no for o in again.orders] == [o.no for o in made.orders] and issue_orders(store, again) is None
    undo(store, issued.entry)
    assert register(store.snapshot()) == []


def test_a_new_occasion_has_the_next_number(store: Store):
    issue_orders(store, make(store, "order", "2026-06"))
    last = len(register(store.snapshot()))
    snapshot = store.snapshot()
    row = next(r for r in snapshot.rows_of(snapshot.rounds_in_order()[-1].key) if snapshot.tasks[r.task].no == "5")
    draft = Draft()
    draft.create("report", {"row": row.key, "percent": 3.0})
    store.apply(draft.changes, "补记")
    made = make(store, "order", "2026-06")
    fresh = [order for order in made.orders if not order.issued]
    assert [order.no for order in fresh] == list(range(last + 1, last + 1 + len(fresh))) and fresh
    assert number_words(fresh[0]) == f"督办〔2026〕{last + 1}号"


def test_a_sheet_says_who_what_by_when(store: Store):
    said = text_of(store, "chase", units=("殡葬所",), reply_by=date(2026, 7, 9))
    for part in ("重点工作任务催办单", "编号：催办〔2026〕1号", "殡葬所", "2026年7月9日", "办理情况", "未报"):
        assert part in said
    assert "养老科" not in said


def test_the_summary_tells_results_and_targets(store: Store):
    snapshot = store.snapshot()
    row = snapshot.rows_of(snapshot.rounds_in_order()[-1].key)[0]
    target = snapshot.targets_of(row.task)[0]
    draft = Draft()
    draft.create(
        "row_target",
        {
            "row": row.key,
            "position": 1,
            "target": target.key,
            "item": "点位",
            "comparator": ">=",
            "value": 10.0,
            "held": 12.0,
        },
    )
    store.apply(draft.changes, "补记指标")
    said = text_of(store, "summary")
    for part in ("（1）社会救助。共10项任务", "已完成2处。", "目标10个、完成12个", "已达成1个"):
        assert part in said, part


def test_a_template_of_the_ledger_replaces_the_shipped_one(store: Store):
    draft = Draft()
    draft.create("rule", {"name": "template:bulletin", "value": "# {期}通报\n共{任务总数}项，{未反馈}"})
    store.apply(draft.changes, "改模板")
    with pytest.raises(Refused, match="未反馈.*任务总数"):
        make(store, "bulletin", "2026-06")
    rule = store.snapshot().having("rule", "name", "template:bulletin")[0]
    draft = Draft()
    draft.set("rule", rule, {"value": "# {期}通报\n## 情况\n共{任务总数}项。\n## 另外\n{未下达}"})
    store.apply(draft.changes, "改模板")
    lines = [words.text for words in paragraphs(make(store, "bulletin", "2026-06").blocks) if words.text]
    assert lines[:3] == ["2026年6月通报", "一、情况", "共30项。"] and not any("另外" in line for line in lines)


@pytest.mark.parametrize("kind", [kind for kind in texts.NAMES if kind not in ("changes", "correction")])
def test_each_paper_is_a_whole_file_of_each_kind(store: Store, tmp_path: Path, kind: str):
    from desktop_app.verbs.dispatch import dispatch

    if kind == "notice":
        dispatch(store, "2026-07", date(2026, 7, 28), tmp_path / "out", None)
    made = make(store, kind, "2026-07" if kind == "notice" else "2026-06")
    for suffix in (".docx", ".pdf", ".png"):
        write_paper(made, tmp_path / f"文{suffix}")
    pdf = pypdfium2.PdfDocument(str(tmp_path / "文.pdf"))
    read = "".join(page.get_textpage().get_text_range() for page in pdf).replace("\r", "").replace("\n", "")
    first = next(words.text for words in paragraphs(made.blocks) if len(words.text) > 4)
    assert first.replace("\n", "")[:10] in read and "— 1 —" in read
    assert (tmp_path / "文.png").read_bytes().startswith(b"\x89PNG")
    shown = [p.text for p in opened((tmp_path / "文.docx").read_bytes()).paragraphs if p.text]
    assert first in shown


def test_a_file_of_another_kind_is_refused(store: Store, tmp_path: Path):
    with pytest.raises(Refused, match="docx"):
        write_paper(make(store, "bulletin", "2026-06"), tmp_path / "通报.doc")
    with pytest.raises(Refused, match="2026-13"):
        make(store, "bulletin", "2026-13")
    with pytest.raises(Refused, match="没有单位"):
        make(store, "chase", "2026-06", Choices(units=("某科",)))
    assert not list(tmp_path.glob("通报*"))


def test_the_same_paper_is_the_same_file(store: Store):
    made = make(store, "bulletin", "2026-06")
    parts = [as_docx(made.blocks, mark=made.mark) for _ in range(2)]
    bodies = [opened(data).element.body.xml for data in parts]
    assert bodies[0] == bodies[1]


def test_the_command_line(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = str(store.folder)
    store.close()
    out = tmp_path / "通报.docx"
    assert main(["report", "通报", "--data", folder, "--period", "2026-06", "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["paper"] == "bulletin" and told["numbers"] >= 150 and out.exists()
    assert main(["report", "order", "--data", folder, "--period", "2026-06", "--out", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entry"]
    assert main(["report", "简报", "--data", folder, "--period", "2026-06", "--out", str(out)]) == 2
    assert "简报" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["通知", "分解表", "通报", "交办单", "催办单", "督办单", "总结"])
def test_a_paper_goes_by_the_word_that_the_office_has_for_it(word: str):
    assert kind_of(word) in texts.NAMES


@pytest.mark.parametrize("word", ["notice", "breakdown", "bulletin", "chase", "order", "summary", "assign"])
def test_a_paper_goes_by_its_ascii_name(word: str):
    assert kind_of(word) == word
