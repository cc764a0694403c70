"""One form for names that look the same."""

import re
import unicodedata
from functools import lru_cache

from coopdesk.bangla.digits import to_bangla

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LOOK_ALIKES = {"অা": "আ", "ব\u09bc": "র"}
_SPACE = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r"\s+(?=[,;।:])")
_COMMA = re.compile(r",\s*")
_DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
_LETTER = re.compile(r"[\u0980-\u09e5\u09f0-\u09ff]")
_LATIN = re.compile(r"[A-Za-z]")


def tidy(text: str) -> str:
    """Return `text` in NFC (য়, ড়, ঢ় as two code points), single spaces and none at its ends: shown and stored so."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def visible(text: str) -> str:
    """Return `text` without the signs that the eye does not see: ZWJ, ZWNJ, soft hyphens and their like."""
    return text.translate(_INVISIBLE)


@lru_cache(maxsize=65_536)  # the addresses, names and descriptions of 10,000 accounts
def normal_form(name: str) -> str:
    """Return the form by which two names are compared.

    Without what the eye does not see: how a letter was typed (অ and া for আ, too), ZWJ and ZWNJ, spaces around a
    comma, which digits, which dash, capitals.
    """
    plain = tidy(unicodedata.normalize("NFD", visible(name)).casefold()).translate(_DASHES)
    for typed, letter in _LOOK_ALIKES.items():
        plain = plain.replace(typed, letter)
    plain = _COMMA.sub(", ", _SPACE_BEFORE.sub("", plain))
    return to_bangla(plain).strip()


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same after normalisation."""
    return normal_form(one) == normal_form(other)


def first_bangla(text: str) -> int:
    """Return the place of the first Bangla letter or sign, or -1."""
    found = _LETTER.search(text)
    return found.start() if found else -1


def first_latin(text: str) -> int:
    """Return the place of the first Latin letter, or -1."""
    found = _LATIN.search(text)
    return found.start() if found else -1
