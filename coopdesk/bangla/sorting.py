"""The order of the Bangla dictionary."""

import re
from functools import lru_cache

from coopdesk.bangla.digits import to_ascii
from coopdesk.bangla.names import normal_form

# Bangla Academy's order: vowels, then ং ঃ ঁ, consonants with ড় ঢ় য় behind ড ঢ য, vowel signs, hasanta last.
_ORDER = "অআইঈউঊঋৠঌৡএঐওঔংঃঁকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরৰলৱশষসহঽ়ািীুূৃৄৢৣেৈোৌৗ্"
_RANK = {letter: 0x2000 + rank for rank, letter in enumerate(_ORDER)}
_NUMBER = re.compile(r"(\d+)")


@lru_cache(maxsize=16_384)
def sort_key(text: str) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
    """Return a key that sorts as the dictionary does: numbers by size, then Latin, then Bangla letters."""
    plain = to_ascii(normal_form(text)).replace("ৎ", "ত্")
    return tuple(
        (0, int(part), ()) if part.isdigit() else (1, 0, tuple(_RANK.get(letter, ord(letter)) for letter in part))
        for part in _NUMBER.split(plain)
        if part
    )
