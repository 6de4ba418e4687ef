"""Why a file cannot be read; each room that reads says it in its own words."""

import struct

# what olefile and struct raise over an old office file that is spoilt, such as one whose root folder holds itself
SPOILT_OLE = (
    *(OSError, ArithmeticError, ValueError, LookupError, TypeError, AttributeError, RecursionError, struct.error),
)


class Fault(Exception):
    """The file cannot be read."""


class Damaged(Fault):
    """It is cut off, spoilt or contradicts itself."""


class CutOff(Damaged):
    """It ends before its last row does."""


class Locked(Fault):
    """It is under a password."""


class OutOfDate(Fault):
    """It is of a program older than any that is read."""


class Oversized(Fault):
    """It is larger than anything that an office sends."""
