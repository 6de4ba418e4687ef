"""Leads suggested for tasks that name nobody: what each witness says, and how often it is right on unseen plans."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.advice import leads_for_plan, leads_for_tasks, past_of, unit_names
from desktop_app.documents.duties import RULE, Dictionary, Duty, duties_of, parse_duties, shipped_duties
from desktop_app.documents.extraction import Extraction, Meta, TaskRead
from desktop_app.documents.propose import kind_of_unit
from desktop_app.documents.suggest import Suggestion, suggest
from desktop_app.documents.witnesses import Item, Past, UnitNames
from desktop_app.domain.changes import Draft
from desktop_app.store.store import Store, open_ledger
from tests.builders import plan_with
from tests.documents import invented_leads

NO_DUTIES = Dictionary([])


def units(*names: str) -> list[UnitNames]:
    return [UnitNames(name, (name,), kind_of_unit(name)) for name in names]


def first(suggestions: list[tuple[Suggestion, ...]]) -> list[str]:
    return [found[0].unit if found else "" for found in suggestions]


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path) as opened:
        yield opened


def test_a_duty_reaches_the_unit_that_has_it_by_name():
    task = Item(1, "规范公墓经营", "对辖区墓园开展检查。")
    (found,) = suggest([task], units("办公室", "社会事务科", "养老服务科"), shipped_duties(), [])
    assert found[0].unit == "社会事务科" and "殡葬" in found[0].reason and "公墓" in found[0].reason


def test_a_unit_named_for_a_duty_goes_before_a_stand_in():
    task = Item(1, "规范公墓经营", "对辖区墓园开展检查。")
    (found,) = suggest([task], units("社会事务科", "殡葬管理科"), shipped_duties(), [])
    assert [s.unit for s in found] == ["殡葬管理科", "社会事务科"]


def test_an_alias_carries_a_duty():
    known = [UnitNames("民政二科", ("民政二科", "养老科")), *units("民政一科")]
    (found,) = suggest([Item(1, "建设老年食堂", "新增就餐点。")], known, shipped_duties(), [])
    assert found[0].unit == "民政二科"


def test_the_ledgers_past_moves_a_duty_to_another_unit():
    history = [
        Past("加强婚姻登记", "优化流程。", "", ("综合科",), 2025),
        Past("婚俗改革", "倡导简办。", "", ("综合科",), 2025),
    ]
    task = Item(1, "提升颁证服务", "推进婚姻家庭辅导。")
    (found,) = suggest([task], units("社会事务科", "综合科"), shipped_duties(), history)
    assert found[0].unit == "综合科"


def test_duties_that_no_unit_has_say_nothing():
    assert suggest([Item(1, "发展养老服务", "新增床位。")], units("林政科", "种苗站"), shipped_duties(), []) == [()]


def test_a_unit_is_known_by_its_own_name_and_by_short_forms():
    tasks = [Item(1, "加强林政执法", "查处滥伐。"), Item(2, "发展基础教育", "改善条件。")]
    found = suggest(tasks, units("林政科", "基教科"), NO_DUTIES, [])
    assert first(found) == ["林政科", "基教科"] and "林政" in found[0][0].reason


def test_a_past_task_is_named_as_the_reason():
    history = [
        Past("更新雨量站", "维护山洪监测设备。", "", ("防御科",), 2025),
        Past("清理沙场", "打击非法采砂。", "", ("河湖科",)),
    ]
    found = suggest(
        [Item(1, "完善雨量监测", "新增雨量站。"), Item(2, "打击采砂", "清理沙场。")],
        units("防御科", "河湖科"),
        NO_DUTIES,
        history,
    )
    assert [s[0] for s in found] == [
        Suggestion("防御科", "2025年任务“更新雨量站”由其牵头"),
        Suggestion("河湖科", "以往任务“清理沙场”由其牵头"),
    ]


def test_the_neighbours_in_the_section_speak_for_a_task_that_says_nothing():
    tasks = [Item(1, "甲事", "子。", "一"), Item(2, "乙事", "丑。", "一", ("林政科",)), Item(3, "丙事", "寅。", "二")]
    found = suggest(tasks, units("林政科", "种苗站"), NO_DUTIES, [])
    assert first(found) == ["林政科", "", ""]
    assert "乙事" in found[0][0].reason and "板块" in found[0][0].reason


def test_a_tasks_own_lead_is_not_looked_at():
    tasks = [Item(1, "甲事", "子。", "一", ("种苗站",)), Item(2, "加强林政执法", "丑。", "一", ("林政科",))]
    assert first(suggest(tasks, units("林政科", "种苗站"), NO_DUTIES, [])) == ["林政科", "林政科"]


def test_collectives_are_not_suggested():
    known = [*units("各镇街", "安全科"), UnitNames("林溪镇", ("林溪镇",), "town")]
    (found,) = suggest([Item(1, "林溪镇各镇街安全检查", "消防。")], known, shipped_duties(), [])
    assert [s.unit for s in found] == ["安全科"]


def test_what_all_have_a_part_in_goes_to_the_office():
    task = Item(1, "实施协作工程", "联办养老服务、殡葬、儿童福利、社会救助和婚姻登记事项。")
    known = units("养老服务科", "社会事务科", "儿童福利科", "社会救助科", "办公室")
    (found,) = suggest([task], known, shipped_duties(), [])
    assert found[0] == Suggestion("办公室", "涉及多个科室的职责，通常由综合科室牵头")


def test_what_is_nobodys_goes_to_the_office():
    (found,) = suggest([Item(1, "甲事", "子。")], units("办公室", "社会事务科"), shipped_duties(), [])
    assert [s.unit for s in found] == ["办公室"]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=40)), max_size=5), st.integers(0, 3))
def test_any_words_give_at_most_three_different_known_units(told: list[tuple[str, str]], count: int):
    known = units("办公室", "养老服务科", "区救助站", "财务科")[: count + 1]
    tasks = [Item(n, title, text, "一") for n, (title, text) in enumerate(told)]
    found = suggest(tasks, known, shipped_duties(), [Past("a", "b", "", ("办公室",))])
    assert len(found) == len(tasks)
    for suggestions in found:
        names = [s.unit for s in suggestions]
        assert len(names) <= 3 and len(set(names)) == len(names) and set(names) <= {u.name for u in known}
        assert all(s.reason for s in suggestions)


def test_the_shipped_dictionary_is_sound():
    duties = shipped_duties().duties
    assert len({duty.name for duty in duties}) == len(duties)
    for duty in duties:
        assert duty.units and duty.words, duty.name
        assert {*duty.units.values(), *duty.words.values()} <= {1, 2, 3}, duty.name


def test_a_word_inside_a_longer_one_is_not_counted_beside_it():
    dictionary = Dictionary([Duty("救助", {}, {"救助": 3}), Duty("流浪", {}, {"救助站": 3})])
    assert set(dictionary.read("救助站建设", "").shares) == {"流浪"}


def test_the_ledgers_own_duties_take_the_place_of_the_shipped_ones(store: Store):
    plan_with(store, {"title": "甲", "lead": "林政科"})
    draft = Draft()
    own = {"duties": [{"name": "古树", "units": {"林政": 3}, "words": {"古树": 3}}]}
    draft.create("rule", {"name": RULE, "value": json.dumps(own, ensure_ascii=False)})
    store.apply(draft.changes, "职责")
    assert [duty.name for duty in duties_of(store.snapshot()).duties] == ["古树"]
    read = Extraction("plan", "", Meta(), (), (task_read(1, "保护古树"),), ())
    assert "古树" in leads_for_plan(store.snapshot(), read)[1][0].reason


def test_a_dictionary_that_is_none_is_refused():
    with pytest.raises(KeyError):
        parse_duties('{"words": {}}')


def task_read(seq: int, title: str, *leads: str) -> TaskRead:
    return TaskRead(str(seq), seq, None, None, title, "", leads, (), None, (0, 0), (0, 0), (0, 0), (), (), ())


def test_a_first_plan_teaches_from_the_units_that_it_names_itself(store: Store):
    tasks = (task_read(1, "看护古树", "林政科"), task_read(2, "林政巡查"))
    found = leads_for_plan(store.snapshot(), Extraction("plan", "", Meta(), (), tasks, ()))
    assert found[2][0].unit == "林政科"


def test_names_of_merged_units_and_aliases_speak_for_the_one_that_stands(store: Store):
    built = plan_with(store, {"title": "甲", "lead": "林政科"}, {"title": "乙", "lead": "种苗站"})
    draft = Draft()
    draft.set("unit", store.snapshot().units[built.units["种苗站"]], {"merged_into": built.units["林政科"]})
    draft.create("alias", {"unit": built.units["林政科"], "name": "资源科"})
    store.apply(draft.changes, "合并")
    assert unit_names(store.snapshot()) == [UnitNames("林政科", ("林政科", "种苗站", "资源科"), "section")]
    assert [past.leads for past in past_of(store.snapshot())] == [("林政科",), ("林政科",)]


def test_tasks_of_the_ledger_are_suggested_by_the_others_only(store: Store):
    built = plan_with(
        store, {"title": "林政执法", "lead": "种苗站"}, {"title": "清点苗木"}, {"title": "种苗抽检", "lead": "种苗站"}
    )
    plan_with(store, {"title": "林政巡查", "lead": "林政科"}, title="上年", year=2025)
    found = leads_for_tasks(store.snapshot(), built.tasks[:2])
    assert set(found) == set(built.tasks[:2])
    assert found[built.tasks[0]][0].unit == "林政科"
    assert found[built.tasks[1]][0].unit == "种苗站"


def rows(told: str) -> list[tuple[Item, tuple[str, ...]]]:
    lines = [line.split("|") for line in told.strip().splitlines()]
    return [(Item(n, line[1], line[2], line[0]), tuple(line[3].split("、"))) for n, line in enumerate(lines, 1)]


def test_other_bureaus_are_carried_by_their_names_and_their_past():
    asked = right = offered = 0
    for bureau, names in invented_leads.UNITS.items():
        history = [Past(i.title, i.text, i.section, leads, 2025) for i, leads in rows(invented_leads.LAST_YEAR[bureau])]
        wanted = rows(invented_leads.THIS_YEAR[bureau])
        found = suggest([item for item, _ in wanted], units(*names.split("、")), shipped_duties(), history)
        for (_, leads), suggestions in zip(wanted, found, strict=True):
            asked += 1
            right += suggestions[0].unit in leads
            offered += any(s.unit in leads for s in suggestions)
    assert asked == 45 and right >= 0.85 * asked and offered >= 0.95 * asked


@pytest.mark.parametrize(
    ("title", "duty"),
    [
        ("修订防汛预案", "防汛抗旱"),
        ("核发取水许可", "水资源管理"),
        ("推行河长制", "河湖管理"),
        ("改造大中型灌区", "农村水利"),
        ("除治松材线虫病", "林业有害生物"),
        ("救护候鸟", "野生动植物"),
        ("开展预算执行审计", "财政审计"),
        ("复核审理审计项目质量", "审理审计"),
    ],
)
def test_the_duties_of_water_forestry_and_audit_are_known(title: str, duty: str) -> None:
    shares = shipped_duties().read(title, "").shares
    assert max(shares, key=lambda name: shares[name]) == duty
