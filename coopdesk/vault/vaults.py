"""The vaults that are in use."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.vault.vault import Vault


class Vaults:
    """The vaults of a data folder's registers: what is unlocked stays so from one deed to the next, until `lock`."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is asked yet."""
        self._folder = folder
        self._made: dict[str, Vault] = {}

    def of(self, register_id: str) -> "Vault":
        """Return a register's vault."""
        if register_id not in self._made:
            # Who reveals no secret, such as `coopdesk check`, need not load what keeps them.
            from coopdesk.vault.home import Home  # noqa: PLC0415
            from coopdesk.vault.vault import Vault  # noqa: PLC0415

            self._made[register_id] = Vault(Home(register_id, self._folder))
        return self._made[register_id]

    def are_open(self) -> bool:
        """Tell whether a passphrase has unlocked any for now; asks nobody, so that the window may."""
        return any(vault.home.is_open() for vault in self._made.values())

    def lock(self) -> None:
        """Lock all at once, where a passphrase is set; asks nobody."""
        for vault in tuple(self._made.values()):
            vault.home.lock()
