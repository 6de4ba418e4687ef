"""From the cells of an existing ledger to tasks: titles, units, time limits, targets, states and progress."""

from collections.abc import Iterable, Iterator
from datetime import date

from desktop_app.documents.folding import fold
from desktop_app.documents.items import title_span
from desktop_app.documents.numbering import POINTS, mark_at
from desktop_app.documents.propose import titled
from desktop_app.domain.proposal import Severity
from desktop_app.exchange.ledger_records import Held, HeldLedger, HeldNode, HeldTask
from desktop_app.exchange.read_ledger import LedgerRead
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_ledger_header import Header
from desktop_app.exchange.read_ledger_roles import Roles, mark_of, role_above, roles_in
from desktop_app.exchange.read_ledger_rows import Entry, Line
from desktop_app.exchange.read_ledger_words import EDGES, MONTH, NODES, NUMBER_EDGES, people
from desktop_app.exchange.read_values import folded
from desktop_app.texts import import_ledger as texts
from desktop_app.verbs.ledger_days import deadline_of, month_node, nodes_in, quarter_node
from desktop_app.verbs.ledger_frame import BREAKS, Found, Frame, Remarks, plain_figure, remark
from desktop_app.verbs.ledger_progress import said_in, state_in, take_percent
from desktop_app.verbs.ledger_targets import targets_of
from desktop_app.verbs.ledger_units import persons_in, units_in, units_noted

_LONG_TITLE = 60
_FEW = 2  # figures from which nothing can be told of a column


def understood(read: LedgerRead, name: str, today: date) -> HeldLedger:
    """The tasks of a ledger that was read; `name` is the file's, for what is told."""
    year = read.year or today.year
    as_of = read.as_of or today
    roles = _roles(read)
    frame = Frame(read, name, year, as_of, _ratios(read), _constant(read), roles.of, [])
    _tell_head(frame, read)
    if roles.of:
        said = texts.AND.join(texts.MARK.format(mark=mark, role=texts.MEANINGS[roles.of[mark]]) for mark in roles.of)
        severity = Severity.INFO if roles.sure else Severity.ASK
        frame.tell(severity, (texts.MARKS if roles.sure else texts.MARKS_OPEN).format(marks=said), None, None)
    tasks = tuple(_task(frame, entry) for entry in read.entries)
    used = sorted({task.section for task in tasks if task.section is not None})
    places = {old: new for new, old in enumerate(used)}
    sections = (read.sections[place] for place in used)
    return HeldLedger(
        read.sheet,
        titled(*(BREAKS.sub("", said) for said in (read.title or "", read.sheet, name))),
        year,
        as_of,
        tuple(section._replace(title=titled(section.title, section.no)) for section in sections),
        tuple(task._replace(section=places.get(task.section) if task.section is not None else None) for task in tasks),
        tuple(frame.notes),
        read.source,
    )


def _tell_head(frame: Frame, read: LedgerRead) -> None:
    guessed: dict[str, list[str]] = {}
    for column in read.header.columns:
        if not column.sure and column.meaning != "skip" and column.place not in frame.constant:
            guessed.setdefault(column.meaning, []).append(BREAKS.sub("", column.label))
    for meaning, labels in guessed.items():
        severity, words = Severity.ASK, texts.GUESSED_COLUMN
        if meaning == "other":
            severity, words = Severity.INFO, texts.OTHER_COLUMN
        frame.tell(severity, words.format(label=texts.AND.join(labels), meaning=texts.MEANINGS[meaning]), None, None)
    for lost in read.lost:
        frame.tell(Severity.ASK, texts.LOST_LINE.format(text=BREAKS.sub("", lost.cell.text)[:30]), lost.cell.name, None)
    if read.others:
        frame.tell(Severity.ASK, texts.OTHER_SHEETS.format(names=texts.AND.join(read.others)), None, None)
    if read.year is None:
        frame.tell(Severity.INFO, texts.NO_YEAR.format(year=frame.year), None, None)
    if read.as_of is None and read.header.of("progress_text", "percent"):
        frame.tell(Severity.INFO, texts.NO_AS_OF.format(day=frame.as_of.isoformat()), None, None)


def _columns(read: LedgerRead, *meanings: str) -> Iterator[tuple[int, list[Cell]]]:
    """The columns of these meanings, each with the cells that tasks have there, once."""
    for place in read.header.of(*meanings):
        lines = (line for entry in read.entries for line in entry.lines)
        yield place, list({c.name: c for line in lines if (c := line.cells.get(place))}.values())


