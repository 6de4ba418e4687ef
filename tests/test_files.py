"""Whole files or none, and names that Windows takes."""

import errno
import os
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from desktop_app.errors import Refused
from desktop_app.files import MOST_GIVEN, read_bytes, read_given, safe_name, sha256, write_bytes, write_whole


def test_a_written_file_is_whole_and_nothing_else_lies_beside_it(tmp_path: Path):
    path = tmp_path / "新文件夹" / "督办台账.xlsx"
    assert write_bytes(path, b"one") == sha256(b"one")
    assert write_bytes(path, b"two") == sha256(b"two")
    assert path.read_bytes() == b"two" and os.listdir(path.parent) == ["督办台账.xlsx"]


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (OSError(errno.ENOSPC, "full"), "磁盘空间不足"),
        (PermissionError(errno.EACCES, "held"), "正被其他程序打开"),
        (OSError(errno.EIO, "io"), "没有写成"),
    ],
)
def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, error: OSError, word: str):
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")

    def fail(fresh: Path) -> None:
        fresh.write_bytes(b"half")
        raise error

    with pytest.raises(Refused, match=word):
        write_whole(path, fail)
    assert path.read_bytes() == b"old" and os.listdir(tmp_path) == ["表.xlsx"]


def test_a_bug_in_the_writer_passes_through_and_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_whole(path, lambda fresh: 1 // 0)
    assert path.read_bytes() == b"old" and os.listdir(tmp_path) == ["表.xlsx"]


def test_a_folder_in_the_way(tmp_path: Path):
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(Refused):
        write_bytes(tmp_path / "文件" / "表.xlsx", b"x")


def test_what_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(Refused, match="没有找到“无.docx”"):
        read_bytes(tmp_path / "无.docx")
    with pytest.raises(Refused):
        read_bytes(tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("养老服务科", "养老服务科"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("CON", "_CON"),
        ("nul.xlsx", "_nul.xlsx"),
        ("表. . ", "表"),
        ("...", "_"),
        ("\u202egpj.表", "_gpj.表"),
    ],
)
def test_names_that_windows_refuses(name: str, safe: str):
    assert safe_name(name) == safe


@given(st.text())
def test_a_safe_name_is_safe_and_stays(name: str):
    safe = safe_name(name)
    assert safe and len(safe.encode("utf-8", "replace")) <= 201
    assert not set(safe) & set('\\/:*?"<>|') and safe_name(safe) == safe


def test_a_file_from_outside_that_is_too_large_is_not_read(tmp_path: Path):
    path = tmp_path / "大.xlsx"
    with path.open("wb") as out:
        out.truncate(MOST_GIVEN + 1)
    with pytest.raises(Refused, match="不像是办公文件"):
        read_given(path)
    with path.open("wb") as out:
        out.truncate(10)
    assert read_given(path) == bytes(10)
