"""The words that people here build passwords from: the ranked lists of `resources/words/`."""

from dataclasses import dataclass
from functools import cache

from coopdesk import resources
from coopdesk.passwords.spelling import fold, spellings

KNOWN = "user_inputs"
"""zxcvbn's name for the words that others know of the owner."""

LISTS = (
    KNOWN, "districts", "upazilas", "places", "office", "names", "calendar", "nation", "popular", "everyday",
    "keyboard",
)  # fmt: skip
_SHORTEST_FOLDED = 4
_PLACES = len(LISTS)


@dataclass(frozen=True, slots=True)
class Words:
    """What is typed, and its folded forms (`spelling.fold`), each with a number that `place` reads."""

    typed: dict[str, int]
    folded: dict[str, int]


def place(number: int) -> tuple[str, int]:
    """Return the list of a word and its rank there, from 1, the most common."""
    rank, of = divmod(number, _PLACES)
    return LISTS[of], rank


@cache
def words() -> Words:
    """Return the words of all lists, read once; where two hold the same word, the better rank counts."""
    typed: dict[str, int] = {}
    folded: dict[str, int] = {}
    for of, name in enumerate(LISTS[1:], 1):
        for rank, line in enumerate(_lines(name), 1):
            number = rank * _PLACES + of
            spelled, _, keys = line.partition("= ")
            for found, these in ((typed, spelled), (folded, keys)):
                for word in these.split():
                    if found.setdefault(word, number) > number:
                        found[word] = number
    return Words(typed, folded)


@cache
def ranks(name: str) -> dict[str, int]:
    """Return one of the lists that hold no words of their own ("numbers", "endings"), each entry with its rank."""
    found: dict[str, int] = {}
    for rank, line in enumerate(_lines(name), 1):
        for entry in line.split():
            found.setdefault(entry, rank)
    return found


def of_context(known: tuple[str, ...]) -> Words:
    """Return the words that others know of the owner, in Bangla script and as they are typed in Latin letters."""
    typed: dict[str, int] = {}
    folded: dict[str, int] = {}
    for rank, word in enumerate(known, 1):
        number = rank * _PLACES
        lower = word.lower()
        typed.setdefault(lower, number)
        for spelled in (lower, *(() if lower.isascii() else spellings(lower))):
            if len(key := fold(spelled).text) >= _SHORTEST_FOLDED and not key.isdigit():
                folded.setdefault(key, number)
    return Words(typed, folded)


def _lines(name: str) -> list[str]:
    text = resources.path("words", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
