"""One register's secrets, wherever the office keeps them. No error of this room carries a secret."""

from collections.abc import Iterable
from hmac import compare_digest

from coopdesk.errors import CoopDeskError
from coopdesk.vault.home import Home
from coopdesk.vault.kdbx import NO_TEXT
from coopdesk.vault.past import knows, remember
from coopdesk.vault.stores import MAX_LENGTH

SIGNING_KEY = "signing-key"
"""The entry of the key that signs the office's certificates."""

_LOST = frozenset({"vault.unreadable", "vault.seal_lost"})
"""An entry is there, but what it holds is lost for good."""


class Vault:
    """The secrets of one register, by account id.

    Every deed asks the keyring, which takes some 50 ms, and much longer where it asks the person to unlock it: keep it
    off the GUI thread. Every deed raises a `CoopDeskError` of its own key where there is no usable keyring
    (`vault.none`), where it is locked, the person refused, or it does not answer; and `Locked` where a passphrase is
    wanted first.
    """

    def __init__(self, home: Home) -> None:
        """Keep the secrets in their home. Nothing is asked yet."""
        self.home = home

    def keep(self, account: str, secret: str) -> None:
        """Store a secret in place of the account's present one, and read it back before calling it stored.

        Raises:
            CoopDeskError: it is empty, too long or no text (the keyring is not asked then), or reads back otherwise.
        """
        _check(secret)
        self.home.store.write(account, secret)
        kept = self.reveal(account)
        if kept is None or not _same(kept, secret):
            raise CoopDeskError("vault.differs")

    def reveal(self, account: str) -> str | None:
        """Return the account's secret, or None where the keyring has none.

        Raises:
            CoopDeskError: the keyring does not give it, or holds something that is no text.
        """
        return self.home.store.read(account)

    def holds(self, account: str) -> bool:
        """Tell whether there is a secret for the account; a sealed one stays sealed."""
        return self.home.store.holds(account)

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
        self.home.store.erase(account)

    def same_as(self, secret: str, accounts: Iterable[str]) -> str | None:
        """Return the first of `accounts` (ids) whose present secret is this one, or None."""
        for account in accounts:
            present = self._readable(account)
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
        new, old = self.reveal_kept(_next_to(account)), self._readable(account)
        if old is not None and not _same(old, new):
            hashes = remember(self._readable(_past_of(account)), old)
            self.keep(_past_of(account), hashes)
        self.keep(account, new)
        self.forget(_next_to(account))

    def drop_change(self, account: str) -> None:
        """Forget the waiting secret: the present one stays."""
        self.forget(_next_to(account))

    def retire(self, account: str) -> None:
        """Take the account's secrets out of use; a hash of the present one stays, to know it again.

        Raises:
            CoopDeskError: as `keep` and `forget` do. Killed at any point it can be done again.
        """
        present = self._readable(account)
        if present is not None:
            self.keep(_past_of(account), remember(self._readable(_past_of(account)), present))
        self.forget(_next_to(account))
        self.forget(account)

    def used_before(self, secret: str, accounts: Iterable[str]) -> str | None:
        """Return the first of `accounts` (ids) that once had this secret, or None."""
        return next((one for one in accounts if knows(self._readable(_past_of(one)), secret)), None)

    def past(self, account: str) -> str | None:
        """Return the hashes of the account's old secrets, or None where none are kept."""
        return self.reveal(_past_of(account))

    def keep_past(self, account: str, hashes: str) -> None:
        """Keep the hashes of old secrets, in place of what was kept before.

        Raises:
            CoopDeskError: as `keep` does.
        """
        self.keep(_past_of(account), hashes)

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
        self.keep(SIGNING_KEY, key)

    def signing_key(self) -> str | None:
        """Return the key that signs the office's certificates, or None where none is kept."""
        return self.reveal(SIGNING_KEY)

    def _readable(self, entry: str) -> str | None:
        """Return what an entry holds, None also where that can't be read any more: a new secret may take its place."""
        try:
            return self.reveal(entry)
        except CoopDeskError as error:
            if error.key not in _LOST:
                raise
            return None


def entries_of(accounts: Iterable[str]) -> tuple[str, ...]:
    """Return the entries that a vault may hold for the office and its accounts (ids)."""
    of_accounts = (entry for one in accounts for entry in (one, _next_to(one), _recovery_of(one), _past_of(one)))
    return (SIGNING_KEY, *of_accounts)


def _next_to(account: str) -> str:
    return f"{account}.next"


def _recovery_of(account: str) -> str:
    return f"{account}.recovery"


def _past_of(account: str) -> str:
    return f"{account}.past"


def _check(secret: str) -> None:
    if not secret:
        raise CoopDeskError("vault.empty")
    if NO_TEXT.search(secret):
        raise CoopDeskError("vault.not_text")
    length = sum(2 if letter > "\uffff" else 1 for letter in secret)
    if length > MAX_LENGTH:
        raise CoopDeskError("vault.too_long", length=length, limit=MAX_LENGTH)


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
