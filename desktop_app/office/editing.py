"""Workbooks opened to be changed and kept, by a library that looks at every part, also at those never read.

So does the one for Word files: what it is to open is asked about here too.
"""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from desktop_app.office.faults import Damaged
from desktop_app.office.package import Package

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_BYTES, _MOST_RATIO = 40 << 20, 200  # unpacked: such a library takes many times as much
# what openpyxl and lxml (SyntaxError) raise over parts that are spoilt or contradict each other
_SPOILT = (
    *(zipfile.BadZipFile, zlib.error, KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError),
    *(NotImplementedError, EOFError, OSError, OverflowError, RecursionError, RuntimeError, AssertionError),
)


def is_fit_to_edit(data: bytes) -> bool:
    """Whether a zipped file unpacks to no more than such a library can hold; Damaged where it is no whole zip."""
    return not Package(data).is_absurd(_MOST_BYTES, _MOST_RATIO)


def workbook_to_edit(data: bytes) -> "Workbook":
    """The workbook in these bytes; Damaged where it cannot be opened whole."""
    from openpyxl import load_workbook
    from PIL.Image import DecompressionBombError

    if not is_fit_to_edit(data):
        raise Damaged
    try:
        return load_workbook(io.BytesIO(data))
    except (*_SPOILT, DecompressionBombError) as error:
        raise Damaged from error
