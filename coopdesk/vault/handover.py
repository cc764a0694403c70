"""The handover file: an office's secrets in a KeePass file (KDBX 4, Argon2), which KeePassXC opens too.

No error of this room carries a secret. The file's passphrase is told, never kept.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError
from coopdesk.vault.kdbx import open_file

if TYPE_CHECKING:
    from pykeepass.entry import Entry

_ACCOUNT = "CoopDesk account"
_RECOVERY = "CoopDesk recovery"
_REGISTER = "register.zip"


@dataclass(frozen=True, slots=True)
class HandedSecret:
    """One account's secret with what tells it apart for a person: title, user name, address and notes.

    `recovery` is the way back into it, as it stands in the keyring; empty where none is kept.
    """

    account: str
    title: str
    user: str
    address: str
    secret: str
    notes: str = ""
    recovery: str = ""


def write_file(file: Path, passphrase: str, secrets: tuple[HandedSecret, ...], register: bytes) -> None:
    """Write a handover file: an entry for each secret, and the register's backup as an attachment.

    Raises:
        OSError: the disk refuses.
    """
    from pykeepass import create_database  # noqa: PLC0415 - takes a quarter of a second

    database = create_database(str(file), password=passphrase)
    for secret in secrets:
        entry = database.add_entry(
            database.root_group, secret.title, secret.user, secret.secret, url=secret.address, notes=secret.notes
        )
        entry.set_custom_property(_ACCOUNT, secret.account)
        if secret.recovery:
            entry.set_custom_property(_RECOVERY, secret.recovery, protect=True)
    carrier = database.add_entry(database.root_group, "CoopDesk", "", "", notes=_REGISTER)
    carrier.add_attachment(database.add_binary(register, compressed=True, protected=True), _REGISTER)
    database.save()


def read_file(file: Path, passphrase: str) -> tuple[tuple[HandedSecret, ...], bytes]:
    """Return the secrets of a handover file, and the register's backup.

    Raises:
        CoopDeskError: it cannot be read (`handover.unreadable`), the passphrase is wrong (`handover.passphrase`), it is
            no KeePass file or a damaged one (`handover.damaged`), or one of another kind (`handover.foreign`).
    """
    database = open_file(file, passphrase, "handover")
    registers = [part.data for entry in database.entries for part in entry.attachments if part.filename == _REGISTER]
    if not registers:
        raise CoopDeskError("handover.foreign", file=file.name)
    return tuple(_secret(entry) for entry in database.entries if _ACCOUNT in entry.custom_properties), registers[0]


def _secret(entry: "Entry") -> HandedSecret:
    return HandedSecret(
        account=entry.custom_properties[_ACCOUNT],
        title=entry.title or "",
        user=entry.username or "",
        address=entry.url or "",
        secret=entry.password or "",
        notes=entry.notes or "",
        recovery=entry.custom_properties.get(_RECOVERY) or "",
    )
