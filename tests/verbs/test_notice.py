"""The notice of a round can be had again as text, the same as the file that went out."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desktop_app.errors import Refused
from desktop_app.store.store import open_ledger
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.notice import notice_text
from tests.builders import plan_with


def test_the_text_is_that_of_the_file(tmp_path: Path):
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"}, {"lead": "救助科"})
        sent = dispatch(store, "2026-06", date(2026, 6, 28), tmp_path / "out", None)
        written = [
            paragraph.text.replace("\n", "") for paragraph in Document(str(sent.notice)).paragraphs if paragraph.text
        ]
        assert [line for line in notice_text(store, sent.round).splitlines() if line] == written


def test_no_round_has_no_notice(tmp_path: Path):
    with open_ledger(tmp_path / "ledger") as store, pytest.raises(Refused, match="台账没有改动"):
        notice_text(store, 1)
