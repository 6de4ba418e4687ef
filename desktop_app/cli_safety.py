"""The verbs `check`, `backup` and `restore` of the command line."""

from pathlib import Path

from desktop_app.cli_ways import Arguments, folder, reading, say, writing
from desktop_app.texts import backup as texts
from desktop_app.texts import cli as words


def run_check(arguments: Arguments) -> int:
    """Check the ledger, on demand mend it; 1 where anything is wrong after that."""
    from desktop_app.verbs.check import check, mend, to_json

    with writing(arguments) if arguments.repair else reading(arguments) as store:
        problems = mend(store) if arguments.repair else check(store)
    say(arguments, to_json(problems), "\n".join(problems) or words.SOUND)
    return int(bool(problems))


def run_backup(arguments: Arguments) -> int:
    """Back the ledger up, on demand also to a second place."""
    from desktop_app.verbs.backup import back_up, to_json

    second = Path(arguments.to) if arguments.to else None
    done = back_up(folder(arguments), second=second)
    lines = [texts.BACKED_UP.format(file=done.made.path) if done.made else texts.UNCHANGED]
    lines += [texts.SECOND_DONE.format(copied=done.copied, second=second)] if second else []
    say(arguments, to_json(done), "\n".join(lines))
    return 0


def run_restore(arguments: Arguments) -> int:
    """Put a backup in the place of the ledger."""
    from desktop_app.verbs.restore import restore, to_json

    done = restore(folder(arguments), Path(arguments.file))
    told = texts.RESTORE_DONE.format(before=done.before) if done.before else texts.RESTORE_NEW
    say(arguments, to_json(done, folder(arguments)), told)
    return 0
