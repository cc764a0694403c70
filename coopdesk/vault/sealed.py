"""A store whose secrets the desk passphrase seals, where the office has chosen one.

The keys stand in an entry of the same store, in boxes. While the passphrase is turned on, changed or turned off, the
boxes say so: killed at any point, every secret opens with the old passphrase or the new one, and whichever opens them
next decides which way the rest goes.
"""

from collections.abc import Iterable
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

    def __init__(self, inner: Store, place: str) -> None:
        """`place` names the store for good: what is sealed opens only there."""
        self._inner, self._place = inner, place
        self._open: _Open | None = None

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
            raise self._why_shut()
        return self._unsealed(entry, kept, known.keys)

    def holds(self, entry: str) -> bool:
        """Tell whether there is such an entry; it may stay sealed."""
        return self._inner.holds(entry)

    def write(self, entry: str, secret: str) -> None:
        """Put a secret into an entry, sealed where the passphrase is on.

        Raises:
            Locked: `vault.sealed`, the passphrase is wanted first.
            CoopDeskError: `vault.too_long_sealed`, it does not fit once it is sealed.
        """
        boxes, known = self._inner.read(BOXES), self._open
        if boxes is None:
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
        """Tell whether there is a desk passphrase."""
        return self._inner.read(BOXES) is not None

    def is_open(self) -> bool:
        """Tell whether the secrets are unsealed for now."""
        return self._open is not None

    def lock(self) -> None:
        """Forget the keys."""
        self._open = None

    def unlock(self, passphrase: str, entries: Iterable[str]) -> bool:
        """Open the secrets; where sealing was broken off, carry it on towards this passphrase.

        Returns:
            False where the passphrase is wrong.

        Raises:
            CoopDeskError: the keyring refuses.
        """
        text = self._inner.read(BOXES)
        if text is None:
            return True
        boxes = _boxes(text)
        for box in boxes.boxes:
            keys = open_box(box, passphrase, self._place)
            if keys is not None:
                self._open = known = _Open(keys, box.to, text)
                if boxes.moving:
                    self._move(entries, known)
                    self._settle(self._only_for(box, keys, passphrase), keys)
                return True
        return False

    def turn_on(self, passphrase: str, entries: Iterable[str]) -> None:
        """Seal every secret in `entries` from now on.

        Raises:
            CoopDeskError: there is a passphrase already (`vault.sealed`), a secret is too long for it
                (`vault.too_long_sealed`; nothing is changed then), or the keyring refuses.
        """
        if self.is_on():
            raise Locked("vault.sealed")
        key_id, key = new_key()
        self._see_that_all_fit(entries, key_id, key)
        box = close_box({key_id: key}, key_id, passphrase, self._place)
        self._move(entries, self._begin({key_id: key}, key_id, box))
        self._settle(box, {key_id: key})

    def change(self, old: str, new: str, entries: Iterable[str]) -> bool:
        """Seal every secret anew under a new passphrase.

        Returns:
            False where the old passphrase is wrong.

        Raises:
            CoopDeskError: the keyring refuses. Old and new passphrase both open the secrets then.
        """
        entries = tuple(entries)
        if not self.unlock(old, entries) or self._open is None:
            return False
        was, (key_id, key) = self._open, new_key()
        both = {**was.keys, key_id: key}
        to_old, to_new = (
            close_box(both, to, passphrase, self._place) for to, passphrase in ((was.to, old), (key_id, new))
        )
        self._move(entries, self._begin(both, key_id, to_old, to_new))
        self._settle(close_box({key_id: key}, key_id, new, self._place), {key_id: key})
        return True

    def turn_off(self, passphrase: str, entries: Iterable[str]) -> bool:
        """Keep every secret as it is from now on, for whoever uses this computer's login.

        Returns:
            False where the passphrase is wrong.

        Raises:
            CoopDeskError: the keyring refuses. The passphrase opens what is still sealed then.
        """
        entries = tuple(entries)
        if not self.unlock(passphrase, entries) or self._open is None:
            return not self.is_on()
        keys = self._open.keys
        box = close_box(keys, PLAIN, passphrase, self._place)
        self._move(entries, self._begin(keys, PLAIN, box))
        self._settle(box, keys)
        return True

    def _begin(self, keys: Keys, to: str, *boxes: Box) -> _Open:
        """Say that sealing is under way, and towards which key."""
        self._put_boxes(boxes, moving=True)
        self._open = known = _Open(keys, to, Boxes(boxes, moving=True).to_json())
        return known

    def _move(self, entries: Iterable[str], known: _Open) -> None:
        """Seal each entry with the key that seals now, or leave it plain."""
        for entry in entries:
            kept = self._inner.read(entry)
            if kept is not None and sealed_with(kept) != known.to:
                self._put(entry, self._unsealed(entry, kept, known.keys), known)

    def _settle(self, box: Box, keys: Keys) -> None:
        """Say that sealing is done: one box is left, or none."""
        if box.to == PLAIN:
            self._inner.erase(BOXES)
            self._open = None
            return
        self._put_boxes((box,), moving=False)
        if self._open is not None:  # the screen was not locked meanwhile
            self._open = _Open({box.to: keys[box.to]}, box.to, Boxes((box,), moving=False).to_json())

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
            if kept is not None:
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

    def _why_shut(self) -> CoopDeskError:
        if self._inner.read(BOXES) is None:
            return CoopDeskError("vault.seal_lost")
        self.lock()
        return Locked("vault.sealed")


def _boxes(text: str) -> Boxes:
    try:
        return Boxes.from_json(text)
    except (ValueError, TypeError, KeyError):
        raise CoopDeskError("vault.seal_lost") from None
