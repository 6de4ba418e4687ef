"""What a file was asked about stays asked after the rest of the same file was taken in (law 10)."""

from datetime import datetime
from typing import Any

import pytest

from desktop_app.verbs.collect import propose
from tests.exchange.answered import returned_form
from tests.verbs.test_merge_rules import World, asked, world

__all__ = ["world"]

SAYS: list[dict[str, Any]] = [
    {"percent": 50.0, "text": "已完成选址"},
    {"percent": 30.0, "text": "新建2处"},
    {"percent": 120.0, "text": "新建2处"},
    {"status": "已办结", "percent": 90.0, "text": "新建2处"},
    {"percent": 60.0, "text": "新建2处", "finished_on": "2026-7-5"},
    {"status": "已办结", "text": "核对612户"},
    {"percent": 100.0, "text": "正在组织核对，已核612户"},
    {"percent": 60.0, "text": "全年任务已全部完成"},
    {"percent": 50.0, "text": "正在推进中"},
    {"status": "与上期无变化", "percent": 45.0},
    {"percent": "过半", "text": "新建2处"},
]


@pytest.mark.parametrize("says", SAYS, ids=lambda says: str(sorted(says.items(), key=str)))
def test_what_was_asked_is_still_asked(world: World, says: dict[str, Any]) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    file = returned_form(world.store, row, says, datetime(2026, 7, 6))
    fields = asked(world.merge(file))
    assert fields and asked(propose(world.store, [file])) == fields
