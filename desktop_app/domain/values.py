"""One canonical form for every value: the same in the store, on the screen, in a form and read back from it (law 3)."""

import re
from datetime import date, datetime

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import FIELDS

# control characters, which no workbook can hold and nobody means; line break and tab stay
_UNSEEN = {code: None for code in (*range(32), 127) if chr(code) not in "\n\t"}
# blanks and marks without width at the ends, which pasting brings along; within words they may join emoji and scripts
_ENDS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200e\u200f\u2060\ufeff"
)

# what units write under 存在问题 where they have none: 无, 暂无, 目前没有需协调解决的问题, /
_NO_PROBLEM = (
    r"[\W_]*(?:(?:目前|暂时|现阶段|本[月期]|本季度|暂|尚)*(?:无|没有|未发现|不存在|未遇到)"
    r"(?:存在|明显|突出|重大|特殊|什么|任何|其他|需要?(?:上级|协调|解决)*)*的?(?:问题|困难|情况|事项)?(?:[和及与、]?(?:问题|困难))?)?[\W_]*"
)

Value = str | int | float | None


def canonical(kind: Kind, value: object) -> Value:
    """`value` in the canonical form of `kind`; '' and blanks are None. ValueError: it is not of the kind."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    found = _FORMS[kind](value)
    return None if found == "" else found


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    if text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)
    return text.encode("utf-8", "replace").decode("utf-8").strip(_ENDS)


def _whole(value: object) -> int:
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(f"not a whole number: {value!r}")
    return int(value)  # type: ignore[call-overload]


def _number(value: object) -> float:
    number = float(value)  # type: ignore[arg-type]
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(f"not a finite number: {value!r}")
    return number + 0.0  # -0.0 becomes 0.0


def _day(value: object) -> str:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    return date.fromisoformat(str(value).strip()).isoformat()


def _flag(value: object) -> int:
    number = _whole(int(value) if isinstance(value, bool) else value)
    if number not in (0, 1):
        raise ValueError(f"not a flag: {value!r}")
    return number


_FORMS = {
    Kind.TEXT: _text,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.FLAG: _flag,
    Kind.REF: _whole,
}


def of_field(entity: str, field: str, value: object) -> Value:
    """`value` in the canonical form of that field; KeyError for a field that the entity does not have."""
    return canonical(FIELDS[entity][field], value)


def encode(value: Value) -> str | None:
    """A canonical value as journal text: 600.0 is written 600, so that a form, the screen and the journal agree."""
    if value is None or isinstance(value, str):
        return value
    return plain_number(value)


def decode(kind: Kind, text: str | None) -> Value:
    """The canonical value that `encode` wrote."""
    return None if text is None else _FORMS[kind](text)


def plain_number(value: float) -> str:
    """A figure as people write it: 600, 92.5, never 600.0 or 1e+16."""
    if float(value).is_integer():
        return str(int(value))
    written = repr(float(value))
    if "e" not in written:
        return written
    from decimal import Decimal  # for the rare 1e-7; no start needs it

    return format(Decimal(written), "f")


def names_problem(said: str | None) -> bool:
    """Whether a unit has named a problem: not where it left the place blank, nor where it says that there is none."""
    return said is not None and re.fullmatch(_NO_PROBLEM, said) is None
