"""Updates: a card that looks at a chosen file, says what would be done, does it, and says how it went."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from coopdesk import __version__
from coopdesk.release import HERE, WINDOWS, publisher_key
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.fields import line

_FILTER = "CoopDesk (*.exe)" if HERE == WINDOWS else "CoopDesk (*.deb)"


class UpdateCard(Card):
    """Shows the session's updater. A copy that is not installed says how it is updated instead."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Updates"))
        told = self.tr(
            "This is CoopDesk {0}. An update is a file from whoever gave you CoopDesk; "
            "nothing is fetched from the internet."
        )
        self.body.addWidget(label(told.format(__version__), "muted"))
        if publisher_key() is None:
            told = self.tr(
                "This copy is not an installed one. It is updated the way it came: "
                "its source by “git pull” and “make run”, a package of Python by pip."
            )
            self.body.addWidget(label(told, "muted"))
            return
        self._updater = session.updater
        self._choose = button(self.tr("Choose the update file…"))
        self._choose.clicked.connect(self._on_choose)
        self._choosing = _line(self._choose)
        self._trouble = label("", "error")
        for widget in (self._choosing, self._build_offer(), self._build_work(), self._build_left(), self._trouble):
            self.body.addWidget(widget)
        self._updater.changed.connect(self._show)
        self._show()

    def _build_offer(self) -> QWidget:
        self._found = label("", "strong")
        self._plan = label()
        self._now = button(self.tr("Update now"), "primary")
        self._now.clicked.connect(self._updater.begin)
        not_now = button(self.tr("Not now"))
        not_now.clicked.connect(self._updater.forget)
        self._offer = _block(self._found, self._plan, _line(self._now, not_now))
        return self._offer

    def _build_work(self) -> QWidget:
        self._step = label()
        self._far = QProgressBar()
        self._far.setTextVisible(False)
        self._far.setAccessibleName(self.tr("How far the update is"))
        self._stop = button(self.tr("Stop"), "quiet")
        self._stop.clicked.connect(self._updater.stop)
        self._work = _block(self._step, self._far, _line(self._stop))
        return self._work

    def _build_left(self) -> QWidget:
        self._kept = label("", "strong")
        self._command = line(limit=2_000)
        self._command.setReadOnly(True)
        self._command.setAccessibleName(self.tr("The command for the administrator"))
        copy = button(self.tr("Copy the command"))
        copy.clicked.connect(self._on_copy)
        after = label(self.tr("An administrator runs this command. Then close CoopDesk and open it again."))
        self._left = _block(self._kept, after, self._command, _line(copy))
        return self._left

    def _show(self) -> None:
        updater = self._updater
        self._choosing.setVisible(updater.state in ("idle", "left"))
        self._offer.setVisible(updater.state == "offered")
        self._work.setVisible(updater.state in ("checking", "working"))
        self._left.setVisible(updater.state == "left")
        self._trouble.setVisible(updater.trouble is not None)
        if updater.trouble is not None:
            self._trouble.setText(words.say(updater.trouble.said))
        if updater.state == "offered":
            self._show_offer()
        elif updater.state == "left":
            self._show_left()
        else:
            self._show_step()

    def _show_offer(self) -> None:
        assert self._updater.release is not None  # noqa: S101
        found = self.tr("In the file: CoopDesk {0}. The file is whole, and signed by CoopDesk's publisher.")
        plan = self.tr(
            "First the register is backed up, and the new version tries on a copy of it whether it opens it. "
            "Only if it does is it installed, and CoopDesk starts anew. "
            "Otherwise nothing is changed, and CoopDesk {0} stays."
        )
        if HERE == WINDOWS:
            how = self.tr("The installer does this in a window of its own; CoopDesk closes for it.")
        else:
            how = self.tr("The computer asks for an administrator's password for it.")
        self._found.setText(found.format(self._updater.release.version))
        self._plan.setText(f"{plan.format(__version__)} {how}")
        if self.isVisible():
            self._now.setFocus()

    def _show_step(self) -> None:
        updater = self._updater
        said = {
            "copy": self.tr("Copying the file to the computer…"),
            "try": self.tr("Backing up the register; the new version tries a copy of it…"),
            "install": self.tr("Installing. The computer may ask for an administrator's password…"),
        }
        self._step.setText(said.get(updater.step, self.tr("Looking whose the file is, and whether it is whole…")))
        self._far.setRange(0, 1000 if updater.of else 0)  # a bar without an end runs to and fro
        self._far.setValue(1000 * updater.done // updater.of if updater.of else 0)
        installing = updater.state == "working" and updater.step == "install"
        self._stop.setVisible(not installing)
        # The package manager takes this version's files away: nothing more of them is loaded meanwhile.
        self.window().setEnabled(not installing)

    def _show_left(self) -> None:
        outcome, version = self._updater.outcome, self._updater.release.version if self._updater.release else ""
        kept = self.tr("CoopDesk {0} opens the register. The backup: {1}").format(version, outcome.backup)
        opens = self.tr("CoopDesk {0} runs on this computer.").format(version)
        self._kept.setText(kept if outcome.backup else opens)
        self._command.setText(outcome.command)
        self._command.setCursorPosition(0)

    def _on_choose(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", _FILTER)
        if file:
            self._updater.choose(Path(file))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command.text())


def _block(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return made


def _line(*buttons: QWidget) -> QWidget:
    made = QWidget()
    across = row(*buttons, None)
    across.setContentsMargins(0, 0, 0, 0)
    made.setLayout(across)
    return made
