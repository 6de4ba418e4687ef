"""Settings of this computer: kept, and never in the way when their file is not as expected."""

from pathlib import Path

import pytest

from desktop_app.settings import Settings, load, save


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    kept = Settings(percent=125, last_folder="资料", inspector=False, columns={"title": 300})
    save(tmp_path / "new" / "window.json", kept)
    assert load(tmp_path / "new" / "window.json") == kept


@pytest.mark.parametrize("said", ["", "[]", "{", '{"percent": "big", "other": 1}', "\x00\xff", "null"])
def test_a_strange_file_is_as_shipped(tmp_path: Path, said: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(said, "utf-8")
    assert load(path) == Settings()


def test_what_cannot_be_kept_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    save(tmp_path / "file" / "window.json", Settings())
    assert load(tmp_path / "file" / "window.json") == Settings()
