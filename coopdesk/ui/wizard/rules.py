"""The wizard's pages for the settings (03.6) and the platform's terms (03.7)."""

from datetime import date

from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QGridLayout

from coopdesk.desk.accounts import choose_settings
from coopdesk.order.checks.case import word
from coopdesk.order.facts import Setting
from coopdesk.ui import words
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import button, label, row, rule
from coopdesk.ui.widgets.fields import DateField, Field, choice, line
from coopdesk.ui.wizard.step import Deed, Step


class SettingsStep(Step):
    """The five settings, and the office decision behind them."""

    key = "settings"
    clauses = ("03.6",)

    def question(self) -> str:
        """Ask for the settings."""
        return self.tr("Which settings has the office chosen?")

    def hint(self) -> str:
        """Say whence they come."""
        return self.tr("Set them on the platform as the office decided, and write down here what was chosen.")

    def build(self) -> None:
        """A box for each setting that the platform has, as wide as what it offers; the decision below."""
        self._boxes: dict[Setting, QComboBox] = {}
        offered = self.kind.settings
        for setting, choices in offered.items():
            options = [(key, words.say(text)) for key, text in choices.items()]
            box = choice(options, self.account.settings.get(setting, ""), self.tr("Choose"))
            self._boxes[setting] = box
            caption = _capital(words.say(word(f"setting.{setting}")))
            self.card.body.addWidget(Field(caption, box, name=f"setting-{setting}"))
        absent = [words.say(word(f"setting.{setting}")) for setting in Setting if setting not in offered]
        if absent:
            self.card.body.addWidget(
                label(self.tr("This platform has no setting for: {0}").format(", ".join(absent)), "muted")
            )
        self.card.body.addWidget(rule())
        self._build_decision()

    def deed(self) -> Deed | None:
        """Keep the choices and the decision."""
        account_id, who = self.account.id, self.session.who
        choices = {setting: str(box.currentData() or "") for setting, box in self._boxes.items()}
        reference, by, day = self._reference.text(), str(self._by.currentData() or ""), self._on.date()
        on = date(day.year(), day.month(), day.day())
        return lambda parts: choose_settings(parts, account_id, choices, reference, on, by, who)

    def _build_decision(self) -> None:
        decision = self.account.decision
        day = decision.on if decision else self.session.snapshot.today
        self._reference = line(decision.reference if decision else "")
        self._on = DateField(QDate(day.year, day.month, day.day))
        people = [(name, name) for name in self.session.people()]
        if decision and (decision.by, decision.by) not in people:
            people.append((decision.by, decision.by))
        self._by = choice(people, decision.by if decision else self.session.who, self.tr("Choose"))
        reference = Field(
            self.tr("The office decision: memo number or meeting"), self._reference, name="decision-reference"
        )
        self.card.body.addWidget(reference)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(Field(self.tr("Day of the decision"), self._on, name="decision-on"), 0, 0)
        grid.addWidget(Field(self.tr("Who chose the settings"), self._by, name="decision-by"), 0, 1)
        self.card.body.addLayout(grid)


class TermsStep(Step):
    """The platform's rules and terms: read, and accepted."""

    key = "terms"
    clauses = ("03.7",)

    def question(self) -> str:
        """Ask whether they were read."""
        return self.tr("Have you read the platform's rules?")

    def hint(self) -> str:
        """Say how."""
        return self.tr("Open them, read them, and attest it. The day is kept with your name.")

    def build(self) -> None:
        """A link to the terms, and the word."""
        if self.kind.terms_url:
            self._open = button(self.tr("Open the rules and terms"))
            self._open.clicked.connect(self._on_open)
            self.card.body.addLayout(row(self._open, label(self.kind.terms_url, "muted"), stretch=1))
        self._word = AttestBox(self.session, "terms_accepted", self.account.id)
        self.card.body.addWidget(self._word)

    def deed(self) -> Deed | None:
        """Keep the word."""
        word_box, by, who = self._word, self._word.person, self.session.who
        return (lambda parts: word_box.give(parts, by, who)) if word_box.is_ticked else None

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.kind.terms_url))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
