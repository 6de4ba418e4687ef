"""The lines of a document's head that are its title, or the name of its notice, broken ones too."""

import re
from itertools import pairwise

from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import is_day, is_organ, is_title
from desktop_app.documents.numbering import Mark, mark_at
from desktop_app.documents.passed_on import passed_on_lines

NUMBER = re.compile(r"(?:[一-鿿]{2,14}|^)（(?:19|20)\d\d） *第? *\d{1,4} *号", re.MULTILINE)
_PAGE_DAY = re.compile(r"(?<=[一-鿿]) +（?20\d\d[-./]\d\d?[-./]\d\d?）?$")  # …工作安排 2026-03-07
NOTICE = re.compile(r"(?:(?:.{2,30})?关于.{2,80}|.{4,30}[印转]发《.{2,60}》)的(?:通知|函|通报|通告|意见|批复)$")
# the name of a notice with what stands around it: a number before it, marks, the number behind it in a bracket
_ONE_NUMBER = r"[一-鿿]{2,14}（(?:19|20)\d\d） *第? *\d{1,4} *号"
_PAPER = "(?P<name>[^《].*的(?:通知|函|通报|通告|意见|批复))"
_AROUND = re.compile(
    rf"(?:{_ONE_NUMBER} *)?(?:《{_PAPER}》|{_PAPER.replace('name', 'bare')})(?: *（(?P<number>{_ONE_NUMBER})）)?"
)
_NUMBERED = re.compile(f"(?P<name>[^。；：]{{4,60}}?) *（(?P<number>{_ONE_NUMBER})）")
_PASSED_ON = re.compile("[印转]发[^《〈》，。]{0,20}[《〈](?P<name>.+)[》〉].{0,20}$")
_ITS_PAPER = re.compile("[印转]发(?P<name>[^《〈》，。]{6,60})的(?:通知|函)$")
_BODIES = (
    "局|委|委员会|办公室|办事处|中心|厅|院|党组|党委|支部|党总支|部|馆|所|站|[大中支总]队|社|联|法院|检察院|公司|集团|医院|学校|[中小]学|大学|学院|"
    "幼儿园|联合会|协会|总会|工会|居委会|村委会|管委会|政府"
)
ORGAN_BEFORE = re.compile(
    rf"^(?P<whole>(?:(?!关于|落实|贯彻|印发|推进|做好|实施|召开|全)[一-鿿]){{2,24}}(?:{_BODIES}))"
    r"(?=(?:(?:19|20)\d\d|二[零○]..)年)|"
    r"^(?P<organ>[省市区县旗州](?:委|(?:人民)?政府)(?:办公室)?|(?:[一-鿿]{2,24}?)(?:人民政府办公室|人民政府|委员会|政府|局|委|办公室|中心|厅|院|党组|"
    r"党委))(?=(?:19|20)\d\d年|关于|专题|常务|党组|党委|会议|第|工作|重点|[印转下]发|批转|下达|年度|落实|贯彻|承办|推进|任务|分解|"
    r"领导|[交督]办|民生|为民)"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|—|-|~)")
_BROKEN_TITLE = re.compile("^(?:(?:19|20)\\d\\d|二[零○]..)年|^关于|^工作|^重点")
_HALF_NAMED = re.compile("(?!.*[印转]发)[^。；：，！？《》]*关于[^。；：，！？《》]*")  # 关于做好当前⏎就业工作的意见
_AMID_NAME = re.compile("[^。；：，！？《》（）]{4,40}")  # 关于⏎加强农村⏎敬老院管理的⏎若干意见
_AND = re.compile("(?:以及|及|和|暨|与)(?=.*20\\d\\d年|[下来]|今后|明年)[^。；：！？]{4,40}")  # 2025年总结⏎和2026年打算
_MINUTES = re.compile("(?:常务|专题|全体|办公|协调|调度|党组|党委|工作)(?:会议?)?纪要")  # 柳溪县人民政府⏎常务会议纪要
_HALF_TITLE = re.compile("(?:[一-鿿]{2,24})?20\\d\\d年(?:度)?[一-鿿“”《》、]{0,30}")
# A title that says no more than whose and which year's it is: 某区2026年折子工程; only where no line says what it is.
_YEARLY = re.compile("[^，。；：\\d]{0,24}20\\d\\d年度?[^，。；：\\d月日]{2,30}")
_PLAIN = re.compile(
    r"(?=(?:[^一-鿿]*[一-鿿]){4})(?!(.)\1{5})(?!附件|附表|.{0,12}文件$|.{0,30}网$)[^。；：，！？]{6,40}"
)

