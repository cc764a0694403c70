"""Secrets in a KeePass file (KDBX 4, Argon2) that the person chose, for a computer without a keyring.

It is locked until its passphrase is given. While it is open KeePassXC may write to it too: what it wrote is read anew.
"""

from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.files import write_whole
from coopdesk.texts import Text, table
from coopdesk.vault.kdbx import NO_TEXT, add_entry, open_file

if TYPE_CHECKING:
    from pykeepass import PyKeePass
    from pykeepass.entry import Entry
    from pykeepass.group import Group

_VERSION = (4, 0)


class _Open(NamedTuple):
    """The open file, and how it lay on the disk when it was read (time in ns, bytes)."""

    database: "PyKeePass"
    stamp: tuple[int, int]


class KeePassStore:
    """One group of a KeePass file."""

    def __init__(self, file: Path, group: str) -> None:
        """Name the file and the group in it; neither need be there yet."""
        self.file, self._group = file, group
        self._open: _Open | None = None
        self._locks = 0
        self._one_at_a_time = RLock()

    def create(self, passphrase: str) -> None:
        """Make the file, empty and open.

        Raises:
            CoopDeskError: the disk refuses.
        """
        from pykeepass import create_database  # noqa: PLC0415 - takes a quarter of a second

        made = BytesIO()
        create_database(made, password=passphrase)
        write_whole(self.file, lambda beside: _write(beside, made.getvalue()))
        self.unlock(passphrase)

    def name(self) -> Text:
        """Return what the person calls it."""
        told = table("vault")["keyring.keepass"]
        return Text(told.bn.format(file=self.file.name), told.en.format(file=self.file.name))

    def is_on(self) -> bool:
        """Tell whether a passphrase is asked for: always."""
        return True

    def is_open(self) -> bool:
        """Tell whether the file is unlocked for now."""
        return self._open is not None

    def lock(self) -> None:
        """Forget what the file holds, and its passphrase; a deed that is under way does not bring them back."""
        self._locks += 1
        self._open = None

    def unlock(self, passphrase: str, _entries: tuple[str, ...] = ()) -> bool:
        """Open the file; False where the passphrase is wrong.

        Raises:
            CoopDeskError: the file cannot be read, is damaged, or of an older kind (`keepass.*`).
        """
        locks = self._locks
        try:
            stamp = self._stamp()
            database = open_file(self.file, passphrase, "keepass")
        except CoopDeskError as error:
            if error.key != "keepass.passphrase":
                raise
            return False
        if database.version != _VERSION or not database.kdf_algorithm.startswith("argon2"):
            raise CoopDeskError("keepass.older", file=self.file.name)
        self._stay_open(_Open(database, stamp), locks)
        return True

    def read(self, entry: str) -> str | None:
        """Return what an entry holds, or None.

        Raises:
            Locked: `vault.file_locked`, the passphrase is wanted first.
            CoopDeskError: the file is gone (`keepass.unreadable`) or damaged.
        """
        with self._one_at_a_time:
            found = self._find(self._now(), entry)
            return None if found is None else found.password

    def holds(self, entry: str) -> bool:
        """Tell whether there is such an entry.

        Raises:
            Locked, CoopDeskError: as `read`.
        """
        with self._one_at_a_time:
            return self._find(self._now(), entry) is not None

    def write(self, entry: str, secret: str) -> None:
        """Put a secret into an entry, and the whole file to the disk.

        Raises:
            Locked, CoopDeskError: as `read`; or the disk refuses: the file is as it was, and locked.
        """
        if NO_TEXT.search(secret):
            raise CoopDeskError("vault.not_text")
        with self._one_at_a_time:
            database = self._now()
            found = self._find(database, entry)
            if found is None:
                group = self._find_group(database) or database.add_group(database.root_group, self._group)
                add_entry(database, group, entry, secret)
            else:
                found.password = secret
            self._save(database)

    def erase(self, entry: str) -> None:
        """Delete an entry; nothing happens where there is none.

        Raises:
            Locked, CoopDeskError: as `write`.
        """
        with self._one_at_a_time:
            database = self._now()
            found = self._find(database, entry)
            if found is not None:
                database.delete_entry(found)
                self._save(database)

    def _now(self) -> "PyKeePass":
        """Return the open file as it is on the disk now."""
        known = self._open
        if known is not None and self._stamp() != known.stamp:
            if not self.unlock(known.database.password):
                self.lock()
            known = self._open
        if known is None:
            raise Locked("vault.file_locked")
        return known.database

    def _save(self, database: "PyKeePass") -> None:
        locks, made = self._locks, BytesIO()
        # The key that opened it closes it again: a new one would take a second more, and the passphrase is the same.
        database.save(made, transformed_key=database.transformed_key)
        try:
            write_whole(self.file, lambda beside: _write(beside, made.getvalue()))
        except CoopDeskError:
            self.lock()  # what is in memory is no longer what is on the disk
            raise
        self._stay_open(_Open(database, self._stamp()), locks)

    def _stay_open(self, known: _Open, locks: int) -> None:
        """Keep the file at hand, unless it was locked since."""
        if self._locks == locks:
            self._open = known

    def _stamp(self) -> tuple[int, int]:
        try:
            now = self.file.stat()
        except OSError as error:
            raise CoopDeskError("keepass.unreadable", file=self.file.name) from error
        return now.st_mtime_ns, now.st_size

    def _find_group(self, database: "PyKeePass") -> "Group | None":
        return next((group for group in database.groups if group.name == self._group), None)

    def _find(self, database: "PyKeePass", entry: str) -> "Entry | None":
        group = self._find_group(database)
        return next((one for one in group.entries if one.title == entry), None) if group is not None else None


def _write(file: Path, data: bytes) -> None:
    file.touch(mode=0o600)
    file.write_bytes(data)
