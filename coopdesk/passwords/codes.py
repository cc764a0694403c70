"""Codes that can be spoken, and written down by hand."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals, without those that are taken for one another: 0 and O, 1, I and L."""
_GROUPS, _LETTERS = 6, 4


def spoken_code() -> str:
    """Return a random code of six groups of four, as "K7QM-9XPD-…": 118 bits, drawn from the system's own source."""
    letters = [secrets.choice(ALPHABET) for _ in range(_GROUPS * _LETTERS)]
    return "-".join("".join(letters[start : start + _LETTERS]) for start in range(0, len(letters), _LETTERS))


def as_spoken(typed: str) -> str:
    """Return a code that was typed from paper as it was given: capitals, in its groups."""
    letters = [letter for letter in typed.upper() if letter.isalnum()]
    return "-".join("".join(letters[start : start + _LETTERS]) for start in range(0, len(letters), _LETTERS))
