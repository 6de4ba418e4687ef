"""The log and the crash file: they help to find a fault and never quote the ledger."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from desktop_app import log

SECRET = "某某村五保户名单"


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    log.stop()


def crash(folder: Path) -> Path:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        path = log.write_crash(folder, type(error), error.__traceback__)
    assert path is not None
    return path


def test_a_crash_file_names_places_and_quotes_nothing(tmp_path: Path) -> None:
    log.start(tmp_path)
    text = crash(tmp_path).read_text("utf-8")
    assert "ValueError" in text and "test_log.py" in text and "crash" in text and SECRET not in text
    assert SECRET not in (tmp_path / log.FILE).read_text("utf-8")


def test_a_log_that_grew_large_is_put_aside_once(tmp_path: Path) -> None:
    (tmp_path / log.FILE).write_text("x" * (log.LARGEST + 1))
    log.start(tmp_path)
    assert (tmp_path / log.OLD_FILE).stat().st_size > log.LARGEST
    assert (tmp_path / log.FILE).stat().st_size < 1000


def test_starting_again_moves_to_the_other_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    log.start(tmp_path)
    log.start(tmp_path / "b")
    size = (tmp_path / log.FILE).stat().st_size
    logging.getLogger("duban").info("here")
    assert "here" in (tmp_path / "b" / log.FILE).read_text("utf-8") and (tmp_path / log.FILE).stat().st_size == size


def test_what_qt_warns_of_is_noted(tmp_path: Path, qapp: object) -> None:
    log.start(tmp_path)
    qWarning("odd")
    assert "odd" in (tmp_path / log.FILE).read_text("utf-8")


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    log.start(tmp_path / "file")
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        assert log.write_crash(tmp_path / "file", KeyError, error.__traceback__) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
def test_a_disk_that_takes_no_log_disturbs_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / log.FILE).symlink_to("/dev/full")
    log.start(tmp_path)
    qWarning("a warning of Qt's own")
    log.stop()
    assert capsys.readouterr().err == ""
