"""Every page and dialog as a picture at the three sizes; none is empty, and the pages look as they were kept."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QDialog

from desktop_app import clock, ui
from desktop_app.store.store import read_ledger
from desktop_app.ui.main_window import PAGES, MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.shot_dialogs import dialogs
from desktop_app.ui.shots import SIZES, shots
from desktop_app.ui.theme import font
from desktop_app.verbs.demo import demo
from tests.ui.kept_pictures import ALLOWED, KEPT, small, unlike

pytestmark = pytest.mark.slow
DRAWN_WITH = "Noto Sans CJK SC"
NAMES = [f"{number}-{name}-{size.name}.png" for number, name in enumerate(PAGES, 1) for size in SIZES]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger") / "demo"
    demo(folder)
    clock.practise(None)
    return folder


@pytest.fixture(scope="module")
def pictures(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    with read_ledger(ledger) as store:
        before = store.logical_dump()
    made = shots(tmp_path_factory.mktemp("pictures"), ledger)
    clock.practise(None)
    with read_ledger(ledger) as store:
        assert store.logical_dump() == before
    return {path.name: QImage(str(path)) for path in made}


def test_every_page_is_drawn_at_every_size(pictures: dict[str, QImage]) -> None:
    assert set(NAMES) <= set(pictures)
    for size in SIZES:
        page = pictures[f"2-ledger-{size.name}.png"]
        assert (page.width(), page.height()) == (size.width, size.height)
    for name, picture in pictures.items():
        image = picture.scaled(64, 64)
        assert len({image.pixel(x, y) for x in range(64) for y in range(64)}) > 8, name


@pytest.mark.parametrize("name", NAMES)
def test_pages_look_as_they_were_kept(pictures: dict[str, QImage], name: str) -> None:
    if (drawn_with := QFontInfo(font(9)).family()) != DRAWN_WITH:
        pytest.skip(f"the pictures were kept with {DRAWN_WITH}; here the program draws with {drawn_with}")
    kept = QImage(str(KEPT / name))
    assert not kept.isNull()
    assert unlike(kept, small(pictures[name])) <= ALLOWED


def test_a_page_with_a_strip_moved_is_found_unlike(pictures: dict[str, QImage]) -> None:
    """What the tolerance must still see: the page's lower half slid down by one row of the table."""
    page = pictures["2-ledger-1024x600.png"]
    slid = page.copy()
    painter = QPainter(slid)
    painter.drawImage(0, 328, page.copy(0, 300, 1024, 272))
    painter.end()
    assert unlike(small(page), small(slid)) > ALLOWED


def test_kept_pictures_are_of_pages_that_exist() -> None:
    assert sorted(path.name for path in KEPT.iterdir()) == sorted(NAMES)


def test_every_dialog_of_the_program_is_among_the_pictures(ledger: Path) -> None:
    for module in walk_packages(ui.__path__, "desktop_app.ui."):
        import_module(module.name)
    known = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("desktop_app.")}
    with read_ledger(ledger) as store:
        window = MainWindow(Session(store), ledger / "window.json")
        shown = set()
        for _, dialog in dialogs(window.session, window):
            shown.add(type(dialog))
            dialog.deleteLater()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(known) >= 40
    assert known - shown == set()
