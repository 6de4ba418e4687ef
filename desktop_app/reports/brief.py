"""The leader's brief (领导简报): how the year's tasks stand, on one page: numbers, two charts, what wants a look."""

from collections.abc import Sequence

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.reports.bulletin import Basis, Statuses, bulletin_fields, day_words
from desktop_app.reports.bulletin_tasks import is_behind, is_done
from desktop_app.reports.figures import by_leader, means, shares
from desktop_app.reports.paper import Block, Column, Paragraph, Picture, Table, said
from desktop_app.reports.trace import NOTHING, Cell, Words, added, fill, number, quoted
from desktop_app.reports.trace_cells import counted, judged_all, judged_by
from desktop_app.texts import docx_page as styles
from desktop_app.texts import lights, papers_bulletin
from desktop_app.texts import papers_brief as texts

MOST_TASKS, MOST_LEADERS = 6, 4
TITLE, UNIT, LEADER, POST, SILENT = 13, 5, 4, 7, 56  # letters that there is room for
ROW = 6.2  # millimetres
_KINDS = ("done", "normal", "behind", "overdue", "silent", "other")
_COUNT_WIDTHS = (20, 20, 19.5, 19.5, 19.5, 19.5, 19, 19)  # millimetres, 156 in all
_CONCERN_WIDTHS = (11.5, 52.5, 22, 19, 15.5, 15.5, 20)
_LEADER_WIDTHS = (30, 16, 16, 16, 16, 16, 23, 23)
_WORST = ("overdue", "behind")


def brief_blocks(basis: Basis, picture: Picture | None) -> tuple[Block, ...]:
    """The brief from top to bottom; what does not fit on the page is counted, not listed."""
    under = fill(texts.UNDER, day=day_words(basis.as_of, "as_of"))
    made: list[Block] = [
        said(styles.TITLE, texts.TITLE.format(period=basis.period)),
        said(styles.CELL_MIDDLE, under),
        _counts(basis),
        *_sentences(basis),
    ]
    if picture:
        made.append(picture)
    return (*made, *_concerns(basis), *_leaders(basis))


def kind_of(status: Status) -> str:
    """Which column of the brief a task counts in."""
    if status.label == lights.SILENT:
        return "silent"
    if status.state == "overdue":
        return "overdue"
    if is_done(status):
        return "done"
    if is_behind(status):
        return "behind"
    return "normal" if status.state in ("under_way", "not_started") else "other"


