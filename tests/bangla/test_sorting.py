"""The order of the Bangla Academy's dictionary."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.bangla.sorting import sort_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["অংশ", "অকাজ", "আদেশ", "ইমেইল", "ঈদ", "উপজেলা", "ঊর্ধ্ব", "ঋণ", "একাউন্ট", "ঐক্য", "ওয়ার্ড", "ঔষধ"],
        ["কংস", "কঁচি", "কক", "কাজ", "কিশোর", "কুল", "কৃষি", "কেন্দ্র", "কোষ", "ক্রয়"],
        ["ডাক", "ঢাকা", "ণত্ব", "তারিখ"],
        ["বডি", "বড়ই", "বঢ"],
        ["নযু", "নয়ন", "নর"],
        ["সত", "সতী", "সৎকার", "সত্তা", "সথ"],
        ["খুলনা", "চট্টগ্রাম", "ঢাকা", "বরিশাল", "ময়মনসিংহ", "রংপুর", "রাজশাহী", "সিলেট"],
        ["ওয়ার্ড ২", "ওয়ার্ড 10", "ওয়ার্ড ১১", "ওয়ার্ড ১০০"],
        ["৭", "Facebook", "YouTube", "“উক্তি”", "ফেসবুক"],
    ],
)
def test_words_stand_as_in_the_dictionary(in_order: list[str]) -> None:
    shuffled = random.Random(1).sample(in_order, len(in_order))

    assert sorted(shuffled, key=sort_key) == in_order


def test_how_a_letter_was_typed_moves_no_word() -> None:
    assert sort_key("ময\u09bcমনসিংহ") == sort_key("ম\u09dfমনসিংহ")
    assert sort_key("007") == sort_key("৭")


def test_a_number_of_ten_thousand_digits_has_its_place() -> None:
    assert sort_key("9" * 9_999) < sort_key("1" + "0" * 9_999)


@given(st.text(), st.text())
def test_whatever_is_typed_can_be_sorted(one: str, other: str) -> None:
    assert sorted([one, other], key=sort_key)
