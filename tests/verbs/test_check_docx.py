"""An edited paper is held against the ledger: twenty planted errors are all found, and hardly anything else."""

import random
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from desktop_app.cli import main
from desktop_app.domain.changes import Draft, edits
from desktop_app.errors import Refused
from desktop_app.reports.trace_check import agrees
from desktop_app.store.store import Store
from desktop_app.verbs.check_docx import check_docx, write_marked
from desktop_app.verbs.report import make
from desktop_app.verbs.report_write import numbers, write_paper
from tests.verbs.papers_case import DAY, open_papers

PLANTED = 20
NOT_FIGURES = ("公文标题", "落款", "附件说明", "附件标识")  # numbers that the ledger does not give
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        yield made


@pytest.fixture
def paper(store: Store, tmp_path: Path) -> Path:
    made = make(store, "bulletin", "2026-06")
    assert numbers(made) >= 150
    write_paper(made, tmp_path / "通报.docx")
    return tmp_path / "通报.docx"


def texts_of(document: Any) -> list[Any]:
    cells = [p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    seen: dict[Any, Any] = {p._p: p for p in (*document.paragraphs, *cells)}
    return list(seen.values())


def edited(path: Path, seed: int) -> int:
    """Edit the paper as a leader does, then spoil twenty of its numbers; returns how many were spoilt."""
    chance = random.Random(seed)
    document = Document(str(path))
    body = [p for p in document.paragraphs if len(p.text) > 20]
    for words, other in (("平均完成", "平均完成率"), ("尚未完成的任务", "还没有完成的任务"), ("占", "占比")):
        for paragraph in body:
            if words in paragraph.text and chance.random() < 0.5:
                paragraph.runs[0].text = paragraph.text.replace(words, other)
    body[3].insert_paragraph_before("会议认为，上半年开局良好，各单位要在8月底前再开1次调度会。")
    moved = body[-2]._p
    body[5]._p.addprevious(moved)
    spoilable = [p for p in texts_of(document) if NUMBER.search(p.text) and p.style.name not in NOT_FIGURES]
    spoilt: set[tuple[int, int]] = set()
    while len(spoilt) < PLANTED:
        place = chance.randrange(len(spoilable))
        paragraph = spoilable[place]
        if "会议认为" in paragraph.text or paragraph.text.startswith("附件"):
            continue
        found = list(NUMBER.finditer(paragraph.text))
        which = chance.randrange(len(found))
        if (place, which) in spoilt or "月" in paragraph.text[found[which].end() :][:1]:
            continue
        spoilt.add((place, which))
        told = found[which][0]
        wrong = f"{float(told) + chance.choice([1, 3, 10]):g}"
        text = paragraph.text
        changed = text[: found[which].start()] + wrong + text[found[which].end() :]
        paragraph.runs[0].text = changed
        for run in paragraph.runs[1:]:
            run.text = ""
    document.save(str(path))
    return len(spoilt)


@pytest.mark.parametrize("seed", range(5))
def test_twenty_planted_errors_are_all_found(store: Store, paper: Path, seed: int):
    before = [p.text for p in texts_of(Document(str(paper)))]
    planted = edited(paper, seed)
    checked = check_docx(store, paper)
    assert before and checked.compared >= 150
    real = [finding for finding in checked.wrong if not agrees(finding.found, finding.right)]
    assert planted == PLANTED <= len(real)
    assert len(checked.wrong) - PLANTED <= 3, [f.context for f in checked.wrong]


def test_an_untouched_paper_agrees_and_a_later_correction_does_not(store: Store, paper: Path):
    assert check_docx(store, paper).wrong == ()
    snapshot = store.snapshot()
    row = snapshot.rows_of(snapshot.rounds_in_order()[-1].key)[1]
    report = snapshot.report_of(row.key)
    assert report is not None
    store.apply(edits("report", report, {"percent": 37.0}), "更正")
    wrong = check_docx(store, paper).wrong
    assert ("35", "35", "37") in [(f.found, f.issued, f.right) for f in wrong]


def test_a_task_that_is_no_longer_behind_has_no_right_number(store: Store, paper: Path):
    snapshot = store.snapshot()
    row = snapshot.rows_of(snapshot.rounds_in_order()[-1].key)[1]
    report = snapshot.report_of(row.key)
    assert report is not None
    store.apply(edits("report", report, {"percent": 100.0}), "更正")
    assert any(finding.right == "" for finding in check_docx(store, paper).wrong)


def test_the_marked_copy_paints_the_number_and_tells_the_right_one(store: Store, paper: Path, tmp_path: Path):
    document = Document(str(paper))
    target = next(p for p in document.paragraphs if p.text.startswith("列入台账的重点工作任务共30项"))
    target.runs[0].text = target.text.replace("共30项", "共31项")
    document.save(str(paper))
    checked = check_docx(store, paper)
    assert [(f.found, f.right) for f in checked.wrong] == [("31", "30")]
    write_marked(paper, checked, tmp_path / "核对.docx")
    marked: Any = Document(str(tmp_path / "核对.docx"))
    painted = [run.text for p in marked.paragraphs for run in p.runs if run.font.highlight_color]
    assert painted == ["31"] and [comment.text for comment in marked.comments] == ["台账：30"]
    assert [p.text for p in marked.paragraphs] == [p.text for p in document.paragraphs]


def test_two_cells_in_a_row_that_take_each_others_numbers_are_both_found(store: Store, paper: Path):
    document: Any = Document(str(paper))
    rows = [row for table in document.tables for row in table.rows]
    left, right = next(
        (left.paragraphs[0], right.paragraphs[0])
        for row in rows
        for left, right in pairwise(row.cells)
        if left.text.isdigit() and right.text.isdigit() and left.text != right.text
    )
    one, other = left.text, right.text
    left.runs[0].text, right.runs[0].text = other, f"{int(other) + 10}"
    document.save(str(paper))
    found = [(f.found, f.right) for f in check_docx(store, paper).wrong]
    assert found == [(other, one), (f"{int(other) + 10}", other)]


def test_full_width_rounded_and_shortened_numbers_agree():
    assert agrees("１２", "12") and agrees("33%", "33.3") and agrees("1.2万", "12000") and agrees("1,200", "1200")
    assert not agrees("34%", "33.3") and not agrees("1.2", "12000") and not agrees("33.4", "33.3")


def test_another_file_is_refused(store: Store, tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(b"no")
    with pytest.raises(Refused, match="打不开"):
        check_docx(store, tmp_path / "a.docx")
    Document().save(str(tmp_path / "b.docx"))
    with pytest.raises(Refused, match="不是本台账"):
        check_docx(store, tmp_path / "b.docx")


def test_a_paper_whose_first_part_is_no_document_is_refused(store: Store, paper: Path):
    with zipfile.ZipFile(paper) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/document.xml"] = parts["word/styles.xml"]
    with zipfile.ZipFile(paper, "w") as whole:
        for name, data in parts.items():
            whole.writestr(name, data)
    with pytest.raises(Refused, match="打不开"):
        check_docx(store, paper)


def test_a_paper_with_a_part_under_a_password_is_refused(store: Store, paper: Path):
    with zipfile.ZipFile(paper) as whole:
        place = whole.start_dir
    data = bytearray(paper.read_bytes())
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"docProps/core.xml", place))
    data[at + 8] |= 1  # the flag of a locked part
    paper.write_bytes(data)
    with pytest.raises(Refused):
        check_docx(store, paper)


@pytest.mark.parametrize("size", [50 << 20, 12 << 20])  # too much for any paper; too much for what it was packed to
def test_a_paper_that_unpacks_to_a_mountain_is_refused_unread(store: Store, paper: Path, size: int):
    with zipfile.ZipFile(paper, "a", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("word/numbering2.xml", b"\0" * size)
    with pytest.raises(Refused, match="大得不像"):
        check_docx(store, paper)


def test_a_changed_rule_of_the_ledger_does_not_hide_the_paper(store: Store, paper: Path):
    draft = Draft()
    draft.create("rule", {"name": "template:bulletin", "value": "# 通报\n共{任务总数}项。"})
    store.apply(draft.changes, "改模板")
    assert check_docx(store, paper).compared >= 150


def test_the_command_line(store: Store, paper: Path, capsys: pytest.CaptureFixture[str]):
    folder = str(store.folder)
    store.close()
    assert main(["check-docx", str(paper), "--data", folder]) == 0
    assert "0个与台账不一致" in capsys.readouterr().out
    edited(paper, 1)
    assert main(["check-docx", str(paper), "--data", folder, "--out", str(paper.with_name("核对.docx"))]) == 1
    assert paper.with_name("核对.docx").exists()
