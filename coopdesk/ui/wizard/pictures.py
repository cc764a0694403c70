"""The wizard's page for the pictures (03.4)."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from coopdesk.desk.accounts import keep_picture
from coopdesk.desk.attest import take_back_waiver, waive
from coopdesk.desk.parts import Parts
from coopdesk.order.facts import NO_PICTURE
from coopdesk.order.platforms import Picture
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import rule
from coopdesk.ui.widgets.fields import Field, line
from coopdesk.ui.widgets.pictures import PicturePicker
from coopdesk.ui.wizard.step import Deed, Step

CLAUSE = "03.4"


class PicturesStep(Step):
    """Banner and profile picture, kept as evidence, and the word that neither is a personal one."""

    key = "pictures"
    clauses = (CLAUSE,)

    def question(self) -> str:
        """Ask for the pictures."""
        return self.tr("Which pictures does the page bear?")

    def hint(self) -> str:
        """Say which."""
        return self.tr("Choose the files that are on the page. A logo or the office's building will do, no person.")

    def build(self) -> None:
        """A picker for each picture that the platform has, and the word on them."""
        self._pickers: dict[Picture, PicturePicker] = {}
        self._none: dict[Picture, QCheckBox] = {}
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(16)
        for picture in self.kind.pictures:
            side_by_side.addLayout(self._ask_for(picture))
        self.card.body.addLayout(side_by_side)
        self.card.body.addWidget(rule())
        self._word = AttestBox(self.session, "no_personal_picture", self.account.id)
        self.card.body.addWidget(self._word)
        mine = (CLAUSE, self.account.id)
        waiver = next((w for w in self.session.facts.waivers if (w.clause, w.account) == mine), None)
        self._reason = line(
            waiver.reason if waiver else self.tr("The account has neither a banner nor a profile picture.")
        )
        self._reason_field = Field(self.tr("Why the clause is not applicable"), self._reason, name="reason")
        self.card.body.addWidget(self._reason_field)
        for none in self._none.values():
            none.toggled.connect(self._on_none)
        self._on_none()

    def deed(self) -> Deed | None:
        """Keep the pictures first: the word is about them as they are then."""
        account_id, who = self.account.id, self.session.who
        files: dict[Picture, Path | str] = {}
        for picture, picker in self._pickers.items():
            if self._none[picture].isChecked():
                files[picture] = NO_PICTURE
            elif picker.chosen is not None:
                files[picture] = picker.chosen
            elif getattr(self.account, picture) == NO_PICTURE:
                files[picture] = ""
        waived, reason = self._is_bare, self._reason.text()
        word, by, given = self._word, self._word.person, self._word.is_ticked and not self._is_bare

        def deed(parts: Parts) -> None:
            for picture, file in files.items():
                keep_picture(parts, account_id, picture, file, who)
            if waived:
                waive(parts, CLAUSE, reason, by, who, account_id)
            else:
                take_back_waiver(parts, CLAUSE, who, account_id)
            if given:
                word.give(parts, by, who)

        return deed

    @property
    def _is_bare(self) -> bool:
        return all(none.isChecked() for none in self._none.values())

    def _ask_for(self, picture: Picture) -> QVBoxLayout:
        caption = self.tr("Banner") if picture == "banner" else self.tr("Profile picture")
        absent = self.tr("There is no banner") if picture == "banner" else self.tr("There is no profile picture")
        kept = getattr(self.account, picture)
        picker = PicturePicker(self.session, caption, kept if kept != NO_PICTURE else None, f"picture-{picture}")
        none = QCheckBox(absent)
        none.setObjectName(f"no-{picture}")
        none.setChecked(kept == NO_PICTURE)
        picker.setEnabled(not none.isChecked())
        none.toggled.connect(picker.setDisabled)
        self._pickers[picture], self._none[picture] = picker, none
        column = QVBoxLayout()
        column.addWidget(picker)
        column.addWidget(none)
        return column

    def _on_none(self) -> None:
        self._reason_field.setVisible(self._is_bare)
        self._word.setEnabled(not self._is_bare)
