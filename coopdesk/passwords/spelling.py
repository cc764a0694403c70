"""How Bangla words are typed in Latin letters: the usual spellings, what they have in common, and Bijoy's keys."""

import re
from dataclasses import dataclass
from itertools import islice, product

_CONSONANTS = {
    "ক": "k", "খ": "kh", "গ": "g", "ঘ": "gh", "ঙ": "ng", "চ": "ch", "ছ": "ch", "জ": "j", "ঝ": "jh", "ঞ": "n",
    "ট": "t", "ঠ": "th", "ড": "d", "ঢ": "dh", "ণ": "n", "ত": "t", "থ": "th", "দ": "d", "ধ": "dh", "ন": "n",
    "প": "p", "ফ": "f", "ব": "b", "ভ": "bh", "ম": "m", "য": "j", "র": "r", "ল": "l", "শ": "sh", "ষ": "sh",
    "স": "s", "হ": "h", "ড়": "r", "ঢ়": "rh", "য়": "y", "ৎ": "t",
}  # fmt: skip
_VOWELS = {
    "অ": "o", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi", "ও": "o", "ঔ": "ou",
}  # fmt: skip
_SIGNS = {"া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e", "ৈ": "oi", "ো": "o", "ৌ": "ou"}
_MARKS = {"ং": "ng", "ঃ": "", "ঁ": "", "ৗ": ""}
_JOINED = {
    "ক্ষ": ("kh", "ksh", "kkh"), "জ্ঞ": ("gg", "g", "gy"), "ঞ্জ": ("nj", "ng"), "ঞ্চ": ("nch",), "ঙ্ক": ("nk",),
    "ঙ্গ": ("ng",), "ষ্ণ": ("shn",), "ত্ত্ব": ("tt",), "হ্ম": ("mm", "hm"), "হ্ন": ("nn", "hn"),
}  # fmt: skip
_HASANTA = "্"
_CLUSTER = re.compile("|".join(sorted((*_JOINED, *_CONSONANTS), key=len, reverse=True)))
_MOST = 48

# One letter for all that people type for it. Longer ones first.
_FOLDS = {
    "cch": "c", "chh": "c", "ch": "c", "sh": "s", "kh": "k", "q": "k", "c": "k", "gh": "g", "jh": "j", "zh": "j",
    "z": "j", "th": "t", "dh": "d", "ph": "f", "bh": "b", "v": "b", "rh": "r", "x": "ks", "oo": "u", "ee": "i",
    "ii": "i", "y": "i", "aa": "a", "o": "a",
    "ী": "ি", "ূ": "ু", "ণ": "ন", "ষ": "শ", "স": "শ", "ড়": "র", "ঢ়": "র", "ঁ": "", "ৎ": "ত", "ঙ্": "ং", "ঙ": "ং", "ঞ": "ন",
}  # fmt: skip
_FOLDING = re.compile("(?<=[aeiou])w|" + "|".join(_FOLDS) + r"|[^\W\d_]|[\u0981-\u09cd\u09d7]|\d")
_W_AFTER_VOWEL = "u"

