"""A store whose secrets the desk passphrase seals, where the office has chosen one.

The keys stand in an entry of the same store, in boxes. While the passphrase is turned on, changed or turned off, the
boxes say so: killed at any point, every secret opens with the old passphrase or the new one, and whichever opens them
next decides which way the rest goes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.texts import Text
from coopdesk.vault.seal import (
    PLAIN,
    Box,
    Boxes,
    Keys,
    close_box,
    new_key,
    open_box,
    seal,
    sealed_with,
    unseal,
)
from coopdesk.vault.stores import MAX_LENGTH, Store

BOXES = "seal"
"""The entry that holds the boxes."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What opens the secrets: the keys, the id of the one that seals, and the boxes' text that they came from."""

    keys: Keys
    to: str
    boxes: str


class SealedStore:
    """Seals what goes into `inner` and unseals what comes out; without a desk passphrase, it hands both on."""

    def __init__(self, inner: Store, place: str, is_expected: Callable[[], bool]) -> None:
        """`place` names the store for good: what is sealed opens only there.

        `is_expected` tells whether this computer knows of a passphrase: then boxes that are missing were deleted.
        """
        self._inner, self._place, self._is_expected = inner, place, is_expected
        self._open: _Open | None = None
        self._locks = 0

    def name(self) -> Text:
        """Return the inner store's name."""
        return self._inner.name()

    def read(self, entry: str) -> str | None:
        """Return what an entry holds, unsealed.

        Raises:
            Locked: `vault.sealed`, the passphrase is wanted first.
            CoopDeskError: the keys are gone (`vault.seal_lost`), or the entry was altered (`vault.unreadable`).
        """
        kept, known = self._inner.read(entry), self._open
        if kept is None or sealed_with(kept) == PLAIN:
            return kept
        if known is None or sealed_with(kept) not in known.keys:
            raise self._why_shut(known)
        return self._unsealed(entry, kept, known.keys)

    def holds(self, entry: str) -> bool:
        """Tell whether there is such an entry; it may stay sealed."""
        return self._inner.holds(entry)

    def write(self, entry: str, secret: str) -> None:
        """Put a secret into an entry, sealed where the passphrase is on.

        Raises:
            Locked: `vault.sealed`, the passphrase is wanted first.
            CoopDeskError: it does not fit once it is sealed (`vault.too_long_sealed`), or somebody deleted the keys
                (`vault.keys_gone`): nothing is written plain where it was to be sealed.
        """
        boxes, known = self._inner.read(BOXES), self._open
        if boxes is None:
            if self._is_expected():
                raise CoopDeskError("vault.keys_gone")
            self.lock()  # another window turned the passphrase off
            self._inner.write(entry, secret)
        elif known is not None and known.boxes == boxes:
            self._put(entry, secret, known)
        else:  # locked, or the passphrase was changed by another window
            self.lock()
            raise Locked("vault.sealed")

    def erase(self, entry: str) -> None:
        """Delete an entry."""
        self._inner.erase(entry)

    def is_on(self) -> bool:
        """Tell whether there is a desk passphrase, or was until somebody deleted its keys."""
        return self.has_keys() or self._is_expected()

    def has_keys(self) -> bool:
        """Tell whether the passphrase's keys are there."""
        return self._inner.read(BOXES) is not None

    def is_open(self) -> bool:
        """Tell whether the secrets are unsealed for now."""
        return self._open is not None

    def lock(self) -> None:
        """Forget the keys; a deed that is under way does not bring them back."""
        self._locks += 1
        self._open = None

    def unlock(self, passphrase: str, entries: Iterable[str]) -> bool:
        """Open the secrets; where sealing was broken off, carry it on towards this passphrase.

        Returns:
            False where the passphrase is wrong.

        Raises:
            CoopDeskError: the keys are gone (`vault.keys_gone`), or the keyring refuses.
        """
        return self._settled(passphrase, entries, self._locks) is not None

    def turn_on(self, passphrase: str, entries: Iterable[str]) -> None:
        """Seal every secret in `entries` from now on.

        Raises:
            CoopDeskError: there is a passphrase already (`vault.on_already`), a secret is too long for it
                (`vault.too_long_sealed`; nothing is changed then), or the keyring refuses.
        """
        locks, entries = self._locks, tuple(entries)
        if self.has_keys():
            raise CoopDeskError("vault.on_already")
        key_id, key = new_key()
        self._see_that_all_fit(entries, key_id, key)
        box = close_box({key_id: key}, key_id, passphrase, self._place)
        self._move(entries, self._begin({key_id: key}, key_id, locks, box))
        self._settle(box, {key_id: key}, locks)

    def change(self, old: str, new: str, entries: Iterable[str]) -> bool:
        """Seal every secret anew under a new passphrase.

        Returns:
            False where the old passphrase is wrong.

        Raises:
            CoopDeskError: the keyring refuses. Old and new passphrase both open the secrets then.
        """
        locks, entries = self._locks, tuple(entries)
        opened = self._settled(old, entries, locks)
        if opened is None:
            return False
        key_id, key = new_key()
        both = {**opened.keys, key_id: key}
        to_old, to_new = (
            close_box(both, to, passphrase, self._place) for to, passphrase in ((opened.to, old), (key_id, new))
        )
        self._move(entries, self._begin(both, key_id, locks, to_old, to_new))
        self._settle(close_box({key_id: key}, key_id, new, self._place), {key_id: key}, locks)
        return True

    def turn_off(self, passphrase: str, entries: Iterable[str]) -> bool:
        """Keep every secret as it is from now on, for whoever uses this computer's login.

        Returns:
            False where the passphrase is wrong.

        Raises:
            CoopDeskError: the keyring refuses. The passphrase opens what is still sealed then.
        """
        locks, entries = self._locks, tuple(entries)
        opened = self._settled(passphrase, entries, locks)
        if opened is None:
            return False
        if opened.to != PLAIN:
            box = close_box(opened.keys, PLAIN, passphrase, self._place)
            self._move(entries, self._begin(opened.keys, PLAIN, locks, box))
            self._settle(box, opened.keys, locks)
        return True

    def start_anew(self, entries: Iterable[str]) -> None:
        """Delete all that is sealed, and the passphrase's keys: the way out where the passphrase is forgotten."""
        for entry in entries:
            kept = self._inner.read(entry)
            if kept is not None and sealed_with(kept) != PLAIN:
                self._inner.erase(entry)
        self._inner.erase(BOXES)
        self.lock()

    def _opened(self, passphrase: str) -> tuple[_Open, Box, bool] | None:
        """Return what a passphrase opens, its box, and whether sealing is under way; None where it is wrong."""
        text = self._inner.read(BOXES)
        if text is None:
            raise CoopDeskError("vault.keys_gone")
        boxes = _boxes(text)
        for box in boxes.boxes:
            keys = open_box(box, passphrase, self._place)
            if keys is not None:
                return _Open(keys, box.to, text), box, boxes.moving
        return None

    def _settled(self, passphrase: str, entries: Iterable[str], locks: int) -> _Open | None:
        """Open what a passphrase opens, and finish what was under way; None where it is wrong."""
        opened = self._opened(passphrase)
        if opened is None:
            return None
        known, box, moving = opened
        self._stay_open(known, locks)
        if moving:
            self._move(entries, known)
            self._settle(self._only_for(box, known.keys, passphrase), known.keys, locks)
        return known

    def _begin(self, keys: Keys, to: str, locks: int, *boxes: Box) -> _Open:
        """Say that sealing is under way, and towards which key."""
        self._put_boxes(boxes, moving=True)
        known = _Open(keys, to, Boxes(boxes, moving=True).to_json())
        self._stay_open(known, locks)
        return known

    def _move(self, entries: Iterable[str], known: _Open) -> None:
        """Seal each entry with the key that seals now, or leave it plain. What does not open is left as it lies."""
        for entry in entries:
            kept = self._inner.read(entry)
            if kept is None or sealed_with(kept) == known.to:
                continue
            try:
                secret = self._unsealed(entry, kept, known.keys)
            except CoopDeskError:  # altered, or sealed with keys that are gone: reading it says so
                continue
            self._put(entry, secret, known)

    def _settle(self, box: Box, keys: Keys, locks: int) -> None:
        """Say that sealing is done: one box is left, or none."""
        if box.to == PLAIN:
            self._inner.erase(BOXES)
            self._open = None
            return
        self._put_boxes((box,), moving=False)
        self._stay_open(_Open({box.to: keys[box.to]}, box.to, Boxes((box,), moving=False).to_json()), locks)

    def _stay_open(self, known: _Open, locks: int) -> None:
        """Keep the keys at hand, unless the secrets were locked since."""
        if self._locks == locks:
            self._open = known

    def _only_for(self, box: Box, keys: Keys, passphrase: str) -> Box:
        """Return the box without the keys that nothing is sealed with any more."""
        return box if box.to == PLAIN else close_box({box.to: keys[box.to]}, box.to, passphrase, self._place)

    def _put(self, entry: str, secret: str, known: _Open) -> None:
        """Write an entry sealed as it should be, and see that it comes back."""
        written = secret if known.to == PLAIN else self._fitting(entry, secret, known.to, known.keys[known.to])
        self._inner.write(entry, written)
        if self._inner.read(entry) != written:
            raise CoopDeskError("vault.differs")

    def _put_boxes(self, boxes: tuple[Box, ...], *, moving: bool) -> None:
        text = Boxes(boxes, moving).to_json()
        self._inner.write(BOXES, text)
        if self._inner.read(BOXES) != text:
            raise CoopDeskError("vault.differs")

    def _see_that_all_fit(self, entries: Iterable[str], key_id: str, key: bytes) -> None:
        for entry in entries:
            kept = self._inner.read(entry)
            if kept is not None and sealed_with(kept) == PLAIN:
                self._fitting(entry, kept, key_id, key)

    def _fitting(self, entry: str, secret: str, key_id: str, key: bytes) -> str:
        sealed = seal(secret, key_id, key, self._about(entry))
        if len(sealed) > MAX_LENGTH:
            raise CoopDeskError("vault.too_long_sealed")
        return sealed

    def _unsealed(self, entry: str, kept: str, keys: Keys) -> str:
        key_id = sealed_with(kept)
        if key_id == PLAIN:
            return kept
        if key_id not in keys:
            raise CoopDeskError("vault.seal_lost")
        secret = unseal(kept, keys[key_id], self._about(entry))
        if secret is None:
            raise CoopDeskError("vault.unreadable")
        return secret

    def _about(self, entry: str) -> str:
        return f"{self._place} {entry}"

    def _why_shut(self, known: _Open | None) -> CoopDeskError:
        boxes = self._inner.read(BOXES)
        if boxes is None or (known is not None and known.boxes == boxes):  # no passphrase brings those keys back
            return CoopDeskError("vault.seal_lost")
        self.lock()
        return Locked("vault.sealed")


def _boxes(text: str) -> Boxes:
    try:
        return Boxes.from_json(text)
    except (ValueError, TypeError, KeyError):
        raise CoopDeskError("vault.keys_gone") from None
