"""The page as LibreOffice sets it: 22 lines of 28 characters, numbers outside, seen in its own PDF.

Word and WPS are not to be had here: what they do with the same file is not said. The fonts are those of this machine.
"""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop_app.reports.docx_paper import as_docx
from desktop_app.reports.paper import Block, Head, Paper, blocks_of, said
from desktop_app.reports.trace import Words
from desktop_app.texts import docx_page as styles

OFFICE = shutil.which("soffice")
MM = 25.4 / 72
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def pages(blocks: list[Block], folder: Path) -> list[Any]:
    """The pages of the paper as LibreOffice makes them."""
    (folder / "文.docx").write_bytes(as_docx(blocks))
    own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    words = [str(OFFICE), own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "文.docx")]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    return list(pypdfium2.PdfDocument(str(folder / "文.pdf")))


def lines(page: Any) -> list[tuple[str, float, float, float]]:
    """The lines of a page: text, left, right, and the baseline's height in millimetres."""
    text = page.get_textpage()
    found: dict[float, list[tuple[float, float, str]]] = {}
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        left, bottom, right, _ = text.get_charbox(place, loose=True)
        if letter.strip():
            found.setdefault(round(bottom * MM), []).append((left * MM, right * MM, letter))
    told = []
    for height in sorted(found, reverse=True):
        letters = sorted(found[height])
        told.append(("".join(one[2] for one in letters), letters[0][0], max(one[1] for one in letters), height))
    return told


def test_a_page_has_twenty_two_lines_of_twenty_eight_characters(tmp_path: Path) -> None:
    text = "民政工作任务分解落实到位进展情况逐项核实确保按期完成取得实效" * 60
    first, second, *_ = pages([said(styles.ADDRESSEES, text)], tmp_path)
    body = [line for line in lines(first) if "1" not in line[0]]
    assert len(body) == 22
    assert {len(line[0]) for line in body} == {28}
    assert all(abs(line[1] - 28) < 1 and line[2] < 210 - 26 + 1.5 for line in body)
    odd, even = lines(first)[-1], lines(second)[-1]
    assert odd[0].replace(" ", "") == "—1—" and even[0].replace(" ", "") == "—2—"
    assert odd[1] > 150 and even[1] < 50


def end_of(tmp_path: Path, sealed: bool, day: str) -> tuple[Any, Any]:
    """Where name and day stand, as (text, left, right, height)."""
    paper = Paper(Words("通报"), Words("各科室："), (said(styles.BODY, "正文。"),), (), "示例区民政局", day)
    (page,) = pages(blocks_of(paper, Head(sealed=sealed)), tmp_path)
    name, date = lines(page)[-3:-1]
    assert name[0] == "示例区民政局" and date[0].replace(" ", "") == day
    return name, date


CHARACTER = 15.75 * MM
WIDER = 8  # millimetres by which the digits of a stand-in font may be wider than those of the paper's own


def test_without_a_seal_the_name_is_two_characters_in_and_the_day_two_right_of_it(tmp_path: Path) -> None:
    name, date = end_of(tmp_path, False, "2026年7月")
    assert abs(210 - 26 - name[2] - 2 * CHARACTER) < WIDER
    assert abs(date[1] - name[1] - 2 * CHARACTER) < WIDER


def test_with_a_seal_the_day_is_four_characters_in_and_the_name_over_its_middle(tmp_path: Path) -> None:
    name, date = end_of(tmp_path, True, "2026年7月2日")
    assert abs(210 - 26 - date[2] - 4 * CHARACTER) < 3
    assert abs((name[1] + name[2]) / 2 - (date[1] + date[2]) / 2) < WIDER


def test_the_red_head_stands_above_its_line(tmp_path: Path) -> None:
    paper = Paper(Words("通报"), Words("各科室："), (said(styles.BODY, "正文。"),), (), "示例区民政局", "2026年7月2日")
    (page,) = pages(blocks_of(paper, Head("示例区民政局", "示民发〔2026〕5号")), tmp_path)
    said_ = [line[0].replace(" ", "") for line in lines(page)]
    assert said_[:3] == ["示例区民政局文件", "示民发〔2026〕5号", "通报"]
