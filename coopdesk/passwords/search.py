"""zxcvbn's search for the cheapest way to guess a password, with the local matches among its own.

Nothing of zxcvbn is changed: its matchers take the dictionaries as an argument, its search takes any list of matches.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, log
from typing import Any

from coopdesk.passwords.matches import Match, local_matches
from coopdesk.passwords.pattern import pattern
from coopdesk.passwords.words import KNOWN, Words, of_context, words


@dataclass(frozen=True, slots=True)
class Found:
    """How many guesses a password takes, its score from 0 to 4, and the pieces that it falls into."""

    guesses: float
    score: int
    pieces: tuple[Match, ...]

    @property
    def guesses_log10(self) -> float:
        """The power of ten of the guesses."""
        return log(self.guesses, 10)


def search(password: str, known: tuple[str, ...]) -> Found:
    """Search a password of 1 to 72 characters.

    Args:
        password: with ASCII digits and in NFC.
        known: words that others know of the owner, the best known first.
    """
    from zxcvbn.matching import RANKED_DICTIONARIES, build_ranked_dict  # noqa: PLC0415 - 30 ms, only here
    from zxcvbn.time_estimates import guesses_to_score  # noqa: PLC0415

    ranked = {**RANKED_DICTIONARIES, KNOWN: build_ranked_dict([word.lower() for word in known])}
    guesses, pieces = _cheapest(password, ranked, _all_words(known))
    return Found(guesses, guesses_to_score(guesses), tuple(pieces))


@lru_cache(maxsize=2)  # the same context comes with every key that is pressed
def _all_words(known: tuple[str, ...]) -> Words:
    local, own = words(), of_context(known)
    if not known:
        return local
    return Words({**local.typed, **own.typed}, {**local.folded, **own.folded})


def _cheapest(password: str, ranked: dict[str, dict[str, int]], local: Words) -> tuple[float, list[Match]]:
    from zxcvbn.matching import omnimatch  # noqa: PLC0415
    from zxcvbn.scoring import dictionary_guesses, estimate_guesses, most_guessable_match_sequence  # noqa: PLC0415

    matches: list[Match] = omnimatch(password, ranked)
    for match in matches:
        if match["pattern"] == "repeat" and len(match["base_token"]) > 1:
            # zxcvbn judges what is repeated by its own lists alone.
            guesses, match["base_matches"] = _cheapest(match["base_token"], ranked, local)
            match["base_guesses"] = ceil(guesses)
    matches += local_matches(password, local)
    found: dict[str, Any] = most_guessable_match_sequence(password, matches)
    for match in matches:
        estimate_guesses(match, password)
        if match["pattern"] == "dictionary":
            match["own_guesses"] = dictionary_guesses(match)
        else:
            match["own_guesses"] = match["guesses"]
    guesses = float(found["guesses"])
    likelier = pattern(password, matches, guesses)
    if likelier and likelier[0] < guesses:
        return likelier
    return guesses, found["sequence"]
