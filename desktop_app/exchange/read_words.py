"""Words in the cells for words: taken as written unless they only point elsewhere, or stand for a blank."""

import re
from functools import lru_cache

from desktop_app.exchange.read_values import SIGNS_OF_NOTHING, Reading, Typed, folded, read_text
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_POINTERS = {"同上", "同前", "如上", "〃", "″", '"', "同左", "见上", "同上期", "同上月", "与上期无变化", "无变化"}
# 同上一项, 与上一条相同, 内容同前, 如前所述
_POINTER = re.compile(
    r"(?:内容|情况|进展|进展情况)?(?:同|与|和|见|如|参照?)(?:以?上|前|左)(?:所?[述列填写报]|面)?(?:第?一)?(?:项|条|行|格|栏|款)?"
    r"(?:任务|工作)?(?:的?(?:内容|情况|进展|进展情况))?(?:相同|一致|一样)?"
)
# 见第1项, 内容同序号2, 详见附件1
_ELSEWHERE = re.compile(
    r"(?:内容|情况|进展|进展情况)?(?:详?见|参见|参照|同|与|和|如)(?:以?上|以?下|前|后)?(?:"
    r"(?:第|序号|编号|任务)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:项|条|行|格|栏|款|号)?(?:任务|工作)?(?:相同|一致|一样)?|"
    r"(?:所?附的?)?(?:附件|附表|附页|(?:佐证|文字|书面|纸质|相关|有关)?材料|佐证|另表|(?:书面|情况)?报告|总结|简报|"
    r"(?:纸质|电子|盖章|扫描|书面)(?:版|件|稿|表)|原件|邮件|邮箱|微信群?|工作群|系统|平台|台账)(?:\d{1,2}|[一二三四五六])?)"
)
# 见上月报表, 同4月, 与一季度相同
_BEFORE_THIS = re.compile(
    r"(?:内容|情况|进展|进展情况)?(?:详?见|参见|参照|同|与|和|如)(?:上个?|前|\d{1,2}|[一二三四])(?:月份?|季度?|期|次|批)(?:的)?"
    r"(?:填?报?表|填报|报送|上报|台账|材料)?(?:的)?(?:内容|情况|进展|进展情况)?(?:相同|一致|一样)?"
)
# 已报, 已另行报送, 材料已上报, 附后: that it was sent, not what was done
_SENT = re.compile(
    r"(?:相关|有关|具体)?(?:材料|情况|进展|内容|数据|总结)?(?:已经|已|均|都)*(?:另行|另外|另|单独|随文|书面|当面|口头|电话|纸质)*"
    r"(?:上报|报送|报告|汇报|提交|反馈|发送|填报|附上|附|报|发|交)(?:过|了|完毕|材料|后)?"
)
# 并入上一项, 与第1项合并填报, 请看上一行
_JOINED = re.compile(
    r"\(?(?:请|已|拟)?(?:与|和|同|跟|并入|合并[至到入]?|归入|纳入|列入|参?见|看)(?:上|前|下)?"
    r"(?:第?(?:\d{1,3}|[一二三四五六七八九十]{1,3}))?(?:项|条|行|格|栏|款)(?:任务|工作)?"
    r"(?:一并|一起|一同|合并)?(?:推进|填报|填写|上报|报送|实施|开展|办理|统计|进行|反映)?\)?"
)
_CONTINUED = re.compile(
    r"\((?:紧?接|续|转)(?:左|上|前|右|下)[^)]{0,4}\)|(?:紧?接|续)(?:左|上|前|右)(?:边|面|一)?(?:栏|格|列|单元格)"
)
_ALONE = re.compile(r"[-+]?\d+(?:[.,]\d+)*[%％]?|20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?")
# 完成29%, 完成率为30%, 35％: what somebody writes in the cell beside the one for the rate
_RATE = re.compile(r"(?:(?:总体|目前|已|累计)*完成(?:率|度|进度)?|进度|进展)?[为到达约:]*\d{1,3}(?:\.\d+)?%(?:左右)?")
_LONGEST_RATE = 16
_NO_NEWS = {"无进展", "暂无", "暂无进展", "没有进展", "无新进展", "暂无新进展", "有进展"}
_STILL_TO_COME = {
    "待补充",
    "待补",
    "待报",
    "待填",
    "待定",
    "待统计",
    "待核实",
    "暂缺",
    "略",
    "未填",
    "未报",
    "暂未统计",
}
_EMPTY_WORDS = _POINTERS | SIGNS_OF_NOTHING | _NO_NEWS | _STILL_TO_COME
_STROKES = re.compile(r"[/\\\-—–_.·、空]+")  # by which somebody says that there is nothing to write
# 较上月没有变化, 维持上月进度, 本月无新进展: words of these kinds alone tell that nothing did change
_THEN = (
    r"上(?:一?个?月|一?[期次周季]|半?年)(?:份|度)?|此前|之前|以前|前[期次月]?|原[来先状样有]?|"
    r"\d{1,2}月份?|[一二三四]季度"
)
_LIKE = "较之?|比|与|和|同|跟|按照?|仍然?|依然|依旧|继续|保持|维持|沿用|延续|参照|如"
_NO = "无|没有?|未|不"
_NEWS = "更新|进展|新增|增加|动态|动静"
_SHIFT = "变化?|变动|变更|改变|调整|波动|出入"
_OF_KIND = "有|曾|作|做|明显|较大|太?大|什么|新|任何|其[他它]|更多|发生|出现|产生|的"
_ALIKE = "不变|未变|没变|一致|一样|相同|持平|照旧|相当|雷同"
_ABOUT_NEWS = (
    r"本(?:月份?|期|次|周|季度?)|当[月期]|目前|当前|现|还是|还|暂时?|尚|并|均|都|也|相比较?|相较|比较|对比|工作|任务|"
    r"进度|情况|数据|数字|内容|状态|状况|水平|填报|了|相|[,;、]"
)
_UNCHANGED = re.compile(f"(?:{'|'.join((_THEN, _LIKE, _NO, _NEWS, _SHIFT, _OF_KIND, _ALIKE, _ABOUT_NEWS))})+")
_SAME_AS_THEN = re.compile(f"(?:{_NO})(?:{_OF_KIND})*(?:{_SHIFT})|(?:{_LIKE}).*(?:{_THEN})|{_ALIKE}")
_NOTHING_NEW = re.compile(f"{_SAME_AS_THEN.pattern}|(?:{_NO})(?:{_OF_KIND})*(?:{_NEWS})")
_LONGEST_UNCHANGED = 20
_SIGNS_OF_NEWS = "".join({*_UNCHANGED.pattern, *"0123456789"})  # strip() with these tells most other words at once
_ONLY_SIGNS = re.compile(r"[\W_]+|[xX×]{2,}")  # ditto marks of every shape among them
_LONGEST_POINTER = 14
# 此行作废，以电话报为准; 误填，请删除; 本项不归我科: what takes the row back
_TAKEN_BACK = re.compile(
    r"(?:^|[,;])(?:此|本|该)?(?:行|项|栏|条|格)?(?:内容|数据)?(?:已|为|系|是|属)?(?:作废|[误错]填|填错)(?:了|的)?(?=[,;。]|$)"
    r"|请(?:予以?)?(?:删[除去]|忽略)(?:此|本|该|$|[,;。])|(?:不归|不属于?|非)(?:我|本)(?:单位|科|局|镇|乡|街道|中心|站|所)"
    r"|以.{0,8}(?:报|版|件|稿)的?为准"
)
_LONGEST_BACK = 24
_EDGE = 12


