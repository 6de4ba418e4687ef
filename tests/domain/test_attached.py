"""A task's files and the approvals that put its deadline off: rule records, one content once, undone whole."""

from pathlib import Path

import pytest

from desktop_app.domain.attached import Attached, all_attached, attach_changes, attached_to, detach_changes
from desktop_app.domain.concerned import concerned
from desktop_app.domain.extensions import Extension, all_papers, extension_changes, extensions_of
from desktop_app.domain.merging import merged
from desktop_app.store import undo
from desktop_app.store.store import open_ledger
from tests.builders import plan_with

ONE = Attached("a" * 64, "批件.pdf", "2026-06-01")
TWO = Attached("b" * 64, "照片.jpg", "2026-06-02")


def test_files_are_added_once_by_content_and_taken_away(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        task, other = plan_with(store, {}, {}).tasks
        before = store.logical_dump()
        store.apply(attach_changes(store.snapshot(), task, [ONE]), "加附件")
        renamed = ONE._replace(name="别名.pdf")
        store.apply(attach_changes(store.snapshot(), task, [renamed, TWO, TWO]), "再加")
        store.apply(attach_changes(store.snapshot(), other, [ONE]), "另一项")
        assert attached_to(store.snapshot(), task) == [ONE, TWO]
        assert len(list(all_attached(store.snapshot()))) == 3
        now = store.snapshot()
        touched = store.apply(detach_changes(now, task, ONE.file), "去掉")
        assert touched and concerned(now, store.snapshot(), touched.touched) == {task}
        assert attached_to(store.snapshot(), task) == [TWO]
        store.apply(detach_changes(store.snapshot(), task, TWO.file), "去掉")
        store.apply(detach_changes(store.snapshot(), other, ONE.file), "去掉")
        assert store.logical_dump() == before


def test_an_approval_moves_the_deadline_and_is_kept_with_the_first_day(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        (key,) = plan_with(store, {"deadline": "2026-06-30"}).tasks
        first = Extension("2026-06-20", "2026-06-30", "2026-09-30", "分管副局长", "场地未定", "c" * 64, "批件.pdf")
        second = Extension("2026-09-20", "2026-09-30", "2026-12-31", "局长", "设备未到")
        for one in (first, second):
            snapshot = store.snapshot()
            store.apply(extension_changes(snapshot, snapshot.tasks[key], one), "延期")
        snapshot = store.snapshot()
        assert snapshot.tasks[key].deadline == "2026-12-31"
        assert extensions_of(snapshot, key) == [first, second]
        assert [(paper.file, paper.name) for paper in all_papers(snapshot)] == [("c" * 64, "批件.pdf")]


@pytest.mark.parametrize("lacking", [{"by": ""}, {"reason": ""}, {"new": "2026-06-30"}])
def test_without_approval_reason_or_another_day_there_is_none(tmp_path: Path, lacking: dict[str, str]) -> None:
    with open_ledger(tmp_path) as store:
        (key,) = plan_with(store, {"deadline": "2026-06-30"}).tasks
        snapshot = store.snapshot()
        said = Extension("2026-06-20", "2026-06-30", "2026-09-30", "局长", "场地")._replace(**lacking)
        with pytest.raises(ValueError, match="no approval"):
            extension_changes(snapshot, snapshot.tasks[key], said)


def test_rows_put_together_keep_the_files_and_approvals_of_each(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        one, two, three = plan_with(store, {"deadline": "2026-06-30"}, {"deadline": "2026-06-30"}, {}).tasks
        approved = Extension("2026-06-20", "2026-06-30", "2026-09-30", "局长", "场地")
        for task, file in ((one, ONE), (two, TWO), (three, ONE)):
            store.apply(attach_changes(store.snapshot(), task, [file]), "加附件")
        snapshot = store.snapshot()
        store.apply(extension_changes(snapshot, snapshot.tasks[two], approved), "延期")
        before = store.logical_dump()
        applied = store.apply(merged(store.snapshot(), [one, two, three], "；"), "合并")
        assert applied
        after = store.snapshot()
        assert attached_to(after, one) == [ONE, TWO] and extensions_of(after, one) == [approved]
        assert len(list(all_attached(after))) == 2
        undo.undo(store, applied.entry)
        assert store.logical_dump() == before
