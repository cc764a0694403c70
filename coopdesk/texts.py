"""Sentences outside the window, in both languages: what findings, errors, papers and the command line say.

Each text stands in `resources/texts/*.toml` as `[table.key]` with `bn` and `en`. A text that is said with values
is a `Said`; it is put into words only when somebody reads it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from coopdesk import resources
from coopdesk.bangla.dates import gregorian_in_words
from coopdesk.bangla.digits import to_bangla

Language: TypeAlias = Literal["bn", "en"]
LANGUAGES: tuple[Language, Language] = ("bn", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    bn: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.bn if language == "bn" else self.en


class Said(NamedTuple):
    """A text and the values that stand in it; equal when both are equal.

    A whole number or a date is written as the language writes it; a `str` stands as it was typed; a `Text` or
    another `Said` is read in the same language; a tuple is listed with commas.
    """

    text: Text
    values: Mapping[str, object] = MappingProxyType({})

    def in_(self, language: Language) -> str:
        """Return the sentence in `language`."""
        template = self.text.in_(language)
        if not self.values:
            return template
        return template.format_map({key: _in_words(value, language) for key, value in self.values.items()})

    @property
    def bn(self) -> str:
        """The sentence in Bangla."""
        return self.in_("bn")

    @property
    def en(self) -> str:
        """The sentence in English."""
        return self.in_("en")


def _in_words(value: object, language: Language) -> str:
    match value:
        case str():
            return value
        case int():
            return to_bangla(str(value)) if language == "bn" else str(value)
        case date():
            return gregorian_in_words(value, language)
        case Text() | Said():
            return value.in_(language)
        case tuple():
            return ", ".join(_in_words(item, language) for item in value)
        case _:
            raise TypeError(f"{value!r} cannot stand in a text")


@cache
def table(name: str) -> Mapping[str, Text]:
    """Return one file of texts, such as `table("errors")`, by key ("register.newer")."""
    return {
        f"{group}.{key}": Text(entry["bn"], entry["en"])
        for group, entries in resources.toml("texts", f"{name}.toml").items()
        for key, entry in entries.items()
    }


def say(name: str, key: str, /, **values: object) -> Said:
    """Say the text `key` of the file `name` with `values`.

    Raises:
        KeyError: there is no such text.
    """
    return Said(table(name)[key], values)


def person_language() -> Language:
    """Return the language that the command line speaks: COOPDESK_LANG ("bn" or "en"), else Bangla."""
    return "en" if os.environ.get("COOPDESK_LANG", "").lower().startswith("en") else "bn"
