"""The table of questions names the round of each, once there are several."""

from datetime import date
from pathlib import Path

from desktop_app import clock
from desktop_app.store.store import open_ledger
from desktop_app.ui.exchange.questions import UNIT, cells
from desktop_app.verbs.collect import pending
from tests.exchange.returns import CARE, MEALS, send, send_again
from tests.verbs.test_collect import merge, returned


def test_what_was_left_names_its_round_once_there_are_several(tmp_path: Path) -> None:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        sent = send(store, tmp_path / "out")
        merge(store, returned(sent, "a", {MEALS: {"percent": "过半"}}))
        assert [cells(one, store.snapshot())[UNIT] for one in pending(store)] == [CARE]
        july = send_again(store, tmp_path / "july", sent.built, "2026-07")
        merge(store, returned(july, "b", {MEALS: {"percent": "大半"}}))
        named = [cells(one, store.snapshot())[UNIT] for one in pending(store)]
        assert named == [f"{CARE}（6月）", f"{CARE}（7月）"]
