"""Opening a KeePass file, and what can be wrong with one. No error of this room carries a secret."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from coopdesk.errors import CoopDeskError

if TYPE_CHECKING:
    from pykeepass import PyKeePass
    from pykeepass.entry import Entry
    from pykeepass.group import Group

NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A letter that XML, and so a KeePass file, cannot hold."""

_MOST_ROUNDS = 1 << 27  # of AES, in the older kinds: about two minutes
_MOST_BYTES, _MOST_WORK = 1 << 30, 1 << 36  # of Argon2: at once, and over all passes (about a minute)


def open_file(file: Path, passphrase: str, what: str) -> "PyKeePass":
    """Open a KeePass file.

    Args:
        file: where it lies.
        passphrase: what opens it.
        what: the room of the texts that say what is wrong ("handover", "keepass").

    Raises:
        CoopDeskError: it cannot be read (`‹what›.unreadable`), the passphrase is wrong (`‹what›.passphrase`), or it is
            no KeePass file or a damaged one (`‹what›.damaged`).
    """
    from argon2.exceptions import HashingError  # noqa: PLC0415 - comes with pykeepass
    from construct.core import ConstructError  # noqa: PLC0415 - as above
    from pykeepass import PyKeePass  # noqa: PLC0415 - takes a quarter of a second
    from pykeepass.exceptions import (  # noqa: PLC0415 - likewise
        CredentialsError,
        HeaderChecksumError,
        PayloadChecksumError,
    )

    damages = (HeaderChecksumError, PayloadChecksumError, ConstructError, HashingError)
    try:
        # With a key that is given the head alone is read and compared with its SHA-256, without Argon2's seconds.
        _see_that_sane(PyKeePass(str(file), transformed_key=bytes(32), decrypt=False))
        return PyKeePass(str(file), password=passphrase)
    except OSError as error:
        raise CoopDeskError(f"{what}.unreadable", file=file.name) from error
    except CredentialsError:
        raise CoopDeskError(f"{what}.passphrase") from None
    except (*damages, ValueError, LookupError, AttributeError, OverflowError):
        raise CoopDeskError(f"{what}.damaged", file=file.name) from None


def add_entry(database: "PyKeePass", group: "Group", title: str, secret: str) -> "Entry":
    """Add an entry, whatever its title and whatever others are called."""
    # PyKeePass looks for one of the same name, with a search that a quotation mark ends: it is named afterwards.
    entry = database.add_entry(group, uuid4().hex, "", secret)
    entry.title = title
    return entry


def _see_that_sane(database: "PyKeePass") -> None:
    """See that a file asks for no key that takes this computer's memory or the person's day.

    Raises:
        ValueError: it does, or for one of an unknown kind.
        LookupError, AttributeError: its head lacks what a head needs.
    """
    from pykeepass.kdbx_parsing.kdbx4 import kdf_uuids  # noqa: PLC0415 - as above

    head, (major, _minor) = database.kdbx.header.value.dynamic_header, database.version
    asked = {} if major < 4 else {name: one.value for name, one in head.kdf_parameters.data.dict.items()}
    if asked.get("$UUID") in (kdf_uuids["argon2"], kdf_uuids["argon2id"]):
        memory, work = asked["M"], asked["M"] * asked["I"]
        sane = memory <= _MOST_BYTES and 0 < work <= _MOST_WORK and asked["P"] > 0
    elif not asked or asked["$UUID"] == kdf_uuids["aeskdf"]:
        sane = (asked["R"] if asked else head.transform_rounds.data) <= _MOST_ROUNDS
    else:
        sane = False
    if not sane:
        raise ValueError("no sane key derivation")
