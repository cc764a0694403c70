"""The handover file: an office's secrets in a KeePass file (KDBX 4, Argon2), which KeePassXC opens too.

No error of this room carries a secret. The file's passphrase is told, never kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError
from coopdesk.texts import table
from coopdesk.vault.kdbx import NO_TEXT, add_entry, open_file

if TYPE_CHECKING:
    from pykeepass.entry import Entry

_ACCOUNT = "CoopDesk account"
_RECOVERY = "CoopDesk recovery"
_PAST = "CoopDesk old passwords"
_REGISTER = "register.zip"


@dataclass(frozen=True, slots=True)
class HandedSecret:
    """One account's secret with what tells it apart for a person: title, user name, address and notes.

    `waiting` is the new secret beside it while a change is under way; `recovery` the way back into the account, as it
    stands in the keyring, and `readable` the same for a person, by name; `past` the hashes by which old secrets are
    known again. What there is not, is empty.
    """

    account: str
    title: str
    user: str
    address: str
    secret: str = field(repr=False)
    notes: str = ""
    waiting: str = field(default="", repr=False)
    recovery: str = field(default="", repr=False)
    past: str = field(default="", repr=False)
    readable: Mapping[str, str] = field(default_factory=dict, repr=False)


def write_file(file: Path, passphrase: str, secrets: tuple[HandedSecret, ...], register: bytes) -> None:
    """Write a handover file: an entry for each secret, and the register's backup as an attachment.

    Raises:
        CoopDeskError: a secret holds what no KeePass file can hold (`handover.not_text`).
        OSError: the disk refuses.
    """
    from pykeepass import create_database  # noqa: PLC0415 - takes a quarter of a second

    # It is written once for nothing: a key that is given spares that the seconds of Argon2. `save` makes the real one.
    database = create_database(BytesIO(), password=passphrase, transformed_key=bytes(32))
    for secret in secrets:
        if any(NO_TEXT.search(text) for text in (secret.secret, secret.waiting, secret.recovery, secret.past)):
            raise CoopDeskError("handover.not_text", name=secret.title)
        entry = add_entry(database, database.root_group, _seen(secret.title), secret.secret)
        entry.username, entry.url, entry.notes = _seen(secret.user), _seen(secret.address), _seen(secret.notes)
        entry.set_custom_property(_ACCOUNT, secret.account)
        readable = {name: _seen(text) for name, text in secret.readable.items()}
        hidden = {_waiting(): secret.waiting, _RECOVERY: secret.recovery, _PAST: secret.past, **readable}
        for name, text in hidden.items():
            if text:
                entry.set_custom_property(name, text, protect=True)
    carrier = add_entry(database, database.root_group, "CoopDesk", "")
    carrier.notes = _REGISTER
    carrier.add_attachment(database.add_binary(register, compressed=True, protected=True), _REGISTER)
    sealed = BytesIO()
    database.save(sealed)
    file.write_bytes(sealed.getvalue())


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
        waiting=entry.custom_properties.get(_waiting()) or "",
        recovery=entry.custom_properties.get(_RECOVERY) or "",
        past=entry.custom_properties.get(_PAST) or "",
    )


def _seen(text: str) -> str:
    """Return the text without the letters that no KeePass file can hold, and no eye sees."""
    return NO_TEXT.sub("", text)


def _waiting() -> str:
    name = table("vault")["handed.waiting"]
    return f"{name.bn} · {name.en}"
