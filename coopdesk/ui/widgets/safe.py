"""Where the passwords lie on this computer, whether that works, and what locks them: two cards of the settings."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coopdesk.desk import locking
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.fields import Field, number
from coopdesk.ui.widgets.forgotten import ForgottenForm
from coopdesk.ui.widgets.passphrase import PassphraseForm
from coopdesk.vault.home import Key, VaultStatus

_FILTER = "KeePass (*.kdbx)"
_MOST_MINUTES = 120


class _FormCard(Card):
    """A card with buttons, and room for one form that a button opens."""

    changed = Signal()
    """Something was done: ask anew how things stand."""

    def __init__(self, session: Session, heading: str) -> None:
        super().__init__(heading)
        self._session = session
        self._form: PassphraseForm | ForgottenForm | None = None
        self._deeds = QWidget()

    def show_deeds(self, *buttons: QWidget) -> None:
        """Put the card's buttons into their line."""
        line = row(*buttons, None)
        line.setContentsMargins(0, 0, 0, 0)
        self._deeds.setLayout(line)

    def open_form(self, form: PassphraseForm | ForgottenForm) -> None:
        """Open a form in the place of the buttons."""
        self.close_form()
        self._form = form
        self._form.done.connect(self._on_done)
        self._form.left.connect(self.close_form)
        self.body.addWidget(self._form)
        self._deeds.hide()
        self._form.setFocus()

    def close_form(self) -> None:
        """Show the buttons again."""
        if self._form is not None:
            self.body.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._deeds.show()

    def _on_done(self) -> None:
        self.close_form()
        self.changed.emit()


class PlaceCard(_FormCard):
    """Which keyring there is, whether it works, and the KeePass file that may stand in its place."""

    told = Signal(object)
    """A VaultStatus, or None where none is used."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Where the passwords are"))
        self._file = Path()
        self._chip, self._name = StatusChip("not_applicable"), label()
        self._test = button(self.tr("Test it again"))
        self._test.clicked.connect(self.ask)
        self._why = label("", "muted")
        self._to_file = button(self.tr("Keep them in a KeePass file…"))
        self._to_file.clicked.connect(self._on_to_file)
        self._to_keyring = button(self.tr("Keep them in the computer's keyring again"))
        self._to_keyring.clicked.connect(self._on_to_keyring)
        self.show_deeds(self._to_file, self._to_keyring)
        self._trouble = label("", "error")
        self.body.addLayout(row(self._chip, self._name, self._test, stretch=1))
        for widget in (self._why, self._trouble, self._deeds):
            self.body.addWidget(widget)
        self._trouble.hide()
        self.changed.connect(self.ask)

    def ask(self) -> None:
        """Test the place: write a probe, read it, delete it."""
        self._chip.show_status("not_applicable", self.tr("Testing…"))
        self._name.setText("")
        self._trouble.hide()
        self._session.ask(self, _tested, self._on_status, self._on_no_status, lane="side", key="keyring")

    def _on_status(self, status: VaultStatus) -> None:
        self._chip.show_status(
            "met" if status.usable else "not_met", self.tr("Works") if status.usable else self.tr("Does not work")
        )
        if status.locked:
            self._chip.show_status("attention", self.tr("Locked"))
        why = words.say(status.trouble) if status.trouble else ""
        self._name.setText(words.say(status.keyring) if status.keyring else why)
        self._why.setText(why if status.keyring else "")
        self._why.setVisible(bool(self._why.text()))
        # A file is for a computer without a keyring; the keyring is safer, as it opens with the login.
        self._to_file.setVisible(status.keyring is None)
        self._to_keyring.setVisible(status.key is Key.FILE)
        self.told.emit(status)
        self._session.look_into_keyring()

    def _on_no_status(self, trouble: CoopDeskError) -> None:
        self._chip.show_status("not_applicable", self.tr("Not used"))
        self._name.setText(words.say(trouble.said))
        for widget in (self._why, self._to_file, self._to_keyring):
            widget.hide()
        self.told.emit(None)

    def _on_to_file(self) -> None:
        name = f"CoopDesk-{self._session.facts.office.code}.kdbx"
        dialog = QFileDialog(self, self._to_file.text(), name, _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a file that is there is opened, not replaced
        dialog.setDefaultSuffix("kdbx")
        dialog.selectFile(name)
        if dialog.exec():
            self.choose_file(Path(dialog.selectedFiles()[0]))
        dialog.deleteLater()

    def choose_file(self, file: Path) -> None:
        """Ask for the file's passphrase: its own where it is there, else a new one."""
        self._file = file
        self._session.ask(self, lambda _parts: file.exists(), self._open_file_form, lane="side", key="file")

    def _open_file_form(self, there: bool) -> None:
        name = self.tr("Open {0}") if there else self.tr("Make {0}")
        name = name.format(self._file.name)
        self.open_form(PassphraseForm(self._session, name, self._use_file, old=there, new=not there))

    def _use_file(self, parts: Parts, old: str, new: str) -> None:
        locking.use_file(parts, self._session.judge, self._file, old or new, self._session.who)

    def _on_to_keyring(self) -> None:
        who = self._session.who
        self._trouble.hide()
        self._session.do(self, lambda parts: locking.use_keyring(parts, who), self._on_moved, self._on_trouble)

    def _on_moved(self, _nothing: object) -> None:
        self.changed.emit()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()


