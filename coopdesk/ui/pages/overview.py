"""The overview: how many clauses are met, whether a certificate can be issued, and what to do next."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coopdesk.desk.glance import Deed, Glance
from coopdesk.ui import words
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.basics import Card, button, clear, label, row, rule
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.scrolling import scrolled


class OverviewPage(Page):
    """Says at any moment how the office stands, and always what to do next."""

    key = "overview"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("At a glance")

    def build(self) -> None:
        """Two cards side by side, the deeds below."""
        self._shown: Glance | None = None
        self._day = label("", "muted", wrap=False)
        self.head.addWidget(self._day)
        self._standing, self._certificate, self._deeds = Card(), Card(), Card()
        cards = QHBoxLayout()
        cards.setSpacing(14)
        cards.addWidget(self._standing, 1)
        cards.addWidget(self._certificate, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(cards)
        column.addWidget(self._deeds)
        column.addStretch(1)
        self.column.addWidget(scrolled(content), 1)

    def refresh(self) -> None:
        """Show today's assessment."""
        glance = self.session.snapshot.glance
        if glance is None or glance == self._shown:
            return
        self._shown = glance
        self._day.setText(words.full_day(glance.on))
        for card in (self._standing, self._certificate, self._deeds):
            clear(card.body)
        if glance.has_accounts:
            self._show_standing(glance)
            self._show_certificate(glance)
            self._show_deeds(glance)
        else:
            self._show_beginning()

    def _show_beginning(self) -> None:
        body = self._standing.body
        body.addWidget(label(self.tr("The office is described. Now add its first account."), "heading"))
        body.addWidget(label(self.tr("The wizard goes through the order with you, one question a page."), "muted"))
        add = button(self.tr("Add an account"), "primary")
        add.clicked.connect(self._on_add)
        body.addLayout(row(add, None))
        self._certificate.hide()
        self._deeds.hide()

    def _show_standing(self, glance: Glance) -> None:
        self._certificate.show()
        self._deeds.show()
        of, met = glance.of, glance.of - glance.unmet
        body = self._standing.body
        body.addWidget(label(self.tr("How the order is kept"), "heading"))
        number = label(f"{words.number(met)}/{words.number(of)}", "number", wrap=False)
        body.addLayout(row(number, label(self.tr("clauses are met"), "muted"), stretch=1))
        bar = QProgressBar()
        bar.setRange(0, of)
        bar.setValue(met)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Clauses met: {0} of {1}").format(words.number(met), words.number(of)))
        body.addWidget(bar)
        body.addWidget(label(self._what_is_left(glance), "muted"))
        body.addStretch(1)

    def _what_is_left(self, glance: Glance) -> str:
        unmet, lapsing = glance.unmet, glance.lapsing
        if not unmet and not lapsing:
            return self.tr("Nothing is left to do.")
        said = []
        if unmet:
            said.append(self.tr("Not met: {0}").format(words.number(unmet)))
        if lapsing:
            told = self.tr("Lapse within {0} days: {1}")
            said.append(told.format(words.number(glance.warn_days), words.number(lapsing)))
        return " · ".join(said)

    def _show_certificate(self, glance: Glance) -> None:
        body = self._certificate.body
        body.addWidget(label(self.tr("Certificate"), "heading"))
        left = glance.unmet
        if left:
            body.addWidget(label(self.tr("It cannot be issued yet. Clauses left: {0}").format(words.number(left))))
        else:
            body.addWidget(label(self.tr("Every clause is met: the certificate can be issued.")))
        if glance.last_until is not None:
            last = self.tr("Last certificate: {0}, valid until {1}")
            body.addWidget(label(last.format(glance.last_serial, words.day(glance.last_until)), "muted"))
        certificate = button(self.tr("To the certificate"), "primary" if not left else "")
        certificate.setEnabled(not left)
        certificate.clicked.connect(self._on_papers)
        report = button(self.tr("Print the report"), "primary" if left else "")
        report.clicked.connect(self._on_papers)
        body.addStretch(1)
        body.addLayout(row(report, certificate, None) if left else row(certificate, report, None))

    def _show_deeds(self, glance: Glance) -> None:
        body = self._deeds.body
        body.addWidget(label(self.tr("What to do now"), "heading"))
        if not glance.deeds:
            body.addWidget(label(self.tr("Nothing is due. CoopDesk says here when something will be.")))
        for place, deed in enumerate(glance.deeds):
            if place:
                body.addWidget(rule())
            body.addWidget(_DeedLine(deed, self))
        if glance.more:
            more = button(self.tr("{0} more in the checklist").format(words.number(glance.more)), "quiet")
            more.clicked.connect(self._on_checklist)
            body.addLayout(row(more, None))

    def _on_add(self) -> None:
        self.wants_account.emit(None, "address")

    def _on_papers(self) -> None:
        self.wants_page.emit("certificates")

    def _on_checklist(self) -> None:
        self.wants_page.emit("checklist")


class _DeedLine(QWidget):
    """One deed: its status, why, for which account, and the button that goes there."""

    def __init__(self, deed: Deed, page: OverviewPage) -> None:
        super().__init__()
        self._deed, self._page = deed, page
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(14)
        chip = StatusChip(deed.status)
        chip.setFixedWidth(148)
        told = QVBoxLayout()
        told.setSpacing(2)
        reason = words.say(deed.reason)
        told.addWidget(label(reason[:1].upper() + reason[1:]))
        told.addWidget(label(words.say(deed.whose), "muted"))
        go = button(_deed_word(deed))
        go.setAccessibleDescription(reason)
        go.clicked.connect(self._on_go)
        line.addWidget(chip)
        line.addLayout(told, 1)
        line.addWidget(go)

    def _on_go(self) -> None:
        self._page.go_to(self._deed.where, self._deed.account)


def _deed_word(deed: Deed) -> str:
    if deed.status == "attention":
        return words.translate("OverviewPage", words.QT_TRANSLATE_NOOP("OverviewPage", "Look again"))
    match deed.where:
        case "password":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the password")
        case "complaints":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the complaints")
        case "team" | "declarations":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the team")
        case "description":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "Write the description")
        case "pictures":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the pictures")
        case _:
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "Do it now")
    return words.translate("OverviewPage", text)
