"""Workbooks opened to be changed and kept, by a library that looks at every part, also at those never read."""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from desktop_app.office.faults import Damaged
from desktop_app.office.package import Package

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_BYTES, _MOST_RATIO = 40 << 20, 200  # unpacked: the library takes many times as much
# what openpyxl and lxml (SyntaxError) raise over parts that are spoilt or contradict each other
_SPOILT = (
    *(zipfile.BadZipFile, zlib.error, KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError),
    *(NotImplementedError, EOFError, OSError, OverflowError, RecursionError, RuntimeError, AssertionError),
)


def workbook_to_edit(data: bytes) -> "Workbook":
    """The workbook in these bytes; Damaged where it cannot be opened whole."""
    from openpyxl import load_workbook
    from PIL.Image import DecompressionBombError

    if Package(data).is_absurd(_MOST_BYTES, _MOST_RATIO):
        raise Damaged
    try:
        return load_workbook(io.BytesIO(data))
    except (*_SPOILT, DecompressionBombError) as error:
        raise Damaged from error
