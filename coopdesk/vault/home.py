"""Where one register's secrets lie on this computer, and the passphrase that locks them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.texts import Said, Text
from coopdesk.vault.keepass import KeePassStore
from coopdesk.vault.place import Patience, place_in, put_place
from coopdesk.vault.sealed import BOXES, SealedStore
from coopdesk.vault.stores import KeyringStore, Store

_PROBE, _PROBED = "coopdesk-probe", "CoopDesk"


class Key(StrEnum):
    """Whose passphrase locks the secrets, if any does."""

    NONE = "none"
    DESK = "desk"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class VaultStatus:
    """Where secrets lie (None where no place is usable), and what keeps it from working, if anything does.

    `key` is the passphrase that locks them, `minutes` the idle time after which it does; `locked` says that it alone is
    wanted.
    """

    keyring: Text | None
    trouble: Said | None
    key: Key = Key.NONE
    minutes: int = 0
    locked: bool = False

    @property
    def usable(self) -> bool:
        """Whether secrets can be kept and revealed now."""
        return self.trouble is None


class Home:
    """The keyring's service "CoopDesk/<register id>", or the group "CoopDesk <register id>" of a KeePass file.

    Each deed but `is_open` and `lock` may take long: keep it off the GUI thread.
    """

    def __init__(self, register_id: str, folder: Path) -> None:
        """Name the register and its folder, where this computer notes where the secrets lie. Nothing is asked yet."""
        self._folder, self._patience = folder, Patience(folder)
        service = f"CoopDesk/{register_id}"
        self._keyring = SealedStore(KeyringStore(service), service, lambda: place_in(folder).sealed)
        self._group = f"CoopDesk {register_id}"  # KeePassXC takes a slash for a group within a group
        self._file: KeePassStore | None = None

    @property
    def store(self) -> SealedStore | KeePassStore:
        """The store that holds the secrets now."""
        chosen = place_in(self._folder).keepass
        if not chosen:
            return self._keyring
        if self._file is None or self._file.file != Path(chosen):
            self._file = KeePassStore(Path(chosen), self._group)
        return self._file

    @property
    def file(self) -> Path | None:
        """The KeePass file that holds the secrets, or None where the keyring does."""
        chosen = place_in(self._folder).keepass
        return Path(chosen) if chosen else None

    @property
    def minutes(self) -> int:
        """The idle time that locks the secrets again."""
        return place_in(self._folder).minutes

    def stay_open(self, minutes: int) -> None:
        """Set the idle time that locks the secrets again."""
        put_place(self._folder, replace(place_in(self._folder), minutes=minutes))

    def is_open(self) -> bool:
        """Tell whether a passphrase has unlocked the secrets for now; asks nobody, so that the window may."""
        return self._keyring.is_open() or (self._file is not None and self._file.is_open())

    def lock(self) -> None:
        """Lock the secrets at once, where a passphrase is set; asks nobody."""
        self._keyring.lock()
        if self._file is not None:
            self._file.lock()

    def unlock(self, passphrase: str, entries: tuple[str, ...]) -> None:
        """Unlock the secrets until they are locked again; `entries` are all there may be.

        Raises:
            CoopDeskError: the passphrase is wrong (`vault.passphrase`), or too many wrong ones came just now
                (`vault.wait`).
        """
        self._try(lambda: self.store.unlock(passphrase, entries))
        if not isinstance(self.store, KeePassStore):
            self._note_sealed(self._keyring.has_keys())

    def turn_on(self, passphrase: str, entries: tuple[str, ...]) -> None:
        """Seal every secret with a desk passphrase from now on.

        Raises:
            CoopDeskError: a KeePass file has its own (`vault.file_has_one`), or as `SealedStore.turn_on`.
        """
        if isinstance(self.store, KeePassStore):
            raise CoopDeskError("vault.file_has_one")
        self._keyring.turn_on(passphrase, entries)
        self._note_sealed(True)

    def change_passphrase(self, old: str, new: str, entries: tuple[str, ...]) -> None:
        """Seal every secret anew under another desk passphrase.

        Raises:
            CoopDeskError: the old passphrase is wrong, or as `SealedStore.change`.
        """
        self._try(lambda: self._keyring.change(old, new, entries))

    def turn_off(self, passphrase: str, entries: tuple[str, ...]) -> None:
        """Keep every secret unsealed from now on.

        Raises:
            CoopDeskError: the passphrase is wrong, or as `SealedStore.turn_off`.
        """
        noted = place_in(self._folder).sealed
        self._note_sealed(False)  # first: after a crash the keys say themselves that it is still on
        try:
            self._try(lambda: self._keyring.turn_off(passphrase, entries))
        except CoopDeskError:
            self._note_sealed(noted)  # another window may have turned it off meanwhile
            raise

    def start_anew(self, entries: tuple[str, ...]) -> None:
        """Delete every sealed secret, or leave the KeePass file: the way out where the passphrase is forgotten.

        Raises:
            CoopDeskError: the keyring refuses. It can be done again then.
        """
        if not isinstance(self.store, KeePassStore):
            self._keyring.start_anew(entries)
        put_place(self._folder, replace(place_in(self._folder), keepass="", sealed=False))

    def move_to_file(self, file: Path, passphrase: str, entries: tuple[str, ...]) -> None:
        """Keep the secrets in a KeePass file from now on: made where there is none, else opened.

        What the keyring holds goes along, and is deleted there once the file is the place.

        Raises:
            CoopDeskError: the passphrase does not open the file, it is no good (`keepass.*`), or the disk refuses. The
                keyring is the place then, as before.
        """
        file = file.absolute()
        store = KeePassStore(file, self._group)
        if not file.exists():
            store.create(passphrase)
        else:
            self._try(lambda: store.unlock(passphrase), "keepass.passphrase")
        before = self.store
        held = _copy(before, store, entries)
        put_place(self._folder, replace(place_in(self._folder), keepass=str(file), sealed=False))
        self._file = store
        _clear_out(before, held)

    def move_to_keyring(self, entries: tuple[str, ...]) -> None:
        """Keep the secrets in the keyring from now on; what the KeePass file holds goes along, and is deleted there.

        Raises:
            Locked: the file's passphrase is wanted first.
            CoopDeskError: the keyring refuses. The file is the place then, as before.
        """
        before = self.store
        held = _copy(before, self._keyring, entries)
        put_place(self._folder, replace(place_in(self._folder), keepass=""))
        _clear_out(before, held)

    def status(self) -> VaultStatus:
        """Say where secrets lie and whether that works, by reading; a locked keyring may ask for its password."""
        return self._looked_at(_read_probe)

    def see_that_it_works(self) -> None:
        """See, by reading, that secrets can be kept here.

        Raises:
            CoopDeskError: they cannot, and why.
        """
        _read_probe(self.store)

    def test(self) -> VaultStatus:
        """Say where secrets lie and whether that works, by writing a probe, reading it and deleting it."""
        return self._looked_at(_try_probe)

    def _looked_at(self, probe: Callable[[Store], None]) -> VaultStatus:
        store, minutes, key = self.store, self.minutes, Key.NONE
        try:
            found = store.name()
        except CoopDeskError as error:
            return VaultStatus(None, error.said)
        try:
            if store.is_on():
                key = Key.FILE if isinstance(store, KeePassStore) else Key.DESK
            probe(store)
        except CoopDeskError as error:
            return VaultStatus(found, error.said, key, minutes, isinstance(error, Locked))
        return VaultStatus(found, None, key, minutes)

    def _try(self, unlock: Callable[[], bool], wrong: str = "vault.passphrase") -> None:
        self._patience.ask()
        right = unlock()
        self._patience.note(right=right)
        if not right:
            raise CoopDeskError(wrong)

    def _note_sealed(self, sealed: bool) -> None:
        place = place_in(self._folder)
        if place.sealed is not sealed:
            put_place(self._folder, replace(place, sealed=sealed))


def _copy(source: Store, target: Store, entries: tuple[str, ...]) -> list[str]:
    """Copy what `source` holds, and see that `target` gives it back; return its entries."""
    held = []
    for entry in entries:
        try:
            secret = source.read(entry)
        except CoopDeskError as error:
            if error.key == "vault.none":  # this computer has no keyring: there is nothing to take along
                return []
            raise
        if secret is not None:
            target.write(entry, secret)
            if target.read(entry) != secret:
                raise CoopDeskError("vault.differs")
            held.append(entry)
    return held


def _clear_out(store: Store, held: list[str]) -> None:
    """Delete what was taken along, and the desk passphrase that sealed it."""
    for entry in (*held, BOXES) if held else ():
        store.erase(entry)


def _read_probe(store: Store) -> None:
    store.read(_PROBE)


def _try_probe(store: Store) -> None:
    store.write(_PROBE, _PROBED)
    if store.read(_PROBE) != _PROBED:
        raise CoopDeskError("vault.differs")
    store.erase(_PROBE)
