"""The word lists for passphrases: easy to read aloud, and no word to be taken for another."""

import re
import runpy
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from coopdesk import resources
from coopdesk.bangla.names import normal_form
from coopdesk.passwords.generate import phrase_words
from coopdesk.passwords.spelling import fold
from coopdesk.texts import LANGUAGES, Language

Script: TypeAlias = dict[str, Any]
SCRIPT = Path(__file__).parents[2] / "packaging/words/make_phrases.py"
FILES = sorted(resources.path("words").glob("phrase-*.txt"))


@pytest.fixture(scope="module")
def script() -> Script:
    """Return the names of the script that makes the lists, which is not run."""
    return runpy.run_path(str(SCRIPT))


def test_the_script_makes_the_very_lists_that_stand_here(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SCRIPT, tmp_path], env={"PYTHONPATH": str(SCRIPT.parents[2])}, check=True)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        file.name: file.read_bytes() for file in FILES
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_list_tells_its_source_and_licence_and_is_nfc(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert text.startswith("# Written for CoopDesk. Licence:")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_words_each_once(language: Language) -> None:
    known = phrase_words(language)

    assert len(known) >= 2048
    assert len({normal_form(word) for word in known}) == len(known)


def test_a_word_is_short_and_in_its_own_letters() -> None:
    assert [word for word in phrase_words("en") if not re.fullmatch("[a-z]{3,7}", word)] == []
    for word in phrase_words("bn"):
        assert re.fullmatch("[\u0980-\u09e3]+", word), word
        assert 3 <= sum(letter not in "\u09cd\u09bc" for letter in word) <= 7, word


def test_two_english_words_differ_in_two_letters_at_least() -> None:
    """Nor are they the same letters with two neighbours changed, nor the same once each has lost one letter."""
    forms = ({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))} for word in phrase_words("en"))

    assert [form for form, times in Counter(chain.from_iterable(forms)).items() if times > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("কুল", "কূল"),
        ("দিন", "দীন"),
        ("বাড়ি", "বারি"),
        ("শব", "সব"),
        ("বাণ", "বান"),
        ("বাঘ", "বাগ"),
        ("কালো", "কাল"),
        ("যাম", "জাম"),
        ("গাঁথা", "গাথা"),
        ("সত্য", "সত্ত"),
        ("ঘর", "ঘড়"),
        ("লাল", "নাল"),
    ],
)
def test_bangla_words_that_sound_or_look_alike_do_not_stand_together(script: Script, one: str, other: str) -> None:
    assert list(script["apart"]([one, other], script["bangla_marks"])) == [one]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("steel", "steal"),
        ("form", "from"),
        ("night", "knight"),
        ("write", "right"),
        ("pair", "pear"),
    ],
)
def test_english_words_that_sound_or_look_alike_do_not_stand_together(script: Script, one: str, other: str) -> None:
    assert list(script["apart"]([one, other], script["latin_marks"])) == [one]


def test_words_that_nobody_mistakes_stand_together(script: Script) -> None:
    assert list(script["apart"](["নদী", "আকাশ", "চশমা"], script["bangla_marks"])) == ["নদী", "আকাশ", "চশমা"]
    assert list(script["apart"](["river", "mango", "chair"], script["latin_marks"])) == ["river", "mango", "chair"]


def test_no_two_bangla_words_are_folded_to_one() -> None:
    known = phrase_words("bn")

    assert len({fold(word).text for word in known}) == len(known)
