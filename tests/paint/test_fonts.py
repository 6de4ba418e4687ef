"""The Chinese fonts: what is drawn, and what stands in for a font of our papers."""

import pytest

from desktop_app.paint import fonts
from desktop_app.texts import fonts as texts


@pytest.fixture(autouse=True)
def _fresh():
    fonts.stood_in.cache_clear()
    yield
    fonts.stood_in.cache_clear()


def installed(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(fonts.QFontDatabase, "families", staticmethod(lambda: list(names)))


def test_chinese_is_drawn_and_a_missing_glyph_is_seen() -> None:
    assert fonts.is_drawn("督办台账")
    assert not fonts.is_drawn("督\uffff")
    assert not fonts.is_drawn("督 ")


def test_a_font_known_by_its_english_name_needs_no_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, "SimSun", "SimHei", "FangSong", "KaiTi", "Microsoft YaHei UI")
    assert fonts.stood_in() == {
        "Microsoft YaHei UI": "Microsoft YaHei UI",
        "方正小标宋简体": "宋体",
        "仿宋_GB2312": "仿宋",
        "楷体_GB2312": "楷体",
        "黑体": "黑体",
        "宋体": "宋体",
    }
    assert [sentence.split("“")[1].split("”")[0] for sentence in fonts.told_of_stand_ins()] == [
        "方正小标宋简体",
        "仿宋_GB2312",
        "楷体_GB2312",
    ]


def test_where_nothing_can_stand_in_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, "Arial")
    assert set(fonts.stood_in().values()) == {""}
    assert fonts.told_of_stand_ins()[0] == texts.NONE.format(face="Microsoft YaHei UI")


def test_every_stand_in_is_a_font_we_know_by_name() -> None:
    assert {face for faces in texts.STAND_INS.values() for face in faces} | texts.STAND_INS.keys() <= texts.NAMES.keys()
