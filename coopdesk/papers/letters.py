"""Which letters the papers' fonts can draw. One that they cannot is printed as its code, never as an empty box."""

import struct
import unicodedata
from functools import cache, lru_cache

from coopdesk import resources

FACES = ("CoopDeskSerifBengali-Regular.ttf", "NotoSerif-Regular.ttf")
"""The two faces of a paper; their bold ones hold the same letters."""

_JOINERS = "\u200c\u200d"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@lru_cache(maxsize=2048)
def printable(text: str) -> str:
    """Return `text` as it goes on paper: in NFC, each letter one that the bundled fonts can draw.

    White space of any kind becomes a space. What has no form of its own (controls, marks of direction, soft hyphens)
    is left out, but the two joiners of Bangla stay. A letter that no font has is written as its code, "[U+1F33E]"; so
    is a sign on a letter of another script, as one font must draw both.
    """
    printed: list[str] = []
    under = ""
    for letter in unicodedata.normalize("NFC", text):
        category = unicodedata.category(letter)
        if letter.isspace():
            printed.append(" ")
            under = ""
        elif letter in _JOINERS:
            printed.append(letter)
        elif category in ("Cc", "Cf") or ord(letter) in _VARIATION_SELECTORS:
            continue
        elif not _drawn(under + letter if category.startswith("M") else letter):
            printed.append(f"[U+{ord(letter):04X}]")
            under = "]"
        else:
            printed.append(letter)
            under = under if category.startswith("M") else letter
    return "".join(printed)


def _drawn(together: str) -> bool:
    return any(face.issuperset(map(ord, together)) for face in _letters_of_faces())


@cache
def _letters_of_faces() -> tuple[frozenset[int], ...]:
    return tuple(letters_in(resources.path("fonts", name).read_bytes()) for name in FACES)


def letters_in(font: bytes) -> frozenset[int]:
    """Return the code points that a TrueType font draws, read from its character map (OpenType `cmap`, format 4).

    Raises:
        ValueError: the font has no such map.
    """
    tables = struct.unpack_from(">H", font, 4)[0]
    for entry in range(12, 12 + 16 * tables, 16):
        tag, _checksum, offset, _length = struct.unpack_from(">4sLLL", font, entry)
        if tag != b"cmap":
            continue
        for record in range(struct.unpack_from(">H", font, offset + 2)[0]):
            start = offset + struct.unpack_from(">L", font, offset + 4 + 8 * record + 4)[0]
            if struct.unpack_from(">H", font, start)[0] == 4:
                return _letters_in_map(font, start)
    raise ValueError("the font has no character map of format 4")


def _letters_in_map(font: bytes, start: int) -> frozenset[int]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, start + 14 + 2 * count * array + (2 if array else 0))
        for array in range(4)
    )
    glyphs = start + 16 + 6 * count
    found: set[int] = set()
    for segment, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        for code in range(first, end + 1):
            glyph = code
            if offsets[segment]:
                at = glyphs + 2 * segment + offsets[segment] + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, at)[0]
            if (glyph + deltas[segment]) & 0xFFFF and glyph:
                found.add(code)
    return frozenset(found - {0xFFFF})
