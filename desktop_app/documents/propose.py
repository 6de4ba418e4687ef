"""From a reviewed extraction to the changes that make it a plan in the ledger: sections, tasks, targets, units."""

import re
from collections.abc import Iterable
from datetime import date

from desktop_app.documents.collectives import fill_groups
from desktop_app.documents.extraction import DeadlineRead, Extraction, Meta, TargetRead, TaskRead
from desktop_app.domain.changes import Draft, Source
from desktop_app.domain.kinds import Kind
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import canonical
from desktop_app.texts import intake as texts

_COLLECTIVE = re.compile(r"各|^全(?!科)|全体|有关|相关|所有")
_TOWN = re.compile(r"(?:镇|街道|乡|街道办事处|镇人民政府|社事办|民生服务办|社会事务办)$")
_ALSO = re.compile("(?:以及|及|和)(?=各|机关|局|直属|本局|[区县市][级直])")
_SERVICE = re.compile("(?:登记处|公证处)$")
_SECTION = re.compile(r"(?:科|室|股|处|办|党委|工会|支部)$")
_AFFILIATE = re.compile(r"(?:中心|站|所|院|馆|队|园|公墓|学校|协会|基金会|总会)$")
_ADDRESSEE = re.compile(r"[^、，,；;：:（(]*(?:[（(][^）)]*[）)])?[^、，,；;：:（(]*")


def propose_intake(snapshot: Snapshot, extraction: Extraction, file: str, file_name: str, today: date) -> Proposal:
    """One ChangeSet for the whole plan; no change where this very file is in the ledger already.

    `file` is the SHA-256 of the stored original. Units that are not known yet are made, collectives as groups.
    A task without a deadline gets the year's last day, marked as default (the office's habit).
    """
    known = next((p for p in snapshot.plans.values() if p.file == file), None)
    if known:
        return Proposal(notes=(Note(Severity.INFO, texts.KNOWN_ALREADY.format(title=known.title), file_name),))
    draft, source = Draft(), Source(file)
    meta = extraction.meta
    year = plan_year(meta, today)
    plan = draft.create(
        "plan",
        {
            **meta._asdict(),
            "title": titled(meta.title, meta.notice_title, file_name),
            "kind": extraction.kind,
            "year": year,
            "source": extraction.source,
            "file": file,
            "file_name": file_name,
        },
        source,
    )
    sections = [
        draft.create("section", {"plan": plan, "position": n, "no": s.no, "title": titled(s.title, s.no)}, source)
        for n, s in enumerate(extraction.sections, 1)
    ]
    units = units_named_in(snapshot, draft, extraction, source)
    for position, task in enumerate(extraction.tasks, 1):
        section = sections[task.section_seq - 1] if task.section_seq else None
        key = draft.create("task", task_fields(task, plan, section, position, year), source)
        add_parts(draft, key, task, units, source)
    return Proposal(tuple(draft.changes))


def titled(*said: str | None) -> str:
    """The first of these that holds words; a stand-in where none does, as over a heading of mere marks."""
    return next((str(words) for one in said if (words := canonical(Kind.TEXT, one))), texts.UNTITLED)


def plan_year(meta: Meta, today: date) -> int:
    """The year that a plan is for: as it says, else of its issue, else this one."""
    return meta.year or (meta.issued_on or today).year


def task_fields(task: TaskRead, plan: int, section: int | None, position: int, year: int) -> dict[str, object]:
    """The fields of the task that was read."""
    unit = task.note_spans[0] if task.note_spans else (None, None)
    return {
        "plan": plan,
        "section": section,
        "position": position,
        "no": task.no,
        "title": titled(task.title, task.text),
        "text": task.text,
        "leader": task.responsible_person,
        "state": "open",
        "span_start": task.span[0],
        "span_end": task.span[1],
        "title_start": task.title_span[0],
        "title_end": task.title_span[1],
        "unit_start": unit[0],
        "unit_end": unit[1],
        **deadline_fields(task.deadlines, year),
    }


