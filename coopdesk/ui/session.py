"""What the window works on: the open register, its facts and their assessment, and the language.

What judges and keeps is imported when the register opens, off the GUI thread: the first window does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from coopdesk.errors import CoopDeskError
from coopdesk.login import login_name
from coopdesk.ui.holding import Holding
from coopdesk.ui.tasks import Lane, TaskRunner
from coopdesk.ui.waiting import Waiting

if TYPE_CHECKING:
    from coopdesk.desk.glance import Glance
    from coopdesk.desk.handover import Handover
    from coopdesk.desk.parts import Parts
    from coopdesk.desk.watch import Look
    from coopdesk.order.facts import Account, Facts, IssuedCertificate, KeptPaper, PasswordFact
    from coopdesk.order.findings import Assessment, Finding
    from coopdesk.order.platforms import Kind
    from coopdesk.passwords.judge import Judge
    from coopdesk.ui.clipboard import SecretClipboard
    from coopdesk.ui.instance import Held
    from coopdesk.ui.updater import Updater

T = TypeVar("T")


class OpenDesk(Protocol):
    """How the register of a folder is opened: to be written, or to be read only."""

    def __call__(self, folder: Path, *, read_only: bool = ...) -> Parts:
        """Return the parts of the open desk."""


class Snapshot(NamedTuple):
    """The register as it was read last: its facts (None until an office is described) and what they amount to.

    `changing` are the accounts (ids) whose password change is not decided. While the register opens, there may be a
    `glance` from the last time, and nothing else.
    """

    facts: Facts | None
    assessment: Assessment | None
    certificates: tuple[IssuedCertificate, ...]
    today: date
    glance: Glance | None = None
    changing: frozenset[str] = frozenset()
    papers: tuple[KeptPaper, ...] = ()


class Session(QObject):
    """One open register. Pages read `snapshot`, do deeds through `do`, and redraw on `changed`."""

    changed = Signal()
    """The register was read anew."""
    opened = Signal()
    """The register is open, and was read for the first time."""
    ends = Signal(object)
    """The program shall end; the command (words) that is started then, or an empty one."""

    def __init__(self, folder: Path, open_desk: OpenDesk, parent: QObject | None = None) -> None:
        """Work on the register in `folder`, which `open_desk` opens off the GUI thread."""
        super().__init__(parent)
        self.folder = folder
        self.runner = TaskRunner(self)
        self.waiting = Waiting(self)
        self.holding = Holding(self)
        self.snapshot = Snapshot(None, None, (), date.today())
        self.who = login_name()
        self.handed: Handover | None = None  # while its code is shown, and nowhere but here
        self._open_desk = open_desk
        self._parts: Parts | None = None
        self._trouble = ""

    def glance_back(self) -> None:
        """Take up the glance that was kept at the last close, where it is still true."""
        from coopdesk.desk import books, glance  # noqa: PLC0415 - the window stands by now

        self.snapshot = self.snapshot._replace(glance=glance.kept(self.folder, date.today(), books.CURRENT))

    def open(self, failed: Callable[[CoopDeskError], None]) -> None:
        """Open the register; `opened` follows, or `failed` is called with what is wrong with it."""

        def work() -> tuple[Parts, Snapshot]:
            parts = self._open_desk(self.folder, read_only=self.holding.read_only)
            return parts, _read(parts)

        self.runner.run(self, work, self._on_open, failed)

    def reopen(self, held: Held | None, failed: Callable[[CoopDeskError], None]) -> None:
        """Open the register anew: to be written, or to be read only where it is `held`.

        What fails is told to `failed`, and leaves the register open as it was.
        """

        def work() -> tuple[Parts, Snapshot]:
            before, self._parts = self.parts, self._open_desk(self.folder, read_only=held is not None)
            before.vaults.lock()
            before.register.close()
            return self._parts, _read(self._parts)

        def done(both: tuple[Parts, Snapshot]) -> None:
            self.holding.settle(held)
            self._on_open(both)

        self.runner.run(self, work, done, failed)

    def look_into_keyring(self) -> None:
        """See, beside all other work, whether the keyring still holds what the register says."""
        from coopdesk.desk.watch import look  # noqa: PLC0415 - the register is open by now

        self.ask(self, look, self._on_look, lane="side", key="look")

    @cached_property
    def judge(self) -> Judge:
        """Who judges passwords; their process starts with the first one."""
        from coopdesk.passwords.judge import Judge  # noqa: PLC0415 - only who sets a password needs it

        return Judge()

    @cached_property
    def clipboard(self) -> SecretClipboard:
        """The clipboard for secrets: one for the window, since it counts on while pages come and go."""
        from coopdesk.ui.clipboard import SecretClipboard  # noqa: PLC0415 - only who copies a password needs it

        return SecretClipboard(self)

    @cached_property
    def updater(self) -> Updater:
        """Who updates CoopDesk: one for the window, since an update goes on while pages come and go."""
        from coopdesk.ui.updater import Updater  # noqa: PLC0415 - only who updates needs it

        return Updater(self)

    @property
    def parts(self) -> Parts:
        """The parts of the open desk."""
        assert self._parts is not None, "the register is not open yet"  # noqa: S101
        return self._parts

    @property
    def is_open(self) -> bool:
        """Whether the register is open."""
        return self._parts is not None

    @property
    def facts(self) -> Facts:
        """The facts of the office that is described."""
        assert self.snapshot.facts is not None, "no office is described yet"  # noqa: S101
        return self.snapshot.facts

    def do(
        self,
        owner: QObject,
        deed: Callable[[Parts], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[CoopDeskError], None] | None = None,
    ) -> None:
        """Do a deed, read the register anew, tell all views, then call `done` with what the deed returned.

        Where the register is open to be read only, no deed is begun: not all of them write to the register alone.
        """
        assert self.is_open, "the register is not open yet"  # noqa: S101

        def work() -> tuple[T, Snapshot]:
            if self.holding.read_only:
                raise CoopDeskError("register.read_only")
            return deed(self.parts), _read(self.parts, self._trouble)

        def on_done(both: tuple[T, Snapshot]) -> None:
            result, self.snapshot = both
            self.changed.emit()
            if done is not None and isValid(owner):
                done(result)

        def on_failed(trouble: CoopDeskError) -> None:
            if failed is not None and isValid(owner):
                failed(trouble)
            else:
                self.runner.troubled.emit(trouble)

        # The session owns the work: what was done is read anew even where the page that asked is gone.
        def run() -> None:
            self.runner.run(self, work, on_done, self.waiting.unless_locked(owner, run, on_failed))

        run()

    def read_again(self) -> None:
        """Read the register anew, as of today."""
        self.ask(self, lambda parts: _read(parts, self._trouble), self._on_read)

    def take_over(
        self,
        file: Path,
        passphrase: str,
        failed: Callable[[CoopDeskError], None],
        instead: tuple[Path, str] | None = None,
    ) -> None:
        """Put a handed-over register in this one's place, and open it; `opened` follows, or `failed`.

        `instead` is a KeePass file for the secrets, with its passphrase, where the computer has no keyring.
        """
        folder, who, before = self.folder, self.who, self.parts

        def work() -> tuple[Parts, Snapshot]:
            if self.holding.read_only:
                raise CoopDeskError("register.read_only")
            from coopdesk.desk.takeover import Instead, take_over  # noqa: PLC0415 - once in the life of a register

            before.register.close()
            parts = None
            try:
                into = Instead(*instead, self.judge) if instead else None
                parts = take_over(file, passphrase, folder, who, into)
            finally:
                self._parts = parts or self._open_desk(folder)
            return parts, _read(parts)

        self.runner.run(self, work, self._on_open, failed)

    def ask(
        self,
        owner: QObject,
        question: Callable[[Parts], T],
        done: Callable[[T], None],
        failed: Callable[[CoopDeskError], None] | None = None,
        *,
        lane: Lane = "desk",
        key: str = "",
    ) -> None:
        """Ask the desk for something that changes nothing."""
        assert self.is_open, "the register is not open yet"  # noqa: S101

        def run() -> None:
            asked = self.waiting.unless_locked(owner, run, failed or self.runner.troubled.emit)
            self.runner.run(owner, lambda: question(self.parts), done, asked, lane=lane, key=key)

        run()

    def unlock(self, passphrase: str, failed: Callable[[CoopDeskError], None]) -> None:
        """Unlock the secrets, and go on with what waits for it; or `failed` hears why not."""
        assert self.is_open, "the register is not open yet"  # noqa: S101

        def work() -> None:
            from coopdesk.desk.locking import unlock  # noqa: PLC0415 - only where a passphrase is set

            if self.holding.read_only:  # wrong tries are counted beside the register
                raise CoopDeskError("register.read_only")
            unlock(self.parts, passphrase)

        self.runner.run(self, work, lambda _nothing: self.waiting.go_on(), failed)

    def lock(self) -> None:
        """Lock the secrets at once, where a passphrase is set."""
        if self._parts is not None:
            self._parts.vaults.lock()
        self.waiting.hidden.emit()

    def close(self) -> None:
        """End all work, and close the register."""
        if "updater" in self.__dict__:
            self.updater.stop()
        self.runner.close()
        if "judge" in self.__dict__:
            self.judge.close()
        if "clipboard" in self.__dict__:
            self.clipboard.clear()
        if self._parts is not None:
            from coopdesk.desk import glance  # noqa: PLC0415 - loaded by now

            self._parts.register.close()
            self._parts = None
            if self.snapshot.glance is not None and not self.holding.read_only:
                glance.keep(self.snapshot.glance, self.folder)

    def account(self, account_id: str | None) -> Account | None:
        """Return an account by its id, None where there is none."""
        facts = self.snapshot.facts
        return next((one for one in facts.accounts if one.id == account_id), None) if facts else None

    def kind_of(self, account: Account) -> Kind:
        """Return what kind of account it is."""
        return self.parts.platforms.kind_of(account)

    def findings_of(self, account_id: str | None) -> tuple[Finding, ...]:
        """Return the findings of an account, or (None) of the office."""
        assessment = self.snapshot.assessment
        return tuple(f for f in assessment.findings if f.account == account_id) if assessment else ()

    def password_of(self, account_id: str) -> PasswordFact | None:
        """Return what is known of an account's present password."""
        return next((fact for fact in self.facts.passwords if fact.account == account_id), None)

    def people(self) -> tuple[str, ...]:
        """Return the names of those who may attest."""
        from coopdesk.desk.parts import people_of  # noqa: PLC0415 - loaded by now

        return people_of(self.facts.office, self.facts, self.snapshot.today)

    def _on_look(self, found: Look) -> None:
        from coopdesk.desk.watch import write_down  # noqa: PLC0415 - loaded by now

        news = found.gone or found.back or found.trouble != self._trouble
        self._trouble = found.trouble
        if news:
            self.do(self, lambda parts: write_down(parts, found, self.who))

    def _on_read(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit()

    def _on_open(self, both: tuple[Parts, Snapshot]) -> None:
        self._parts, self.snapshot = both
        self.opened.emit()
        self.changed.emit()


def _read(parts: Parts, vault_trouble: str = "") -> Snapshot:
    from coopdesk.desk.glance import look  # noqa: PLC0415 - off the GUI thread
    from coopdesk.desk.password import under_way  # noqa: PLC0415 - as above
    from coopdesk.desk.watch import with_trouble  # noqa: PLC0415 - as above
    from coopdesk.order.assess import assess  # noqa: PLC0415 - as above

    with parts.register.snapshot():
        facts, certificates = parts.register.facts(), parts.register.certificates()
        changing, papers = under_way(parts), parts.register.kept_papers()
    today = parts.today()
    if facts is None:
        return Snapshot(None, None, certificates, today, papers=papers)
    facts = with_trouble(facts, vault_trouble)
    assessment = assess(facts, parts.rulebook, today)
    glance = look(facts, assessment, parts.rulebook, certificates, changing)
    return Snapshot(facts, assessment, certificates, today, glance, changing, papers)
