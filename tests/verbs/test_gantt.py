"""The verb `gantt` on a real ledger: what it writes, what it says, what it refuses."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QImage

from desktop_app import files
from desktop_app.cli import main
from desktop_app.domain.progress import statuses
from desktop_app.errors import Refused
from desktop_app.paint.paper import Paper
from desktop_app.reports.gantt_scene import build_scene
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.gantt import gantt, write_scene
from tests.builders import answer, plan_with, round_of

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger of thirty tasks of three units, one of them reported."""
    with open_ledger(tmp_path / "ledger") as store:
        leads = ("养老科", "救助科", "办公室")
        built = plan_with(store, *({"title": f"第{n}项惠民实事", "lead": leads[n % 3]} for n in range(1, 31)))
        rows = round_of(store, "2026-06", [(built.tasks[0], built.units["救助科"])])
        answer(store, rows[0], percent=35)
        yield store


def text_of(path: Path) -> str:
    """All text of a PDF without blanks."""
    document = pdfium.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return "".join(text.split())


def test_pdf_shows_every_task_of_the_ledger(store: Store, tmp_path: Path) -> None:
    before = store.logical_dump()
    written = gantt(store, tmp_path / "out" / "图.pdf", as_of=AS_OF)
    text = text_of(written.file)
    assert [task.title for task in store.snapshot().tasks.values() if task.title not in text] == []
    assert "35%" in text
    assert written.sha256 == files.sha256(written.file.read_bytes())
    assert store.logical_dump() == before


def test_result_keeps_its_contract(store: Store, tmp_path: Path) -> None:
    written = gantt(store, tmp_path / "图.pdf", wish=Paper("A3", pages=2), as_of=AS_OF)
    said = written.to_json()
    assert {key: said[key] for key in ("file", "bars", "pages", "as_of")} == {
        "file": str(tmp_path / "图.pdf"),
        "bars": 30,
        "pages": 2,
        "as_of": "2026-06-30",
    }


@pytest.mark.parametrize("scale", ["half", "quarter", "month", "week"])
def test_every_scale_and_grouping_keeps_all_tasks(store: Store, tmp_path: Path, scale: str) -> None:
    written = gantt(store, tmp_path / "图.PDF", scale, "unit", as_of=AS_OF)  # type: ignore[arg-type]
    text = text_of(written.file)
    assert all(task.title in text for task in store.snapshot().tasks.values())
    assert text.count("养老科") == 11  # its header row and its ten tasks


def test_picture_and_workbook(store: Store, tmp_path: Path) -> None:
    picture = gantt(store, tmp_path / "图.png", as_of=AS_OF)
    assert QImage(str(picture.file)).width() == 1754
    book = gantt(store, tmp_path / "图.xlsx", as_of=AS_OF)
    assert book.file.read_bytes()[:2] == b"PK"


def test_as_of_is_today_unless_said(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAN_TODAY", "2026-09-01")
    assert "截至2026年9月1日" in text_of(gantt(store, tmp_path / "图.pdf").file)


@pytest.mark.parametrize(
    ("name", "pages", "sentence"),
    [
        ("图.docx", None, "格式不能写"),
        ("图", None, "格式不能写"),
        ("图.png", 2, "只有.pdf文件可以选页数"),
        ("图.xlsx", 3, "只有.pdf文件可以选页数"),
        ("图.pdf", 0, "小于7磅"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_left(
    store: Store, tmp_path: Path, name: str, pages: int | None, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        gantt(store, tmp_path / "out" / name, wish=Paper(pages=pages), as_of=AS_OF)
    assert "台账没有改动" in refused.value.sentence
    assert not (tmp_path / "out").exists()


def test_work_that_is_cancelled_writes_nothing(store: Store, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    snapshot = store.snapshot()
    scene = build_scene(snapshot, statuses(snapshot, AS_OF), AS_OF)
    with pytest.raises(KeyboardInterrupt):
        write_scene(scene, tmp_path / "out" / "图.pdf", step=cancel)
    assert not (tmp_path / "out").exists()


def test_ledger_without_tasks_is_refused(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as empty, pytest.raises(Refused, match="还没有任务"):
        gantt(empty, tmp_path / "图.pdf")


def test_a_process_without_display_or_window_writes_it(store: Store, tmp_path: Path) -> None:
    store.close()
    code = (
        "import sys; from pathlib import Path; from desktop_app.store.store import read_ledger;"
        "from desktop_app.verbs.gantt import gantt;"
        "gantt(read_ledger(Path(sys.argv[1])), Path(sys.argv[2])); assert 'PySide6.QtWidgets' not in sys.modules"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "ledger"), str(tmp_path / "图.pdf")]
    environment = {"PATH": "", "HOME": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "图.pdf").read_bytes()[:5] == b"%PDF-"


def test_every_option_is_typed_on_the_command_line(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-30")
    out = tmp_path / "图.pdf"
    words = ["gantt", "--data", str(tmp_path / "ledger"), "--out", str(out), "--scale", "quarter", "--group", "leader"]
    words += ["--paper", "A3", "--orientation", "portrait", "--pages", "2", "--time", "all", "--json"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["bars"], told["pages"]) == (30, 8)  # two parts of the rows, each over four quarters
    document = pdfium.PdfDocument(out)
    assert [round(side) for side in document[0].get_size()] == [842, 1191]
    document.close()
    assert "未明确分管领导" in text_of(out)


def test_fonts_are_embedded(store: Store, tmp_path: Path) -> None:
    data = gantt(store, tmp_path / "图.pdf", as_of=AS_OF).file.read_bytes()
    descriptors = re.findall(rb"/Type /FontDescriptor.*?endobj", data, re.DOTALL)
    assert descriptors and all(b"/FontFile" in descriptor for descriptor in descriptors)
    assert data.count(b"/ToUnicode") == len(descriptors)
