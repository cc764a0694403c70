"""A sentence of a paper. A value that nobody has written is a dotted line in it, to fill in by hand."""

from typing import TypeAlias

from coopdesk.papers.letters import printable
from coopdesk.texts import Language, say

Sentence: TypeAlias = list[str | None]
"""Its parts; None is a dotted line."""

_BLANK = "\ue000"  # no letter that is printable, so nothing that a person typed can be taken for it


def sentence(file: str, key: str, language: Language, **values: object) -> Sentence:
    """Say the text `key` of the file `file`; each value that is empty becomes a dotted line."""
    shown = {name: _shown(value) for name, value in values.items()}
    parts: Sentence = []
    for number, part in enumerate(say(file, key, **shown).in_(language).split(_BLANK)):
        parts += [None, part] if number else [part]
    return [part for part in parts if part != ""]


def _shown(value: object) -> object:
    if isinstance(value, str):
        return printable(value) or _BLANK
    return _BLANK if value is None else value
