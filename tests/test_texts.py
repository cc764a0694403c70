"""What people read: each text in both languages, with the same values, and in one normal form."""

import ast
import unicodedata
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import coopdesk
from coopdesk import resources
from coopdesk.errors import CoopDeskError
from coopdesk.texts import Said, Text, say, table

FILES = sorted(path.stem for path in resources.path("texts").glob("*.toml"))
TEXTS = [pytest.param(text, id=f"{name}:{key}") for name in FILES for key, text in table(name).items()]


def values_in(template: str) -> set[str]:
    """Return the names of the values that stand in a text."""
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_says_the_same_in_both_languages(text: Text) -> None:
    assert values_in(text.bn) == values_in(text.en)
    for words in (text.bn, text.en):
        assert words == words.strip() != ""
        assert "  " not in words
        assert unicodedata.is_normalized("NFC", words)
        named = [field.isidentifier() for field in values_in(words)]
        assert all(named) or not any(named), "a brace that is no value may stand only in a text without values"


def keys_raised() -> set[str]:
    """Return every key that the code raises as a `CoopDeskError`."""
    keys = set()
    for path in Path(coopdesk.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "CoopDeskError" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    keys.add(first.value)
    return keys


def test_every_known_trouble_has_its_text() -> None:
    assert keys_raised() <= set(table("errors"))


def test_an_error_says_what_happened_in_both_languages() -> None:
    error = CoopDeskError("address.scheme", scheme="file")

    assert str(error) == error.said.en
    assert "“file:”" in error.said.bn
    assert "“file:”" in error.said.en


def test_a_value_is_written_as_the_language_writes_it() -> None:
    said = Said(
        Text("{n} জন, {day}, {name}, {what}, {all}", "{n} people, {day}, {name}, {what}, {all}"),
        {
            "n": 12,
            "day": date(2016, 6, 16),
            "name": "{Rahim} 7",
            "what": Text("পেজ", "page"),
            "all": (1, Said(Text("দুই", "two"))),
        },
    )

    assert said.bn == "১২ জন, ১৬ জুন ২০১৬, {Rahim} 7, পেজ, ১, দুই"
    assert said.en == "12 people, 16 June 2016, {Rahim} 7, page, 1, two"


def test_a_value_of_another_kind_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        _ = Said(Text("{x}", "{x}"), {"x": 1.5}).bn


def test_an_unknown_text_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        say("errors", "no.such")
