"""The order of the Bangla dictionary."""

import re
from functools import lru_cache

from coopdesk.bangla.digits import to_ascii
from coopdesk.bangla.names import normal_form

# Bangla Academy's order: vowels, then ং ঃ ঁ, consonants with ড় ঢ় য় behind ড ঢ য, vowel signs, hasanta last.
_ORDER = "অআইঈউঊঋৠঌৡএঐওঔংঃঁকখগঘঙচছজঝঞটঠড\u09dcঢ\u09ddণতথদধনপফবভময\u09dfরৰলৱশষসহঽ়ািীুূৃৄৢৣেৈোৌৗ্"
_BEHIND_ALL = 0x110000  # the first number that is no letter of Unicode: Bangla stands behind every other script
_RANK = {letter: _BEHIND_ALL + rank for rank, letter in enumerate(_ORDER)}
_ONE_LETTER = {"ড\u09bc": "\u09dc", "ঢ\u09bc": "\u09dd", "য\u09bc": "\u09df", "ৎ": "ত্"}
_NUMBER = re.compile(r"(\d+)")


@lru_cache(maxsize=16_384)
def sort_key(text: str) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
    """Return a key that sorts as the dictionary does: numbers by size, then Latin, then Bangla letters."""
    plain = to_ascii(normal_form(text))
    for typed, letter in _ONE_LETTER.items():
        plain = plain.replace(typed, letter)
    return tuple(
        _number(part) if part[0].isdecimal() else (1, 0, tuple(_RANK.get(letter, ord(letter)) for letter in part))
        for part in _NUMBER.split(plain)
        if part
    )


def _number(digits: str) -> tuple[int, int, tuple[int, ...]]:
    # By length, then digit by digit: int() refuses numbers of more than 4,300 digits.
    values = [int(digit) for digit in digits]
    first = next((place for place, value in enumerate(values) if value), len(values))
    return 0, len(values) - first, tuple(values[first:])
