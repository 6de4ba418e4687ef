"""The pages as they were last looked at and found good: small grey pictures in docs/pictures/pages, and how far a page
drawn today may be from them.

After a page was changed on purpose and looked at: `python -m tests.ui.kept_pictures` keeps it as it is drawn now.
"""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.ui.shots import shots
from desktop_app.ui.theme import application
from desktop_app.verbs.demo import demo

KEPT = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "pages"
WIDTH = 480
GREYS = 16
BLOCK = 12  # of the small picture's pixels: about a letter and a half
FAR = 22  # of 255, a block's mean: an icon or a word that came, went or moved
ALLOWED = 0.02  # of the blocks: times of the clock, the folder's path


def small(picture: QImage) -> QImage:
    """The picture in sixteen greys, WIDTH wide."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    made = grey.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    step = 255 // (GREYS - 1)
    rows = memoryview(made.bits())
    rows[:] = bytes(round(value / step) * step for value in rows)
    return made


def unlike(one: QImage, other: QImage) -> float:
    """The share of blocks, 0–1, by which two small pictures differ; 1 where they differ in size."""
    if one.size() != other.size():
        return 1.0
    first, second = _blocks(one), _blocks(other)
    return sum(abs(a - b) > FAR for a, b in zip(first, second, strict=True)) / len(first)


def _blocks(picture: QImage) -> list[float]:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    line, data = grey.bytesPerLine(), bytes(grey.constBits())
    means = []
    for top in range(0, grey.height() - BLOCK + 1, BLOCK):
        for left in range(0, grey.width() - BLOCK + 1, BLOCK):
            rows = (data[line * y + left : line * y + left + BLOCK] for y in range(top, top + BLOCK))
            means.append(sum(map(sum, rows)) / BLOCK**2)
    return means


def _keep() -> None:
    palette = [0xFF000000 | grey * 0x010101 for grey in range(0, 256, 255 // (GREYS - 1))]
    with tempfile.TemporaryDirectory() as room:
        application()  # first: the demo's charts would make one that has no widgets
        demo(Path(room) / "demo")
        for path in shots(Path(room), Path(room) / "demo"):
            if path.name.startswith("9-"):
                continue
            lean = small(QImage(str(path))).convertToFormat(QImage.Format.Format_Indexed8, palette)
            lean.save(str(KEPT / path.name))


if __name__ == "__main__":
    _keep()
