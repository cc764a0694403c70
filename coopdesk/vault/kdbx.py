"""Opening a KeePass file, and what can be wrong with one. No error of this room carries a secret."""

from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError

if TYPE_CHECKING:
    from pykeepass import PyKeePass


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
    from construct.core import ConstructError  # noqa: PLC0415 - comes with pykeepass
    from pykeepass import PyKeePass  # noqa: PLC0415 - takes a quarter of a second
    from pykeepass.exceptions import (  # noqa: PLC0415 - likewise
        CredentialsError,
        HeaderChecksumError,
        PayloadChecksumError,
    )

    try:
        return PyKeePass(str(file), password=passphrase)
    except OSError as error:
        raise CoopDeskError(f"{what}.unreadable", file=file.name) from error
    except CredentialsError:
        raise CoopDeskError(f"{what}.passphrase") from None
    except (HeaderChecksumError, PayloadChecksumError, ConstructError, ValueError):
        raise CoopDeskError(f"{what}.damaged", file=file.name) from None
