"""Make the word lists for passphrases: `python packaging/words/make_phrases.py [FOLDER]`.

Reads `packaging/words/phrases/{bn,latin}.txt` (written for CoopDesk: words parted by spaces, the dearer ones first) and
writes `resources/words/phrase-{bn,latin}.txt`, a word a line. A word that could be taken for an earlier one when it is
read aloud or copied by hand stays out, and so does one of fewer than 3 or more than 7 letters. Needs no network.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from coopdesk import resources
from coopdesk.bangla.names import normal_form
from coopdesk.bangla.sorting import sort_key
from coopdesk.passwords.spelling import fold

SOURCES = Path(__file__).with_name("phrases")
LENGTHS = range(3, 8)
_LONG_BANGLA = 5
_COUNTS_FOR_NONE = "\u09cd\u09bc"  # the hasanta and the dot below are parts of a letter

HEAD = """\
# Written for CoopDesk. Licence: GPL-3.0-or-later.
# Made by packaging/words/make_phrases.py: {count} words, none of which could be taken for another."""

# Heard alike on a bad line: a breath more or less, য and জ, one letter and two of it, what a conjunct hides.
_BANGLA_HEARD = str.maketrans("খঘছঝঠঢথধফভয", "কগচজটডতদপবজ")
_BANGLA_HIDDEN = re.compile("্[যবম](?!্)|ঃ|ো$")
_BANGLA_DOUBLED = re.compile(r"(.)্\1")
_BANGLA_SAME = (("ক্ষ", "খ"), ("জ্ঞ", "গ"), ("ৃ", "্রি"), ("ঋ", "রি"), ("ঐ", "ওই"), ("ৈ", "োই"), ("ঔ", "ওউ"), ("ৌ", "োউ"))
# Drawn alike in a quick hand.
_BANGLA_DRAWN = str.maketrans("রষঘথণলূৃীৈৌ", "বযযখনন\u09c1\u09c1\u09bf\u09c7\u09cb", "\u09bc\u0981")

# One way to write what English writes in many: tried in this order.
_ENGLISH_SAME = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^kn|^gn", "n"), (r"^wr", "r"), (r"^wh", "w"), (r"mb$", "m"), (r"tch", "c"), (r"augh|ough", "o"),
        (r"igh", "i"), (r"ph", "f"), (r"ck|q", "k"), (r"sch|sc(?=[eiy])", "s"), (r"ch", "č"), (r"c(?=[eiy])", "s"),
        (r"c", "k"), (r"dge|g(?=[eiy])", "j"), (r"x", "ks"), (r"z", "s"), (r"(?<=[aeo])[iy](?=[^aeiou]|$)", "e"),
        (r"a([^aeiou])e$", r"ae\1"), (r"o([^aeiou])e$", r"oa\1"), (r"i([^aeiou])e$", r"i\1"), (r"e$|y$", "i"),
        (r"ea|ee|ie|ei", "i"), (r"oa|ow|oe|ou|oo|aw|au|al(?=k)", "o"), (r"ew|ue|eu", "u"), (r"(?:er|or|ar|re)$", "er"),
        (r"(.)\1", r"\1"),
    )
)  # fmt: skip


def main(folder: Path) -> None:
    """Write both lists to `folder`."""
    _write(folder / "phrase-bn.txt", sorted(apart(_candidates("bn"), bangla_marks), key=sort_key))
    _write(folder / "phrase-latin.txt", sorted(apart(_candidates("latin"), latin_marks)))


def apart(words: Iterable[str], marks: Callable[[str], set[str]]) -> Iterator[str]:
    """Yield the words that share no mark with one before them."""
    taken: set[str] = set()
    for word in words:
        if taken.isdisjoint(own := marks(word)):
            taken |= own
            yield word


def bangla_marks(word: str) -> set[str]:
    """Return the forms by which a Bangla word could be taken for another: as compared, as drawn, as heard.

    In short words every letter tells; of five on, two heard alike but for one letter are taken for one another, too.
    """
    heard = fold(word).text
    for written, same in _BANGLA_SAME:
        heard = heard.replace(written, same)
    heard = _BANGLA_DOUBLED.sub(r"\1", _BANGLA_HIDDEN.sub("", heard).translate(_BANGLA_HEARD))
    drawn = word.translate(_BANGLA_DRAWN)
    lacking = _without_one(heard) if len(heard) >= _LONG_BANGLA else set()
    return {f"typed {normal_form(word)}", f"drawn {drawn}", heard, *lacking}


def latin_marks(word: str) -> set[str]:
    """Return the forms by which an English word could be taken for another: as heard, and with one letter left out.

    Two words that differ by one letter, or by two that changed places, have such a form in common.
    """
    heard = word
    for pattern, sound in _ENGLISH_SAME:
        heard = pattern.sub(sound, heard)
    return {word, f"heard {heard}", *_without_one(word)}


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _candidates(name: str) -> Iterator[str]:
    for line in (SOURCES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words = (unicodedata.normalize("NFC", word) for word in line.split())
            yield from (word for word in words if letters(word) in LENGTHS)


def letters(word: str) -> int:
    """Return how many letters and vowel signs a word has."""
    return sum(letter not in _COUNTS_FOR_NONE for letter in word)


def _write(path: Path, words: list[str]) -> None:
    text = "\n".join([HEAD.format(count=len(words)), *words, ""])
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.path("words"))
