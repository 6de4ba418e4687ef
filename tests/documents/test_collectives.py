"""Collectives become stored groups with the known units of their kind; vague ones stay empty."""

from pathlib import Path

import pytest

from desktop_app.documents.collectives import kinds_named
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.intake import intake

HEAD = """云溪区民政局2026年工作要点

桃林镇、柳湾街道，局机关各科室、局属各单位：

一、重点工作
"""


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("各镇街", ("town",)),
        ("各乡镇人民政府、街道办事处", ("town",)),
        ("各镇街民政办", ("town",)),
        ("机关各科室", ("section",)),
        ("局属各单位", ("affiliate",)),
        ("各直属单位", ("affiliate",)),
        ("各单位", ("section", "affiliate")),
        ("各科室、局属各单位", ("section", "affiliate")),
        ("有关单位", ()),
        ("各相关科室", ()),
        ("各责任单位", ()),
    ],
)
def test_the_kinds_that_a_name_means(name: str, kinds: tuple[str, ...]):
    assert kinds_named(name) == kinds


BARE = "云溪区民政局2026年工作要点\n\n一、重点\n"


def plan(tmp_path: Path, *items: str, name: str = "要点.txt", head: str = HEAD) -> Path:
    path = tmp_path / name
    path.write_text(head + "\n".join(f"{n}.{item}" for n, item in enumerate(items, 1)), "utf-8")
    return path


def members(store: Store, group: str) -> list[str]:
    unit = store.snapshot().unit_named(group)
    assert unit is not None and unit.kind == "group"
    return [member.name for member in store.snapshot().members_of(unit.key)]


def test_a_group_has_the_units_of_its_kind_and_is_asked_unit_by_unit(tmp_path: Path):
    path = plan(
        tmp_path,
        "新建助餐点8个。（牵头单位：养老服务科；配合单位：各镇街）",
        "开展入户走访。（责任单位：各镇街）",
        "规范墓园管理。（牵头单位：区殡葬管理所；配合单位：有关单位）",
    )
    with open_ledger(tmp_path / "台账") as store:
        before = store.logical_dump()
        first = intake(store, path)
        assert first.applied is not None
        undo(store, first.applied.entry)
        assert store.logical_dump() == before
        intake(store, path)
        assert members(store, "各镇街") == ["桃林镇", "柳湾街道"]
        assert members(store, "局机关各科室") == ["养老服务科"]
        assert members(store, "局属各单位") == ["区殡葬管理所"]
        assert members(store, "有关单位") == []
        sent = dispatch(store, "2026-06", None, tmp_path / "表", None)
        assert [file.unit for file in sent.files] == ["养老服务科", "区殡葬管理所", "桃林镇", "柳湾街道"]


def test_a_group_that_was_empty_is_filled_when_its_units_are_known_and_never_again(tmp_path: Path):
    bare = plan(
        tmp_path, "开展走访。（责任单位：各镇街）", name="甲.txt", head="云溪区民政局2026年工作要点\n\n一、重点\n"
    )
    more = plan(tmp_path, "入户核查。（牵头单位：各镇街；配合单位：桃林镇）", name="乙.txt")
    last = plan(tmp_path, "收集数据。（牵头单位：各镇街；配合单位：梅岭乡）", name="丙.txt")
    with open_ledger(tmp_path / "台账") as store:
        intake(store, bare)
        assert members(store, "各镇街") == []
        intake(store, more)
        assert members(store, "各镇街") == ["桃林镇", "柳湾街道"]
        intake(store, last)
        assert members(store, "各镇街") == ["桃林镇", "柳湾街道"]  # the clerk's group now