_BIJOY_ROWS = (
    ("qwertyuiop", "ঙযডপটচজহগড়"),
    ("asdfghjkl", "ৃুিা্বকতদ"),
    ("zxcvbnm", " োেরনসম"),
    ("QWERTYUIOP", "ংয়ঢফঠছঝঞঘঢ়"),
    ("ASDFHJKL", " ূীঅভখথধ"),
    ("XCVBNM", "ৌৈলণষশ"),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its folded form, and where each of its letters stands in the text: `starts[i]` to `ends[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold lower-case text: the usual ways to spell a sound (a/o, sh/s, j/z, k/q/c, i/ee/y, u/oo, v/bh …) become one.

    So do the Bangla letters that are heard alike (ি/ী, ণ/ন, শ/ষ/স, ড়/র …). Separators fall away, and a doubled Latin
    letter counts once.
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _FOLDING.finditer(text):
        typed = found.group()
        if typed == "w":
            folded = _W_AFTER_VOWEL if found.start() and text[found.start() - 1] in "aeiou" else ""
        else:
            folded = _FOLDS.get(typed, typed)
        for letter in folded:
            if letters and letters[-1] == letter and letter.isascii() and letter.isalpha():
                ends[-1] = found.end()
            else:
                letters.append(letter)
                starts.append(found.start())
                ends.append(found.end())
    return Folded("".join(letters), tuple(starts), tuple(ends))


def spellings(word: str) -> tuple[str, ...]:
    """Return how a Bangla word is typed in Latin letters, the likeliest first, each differing when folded.

    As Avro writes it, but for the vowel that Bangla does not write, which people put in or leave out, and য (j, y),
    ক্ষ and their like. At most 48 ways are thought of.
    """
    options = tuple(_options(word))
    seen: dict[str, str] = {}
    for chosen in islice(product(*options), _MOST):
        typed = "".join(chosen)
        seen.setdefault(fold(typed).text, typed)
    return tuple(seen.values())


def _options(word: str) -> list[tuple[str, ...]]:
    options: list[tuple[str, ...]] = []
    at = 0
    joined = ""  # the consonant before, where a hasanta joins it to this one
    while at < len(word):
        found = _CLUSTER.match(word, at)
        if not found:
            letter = word[at]
            options.append((_VOWELS.get(letter) or _SIGNS.get(letter) or _MARKS.get(letter, letter),))
            at += 1
            continue
        options.append(_consonant(found.group(), joined))
        at = found.end()
        if word[at : at + 1] == _HASANTA:
            joined = found.group()
            at += 1
            continue
        if word[at : at + 1] not in _SIGNS:
            options.append(_unwritten_vowel(word, found.start(), at, bool(joined)))
        joined = ""
    return options


def _consonant(letter: str, joined: str) -> tuple[str, ...]:
    if letter in _JOINED:
        return _JOINED[letter]
    if letter == "য":
        return ("y", "") if joined not in ("", "র") else ("j", "y")
    if letter == "ব" and joined and joined not in "মলর":  # as in স্বামী: hardly heard
        return ("", "w")
    if letter == "ম" and joined and joined in "স্শষক্ষ":
        return ("m", "")
    return (_CONSONANTS[letter],)


def _unwritten_vowel(word: str, start: int, end: int, joined: bool) -> tuple[str, ...]:
    """Return the vowel that is heard after a consonant but not written: surely, hardly or perhaps."""
    heavy = joined or end - start > 2  # after a conjunct
    if end >= len(word):
        return ("", "o") if heavy or len(word) <= 3 else ("",)
    following = _CLUSTER.match(word, end)
    if start == 0 or heavy or not following or following.end() >= len(word):
        return ("o",)
    if word[following.end()] == _HASANTA or len(following.group()) > 2:
        return ("o",)
    return ("", "o")


def bijoy(word: str) -> str:
    """Return the keys that write a Bangla word with the Bijoy layout, in lower case: what stands there with it off."""
    keys: list[str] = []
    at = 0
    while at < len(word):
        letter = word[at : at + 2] if word[at + 1 : at + 2] == "়" else word[at]
        at += len(letter)
        if letter in "িেৈ":
            keys.insert(_cluster_start(keys), BIJOY[letter])
        elif letter == "ো":
            keys.insert(_cluster_start(keys), BIJOY["ে"])
            keys.append(BIJOY["া"])
        elif letter in _VOWEL_KEYS:
            keys.append(_VOWEL_KEYS[letter])
        else:
            keys.append(BIJOY.get(letter, letter))
    return "".join(keys).lower()


def _cluster_start(keys: list[str]) -> int:
    start = len(keys) - 1
    while start >= 2 and keys[start - 1] == BIJOY[_HASANTA]:
        start -= 2
    return max(start, 0)


def _bijoy_keys() -> dict[str, str]:
    letters = re.compile("[^়]়?")
    return {
        letter: key
        for keys, row in _BIJOY_ROWS
        for key, letter in zip(keys, letters.findall(row), strict=True)
        if letter != " "
    }


BIJOY = _bijoy_keys()
"""The key that writes a Bangla letter or sign with the Bijoy layout."""
# A vowel that stands alone is written with g, the link, and its sign.
_VOWEL_KEYS = {
    "আ": "Ff",
    "ই": "gd",
    "ঈ": "gD",
    "উ": "gs",
    "ঊ": "gS",
    "ঋ": "ga",
    "এ": "gc",
    "ঐ": "gC",
    "ও": "x",
    "ঔ": "gX",
}
