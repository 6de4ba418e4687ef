"""Places in a text, told two ways: code points as spans count them, and UTF-16 units as Qt counts them."""

from bisect import bisect_left


class Places:
    """The two counts for one text; they part after each character beyond the basic plane (rare names, emoji)."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, char in enumerate(text) if char > "\uffff"]
        self._qt = [place + before for before, place in enumerate(self._wide)]

    def to_qt(self, place: int) -> int:
        """Qt's position of a code point."""
        return place + bisect_left(self._wide, place)

    def from_qt(self, position: int) -> int:
        """The code point at Qt's position; inside a wide character, that character."""
        return position - bisect_left(self._qt, position)
