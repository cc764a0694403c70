"""About CoopDesk: its version, its licence, where its data lies, and the way to its parts and to a problem file."""

from PySide6.QtCore import Signal

from coopdesk import __version__
from coopdesk.log import log_file
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row


class AboutCard(Card):
    """Says what this CoopDesk is."""

    wants_page = Signal(str)
    """Another page is asked for, by its key."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("About CoopDesk"))
        version = self.tr("CoopDesk, version {0}").format(words.number(__version__))
        free = self.tr(
            "Free software under the GNU General Public License, version 3 or later: "
            "you may use it, pass it on and change it. It comes without any warranty."
        )
        self.body.addWidget(label(version, "strong"))
        self.body.addWidget(label(free, "muted"))
        self.body.addWidget(label(self.tr("The register lies in: {0}").format(session.folder), "muted"))
        told = self.tr("The log for whoever helps you: {0}").format(log_file(session.folder))
        self.body.addWidget(label(told, "muted"))
        parts, problem = button(self.tr("Parts and licences")), button(self.tr("Make a problem file…"))
        parts.clicked.connect(self._on_parts)
        problem.clicked.connect(self._on_problem)
        self.body.addLayout(row(parts, problem, None))

    def _on_parts(self) -> None:
        self.wants_page.emit("licences")

    def _on_problem(self) -> None:
        self.wants_page.emit("problem")
