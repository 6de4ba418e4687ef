"""Where the name of a unit ends that opens a passage: behind its last ending that no role word and no deed precedes."""

import re
from functools import lru_cache

from desktop_app.documents import unit_words as words
from desktop_app.documents.unit_names import (
    VERB_FIRST,
    ends_like_unit,
    has_ending,
    is_bare_unit,
)


def compiled_steps(steps: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """The pattern that finds the words of `unit_words.STEPS`, longer ones first."""
    return re.compile(
        rf"(?P<together>{'|'.join(steps['together'])})|(?P<with>(?:负责)?(?:{'|'.join(steps['with'])}))|"
        rf"(?P<does>{'|'.join(steps['does'])})"
    )


STEP = compiled_steps(words.STEPS)
_OF_DOING = re.compile("(?:(?<=[科局股处室站所])|(?<=中心))[一-鿿]办$")
# 查处 and 主办 are deeds; what may go on behind a place or an office of offices is a longer name than behind 局
_ENDINGS = "|".join(sorted(words.ENDING.split("|"), key=len, reverse=True))
_ENDING = re.compile(
    f"(?:{_ENDINGS})(?<!社会)(?!(?<=社)会)(?!(?<=组)织)(?!长(?!期))(?!(?<=司)[法机炉令仪])(?<!(?<!席)会(?=[议场展商]))(?<!委(?=员(?!会)))(?<![查惩阅酌研论]处)(?<![主协承催查交领会联阅代帮包经举兴筹创开]办)(?!(?<=办)[理结好妥法案])"
)
_WIDE = re.compile("(?:政府|机关|街道|镇|乡|区|县|市|村|委|会|办|部|院|校|银行)$")
_BUILDS = re.compile(
    r"[^，。；、]{0,12}?[城村]?[乡镇]建设?(?:[局厅部处科股办委]|[^，。；、]{0,6}(?:中心|[站所]))"
)  # 住房城乡建设局, 村镇建设股
_GOES_ON, _ENDS_SOON = 8, 2  # characters up to the next ending of the same name
# 发展科 and 发展服务中心 are what offices are called
_DEED = re.compile(
    rf"(?!(?:[一-鿿]{{2}}|发展(?:服务|促进|保障|研究|改革|指导|管理|合作))(?:[科股处室部办局]|中心)$)(?:{VERB_FIRST.pattern})|[均都皆]?作?为|予以|给予|做|提供|抓|依[法规]|每|足额|限期|认真|扎实|大力|有序|稳步|切实|着力|加大|持续"
)
_LONGEST_NAME, _SHORT_NAME = 20, 8
_PLACES = re.compile("(?:[一-鿿]{2,3}、)+(?=(?P<last>(?:(?!等)[一-鿿]){3,}))")


def opens_with_deed(name: str) -> bool:
    """Whether what ends like a name begins with what somebody does: 依法办理…登记处."""
    return bool(_DEED.match(name)) and not (len(name) < _SHORT_NAME and is_bare_unit(name, frozenset(), at_end=True))


def name_end(shadow: str, start: int, end: int) -> int | None:
    """Where the name that opens `start:end` stops: behind the last ending that no role word and no deed precedes."""
    return start + length if (length := name_length(shadow[start : min(end, start + _LONGEST_NAME)])) else None


def places_end(shadow: str, start: int, end: int) -> int | None:
    """Where the offices end that several places share one name for: 东湖、西湖街道; None where each has its own."""
    places = _PLACES.match(shadow, start, end)
    if not places:
        return None
    before = places[0][:-1].split("、")
    if any(place in words.SHORT_NAMES or has_ending(place) or VERB_FIRST.match(place) for place in before):
        return None
    last = name_end(shadow, places.end(), places.end("last"))
    return last if last and words.OF_EACH_PLACE.search(shadow[places.end() : last]) else None


@lru_cache(maxsize=1 << 12)  # the same names stand in most notes of a plan
def name_length(text: str) -> int:
    """How long the name is that opens a text; 0 where none does."""
    if text[:1] in ("其", "该", "此", "本"):
        return 0
    if (step := STEP.search(text)) and step.start():
        text = text[: step.start()]
    if doing := _OF_DOING.search(text):
        text = text[: doing.start()]
    endings = [ending.span() for ending in _ENDING.finditer(text)]
    whole = (bool(endings) and endings[-1][1] == len(text)) or (ends_like_unit(text) and not has_ending(text))
    if text in words.SHORT_NAMES or (len(text) > 1 and whole and not _DEED.search(text, 3)):
        return len(text)
    found = 0
    for first, last in (ending for ending in endings if ending[0]):
        if _DEED.match(text, last) and not _BUILDS.match(text, found):
            return last
        reach = _ENDS_SOON if found and not _WIDE.search(text, 0, found) else _GOES_ON
        if found and first - found > reach:
            break
        found = last
    found += text.startswith("）", found) and "（" in text[:found]  # 各镇（街道）
    return found if found > 1 else 0
