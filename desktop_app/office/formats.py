"""How cells are shown: which number formats show percentages, and which show a date without its day."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.office.far_rows import NONE_FAR

MOST_CELLS = 3_000_000  # of a sheet's area: calamine sets aside room for all of it
Place = tuple[int, int]
Struck = Mapping[Place, str]

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
NOTHING_STRUCK: Struck = MappingProxyType({})
BUILT_IN_PERCENTS = {9, 10}  # ECMA-376 18.8.30
BUILT_IN_MONTHS = {17, 55, 57}  # mmm-yy, and yyyy年m月 in the Chinese set


class Formats(NamedTuple):
    """Places, from 0, of the numbers shown as percentages, of the dates without a day, of formulas and error values.

    `struck` are the places with words struck through, and what is left of each without them ('' for nothing);
    `remarks` are the words of comments, `boxes` those of text boxes that lie over the cells; `codes`
    are the number formats that show their numbers with words; `far` has the lines where far rows stand, by those
    where they are read.
    """

    percents: frozenset[Place] = frozenset()
    months: frozenset[Place] = frozenset()
    computed: frozenset[Place] = frozenset()
    struck: Struck = NOTHING_STRUCK
    remarks: Mapping[Place, str] = NOTHING_STRUCK
    boxes: tuple[str, ...] = ()
    codes: Mapping[Place, str] = NOTHING_STRUCK
    far: Mapping[int, int] = NONE_FAR


def bare_code(code: str) -> str:
    """A number format, lower case and without its quoted text."""
    return _QUOTED.sub("", code).lower()


def shows_no_day(code: str) -> bool:
    """Whether a bare number format shows year and month but no day."""
    return "m" in code and "y" in code and "d" not in code
