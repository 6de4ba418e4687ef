"""The part of the self-test that looks at compiled packages: each is used once, and each that ships has been loaded."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.texts import selftest as texts

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

PASSWORD = "2026"
COMPILED = (".pyd", ".so")


def chart(path: Path) -> dict[str, object]:
    """Draw a chart with Chinese by matplotlib; ValueError where its font has no picture of its own for a character."""
    from matplotlib.figure import Figure

    face = _chinese_face()
    figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
    axes = figure.add_subplot()
    axes.bar(range(len(texts.SAMPLE)), range(1, len(texts.SAMPLE) + 1))
    axes.set_xticks(range(len(texts.SAMPLE)), list(texts.SAMPLE), fontproperties=face)
    axes.set_title(texts.CHART, fontproperties=face)
    figure.savefig(path)
    pictures = {_picture(character, face) for character in texts.SAMPLE}
    if len(pictures) < len(set(texts.SAMPLE)) or _picture(" ", face) in pictures:
        raise ValueError(f"Chinese is not drawn in {face.get_file()}")
    return {"font": face.get_name(), "bytes": path.stat().st_size}


def _chinese_face() -> "FontProperties":
    """The first installed font that has every character of the sample."""
    from matplotlib.font_manager import FontProperties, fontManager, get_font

    names = {name for names in _names() for name in names}
    entries = sorted((entry for entry in fontManager.ttflist if entry.name in names), key=lambda entry: entry.fname)
    for entry in entries:
        if all(get_font(entry.fname).get_char_index(ord(character)) for character in texts.SAMPLE):
            return FontProperties(fname=entry.fname)
    raise ValueError("matplotlib found no Chinese font")


def _names() -> list[tuple[str, ...]]:
    from desktop_app.texts.fonts import NAMES, TTC_FIRST

    return [*NAMES.values(), TTC_FIRST]


def _picture(character: str, face: "FontProperties") -> bytes:
    """The pixels of one character; of a missing one all are the same box."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(0.6, 0.6), dpi=100)
    figure.text(0.1, 0.2, character, fontproperties=face, fontsize=28)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return bytes(canvas.buffer_rgba())


def natives(folder: Path) -> dict[str, str]:
    """Use every compiled package once; what each answered. ValueError where one that ships was never loaded."""
    said = {
        "rapidfuzz": _rapidfuzz(),
        "calamine": _calamine(folder / "ledger.xlsx"),
        "lxml": _lxml(),
        "cryptography": _cryptography(folder / "ledger.xlsx"),
        "contourpy": _contourpy(),
    }
    never = shipped() - loaded()
    if never:
        raise ValueError(f"these compiled packages ship and were never loaded: {', '.join(sorted(never))}")
    return {**said, "loaded": " ".join(sorted(loaded() & shipped()))}


def shipped() -> set[str]:
    """The packages of the frozen program that have compiled modules; none where it is not frozen.

    Plain libraries that modules link to (lib….so) and Python's own modules are left out.
    """
    root = getattr(sys, "_MEIPASS", None)
    found = [path.relative_to(root) for path in Path(root).rglob("*") if path.suffix in COMPILED] if root else []
    modules = [path for path in found if not path.name.startswith("lib") and "lib-dynload" not in path.parts]
    return {path.parts[0] for path in modules if len(path.parts) > 1}


def loaded() -> set[str]:
    """The packages of which a compiled module is loaded now."""
    files = ((name, getattr(module, "__file__", None) or "") for name, module in sys.modules.copy().items())
    return {name.split(".")[0] for name, file in files if file.endswith(COMPILED)}


def _rapidfuzz() -> str:
    from rapidfuzz import fuzz

    return f"{fuzz.ratio(texts.SAMPLE, texts.SAMPLE[:4]):.0f}"


def _calamine(workbook: Path) -> str:
    from python_calamine import CalamineWorkbook

    return str(len(CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()))


def _lxml() -> str:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  # made in C

    return etree.fromstring(f"<a><b>{texts.SAMPLE}</b></a>").xpath("string(//b)")


def _cryptography(workbook: Path) -> str:
    """Lock a workbook with a password and open it again."""
    from msoffcrypto.format.ooxml import OOXMLFile

    locked, opened = io.BytesIO(), io.BytesIO()
    with workbook.open("rb") as plain:
        OOXMLFile(plain).encrypt(PASSWORD, locked)
    office = OOXMLFile(io.BytesIO(locked.getvalue()))
    office.load_key(password=PASSWORD)
    office.decrypt(opened)
    if opened.getvalue() != workbook.read_bytes():
        raise ValueError("decrypted to something else")
    return str(len(locked.getvalue()))


def _contourpy() -> str:
    from contourpy import contour_generator

    return str(len(contour_generator(z=[[0.0, 1.0], [1.0, 2.0]]).lines(0.5)))
