"""A mark of classification in its place stops the reading of every kind of file, and nothing of it is stored."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.documents.extraction import Refusal
from desktop_app.documents.plan import extract
from tests.documents.office import converted
from tests.documents.pdf_files import Text, pdf
from tests.documents.tables import Rows, book
from tests.documents.word_files import new_document, save

MARK = "机密★1年"
ITEMS = ["云岭区民政局2026年工作要点", "1.发展助餐。新建站点8个。", "2.改造床位。完成60张。"]
ROWS: Rows = [["序号", "重点任务", "牵头科室"], [1, "发展助餐", "养老科"]]


def text(path: Path) -> Path:
    path.write_text("\n".join(["000012　" + MARK + "　特急", *ITEMS]), "gb18030")
    return path


def page(path: Path) -> Path:
    body = "".join(f"<p>{item}</p>" for item in ITEMS)
    path.write_text(f"<html><body><div class=header><span>{MARK}</span></div>{body}</body></html>", "utf-8")
    return path


def archive(path: Path) -> Path:
    source = page(path.with_name("页.html")).read_bytes()
    path.write_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + source)
    return path


def paper(path: Path) -> Path:
    lines = [Text(70, 700 - 40 * n, item) for n, item in enumerate(ITEMS)]
    path.write_bytes(pdf(*([Text(70, 800, MARK, 10), *lines] for _ in range(3))))
    return path


def sheet(path: Path) -> Path:
    return book(path, ("任务", [[MARK], *ROWS], ()))


def second_sheet(path: Path) -> Path:
    return book(path, ("任务", ROWS, ()), ("说明", [[MARK]], ()))


def csv(path: Path) -> Path:
    path.write_text(f"{MARK},,\n序号,重点任务,牵头科室\n1,发展助餐,养老科\n", "utf-8-sig")
    return path


def old_word(path: Path) -> Path:
    document = new_document()
    document.sections[0].header.paragraphs[0].text = MARK
    for item in ITEMS:
        document.add_paragraph(item)
    return converted(path.parent, "doc:MS Word 97", save(document, path.with_suffix(".docx")))[0]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("要点.txt", text),
        ("要点.html", page),
        ("要点.mht", archive),
        ("要点.pdf", paper),
        ("要点.xlsx", sheet),
        ("要点（二）.xlsx", second_sheet),
        ("要点.csv", csv),
        ("要点.doc", old_word),
    ],
)
def test_a_marked_file_of_any_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, made: Callable[[Path], Path]
) -> None:
    path = made(tmp_path / name)
    result = extract(path)
    assert isinstance(result, Refusal)
    assert MARK in result.reason
    assert result.offer is None
    data = tmp_path / "台账"
    assert main(["intake", str(path), "--data", str(data)]) == 2
    said = capsys.readouterr().err
    assert "保密" in said
    assert "助餐" not in said
    kept = [file.read_bytes() for file in data.rglob("*") if file.is_file()]
    assert not any(path.read_bytes() == held or "发展助餐".encode() in held for held in kept)