def _ratios(read: LedgerRead) -> frozenset[int]:
    """The columns of plain numbers that can only be shares of one: none above 1, and some between 0 and 1."""
    found = set()
    for place, cells in _columns(read, "percent"):
        numbers = [number for c in cells if (number := plain_figure(c)) is not None]
        shares = sum(0 < number < 1 for number in numbers)
        if numbers and max(numbers) <= 1 and (shares > 1 or (shares and len(numbers) > _FEW)):
            found.add(place)
    return frozenset(found)


def _constant(read: LedgerRead) -> frozenset[int]:
    """The further columns that say the same of every task: the bureau's name, a hotline."""
    rows = len(read.entries)
    same = (place for place, cells in _columns(read, "other") if len({cell.text for cell in cells}) == 1)
    return frozenset(
        place
        for place in same
        if rows > 1 and all(any(place in line.cells for line in entry.lines) for entry in read.entries)
    )


def _roles(read: LedgerRead) -> Roles:
    """What the marks in the units' own columns say, where no heading over them does."""
    free = (found for found in _columns(read, "marks") if role_above(read.header.at(found[0]).parts) is None)
    marks = [mark_of(cell.text) for _, cells in free for cell in cells]
    return roles_in(marks, read.source, bool(read.header.of("lead")))


def _by_mark(frame: Frame, cells: Found) -> Iterator[tuple[str, str, Cell]]:
    """Each marked unit: its role, no label, and its cell with the name that stands over it."""
    for _, place, cell in cells:
        column = frame.header.at(place)
        role = role_above(column.parts) or frame.roles.get(mark_of(cell.text))
        if role:
            yield role, "", cell._replace(text=BREAKS.sub("", column.label))


def _task(frame: Frame, entry: Entry) -> HeldTask:
    """One task with its actions: one a line where a task has several lines that each say what is to be done."""
    header = frame.header
    steps = _steps(header, entry)
    shared = (
        {place for place in (c.place for c in header.columns) if _is_shared(header, entry, place)} if steps else set()
    )
    own = [cell for place in header.of("action") for cell in _cells(entry.lines, place)] if not steps else []
    title, text, no = _title(frame, entry, own)
    task = _held(frame, entry.lines, title, text, shared if steps else None)
    if no:
        task.fields["no"] = no
    span = (frame.read.spans[entry.lines[0].line][0], frame.read.spans[entry.lines[-1].line][1])
    actions = tuple(_action(frame, lines, shared) for lines in steps)
    lead, co = task.lead, task.co
    if steps:
        lead = _once(held for held in (*task.lead, *(h for action in actions for h in action.lead)))
        names = {held.value for held in lead}
        co = _once(h for h in (*task.co, *(h for a in actions for h in a.co)) if h.value not in names)
    return task._replace(section=entry.section, span=span, actions=actions, lead=lead, co=co)


def _once(held: Iterable[Held]) -> tuple[Held, ...]:
    return tuple({one.value: one for one in reversed(list(held))}.values())[::-1]


def _cells(lines: Iterable[Line], place: int) -> list[Cell]:
    """The cells of a column in these lines, each once."""
    return list({cell.name: cell for line in lines if (cell := line.cells.get(place))}.values())


def _steps(header: Header, entry: Entry) -> list[list[Line]]:
    """The lines of each action: it begins where a cell of the action column does."""
    places = header.of("action")
    begun: set[str] = set()
    steps: list[list[Line]] = []
    for line in entry.lines:
        names = {line.cells[place].name for place in places if place in line.cells} - begun
        if names:
            steps.append([line])
            begun |= names
        elif steps:
            steps[-1].append(line)
    return steps if len(steps) > 1 else []


def _is_shared(header: Header, entry: Entry, place: int) -> bool:
    """Whether a column says one thing of the whole task: a cell merged beside all its lines, as its title is.

    In a file that merges nothing, a cell of the first line with none below it.
    """
    cells = _cells(entry.lines, place)
    if len(cells) != 1 or place not in entry.lines[0].cells:
        return False
    title, last = entry.lines[0].cells[header.of("task")[0]], entry.lines[-1].line
    return cells[0].last >= last or title.last < last


def _action(frame: Frame, lines: list[Line], shared: set[int]) -> HeldTask:
    places = frame.header.of("action")
    cells = [cell for place in places for cell in _cells(lines, place)]
    first, rest = cells[0], cells[1:]
    title = Held(titled(BREAKS.sub("", first.text)), first.name)
    text = Held("\n".join(BREAKS.sub("", cell.text) for cell in rest), rest[0].name) if rest else None
    mine = [Line(line.line, {p: c for p, c in line.cells.items() if p not in shared}) for line in lines]
    span = (frame.read.spans[lines[0].line][0], frame.read.spans[lines[-1].line][1])
    return _held(frame, mine, title, text, None)._replace(span=span)


