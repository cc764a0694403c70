"""How strong a password is, and in words what is wrong with it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from coopdesk.bangla.digits import to_ascii
from coopdesk.bangla.names import tidy, visible
from coopdesk.passwords.duration import time_to_guess
from coopdesk.passwords.matches import Match
from coopdesk.passwords.search import Found, search
from coopdesk.passwords.words import KNOWN
from coopdesk.texts import Said, Text, say, table

MAX_JUDGED = 72
"""zxcvbn takes no more characters than this."""

_STRONG = 3
_SEPARATORS = re.compile(r"[\s!-/:-@\[-`{-~।॥‘’“”‐-—|]+")
_KINDS = (
    "districts", "upazilas", "places", "office", "names", "nation", "calendar", "popular", "everyday", "keyboard",
    "phone", "identity", "year",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strength:
    """A verdict on one password, which it does not hold.

    `score` is zxcvbn's, 0 to 4. `guesses_log10` is the power of ten of the guesses that it would take. `length`
    counts Unicode characters in NFC, as NIST SP 800-63B-4 counts them. `reasons` say what is wrong, how to do better,
    and how it was judged; they never quote the password.
    """

    score: int
    guesses_log10: float
    length: int
    reasons: tuple[Said, ...]


def judge(password: str, context: Iterable[str] = ()) -> Strength:
    """Judge a password with zxcvbn and the local words, in this thread, however long it takes; `Judge` keeps to a time.

    Bangla digits are read as digits. Of a longer password the first 72 characters are judged.

    Args:
        password: as it was typed, of any length.
        context: what others may know of the owner, in any script: names of the office, its pages and its team. Whole,
            word by word, and neighbours written together, they count as known, and so do their Latin spellings.
    """
    plain = _plain(password)
    if not plain:  # zxcvbn cannot judge nothing
        return Strength(0, 0.0, count(password), (say("passwords", "strength.empty"),))
    found = search(plain[:MAX_JUDGED], tuple(dict.fromkeys(_known_words(context))))
    return Strength(
        score=found.score,
        guesses_log10=found.guesses_log10,
        length=count(password),
        reasons=tuple(map(_in_full, _reasons(found, too_long=len(plain) > MAX_JUDGED))),
    )


def too_complex(password: str) -> Strength:
    """Return the safe answer for a password that could not be judged in time: as weak as can be."""
    return Strength(
        score=0, guesses_log10=0.0, length=count(password), reasons=(say("passwords", "strength.too_complex"),)
    )


def count(password: str) -> int:
    """Return the length of a password in characters, however its letters were typed."""
    return len(unicodedata.normalize("NFC", password))


def _plain(text: str) -> str:
    return to_ascii(unicodedata.normalize("NFC", visible(text)))


def _known_words(context: Iterable[str]) -> Iterator[str]:
    for typed in context:
        phrase = tidy(_plain(typed))
        words = [word for word in _SEPARATORS.split(phrase) if word]
        neighbours = map("".join, pairwise(words))
        for known in (*words, *phrase.split(), *neighbours, "".join(words), phrase):
            if len(known) > 1:
                yield from (known, known.lower())


def _reasons(found: Found, *, too_long: bool) -> Iterator[Said]:
    if found.score < _STRONG:
        kinds = set(_kinds(found.pieces))
        if KNOWN in kinds:
            yield say("passwords", "strength.known_word")
        if named := [say("passwords", "kind." + kind) for kind in _KINDS if kind in kinds]:
            yield say("passwords", "strength.holds", what=_listed(named))
    for sentence in _zxcvbns_sentences(found):
        # What a later zxcvbn adds is better said in English than not at all.
        yield Said(_zxcvbn_texts().get(sentence, Text(sentence, sentence)))
    if found.score < _STRONG:
        yield time_to_guess(found.guesses_log10)
    if too_long:
        yield say("passwords", "strength.over_72")


def _kinds(pieces: Iterable[Match]) -> Iterator[str]:
    for piece in pieces:
        # What zxcvbn found by the owner's words carries its own name for them.
        yield piece.get("kind") or piece.get("dictionary_name") or piece["pattern"]
        yield from _kinds(piece.get("base_matches", ()))


def _listed(named: list[Said]) -> Said:
    if len(named) == 1:
        return named[0]
    return say("passwords", "kind.and", first=tuple(named[:-1]), last=named[-1])


def _zxcvbns_sentences(found: Found) -> Iterator[str]:
    from zxcvbn.feedback import get_feedback  # noqa: PLC0415 - 30 ms, and only where a password is judged

    feedback = get_feedback(found.score, found.pieces)
    yield from filter(None, (feedback["warning"], *feedback["suggestions"]))


def _in_full(said: Said) -> Said:
    """Return a sentence with its values written out: so it goes through a pipe and stays the same."""
    return Said(Text(said.bn, said.en)) if said.values else said


@cache
def _zxcvbn_texts() -> dict[str, Text]:
    return {text.en: text for key, text in table("passwords").items() if key.startswith("zxcvbn.")}
