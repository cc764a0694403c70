"""A password that nobody thinks of: what it is to be, the one made, and the chance in it."""

from math import log10

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QVBoxLayout

from coopdesk.passwords.duration import time_to_guess
from coopdesk.passwords.generate import (
    LENGTH,
    LENGTHS,
    WORD_COUNTS,
    WORDS,
    Accepted,
    Generated,
    passphrase,
    random_characters,
)
from coopdesk.ui import words
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.cover import mark_secret
from coopdesk.ui.widgets.fields import Field, choice

_CHARACTERS, _BANGLA, _LATIN = "characters", "bn", "en"


class PasswordMaker(QFrame):
    """Opens below a password's input. `chosen` brings the one to use; `left` follows when the panel is to close.

    No input has a name, so that no draft keeps it. What was made is covered while the window has lost the focus.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        """Make nothing yet: `start` does."""
        super().__init__()
        self.setObjectName("card")
        self._build()
        self._connect()
        self._on_kind()

    def start(self) -> None:
        """Make one, and put the hand to the first choice."""
        self._make()
        self._kind.setFocus()

    def clear(self) -> None:
        """Forget what was made."""
        self._made.clear()
        self._told.setText("")

    def _build(self) -> None:
        kinds = (
            (_CHARACTERS, self.tr("Random characters")),
            (_BANGLA, self.tr("Bangla words")),
            (_LATIN, self.tr("English words")),
        )
        self._kind = choice(kinds)
        self._length, self._words = _count(LENGTHS, LENGTH), _count(WORD_COUNTS, WORDS)
        self._length_field = Field(self.tr("How many characters"), self._length)
        self._words_field = Field(self.tr("How many words"), self._words)
        self._letters, self._digits = QCheckBox(self.tr("Letters")), QCheckBox(self.tr("Digits"))
        self._signs = QCheckBox(self.tr("Signs"))
        self._look_alikes = QCheckBox(self.tr("Also those easily mistaken (0 O, 1 l I)"))
        self._ticks = (self._letters, self._digits, self._signs, self._look_alikes)
        for tick in self._ticks:
            tick.setAccessibleName(tick.text())
            tick.setChecked(tick is not self._look_alikes)
        self._hint = label(self.tr("Some platforms take no Bangla letters; then choose English words."), "muted")
        self._made = QLineEdit()
        self._made.setReadOnly(True)
        mark_secret(self._made)
        self._made.setAccessibleName(self.tr("The password made"))
        self._told = label("", "muted")
        self._another, self._use = button(self.tr("Another one")), button(self.tr("Use it"), "primary")
        self._close = button(self.tr("Close"), "quiet")
        choices = QGridLayout()
        choices.setSpacing(12)
        choices.addWidget(Field(self.tr("What to make"), self._kind), 0, 0)
        choices.addWidget(self._length_field, 0, 1)
        choices.addWidget(self._words_field, 0, 1)
        column = QVBoxLayout(self)
        column.addLayout(choices)
        column.addLayout(row(self._letters, self._digits, self._signs, None))
        column.addWidget(self._look_alikes)
        column.addWidget(self._hint)
        column.addWidget(self._made)
        column.addWidget(self._told)
        column.addLayout(row(self._use, self._another, self._close, None))

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._on_kind)
        for count in (self._length, self._words):
            count.currentIndexChanged.connect(self._make)
        for tick in self._ticks:
            tick.toggled.connect(self._make)
        self._another.clicked.connect(self._make)
        self._use.clicked.connect(self._on_use)
        self._close.clicked.connect(self.left)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101
        app.applicationStateChanged.connect(self._on_state)

    def _on_kind(self) -> None:
        kind = self._kind.currentData()
        for widget in (self._length_field, *self._ticks):
            widget.setVisible(kind == _CHARACTERS)
        self._words_field.setVisible(kind != _CHARACTERS)
        self._hint.setVisible(kind == _BANGLA)
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        made = self._next()
        self._use.setEnabled(made is not None)
        self._another.setEnabled(made is not None)
        if made is None:
            self._made.clear()
            self._told.setText(self.tr("Choose letters, digits or signs."))
            return
        self._made.setText(made.secret)
        self._made.setCursorPosition(0)
        chance = self.tr("It holds {0} bits of chance.").format(words.number(int(made.entropy_bits)))
        self._told.setText(f"{chance} {words.say(time_to_guess(made.entropy_bits * log10(2)))}")

    def _next(self) -> Generated | None:
        kind = self._kind.currentData()
        if kind != _CHARACTERS:
            return passphrase(_chosen(self._words), "bn" if kind == _BANGLA else "en")
        accepted = Accepted(*(tick.isChecked() for tick in self._ticks))
        return random_characters(_chosen(self._length), accepted) if accepted.classes else None

    def _on_use(self) -> None:
        secret = self._made.text()
        self.clear()
        self.chosen.emit(secret)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        active = state is Qt.ApplicationState.ApplicationActive
        self._made.setEchoMode(QLineEdit.EchoMode.Normal if active else QLineEdit.EchoMode.Password)


def _count(offered: range, chosen: int) -> QComboBox:
    return choice(((str(count), words.number(count)) for count in offered), str(chosen))


def _chosen(count: QComboBox) -> int:
    return int(count.currentData())