_PLACE = re.compile("[一-鿿]{2,6}?[省市县区州旗][一-鿿]{1,12}$|[一-鿿]{2,6}?[省市县区州旗][一-鿿]{0,12}(?=.*关于)")
_LINES_ABOVE = 2
_MOST_LINES = 4  # that the name of a notice is broken over
_YEARS = re.compile("（20\\d\\d年?(?:度|[—~-]20\\d\\d年?)?）")  # the title's own: （2025—2027年）
_YEARS_FIRST = re.compile("（20\\d\\d年?[—~-]20\\d\\d年?）[一-鿿]")  # 深化改革三年行动⏎（2026—2028年）实施方案
# a line that may be half a title, and those of general words only, which need one: 建设实施方案
_HALF = re.compile("(?!附|.*(?:文件|号|网站?|平台|专栏|门户|信息公开)$)[^。；：，！？>|]{5,40}")
_GENERAL = re.compile(
    "(?:[与和的及暨]|三年|两年|专项|重点|实施|建设|创新|融合|发展|行动|攻坚|提升|提质|推进|改革|工作|任务|责任|分解|落实|分工|整治|高质量|若干|总体|"
    "具体|主要|细化)*(?:方案|计划|要点|意见|措施|清单|安排|[解工]表)(?:（[^（）]{1,16}）)?"
)
_PLACED = re.compile("[一-鿿]{2,8}[省市区县州旗镇乡][一-鿿“”]{4,}")  # 柳溪县困境儿童关爱行动⏎实施方案
_ANNEX = re.compile("附(?:件|表)?[\\d一二三四五六七八九十]{0,3}：?")
_OPEN = re.compile(
    "加快|推进|推动|深化|促进|加强|落实|开展|实施|进一步|支持|关于|全面|提升|创建|建设|治理|整治|培育|完善|健全"
)


def title_line(shadow: str, source: str, lines: list[Span], texts: list[str]) -> int | None:
    """Among the lines that look like titles, the one that the most numbered paragraphs follow; the first of equals."""
    marks = [mark_at(shadow, start, end, source) for start, end in lines]
    marked = [mark is not None for mark in marks]
    amid = _amid(marks)
    titled = [is_title(text) or _begun_above(texts, i) > 0 for i, text in enumerate(texts)]
    candidates = [i for i in range(len(texts)) if titled[i] and not marked[i] and i not in amid]
    passed_on = [last for last, first in passed_on_lines(texts).items() if not any(marked[first : last + 1])]
    candidates = sorted(passed_on) or candidates
    if not candidates:
        top = texts[: marked.index(True)] if any(marked) else []
        yearly = [i for i, text in enumerate(top) if _YEARLY.fullmatch(text) and not _opens_notice(top[i : i + 2])]
        return yearly[-1] if yearly else None
    borders = [*candidates[1:], len(lines)]
    counts = [sum(marked[first:last]) for first, last in zip(candidates, borders, strict=True)]
    named = [not _opens_notice(texts[at : at + 3]) for at in candidates]  # of equals the annex, not its notice
    return max(zip(counts, named, candidates, strict=True), key=lambda found: found[:2])[2]


def _opens_notice(texts: list[str]) -> bool:
    """Whether a line is the name of a notice, whole or with the lines below it."""
    return any(NOTICE.fullmatch(bare_name("".join(texts[:count]))[0]) for count in range(1, len(texts) + 1))


def bare_name(text: str) -> tuple[str, Span, str | None]:
    """What a folded line names, without marks and numbers around it; its place; and the number in a bracket behind."""
    found = _AROUND.fullmatch(text.strip())
    if not found:
        return text, (0, len(text)), None
    start, end = found.span("name" if found["name"] else "bare")
    before = len(text) - len(text.lstrip())
    return found[0][start:end], (start + before, end + before), found["number"]


def number_behind(text: str) -> Span | None:
    """Where in a title's folded line its number stands in a bracket behind it: 2026年工作要点（柳政发〔2026〕3号）."""
    found = _NUMBERED.fullmatch(text.strip())
    if not found or not is_title(found["name"]) or found["name"].count("《") != found["name"].count("》"):
        return None
    before = len(text) - len(text.lstrip())
    return found.start("number") + before, found.end("number") + before


