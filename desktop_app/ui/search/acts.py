"""What the program can do, by name: found by Ctrl+K as tasks are."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.search import Book, book
from desktop_app.texts import search as texts
from desktop_app.ui.navigation import CARE, WORK

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class Act(NamedTuple):
    """What is done, and the keys that do it too."""

    do: Callable[[], object]
    keys: str = ""


def acts_of(window: "MainWindow") -> list[Act]:
    """The acts in the order of texts.search.ACTS."""
    ways, page = window.ways_in, window.page

    def on(name: str, act: Callable[[], object]) -> Callable[[], object]:
        return lambda: (window.show_page(name), act())

    pages = enumerate((*WORK, *CARE), 1)
    acts = {name: Act(partial(window.go_to_page, name), f"Ctrl+{number}") for number, name in pages}
    acts |= {
        "import_plan": Act(ways.import_plan, "Ctrl+O"),
        "paste_plan": Act(ways.paste_plan, "Ctrl+Shift+V"),
        "import_ledger": Act(ways.import_ledger, "Ctrl+Shift+O"),
        "compare_plans": Act(ways.compare_plans),
        "dispatch": Act(on("exchange", lambda: page("exchange").new_round())),  # type: ignore[attr-defined]
        "undo": Act(window.undo, "Ctrl+Z"),
        "redo": Act(window.redo, "Ctrl+Y"),
        "look_back": Act(lambda: window.aside.past.choose(), "Ctrl+Shift+H"),
        "between": Act(on("history", lambda: page("history").compare_days())),  # type: ignore[attr-defined]
        "shortcuts": Act(window.aside.show_shortcuts, "Ctrl+/"),
        "call": Act(window.aside.take_call, "Ctrl+N"),
        "conditions": Act(on("ledger", lambda: page("ledger").filters.ask_conditions())),  # type: ignore[attr-defined]
        "columns": Act(on("ledger", lambda: page("ledger").choose_columns()), "Ctrl+Shift+C"),  # type: ignore[attr-defined]
        "replace": Act(on("ledger", lambda: page("ledger").blocks.replace()), "Ctrl+H"),  # type: ignore[attr-defined]
        "inspector": Act(window.switch_inspector, "F4"),
        "back_up": Act(on("settings", lambda: page("settings").safety.back_up())),  # type: ignore[attr-defined]
        "backups": Act(on("settings", lambda: page("settings").safety.show_list())),  # type: ignore[attr-defined]
        "check": Act(on("settings", lambda: page("settings").safety.check_ledger())),  # type: ignore[attr-defined]
        "hand_over": Act(on("settings", lambda: page("settings").safety.hand_over())),  # type: ignore[attr-defined]
        "manual": Act(window.aside.show_manual, "F1"),
        "demo": Act(ways.open_demo),
    }
    return [acts[name] for name in texts.ACTS]


def acts_book(acts: list[Act]) -> Book:
    """The acts as a book; a key is a place in the list."""
    said = list(texts.ACTS.values())

    def name(place: int) -> str:
        return said[place][0]

    say = {"title": name, "units": lambda place: said[place][1]}
    return book("act", range(len(acts)), name, lambda place: acts[place].keys, say)
