"""Suggested leads on invented plans of many kinds of bureau, of which the ledger knows the units' names alone.

A file of bureaus/ is: the bureau, its units, then sections (=) of tasks title|text|acceptable leads.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.documents.duties import TOWN, Dictionary, Duty, parse_duties, shipped_duties
from desktop_app.documents.propose import kind_of_unit
from desktop_app.documents.suggest import suggest
from desktop_app.documents.witnesses import Item, UnitNames, own_duties
from desktop_app.domain.changes import Draft
from desktop_app.store.store import open_ledger
from desktop_app.verbs.suggest import suggest as suggest_for

FILES = sorted((Path(__file__).parent / "bureaus").glob("*.txt"))
NO_DUTIES = Dictionary([])


class Bureau(NamedTuple):
    """An invented bureau: its units, and the lines of its plan with the acceptable leads of each task."""

    name: str
    units: tuple[str, ...]
    lines: tuple[str, ...]
    leads: tuple[frozenset[str], ...]


def bureau(path: Path) -> Bureau:
    name, units, *rows = path.read_text("utf-8").splitlines()
    lines, leads = [], []
    for row in rows:
        if row.startswith("="):
            lines.append(row[1:])
        else:
            title, text, wanted = row.split("|")
            leads.append(frozenset(wanted.split()))
            lines.append(f"{len(leads)}.{title}。{text}。")
    return Bureau(name, tuple(units.split()), tuple(lines), tuple(leads))


def units(*names: str) -> list[UnitNames]:
    return [UnitNames(name, (name,), kind_of_unit(name)) for name in names]


def firsts(tasks: list[Item], known: list[UnitNames], duties: Dictionary) -> list[str]:
    return [found[0].unit if found else "" for found in suggest(tasks, known, duties, [])]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_plan_is_led_from_the_units_names_alone(path: Path, tmp_path: Path):
    told = bureau(path)
    plan = tmp_path / "要点.txt"
    plan.write_text("\n".join([f"{told.name}2026年工作要点", "", *told.lines]), "utf-8")
    with open_ledger(tmp_path / "台账") as store:
        draft = Draft()
        for position, name in enumerate(told.units, 1):
            draft.create("unit", {"name": name, "kind": kind_of_unit(name), "position": position})
        store.apply(draft.changes, "登记单位")
        found = suggest_for(store, plan).leads
    named = [[suggestion.unit for suggestion in found[seq]] for seq in range(1, len(told.leads) + 1)]
    assert len(found) == len(told.leads) and {lead for wanted in told.leads for lead in wanted} <= set(told.units)
    assert all(suggestion.reason for suggestions in found.values() for suggestion in suggestions)
    count = len(told.leads)
    assert sum(names[0] in wanted for names, wanted in zip(named, told.leads, strict=True)) >= 0.85 * count
    assert sum(bool(wanted & set(names)) for names, wanted in zip(named, told.leads, strict=True)) >= 0.95 * count


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_only_the_duties_of_the_own_kind_of_bureau_are_heard(path: Path):
    told = bureau(path)
    kinds = {duty.bureau for duty in own_duties(units(*told.units), shipped_duties()).duties} - {""}
    assert ("民政" in kinds) == ("民政局" in told.name) and (TOWN in kinds) == (path.stem in ("street", "town"))
    assert len(kinds) <= 2


def test_a_joint_bureau_is_of_both_kinds():
    names = ("办公室", "种植业股", "畜牧兽医股", "农业机械化股", "水资源股", "河湖管理股", "农村水利股", "渔业股")
    assert {d.bureau for d in own_duties(units(*names), shipped_duties()).duties} == {"", "农业农村", "水利"}


def test_one_name_of_an_office_stands_for_the_others():
    told = '{"alike": [["人事", "政工"]], "duties": [{"name": "用人", "units": {"人事": 3}, "words": {"招录": 3}}]}'
    task = Item(1, "做好招录", "公开报名。")
    assert firsts([task], units("种苗站", "政工股"), parse_duties(told)) == ["政工股"]


def test_the_longest_piece_of_a_name_tells_most():
    duties = Dictionary([Duty("林草", {"生态": 3, "生态修复": 3}, {"造林": 3})])
    task = Item(1, "开展造林", "补植树木。")
    assert firsts([task], units("生态监测科", "生态修复科"), duties) == ["生态修复科"]


def test_a_piece_inside_a_longer_word_is_not_heard():
    duties = Dictionary([Duty("工伤", {"工伤": 3}, {"职业伤害": 1})])
    task = Item(1, "开展职业伤害保障试点", "扩大范围。")
    assert firsts([task], units("职业能力科", "工伤科"), duties) == ["工伤科"]


def test_a_task_may_shorten_the_words_of_a_name():
    tasks = [Item(1, "规范固废转移", "核对联单。"), Item(2, "更新公车", "封存停驶。")]
    assert firsts(tasks, units("公务用车科", "固体废物科"), NO_DUTIES) == ["固体废物科", "公务用车科"]


def test_a_word_of_the_bureaus_own_name_tells_little():
    duties = Dictionary([Duty("文物", {"文物": 3}, {"文物": 3}, "文化旅游")])
    task = Item(1, "丰富文化生活", "推出展览。")
    assert firsts([task], units("文化馆", "展览科", "文物科"), NO_DUTIES) == ["文化馆"]
    assert firsts([task], units("文化馆", "展览科", "文物科"), duties) == ["展览科"]


def test_the_later_word_of_a_name_tells_less():
    task = Item(1, "发展老年教育", "开设课堂。")
    assert firsts([task], units("成人教育科", "教育督导室"), NO_DUTIES) == ["教育督导室"]


def test_an_office_named_for_one_matter_is_not_the_general_office():
    found = firsts([Item(1, "做好公文办理", "提高质量。")], units("城市管理办公室", "办公室"), shipped_duties())
    assert found == ["办公室"]


def test_a_section_of_many_units_says_little_of_its_next_task():
    tasks = [Item(1, "甲事", "子。", "一", ("林政科",)), Item(2, "乙事", "丑。", "一", ("茶政科",))]
    asked = Item(3, "开展巡查", "会同渔政力量。", "一")
    assert firsts([*tasks, asked], units("林政科", "茶政科", "渔政资源科"), NO_DUTIES)[2] == "渔政资源科"


def test_what_next_to_nothing_speaks_for_goes_to_the_office():
    tasks = [Item(1, "甲事", "子。", "一"), Item(2, "乙事", "丑。", "一")]
    assert firsts(tasks, units("林政科", "种苗站", "办公室"), shipped_duties()) == ["办公室", "办公室"]


def test_a_towns_own_offices_may_lead_though_a_bureau_takes_them_for_towns():
    names = ("党政办公室", "党建办", "平安法治办", "社会事务办", "便民服务中心", "武装部")
    (found,) = suggest([Item(1, "救助困难群众", "核查低保。")], units(*names), shipped_duties(), [])
    assert found[0].unit == "社会事务办"
