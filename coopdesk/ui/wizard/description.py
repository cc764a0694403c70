"""The wizard's page for the description (03.2)."""

from PySide6.QtWidgets import QApplication

from coopdesk.bangla.names import tidy
from coopdesk.desk.accounts import describe_account
from coopdesk.desk.describe import draft_description
from coopdesk.desk.parts import Parts
from coopdesk.order.facts import Account
from coopdesk.ui import words
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import button, label, row, rule
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.fields import Field, lines
from coopdesk.ui.widgets.pictures import PicturePicker
from coopdesk.ui.wizard.step import Deed, Step


class DescriptionStep(Step):
    """The three parts of the description, drafted in Bangla, counted against the platform's limit."""

    key = "description"
    clauses = ("03.2",)

    def question(self) -> str:
        """Ask for the description."""
        return self.tr("What does the page say about itself?")

    def hint(self) -> str:
        """Say what to do with it."""
        return self.tr("A draft from the office's facts stands here. Change it as you like, then put it on the page.")

    def build(self) -> None:
        """Three parts, the counter, and the word that it stands on the page."""
        account = self.account
        parts = (account.purpose, account.audience, account.run_by)
        if not any(parts):
            parts = self._draft()
        captions = (self.tr("Purpose"), self.tr("Whom it is for"), self.tr("Who runs it"))
        names = ("purpose", "audience", "run_by")
        self._parts = [lines(text, 56) for text in parts]
        for caption, name, part in zip(captions, names, self._parts, strict=True):
            self.card.body.addWidget(Field(caption, part, name=name))
            part.textChanged.connect(self._count)
        self._chip = StatusChip("met")
        self._counter = label()
        copy = button(self.tr("Copy it all"))
        copy.clicked.connect(self._on_copy)
        anew = button(self.tr("Draft anew"), "quiet")
        anew.clicked.connect(self._on_draft)
        self.card.body.addLayout(row(self._chip, self._counter, stretch=1))
        self.card.body.addLayout(row(copy, anew, None))
        self.card.body.addWidget(rule())
        self._word = AttestBox(self.session, "description_visible", account.id)
        caption = self.tr("Picture of the page (screenshot)")
        self._evidence = PicturePicker(self.session, caption, self._kept(), "description-picture")
        self.card.body.addWidget(self._word)
        self.card.body.addWidget(self._evidence)
        self._count()

    def deed(self) -> Deed | None:
        """Keep the description first: the word is about it as it is then."""
        account_id, who = self.account.id, self.session.who
        purpose, audience, run_by = (part.toPlainText() for part in self._parts)
        word, by = self._word, self._word.person or self._word.standing_by
        kept = self._kept()
        evidence = [self._evidence.chosen or kept] if self._evidence.chosen or kept else []
        # A new picture alone is a new word of the same person.
        given = word.is_ticked or (self._evidence.chosen is not None and by != "")

        def deed(parts: Parts) -> Account:
            account = describe_account(parts, account_id, purpose, audience, run_by, who)
            if given:
                word.give(parts, by, who, [file for file in evidence if file])
            return account

        return deed

    def _draft(self) -> tuple[str, str, str]:
        return draft_description(self.session.facts.office, self.kind.description_limit)

    def _kept(self) -> str | None:
        words_given = [w for w in self.session.facts.attestations if w.evidence and w.account == self.account_id]
        mine = [word for word in words_given if word.topic == "description_visible"]
        return max(mine, key=lambda word: word.on).evidence[0] if mine else None

    def _text(self) -> str:
        return " ".join(filter(None, (tidy(part.toPlainText()) for part in self._parts)))

    def _count(self) -> None:
        length, limit = len(self._text()), self.kind.description_limit
        complete = all(part.toPlainText().strip() for part in self._parts)
        fits = limit is None or length <= limit
        self._chip.show_status("met" if complete and fits else "not_met")
        if limit is None:
            text = self.tr("{0} characters").format(words.number(length))
        else:
            text = self.tr("{0} of {1} characters").format(words.number(length), words.number(limit))
        self._counter.setText(text)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._text())

    def _on_draft(self) -> None:
        for part, text in zip(self._parts, self._draft(), strict=True):
            part.setPlainText(text)
