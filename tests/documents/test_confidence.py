"""Each reading carries how sure it is; what is less than its kind is what the clerk is asked about."""

from desktop_app.documents.confidence import DOUBTED, MEASURED
from desktop_app.documents.extraction import to_json
from desktop_app.documents.plan import extract_text

PLAN = """云溪区民政局2026年工作要点

一、养老服务
1.新建助餐点。新建社区助餐点8个，力争养老床位达到4—6张。（牵头单位：养老服务科）
2.清明前完成墓园整治。
"""


def test_every_value_has_a_confidence_and_the_lower_ones_are_the_doubts():
    read = to_json(extract_text(PLAN))
    first, second = read["tasks"]
    assert first["confidence"] == {field: MEASURED[field] for field in ("title", "lead_units", "co_units")}
    assert second["confidence"]["lead_units"] == DOUBTED  # nobody leads it: asked
    assert any(doubt["seq"] == 2 and doubt["what"] == "unit" for doubt in read["doubts"])
    for task in read["tasks"]:
        for kind in ("targets", "deadlines"):
            for part in task[kind]:
                asked = any(
                    d["seq"] == task["seq"]
                    and d["span"]
                    and d["span"][0] < part["span"][1]
                    and part["span"][0] < d["span"][1]
                    for d in read["doubts"]
                    if d["what"] != "unit"
                )
                assert (part["confidence"] == DOUBTED) == asked
    assert next(t["confidence"] for t in first["targets"]) == MEASURED["target"]
    assert DOUBTED in [p["confidence"] for t in read["tasks"] for p in (*t["targets"], *t["deadlines"])]
