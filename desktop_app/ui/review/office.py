"""The choice of an office's own tasks in a document that gives work to many; not to be seen for one office's plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop_app.documents.bureaus import offices_of, ours, with_part
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.tables import rows_of
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import review as texts


class OfficeBox(QComboBox):
    """Offers all tasks, or those of one office, ours first; `wanted` carries the document cut down to them."""

    wanted = Signal(object)

    def __init__(self, extraction: Extraction, snapshot: Snapshot) -> None:
        super().__init__()
        self._whole, self._part, offices = extraction, extraction, offices_of(extraction)
        self._place = 0
        plans = snapshot.plans_in_order()
        mine = ours(offices, [name for plan in plans for name in (plan.issuer, plan.title) if name])
        self._offices = sorted(offices, key=lambda office: office is not mine)
        self.setAccessibleName(texts.OFFICES)
        self.setToolTip(texts.OFFICES_TIP)
        self.addItem(texts.ALL_OFFICES.format(count=len(extraction.tasks)))
        for office in self._offices:
            words = texts.OUR_OFFICE if office is mine else texts.OFFICE
            self.addItem(words.format(name=office.name, count=office.tasks))
        self.setVisible(bool(offices))
        self.activated.connect(self._choose)

    def follow(self, extraction: Extraction) -> None:
        """Keep in the whole document what is edited in it or in the part shown; an undo may change which it is."""
        shown = {task.seq for task in extraction.tasks}
        if self.currentIndex() and len(shown) == len(self._whole.tasks):
            self.setCurrentIndex(0)
        elif not self.currentIndex() and len(shown) < len(self._whole.tasks) and shown == self._seqs_of_part():
            self.setCurrentIndex(self._place)
        self._whole = with_part(self._whole, self._part, extraction) if self.currentIndex() else extraction
        self._part = extraction if self.currentIndex() else self._part

    def _seqs_of_part(self) -> set[int]:
        return {task.seq for task in self._part.tasks}

    def _choose(self, place: int) -> None:
        self._place = place or self._place
        if place:
            self._part = rows_of(self._whole, self._offices[place - 1].names)
        self.wanted.emit(self._part if place else self._whole)
