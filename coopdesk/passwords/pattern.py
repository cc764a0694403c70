"""A password that follows a pattern people use: a few words and what they hang on them, such as `Gopalganj@2024`.

zxcvbn takes three pieces in a row for at least 10^8 guesses, however likely they are. An attacker who knows the place
tries words with a year or `@123` behind them first; so a password that falls wholly into such pieces is worth the
product of its pieces and the orders of its words. A passphrase of unrelated words is no such pattern: zxcvbn's figure
stands.
"""

from collections.abc import Callable
from math import factorial
from typing import NamedTuple

from coopdesk.passwords.matches import Match, is_year
from coopdesk.passwords.words import KNOWN, ranks

_RELATED = {KNOWN, "districts", "upazilas", "places", "office", "names", "phone", "identity"}
_THEMES = {"calendar", "nation", "popular"}

# A state counts what a pattern has used: words of three kinds, numbers and runs, odd letters; four bits each.
_RELATED_WORD, _THEME_WORD, _OTHER_WORD, _TAIL, _GAP = 1, 1 << 4, 1 << 8, 1 << 12, 1 << 16
_MOST_TAILS, _MOST_GAPS = 3, 2

_CHEAPEST_WORD, _CHEAPEST_OTHER = 4, 100
_AGAIN = 2  # a word doubled
_EITHER_SIDE = 2  # a number before or behind
_SEPARATOR, _RARE_SEPARATOR, _SAME_SEPARATOR = 3.0, 12.0, 1.2
_COMMON_SEPARATORS = "@#_-. !*&$"
_DAYS = 366
_LONGEST_NUMBER = 6
_ODD_LETTER = 30.0
_SURE = 4


def _allowed() -> frozenset[int]:
    """Return the words that a pattern may hold: up to four that belong together, fewer the less they do."""
    return frozenset(
        related * _RELATED_WORD + theme * _THEME_WORD + other * _OTHER_WORD
        for related in range(5)
        for theme in range(4)
        for other in range(3)
        if related + theme + other <= 4 - min(1, theme) - (other > 0)
    )


_ALLOWED = _allowed()
_WORDS = _TAIL - 1


class _Piece(NamedTuple):
    end: int
    guesses: float
    step: int
    match: Match | None


def pattern(password: str, matches: list[Match], most: float) -> tuple[float, list[Match]] | None:
    """Return the guesses for a password that is nothing but a pattern, and its pieces.

    Args:
        password: in the form that the matches were found in.
        matches: zxcvbn's, each with its guesses, and the local ones.
        most: more guesses than this are of no interest.

    Returns:
        The fewest guesses and the matches of its pieces in order; nothing where it is no such pattern.
    """
    pieces = _pieces(password, matches)
    size = len(password)
    best: list[dict[int, tuple[float, int, int, Match | None]]] = [{} for _ in range(size + 1)]
    best[0][0] = (1.0, 0, 0, None)
    for start in range(size):
        for state, (guesses, *_) in best[start].items():
            for piece in pieces[start]:
                reached = state + piece.step
                total = guesses * piece.guesses
                if total > most or reached & _WORDS not in _ALLOWED or not _few_extras(reached):
                    continue
                known = best[piece.end].get(reached)
                if known is None or total < known[0]:
                    best[piece.end][reached] = (total, start, state, piece.match)
    ends = {state: end[0] * factorial(words) for state, end in best[size].items() if (words := _count(state))}
    if not ends:
        return None
    state = min(ends, key=ends.__getitem__)
    return ends[state], _way_to(password, best, state)


def _few_extras(state: int) -> bool:
    return (state >> 12) & 15 <= _MOST_TAILS and state >> 16 <= _MOST_GAPS


def _count(state: int) -> int:
    return (state & 15) + (state >> 4 & 15) + (state >> 8 & 15)


def _way_to(password: str, best: list[dict[int, tuple[float, int, int, Match | None]]], state: int) -> list[Match]:
    end = len(password)
    way: list[Match] = []
    while end:
        _, start, state, match = best[end][state]
        way.append(match or _rest(password, start, end))
        end = start
    return way[::-1]


