"""Rows parted by bars or tabs are a table in whatever file their lines stand."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from tests.documents.office import converted
from tests.documents.word_files import new_document, save

BARS = """云岭区2026年设施建设任务安排
1. 新建助餐点12个 ／ 养老科 ／ 11月底前
2. 改造床位300张 ／ 社会福利院 ／ 9月底前
3. 维修墓园道路4公里 ／ 殡葬所 ／ 3月底前"""
TABS = """云岭区2026年设施建设任务分解
序号\t任务\t目标\t牵头\t配合\t时限
1\t新建助餐点\t12个\t养老科\t各街道\t11月底前
2\t改造床位\t300张\t社会福利院\t区财政局\t9月底前
3\t维修墓园道路\t4公里\t殡葬所\t区住建局\t3月底前"""
READ = [
    (("养老科",), 12.0, "2026-11-30"),
    (("社会福利院",), 300.0, "2026-09-30"),
    (("殡葬所",), 4.0, "2026-03-31"),
]


def written(folder: Path, name: str, text: str) -> Path:
    """The text as a file of this format, a line a paragraph."""
    path = folder / f"安排.{name}"
    if name == "txt":
        path.write_text(text, "gb18030")
    elif name == "html":
        path.write_text("<body>" + "".join(f"<p>{line}</p>" for line in text.splitlines()), "utf-8")
    else:
        document = new_document()
        for line in text.splitlines():
            document.add_paragraph(line)
        save(document, folder / "安排.docx")
        if name != "docx":
            return converted(folder, name, folder / "安排.docx")[0]
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((name, BARS) for name in ("txt", "html", "docx", "doc", "pdf")),
        *((name, TABS) for name in ("txt", "docx", "doc")),
    ],
)
def test_rows_in_the_text_of_a_file_are_a_table(tmp_path: Path, name: str, text: str) -> None:
    result = extract(written(tmp_path, name, text))
    assert isinstance(result, Extraction)
    assert [(task.lead_units, task.targets[0].value, str(task.deadlines[0].date)) for task in result.tasks] == READ
