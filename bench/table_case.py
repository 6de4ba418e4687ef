"""The ledgers that the table's benches show: tasks with actions, units, targets and a month's reports, made quickly.

They are written straight into the tables, as no bench that shows a ledger asks how long its making takes.
"""

import random
import sys
import time
from pathlib import Path

from desktop_app.domain.changes import EMPTY
from desktop_app.domain.model import ENTITIES
from desktop_app.store.store import open_ledger

DAY = "2026-07-01"
SECTIONS, UNITS = 40, 60
ACTIONS = 10  # every so many tasks, one has two actions
WORDS = (
    "养老服务 社区食堂 家庭床位 适老改造 低保核查 临时救助 特困供养 儿童福利 困境儿童 "
    "婚姻登记 殡葬改革 公墓整治 慈善宣传 志愿服务 社会组织 行政区划 地名标志 残疾补贴 "
    "康复器具 流浪救助 护理培训 探访关爱 智慧平台 镇街中心 村级站点 资金监管 标准评估 "
    "专项检查 年度审计 人才建设 数据比对 政策解读 项目验收 场地租赁 设备采购 安全排查 "
).split()
DEEDS = "推进 完成 落实 新建 改造 规范 加强 开展 完善 实施".split()
# A table is painted by one thread that waits for nothing: its own processor time leaves the neighbours out.
clock = time.perf_counter if sys.platform == "win32" else time.thread_time


def sentences(chance: random.Random, count: int, words: int) -> list[str]:
    """So many sentences of so many words."""
    return [
        chance.choice(DEEDS) + "、".join(chance.sample(WORDS, words)) + f"等工作{chance.randint(1, 900)}处"
        for _ in range(count)
    ]


class Case:
    """Collects the records of a ledger of `count` tasks and actions."""

    def __init__(self, count: int) -> None:
        self._chance = random.Random(count)
        self._key = 0
        self.records: dict[str, list[tuple]] = {entity: [] for entity in ENTITIES}
        self._titles, self._long = sentences(self._chance, 3000, 3), sentences(self._chance, 2000, 8)
        plan = self._make("plan", title="工作要点", kind="plan", year=2026)
        sections = [
            self._make("section", plan=plan, position=n, no=str(n), title=WORDS[n % 36]) for n in range(SECTIONS)
        ]
        self._units = [self._make("unit", name=f"第{n + 1}科", kind="section", position=n) for n in range(UNITS)]
        made = {"token": "bench", "period": "2026-06", "as_of": "2026-06-30", "due": "2026-06-25", "state": "open"}
        self._round = self._make("round", **made)
        tasks, number = 0, 0
        while tasks < count:
            section = sections[tasks * SECTIONS // count]
            number += 1
            task = self._task(plan, section, None, number)
            tasks += 1
            if number % ACTIONS == 0 and tasks + 2 <= count:
                self._task(plan, section, task, 1)
                self._task(plan, section, task, 2)
                tasks += 2

    def _make(self, entity: str, **values: object) -> int:
        self._key += 1
        self.records[entity].append(tuple({"key": self._key, **EMPTY[entity], **values}.values()))
        return self._key

    def _task(self, plan: int, section: int, parent: int | None, number: int) -> int:
        chance = self._chance
        said = {"title": chance.choice(self._titles), "text": "。".join(chance.sample(self._long, 3)), "state": "open"}
        day = f"2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        where = {"plan": plan, "section": section, "parent": parent, "position": number}
        no = None if parent else str(number)
        task = self._make("task", **said, **where, no=no, deadline=day, deadline_raw=day, deadline_kind="date")
        unit = chance.choice(self._units)
        self._make("assignment", task=task, unit=unit, role="lead", position=1)
        if number % 2:
            figure = {"comparator": ">=", "value": float(chance.randint(1, 900)), "unit": "处", "kind": "cumulative"}
            self._make("target", task=task, position=1, item=chance.choice(WORDS), **figure)
        if number % 5 < 3:
            row = self._make("round_row", round=self._round, task=task, unit=unit, position=number, title=said["title"])
            self._make("report", row=row, percent=float(chance.randint(0, 100)), text=chance.choice(self._long))
        return task

    @property
    def next_key(self) -> int:
        """The first key that is free."""
        return self._key + 1


def make_ledger(folder: Path, count: int) -> None:
    """A ledger of so many tasks and actions in a folder."""
    case = Case(count)
    with open_ledger(folder) as store:
        store.connection.execute("BEGIN")
        for entity, records in case.records.items():
            if records:
                places = ", ".join("?" * len(records[0]))
                store.connection.executemany(f'INSERT INTO "{entity}" VALUES ({places})', records)
        store.connection.execute("UPDATE ledger SET next_key=?", (case.next_key,))
        store.connection.execute("COMMIT")
