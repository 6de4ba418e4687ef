"""The line at the head of a notice that says to whom it goes."""

import re
from collections.abc import Sequence

from desktop_app.documents.folding import fold
from desktop_app.documents.page_labels import holds_label
from desktop_app.documents.title_lines import NOTICE

_ADDRESSED = re.compile(r"[^。；]{2,150}：$")
_WHOM = re.compile("各|局|科室|单位|镇|街道|中心|部门|同志|机关|学校|乡|社区|委")
# one office alone, which only the sentence below shows to be told something: 县养老服务专班：⏎现将…
_ONE = re.compile(
    "(?!.*(?:成立|设立|组建|组长|成员))[^。；]*(?:专班|[小工]作?组|办|站|所|院|会|公司|企业|队|处|村|社|户)：$"
)
_ABOVE = re.compile("(?:[一-鿿]{0,10}(?:政府|[省市区县州旗镇乡]委)(?:办公?室?)?[、，]?){1,3}：")  # 区政府：
_TOLD = re.compile("现|根据|按照|为|经|依据|《|[一-鿿]{2,20}(?:已经|已由|同意)|近|日前|今年|20\\d\\d年")
_OTHERS = re.compile("如下|以下|字 *号|思路|认为")
_OPENS = re.compile("(?=.*：$)|各|机关|局机关|局属|委机关|[市区县]直")
_IN_PROSE = re.compile("[ \u3000]|为|根据|按照|依据|现将|近日|经|遵照|结合")
NAME_LINES = 6  # at most, that the name of a notice is broken over
_HEAD = 24  # lines, of which a page's own labels may be many


def addressed_line(texts: list[str], first_item: int) -> int | None:
    """The line above the first number that says to whom the notice goes."""
    for index, text in enumerate(texts[: min(first_item, _HEAD)]):
        if not _ADDRESSED.fullmatch(text) or holds_label(text) or _OTHERS.search(text):
            continue
        told = texts[index + 1] if index + 1 < len(texts) else ""
        if _WHOM.search(text) or _ABOVE.fullmatch(text) or (_ONE.fullmatch(text) and _TOLD.match(told)):
            return index
    return None


def ends_notice(name: Sequence[str], below: str) -> bool:
    """Whether the name of a notice, over these lines, ends at the end of a full one and the next says to whom it goes.

    `below` is folded.
    """
    if not _OPENS.match(below) or not _WHOM.search(below) or re.search("[。；]", below):
        return False
    said = fold("".join(name))
    return not _IN_PROSE.match(said) and bool(NOTICE.fullmatch(said.replace(" ", "")))
