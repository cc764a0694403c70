"""What a table is, and how a text in it stays a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from coopdesk.texts import Language

Cell: TypeAlias = str | int | date | None
"""A text, a whole number, yes or no (bool), a day, or a moment (datetime without zone); None for an empty cell."""

# A spreadsheet takes such a text for a formula, some of them also after spaces or in their wide East Asian form.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r\n]")


@dataclass(frozen=True, slots=True)
class Table:
    """A list to take along: its title, the heads of its columns, and its rows, as long as the heads."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    language: Language


def looks_like_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula."""
    return _FORMULA.match(text) is not None


def harmless(text: str) -> str:
    """Return a text as it may stand in a CSV file: before what could be a formula stands an apostrophe."""
    return f"'{text}" if looks_like_a_formula(text) else text


def as_meant(text: str) -> str:
    """Return the text that `harmless` made harmless."""
    return text[1:] if text.startswith("'") and looks_like_a_formula(text[1:]) else text
