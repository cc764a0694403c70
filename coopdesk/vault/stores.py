"""Where secrets can lie. A store holds texts by the names of their entries, and knows nothing of what they mean."""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING, Protocol, TypeVar

from coopdesk.errors import CoopDeskError
from coopdesk.log import LOGGER
from coopdesk.texts import Text
from coopdesk.vault.keyrings import kind_of, known_errors, meaning, name_of, usable_keyring

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

MAX_LENGTH = 1280
"""In UTF-16 units: Windows holds 2,560 bytes (jaraco/keyring issues 355, 540), and a register may move there."""

_Answer = TypeVar("_Answer")


class Store(Protocol):
    """One place for secrets. Each deed raises a `CoopDeskError` where the place cannot do it."""

    def name(self) -> Text:
        """Return what the person calls it."""

    def read(self, entry: str) -> str | None:
        """Return what an entry holds, or None where there is no such entry."""

    def holds(self, entry: str) -> bool:
        """Tell whether there is such an entry, which needs no passphrase but a KeePass file's."""

    def write(self, entry: str, secret: str) -> None:
        """Put a secret into an entry, in place of what it held."""

    def erase(self, entry: str) -> None:
        """Delete an entry; nothing happens where there is none."""


class KeyringStore:
    """The computer's own keyring, under one service name."""

    def __init__(self, service: str) -> None:
        """Name the service; the keyring is not asked yet."""
        self._service = service
        self._one_at_a_time = RLock()

    def name(self) -> Text:
        """Return the keyring's name.

        Raises:
            CoopDeskError: `vault.none`, there is no usable one.
        """
        return name_of(usable_keyring())

    def read(self, entry: str) -> str | None:
        """Return what an entry holds, or None."""
        return self._ask(lambda keyring: keyring.get_password(self._service, entry))

    def holds(self, entry: str) -> bool:
        """Tell whether there is such an entry, also where what it holds is no text."""
        try:
            return self.read(entry) is not None
        except CoopDeskError as error:
            if error.key != "vault.unreadable":
                raise
            return True

    def write(self, entry: str, secret: str) -> None:
        """Put a secret into an entry."""
        self._ask(lambda keyring: keyring.set_password(self._service, entry, secret))

    def erase(self, entry: str) -> None:
        """Delete an entry.

        Raises:
            CoopDeskError: the keyring still has it (`vault.not_deleted`), or as all deeds.
        """
        try:
            self._ask(lambda keyring: keyring.delete_password(self._service, entry))
        except CoopDeskError as error:
            # A keyring refuses also where there is nothing to delete; reading tells the two apart.
            if error.key != "vault.refused":
                raise
        if self.read(entry) is not None:
            raise CoopDeskError("vault.not_deleted")

    def _ask(self, deed: "Callable[[KeyringBackend], _Answer]") -> _Answer:
        keyring = usable_keyring()
        try:
            with self._one_at_a_time:  # some keyrings move an entry aside while they write another
                return deed(keyring)
        except known_errors() as error:
            trouble = meaning(error)
            LOGGER.warning("the keyring failed: %s", kind_of(error))
        # Raised out here, so that the backend's error, which may hold the secret, is not its context.
        raise CoopDeskError(trouble)
