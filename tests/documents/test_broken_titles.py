"""Titles broken over two lines, as narrow columns and printed papers have them."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

ITEMS = "一、奖励食堂建设。（养老科负责）\n二、奖励走访。（救助科负责）"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "柳溪县政府关于做好当前\n稳定就业工作的若干意见\n柳政发〔2026〕3号\n",
            "柳溪县政府关于做好当前稳定就业工作的若干意见",
        ),
        ("2026年县《两会建议》确定的重点实事\n责任分解方案\n", "2026年县《两会建议》确定的重点实事责任分解方案"),
        (
            "柳溪县政府\n关于明确2026年《两会建议》\n承办单位的通知\n各镇：\n",
            "柳溪县政府关于明确2026年《两会建议》承办单位的通知",
        ),
        ("柳溪县民政局\n2026年柳溪县民政工作要点\n", "2026年柳溪县民政工作要点"),
        ("柳溪县民政局\n2026年民政工作要点\n", "柳溪县民政局2026年民政工作要点"),
        ("柳溪县民政局关于推进\n2026年养老服务的实施方案\n", "柳溪县民政局关于推进2026年养老服务的实施方案"),
        ("柳溪县民政局关于印发\n2026年养老服务实施方案\n的通知\n", "2026年养老服务实施方案"),
        ("柳溪县民政局关于对先进地方\n加大激励力度的通知\n各镇：\n", "柳溪县民政局关于对先进地方加大激励力度的通知"),
    ],
)
def test_both_lines_are_the_title(head: str, title: str) -> None:
    result = extract_text(head + ITEMS)
    assert isinstance(result, Extraction)
    assert result.meta.title == title
    assert [task.title for task in result.tasks] == ["奖励食堂建设", "奖励走访"]
