"""What zxcvbn does not find by itself: local words, numbers that have a meaning here, runs on the Bijoy keyboard.

Each match is what zxcvbn's own matchers give, so that its search takes it as one of them; `kind` names it in our texts.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from coopdesk.passwords.spelling import BIJOY, fold
from coopdesk.passwords.words import Words, place

Match: TypeAlias = dict[str, Any]

_LONGEST = 36
_SHORTEST, _SHORTEST_CHANGED = 2, 4
# A way of typing that is on no list costs an attacker a few more tries for each word.
_SPELT_ANEW, _PARTED = 3, 2
_PARTING = " -_.@#"
# Far down the long lists of names, one is as likely as the next.
_FLAT = {"names", "upazilas"}
_FLAT_FROM, _FLAT_SLOPE = 100, 5
# Everyday words are ranked by ear, and an attacker's list of them is longer than ours.
_EVERYDAY_BASE, _EVERYDAY_STEP = 300, 2

# Both readings of 1, ! and 7; zxcvbn's table of the rest.
_LEET = (
    str.maketrans("4@3!10$57+8962|({", "aaeiiossttbggzlcc"),
    str.maketrans("4@3!10$57+8962|({", "aaellossltbggzlcc"),
)

# Numbers of people and offices stand on every office's web site and in leaked lists, so an attacker need not try all.
_PHONE = re.compile(r"(?<!\d)(?:\+?88[ -]?)?0[ -]?1[3-9](?:[ -]?\d){8}(?!\d)")
_PHONE_GUESSES = 100_000
_LANDLINE = re.compile(r"(?<!\d)(?:\+?88[ -]?)?0[2-9]\d{0,3}[ -]?\d{5,7}(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(?:\d{10}|\d{12}|\d{13}|\d{17})(?!\d)")  # NID of three ages, and the tax number
_IDENTITY_GUESSES = 1_000_000
_YEAR = re.compile(r"(?=(19[3-9]\d|20[0-4]\d|13[4-9]\d|14[0-5]\d))")  # by both calendars


def local_matches(password: str, words: Words) -> list[Match]:
    """Return all local matches in a password whose digits are ASCII and whose letters are NFC."""
    lower = password.lower()
    found = [*_numbers(password), *bijoy_runs(password)]
    by_place: dict[tuple[int, int], Match] = {}
    for match in _words(password, lower, words):
        at = match["i"], match["j"]
        if at not in by_place or match["rank"] < by_place[at]["rank"]:
            by_place[at] = match
    return [*found, *by_place.values()]


def _words(password: str, lower: str, words: Words) -> Iterator[Match]:
    size = len(lower)
    for start, end, number in _lookup(lower, words.typed, _SHORTEST):
        yield _word(password, start, end, number)
    yield from _folded(password, lower, words)
    backwards = lower[::-1]
    for start, end, number in _lookup(backwards, words.typed, _SHORTEST_CHANGED):
        yield _word(password, size - end, size - start, number, reversed=True)
    folded = fold(backwards)
    for start, end, number in _lookup(folded.text, words.folded, _SHORTEST_CHANGED + 1):
        at, to = size - folded.ends[end - 1], size - folded.starts[start]
        if _parts(lower, at, to) == 1:
            yield _word(password, at, to, number, times=_SPELT_ANEW, reversed=True)
    for table in _LEET:
        plain = lower.translate(table)
        if plain != lower:
            yield from _unleeted(password, lower, plain, words)


def _folded(password: str, lower: str, words: Words) -> Iterator[Match]:
    folded = fold(lower)
    for start, end, number in _lookup(folded.text, words.folded, _SHORTEST_CHANGED):
        first, last = folded.starts[start], folded.ends[end - 1]
        parts = _parts(lower, first, last)
        if parts == 0:
            continue
        times = _SPELT_ANEW * (_PARTED if parts > 1 else 1)
        # A doubled letter may be the end of one word and the beginning of the next.
        firsts = {first, folded.ends[start] - 1} if lower[first] == lower[folded.ends[start] - 1] else {first}
        before = folded.starts[end - 1]
        lasts = {last, before + 1} if lower[before] == lower[last - 1] else {last}
        for at in firsts:
            for to in lasts:
                yield _word(password, at, to, number, times=times)


def _unleeted(password: str, lower: str, plain: str, words: Words) -> Iterator[Match]:
    folded = fold(plain)
    spots = [(start, end, number, 1) for start, end, number in _lookup(plain, words.typed, _SHORTEST_CHANGED)]
    for start, end, number in _lookup(folded.text, words.folded, _SHORTEST_CHANGED + 1):
        if _parts(plain, folded.starts[start], folded.ends[end - 1]) == 1:
            spots.append((folded.starts[start], folded.ends[end - 1], number, _SPELT_ANEW))
    for start, end, number, times in spots:
        changed = {old: new for old, new in zip(lower[start:end], plain[start:end], strict=True) if old != new}
        if changed:
            yield _word(password, start, end, number, times=times, sub=changed)


def _parts(text: str, start: int, end: int) -> int:
    """Return into how many parts one separator divides a word, such as `sho-mobay`; 0 where it is no such word."""
    signs = [sign for sign in text[start:end] if not sign.isalnum() and sign < "\u0980"]
    if not signs:
        return 1
    whole = not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()
    return len(signs) + 1 if whole and len(set(signs)) == 1 and signs[0] in _PARTING else 0


def _lookup(text: str, ranked: dict[str, int], shortest: int) -> Iterator[tuple[int, int, int]]:
    size = len(text)
    get = ranked.get
    for start in range(size - shortest + 1):
        for end in range(start + shortest, min(size, start + _LONGEST) + 1):
            if number := get(text[start:end]):
                yield start, end, number


def _word(
    password: str,
    start: int,
    end: int,
    number: int,
    *,
    times: int = 1,
    reversed: bool = False,  # noqa: A002 - zxcvbn's name for it
    sub: dict[str, str] | None = None,
) -> Match:
    name, rank = place(number)
    if name == "everyday":
        rank = _EVERYDAY_BASE + _EVERYDAY_STEP * rank
    elif name in _FLAT and rank > _FLAT_FROM:
        rank = _FLAT_FROM + (rank - _FLAT_FROM) // _FLAT_SLOPE
    return {
        "pattern": "dictionary",
        "i": start,
        "j": end - 1,
        "token": password[start:end],
        "matched_word": password[start:end].lower(),
        "rank": rank * times,
        "dictionary_name": name,
        "reversed": reversed,
        "l33t": bool(sub),
        "sub": sub or {},
        "kind": name,
    }


def _numbers(password: str) -> Iterator[Match]:
    for kind, pattern, guesses in (
        ("phone", _PHONE, _PHONE_GUESSES),
        ("phone", _LANDLINE, _IDENTITY_GUESSES),
        ("identity", _IDENTITY, _IDENTITY_GUESSES),
    ):
        for found in pattern.finditer(password):
            yield _known_number(kind, found.start(), found.group(), guesses)
    for found in _YEAR.finditer(password):
        # zxcvbn's own match, which knows the years up to 2019 alone.
        yield {
            **_known_number("year", found.start(1), found.group(1), year_guesses(int(found.group(1)))),
            "pattern": "regex",
            "regex_name": "recent_year",
            "regex_match": found,
        }


def is_year(number: str) -> bool:
    """Tell whether four digits are a year of our time, by the Gregorian or the Bangla calendar."""
    return len(number) == 4 and bool(_YEAR.match(number))


def year_guesses(year: int) -> int:
    """Return how many years are tried before this one: the Gregorian of our time first, then the Bangla ones."""
    return 20 + (abs(2015 - year) if year > 1900 else 20 + abs(1425 - year))


def _known_number(kind: str, start: int, token: str, guesses: int) -> Match:
    return {
        "pattern": kind,
        "i": start,
        "j": start + len(token) - 1,
        "token": token,
        "guesses": guesses,
        "guesses_log10": len(str(guesses)) - 1,
        "kind": kind,
    }


def bijoy_runs(password: str) -> list[Match]:
    """Return the runs of neighbouring keys that the Bijoy layout wrote in Bangla, as zxcvbn finds them in Latin."""
    from zxcvbn.matching import GRAPHS, spatial_match  # noqa: PLC0415 - only where a password is judged

    letters = re.findall("[\u0980-\u09bb\u09bd-\u09ff]\u09bc?|.", password, re.DOTALL)
    keys = [BIJOY.get(letter, "\0") for letter in letters]
    if keys.count("\0") > len(keys) - 3:
        return []
    starts = [0]
    for letter in letters:
        starts.append(starts[-1] + len(letter))
    return [
        _moved(match, password, starts) for match in spatial_match("".join(keys), _graphs={"qwerty": GRAPHS["qwerty"]})
    ]


def _moved(match: Match, password: str, starts: Sequence[int]) -> Match:
    start, end = starts[match["i"]], starts[match["j"] + 1]
    return {**match, "i": start, "j": end - 1, "token": password[start:end], "kind": "keyboard"}