def name_length(text: str) -> int:
    """How long a line is without what stands behind the title that it is: a number in a bracket, a page's day."""
    behind = number_behind(text)
    return len(text[: behind[0]].rstrip("（ ")) if behind else len(_PAGE_DAY.sub("", text))


def _amid(marks: list[Mark | None]) -> set[int]:
    """The lines over numbers that go on from those above them, as where a page says its title again."""
    numbered = [(at, mark) for at, mark in enumerate(marks) if mark]
    return {
        between
        for (first, above), (last, below) in pairwise(numbered)
        if above.kind == below.kind and above.value and below.value == above.value + 1
        for between in range(first + 1, last)
    }


def plain_title(shadow: str, source: str, lines: list[Span], notice: str | None) -> str | None:
    """Where no line reads as a title: the first short one above the first number that is none of the head's others.

    Where the name of the notice stands on it, whole or in part, that is the name; what a notice passes on in marks
    goes before both, and so does a line that repeats what it passes on.
    """
    passed_on = _PASSED_ON.search(notice) if notice else None
    if passed_on:
        return passed_on["name"]
    its_paper = _ITS_PAPER.search(notice) if notice else None
    if its_paper and (own := _repeated(shadow, source, lines, its_paper["name"])):
        return own
    for start, end in lines:
        text = shadow[start:end].strip()
        if mark_at(shadow, start, end, source):
            return None
        if _PLAIN.fullmatch(text) and not (
            text.startswith("（") or is_organ(text) or is_day(text) or NUMBER.search(text)
        ):
            first = source[start:end].strip()
            return notice if notice and first in notice else first
    return None


def _repeated(shadow: str, source: str, lines: list[Span], name: str) -> str | None:
    """The line above the first number that is a name by itself, or behind whose it is: 柳溪县应急规划."""
    for start, end in lines:
        if mark_at(shadow, start, end, source):
            return None
        if source[start:end].replace(" ", "").endswith(name) and len(source[start:end].strip()) <= len(name) + 24:
            return source[start:end].strip()
    return None


def title_span(texts: list[str], at: int) -> tuple[int, int]:
    """The first and the last line of the title that `at` is a line of."""
    if (first := passed_on_lines(texts).get(at)) is not None and first < at:
        return first, at
    last = at + 1 if at + 1 < len(texts) and _YEARS.fullmatch(texts[at + 1].replace(" ", "")) else at
    if begun := _begun_above(texts, at) or _continues(texts, at) or _opens_annex(texts, at):
        return at - begun, last
    above = "".join(texts[:at]).replace(" ", "")
    for count in range(_LINES_ABOVE, 0, -1):
        parts = [text.replace(" ", "") for text in texts[max(at - count, 0) : at + 1]]
        if len(parts) <= count or any(not _HALF.fullmatch(part) or is_organ(part) for part in parts[:-1]):
            continue
        name = "".join(parts)
        told = above.removesuffix("".join(parts[:-1]))
        if name in told or (count == 1 and _says_nothing_alone(parts)):
            return at - count, last
    return at, last


def _opens_annex(texts: list[str], at: int) -> bool:
    """Whether the line above is the first below 附件 and says what to do, and the title's own names neither place nor
    year: 附件1⏎柳溪县推进助餐与助浴⏎融合赋能行动方案."""
    if at < 2 or not _ANNEX.fullmatch(texts[at - 2].replace(" ", "")):
        return False
    above, own = (text.replace(" ", "") for text in texts[at - 1 : at + 1])
    half = _HALF.fullmatch(above) and _OPEN.search(above) and not (is_title(above) or is_organ(above))
    return bool(half) and not (YEAR.search(own) or _PLACE.match(own))


def _says_nothing_alone(parts: list[str]) -> bool:
    """Whether a title's line has only general words and the one above says what to do or where: 推进甲事⏎实施方案."""
    told = _OPEN.search(parts[0]) or _PLACED.fullmatch(parts[0])
    return bool(_GENERAL.fullmatch(parts[1]) and told and not is_title(parts[0]))


