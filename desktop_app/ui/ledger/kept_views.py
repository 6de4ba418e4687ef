"""The menu of kept views: use one, keep what is looked for now, take one away."""

from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from desktop_app.domain.filters import Filter, behind_twice
from desktop_app.domain.saved_views import View, forgetting, keeping, saved_views
from desktop_app.errors import Refused
from desktop_app.texts import conditions as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sought import Sought


class KeptViews(QToolButton):
    """Its menu is made anew each time it opens; what is chosen is sought on every page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setText(texts.VIEWS)
        self.setAccessibleName(texts.VIEWS)
        self.setToolTip(texts.VIEWS_TIP)
        self.setProperty("role", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def fill(self) -> None:
        """Write the menu."""
        session, menu = self._session, self._menu
        menu.clear()
        late = len(behind_twice(session.snapshot, session.statuses))
        twice = Sought(wanted=Filter(traits=frozenset({"behind_twice"})), grouping=session.sought.grouping)
        menu.addAction(texts.BEHIND_TWICE.format(count=late), lambda: session.seek(twice))
        kept = saved_views(session.snapshot)
        if kept:
            menu.addSeparator()
        for name, view in kept.items():
            action = menu.addAction(name.replace("&", "&&"), lambda view=view: session.seek(Sought(*view)))
            action.setCheckable(True)
            action.setChecked(Sought(*view) == session.sought)
        menu.addSeparator()
        menu.addAction(texts.KEEP, self._ask_name).setEnabled(session.sought != Sought())
        if kept:
            gone = menu.addMenu(texts.FORGET)
            for name in kept:
                gone.addAction(name.replace("&", "&&"), lambda name=name: self.forget(name))

    def _ask_name(self) -> None:
        name, wanted = QInputDialog.getText(self.window(), texts.KEEP_TITLE, texts.KEEP_NAME)
        if wanted and name.strip():
            self.keep(name.strip())

    def keep(self, name: str) -> None:
        """Keep what is looked for now under a name."""
        changes = keeping(self._session.snapshot, name, View(*self._session.sought))
        self._apply(changes, texts.KEEP_LABEL.format(name=name))

    def forget(self, name: str) -> None:
        """Take a kept view away."""
        self._apply(forgetting(self._session.snapshot, name), texts.FORGET_LABEL.format(name=name))

    def _apply(self, changes: list, label: str) -> None:
        try:
            self._session.apply(changes, label)
        except Refused as refused:
            tell(self, refused.sentence)
