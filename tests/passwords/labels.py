"""The labelled passwords, and their thirds: two for building the meter, one held back."""

import random
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).with_name("labelled")
_SEED = "held back"


@dataclass(frozen=True)
class Labelled:
    """The passwords of one label, split once and for all."""

    built_with: tuple[str, ...]
    held_back: tuple[str, ...]


def labelled(name: str) -> Labelled:
    """Read "weak" or "strong" and hold back a third, chosen by a seed."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    passwords = sorted({line for line in lines if line and not line.startswith("#")})
    random.Random(_SEED).shuffle(passwords)
    third = len(passwords) // 3
    return Labelled(tuple(passwords[third:]), tuple(passwords[:third]))
