"""Search over books of texts: what is found, in which order, and where the hits are marked."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.pinyin import Sounds
from desktop_app.domain.search import MOST, Book, book, find
from desktop_app.paths import asset

LINES = asset("resources", "pinyin.txt").read_text("utf-8").splitlines()
TITLES = ["新建老年食堂10家", "年长者助餐", "发放养老补贴", "长期护理试点", "走访困难家庭", "12345热线办理"]
UNITS = ["养老科 养老服务科", "福利院", "养老科", "医保办", "救助科", "办公室"]
TEXTS = ["城区六个街道", "老年人优先", "核对名册", "与行业主管部门会商", "老年食堂走访", "Ａ类工单 月报"]


def shelf_of(words: Sequence[str]) -> dict:
    return {"title": words.__getitem__}


def tasks() -> Book:
    say = {"title": TITLES.__getitem__, "units": UNITS.__getitem__, "text": TEXTS.__getitem__}
    return book("task", range(len(TITLES)), TITLES.__getitem__, UNITS.__getitem__, say)


def sounds(*books: Book) -> Sounds:
    return Sounds(LINES, [held.text for one in books for held in one.shelves.values()])


def found(search: str) -> list[int]:
    return [hit.key for hit in find([tasks()], sounds(tasks()), search)]


@pytest.mark.parametrize(
    ("search", "keys"),
    [
        ("老年食堂", [0, 4]),  # in a title before in a text
        ("长", [3, 1]),  # the start of a title first
        ("lnst", [0]),
        ("LNST", [0]),
        ("laonian", [0]),
        ("laonianst", [0]),
        ("老年st", [0]),
        ("laoni", [0]),  # a syllable that is being typed
        ("cq", [3]),
        ("zz", [1]),  # 长者, the other reading
        ("changqi", [3]),
        ("zhangzhe", [1]),
        ("10", [0]),
        ("１０", [0]),
        ("12345", [5]),
        ("养老科", [0, 2]),
        ("jzk", [4]),  # a unit by its initials
        ("a类", [5]),
        ("走访 救助科", [4]),
        ("st ylk", [0]),
        ("救助科 食堂", [4]),
        ("没有这样的词", []),
        ("zzzzzz", []),
        ("", []),
        ("  ", []),
    ],
)
def test_what_is_found_and_in_which_order(search: str, keys: list[int]) -> None:
    assert found(search) == keys


@pytest.mark.parametrize(
    ("search", "key", "marked"),
    [("lnst", 0, ["老年食堂"]), ("老年 10", 0, ["老年", "10"]), ("走访", 4, ["走访"])],
)
def test_hits_are_marked_in_the_title(search: str, key: int, marked: list[str]) -> None:
    hit = next(hit for hit in find([tasks()], sounds(tasks()), search) if hit.key == key)
    assert [hit.title[start:end] for start, end in hit.marks] == marked


def test_a_find_in_a_text_shows_the_words_around_it() -> None:
    long = "前" * 40 + "唯一的词" + "后" * 80
    one = book("task", [7], lambda _: "题目", lambda _: "单位", {"title": lambda _: "题目", "text": lambda _: long})
    (hit,) = find([one], sounds(one), "唯一")
    ((start, end),) = hit.about_marks
    assert hit.about[start:end] == "唯一" and hit.about.startswith("…") and hit.about.endswith("…")
    assert hit.marks == () and len(hit.about) < 90


def test_titles_come_before_units_and_history_last_whatever_the_order_of_the_books() -> None:
    history = book("entry", [1], lambda _: "导入养老要点", lambda _: "", {"history": lambda _: "导入养老要点"})
    said = book("report", [1], lambda _: "题", lambda _: "", {"report": lambda _: "养老机构已查"})
    hits = find([history, said, tasks()], sounds(history, tasks()), "养老")
    assert [hit.kind for hit in hits] == ["task", "task", "report", "entry"]
    assert [hit.kind for hit in find([history, tasks()], sounds(history, tasks()), "drylyd")] == ["entry"]


def test_a_thing_is_found_once_and_no_more_than_anyone_reads() -> None:
    many = ["养老养老"] * 500
    one = book("task", range(500), many.__getitem__, many.__getitem__, shelf_of(many))
    hits = find([one], sounds(one), "养老")
    assert len(hits) == MOST == len({hit.key for hit in hits})


def test_line_breaks_in_a_text_do_not_shift_the_others() -> None:
    words = ["一\n二", "三", "", "四\r\n五"]
    one = book("task", range(4), words.__getitem__, lambda _: "", shelf_of(words))
    assert [hit.key for hit in find([one], sounds(one), "三")] == [1]
    assert [hit.key for hit in find([one], sounds(one), "五")] == [3]


@given(st.lists(st.text(st.sampled_from("养老食堂长行abz1 ．Ａﬁ\n"), max_size=12), min_size=1, max_size=8), st.data())
def test_whatever_stands_in_a_title_is_found_by_it(titles: list[str], data: st.DataObject) -> None:
    one = book("task", range(len(titles)), titles.__getitem__, lambda _: "", shelf_of(titles))
    place = data.draw(st.integers(0, len(titles) - 1))
    for word in re.findall(r"\S+", titles[place]):
        assert place in [hit.key for hit in find([one], sounds(one), word)]


@given(st.text(st.sampled_from("养老食堂长行重会乐"), min_size=1, max_size=6), st.data())
def test_every_reading_of_every_character_counts(word: str, data: st.DataObject) -> None:
    readings = {line.split(" ")[0]: line.split(" ")[1] for line in LINES}
    letters = "".join(
        data.draw(st.sampled_from([s for s, read_so in readings.items() if c in read_so]))[0] for c in word
    )
    one = book("task", [0], lambda _: word, lambda _: "", shelf_of([word]))
    assert [hit.key for hit in find([one], sounds(one), letters)] == [0]


def test_the_readings_are_those_of_the_dictionary_that_they_were_taken_from() -> None:
    pypinyin = pytest.importorskip("pypinyin")
    style = pypinyin.Style.NORMAL
    for char in "民政养老服务救助低保社区儿童残疾殡葬婚姻慈善行长重会乐率":
        told = set(pypinyin.pinyin(char, style=style, heteronym=True)[0])
        assert told <= {line.split(" ")[0] for line in LINES if char in line}
