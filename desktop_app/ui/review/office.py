"""The choice of an office's own tasks in a document that gives work to many; not to be seen for one office's plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop_app.documents.bureaus import offices_of
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.tables import rows_of
from desktop_app.texts import review as texts


class OfficeBox(QComboBox):
    """Offers all tasks, or those of one office; `wanted` carries the document cut down to them."""

    wanted = Signal(object)

    def __init__(self, extraction: Extraction) -> None:
        super().__init__()
        self._whole, self._offices = extraction, offices_of(extraction)
        self.setAccessibleName(texts.OFFICES)
        self.setToolTip(texts.OFFICES_TIP)
        self.addItem(texts.ALL_OFFICES.format(count=len(extraction.tasks)))
        for office in self._offices:
            self.addItem(texts.OFFICE.format(name=office.name, count=office.tasks))
        self.setVisible(bool(self._offices))
        self.activated.connect(self._choose)

    def _choose(self, place: int) -> None:
        self.wanted.emit(rows_of(self._whole, self._offices[place - 1].names) if place else self._whole)
