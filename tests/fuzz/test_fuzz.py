"""A quick share of the fuzz corpus of bench/soak.py, texts that are pasted, and that the corpus sees what is wrong."""

import json
import random
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from bench import soak_fuzz
from bench.fuzz_bytes import damaged, lines_damaged, text_damaged
from bench.fuzz_packages import package_damaged
from desktop_app.documents.plan import extract_text
from desktop_app.errors import Refused

ROOT = Path(__file__).resolve().parent.parent.parent
INPUTS = 90
LINE = st.text("一二三、（）1.2年月底前牵头：；，。\t★秘密级%亿万 \n\r\0\u202e\ufeff\ud800", max_size=40)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is looked at as Linux tells it")
def test_a_share_of_the_corpus_breaks_no_promise(capsys: pytest.CaptureFixture[str]):
    command = [sys.executable, "bench/soak.py", "--fuzz", str(INPUTS), "--first", "20000", "--new-only"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)["fuzz"]
    with capsys.disabled():
        figures = f"{told['count']} damaged files by {len(told['by road'])} roads, {told['most megabytes']} MB at most"
        print(f" {figures} ", end="")  # noqa: T201
    assert told["wrong"] == [] and told["count"] == INPUTS and len(told["by kind"]) > 8


@settings(max_examples=150)
@given(st.lists(LINE, max_size=30), st.sampled_from(["", "<table><tr><td>", "<html>"]))
def test_whatever_is_pasted_is_read_or_refused(lines: list[str], page: str):
    text = "\n".join(lines)
    try:
        read: Any = extract_text(text, page + text if page else "")
    except Refused as refused:
        assert refused.sentence.endswith("。")
    else:
        assert read is not None


def _zip() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.xml", "<a><b c='1'>x</b></a>")
    return held.getvalue()


@given(st.integers(0, 10**9))
def test_the_same_number_makes_the_same_damage(number: int):
    line = json.dumps(["task", 1, "题目"], ensure_ascii=False).encode()
    for way, data in ((damaged, b"x" * 50), (text_damaged, b"a\nb"), (lines_damaged, line), (package_damaged, _zip())):
        assert way(data, random.Random(number)) == way(data, random.Random(number))


class Dying:
    """A process that answers what it is told to."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self._answer = answer

    def take(self, road: str, path: Path) -> dict[str, Any]:
        return {"wrong": [], "at": [], "megabytes": 1, "seconds": 0.1, **self._answer}

    def end(self) -> None:
        pass


@pytest.mark.parametrize(
    ("answer", "word"), [({"wrong": ["died"]}, "died"), ({"megabytes": 501}, "501 MB"), ({}, None)]
)
def test_what_goes_wrong_is_told_and_its_input_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: dict[str, Any], word: str | None
):
    seed = soak_fuzz.Seed("a.txt", b"words", ("extract",), "text")
    monkeypatch.setattr(soak_fuzz, "seeds", lambda *_: [seed])
    monkeypatch.setattr(soak_fuzz, "Taker", lambda *_: Dying(answer))
    told = soak_fuzz.fuzz(range(2), tmp_path / "room", keep=tmp_path / "kept")
    assert len(told["wrong"]) == (2 if word else 0) and all(word in line for line in told["wrong"] if word)
    assert (tmp_path / "kept").exists() == (word is not None)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the process is looked at as Linux tells it")
def test_the_process_sees_what_no_file_may_do(tmp_path: Path):
    script = (
        "import sys, socket, os, json\nfrom pathlib import Path\nfrom bench import fuzz_process as f\n"
        "room = Path(sys.argv[1]) / 'box'; (room / 'in').mkdir(parents=True); (room / 'tmp').mkdir()\n"
        "(room / f.SECRET_FILE).write_text(f.SECRET); path = room / 'in' / 'x'; path.write_text('x')\n"
        "def bad(box, path):\n"
        "    (box.room.parent / 'outside').write_text('x'); (box.room / 'left').write_text('x'); path.write_text('y')\n"
        "    socket.socket().connect_ex(('127.0.0.1', 9)); held = bytearray(300_000_000); raise KeyError('ours')\n"
        "    yield\n"
        "f.ROADS['bad'] = bad\n"
        "print(json.dumps(f.taken(f.Box(room, room), f.Watch(room), 'bad', path)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    wrong = " ".join(told["wrong"])
    for word in ("KeyError", "outside", "socket.connect", "left: left", "the file itself was changed"):
        assert word in wrong, word
    assert told["megabytes"] > 280
