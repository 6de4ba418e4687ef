"""Columns under header words that nobody has written down: what they hold, by the word, the cells and their neighbours.

The rules in order: a role word in the label; else the kind of its cells (`table_content`), its place among the known
columns, and what is still missing. Of two columns of units the left one leads. What only the cells decided is told by
`Guessed.unsure`, so that the clerk is asked about it.
"""

import re
from typing import NamedTuple

from desktop_app.documents.table_content import Columns
from desktop_app.documents.table_words import guess_of
from desktop_app.documents.targets import read_targets
from desktop_app.documents.unit_words import role_in

CONTENT = ("task", "action", "target")
WHO = ("lead", "co", "neutral", "leader", "person")
WHEN = ("deadline", "node_q1", "node_q2", "node_q3", "node_q4")
_NOBODY = re.compile(
    "督|监|联系|填|送|提出|来源|受益|覆盖|地点|地址|位置|点位|落点|区域|范围|考核|验收|印发|会签|备案|受众|对象"
)
_NOT_SAID = re.compile(
    "依据|来源|出处|资金|经费|预算|投资|进展|情况|问题|困难|原因|备注|说明|联系|意见|反馈|结果|评|审|核|分值|得分|赋分|权重|"
    "地址|地点|职务|姓名|职称|方式|方法|下步|附|签|基数|上年|去年|完成"
)
_NOT_DUE = re.compile("开始|启动|起始|成立|出生|来文|发文|印发|立项|填报|批示|收文|交办|登记|更新")
_BUREAU = re.compile("(?:局|委|厅|府|委员会|会|公司)$")
_LEAST_WORDS, _SHORTEST_TASK = 5, 3.5  # posts and grades are shorter than any task
_ANY_YEAR = 2000


class Guessed(NamedTuple):
    """Roles by column, and those of them that no word told."""

    roles: dict[int, str]
    unsure: tuple[int, ...]


class _Guess:
    """Fills in `roles`, kind by kind."""

    def __init__(self, columns: Columns, known: dict[int, str], labels: dict[int, str]) -> None:
        self.columns = columns
        self.roles = dict(known)
        self.labels = labels
        self.unsure: list[int] = []
        self.open = [column for column in labels if column not in known]
        self.kinds = {column: columns.kind(column) for column in self.open}

    def of(self, *roles: str) -> list[int]:
        return sorted(column for column, role in self.roles.items() if role in roles)

    def left(self, kind: str, against: re.Pattern[str]) -> list[int]:
        """The columns of this kind that have no role yet, unless their label says otherwise."""
        return [
            column
            for column in self.open
            if self.kinds[column] == kind and column not in self.roles and not against.search(self.labels[column])
        ]

    def take(self, column: int, role: str) -> None:
        self.roles[column] = role
        self.unsure.append(column)

    def by_words(self) -> None:
        for column in self.open:
            label, kind = self.labels[column], self.kinds[column]
            role = guess_of(label) or (role_in(label) if kind == "units" else None)
            if kind == "days" and role in CONTENT and not _NOT_DUE.search(label):
                role = "deadline"
            fits = kind == "units" if role in ("lead", "co", "neutral") else kind is not None
            if role and fits and not (role == "deadline" and self.of(*WHEN) and kind != "days"):
                self.roles[column] = role

    def units(self) -> None:
        """The left of the columns of units leads, where no word says who does."""
        for column in self.left("units", _NOBODY):
            named = self.of("lead", "co", "neutral")
            if self._watches(column) or any(self._is_bureau(column, other) for other in named):
                continue
            neutral = [other for other in self.of("neutral") if not self._is_bureau(other, column)]
            leads = not self.of("lead") and (not neutral or column < neutral[0])
            self.take(column, "lead" if leads else "co")
            if leads:
                self.roles |= {other: "other" for other in self.of("neutral") if self._is_bureau(other, column)}
        if not self.of("lead", "neutral"):
            told = [column for column in self.of("person", "leader") if self.columns.kind(column) == "units"]
            self.roles |= dict.fromkeys(told[:1], "neutral")

    def _is_bureau(self, column: int, beside: int) -> bool:
        """Whether this is the bureau itself in every row, beside a column that tells who does it."""
        said = set(self.columns.values(column))
        varied = len(set(self.columns.values(beside))) > 1
        return len(self.columns.rows) > 2 and varied and len(said) == 1 and bool(_BUREAU.search(said.pop()))

    def _watches(self, column: int) -> bool:
        """Whether those named here look after the others' work (督查室)."""
        values = self.columns.values(column)
        return sum("督" in value for value in values) * 2 > len(values)

    def days(self) -> None:
        found = self.left("days", _NOT_DUE)
        if found and not self.of(*WHEN):
            self.take(found[-1], "deadline")
        if not self.of(*WHEN):  # 销号时间 over days to come
            closing = [column for column in self.of("state") if self.columns.kind(column) == "days"]
            self.roles |= dict.fromkeys(closing[:1], "deadline")

    def people(self) -> None:
        found = self.left("people", _NOBODY)
        if found and not self.of("leader", "person"):
            self.take(found[0], "leader")

    def numbers(self) -> None:
        found = self.left("number", re.compile("$^"))
        if found and not self.of("no") and found[0] == min(self.labels):
            self.take(found[0], "no")

    def content(self) -> None:
        """The first column of sentences is the task; before it the chapter, behind it how and how much."""
        texts = self.left("text", _NOT_SAID)
        if not self.of("task"):
            first = min(self.of("action", "target"), default=None)
            mine = [column for column in texts if first is None or column < first]
            fine = [column for column in mine if not self.columns.repeats(column)] or mine[-1:]
            if fine and self.columns.length(fine[0]) >= _SHORTEST_TASK:
                self.take(fine[0], "task")
        tasks = self.of("task") or self.of(*CONTENT)[:1]
        for column in (column for column in texts if column not in self.roles and tasks):
            if column < tasks[0] and self.columns.repeats(column) and not self.of("section"):
                self.take(column, "section")
            elif column > tasks[0] and self._tells_how(tasks[0], column):
                self.take(column, "action")
        for column in (*self.left("figures", _NOT_SAID), *self.left("text", _NOT_SAID)):
            if tasks and not self.of("target") and column > tasks[0] and self._counts(column):
                self.take(column, "target")

    def _tells_how(self, task: int, column: int) -> bool:
        """Whether sentences stand here, with nothing but content between the task and them, that are no quantities."""
        beside = all(self.roles.get(other) in CONTENT for other in range(task, column))
        wanted = not self.of("target") and bool(self.of("action")) and self._counts(column)
        return beside and not wanted and self.columns.length(column) >= _LEAST_WORDS

    def _counts(self, column: int) -> bool:
        """Whether most cells give a quantity, with the unit that it is counted in."""
        values = self.columns.values(column)
        bare = self.kinds[column] == "figures" and not any(value.strip()[-1:].isdigit() for value in values)
        if bare or (self.of("measure") and self.kinds[column] == "figures"):
            return True
        counted = sum(bool(read_targets(value, value, 0, len(value), _ANY_YEAR)) for value in values)
        return counted * 2 > len(values)


def guess_columns(columns: Columns, known: dict[int, str], labels: dict[int, str]) -> Guessed:
    """The roles of all columns in `labels` that can be told, those in `known` as they are."""
    guess = _Guess(columns, known, labels)
    for step in (guess.by_words, guess.numbers, guess.units, guess.days, guess.people, guess.content):
        step()
    return Guessed(guess.roles, tuple(sorted(guess.unsure)))