def deadline_fields(deadlines: Iterable[DeadlineRead], year: int) -> dict[str, object]:
    """The task's deadline from what was read: the last dated one; ongoing has none; silence is the year's last day.

    A day meant in principle (原则上6月底前，最迟9月底前) is the soft deadline, and the deadline where no other is said.
    The work begins with the first of its periods where every due time has a beginning (9—11月, 从第二季度起).
    """
    every = list(deadlines)
    said = [d for d in every if d.kind != "start"]
    dated = [d for d in said if d.date is not None]
    soft = [d for d in dated if d.soft]
    starts = [d.start for d in every if d.start is not None]
    more: dict[str, object] = {}
    if starts and len(starts) >= len(dated):
        more["start"] = min(starts)
    hard = [d for d in dated if not d.soft] or dated
    chosen = max(hard, key=lambda d: (d.date, d.span)) if hard else next(iter(said), None)
    if chosen is None:
        return {"deadline": date(year, 12, 31), "deadline_kind": "default", **more}
    if soft:
        more["soft_deadline"] = max(d.date for d in soft if d.date)
    span = chosen.span if chosen.span != (0, 0) else (None, None)
    return {
        "deadline": chosen.date,
        "deadline_kind": chosen.kind,
        "deadline_raw": "；".join(dict.fromkeys(d.phrase for d in every)),
        "deadline_start": span[0],
        "deadline_end": span[1],
        **more,
    }


def add_parts(draft: Draft, task: int, read: TaskRead, units: dict[str, int], source: Source) -> None:
    """Make the targets, nodes and assignments of a task that is being made."""
    for position, target in enumerate(read.targets, 1):
        draft.create("target", target_fields(target, task, position), source)
    for fields in node_fields(read, task):
        draft.create("node", fields, source)
    for role, keys in units_by_role(read, units).items():
        for position, unit in enumerate(keys, 1):
            draft.create("assignment", {"task": task, "unit": unit, "role": role, "position": position}, source)


def target_fields(target: TargetRead, task: int, position: int) -> dict[str, object]:
    """The fields of the target that was read."""
    start, end = target.span
    said = {name: value for name, value in target._asdict().items() if name not in ("span", "days")}
    return {
        **said,
        "soft": int(target.soft),
        "task": task,
        "position": position,
        "span_start": start,
        "span_end": end,
    }


def node_fields(read: TaskRead, task: int) -> list[dict[str, object]]:
    """The fields of each dated step, in order of time; none where only one day is said.

    Steps are the due days, every day of what is due more than once or goes on for years; where the task says none,
    the ends of the periods in which something is to be done again and again (每季度1次) once it has begun (5月起).
    """
    steps = [(day, d.phrase, d.span) for d in read.deadlines for day in (d.days or ((d.date,) if d.date else ()))]
    begun = max((d.start for d in read.deadlines if d.kind == "start" and d.start), default=date.min)
    steps = steps or [(day, t.phrase, t.span) for t in read.targets for day in t.days if day >= begun]
    steps.sort(key=lambda step: (step[0], step[2]))
    return [
        {"task": task, "position": n, "title": words, "due": day, "span_start": span[0], "span_end": span[1]}
        for n, (day, words, span) in enumerate(steps if len({step[0] for step in steps}) > 1 else [], 1)
    ]


def units_by_role(read: TaskRead, units: dict[str, int]) -> dict[str, list[int]]:
    """The leads and the supporting units by key, each once, in order; a lead is no support."""
    leads = list(dict.fromkeys(units[name] for name in read.lead_units))
    cos = [key for key in dict.fromkeys(units[name] for name in read.co_units) if key not in leads]
    return {"lead": leads, "co": cos}


def units_named_in(snapshot: Snapshot, draft: Draft, extraction: Extraction, source: Source) -> dict[str, int]:
    """The unit of each name in the plan, known or made now, in the order of their first mention."""
    named = [name for task in extraction.tasks for name in (*task.lead_units, *task.co_units)]
    keys: dict[str, int] = {}
    made: dict[str, tuple[int, str]] = {}
    position = max((u.position for u in snapshot.units.values()), default=0)
    for name in dict.fromkeys([*named, *addressees(extraction.meta.addressees)]):
        unit = snapshot.unit_named(name)
        if unit is None:
            position += 1
            fields = {"name": name, "kind": kind_of_unit(name), "position": position}
            keys[name] = draft.create("unit", fields, source)
            made[name] = keys[name], str(fields["kind"])
        else:
            keys[name] = unit.key
    fill_groups(snapshot, draft, made, keys.values())
    return keys


def addressees(text: str | None) -> list[str]:
    """The units of a 主送 line: “各乡镇民政办,机关各科室及直属各单位:” names three; brackets are not split."""
    parts = [name for part in _ADDRESSEE.findall(text or "") for name in _ALSO.split(part)]
    return [name for part in parts if (name := part.strip())]


def kind_of_unit(name: str) -> str:
    """The kind that a unit's name suggests: group, town, section, affiliate or outside."""
    if _COLLECTIVE.search(name):
        return "group"
    endings = (("town", _TOWN), ("affiliate", _AFFILIATE), ("affiliate", _SERVICE), ("section", _SECTION))
    for kind, ending in endings:
        if ending.search(name):
            return kind
    return "outside"
