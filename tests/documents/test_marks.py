"""Marks of classification count in their place, the words in a sentence do not."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.marks import classified_mark
from desktop_app.documents.plan import read_plan

PLAN = "甲县2026年工作要点\n1.修路。铺油。\n2.架桥。立墩。\n"

MARKED = [
    ("秘密★\n" + PLAN, "秘密★"),
    ("机密★1年\n" + PLAN, "机密★1年"),
    ("绝密★长期\n" + PLAN, "绝密★长期"),
    ("秘密☆\n" + PLAN, "秘密☆"),
    ("绝密\n" + PLAN, "绝密"),
    ("000012　机密★1年　特急\n" + PLAN, "机密★1年"),
    ("密级：秘密\n" + PLAN, "秘密"),
    ("机 密\n" + PLAN, "机 密"),
    ("工作秘密\n" + PLAN, "工作秘密"),
    ("内部资料\n" + PLAN, "内部资料"),
    ("（内部资料）\n" + PLAN, "内部资料"),
    ("内部资料 注意保存\n" + PLAN, "内部资料"),
    (PLAN + "秘密★5年\n", "秘密★5年"),
    ("密级：秘密　保密期限：3年\n" + PLAN, "秘密　保密期限：3年"),
    ("机密级★1年\n" + PLAN, "机密级★1年"),
    ("机密▲1年\n" + PLAN, "机密▲1年"),
    ("秘密＊5年\n" + PLAN, "秘密＊5年"),
    ("【秘密】\n" + PLAN, "秘密"),
    ("工作秘密（3年）\n" + PLAN, "工作秘密（3年）"),
    ("仅供内部使用\n" + PLAN, "仅供内部使用"),
    ("甲县水务局文件    秘密\n" + PLAN, "秘密"),
    ("机密　启用前\n" + PLAN, "机密"),
    ("甲县2026年工作安排（内部资料 注意保存）\n" + PLAN, "内部资料"),
    ("【内部】\n" + PLAN, "内部"),
    ("甲县2026年工作安排（内部资料，不得外传）\n" + PLAN, "内部资料，不得外传"),
    ("甲县水务局文件    内部资料\n" + PLAN, "内部资料"),
    (PLAN + "（此件为工作秘密，请勿上网）\n", "工作秘密"),
    (PLAN + "本件属内部资料，严禁外传\n", "内部资料"),
    ("份号：000012 密级：秘密 保密期限：3年\n" + PLAN, "密级：秘密"),
    ("内部文件　不得公开\n" + PLAN, "内部文件"),
    ("工作秘密　3年\n" + PLAN, "工作秘密　3年"),
    ("附件1            秘密★2年\n" + PLAN, "秘密★2年"),
    ("000123\n秘密★1年\n特急\n" + PLAN, "秘密★1年"),
]

UNMARKED = [
    "甲县2026年工作要点\n1.加强保密。保守国家秘密，严防泄密。\n",
    "甲县2026年工作要点\n1.加强保密。做好秘密、机密文件的管理。\n",
    "甲县2026年工作要点\n1.加强保密。规范工作秘密和内部资料管理。\n",
    "甲县2026年工作要点\n一、机密文件管理\n1.机密级文件清退。清退内部资料。\n2.内部使用登记。逐件登记。\n",
    "甲县2026年工作要点\n密级：公开\n1.修路。铺油。\n2.编简报（内部资料）\n3.内部审计。查账。\n",
    "甲县2026年工作要点\n一、秘密 机密载体清点\n1.清点文件。逐份登记。\n2.商业秘密保护点3个。\n",
    "甲县2026年工作要点\n1.清退 内部资料\n2.修路。铺油（内部资料，另行印发）。\n",
    "甲县2026年工作要点\n此件为秘密载体管理台账\n1.修路。铺油。\n2.架桥。立墩。\n",
    "甲县2026年工作要点\n一、加强秘密载体管理\n1.清点文件。逐份登记。\n",
]


@pytest.mark.parametrize(("text", "mark"), MARKED)
def test_a_marked_document_is_refused_and_nothing_of_it_is_offered(text: str, mark: str) -> None:
    result = read_plan(text)
    assert isinstance(result, Refusal)
    assert result.offer is None
    assert mark in result.reason
    assert "修路" not in result.reason
    assert "台账没有改动" in result.reason


@pytest.mark.parametrize("text", UNMARKED)
def test_the_words_in_a_sentence_are_no_mark(text: str) -> None:
    assert classified_mark(text) is None
    assert isinstance(read_plan(text), Extraction)
