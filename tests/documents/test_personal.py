"""Personal numbers are asked about, never shown whole; office lines, hotlines and other long numbers are none."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.folding import fold
from desktop_app.documents.personal import personal_data
from desktop_app.documents.plan import extract_text

PERSONAL = [
    ("身份证号11010519491231002X", "身份证号"),
    ("（证件：１１０１０５１９４９１２３１００２Ｘ）", "身份证号"),
    ("身份证号11010519491231002x。", "身份证号"),
    ("电话13800138000", "手机号码"),
    ("手机：138 0013 8000", "手机号码"),
    ("手机：138-0013-8000", "手机号码"),
    ("卡号6222 0212 3456 7890 123", "银行卡号"),
    ("卡号6222021234567890123", "银行卡号"),
]

NOT_PERSONAL = [
    "身份证号110105194912310021",  # the check digit is wrong
    "批次号110101202602301234",  # no such day
    "值班电话0513-88001234",
    "拨打12345热线",
    "订单202603160001234567",
    "投资13800138000000元",
    "统一社会信用代码911101051949123100",
    "改造户数13800户",
]


@pytest.mark.parametrize(("text", "name"), PERSONAL)
def test_personal_numbers(text: str, name: str) -> None:
    assert [one.name for one in personal_data(fold(text))] == [name]


@pytest.mark.parametrize("text", NOT_PERSONAL)
def test_other_numbers(text: str) -> None:
    assert personal_data(fold(text)) == []


def test_each_is_asked_about_in_its_task_and_not_shown_whole() -> None:
    plan = "甲县2026年工作要点\n一、民生\n1.修路。联系人张某，13800138000。\n"
    plan += "2.架桥。立墩3座，桥名由11010519491231002X题写。\n"
    read = extract_text(plan)
    assert isinstance(read, Extraction)
    asked = [doubt for doubt in read.doubts if "个人信息" in doubt.text]
    assert [doubt.seq for doubt in asked] == [1, 2]
    assert all(doubt.span and "*" in doubt.phrase and "0013800" not in doubt.text for doubt in asked)
