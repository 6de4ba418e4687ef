"""The columns of a form follow what its round asks."""

import pytest

from desktop_app.exchange.sheet_layout import CHOICES, COLUMNS, columns_of

BEFORE = ["序号", "重点任务", "具体举措", "目标指标", "完成时限", "上期", "本期情况"]


@pytest.mark.parametrize(
    ("asked", "figures", "headers"),
    [
        (None, 3, ["进展情况", "完成率(%)", "办结时间", "存在问题"]),
        ("text,percent,finished_on,problems", 3, ["进展情况", "完成率(%)", "办结时间", "存在问题"]),
        ("percent", 0, ["完成率(%)"]),
        ("figures,text", 2, ["进展情况", "指标①完成数", "指标②完成数"]),
        ("figures,text", 0, ["进展情况"]),
        (
            ",".join(CHOICES),
            9,
            [
                "进展情况",
                "完成率(%)",
                *(f"指标{n}完成数" for n in "①②③④⑤⑥"),
                "办结时间",
                "存在问题",
                "下步打算",
                "佐证材料",
            ],
        ),
    ],
)
def test_what_a_round_asks_are_the_columns_after_what_is_printed(
    asked: str | None, figures: int, headers: list[str]
) -> None:
    columns = columns_of(asked, figures)
    assert [column.header for column in columns] == [*BEFORE, *headers, "标识"]
    assert [column.asked for column in columns] == [False] * 6 + [True] * (1 + len(headers)) + [False]


def test_the_usual_columns_are_those_of_a_round_that_chose_nothing() -> None:
    assert columns_of(None, 6) == COLUMNS
