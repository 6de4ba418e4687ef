"""A plan of three tasks for whatever head a test puts over it."""

from desktop_app.documents.extraction import Extraction, Meta
from desktop_app.documents.plan import extract_text

ITEMS = "一、疏通管网。清淤9公里。（排水科负责）\n二、整治山塘。加固6口。（水源科负责）\n三、巡查河道。（水源科负责）\n"


def read(head: str) -> Meta:
    """What a head says, its plan being read as it is under any other one."""
    result = extract_text(head + ITEMS)
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["疏通管网", "整治山塘", "巡查河道"]
    return result.meta
