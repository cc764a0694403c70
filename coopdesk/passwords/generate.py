"""Passwords that nobody chose: from the system's own source of randomness (`secrets`)."""

import secrets
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import Final

from coopdesk import resources
from coopdesk.texts import Language

LENGTH: Final = 20
LENGTHS: Final = range(8, 65)
"""The lengths that are offered: from what NIST SP 800-63B-4 takes at least, to what it asks platforms to take."""
WORDS: Final = 5
WORD_COUNTS: Final = range(5, 9)
"""How many words are offered: of four, one among thousands has a word twice and is no longer judged 4 of 4."""
SEPARATOR: Final = "-"

SMALL: Final = "abcdefghijklmnopqrstuvwxyz"
CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = "0123456789"
SIGNS: Final = "!#$%&*+-=?@_"
"""Signs that platforms take and that stand on every keyboard: no quotes, brackets, slashes or spaces."""
LOOK_ALIKES: Final = frozenset("0OoIl1")
_LISTS: Final[dict[Language, str]] = {"bn": "phrase-bn", "en": "phrase-latin"}


@dataclass(frozen=True, slots=True)
class Generated:
    """A password, and how many bits of chance are in it: 2 to that power are as likely as this one."""

    secret: str
    entropy_bits: float


@dataclass(frozen=True, slots=True)
class Accepted:
    """Which characters a platform takes; `look_alikes` tells whether those taken for one another may be among them."""

    letters: bool = True
    digits: bool = True
    signs: bool = True
    look_alikes: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """The characters of each class chosen; small letters and capitals are two, since many platforms want both."""
        groups = ((self.letters, (SMALL, CAPITALS)), (self.digits, (DIGITS,)), (self.signs, (SIGNS,)))
        chosen = [one for taken, group in groups if taken for one in group]
        left_out = frozenset() if self.look_alikes else LOOK_ALIKES
        return tuple("".join(sign for sign in one if sign not in left_out) for one in chosen)


ALL_ACCEPTED: Final = Accepted()


def random_characters(length: int = LENGTH, accepted: Accepted = ALL_ACCEPTED) -> Generated:
    """Return a random password with at least one character of each class chosen.

    Each such password is as likely as any other: one that lacks a class is thrown away whole and drawn anew. So the
    entropy is exactly the logarithm of how many there are, counted by inclusion and exclusion.

    Args:
        length: in characters.
        accepted: what the platform takes.

    Raises:
        ValueError: no class is chosen, or there are more classes than characters.
    """
    classes = accepted.classes
    if not classes or length < len(classes):
        raise ValueError("a password needs a class, and room for one character of each")
    alphabet = "".join(classes)
    while True:
        secret = "".join(secrets.choice(alphabet) for _ in range(length))
        if all(not set(secret).isdisjoint(one) for one in classes):
            return Generated(secret, log2(_how_many(length, classes)))


def passphrase(words: int = WORDS, language: Language = "bn", separator: str = SEPARATOR) -> Generated:
    """Return random words of one list, each as likely as any other and free to come twice.

    Args:
        words: how many.
        language: "bn" for Bangla words, "en" for English ones in Latin letters.
        separator: what stands between them. It adds nothing to the entropy, which is `words` times the list's.

    Raises:
        ValueError: not even one word is asked for.
    """
    if words < 1:
        raise ValueError("a passphrase needs a word")
    known = phrase_words(language)
    return Generated(separator.join(secrets.choice(known) for _ in range(words)), words * log2(len(known)))


@cache
def phrase_words(language: Language) -> tuple[str, ...]:
    """Return the words for passphrases, `resources/words/phrase-*.txt`, read once."""
    text = resources.path("words", f"{_LISTS[language]}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


def _how_many(length: int, classes: tuple[str, ...]) -> int:
    """Count the texts of `length` that hold at least one of each class."""
    total = 0
    for left_out in range(1 << len(classes)):
        kept = sum(len(one) for place, one in enumerate(classes) if not left_out >> place & 1)
        total += (-1) ** left_out.bit_count() * kept**length
    return total
