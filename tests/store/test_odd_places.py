"""A ledger's file taken away while it is open, copies beside it, a clock that was wrong: told, and nothing lost."""

import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.errors import Refused
from desktop_app.store.backup import back_up, back_up_if_changed, backups, furthest_first, is_sound
from desktop_app.store.receipts import Receipt, log_receipt
from desktop_app.store.store import FILE, open_ledger
from desktop_app.verbs.backup import copy_to
from desktop_app.verbs.check import check
from tests.store.test_backup import add_unit

TODAY = date(2026, 6, 30)


def _replace(folder: Path) -> None:
    os.replace(backups(folder)[0].path, folder / FILE)


TAKEN: dict[str, Callable[[Path], object]] = {
    "the folder deleted": shutil.rmtree,
    "the file deleted": lambda folder: (folder / FILE).unlink(),
    "the folder moved": lambda folder: folder.rename(folder.with_name("别处")),
    "another file in its place": _replace,
}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take away or replace a file that is open")
@pytest.mark.parametrize("place", ["台账", "坚果云"])  # with a log beside it, and without
@pytest.mark.parametrize("way", TAKEN.values(), ids=TAKEN)
def test_nothing_is_saved_into_a_file_that_is_not_there_any_more(tmp_path: Path, way: Callable, place: str):
    folder = tmp_path / place
    with open_ledger(folder) as store:
        add_unit(store, "养老科")
        back_up(folder, "hand")
        before = store.logical_dump()
        way(folder)
        with pytest.raises(Refused, match="不在原处.*没有保存"):
            add_unit(store, "救助科")
        with pytest.raises(Refused, match="不在原处"):
            log_receipt(store, Receipt(0, "", "养老科.xlsx", None, None, None, None, "refused", None))
        assert store.logical_dump() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no folder in which a file is open")
def test_a_ledger_that_is_put_back_goes_on(tmp_path: Path):
    folder, elsewhere = tmp_path / "台账", tmp_path / "别处"
    with open_ledger(folder) as store:
        folder.rename(elsewhere)
        with pytest.raises(Refused, match="放回原处"):
            add_unit(store, "养老科")
        elsewhere.rename(folder)
        key = add_unit(store, "救助科")
    with open_ledger(folder) as store:
        assert list(store.snapshot().units) == [key]


def test_backups_of_a_clock_that_was_ahead_do_not_drive_out_the_new_ones(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        add_unit(store, "养老科")
    ahead = [TODAY + timedelta(400 + 31 * month) for month in range(20)]
    for day in ahead:
        with clock.on_day(day):
            back_up(tmp_path, "hand")
    made = []
    for days in range(5):
        with open_ledger(tmp_path) as store, clock.on_day(TODAY + timedelta(days)):
            add_unit(store, f"第{days}科")
            made.append(back_up(tmp_path, "start"))
            assert back_up_if_changed(tmp_path, "start") is None
    assert set(made) <= set(backups(tmp_path)) and furthest_first(tmp_path)[0] == made[-1]
    assert all(is_sound(backup.path) for backup in made)


def test_a_backup_made_while_the_clock_was_set_back_stays_and_is_known_as_the_newest(tmp_path: Path):
    stick = tmp_path / "U盘"
    folder = tmp_path / "台账"
    for days in range(40):
        with open_ledger(folder) as store, clock.on_day(TODAY + timedelta(days)):
            add_unit(store, f"第{days}科")
            back_up(folder, "start")
    kept = set(backups(folder))
    with open_ledger(folder) as store, clock.on_day(date(2020, 1, 1)):
        add_unit(store, "救助科")
        made = back_up_if_changed(folder, "start")
        copy_to(folder, stick)
    assert made is not None and made.at.year == 2020 and set(backups(folder)) == kept | {made}
    assert furthest_first(folder)[0] == made and [path.name for path in stick.rglob("*.duban")] == [made.path.name]


def test_a_second_ledger_in_the_folder_is_told_of_and_left_alone(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        add_unit(store, "养老科")
    other = tmp_path / "ledger (冲突副本).duban"
    shutil.copyfile(tmp_path / FILE, other)
    data = other.read_bytes()
    with open_ledger(tmp_path) as store:
        add_unit(store, "救助科")
        (told,) = check(store)
        assert other.name in told and FILE in told
        assert back_up(tmp_path, "hand") and len(check(store)) == 1  # backups lie in a folder of their own
    assert other.read_bytes() == data
