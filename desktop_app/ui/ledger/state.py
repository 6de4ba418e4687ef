"""What the table shows of the ledger; after an edit only what the edit concerns is worked out anew."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from desktop_app.domain.concerned import about, concerned
from desktop_app.domain.filters import Filter, matching
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.ledger.arranging import Arrangement, Orders, Rows, group_of
from desktop_app.ui.ledger.columns import rank
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.folding import found_in
from desktop_app.ui.ledger.sieve import SearchTexts, Sieve
from desktop_app.ui.ledger.views import views
from desktop_app.ui.session import Session

_LARGE = 3000  # lines from which lights are judged as they are looked at
_READY_FROM = 20_000  # lines from which texts and orders are made in idle time, and what is seen is searched first
_SLICE = 400  # search texts written at once
_PLACES = ("plan", "section", "parent", "position", "withdrawn")
Touched = Iterable[tuple[str, int]]


class Asked:
    """What the clerk wants to see: conditions, built-in view, words, grouping, sorting.

    `kept` are lines that stay in sight whatever they say by now: they were made or changed since then.
    """

    def __init__(self) -> None:
        self.filter = Filter()
        self.view = "all"
        self.words: tuple[str, ...] = ()
        self.grouping = "section"
        self.sort: int | None = None
        self.downwards = False
        self.kept: frozenset[int] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether no line is left out but by a search."""
        return self.view == "all" and self.filter == Filter(label=self.filter.label)