def _rest(password: str, start: int, end: int) -> Match:
    token = password[start:end]
    named = {"kind": "year"} if is_year(token) else {}
    return {"pattern": "bruteforce", "token": token, "i": start, "j": end - 1, **named}


def _pieces(password: str, matches: list[Match]) -> list[list[_Piece]]:
    pieces: list[dict[tuple[int, int], _Piece]] = [{} for _ in password]

    def add(start: int, piece: _Piece) -> None:
        at = piece.end, piece.step
        if at not in pieces[start] or piece.guesses < pieces[start][at].guesses:
            pieces[start][at] = piece

    lower = password.lower()
    edges: set[int] = set()  # where a word begins or ends that is long enough to be no accident
    for match in matches:
        piece = _piece_of(match)
        if piece is not None:
            add(match["i"], piece)
            if piece.step < _TAIL:
                _add_doubled(lower, match["i"], piece, add)
                edges |= {match["i"], piece.end} if len(match["token"]) >= _SURE else set()
    for start, letter in enumerate(lower):
        if letter.isdigit():
            for piece in _number_pieces(lower, start):
                add(start, piece)
        elif letter.isalpha():
            if start in edges or start + 1 in edges:
                add(start, _Piece(start + 1, _ODD_LETTER, _GAP, None))
        elif letter < "\u0980":
            guesses = _SEPARATOR if letter in _COMMON_SEPARATORS else _RARE_SEPARATOR
            add(start, _Piece(start + 1, _SAME_SEPARATOR if letter in lower[:start] else guesses, 0, None))
    for ending, rank in ranks("endings").items():
        start = lower.find(ending, 1)
        while start > 0:
            if start in edges or lower[start - 1].isdigit():
                add(start, _Piece(start + len(ending), 4.0 + rank, _GAP, None))
            start = lower.find(ending, start + 1)
    return [list(these.values()) for these in pieces]


def _piece_of(match: Match) -> _Piece | None:
    """Return a match as a piece of a pattern: how likely it is by itself, and what it counts as."""
    end, size = match["j"] + 1, len(match["token"])
    kind = match.get("kind")
    if kind in _RELATED or kind in _THEMES:
        guesses = max(float(match["own_guesses"]), _CHEAPEST_WORD)
        return _Piece(end, guesses, _RELATED_WORD if kind in _RELATED else _THEME_WORD, match)
    guesses = float(match["guesses"])
    if match["pattern"] == "dictionary" and kind != "keyboard":
        return _Piece(end, max(guesses, _CHEAPEST_OTHER), _OTHER_WORD, match) if size > 2 else None
    if match["pattern"] == "repeat":
        return _Piece(end, guesses, _repeats(match), match)
    return _Piece(end, guesses * _EITHER_SIDE, _TAIL, match) if size > 2 else None


def _repeats(match: Match) -> int:
    kinds = {base.get("kind") for base in match["base_matches"]}
    if kinds & _RELATED:
        return _RELATED_WORD
    return _OTHER_WORD if any(base["pattern"] == "dictionary" for base in match["base_matches"]) else _TAIL


def _add_doubled(lower: str, start: int, piece: _Piece, add: Callable[[int, _Piece], None]) -> None:
    word = lower[start : piece.end]
    gap = 1 if lower[piece.end : piece.end + 1] in tuple(_COMMON_SEPARATORS) else 0
    second = piece.end + gap
    if lower[second : second + len(word)] in (word, word[::-1]):
        add(start, piece._replace(end=second + len(word), guesses=piece.guesses * _AGAIN * (1 + gap)))


def _number_pieces(lower: str, start: int) -> list[_Piece]:
    found = []
    common = ranks("numbers")
    for end in range(start + 1, min(len(lower), start + _LONGEST_NUMBER) + 1):
        number = lower[start:end]
        if not number.isdigit():
            break
        guesses = min(10.0 ** len(number), 2.0 + common.get(number, 1e9))
        if len(number) == 4 and _is_day(number):
            guesses = min(guesses, _DAYS)
        found.append(_Piece(end, guesses * _EITHER_SIDE, _TAIL, None))
    return found


def _is_day(number: str) -> bool:
    one, other = int(number[:2]), int(number[2:])
    return (1 <= one <= 31 and 1 <= other <= 12) or (1 <= one <= 12 and 1 <= other <= 31)