def read_progress(cell: Typed) -> Reading:
    """Words about progress; those that say nothing by themselves, or seem to be of another column, are asked about."""
    reading = read_text(cell)
    if isinstance(reading.value, str) and says_nothing(reading.value):
        return reading._replace(doubt=texts.DOUBT_SAYS_NOTHING.format(raw=reading.value))
    return _strayed(cell, reading)


def says_nothing(words: str) -> bool:
    """Whether words only point elsewhere, tell no news or stand for a blank."""
    bare = folded(words).strip("。.,，;；")
    if not bare or bare in _EMPTY_WORDS or _points(bare) or _ONLY_SIGNS.fullmatch(bare):
        return True
    if len(bare) <= _LONGEST_BACK and _TAKEN_BACK.search(bare):
        return True
    return len(bare) <= _LONGEST_UNCHANGED and _is_unchanged(bare, _NOTHING_NEW)


def is_pointer(words: str) -> bool:
    """Whether words only point elsewhere."""
    bare = folded(words).strip("。.,，;；")
    if bare in _POINTERS or _points(bare):
        return True
    return len(bare) <= _LONGEST_UNCHANGED and _is_unchanged(bare, _SAME_AS_THEN)


def _is_unchanged(words: str, told: re.Pattern[str]) -> bool:
    """Whether words tell in this way that all is as it was, and nothing else: 较上月没有变化."""
    if words.strip(_SIGNS_OF_NEWS):
        return False
    return _UNCHANGED.fullmatch(words) is not None and told.search(words) is not None


