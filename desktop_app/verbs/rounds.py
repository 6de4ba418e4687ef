"""What can be done with a round that is out: write it again, add to it, take a row from it, void it, pack it."""

import zipfile
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from desktop_app.domain.changes import Draft
from desktop_app.domain.model import Form, Round
from desktop_app.domain.periods import parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.asking import Pair
from desktop_app.exchange.propose import batch_words, propose_more
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.files import safe_name, write_whole
from desktop_app.store.receipts import expect_outgoing, mark_written, outgoing
from desktop_app.store.store import Applied, Store
from desktop_app.store.undo import undo
from desktop_app.texts import exchange as texts
from desktop_app.verbs.dispatch import Dispatched, Made, told_of, writable
from desktop_app.verbs.round_files import EACH, NONE, ONE, Parcel, parcel_of, write_parcel


def write_again(
    store: Store, round_key: int, out: Path, units: Collection[int] | None = None, sign: str | None = None
) -> Dispatched:
    """Write a round's forms once more, as they were recorded: those of these units, else all."""
    parcel = parcel_again(store, round_key, out, units, sign)
    return told_of(store, round_key, parcel, write_parcel(parcel), (), None)


def parcel_again(
    store: Store, round_key: int, out: Path, units: Collection[int] | None = None, sign: str | None = None
) -> Parcel:
    """What `write_again` writes; `out` can be written. Those never written before are 未写出 until they are.

    `sign` as in `dispatch`; without it, the sheets that the round was sent with.
    """
    open_round(store, round_key)
    writable(out)
    parcel = parcel_of(store, round_key, out, sign or _sheets_sent(store, round_key), units)
    expect_outgoing(store, [form.key for form, _ in parcel.forms if form.key not in parcel.digests], str(out))
    return parcel


def may_be_out(store: Store, round_key: int, units: Collection[int] | None = None) -> list[str]:
    """The units whose forms were written already, so that the clerk may have sent them: to be asked about first."""
    snapshot, out = store.snapshot(), outgoing(store)
    forms: list[Form] = snapshot.having("form", "round", round_key)
    written = [form for form in forms if form.key in out and out[form.key].written_at]
    return [snapshot.units[form.unit].name for form in written if units is None or form.unit in units]


def add_to_round(store: Store, round_key: int, pairs: Sequence[Pair], out: Path) -> Made:
    """Add these rows to an open round, one entry; the forms that have grown are still to be written into `out`.

    The copies that are out stay good: what they answer is taken in, the new rows are told as missing.
    """
    made = open_round(store, round_key)
    writable(out)
    proposal = propose_more(store.snapshot(), made, pairs, [path.name for path in out.iterdir()])
    label = texts.ADD_LABEL.format(period=batch_words(store.snapshot(), made), count=len(pairs))
    applied = store.apply(proposal.changes, label) if proposal.changes else None
    if applied is None:
        raise Refused(texts.NOTHING_TO_ADD)
    parcel = parcel_of(store, round_key, out, _sheets_sent(store, round_key), {pair.unit for pair in pairs})
    expect_outgoing(store, [form.key for form, _ in parcel.forms], str(out))
    return Made(round_key, parcel, (), applied)


def take_back_addition(store: Store, made: Made) -> Applied | None:
    """Undo `add_to_round` where its forms were not written after all: the earlier versions are those that are out."""
    applied = undo(store, made.applied.entry)
    for form, _ in made.parcel.forms:
        if form.key in made.parcel.digests:
            mark_written(store, form.key, made.parcel.digests[form.key])
    return applied


def withdraw_rows(store: Store, rows: Collection[int]) -> Applied | None:
    """Take rows from a round: they are marked withdrawn (已撤回), and answers to them are asked about."""
    snapshot, draft = store.snapshot(), Draft()
    taken = [snapshot.rows[key] for key in rows]
    made = open_round(store, taken[0].round)
    for row in taken:
        draft.set("round_row", row, {"withdrawn": 1})
    words = {"period": batch_words(snapshot, made), "unit": snapshot.unit(taken[0].unit).name, "task": taken[0].title}
    label = texts.WITHDRAW_LABEL if len(taken) == 1 else texts.WITHDRAW_MANY
    return store.apply(draft.changes, label.format(**words, count=len(taken)))


def void_round(store: Store, round_key: int) -> Applied | None:
    """Mark a round void (作废): its forms are no longer taken in, its answers no longer count."""
    made = open_round(store, round_key)
    draft = Draft()
    draft.set("round", made, {"state": "voided"})
    return store.apply(draft.changes, texts.VOID_LABEL.format(period=period_words(parse_period(made.period))))


def pack_round(store: Store, round_key: int, path: Path) -> list[str]:
    """Pack the round's files into one zip at `path`; returns the names of the forms that are no longer where they were.

    Names are in UTF-8 and marked so, which Windows, WPS and every unpacker of today read.
    """
    snapshot = store.snapshot()
    open_round(store, round_key)
    files, missing = _on_the_disk(store, snapshot, round_key)
    if not files:
        raise Refused(texts.NOTHING_TO_PACK)
    write_whole(path, lambda fresh: _pack(files, fresh))
    return missing


def _on_the_disk(store: Store, snapshot: Snapshot, round_key: int) -> tuple[list[Path], list[str]]:
    """The files of a round that lie where they were written, its other papers after the forms; and what is missing."""
    out = outgoing(store)
    forms: list[Form] = snapshot.having("form", "round", round_key)
    paths = [Path(out[form.key].folder) / form.file for form in forms if form.key in out]
    found = [path for path in paths if path.is_file()]
    period = batch_words(snapshot, snapshot.rounds[round_key])
    endings = [words.format(period=period) for words in (texts.NOTICE_FILE, texts.SIGNOFF_FILE, texts.LIST_FILE)]
    sheets = [_own_sheet(snapshot, form, period) for form in forms]
    for folder in dict.fromkeys(path.parent for path in found):
        found += [folder / name for name in (*endings, *sheets) if (folder / name).is_file()]
    return found, [path.name for path in paths if not path.is_file()]


def _own_sheet(snapshot: Snapshot, form: Form, period: str) -> str:
    return safe_name(texts.SIGNOFF_OF.format(unit=snapshot.units[form.unit].name, period=period))


def _sheets_sent(store: Store, round_key: int) -> str:
    """Which sign-off sheets lie beside the forms of a round: "one", "each" or "none"; "one" where no folder is left."""
    snapshot, out = store.snapshot(), outgoing(store)
    forms: list[Form] = snapshot.having("form", "round", round_key)
    folders = {Path(out[form.key].folder) for form in forms if form.key in out}
    standing = [folder for folder in folders if folder.is_dir()]
    period = batch_words(snapshot, snapshot.rounds[round_key])
    if not standing or any((folder / texts.SIGNOFF_FILE.format(period=period)).is_file() for folder in standing):
        return ONE
    own = [_own_sheet(snapshot, form, period) for form in forms]
    return EACH if any((folder / name).is_file() for folder in standing for name in own) else NONE


def _pack(files: Iterable[Path], fresh: Path) -> None:
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, file.name)


def open_round(store: Store, key: int) -> Round:
    """The round of this key; Refused where there is none or it is void."""
    made = store.snapshot().rounds.get(key)
    if made is None:
        raise Refused(texts.NO_ROUND)
    if made.state == "voided":
        raise Refused(texts.VOIDED_ALREADY)
    return made