class TableState:
    """The lines of one ledger as they are asked for."""

    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        snapshot, many = session.snapshot, len(session.snapshot.tasks) > _LARGE
        if many and not session.judged:
            self.facts = Facts(snapshot, today, {}, session.judge)
        else:
            self.facts = Facts(snapshot, today, session.statuses)
        self._many = many
        self.orders = Orders(self.facts)
        self._texts = SearchTexts(self.facts)
        self._views: dict[str, set[int]] | None = None
        self._judged: dict[int, Status] = {}
        self._counting: dict[str, set[int]] = {}
        self._wanted: tuple[tuple[Filter, str], set[int]] | None = None
        self._sight: tuple[set[int], frozenset[int], set[int]] | None = None  # what is wanted, kept, and both
        self._sieve: tuple[Arrangement, Sieve] | None = None

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.orders.plain)

    @property
    def counted(self) -> bool:
        """Whether the built-in views are counted, or can be at once."""
        return self._views is not None or not self._many

    @property
    def _large(self) -> bool:
        return self.count >= _READY_FROM

    def views(self) -> dict[str, set[int]]:
        """The lines of each built-in view."""
        if self._views is None:
            self._know()
            made = views(self.facts.snapshot, self._session.statuses, self.facts.today)
            self._views = {name: set(keys) for name, keys in made.items()}
        return self._views

    def _know(self) -> None:
        self.facts.know(self._session.statuses)

    def rows(self, asked: Asked) -> Rows:
        """The lines that are asked for, each once."""
        arranged = self._arranged(asked)
        found = self._sieve_of(arranged).find(asked.words)
        if found is not None and asked.kept:
            found = sorted({*found, *(place for place, key in enumerate(arranged.keys) if key in asked.kept)})
        return arranged.rows(found)

    def first_rows(self, asked: Asked, enough: int) -> Rows | None:
        """What `rows` begins with, at least `enough` lines; None where they are found no sooner than all of them."""
        arranged = self._arranged(asked)
        found = self._sieve_of(arranged).first(asked.words, enough) if asked.words and self._large else None
        return None if found is None else arranged.rows(found)

    def holds(self, task: int, words: Sequence[str]) -> bool:
        """Whether a search for these words finds this line."""
        return found_in(words, self._texts[task])

    def keep(self, touched: Touched, asked: Asked, shown: Iterable[int]) -> None:
        """What is made, or changed while it is shown, stays in sight until something else is asked for."""
        if asked.everything and not asked.words:
            return
        before, after = self.facts.snapshot, self._session.snapshot
        touches = concerned(before, after, touched) or {key for entity, key in touched if entity == "task"}
        seen = set(shown)
        asked.kept |= {key for key in touches if key in seen or key not in before.tasks}

    def kept_only(self, asked: Asked) -> int:
        """How many lines are in sight only because they are kept."""
        if not asked.kept:
            return 0  # at every letter of a search
        wanted = self._matching(asked)
        standing = asked.kept.intersection(self.orders.plain)
        return sum((wanted is not None and k not in wanted) or not self.holds(k, asked.words) for k in standing)

    def _arranged(self, asked: Asked) -> Arrangement:
        if asked.grouping == "light" or asked.sort is not None:
            self._know()
        return self.orders.arranged(self._chosen(asked), asked.grouping, asked.sort, asked.downwards)

    def _sieve_of(self, arranged: Arrangement) -> Sieve:
        if self._sieve is None or self._sieve[0] is not arranged:
            self._sieve = (arranged, Sieve(arranged, self._texts))
        return self._sieve[1]

    def _chosen(self, asked: Asked) -> set[int] | None:
        wanted = self._matching(asked)
        if wanted is None or not asked.kept:
            return wanted
        if self._sight is None or self._sight[0] is not wanted or self._sight[1] != asked.kept:
            self._sight = (wanted, asked.kept, wanted | asked.kept)
        return self._sight[2]

    def _matching(self, asked: Asked) -> set[int] | None:
        if asked.everything:
            return None
        place = (asked.filter, asked.view)
        if self._wanted is None or self._wanted[0] != place:
            keys = matching(self.facts.snapshot, self._session.statuses, asked.filter) & self.views()[asked.view]
            self._wanted = (place, keys)
        return self._wanted[1]

    # after an edit

    def follow(self, touched: Touched, asked: Asked) -> Collection[int] | None:
        """Go on from the ledger before to the session's; the tasks that say something else.

        None where lines have come, gone or changed places: then a new state has to be made.
        """
        before, after = self.facts.snapshot, self._session.snapshot
        tasks = concerned(before, after, touched)
        if tasks is None or len(tasks) > _SLICE or any(_displaced(before, after, task) for task in tasks):
            return None
        # the others have no line
        tasks = [task for task in tasks if task in after.tasks and not after.tasks[task].withdrawn]
        moved = self._places(tasks, asked)
        self.facts.after(after, self._session.statuses if self._session.judged else None, tasks)
        for task in tasks:
            self._texts.pop(task, None)
        self._judged, self._counting = {}, {}
        gone = self._recount(after, tasks)
        same = moved == self._places(tasks, asked)
        self.orders.forget(tasks, asked.grouping, (asked.sort, asked.downwards) if same else None)
        if gone or not same or not asked.everything:
            self._wanted = None
        self._sieve = None
        return tasks

    def _places(self, tasks: Collection[int], asked: Asked) -> list[object]:
        """What decides where these lines stand."""
        known, found = self.facts.snapshot.tasks, []
        for task in tasks:
            if asked.grouping:
                found.append(group_of(self.facts, task, asked.grouping))
            if asked.sort is not None:
                found.append(rank(self.facts, known[task], asked.sort))
        return found

    def _recount(self, after: Snapshot, tasks: Collection[int]) -> bool:
        """Count these lines in the built-in views anew; whether any has come into one or left it."""
        if self._views is None:
            return False
        self._know()
        changed = False
        for name, keys in views(about(after, tasks), self._session.statuses, self.facts.today).items():
            changed = changed or self._views[name] & set(tasks) != keys
            self._views[name].difference_update(tasks)
            self._views[name].update(keys)
        return changed

    # while nothing else happens

    def prepare(self, columns: Iterable[int], grouping: str) -> bool:
        """Do one piece of what will be wanted: lights, search texts, orders. False where all is done."""
        if not self._many:
            return False
        if self._views is None:
            self._judge_on()
            return True
        if not self._large:
            return False
        if len(self._texts) < self.count:
            missing = [key for key in self.orders.plain if key not in self._texts][:_SLICE]
            for key in missing:
                self._texts[key]
            return bool(missing)
        return self.orders.prepare(columns, grouping)

    def _judge_on(self) -> None:
        """Judge some more lines and count them in the built-in views; when all are judged, say so to everyone."""
        snapshot, done = self.facts.snapshot, len(self._judged)
        keys = self.orders.plain[done : done + _SLICE]
        fresh = self._session.judge(keys)
        self._judged.update(fresh)
        for name, found in views(about(snapshot, keys), fresh, self.facts.today).items():
            self._counting.setdefault(name, set()).update(found)
        if len(self._judged) == self.count:
            self._session.know(self._judged)
            self._know()
            self._views = self._counting


def _displaced(before: Snapshot, after: Snapshot, task: int) -> bool:
    old, new = before.tasks.get(task), after.tasks.get(task)
    if old is None or new is None:
        return old is not new
    return any(getattr(old, field) != getattr(new, field) for field in _PLACES)
