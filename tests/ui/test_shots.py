"""Every page and dialog as a picture at the three sizes; none is empty."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_app.store.store import open_ledger
from desktop_app.ui.main_window import PAGES
from desktop_app.ui.shots import SIZES, shots
from tests.ui.ledger_case import Case


@pytest.mark.slow
def test_every_page_is_drawn_at_every_size(case: Case, tmp_path: Path) -> None:
    before = case.store.logical_dump()
    folder = case.store.folder
    case.store.close()
    made = shots(tmp_path / "pictures", folder)
    names = {path.name for path in made}
    for size in SIZES:
        assert {f"{number}-{name}-{size.name}.png" for number, name in enumerate(PAGES, 1)} <= names
        page = QImage(str(tmp_path / "pictures" / f"2-ledger-{size.name}.png"))
        assert (page.width(), page.height()) == (size.width, size.height)
    for path in made:
        image = QImage(str(path)).scaled(64, 64)
        assert len({image.pixel(x, y) for x in range(64) for y in range(64)}) > 8, path.name
    with open_ledger(folder) as store:
        assert store.logical_dump() == before
