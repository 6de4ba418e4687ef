"""The light rules on the 设置 page: thresholds, and for each verdict its colour and its word."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.rules import PRESETS, SHIPPED, LightRules, light_changes, light_rules
from desktop_app.errors import Refused
from desktop_app.texts import settings_page as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.settings.parts import days, heading, labelled, points, row
from desktop_app.ui.theme import LIGHTS

_COLOURS = ("green", "amber", "red", "blue")
_WORD = 120  # pixels


class LightsPanel(QWidget):
    """Choose a preset or set each part; nothing holds before “采用这一规则”, and it can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.preset = QComboBox()
        self.amber, self.red = points(texts.AMBER, texts.POINTS), points(texts.RED, texts.POINTS)
        self.near = days(texts.NEAR, texts.DAYS_BEFORE, texts.NO_NEAR)
        self.looks = {verdict: (_colours(verdict), QLineEdit()) for verdict in SHIPPED}
        self.rule, self.said = QLabel(), QLabel()
        self.save, self.shipped = QPushButton(texts.SAVE_LIGHTS), QPushButton(texts.AS_SHIPPED)
        self._lay_out()
        self.show_rules()
        self.preset.activated.connect(self._take_preset)
        for box in (self.amber, self.red, self.near):
            box.valueChanged.connect(self._describe)
        for colour, word in self.looks.values():
            colour.activated.connect(self._describe)
            word.textChanged.connect(self._describe)
        self.save.clicked.connect(lambda: self._apply(self.rules()))
        self.shipped.clicked.connect(lambda: self._apply(LightRules()))
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading(column, texts.LIGHTS, texts.LIGHTS_ABOUT)
        self.preset.setAccessibleName(texts.PRESET)
        self.preset.addItems([*PRESETS, texts.OWN])
        column.addLayout(row(labelled(texts.PRESET, self.preset), self.preset))
        amber, red = labelled(texts.AMBER, self.amber), labelled(texts.RED, self.red)
        column.addLayout(row(amber, self.amber, red, self.red, labelled(texts.NEAR, self.near), self.near))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        for place, (verdict, (colour, word)) in enumerate(self.looks.items()):
            word.setAccessibleName(texts.WORD_OF.format(verdict=texts.VERDICTS[verdict]))
            word.setFixedWidth(_WORD)
            line, side = place // 2, 4 * (place % 2)
            for step, part in enumerate((QLabel(texts.VERDICTS[verdict]), colour, word)):
                grid.addWidget(part, line, side + step)
        grid.setColumnMinimumWidth(3, 16)
        grid.setColumnStretch(7, 1)
        column.addLayout(grid)
        self.rule.setWordWrap(True)
        self.said.setProperty("role", "second")
        column.addWidget(self.rule)
        column.addLayout(row(self.save, self.shipped, self.said))

    def rules(self) -> LightRules:
        """The rules as they are set in the boxes."""
        said = {verdict: (colour.currentData(), word.text().strip()) for verdict, (colour, word) in self.looks.items()}
        other = tuple((name, *look) for name, look in said.items() if look != SHIPPED[name])
        return LightRules(self.amber.value(), self.red.value(), self.near.value(), other)

    def show_rules(self) -> None:
        """Show the ledger's rules in the boxes."""
        self._show(light_rules(self._session.snapshot))

    def _show(self, rules: LightRules) -> None:
        self.amber.setValue(rules.amber)
        self.red.setValue(rules.red)
        self.near.setValue(rules.near)
        for verdict, (colour, word) in self.looks.items():
            look = rules.look(verdict)
            colour.setCurrentIndex(colour.findData(look.light))
            word.setText(look.label)
        self._describe()

    def _take_preset(self) -> None:
        chosen = PRESETS.get(self.preset.currentText())
        if chosen:
            self._show(chosen)

    def _describe(self) -> None:
        rules = self.rules()
        name = next((name for name, preset in PRESETS.items() if preset == rules), texts.OWN)
        self.preset.setCurrentText(name)
        shown = {
            verdict: f"{LIGHTS[light][1]} {label}" for verdict, (light, label) in ((v, rules.look(v)) for v in SHIPPED)
        }
        words = texts.RULE_WORDS if rules.amber else texts.RULE_WORDS_NO_AMBER
        if rules.near:
            words += texts.RULE_NEAR
        self.rule.setText(words.format(amber=rules.amber, red=rules.red, days=rules.near, **shown))

    def _changed(self, touched: frozenset[tuple[str, int]]) -> None:
        if any(entity == "rule" for entity, _ in touched):
            self.said.clear()
            self.show_rules()

    def _apply(self, rules: LightRules) -> None:
        wrong = _wrong(rules)
        if wrong:
            tell(self, wrong)
            return
        try:
            changes = light_changes(self._session.snapshot, rules)
            applied = self._session.apply(changes, texts.LABEL_LIGHTS.format(amber=rules.amber, red=rules.red))
        except Refused as refused:
            tell(self, refused.sentence)
            applied = None
        self.show_rules()
        if applied:
            self.said.setText(texts.LIGHTS_SAVED)


def _wrong(rules: LightRules) -> str:
    if rules.red <= rules.amber:
        return texts.WRONG_ORDER
    if any(not label for _, _, label in rules.looks):
        return texts.NO_WORD
    if any(label in texts.TAKEN for _, _, label in rules.looks):
        return texts.WORD_TAKEN.format(words=texts.COMMA.join(texts.TAKEN))
    return ""


def _colours(verdict: str) -> QComboBox:
    box = QComboBox()
    for light in _COLOURS:
        box.addItem(f"{LIGHTS[light][1]} {texts.COLOURS[light]}", light)
    box.setAccessibleName(texts.COLOUR_OF.format(verdict=texts.VERDICTS[verdict]))
    return box