class LockCard(_FormCard):
    """The desk passphrase: turned on, changed, turned off; and the idle time after which the secrets lock."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("The desk passphrase"))
        self._told = label()
        self._warned = label(
            self.tr(
                "Nobody can look up a forgotten passphrase: the passwords stay sealed then. "
                "Make a handover file from time to time; it is the way back."
            ),
            "muted",
        )
        self._minutes = number(1, _MOST_MINUTES, 1)
        self._minutes.editingFinished.connect(self._on_minutes)
        self._idle = Field(self.tr("Minutes without a key or the mouse, until the passwords lock"), self._minutes)
        self._on, self._change = button(self.tr("Turn it on…")), button(self.tr("Change it…"))
        self._off, self._now = button(self.tr("Turn it off…"), "quiet"), button(self.tr("Lock now"))
        self._on.clicked.connect(self._on_turn_on)
        self._change.clicked.connect(self._on_change)
        self._off.clicked.connect(self._on_turn_off)
        self._now.clicked.connect(self._on_lock)
        self._forgotten = button(self.tr("I have forgotten it…"), "quiet")
        self._forgotten.clicked.connect(self._on_forgotten)
        self.show_deeds(self._on, self._change, self._now, self._off, self._forgotten)
        for widget in (self._told, self._warned, self._idle, self._deeds):
            self.body.addWidget(widget)

    def show_status(self, status: VaultStatus | None) -> None:
        """Show what can be done as things stand; `status` is None where no secrets are kept."""
        self.close_form()
        key = status.key if status is not None else Key.NONE
        self.setVisible(status is not None and status.keyring is not None)
        self._on.setVisible(key is Key.NONE)
        self._change.setVisible(key is Key.DESK)
        self._off.setVisible(key is Key.DESK)
        for widget in (self._now, self._idle, self._forgotten):
            widget.setVisible(key is not Key.NONE)
        if status is not None and key is not Key.NONE:
            self._minutes.setValue(status.minutes)
        self._told.setText(
            {
                Key.NONE: self.tr(
                    "Do several people use this computer under one login? With a desk passphrase "
                    "a colleague or another program that reads the keyring gets nothing."
                ),
                Key.DESK: self.tr("It is on. The passwords lock after the idle time below, and with the screen."),
                Key.FILE: self.tr(
                    "The passwords are in a KeePass file, which has a passphrase of its own. "
                    "They lock after the idle time below, and with the screen."
                ),
            }[key]
        )

    def _on_lock(self) -> None:
        self._session.lock()
        self.changed.emit()

    def _on_turn_on(self) -> None:
        name = self.tr("Turn the passphrase on")
        self.open_form(PassphraseForm(self._session, name, self._turn_on, old=False, new=True))

    def _on_change(self) -> None:
        name = self.tr("Change the passphrase")
        self.open_form(PassphraseForm(self._session, name, self._put_another, old=True, new=True))

    def _on_turn_off(self) -> None:
        name = self.tr("Turn the passphrase off")
        self.open_form(PassphraseForm(self._session, name, self._turn_off, old=True, new=False))

    def _on_forgotten(self) -> None:
        self.open_form(ForgottenForm(self._session))

    def _turn_on(self, parts: Parts, _old: str, new: str) -> None:
        locking.turn_on(parts, self._session.judge, new, self._session.who)

    def _put_another(self, parts: Parts, old: str, new: str) -> None:
        locking.change(parts, self._session.judge, old, new, self._session.who)

    def _turn_off(self, parts: Parts, old: str, _new: str) -> None:
        locking.turn_off(parts, old, self._session.who)

    def _on_minutes(self) -> None:
        minutes = self._minutes.value()
        self._session.do(self, lambda parts: locking.stay_open(parts, minutes))


def _tested(parts: Parts) -> VaultStatus:
    home = parts.vault().home
    return home.status() if parts.register.read_only else home.test()  # a test writes
