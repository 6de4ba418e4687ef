"""Where each kind of find is opened."""

from typing import TYPE_CHECKING

from desktop_app.domain.filters import Filter
from desktop_app.store.receipts import receipts

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def open_task(window: "MainWindow", key: int, words: str = "") -> None:
    """The task in the ledger, whatever is filtered there, and beside it the inspector where the words stand."""
    window.show_page("ledger")
    page = window.page("ledger")
    if page.model.row_of(key) is None:  # type: ignore[attr-defined]
        window.session.show_in_ledger(Filter())
    window.session.choose_task(key)
    page.table.choose(key)  # type: ignore[attr-defined]
    page.take_focus()  # type: ignore[attr-defined]


def _open_report(window: "MainWindow", key: int, words: str) -> None:
    snapshot = window.session.snapshot
    task = snapshot.rows[snapshot.tables["report"][key].row].task
    open_task(window, task)
    window.show_in_inspector(words.split())


def _open_unit(window: "MainWindow", key: int, _: str) -> None:
    window.go_to_page("units")
    window.page("units").choose_unit(key)  # type: ignore[attr-defined]


def _open_plan(window: "MainWindow", key: int, _: str) -> None:
    window.show_plan(key)
    window.page("ledger").take_focus()  # type: ignore[attr-defined]


def _open_round(window: "MainWindow", key: int, _: str) -> None:
    window.go_to_page("exchange")
    window.page("exchange").choose_round(key)  # type: ignore[attr-defined]


def _open_file(window: "MainWindow", key: int, words: str) -> None:
    came = next(receipt for receipt in receipts(window.session.store) if receipt.id == key)
    window.go_to_page("exchange")
    if came.round is not None:
        _open_round(window, came.round, words)


def _open_entry(window: "MainWindow", key: int, _: str) -> None:
    window.go_to_page("history")
    window.page("history").show_entry(key)  # type: ignore[attr-defined]


OPENERS = {
    "task": open_task,
    "report": _open_report,
    "unit": _open_unit,
    "plan": _open_plan,
    "round": _open_round,
    "file": _open_file,
    "entry": _open_entry,
}
