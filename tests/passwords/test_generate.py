"""Generated passwords: by chance alone, of the classes asked for, and strong."""

from collections import Counter
from itertools import product
from math import log2

import pytest

from coopdesk.passwords.generate import DIGITS, LENGTH, LETTERS, SIGNS, random_characters
from coopdesk.passwords.strength import judge


def test_each_is_strong_and_of_every_class() -> None:
    seen = set()
    for _ in range(40):
        made = random_characters()
        seen.add(made.secret)
        assert len(made.secret) == LENGTH
        assert all(set(made.secret) & set(one) for one in (LETTERS, DIGITS, SIGNS))
        assert judge(made.secret).score == 4
    assert len(seen) == 40


def test_the_entropy_is_that_of_all_there_are() -> None:
    classes = ("ab", "1", "!?")
    there_are = ["".join(text) for text in product("ab1!?", repeat=4) if all(set(text) & set(one) for one in classes)]
    assert random_characters(4, classes).entropy_bits == pytest.approx(log2(len(there_are)))
    assert random_characters().entropy_bits > 90


def test_none_is_likelier_than_another() -> None:
    drawn = Counter(random_characters(2, ("ab", "1")).secret for _ in range(4_000))
    assert set(drawn) == {"a1", "b1", "1a", "1b"}
    assert all(700 < times < 1_300 for times in drawn.values())


def test_nothing_easily_mistaken_is_in_it() -> None:
    assert not set("0O1lI") & set(LETTERS + DIGITS + SIGNS)


def test_a_class_needs_room() -> None:
    with pytest.raises(ValueError, match="room"):
        random_characters(2)
