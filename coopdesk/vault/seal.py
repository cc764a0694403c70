"""The desk passphrase's cryptography: it opens a box of keys, and a key seals secrets. No keyring here.

A secret is sealed with AES-256-GCM under a random key. The keys lie in boxes, each closed by an Argon2id key (RFC 9106)
from a passphrase. Place and entry are authenticated too, so that no sealed secret can be put where another one stood.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from secrets import token_bytes, token_hex
from unicodedata import normalize

MEMORY_KIB, PASSES = 65_536, 8
"""About half a second a try, here; RFC 9106 asks for 64 MiB and three passes at least."""

_LEAST_KIB, _MOST_KIB, _MOST_PASSES = 8, 1 << 20, 64  # what a box may ask of a computer

_MARK = "CoopDesk-sealed-1:"
_NONCE, _SALT = 12, 16
PLAIN = ""
"""In place of a key's id: secrets are not sealed."""

Keys = Mapping[str, bytes]
"""Keys of 32 bytes by their ids."""


@dataclass(frozen=True, slots=True)
class Box:
    """Keys, closed by one passphrase. `to` is the id of the key that whoever opens it seals with, or PLAIN.

    `salt` and `closed` are in Base64; `memory` is in KiB.
    """

    to: str
    salt: str
    memory: int
    passes: int
    closed: str


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of one place, as they stand in its entry. `moving`: not every secret is sealed as it should be yet."""

    boxes: tuple[Box, ...]
    moving: bool

    def to_json(self) -> str:
        """Return them as they stand in their entry."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, source: str) -> "Boxes":
        """Read what stands in the entry.

        Raises:
            ValueError, TypeError, KeyError: it is not what `to_json` wrote.
        """
        kept = json.loads(source)
        boxes = tuple(Box(**box) for box in kept["boxes"])
        for box in boxes:
            b64decode(box.salt, validate=True)
            b64decode(box.closed, validate=True)
            if not (_LEAST_KIB <= box.memory <= _MOST_KIB and 1 <= box.passes <= _MOST_PASSES):
                raise ValueError("no box of CoopDesk's")
        return cls(boxes, bool(kept["moving"]))


def new_key() -> tuple[str, bytes]:
    """Return a new key and its id."""
    return token_hex(4), token_bytes(32)


def close_box(keys: Keys, to: str, passphrase: str, place: str) -> Box:
    """Close keys into a box that `passphrase` opens."""
    salt = token_bytes(_SALT)
    plain = json.dumps({key_id: _text(key) for key_id, key in keys.items()}).encode()
    closed = _seal(_derive(passphrase, salt, MEMORY_KIB, PASSES), plain, f"{place} {to}")
    return Box(to, _text(salt), MEMORY_KIB, PASSES, _text(closed))


def open_box(box: Box, passphrase: str, place: str) -> Keys | None:
    """Return the keys of a box, or None where the passphrase is not its own."""
    derived = _derive(passphrase, b64decode(box.salt), box.memory, box.passes)
    plain = _unseal(derived, b64decode(box.closed), f"{place} {box.to}")
    if plain is None:
        return None
    return {key_id: b64decode(key) for key_id, key in json.loads(plain).items()}


def seal(secret: str, key_id: str, key: bytes, about: str) -> str:
    """Return a secret sealed under a key; `about` says where it stands, and only there it opens again."""
    return f"{_MARK}{key_id}:{_text(_seal(key, secret.encode(), about))}"


def sealed_with(kept: str) -> str:
    """Return the id of the key that a secret is sealed with, or PLAIN."""
    return kept.removeprefix(_MARK).partition(":")[0] if kept.startswith(_MARK) else PLAIN


def unseal(kept: str, key: bytes, about: str) -> str | None:
    """Return a sealed secret, or None where it was altered or stood elsewhere."""
    try:
        sealed = b64decode(kept.rpartition(":")[2], validate=True)
    except ValueError:
        return None
    plain = _unseal(key, sealed, about)
    return None if plain is None else plain.decode()


def _derive(passphrase: str, salt: bytes, memory: int, passes: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - only who unlocks needs it

    # য় and its like can be typed as one code point or two: the same passphrase either way.
    typed = normalize("NFC", passphrase.strip()).encode()
    return hash_secret_raw(typed, salt, time_cost=passes, memory_cost=memory, parallelism=1, hash_len=32, type=Type.ID)


def _seal(key: bytes, plain: bytes, about: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    nonce = token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, about.encode())


def _unseal(key: bytes, sealed: bytes, about: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
    except (InvalidTag, ValueError):  # ValueError: cut shorter than a nonce
        return None


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")
