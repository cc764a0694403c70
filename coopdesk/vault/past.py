"""Hashes of secrets that were used before, so that one is known again without being kept.

Argon2id with the least parameters that OWASP's password storage cheat sheet gives (19 MiB, 2 passes): a secret that
was good once is still not to be guessed from its hash, and a dozen of them are compared in well under a second.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MOST = 8
"""How many old secrets of an account are known again; they fit into one entry of the Windows keyring."""


def remember(kept: str | None, secret: str) -> str:
    """Return the hashes kept, with that of `secret` in front and the oldest beyond MOST left out."""
    hashes = kept.split() if kept else []
    return " ".join([_hasher().hash(secret), *hashes][:MOST])


def knows(kept: str | None, secret: str) -> bool:
    """Tell whether one of the hashes kept is that of `secret`."""
    from argon2.exceptions import InvalidHashError, VerifyMismatchError  # noqa: PLC0415 - only who changes one needs it

    for known in kept.split() if kept else []:
        try:
            return _hasher().verify(known, secret)
        except (VerifyMismatchError, InvalidHashError):
            continue  # another secret's, or what another program wrote there
    return False


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - only who changes a secret needs it

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, hash_len=16, salt_len=12)