def _by_kind(statuses: Statuses, tasks: Sequence[Task]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {kind: [] for kind in _KINDS}
    for task in tasks:
        found[kind_of(statuses[task.key])].append(task.key)
    return found


def _counts(basis: Basis) -> Table:
    """How many tasks there are of each kind, their share, and how many more or fewer than at the last round's end."""
    now = _by_kind(basis.statuses, basis.tasks)
    everything = [task.key for task in basis.tasks]  # none is seen by looking at all
    cells = {kind: judged_all(basis.snapshot, keys or everything, basis.until) for kind, keys in now.items()}
    counts = [number(len(keys), f"brief:{kind}", cells[kind]) for kind, keys in now.items()]
    parts = zip(now, shares([len(keys) for keys in now.values()]), strict=True)
    share = [number(part, f"brief:share:{kind}", cells[kind]) for kind, part in parts]
    heads, rows = texts.LINES, []
    rows.append((Words(heads[0]), counted((task.key for task in basis.tasks), "total"), *counts))
    rows.append((Words(heads[1]), Words("100"), *share))
    if basis.before:
        then = _by_kind(basis.before[1], [task for task in basis.tasks if task.key in basis.before[1]])
        moved = [
            _moved(len(keys) - len(then[kind]), f"brief:moved:{kind}", (*cells[kind],)) for kind, keys in now.items()
        ]
        rows.append((Words(heads[2]), Words(texts.NONE), *moved))
    columns = tuple(Column(head, width, centred=True) for head, width in zip(texts.HEADS, _COUNT_WIDTHS, strict=True))
    return Table(columns, tuple(rows), ROW, small=True)


def _moved(more: int, name: str, cells: tuple[Cell, ...]) -> Words:
    sign = "+" if more > 0 else "-" if more < 0 else ""
    return added(sign, number(abs(more), name, cells))


def _sentences(basis: Basis) -> list[Paragraph]:
    """What the bulletin says of rate, pace and reporting, in small letters."""
    fields = bulletin_fields(basis)
    names = papers_bulletin.FIELDS
    lines = [
        added(*(_one(fields[names[name]]) for name in ("rate", "pace"))),
        added(*(_one(fields[names[name]]) for name in ("asked", "in_time"))),
        _silent(basis),
    ]
    return [said(styles.SMALL, line) for line in lines if line.text]


def _one(field: object) -> Words:
    return field if isinstance(field, Words) else NOTHING


def _silent(basis: Basis) -> Words:
    units = basis.feedback.silent if basis.feedback else ()
    if not units:
        return NOTHING
    names = [basis.snapshot.units[unit].name for unit in units]
    shown = [name for place, name in enumerate(names) if not place or len("".join(names[: place + 1])) < SILENT]
    words = texts.LIST.join(shown)
    words = texts.AND_MORE.format(first=words) if len(shown) < len(names) else words
    count = number(len(units), "units:silent", [Cell("unit", unit, "name") for unit in units])
    return fill(texts.SILENT, count=count, units=words)


def _concerns(basis: Basis) -> list[Block]:
    """The worst tasks: overdue ones first, then those furthest behind."""
    late = [task for task in basis.tasks if is_behind(basis.statuses[task.key])]
    if not late:
        return [said(styles.SMALL, texts.NOTHING_LATE)]
    late.sort(key=lambda task: _badness(basis.statuses[task.key]))
    shown = late[:MOST_TASKS]
    cells = judged_all(basis.snapshot, [task.key for task in late], basis.until)
    head = fill(
        texts.CONCERN if len(late) > len(shown) else texts.CONCERN_ALL,
        count=number(len(late), "behind", cells),
        shown=str(len(shown)),
    )
    centred = (True, False, True, True, True, True, True)
    columns = tuple(
        Column(name, width, centred=middle)
        for name, width, middle in zip(texts.CONCERN_HEADS, _CONCERN_WIDTHS, centred, strict=True)
    )
    rows = tuple(_concern(basis, task) for task in shown)
    return [said(styles.SMALL_HEAD, head), Table(columns, rows, ROW, small=True)]


def _badness(status: Status) -> tuple[int, float]:
    return _WORST.index(status.state), (status.done or 0.0) - (status.expected or 0.0)


def _concern(basis: Basis, task: Task) -> tuple[Words, ...]:
    status, leads = basis.statuses[task.key], basis.snapshot.leads_of(task.key)
    cells = judged_by(basis.snapshot, task.key, basis.until)
    lead = quoted(_cut(leads[0].name, UNIT), Cell("unit", leads[0].key, "name")) if leads else NOTHING

    def figure(value: float | None, name: str) -> Words:
        return NOTHING if value is None else number(round(value, 1), f"task:{task.key}:{name}", cells)

    return (
        quoted(task.no, Cell("task", task.key, "no")) if task.no else NOTHING,
        quoted(_cut(task.title, TITLE), Cell("task", task.key, "title")),
        lead,
        Words(_cut(task.leader or "", LEADER)),
        figure(status.done, "done"),
        figure(status.expected, "expected"),
        Words(status.label),
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + texts.CUT


def _leaders(basis: Basis) -> list[Block]:
    """The tasks of each leader (分管领导), those with the most first; none where the ledger names no leader."""
    groups = [group for group in by_leader(basis.statuses, basis.tasks) if group.total.key is not None]
    if not groups:
        return []
    rows = []
    for group in sorted(groups, key=lambda group: -group.total.count)[:MOST_LEADERS]:
        keys, name = group.total.tasks, group.total.name
        kinds = _by_kind(basis.statuses, [basis.snapshot.tasks[key] for key in keys])
        done, expected, judged = means(basis.statuses, keys)
        cells = judged_all(basis.snapshot, judged, basis.until)
        counts = [
            number(
                len(kinds[kind]), f"leader:{name}:{kind}", judged_all(basis.snapshot, kinds[kind] or keys, basis.until)
            )
            for kind in ("done", "behind", "overdue", "silent")
        ]
        pace = [
            number(value, f"leader:{name}:{what}", cells) if judged else Words(texts.NONE)
            for what, value in (("mean", done), ("expected", expected))
        ]
        rows.append((Words(_cut(name, POST)), counted(keys, f"leader:{name}"), *counts, *pace))
    columns = tuple(
        Column(head, width, centred=True) for head, width in zip(texts.LEADER_HEADS, _LEADER_WIDTHS, strict=True)
    )
    return [said(styles.SMALL_HEAD, texts.LEADERS), Table(columns, tuple(rows), ROW, small=True)]
