"""What is looked for in what a walk leaves behind: Bangla on the screen, and in the certificate's file."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from tests.packages.steps import Box
from tests.ui.walk import OFFICE

_LIKE = 0.8
"""How alike a word must be to the same word as it should be: 1 is the same to the dot, 0 has nothing in common."""
_ASTRAY = 4  # dots by which another system may set a word elsewhere
_GAP = 3  # dots without ink between two words
_PIECE = 48  # dots: a long word is looked at piece by piece, so that one broken letter is not outvoted
_PAPER_SAYS = (
    "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
    OFFICE,
    "সনদ",
    "সামাজিক যোগাযোগ মাধ্যম",
    "facebook.com/dco.gopalganj",
    "COOP-GOPALGANJ-",
)


def check_certificate(file: Path) -> None:
    """See that a certificate's text is right letter by letter, in the right order.

    Raises:
        AssertionError: it is not; the message says what is missing.
    """
    with pypdfium2.PdfDocument(file) as pdf:
        text = _squeezed("".join(page.get_textpage().get_text_range() for page in pdf))
    missing = [words for words in _PAPER_SAYS if _squeezed(words) not in text]
    assert not missing, f"{file.name} does not say {missing}"
    odd = {letter for letter in text if unicodedata.category(letter) in ("Cc", "Co", "Cn") or letter == "\ufffd"}
    assert not odd, f"{file.name} holds {odd}"


def check_picture(seen: Path, expected: Path, headings: tuple[Box, ...]) -> None:
    """See that the headings on a picture of the screen are those on the expected one, letters shaped alike.

    Raises:
        AssertionError: a word is another, or its letters are not joined as they should be.
    """
    assert headings, f"{expected.name} has no heading"
    ours, theirs = (Image.open(file).convert("L") for file in (expected, seen))
    for heading in headings:
        words = _words(ours, heading)
        assert words, f"no heading at {heading} of {expected.name}"
        likeness = [round(_likeness(ours.crop(word), theirs, word), 2) for word in words]
        assert min(likeness) >= _LIKE, f"the words at {heading} of {seen} are {likeness} alike"


def _squeezed(text: str) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFC", text)
        if not letter.isspace() and letter not in "\u200b\u200c\u200d\r\n"
    )


def _words(picture: Image.Image, box: Box) -> list[Box]:
    """Return the boxes of the words in a line, between gaps without ink; long words in pieces."""
    line = picture.crop(box)
    paper = line.getpixel((line.width - 1, 0))
    ink = ImageChops.difference(line, Image.new("L", line.size, paper)).point(lambda dot: 255 * (dot > 40))
    columns = [ink.crop((x, 0, x + 1, ink.height)).getbbox() is not None for x in range(ink.width)]
    words: list[Box] = []
    start = last = None
    for x, inked in enumerate([*columns, *[False] * (_GAP + 1)]):
        if inked:
            start, last = (x if start is None else start), x
        elif start is not None and last is not None and x - last > _GAP:
            end = last + 1
            pieces = -(-(end - start) // _PIECE)
            edges = [start + (end - start) * piece // pieces for piece in range(pieces + 1)]
            words += [(box[0] + left, box[1], box[0] + right, box[3]) for left, right in pairwise(edges)]
            start = None
    return words


def _likeness(word: Image.Image, theirs: Image.Image, box: Box) -> float:
    """Return the correlation of a word with what stands about its place in the other picture, at its best."""
    shifts = range(-_ASTRAY, _ASTRAY + 1)
    places = ((box[0] + x, box[1] + y, box[2] + x, box[3] + y) for x in shifts for y in shifts)
    return max(_correlation(word, theirs.crop(place)) for place in places)


def _correlation(one: Image.Image, other: Image.Image) -> float:
    first, second = ImageStat.Stat(one), ImageStat.Stat(other)
    spread = first.stddev[0] * second.stddev[0]
    if not spread:
        return 0.0
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    together = sum(a * b for a, b in pairs) / (one.width * one.height)
    return (together - first.mean[0] * second.mean[0]) / spread
