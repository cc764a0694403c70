"""The word lists, how they are spelt, and what is found by them."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk import resources
from coopdesk.passwords.duration import time_to_guess
from coopdesk.passwords.search import search
from coopdesk.passwords.spelling import bijoy, fold, spellings
from coopdesk.passwords.strength import judge
from coopdesk.passwords.words import LISTS, ranks
from coopdesk.texts import say

ROOT = Path(__file__).parents[2]
FILES = sorted(set(resources.path("words").glob("*.txt")) - set(resources.path("words").glob("phrase-*.txt")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_list_tells_its_source_and_licence_and_is_nfc(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)
    head = "".join(line for line in text.splitlines() if line.startswith("#"))
    assert "icence" in head
    assert file.stem in {*LISTS, "numbers", "endings"}


def test_the_script_makes_the_very_lists_that_stand_here(tmp_path: Path) -> None:
    script = ROOT / "packaging/words/make_words.py"

    subprocess.run([sys.executable, script, tmp_path], env={"PYTHONPATH": str(ROOT)}, check=True)

    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in FILES}


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("সমবায়", ["samabay", "somobay", "shomobay", "somobai", "samobay"]),
        ("কার্যালয়", ["karjalay", "karjaloy", "karyaloy", "kaarzaloi"]),
        ("অধিদপ্তর", ["odhidoptor", "adhidaptar", "odhidaptar"]),
        ("সরকার", ["sorkar", "sarkar", "shorkar"]),
        ("গোপালগঞ্জ", ["gopalganj", "gopalgonj", "gopalgonz", "gopalgong"]),
        ("ভালোবাসা", ["bhalobasha", "valobasa", "valobasha"]),
    ],
)
def test_what_people_type_is_one_of_the_spellings(word: str, typed: list[str]) -> None:
    known = {fold(spelt).text for spelt in spellings(unicodedata.normalize("NFC", word))}

    assert {fold(one).text for one in typed} <= known


def test_bijoys_keys_write_the_word() -> None:
    assert bijoy(unicodedata.normalize("NFC", "সমবায়")) == "nmhfw"
    assert bijoy("ঢাকা") == "efjf"


@given(st.text(max_size=40))
def test_a_folded_letter_stands_where_it_was_typed(typed: str) -> None:
    folded = fold(typed.lower())

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(start < end <= len(typed.lower()) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@pytest.mark.parametrize(
    "password",
    [
        "Gopalganj@2024", "jnaglapog71", "GopalganjGopalganj", "dhaka-dhaka", "G0p@lganj#1", "সমবায়১২৩", "sho-mobay 71",
        "01712345678", "+880 1712-345678", "rahim01712345678", "4829173650", "1990269123456", "19902691234567890",
        "26march1971", "২৬মার্চ", "21shefebruary", "16december", "boishakh1431", "ঙযডপটচ", "বকতদ", "nmhfw@123",
        "আমার সোনার বাংলা", "amar sonar bangla 71",
    ],
)  # fmt: skip
def test_what_a_neighbour_would_try_is_weak(password: str) -> None:
    assert judge(password).score <= 2


@pytest.mark.parametrize("password", ["গোপালগঞ্জ", "Gopalganj", "গোপালগন্জ"])
def test_a_context_in_bangla_is_known_in_latin_too(password: str) -> None:
    assert judge("zhonkarpur@24", ["ঝঙ্কারপুর"]).score < judge("zhonkarpur@24").score
    assert judge(password, ["গোপালগঞ্জ"]).score <= 1


def test_it_says_in_words_what_is_in_it() -> None:
    verdict = judge("গোপালগঞ্জ২০২৪")

    assert verdict.reasons[0].bn == "এতে জেলার নাম ও সাল আছে।"
    assert verdict.reasons[0].en == "It holds a district's name and a year."


def test_it_names_all_kinds_and_no_other() -> None:
    reasons = [reason.en for reason in judge("26march1971").reasons]

    assert reasons[0] == "It holds a month, day or season and a year."
    assert not any("top-" in reason.en for reason in judge("01712345678").reasons)


def test_it_says_about_how_long_a_guess_would_take() -> None:
    assert judge("123456").reasons[-1].en == (
        "To guess it would take about a minute on a login page, less than a second with a stolen list."
    )
    assert time_to_guess(8.5).bn == ("অনুমান করতে আনুমানিক সময় লাগবে লগইন পাতায় শত শত বছর, চুরি হওয়া তালিকা থেকে ৯ ঘণ্টা।")


def test_plain_zxcvbn_is_left_as_it_was() -> None:
    from zxcvbn.matching import RANKED_DICTIONARIES  # noqa: PLC0415

    before = {name: len(ranked) for name, ranked in RANKED_DICTIONARIES.items()}
    search("samabay123", ("samabay",))

    assert {name: len(ranked) for name, ranked in RANKED_DICTIONARIES.items()} == before


def test_the_lists_of_digits_and_endings_are_ranked() -> None:
    assert ranks("numbers")["123"] == 1
    assert ranks("endings")["র"] == 1
    assert say("passwords", "kind.districts").bn == "জেলার নাম"
