"""Personal data in a plan: numbers of identity cards, mobile phones and bank cards, to be looked at before storing.

Identity cards by GB 11643 with their check digit; mobile numbers have eleven digits; office lines are no personal data.
"""

import re
from datetime import date
from typing import NamedTuple

from desktop_app.documents.extraction import Doubt, Span, TaskRead
from desktop_app.texts import documents as texts

_EDGE, _END = r"(?<![\dA-Za-z.])", r"(?![\dA-Za-z])"
_IDENTITY = re.compile(rf"{_EDGE}[1-9]\d{{5}}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}[\dXx]{_END}")
_MOBILE = re.compile(rf"{_EDGE}1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}}{_END}")
_BANK_CARD = re.compile(rf"{_EDGE}62\d{{2}}(?: ?\d{{4}}){{3}}(?: ?\d{{1,3}})?{_END}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_SHOWN = 3  # characters that stay readable at the front


class Personal(NamedTuple):
    """Where a number stands and what it is called."""

    span: Span
    name: str


def personal_data(shadow: str) -> list[Personal]:
    """The personal numbers in a folded text, in order."""
    found = [Personal(match.span(), texts.IDENTITY_NUMBER) for match in _IDENTITY.finditer(shadow) if _checks(match[0])]
    taken = {at for one in found for at in range(*one.span)}
    for pattern, name in ((_BANK_CARD, texts.BANK_CARD), (_MOBILE, texts.MOBILE_NUMBER)):
        for match in pattern.finditer(shadow):
            if match.start() not in taken:
                taken |= set(range(*match.span()))
                found.append(Personal(match.span(), name))
    return sorted(found)


def personal_doubts(shadow: str, tasks: tuple[TaskRead, ...]) -> list[Doubt]:
    """A question for each personal number, which itself is not shown whole."""
    doubts = []
    for span, name in personal_data(shadow):
        task = next((task for task in tasks if task.span[0] <= span[0] < task.span[1]), None)
        masked = shadow[span[0] : span[0] + _SHOWN] + "*" * (span[1] - span[0] - _SHOWN)
        text = texts.PERSONAL.format(name=name, phrase=masked)
        doubts.append(Doubt(task.seq if task else None, "number", masked, text, span))
    return doubts


def _checks(number: str) -> bool:
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:  # nobody is born on 31 June
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECKS[total % 11] == number[17].upper()
