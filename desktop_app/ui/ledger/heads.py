"""The row of headings over one half of the table."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

_AROUND = 32  # pixels of a heading beside its words: its edges, and the arrow of what is sorted by


class Heads(QHeaderView):
    """Measures in the face that it is set in; QHeaderView measures in bold, a second file that holds five megabytes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """The room of one heading."""
        words, metrics = str(self.model().headerData(section, self.orientation())), self.fontMetrics()
        return QSize(metrics.horizontalAdvance(words) + _AROUND, metrics.height())