def _title(frame: Frame, entry: Entry, actions: list[Cell]) -> tuple[Held, Held | None, Held | None]:
    """Title, text and number: a long cell without actions beside it is parted after its head sentence."""
    header = frame.header
    cells = [cell for place in header.of("task") for cell in _cells(entry.lines, place)]
    first, words = cells[0], cells[0].text
    no = Held(entry.number.text.strip(NUMBER_EDGES), entry.number.name) if entry.number else None
    start = 0
    mark = None if header.of("no") else mark_at(fold(words), 0, len(words), words)
    if mark and mark.kind not in POINTS and mark.end < len(words):
        no, start = Held(mark.printed, first.name), mark.end
    end = len(words)
    if not actions and len(words) - start > _LONG_TITLE:
        start, end = title_span(fold(words), start, len(words), [])
    title = BREAKS.sub("", words[start:end]).strip()
    rest = words[end:].lstrip(EDGES) if end < len(words) else ""
    parts = [rest, *(cell.text for cell in cells[1:]), *(cell.text for cell in actions)]
    text = "\n".join(part for part in parts if part.strip())
    place = actions[0].name if actions and not rest else first.name
    return Held(titled(title, words), first.name), Held(text, place) if text else None, no


def _held(frame: Frame, lines: list[Line], title: Held, text: Held | None, only: set[int] | None) -> HeldTask:
    """A task of these lines; with `only`, no other columns speak for it."""
    header, name = frame.header, str(title.value)

    def cells(*meanings: str) -> Found:
        places = [place for place in header.of(*meanings) if only is None or place in only]
        return [(header.at(p).meaning, p, cell) for p in places for cell in _cells(lines, p)]

    fields: dict[str, Held] = {"title": title, **({"text": text} if text else {})}
    found = [(role, header.at(place).label, cell) for role, place, cell in cells("lead", "co")]
    found += _by_mark(frame, cells("marks"))
    lead, co = (
        units_in(found) if header.of("lead", "co", "marks") else units_noted(c for _, _, c in cells("task", "action"))
    )
    for field, meaning in (("leader", "leader"), ("person", "person"), ("contact", "contact")):
        _fill(fields, field, [cell for _, _, cell in cells(meaning)], named=field != "contact")
    named = persons_in((label, cell) for _, label, cell in found)
    if named and "person" not in fields:
        fields["person"] = named
    due, doubt = deadline_of((cell for _, _, cell in cells("deadline")), frame.year)
    fields |= due
    if doubt:
        frame.tell(Severity.ASK, texts.HALF_DAY.format(raw=doubt), due["deadline_raw"].cell, name)
    elif due and "deadline" not in due and due["deadline_kind"].value == "event":
        raw = due["deadline_raw"]
        frame.tell(Severity.INFO, texts.UNREAD_DAY.format(raw=raw.value), raw.cell, name)
    remarks: Remarks = [(None, cell) for _, _, cell in cells("note")]
    remarks += [(header.at(p).label, cell) for _, p, cell in cells("other") if p not in frame.constant]
    said = said_in(frame, cells, name)
    fields["state"] = state_in(frame, cells, said, remarks, name)
    take_percent(frame, cells, said, remarks, name)
    if remarks:
        fields["note"] = Held(texts.JOINED.join(remark(label, cell) for label, cell in remarks), remarks[0][1].name)
    measures = [cell.text for _, _, cell in cells("measure")]
    own = [(header.at(place).label, cell) for _, place, cell in cells("target")]
    return HeldTask(
        fields,
        None,
        lead,
        co,
        tuple(targets_of(own, measures, title, text, frame.year)),
        tuple(_nodes(frame, cells("nodes", *NODES))),
        said,
        (),
        (0, 0),
    )


def _fill(fields: dict[str, Held], field: str, cells: list[Cell], named: bool) -> None:
    texts_of = list(dict.fromkeys(people(c.text) if named else c.text for c in cells))
    if texts_of:
        fields[field] = Held(texts.LIST.join(texts_of), cells[0].name)


def _nodes(frame: Frame, cells: Found) -> list[HeldNode]:
    nodes: list[HeldNode] = []
    for meaning, place, cell in cells:
        month = MONTH.fullmatch(folded(frame.header.at(place).label))
        if month and meaning == "nodes":
            nodes.append(month_node(cell, int(month["month"]), frame.year))
        elif meaning == "nodes":
            nodes += nodes_in(cell, frame.year)
        else:
            nodes.append(quarter_node(cell, int(meaning[-1]), frame.year))
    return sorted(nodes, key=lambda node: node.due)
