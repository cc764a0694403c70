"""Passwords that nobody chose: from the system's own source of randomness."""

import secrets
from dataclasses import dataclass
from math import log2

LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
DIGITS = "23456789"
SIGNS = "!#$%&*+-=?@_"
"""What platforms take; 0 and O, 1, l and I are left out, since they are taken for one another."""
LENGTH = 16


@dataclass(frozen=True, slots=True)
class Generated:
    """A password, and how many bits of chance are in it."""

    secret: str
    entropy_bits: float


def random_characters(length: int = LENGTH, classes: tuple[str, ...] = (LETTERS, DIGITS, SIGNS)) -> Generated:
    """Return a random password of `length` characters with at least one of each class.

    Each password that has one of each class is as likely as any other: those that lack one are drawn anew. The entropy
    is that of all such passwords, counted by inclusion and exclusion.

    Raises:
        ValueError: there are more classes than characters.
    """
    if length < len(classes):
        raise ValueError("a password needs room for one character of each class")
    alphabet = "".join(classes)
    while True:
        secret = "".join(secrets.choice(alphabet) for _ in range(length))
        if all(set(secret) & set(one) for one in classes):
            return Generated(secret, log2(_how_many(length, [len(one) for one in classes])))


def _how_many(length: int, sizes: list[int]) -> int:
    """Count the texts of `length` that hold at least one of each of the classes of `sizes`."""
    if not sizes:
        return 1
    total = 0
    for left_out in range(1 << len(sizes)):
        kept = sum(size for place, size in enumerate(sizes) if not left_out >> place & 1)
        total += (-1) ** left_out.bit_count() * kept**length
    return total
