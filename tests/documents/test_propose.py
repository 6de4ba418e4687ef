"""From an extraction to the ledger: one ChangeSet, defaults marked, units made once, and one undo takes it all back."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.documents.deadline_days import period_days
from desktop_app.documents.extraction import DeadlineRead, Extraction, Meta, SectionRead, TargetRead, TaskRead
from desktop_app.documents.propose import addressees, deadline_fields, kind_of_unit, node_fields, propose_intake
from desktop_app.domain.changes import Draft
from desktop_app.store.journal import INTAKE, sources_of
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs.intake import intake

TODAY = date(2026, 3, 9)
HASH = "d" * 64


def task(seq: int, leads: tuple[str, ...] = (), cos: tuple[str, ...] = (), **more: object) -> TaskRead:
    values = {
        "no": str(seq),
        "seq": seq,
        "section_no": "一",
        "section_seq": 1,
        "title": f"第{seq}项",
        "text": "新建助餐点12个。",
        "lead_units": leads,
        "co_units": cos,
        "responsible_person": None,
        "span": (0, 20),
        "no_span": (0, 2),
        "title_span": (2, 6),
        "note_spans": ((12, 20),) if leads else (),
        "targets": (),
        "deadlines": (),
    }
    return TaskRead(**{**values, **more})  # type: ignore[arg-type]


def extraction(*tasks: TaskRead, **meta: object) -> Extraction:
    head = Meta(**{"title": "2026年全区民政工作要点", "year": 2026, **meta})  # type: ignore[arg-type]
    return Extraction("plan", "1.第1项。", head, (SectionRead("一", "养老服务", (0, 1)),), tasks, ())


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path) as opened:
        yield opened


def take_in(store: Store, read: Extraction, file: str = HASH) -> int | None:
    proposal = propose_intake(store.snapshot(), read, file, "要点.docx", TODAY)
    applied = store.apply(proposal.changes, "导入", INTAKE)
    return applied.entry if applied else None


def test_a_plan_becomes_one_entry_that_one_undo_takes_back(store: Store):
    empty = store.logical_dump()
    target = TargetRead("新建助餐点12个", 12.0, "个", "=", "助餐点", None, "cumulative", (6, 13))
    read = extraction(
        task(1, ("养老服务科",), ("各镇街",), targets=(target,)), task(2, ("养老服务科", "区社会福利中心"))
    )
    entry = take_in(store, read)
    snapshot = store.snapshot()
    (plan,) = snapshot.plans.values()
    assert (plan.title, plan.year, plan.file, plan.file_name) == ("2026年全区民政工作要点", 2026, HASH, "要点.docx")
    first, second = snapshot.tasks_in_order()
    assert [u.name for u in snapshot.leads_of(first.key)] == ["养老服务科"]
    assert [u.name for u in snapshot.cos_of(first.key)] == ["各镇街"]
    assert [u.name for u in snapshot.leads_of(second.key)] == ["养老服务科", "区社会福利中心"]
    (stored,) = snapshot.targets_of(first.key)
    assert (stored.value, stored.unit, stored.comparator, stored.span_start, stored.span_end) == (
        12.0,
        "个",
        "=",
        6,
        13,
    )
    assert (first.unit_start, first.unit_end, first.title_start, first.title_end) == (12, 20, 2, 6)
    assert [(u.name, u.kind) for u in snapshot.units_in_order()] == [
        ("养老服务科", "section"),
        ("各镇街", "group"),
        ("区社会福利中心", "affiliate"),
    ]
    assert sources_of(store.connection, "task")[first.key, "title"].file == HASH
    assert entry and undo(store, entry) and store.logical_dump() == empty


def test_the_same_file_twice_changes_nothing(store: Store):
    take_in(store, extraction(task(1)))
    proposal = propose_intake(store.snapshot(), extraction(task(1)), HASH, "改了名.docx", TODAY)
    assert proposal.changes == () and "没有重复导入" in proposal.notes[0].text


def test_known_units_and_aliases_are_not_made_again(store: Store):
    draft = Draft()
    unit = draft.create("unit", {"name": "养老服务科", "kind": "section", "position": 1})
    draft.create("alias", {"unit": unit, "name": "养老科"})
    store.apply(draft.changes, "单位")
    take_in(store, extraction(task(1, ("养老科", "养老服务科"), ("养老科",))))
    snapshot = store.snapshot()
    (found,) = snapshot.tasks_in_order()
    assert [u.name for u in snapshot.units_in_order()] == ["养老服务科"]
    assert len(snapshot.leads_of(found.key)) == 1 and snapshot.cos_of(found.key) == []


def test_addressees_make_the_first_unit_list(store: Store):
    take_in(store, extraction(task(1, ("办公室",)), addressees="各镇人民政府、经开区（云台镇），局机关各科室:"))
    kinds = {u.name: u.kind for u in store.snapshot().units_in_order()}
    assert kinds == {
        "办公室": "section",
        "各镇人民政府": "group",
        "经开区（云台镇）": "outside",
        "局机关各科室": "group",
    }


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("各乡镇民政办,机关各科室、直属各单位:", ["各乡镇民政办", "机关各科室", "直属各单位"]),
        ("各镇（街道）社会事务办，局属各单位及机关各科室：", ["各镇（街道）社会事务办", "局属各单位", "机关各科室"]),
        ("各科（室），区救助管理站和各镇人民政府", ["各科（室）", "区救助管理站", "各镇人民政府"]),
        ("区残疾人和老年人服务中心", ["区残疾人和老年人服务中心"]),
    ],
)
def test_addressees_one_by_one(line: str, names: list[str]):
    assert addressees(line) == names


def test_addressees_of_nothing():
    assert addressees(None) == [] and addressees("") == []


def read_deadline(phrase: str, day: date | None, kind: str) -> DeadlineRead:
    return DeadlineRead(phrase, day, kind, (3, 3 + len(phrase)))


def test_silence_is_the_last_day_of_the_year_marked_as_default():
    assert deadline_fields((), 2026) == {"deadline": date(2026, 12, 31), "deadline_kind": "default"}


def test_the_last_of_several_deadlines_is_the_deadline_and_each_is_a_node(store: Store):
    steps = (
        read_deadline("6月底前开工", date(2026, 6, 30), "period_end"),
        read_deadline("11月底前完工", date(2026, 11, 30), "period_end"),
        read_deadline("长期坚持", None, "ongoing"),
    )
    take_in(store, extraction(task(1, deadlines=steps)))
    (found,) = store.snapshot().tasks_in_order()
    assert (found.deadline, found.deadline_kind) == ("2026-11-30", "period_end")
    assert found.deadline_raw == "6月底前开工；11月底前完工；长期坚持"
    assert [(n.title, n.due) for n in store.snapshot().nodes_of(found.key)] == [
        ("6月底前开工", "2026-06-30"),
        ("11月底前完工", "2026-11-30"),
    ]


def test_a_deadline_without_a_day_stays_without_one(store: Store):
    take_in(store, extraction(task(1, deadlines=(read_deadline("长期坚持", None, "ongoing"),))))
    (found,) = store.snapshot().tasks_in_order()
    assert (found.deadline, found.deadline_kind, found.deadline_raw) == (None, "ongoing", "长期坚持")
    assert store.snapshot().nodes_of(found.key) == []


def test_a_plan_without_sections_or_year(store: Store):
    read = extraction(task(1, section_no=None, section_seq=None), title=None, year=None, issued_on=date(2025, 4, 1))
    take_in(store, read)
    (plan,) = store.snapshot().plans.values()
    assert (plan.title, plan.year) == ("要点.docx", 2025)
    assert [t.section for t in store.snapshot().tasks_in_order()] == [None]


def test_a_heading_without_words_is_stored_all_the_same(store: Store):
    read = extraction(task(1, title=""), title="\x01")._replace(sections=(SectionRead("", "", (0, 1)),))
    take_in(store, read)
    snapshot = store.snapshot()
    assert [one.title for one in snapshot.tables["section"].values()] == ["（未写标题）"]
    assert [one.title for one in snapshot.tasks_in_order()] == ["新建助餐点12个。"]
    assert [one.title for one in snapshot.plans.values()] == ["要点.docx"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("办公室", "section"),
        ("机关党委", "section"),
        ("区殡葬管理所", "affiliate"),
        ("区救助管理站", "affiliate"),
        ("云台镇", "town"),
        ("青石街道", "town"),
        ("各科室", "group"),
        ("相关单位", "group"),
        ("区财政局", "outside"),
        ("区婚姻登记处", "affiliate"),
        ("青石街道办事处", "town"),
    ],
)
def test_the_kind_that_a_name_suggests(name: str, kind: str):
    assert kind_of_unit(name) == kind


PLAN = """\
云泽区民政局2026年工作要点
云泽区民政局
2026年3月13日
一、养老服务
1.建设食堂。原则上6月底前建成食堂12个，最迟9月底前全部开业，力争达到15个。（牵头单位：养老科）
2.整治环境。9—11月开展整治，整改问题60处。（牵头单位：养老科）
3.走访老人。每季度走访不少于1次。（牵头单位：养老科）
4.报送情况。每月25日前报送进展。（牵头单位：养老科）
5.制定方案。印发后10个工作日内制定方案1个。（牵头单位：养老科）
6.规范管理。从第二季度起开展抽查。（牵头单位：养老科）
7.打基础。长期坚持，12月底前取得成效。（牵头单位：养老科）
8.三年攻坚。完成任务。（牵头单位：养老科；完成时限：2026—2028年）
"""


def test_what_a_plan_says_about_time_is_in_the_ledger(store: Store, tmp_path: Path):
    (tmp_path / "要点.txt").write_text(PLAN, "utf-8")
    before = store.logical_dump()
    applied = intake(store, tmp_path / "要点.txt").applied
    snapshot = store.snapshot()
    tasks = snapshot.tasks_in_order()
    said = [(task.start, task.soft_deadline, task.deadline, task.deadline_kind) for task in tasks]
    assert said == [
        (None, "2026-06-30", "2026-09-30", "period_end"),
        ("2026-09-01", None, "2026-11-30", "date"),
        (None, None, "2026-12-31", "default"),
        (None, None, None, "recurring"),
        (None, None, "2026-03-27", "relative"),
        ("2026-04-01", None, "2026-12-31", "default"),
        (None, None, "2026-12-31", "period_end"),
        ("2026-01-01", None, "2028-12-31", "period_end"),
    ]
    steps = [[node.due for node in snapshot.nodes_of(task.key)] for task in tasks]
    assert steps[0] == ["2026-06-30", "2026-09-30"]
    assert steps[2] == ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]
    assert steps[3] == [f"2026-{month:02}-25" for month in range(1, 13)]
    assert steps[7] == ["2026-12-31", "2027-12-31", "2028-12-31"]
    assert [len(step) for step in steps] == [2, 0, 4, 12, 0, 0, 0, 3]
    firm, soft = snapshot.targets_of(tasks[0].key)
    assert (firm.value, firm.soft, soft.value, soft.soft, soft.item) == (12.0, 0, 15.0, 1, firm.item)
    assert applied and undo(store, applied.entry) and store.logical_dump() == before


def test_steps_of_what_is_done_again_and_again_begin_with_its_beginning():
    again = TargetRead(
        "每季度通报1次", 1.0, "次", "=", "通报", "每季度", "frequency", (9, 16), days=period_days("每季度", 2026)
    )
    start = DeadlineRead("5月起", None, "start", (6, 9), date(2026, 5, 1))
    read = task(1, targets=(again,), deadlines=(start,))
    assert [str(step["due"]) for step in node_fields(read, 1)] == ["2026-06-30", "2026-09-30", "2026-12-31"]
