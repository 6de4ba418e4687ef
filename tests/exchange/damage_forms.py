"""Three rounds of forms on real ledgers, filled in, with the truth of what each answer means."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

from desktop_app.domain.values import Value
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import Choices, dispatch
from tests.builders import plan_with
from tests.exchange.returns import HEADERS, answer, columns_of, fill

CARE, AID, DUE = "养老科", "救助科", date(2026, 6, 26)
EVERYTHING = "text,percent,finished_on,problems,next_steps,evidence,figures"
Answers = dict[str, dict[str, Any]]
Place = tuple[str, str]


class Filled(NamedTuple):
    """A blank form that went out, its answers by title and field, and a folder for what becomes of it."""

    form: Path
    answers: Answers
    folder: Path
    carried: Mapping[Place, Value] = {}  # never changed; what "as last time" stands for

    def book(self) -> Any:
        """The form filled in, as openpyxl holds it."""
        book = load_workbook(self.form)
        answer(book[texts.SHEET], self.answers)
        return book

    def saved(self, book: Any, name: str = "回收.xlsx") -> Path:
        """The book on the disk."""
        path = self.folder / name
        book.save(path)
        return path

    def path(self) -> Path:
        """The filled form on the disk."""
        return self.saved(self.book(), "原样.xlsx")

    def truth(self) -> dict[Place, Value]:
        """What each answer means, by title and field."""
        said = {(title, field): value for title, fields in self.answers.items() for field, value in fields.items()}
        return {**{place: true(value) for place, value in said.items()}, **self.carried}


def true(value: Any) -> Value:
    """An answer as the ledger holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, int) else value


def title_of(place: int) -> str:
    """The title of a task."""
    names = ("新建助餐点", "改造护理床位", "核对低保对象", "培训养老护理员", "巡查儿童福利机构", "整治殡葬用品市场")
    return f"{names[place % len(names)]}（第{place + 1}批）"


def usual(store: Store, folder: Path) -> Filled:
    """The usual columns: eight tasks of one unit, two of them shared."""
    plan_with(
        store,
        *({"title": title_of(n), "lead": (CARE, AID) if n < 2 else CARE, "text": f"第{n + 1}项。"} for n in range(8)),
    )
    return Filled(_sent(store, folder, "2026-06"), _answers(8), folder)


def whole(store: Store, folder: Path) -> Filled:
    """Everything that can be asked, with two figures a task."""
    targets = [{"item": "床位", "value": 120.0, "unit": "张"}, {"item": "人次", "value": 900.0, "unit": "人次"}]
    plan_with(store, *({"title": title_of(n), "lead": CARE, "targets": targets} for n in range(6)))
    answers = _answers(6)
    for place, said in enumerate(answers.values()):
        said |= {"next_steps": f"7月开展第{place + 1}轮核查", "evidence": f"台账{place + 1}份", "figure_1": 20 + place}
        said |= {"figure_2": 300 + place}
    return Filled(_sent(store, folder, "2026-06", EVERYTHING), answers, folder)


def second(store: Store, folder: Path) -> Filled:
    """A second round, in which what was said in the first one stands in the column 上期."""
    plan_with(store, *({"title": title_of(n), "lead": CARE} for n in range(6)))
    early = {title_of(n): {"status": texts.PROGRESS, "percent": 5 + n, "text": f"完成选点{n + 1}处"} for n in range(6)}
    first = fill(_sent(store, folder / "五月", "2026-05"), folder / "五月回收.xlsx", early)
    apply_collected(store, collect(store, [first]))
    answers = _answers(6)
    answers[title_of(2)] = {"status": texts.SAME_AS_LAST}
    carried: dict[Place, Value] = {(title_of(2), "percent"): 7.0, (title_of(2), "text"): "完成选点3处"}
    return Filled(_sent(store, folder / "六月", "2026-06"), answers, folder, carried)


FORMS = {"usual": usual, "whole": whole, "second": second}


def _sent(store: Store, folder: Path, period: str, asked: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    files = dispatch(store, period, DUE, folder / "发出", None, Choices(asked=asked, signoff="none")).files
    return next(file.path for file in files if file.unit == CARE)


def _answers(count: int) -> Answers:
    """Answers as units give them: most are under way, one is finished, one is left blank."""
    found: Answers = {}
    for place in range(count):
        found[title_of(place)] = {
            "status": texts.PROGRESS,
            "percent": 31 + 7 * place,
            "text": f"选定场地{place + 2}处，签订协议{place + 3}份",
            "problems": f"缺口资金{place + 1}万元" if place % 2 else "无",
        }
    finished = found[title_of(1)]
    finished |= {
        "status": texts.FINISHED,
        "percent": 100,
        "finished_on": date(2026, 6, 18),
        "text": "工程验收合格并交付",
    }
    found[title_of(count - 1)] = {}
    return found


def columns(sheet: Any) -> Mapping[str, int]:
    """The column number of each asked and printed field in the sheet."""
    return {field: columns_of(sheet)[header] for field, header in HEADERS.items() if header in columns_of(sheet)}
