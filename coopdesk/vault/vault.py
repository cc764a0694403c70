"""One register's secrets in the computer's own keyring. No error of this room carries a secret."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hmac import compare_digest
from typing import TYPE_CHECKING, TypeVar

from coopdesk.errors import CoopDeskError
from coopdesk.texts import Said, Text
from coopdesk.vault.keyrings import known_errors, meaning, name_of, usable_keyring
from coopdesk.vault.past import knows, remember

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

MAX_LENGTH = 1280
"""In UTF-16 units: Windows holds 2,560 bytes (jaraco/keyring issues 355, 540), and a register may move there."""

_PROBE = "coopdesk-probe"
_SIGNING_KEY = "signing-key"
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class VaultStatus:
    """Which keyring there is (None where none is usable), and what keeps it from working, if anything does."""

    keyring: Text | None
    trouble: Said | None

    @property
    def usable(self) -> bool:
        """Whether secrets can be kept and revealed now."""
        return self.trouble is None


class Vault:
    """The secrets of one register, by account id, in the keyring's service "CoopDesk/<register id>".

    Every deed asks the keyring, which takes some 50 ms, and much longer where it asks the person to unlock it: keep it
    off the GUI thread. Every deed raises a `CoopDeskError` of its own key where there is no usable keyring
    (`vault.none`), where it is locked, the person refused, or it does not answer.
    """

    def __init__(self, register_id: str) -> None:
        """Name the register; the keyring is not asked yet."""
        self._service = f"CoopDesk/{register_id}"

    def keep(self, account: str, secret: str) -> None:
        """Store a secret in place of the account's present one, and read it back before calling it stored.

        Raises:
            CoopDeskError: it is empty, too long or no text (the keyring is not asked then), or reads back otherwise.
        """
        _check(secret)
        self._ask(lambda keyring: keyring.set_password(self._service, account, secret))
        kept = self.reveal(account)
        if kept is None or not _same(kept, secret):
            raise CoopDeskError("vault.differs")

    def reveal(self, account: str) -> str | None:
        """Return the account's secret, or None where the keyring has none.

        Raises:
            CoopDeskError: the keyring does not give it, or holds something that is no text.
        """
        return self._ask(lambda keyring: keyring.get_password(self._service, account))

    def reveal_kept(self, account: str) -> str:
        """Return the secret of an account whose register says that it was stored.

        Raises:
            CoopDeskError: as `reveal`; `vault.gone` where somebody deleted it since.
        """
        secret = self.reveal(account)
        if secret is None:
            raise CoopDeskError("vault.gone")
        return secret

    def forget(self, account: str) -> None:
        """Delete the account's secret; nothing happens where there is none.

        Raises:
            CoopDeskError: the keyring still has it.
        """
        try:
            self._ask(lambda keyring: keyring.delete_password(self._service, account))
        except CoopDeskError as error:
            # A keyring refuses also where there is nothing to delete; reading tells the two apart.
            if error.key != "vault.refused":
                raise
        if self.reveal(account) is not None:
            raise CoopDeskError("vault.not_deleted")

    def same_as(self, secret: str, accounts: Iterable[str]) -> str | None:
        """Return the first of `accounts` (ids) whose present secret is this one, or None."""
        for account in accounts:
            present = self.reveal(account)
            if present is not None and _same(present, secret):
                return account
        return None

    def begin_change(self, account: str, secret: str) -> None:
        """Keep a new secret beside the account's present one, until the platform is known to have taken it.

        Raises:
            CoopDeskError: as `keep` does.
        """
        self.keep(_next_to(account), secret)

    def pending(self, account: str) -> str | None:
        """Return the new secret that waits beside the present one, or None."""
        return self.reveal(_next_to(account))

    def accept_change(self, account: str) -> None:
        """Put the waiting secret in the present one's place; a hash of the old one stays, to know it again.

        Killed at any point it can be done again: the waiting secret goes last.

        Raises:
            CoopDeskError: none waits (`vault.gone`), or as `keep` does.
        """
        new, old = self.reveal_kept(_next_to(account)), self.reveal(account)
        if old is not None and not _same(old, new):
            hashes = remember(self.reveal(_past_of(account)), old)
            self.keep(_past_of(account), hashes)
        self.keep(account, new)
        self.forget(_next_to(account))

    def drop_change(self, account: str) -> None:
        """Forget the waiting secret: the present one stays."""
        self.forget(_next_to(account))

    def used_before(self, secret: str, accounts: Iterable[str]) -> str | None:
        """Return the first of `accounts` (ids) that once had this secret, or None."""
        return next((one for one in accounts if knows(self.reveal(_past_of(one)), secret)), None)

    def keep_recovery(self, account: str, text: str) -> None:
        """Keep the way back into an account, in place of what was kept before.

        Raises:
            CoopDeskError: as `keep` does.
        """
        self.keep(_recovery_of(account), text)

    def recovery(self, account: str) -> str | None:
        """Return the way back into an account, or None where none is kept."""
        return self.reveal(_recovery_of(account))

    def keep_signing_key(self, key: str) -> None:
        """Keep the key that signs the office's certificates, in place of what was kept before.

        Raises:
            CoopDeskError: as `keep` does.
        """
        self.keep(_SIGNING_KEY, key)

    def signing_key(self) -> str | None:
        """Return the key that signs the office's certificates, or None where none is kept."""
        return self.reveal(_SIGNING_KEY)

    def status(self) -> VaultStatus:
        """Say which keyring there is and whether it works, by reading; a locked one may ask the person to unlock it."""
        try:
            found = name_of(usable_keyring())
        except CoopDeskError as error:
            return VaultStatus(None, error.said)
        try:
            self.reveal(_PROBE)
        except CoopDeskError as error:
            return VaultStatus(found, error.said)
        return VaultStatus(found, None)

    def _ask(self, deed: "Callable[[KeyringBackend], _Answer]") -> _Answer:
        keyring = usable_keyring()
        try:
            return deed(keyring)
        except known_errors() as error:
            trouble = meaning(error)
        # Raised out here, so that the backend's error, which may hold the secret, is not its context.
        raise CoopDeskError(trouble)


def _next_to(account: str) -> str:
    return f"{account}.next"


def _recovery_of(account: str) -> str:
    return f"{account}.recovery"


def _past_of(account: str) -> str:
    return f"{account}.past"


def _check(secret: str) -> None:
    if not secret:
        raise CoopDeskError("vault.empty")
    if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in secret):
        raise CoopDeskError("vault.not_text")
    length = sum(2 if letter > "\uffff" else 1 for letter in secret)
    if length > MAX_LENGTH:
        raise CoopDeskError("vault.too_long", length=length, limit=MAX_LENGTH)


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