def _points(words: str) -> bool:
    return len(words) <= _LONGEST_POINTER and _is_made_to_point(words)


@lru_cache(maxsize=256)  # 无 stands in nearly every row
def _is_made_to_point(words: str) -> bool:
    return any(one.fullmatch(words) for one in (_POINTER, _ELSEWHERE, _BEFORE_THIS, _JOINED, _SENT))


def read_problems(cell: Typed) -> Reading:
    """Words about problems; 无 says something here, 同上 and / do not."""
    reading = read_evidence(cell)
    if isinstance(reading.value, str) and is_pointer(reading.value):
        return reading._replace(doubt=texts.DOUBT_SAYS_NOTHING.format(raw=reading.value))
    if isinstance(reading.value, str) and is_rate(reading.value):
        return reading._replace(doubt=texts.DOUBT_STRAY.format(raw=reading.value))
    return _strayed(cell, reading)


def read_evidence(cell: Typed) -> Reading:
    """Words of any kind; a stroke stands for a blank."""
    reading = read_text(cell)
    if isinstance(reading.value, str) and _STROKES.fullmatch(folded(reading.value)):
        return Reading(None, note=texts.READ_BLANK.format(raw=reading.value))
    return reading


def is_rate(words: str) -> bool:
    """Whether words are nothing but a rate, and so no problem or plan: 完成29%."""
    return len(words) <= _LONGEST_RATE and ("%" in words or "％" in words) and bool(_RATE.fullmatch(folded(words)))


def _strayed(cell: Typed, reading: Reading) -> Reading:
    """A number or a day in a cell for words was perhaps meant for the cell beside it."""
    if isinstance(reading.value, str) and goes_on(reading.value):
        return reading._replace(doubt=astray.GOES_ON_FROM.format(raw=reading.value))
    if reading.doubt or reading.value is None or isinstance(cell.raw, str):
        return reading
    return reading._replace(doubt=texts.DOUBT_STRAY.format(raw=reading.value))


def goes_on(words: str) -> bool:
    """Whether words begin or end with a sign that they are continued from or in another cell."""
    if not ("接" in words or "续" in words or "转" in words):  # as nearly all words at once
        return False
    edges = folded(words[:_EDGE]), folded(words[-_EDGE:])
    return bool(_CONTINUED.match(edges[0])) or any(
        found.end() == len(edges[1]) for found in _CONTINUED.finditer(edges[1])
    )


def is_alone(words: str) -> bool:
    """Whether words are nothing but a number or a day."""
    return words[:1] < "\u3000" and _ALONE.fullmatch(words.strip()) is not None
