"""The verbs `issued`, `opinion` and `template` on the command line."""

from pathlib import Path

from desktop_app.cli_reports import kind_of
from desktop_app.cli_ways import Arguments, reading, say, writing
from desktop_app.texts import papers_issued, papers_opinions, papers_templates


def run_issued(arguments: Arguments) -> int:
    """List the papers that went out, and what the ledger has otherwise since; 1 where there is anything such."""
    from desktop_app.verbs.issued import differences, issued_papers

    with reading(arguments) as store:
        found = [(issued, differences(store, issued)) for issued in issued_papers(store.snapshot())]
    told, lines = [], []
    for issued, changed in found:
        sentences = [{"issued": c.issued or None, "right": c.words.text or None, "late": c.late} for c in changed]
        told.append({**issued._asdict(), "changed": sentences})
        lines.append(papers_issued.LISTED.format(**issued._asdict()))
        lines += [papers_issued.CHANGED.format(count=len(changed), no=issued.no)] if changed else []
    say(arguments, {"papers": told}, "\n".join(lines) or papers_issued.NONE)
    return 1 if any(changed for _, changed in found) else 0


def run_opinion(arguments: Arguments) -> int:
    """Keep an opinion on a task's row of the draft breakdown; without a task list them all."""
    from desktop_app.verbs.opinions import add_opinion, listing

    if arguments.task is None:
        with reading(arguments) as store:
            told = listing(store.snapshot())
        lines = [papers_opinions.LISTED.format(**{**one, "taken": one["taken_name"]}) for one in told]
        say(arguments, {"opinions": told}, "\n".join(lines) or papers_opinions.NONE)
        return 0
    with writing(arguments) as store:
        said = (arguments.unit or "", arguments.text or "", arguments.taken, arguments.reply)
        applied = add_opinion(store, arguments.task, *said)
    say(arguments, {"entry": applied.entry if applied else None}, papers_opinions.KEPT)
    return 0


def run_template(arguments: Arguments) -> int:
    """Show the template of a paper, or change it."""
    from desktop_app.files import read_bytes
    from desktop_app.verbs.report_templates import is_own, label, template_changes, template_of

    kind = kind_of(arguments.kind)
    if not arguments.file and not arguments.reset:
        with reading(arguments) as store:
            template, own = template_of(store.snapshot(), kind), is_own(store.snapshot(), kind)
        say(arguments, {"paper": kind, "own": own, "template": template}, template)
        return 0
    text = None if arguments.reset else read_bytes(Path(arguments.file)).decode("utf-8-sig")
    with writing(arguments) as store:
        applied = store.apply(template_changes(store.snapshot(), kind, text), label(kind, text))
    words = papers_templates.RESET if arguments.reset else papers_templates.KEPT
    say(arguments, {"paper": kind, "entry": applied.entry if applied else None}, words)
    return 0
