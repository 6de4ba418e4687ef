"""Qt's binding is compiled by the first start only; whatever is wrong with what was kept, it is compiled again."""

import builtins
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.binding import compiled_once

TEXT = b"value = 7\n"
PLAIN = builtins.compile


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled(file: Path, text: bytes = TEXT) -> tuple[int, int]:
    """What the text gives, and how many texts were really compiled for it."""
    counted = []

    def counting(*words, **named):
        counted.append(words)
        return PLAIN(*words, **named)

    builtins.compile = counting
    try:
        with compiled_once(file):
            code = compile(text, "kept.py", "exec")
    finally:
        builtins.compile = PLAIN
    space: dict = {}
    exec(code, space)
    return space["value"], len(counted)


def test_the_second_start_compiles_nothing(tmp_path: Path) -> None:
    file = tmp_path / "__pycache__" / "binding.bin"
    assert compiled(file) == (7, 1)
    assert compiled(file) == (7, 0)


def test_other_texts_are_compiled(tmp_path: Path) -> None:
    file = tmp_path / "binding.bin"
    compiled(file)
    assert compiled(file, b"value = 8\n") == (8, 1)
    assert compiled(file) == (7, 0)


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 4, b"not a sum and no code"])
def test_a_spoilt_file_is_compiled_anew(tmp_path: Path, spoilt: bytes) -> None:
    file = tmp_path / "binding.bin"
    file.write_bytes(spoilt)
    assert compiled(file) == (7, 1)
    assert compiled(file) == (7, 0)


def test_a_letter_that_changed_on_the_disk_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "binding.bin"
    compiled(file)
    whole = file.read_bytes()
    for place in {*range(8), *range(8, len(whole), 9)}:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert compiled(file) == (7, 1)


def test_code_of_another_python_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "binding.bin"
    compiled(file)
    monkeypatch.setattr(sys, "version", "4.0.0")
    assert compiled(file) == (7, 1)


def test_where_nothing_can_be_kept_the_start_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    for file in (tmp_path / "file" / "binding.bin", tmp_path / "no" / "such" / "folder" / "binding.bin"):
        assert compiled(file) == (7, 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(tmp_path / "binding.bin") == (7, 1)
    assert not (tmp_path / "binding.bin").exists()


def test_expressions_and_texts_in_parts_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "binding.bin"
    with compiled_once(file):
        assert eval(compile("1 + 1", "words.py", "eval")) == 2
        assert compile("x", "words.py", "exec", flags=0) is not None
    assert not file.exists()
    assert builtins.compile is PLAIN


def test_an_error_in_a_text_comes_through_and_leaves_python_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError), compiled_once(tmp_path / "binding.bin"):
        compile(b"value =", "kept.py", "exec")
    assert builtins.compile is PLAIN


def test_the_binding_works_from_what_was_kept(tmp_path: Path) -> None:
    """The real one, twice, each in a process of its own: its words of an error are made by the modules kept."""
    file = tmp_path / "binding.bin"
    script = f"""
import sys
from pathlib import Path
from desktop_app.binding import compiled_once
sys.dont_write_bytecode = False
with compiled_once(Path({str(file)!r})):
    from PySide6.QtCore import QSize
try:
    QSize("a", "b")
except TypeError as error:
    print(error)
"""
    said = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        said.append(done.stdout)
        assert file.stat().st_size > 50_000
    assert said[0] == said[1]
    assert "Supported signatures" in said[0]
