"""How strong a password is, and in words what is wrong with it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from threading import Lock
from typing import Any

from coopdesk.bangla.digits import to_ascii
from coopdesk.bangla.names import tidy, visible
from coopdesk.texts import Said, Text, say, table

MAX_JUDGED = 72
"""zxcvbn takes no more characters than this."""

_SEPARATORS = re.compile(r"[\s!-/:-@\[-`{-~।॥‘’“”‐-—|]+")
_ONE_AT_A_TIME = Lock()


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
    """Judge a password with zxcvbn, in this thread, however long that takes; `Judge` keeps to a time.

    Bangla digits are read as digits. Of a longer password the first 72 characters are judged.

    Args:
        password: as it was typed, of any length.
        context: what others may know of the owner, in any script: names of the office, its pages and its team. Whole,
            word by word, and neighbours written together, they count as known.
    """
    # 30 ms, and only where a password is judged.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    plain = _plain(password)
    if not plain:  # zxcvbn cannot judge nothing
        return Strength(0, 0.0, count(password), (say("passwords", "strength.empty"),))
    known = list(dict.fromkeys(_known_words(context)))
    with _ONE_AT_A_TIME:  # zxcvbn keeps the known words of a call in a global
        verdict = zxcvbn(plain[:MAX_JUDGED], user_inputs=known)
    return Strength(
        score=verdict["score"],
        guesses_log10=float(verdict["guesses_log10"]),
        length=count(password),
        reasons=tuple(_reasons(verdict, too_long=len(plain) > MAX_JUDGED)),
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


def _reasons(verdict: dict[str, Any], *, too_long: bool) -> Iterator[Said]:
    if verdict["score"] < 3 and any(map(_is_known, verdict["sequence"])):
        yield say("passwords", "strength.known_word")
    feedback = verdict["feedback"]
    for sentence in (feedback["warning"], *feedback["suggestions"]):
        if sentence:
            # What a later zxcvbn adds is better said in English than not at all.
            yield Said(_zxcvbn_texts().get(sentence, Text(sentence, sentence)))
    if too_long:
        yield say("passwords", "strength.over_72")


def _is_known(match: dict[str, Any]) -> bool:
    return match.get("dictionary_name") == "user_inputs" or any(map(_is_known, match.get("base_matches", ())))


@cache
def _zxcvbn_texts() -> dict[str, Text]:
    return {text.en: text for key, text in table("passwords").items() if key.startswith("zxcvbn.")}
