"""An item that copying left within the line of the one above it."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

HEAD = "潭口区档案馆2026年工作要点\n一、馆藏建设\n1.整理档案。整理档案300卷。\n"


def titles(text: str) -> list[str]:
    result = extract_text(HEAD + text)
    assert isinstance(result, Extraction)
    return [task.title for task in result.tasks]


@pytest.mark.parametrize(
    "text",
    [
        "2.开放库房。开放库房2间。3.征集史料。征集史料50件。\n",
        "2.开放库房。开放库房2间。 3、征集史料：征集史料50件。\n二、附则\n本要点由办公室解释。\n",
        "2.开放库房。开放库房2间。3.征集史料。征集史料50件。\n4.扫描。扫描8000页。\n",
    ],
)
def test_an_item_within_the_line_of_the_one_above(text: str) -> None:
    assert titles(text)[:3] == ["整理档案", "开放库房", "征集史料"]


@pytest.mark.parametrize(
    "text",
    [
        "2.开放库房。开放库房2间。3.征集史料。征集50件。\n3.扫描档案。扫描8000页。\n",  # a line says that number
        "2.开放库房。要求如下：1.通风。2.防潮。3.防火。每间配齐器材。\n",  # a list within it
        "2.开放库房。面积扩大到去年的1.2倍。3.5万卷上架。\n",
        "2.开放库房。开放库房2间。4.征集史料。征集史料50件。\n",
        "2.开放库房。开放库房2间。3.通风\n",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert titles(text)[1] == "开放库房"
    assert "征集史料" not in titles(text)
    assert "征集50件" not in titles(text)
