"""Files that are written, part by part against recorded ones: what a zip package says, pretty-printed.

The recorded parts lie in tests/golden. What may differ from one writing to the next is named in VOLATILE and left out.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.dom import minidom

FOLDER = Path(__file__).with_name("golden")
# parts that hold a moment, the ledger's own number or pictures drawn with this machine's fonts
VOLATILE = re.compile(r"docProps/(core|custom|app)\.xml|.*/media/.*|.*thumbnail.*")


def parts_of(data: bytes, wanted: str) -> dict[str, str]:
    """The parts whose name matches, by name, as XML that a reader can compare."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if re.fullmatch(wanted, name) and not VOLATILE.fullmatch(name)]
        return {name: _pretty(package.read(name)) for name in sorted(names)}


def recorded(name: str) -> dict[str, str]:
    """The recorded parts of a file, by name."""
    folder = FOLDER / name
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(found)}


def _pretty(data: bytes) -> str:
    return minidom.parseString(data).toprettyxml(indent=" ", newl="\n")
