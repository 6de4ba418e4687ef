"""The Python part of Qt's binding, compiled once and not at each start.

PySide6 carries modules of its own as text in a library (`shibokensupport`: features, signatures, the words of its
errors) and compiles them whenever it is imported, which is a tenth of our start. Here what `compile` made of a text is
kept beside our own bytecode and given for the same text again. A file that is missing, damaged or of other texts costs
the time that it would have saved, and nothing else. An installed program has it from its build.
"""

import builtins
import marshal
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

KEPT = Path("desktop_app", "__pycache__", f"binding.{sys.implementation.cache_tag}.bin")  # below the program's root
_SUM = 4  # bytes of the checksum, which stands before the code: marshal trusts what it reads

Texts = dict[tuple[str, int, int], CodeType]


@contextmanager
def compiled_once(file: Path = Path(__file__).parent.parent / KEPT) -> Iterator[None]:
    """Whole texts that are compiled while this lasts are compiled by the first start only, where `file` can be kept."""
    codes = cache(lambda: _read(file))  # not before a text comes: the frozen program's first step has had them all
    fresh: set[tuple[str, int, int]] = set()
    plain = builtins.compile

    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if rest or named or mode != "exec" or not isinstance(source, bytes) or not isinstance(filename, str):
            return plain(source, filename, mode, *rest, **named)
        place = (filename, len(source), zlib.crc32(source))
        if place not in codes():
            codes()[place] = plain(source, filename, mode, dont_inherit=True)
            fresh.add(place)
        return codes()[place]

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = plain
    if fresh and not sys.dont_write_bytecode:
        _keep(file, codes())


def _read(file: Path) -> Texts:
    try:
        kept = file.read_bytes()
    except OSError:
        return {}
    total, code = kept[:_SUM], kept[_SUM:]
    if total != _sum(code):
        return {}
    return marshal.loads(code)


def _keep(file: Path, codes: Texts) -> None:
    from desktop_app.errors import Refused
    from desktop_app.files import write_bytes

    code = marshal.dumps(codes)
    try:
        file.parent.mkdir(exist_ok=True)
        write_bytes(file, _sum(code) + code)
    except (OSError, Refused):  # a program folder that nobody may write to: the next start compiles again
        return


def _sum(code: bytes) -> bytes:
    # the Python that made it is part of the sum: another's bytecode is not for this one
    return zlib.crc32(code, zlib.crc32(sys.version.encode())).to_bytes(_SUM, "big")
