"""Generated passwords: by chance alone, of the classes asked for, in words that nobody mistakes, and strong."""

from collections import Counter
from itertools import product
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.passwords.generate import (
    CAPITALS,
    DIGITS,
    LENGTH,
    LENGTHS,
    LOOK_ALIKES,
    SIGNS,
    SMALL,
    WORD_COUNTS,
    WORDS,
    Accepted,
    Generated,
    _how_many,
    passphrase,
    phrase_words,
    random_characters,
)
from coopdesk.passwords.strength import judge
from coopdesk.texts import LANGUAGES, Language

ACCEPTED = st.builds(Accepted, st.booleans(), st.booleans(), st.booleans(), st.booleans()).filter(lambda a: a.classes)


def test_the_default_characters_are_strong_each_time() -> None:
    made = [random_characters() for _ in range(150)]

    assert {judge(one.secret).score for one in made} == {4}
    assert len({one.secret for one in made}) == len(made)
    assert {len(one.secret) for one in made} == {LENGTH}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [WORDS, WORD_COUNTS[-1]])
def test_a_passphrase_is_strong_each_time(language: Language, words: int) -> None:
    made = [passphrase(words, language).secret for _ in range(150)]

    assert {judge(one).score for one in made} == {4}
    assert len(set(made)) == len(made)


@given(ACCEPTED, st.integers(LENGTHS.start, LENGTHS.stop - 1))
def test_only_what_is_accepted_stands_in_it_and_of_each_class_something(accepted: Accepted, length: int) -> None:
    made = random_characters(length, accepted)

    assert len(made.secret) == length
    assert set(made.secret) <= set("".join(accepted.classes))
    assert all(set(made.secret) & set(one) for one in accepted.classes)
    assert accepted.look_alikes or not set(made.secret) & set("0O1lI")
    assert made.entropy_bits <= length * log2(len("".join(accepted.classes))) + 1e-9


def test_the_classes_are_what_was_chosen() -> None:
    assert Accepted(look_alikes=True).classes == (SMALL, CAPITALS, DIGITS, SIGNS)
    assert Accepted(letters=False, signs=False).classes == ("23456789",)
    assert Accepted(digits=False, signs=False, look_alikes=True).classes == (SMALL, CAPITALS)
    assert Accepted(letters=False, digits=False).classes == (SIGNS,)
    assert not LOOK_ALIKES & set("".join(Accepted().classes))


@pytest.mark.parametrize("classes", [("ab", "1", "!?"), ("abc",), ("a", "b", "c", "d"), ("ab", "12")])
@pytest.mark.parametrize("length", [4, 5])
def test_the_entropy_counts_all_there_are(classes: tuple[str, ...], length: int) -> None:
    every = product("".join(classes), repeat=length)
    there_are = [text for text in every if all(set(text) & set(one) for one in classes)]

    assert _how_many(length, classes) == len(there_are)


def test_the_entropy_is_the_logarithm_of_that_count() -> None:
    digits = Accepted(letters=False, signs=False, look_alikes=True)

    assert random_characters(20, digits).entropy_bits == pytest.approx(20 * log2(10))
    assert random_characters().entropy_bits == pytest.approx(log2(_how_many(LENGTH, Accepted().classes)))
    assert random_characters().entropy_bits > 120


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", WORD_COUNTS)
def test_each_word_adds_the_entropy_of_the_list(language: Language, words: int) -> None:
    made = passphrase(words, language)

    assert made.entropy_bits == pytest.approx(words * log2(len(phrase_words(language))))
    assert made.entropy_bits >= words * 11


def test_no_character_is_likelier_than_another() -> None:
    """Chi-square over the digits alone: 7 degrees of freedom, a limit that chance passes once in 10^9 runs."""
    drawn = Counter("".join(random_characters(64, Accepted(letters=False, signs=False)).secret for _ in range(500)))

    expected = 64 * 500 / 8
    assert set(drawn) == set("23456789")
    assert sum((times - expected) ** 2 / expected for times in drawn.values()) < 60


def test_no_place_prefers_a_class() -> None:
    """Where the one of each class stands is chance as well: each place holds a sign as often as any other."""
    drawn = [random_characters(8).secret for _ in range(4_000)]

    often = [sum(secret[place] in SIGNS for secret in drawn) for place in range(8)]
    mean = sum(often) / 8
    assert sum((times - mean) ** 2 / mean for times in often) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_likelier_than_another(language: Language) -> None:
    """Chi-square over the whole list: its mean is the list's length, and the limit ten deviations above that."""
    known, draws = phrase_words(language), 20_000
    drawn = Counter(passphrase(draws, language, " ").secret.split())

    expected = draws / len(known)
    chi_square = sum((drawn[word] - expected) ** 2 / expected for word in known)
    assert set(drawn) <= set(known)
    assert abs(chi_square - len(known)) < 10 * (2 * len(known)) ** 0.5


@given(st.sampled_from(LANGUAGES), st.integers(1, 8), st.sampled_from(["-", " ", ".", "", "—"]))
def test_a_passphrase_is_words_of_the_list_and_nothing_else(language: Language, words: int, separator: str) -> None:
    made = passphrase(words, language, separator)

    if separator:
        parts = made.secret.split(separator)
        assert len(parts) == words
        assert set(parts) <= set(phrase_words(language))
    assert isinstance(made, Generated)


def test_what_cannot_be_made_is_refused() -> None:
    with pytest.raises(ValueError, match="class"):
        random_characters(20, Accepted(letters=False, digits=False, signs=False))
    with pytest.raises(ValueError, match="room"):
        random_characters(3)
    with pytest.raises(ValueError, match="word"):
        passphrase(0)
