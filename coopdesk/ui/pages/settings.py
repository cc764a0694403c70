"""Settings: the office's facts, its interval for passwords, the keyring, backups."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coopdesk.desk.diary import save_diary
from coopdesk.desk.exchange import export_file
from coopdesk.desk.office import describe_office
from coopdesk.desk.parts import Parts
from coopdesk.desk.safekeeping import save_backup
from coopdesk.errors import CoopDeskError
from coopdesk.location import warning
from coopdesk.register.store import JournalLine
from coopdesk.texts import table
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.about import AboutCard
from coopdesk.ui.widgets.autostart import AutostartCard
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.fields import Field, number
from coopdesk.ui.widgets.office_form import OfficeForm
from coopdesk.ui.widgets.safe import LockCard, PlaceCard
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.table import TablePanel
from coopdesk.ui.widgets.update import UpdateCard

_LINES = 200  # of the journal, the newest


class SettingsPage(Page):
    """What is set once and seldom changed."""

    key = "settings"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Settings")

    def build(self) -> None:
        """A card for each matter."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        place, lock = PlaceCard(self.session), LockCard(self.session)
        place.told.connect(lock.show_status)
        lock.changed.connect(place.ask)
        cards = (self._office(), self._interval(), AutostartCard(self.session), place, lock)
        for card in (*cards, self._handover(), self._safekeeping(), self._journal(), self._about()):
            column.addWidget(card)
        column.addWidget(UpdateCard(self.session))
        column.addStretch(1)
        self.column.addWidget(scrolled(content), 1)
        lock.hide()
        place.ask()

    def refresh(self) -> None:
        """Show the journal's last lines; the forms are the person's to fill."""
        self.session.ask(self, lambda parts: parts.register.journal(_LINES), self._lines.show_records, key="journal")

    def _office(self) -> Card:
        card = Card(self.tr("The office"))
        form = OfficeForm(self.session, self.tr("Save the office"))
        form.kept.connect(self._on_kept)
        self._kept = label("", "notice")
        card.body.addWidget(form)
        card.body.addWidget(self._kept)
        return card

    def _interval(self) -> Card:
        card = Card(self.tr("Changing passwords"))
        most = self.session.parts.rulebook.values.password_days
        told = self.tr("The order names no interval. The office's own is at most {0} days; it may be shorter.")
        card.body.addWidget(label(told.format(words.number(most)), "muted"))
        self._days = number(1, most, min(self.session.facts.office.rotation_days or most, most))
        keep = button(self.tr("Save the interval"))
        keep.clicked.connect(self._on_interval)
        card.body.addWidget(Field(self.tr("Days between two changes"), self._days, name="rotation-days"))
        card.body.addLayout(row(keep, None))
        return card

    def _handover(self) -> Card:
        card = Card(self.tr("Handing over"))
        told = self.tr(
            "Register and passwords go into one sealed file. Its code is shown once: tell it, or write it down."
        )
        begin = button(self.tr("Hand the desk over"))
        begin.clicked.connect(self._on_hand_over)
        card.body.addWidget(label(told, "muted"))
        card.body.addLayout(row(begin, None))
        return card

    def _safekeeping(self) -> Card:
        card = Card(self.tr("To keep and to take along"))
        self._danger = label("", "warning")
        card.body.addWidget(self._danger)
        self.session.holding.changed.connect(self._show_danger)
        self._show_danger()
        back_up, export = button(self.tr("Back up…")), button(self.tr("Export as JSON…"))
        diary = button(self.tr("Due days for a calendar…"))
        diary.clicked.connect(self._on_diary)
        back_up.clicked.connect(self._on_back_up)
        export.clicked.connect(self._on_export)
        self._saved = label("", "notice")
        card.body.addLayout(row(back_up, export, diary, self._saved, stretch=3))
        return card

    def _journal(self) -> Card:
        card = Card(self.tr("What was done"))
        columns: tuple[Column[JournalLine], ...] = (
            Column(self.tr("When"), lambda line: line.at.astimezone().date()),
            Column(self.tr("Who"), lambda line: line.who),
            Column(self.tr("Deed"), lambda line: words.say(table("journal")[f"deed.{line.deed}"])),
            Column(self.tr("What about"), lambda line: line.subject),
        )
        self._lines = TablePanel(columns, self.tr("Nothing was done yet."), self.tr("What was done"), grows=3)
        self._lines.setMinimumHeight(360)
        card.body.addWidget(self._lines)
        card.body.addLayout(row(None, self.table_saver("journal")))
        return card

    def _about(self) -> Card:
        card = AboutCard(self.session)
        card.wants_page.connect(self.wants_page)
        return card

    def _show_danger(self) -> None:
        location = self.session.holding.location
        said = warning(location) if location is not None else None
        self._danger.setText(words.say(said) if said is not None else "")
        self._danger.setVisible(said is not None)

    def _on_kept(self) -> None:
        self._kept.setText(self.tr("Saved."))

    def _on_interval(self) -> None:
        most, days, who = self.session.parts.rulebook.values.password_days, self._days.value(), self.session.who
        office = replace(self.session.facts.office, rotation_days=days if days < most else None)
        self.show_trouble(None)
        self.session.do(self, lambda parts: describe_office(parts, office, who), None, self.show_trouble)

    def _on_hand_over(self) -> None:
        self.wants_page.emit("handover")

    def _on_back_up(self) -> None:
        if self.session.holding.read_only:  # a backup writes beside the register
            self.show_trouble(CoopDeskError("register.read_only"))
            return
        name = f"CoopDesk-{self.session.snapshot.today.isoformat()}.zip"
        target, _ = QFileDialog.getSaveFileName(self, self.tr("Back up…"), name, "ZIP (*.zip)")
        if target:
            folder = self.session.folder
            self._run(lambda _parts: save_backup(folder, Path(target)))

    def _on_export(self) -> None:
        name = f"CoopDesk-{self.session.snapshot.today.isoformat()}.json"
        target, _ = QFileDialog.getSaveFileName(self, self.tr("Export as JSON…"), name, "JSON (*.json)")
        if target:
            self._run(lambda parts: export_file(parts, Path(target)))

    def _on_diary(self) -> None:
        target, _ = QFileDialog.getSaveFileName(
            self, self.tr("Due days for a calendar…"), "CoopDesk.ics", "ICS (*.ics)"
        )
        if target:
            language = words.language()
            self._run(lambda parts: save_diary(parts, Path(target), language))

    def _run(self, deed: Callable[[Parts], object]) -> None:
        self._saved.setText("")
        self.show_trouble(None)
        self.session.ask(self, deed, self._on_saved, self.show_trouble)

    def _on_saved(self, _nothing: object) -> None:
        self._saved.setText(self.tr("Saved."))
