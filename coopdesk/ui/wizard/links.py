"""The wizard's page for the website (03.8) and the Grievance Redress System (03.9)."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QGridLayout

from coopdesk.desk.attest import take_back_waiver, waive
from coopdesk.desk.office import GRS, describe_office
from coopdesk.desk.parts import Parts
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import rule
from coopdesk.ui.widgets.fields import Field, line
from coopdesk.ui.wizard.step import Deed, Step

CLAUSE = "03.8"


class LinksStep(Step):
    """What ties the page to the office's website and to the Grievance Redress System."""

    key = "links"
    clauses = (CLAUSE, "03.9")

    def question(self) -> str:
        """Ask for the links."""
        return self.tr("Is the page tied to the website and to GRS?")

    def hint(self) -> str:
        """Say what to look at."""
        return self.tr("Look at the page and at the website, then attest what you saw.")

    def build(self) -> None:
        """The website, or why there is none; the GRS, and the officer."""
        office = self.session.facts.office
        self._waiver = next((w for w in self.session.facts.waivers if (w.clause, w.account) == (CLAUSE, None)), None)
        self._website = line(office.website, limit=2000)
        self._website_field = Field(self.tr("The office's website"), self._website, name="website")
        self._none = QCheckBox(self.tr("The office has no website"))
        self._none.setObjectName("no-website")
        self._none.setChecked(self._waiver is not None and not office.website)
        self._reason = line(self._waiver.reason if self._waiver else self.tr("The office has no website of its own."))
        self._reason_field = Field(self.tr("Why the clause is not applicable"), self._reason, name="reason")
        self._linked = AttestBox(self.session, "website_linked", self.account.id)
        for widget in (self._website_field, self._none, self._reason_field, self._linked, rule()):
            self.card.body.addWidget(widget)
        self._grs = line(office.grs_url or GRS, limit=2000)
        self._officer, self._contact = line(office.grievance_officer), line(office.grievance_contact)
        self.card.body.addWidget(Field(self.tr("Address of the Grievance Redress System"), self._grs, name="grs"))
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(Field(self.tr("Grievance officer"), self._officer, name="officer"), 0, 0)
        grid.addWidget(Field(self.tr("The officer's phone or e-mail"), self._contact, name="contact"), 0, 1)
        self.card.body.addLayout(grid)
        self._on_page = AttestBox(self.session, "grs_on_page", self.account.id)
        self.card.body.addWidget(self._on_page)
        self._none.toggled.connect(self._on_none)
        self._on_none()

    def deed(self) -> Deed | None:
        """Keep the office's facts first: the words are about them as they are then."""
        who, none, reason = self.session.who, self._none.isChecked(), self._reason.text()
        office = replace(
            self.session.facts.office,
            website="" if none else self._website.text(),
            grs_url=self._grs.text(),
            grievance_officer=self._officer.text(),
            grievance_contact=self._contact.text(),
        )
        by = self._linked.person or self._on_page.person or office.head_name or who
        given = [(box, box.person) for box in (self._linked, self._on_page) if box.is_ticked]
        if none:
            given = [(box, person) for box, person in given if box is not self._linked]

        def deed(parts: Parts) -> None:
            if office != parts.facts().office:
                describe_office(parts, office, who)
            if none:
                waive(parts, CLAUSE, reason, by, who)
            else:
                take_back_waiver(parts, CLAUSE, who)
            for box, person in given:
                box.give(parts, person, who)

        return deed

    def _on_none(self) -> None:
        none = self._none.isChecked()
        self._website_field.setVisible(not none)
        self._linked.setVisible(not none)
        self._reason_field.setVisible(none)
