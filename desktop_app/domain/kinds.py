"""The kinds of value that a field of the ledger can hold, as annotations for the records of `domain.model`."""

from enum import StrEnum
from typing import Annotated


class Kind(StrEnum):
    """How a field's value is written canonically."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"
    REF = "ref"


Name = Annotated[str, Kind.TEXT]
Words = Annotated[str | None, Kind.TEXT]
Place = Annotated[int, Kind.WHOLE]
Whole = Annotated[int | None, Kind.WHOLE]
Number = Annotated[float | None, Kind.NUMBER]
Day = Annotated[str | None, Kind.DAY]
FixedDay = Annotated[str, Kind.DAY]
Flag = Annotated[int, Kind.FLAG]
Ref = Annotated[int, Kind.REF]
MaybeRef = Annotated[int | None, Kind.REF]
