"""The year that a plan is for: of its title, its notice, its first lines or its number; which term of a school year."""

import re

from desktop_app.documents.numerals import chinese_number
from desktop_app.documents.page_labels import is_site
from desktop_app.documents.summaries import looks_both_ways
from desktop_app.documents.title_lines import YEAR

_CHINESE_YEAR = re.compile("二[零○][一二三四五六七八九零○]{2}年")
_NUMBERED = re.compile("[（(〔\\[【［]((?:19|20)\\d\\d)")
_HINT = re.compile("提示：|继续有效|[经被]?废止")  # a law site's remark on a paper
# 《…实施方案（2020—2022年）》 tells the year of that paper, 到2028年 when all is to be reached
_OTHERS = re.compile("《[^》]*》|(?:到|至) *20\\d\\d年")
_HEAD = 8  # lines among which the year may be told
_SCHOOL_YEAR = re.compile(
    r"(?P<first>20\d\d)年? *(?:[—~～至-]|--|——) *(?:20)?\d\d年?学年度?"
    r"(?:[^，。；\d]{0,6}?(?P<term>第?[一二12]学期|[上下]学期|[春秋]季))?"
)


def plan_year(names: list[str]) -> int | None:
    """The year in the title, else in the notice; a title with two (总结和…打算) plans for the later one.

    A school year is two, and only its term says which of them.
    """
    for name in reversed(names):
        if school := _SCHOOL_YEAR.search(name):
            return _of_term(school)
        years = [int(found[1]) for found in YEAR.finditer(name)]
        year = (max(years) if looks_both_ways(name) else years[0]) if years else year_in(name)
        if year:
            return year
    return None


def is_school_year(names: list[str]) -> bool:
    """Whether a title or a notice says that the plan is for a school year, in which two years meet."""
    return any(_SCHOOL_YEAR.search(name) for name in names)


def _of_term(school: re.Match[str]) -> int | None:
    term = school["term"] or ""
    first = int(school["first"])
    if re.search("[二2下春]", term):
        return first + 1
    return first if re.search("[一1上秋]", term) else None


def year_in(text: str) -> int | None:
    """The first year named in a folded text."""
    found = YEAR.search(text)
    if found:
        return int(found[1])
    chinese = _CHINESE_YEAR.search(text)
    return chinese_number(chinese[0][:-1]) if chinese else None


def year_told(texts: list[str], number: str | None) -> int | None:
    """The year in the first lines, but for other papers', what a site adds and aims, else that of the number."""
    own = [_OTHERS.sub("", text) for text in texts[:_HEAD] if not (is_site(text) or _HINT.search(text))]
    told = _NUMBERED.search(number) if number else None
    return year_in("\n".join(own)) or (int(told[1]) if told else None)