def _continues(texts: list[str], at: int) -> bool:
    """Whether the title begins on the line above: an office's name or the year broken off its title."""
    if at == 0:
        return False
    above = texts[at - 1].strip()
    joins = above.rstrip("以及和暨与、")
    if (is_title(above) and _AND.fullmatch(texts[at])) or (joins != above and is_title(joins) and YEAR.search(joins)):
        return True
    if _YEARS_FIRST.match(texts[at].replace(" ", "")) and _HALF.fullmatch(above) and not is_organ(above):
        return True
    if is_organ(above) and _MINUTES.fullmatch(texts[at].replace(" ", "")):
        return True
    if _HALF_TITLE.fullmatch(above) and not YEAR.search(texts[at]):
        return True
    if at > 1 and is_organ(texts[at - 2]) and is_organ(above):  # both issue it
        return False
    told = ORGAN_BEFORE.match(texts[at]) or above[:2] in texts[at]  # 柳溪县民政局⏎2026年柳溪县民政工作要点
    return is_organ(above) and bool(_BROKEN_TITLE.match(texts[at])) and not told


def _begun_above(texts: list[str], at: int) -> int:
    """How many lines above one that ends a name are the name's too: 关于做好当前⏎就业工作的意见; 0 for no such name."""
    for count in range(1, min(at, _MOST_LINES - 1) + 1):
        parts = [text.strip() for text in texts[at - count : at + 1]]
        name = "".join(parts)
        if _HALF_NAMED.fullmatch(parts[0]):
            whole = any(is_title(part) or NOTICE.fullmatch(part) for part in parts[:-1])
            return 0 if whole or not is_title(name) else count
        organ = is_organ(parts[0]) and not _OPEN.match(parts[0])  # 加强农村敬老院⏎建设的意见 is none
        if not _AMID_NAME.fullmatch(parts[0]) or is_title(parts[0]) or organ or is_day(parts[0]):
            return 0
    return 0


def _breaks_a_name(above: str, below: str) -> bool:
    """Whether the last office of a line goes on in the one below it: 柳溪县民政局 柳溪县卫生⏎健康局关于…的通知."""
    *whole, half = above.split() or [""]
    name = half + below.partition("关于")[0]
    placed = _PLACE.match(half) and not _PLACE.match(below)
    return bool(placed) and is_organ(name) and not is_organ(half) and all(map(is_organ, whole))


def notice_name(source: str, lines: list[Span], texts: list[str], front: range) -> str | None:
    """The name of the covering notice, among the lines in `front`."""
    for index in front:
        bare, (left, right), _ = bare_name(texts[index])
        tight = bare.replace(" ", "")
        if _is_notice(bare):
            if bare != texts[index]:
                return source[lines[index][0] + left : lines[index][0] + right]
            first = index - 1 if index and _breaks_a_name(texts[index - 1], tight) else index
            return "".join(source[a:b].strip() for a, b in lines[first : index + 1])
        if not ("关于" in tight or is_organ(tight)):
            continue
        for last in range(index + 1, index + _MOST_LINES):
            parts = [text.replace(" ", "") for text in texts[index : last + 1]]
            if (
                last not in front
                or (last == index + 1 and _is_short_for(tight, parts[-1].partition("关于")[0]))
                or any(map(is_organ, parts[1:-1]))
                or any(len(part) > 45 or part.endswith(("：", "。")) for part in parts)
            ):
                break
            if NOTICE.fullmatch("".join(parts)):
                above = "".join(source[slice(*lines[at])].strip() + " " for at in _offices_above(texts, index))
                return above + "".join(source[a:b].strip() for a, b in lines[index : last + 1])
    return None


def _is_notice(bare: str) -> bool:
    """Whether a line is the whole name of a notice, of one office or of several parted by blanks."""
    tight = bare.replace(" ", "")
    offices, about, rest = bare.partition("关于")
    several = offices.split()
    if len(several) > 1 and all(map(is_organ, several)):
        return bool(NOTICE.fullmatch((about + rest).replace(" ", "")))
    return len(tight) <= 90 and bool(NOTICE.fullmatch(tight))


def _is_short_for(short: str, office: str) -> bool:
    """Whether a line is a shorter name of the office that the notice below it begins with."""
    letters = iter(office)
    return is_organ(short) and is_organ(office) and short != office and all(letter in letters for letter in short)


def _offices_above(texts: list[str], index: int) -> range:
    """The lines of the offices that issue a notice together with the one on the line at `index`, above it."""
    named = [texts[index].replace(" ", "")]
    first = index
    while first and is_organ(named[0]) and index - first < _MOST_LINES:
        above = texts[first - 1].replace(" ", "")
        alike = len(named) == 1 or above[:2] == named[-1][:2] or above.startswith("中共")
        if not is_organ(above) or above in named or not alike or _is_short_for(above, named[0]):
            break
        named.insert(0, above)
        first -= 1
    return range(first, index)
