"""Whether CoopDesk reminds from the moment the computer starts."""

from coopdesk import autostart
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, label
from coopdesk.ui.widgets.ticks import TickLine


class AutostartCard(Card):
    """A tick that writes or removes the person's own entry in the system's list of what starts."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Reminders"))
        self._session = session
        told = self.tr(
            "CoopDesk reminds 14, 7 and 3 days ahead and on the last day, while it is open or waits in the tray."
        )
        line = TickLine(self.tr("Remind me when the computer starts"), "")
        self._tick = line.tick
        self._trouble = label("", "error")
        self._trouble.hide()
        self.body.addWidget(label(told, "muted"))
        self.body.addWidget(line)
        self.body.addWidget(self._trouble)
        self._tick.toggled.connect(self._on_toggled)
        self._look()

    def _look(self) -> None:
        self._session.ask(self, lambda _parts: autostart.is_on(), self._show, lane="side")

    def _show(self, on: bool) -> None:
        self._tick.blockSignals(True)  # shown, not chosen
        self._tick.setChecked(on)
        self._tick.blockSignals(False)

    def _on_toggled(self, on: bool) -> None:
        folder = self._session.folder
        self._trouble.hide()
        self._session.ask(
            self, lambda _parts: autostart.switch(on, folder), self._on_switched, self._on_trouble, lane="side"
        )

    def _on_switched(self, _nothing: object) -> None:
        self._look()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()
        self._show(not self._tick.isChecked())
