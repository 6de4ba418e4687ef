"""Whose fault it is, told apart by type: what the clerk can mend is Refused; anything else is our bug."""


class Refused(Exception):
    """The world does not allow it: a plain sentence says what happened, what it means for the data, what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
