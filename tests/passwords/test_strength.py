"""What a password is worth: zxcvbn's verdict, our words for it, and the rulebook's bar."""

import ast
import inspect
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import feedback, zxcvbn

from coopdesk.passwords.policy import is_strong, why_not_strong
from coopdesk.passwords.strength import Strength, judge, too_complex
from coopdesk.texts import say, table

OFFICE = "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
STRONG = "নৌকা 47 Lemon কাগজ তারা"


@dataclass(frozen=True)
class Numbers:
    """A rulebook's numbers."""

    score: int = 3
    length: int = 15
    length_two_step: int = 8


def reason(key: str, **values: object) -> object:
    return say("passwords", key, **values)


def zxcvbns_sentences() -> set[str]:
    """Return every sentence that zxcvbn marks for translation."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(feedback))) if isinstance(node, ast.Call))
    return {ast.literal_eval(call.args[0]) for call in calls if getattr(call.func, "id", "") == "_"}


def test_all_that_zxcvbn_says_is_said_in_bangla_too() -> None:
    ours = {text.en for key, text in table("passwords").items() if key.startswith("zxcvbn.")}

    assert len(ours) > 20
    assert ours == zxcvbns_sentences()


@pytest.mark.parametrize("password", ["password", "correct horse battery", "qwertyuiop", "19711216", "xK9#mQ2$vL7"])
def test_plain_passwords_get_plain_zxcvbns_score(password: str) -> None:
    assert judge(password).score == zxcvbn(password)["score"]
    assert judge(password).guesses_log10 == float(zxcvbn(password)["guesses_log10"])


def test_a_weak_password_is_told_why_in_both_languages() -> None:
    verdict = judge("password")

    assert verdict.score == 0
    assert verdict.reasons[0] == reason("zxcvbn.top_10")
    assert verdict.reasons[0].bn == "এটি সবচেয়ে প্রচলিত ১০টি পাসওয়ার্ডের একটি।"


def test_a_strong_one_is_told_nothing() -> None:
    verdict = judge(STRONG)

    assert verdict.score == 4
    assert verdict.reasons == ()


@pytest.mark.parametrize("password", ["", "\u200c\u200d"])
def test_nothing_typed_is_weak(password: str) -> None:
    verdict = judge(password)

    assert verdict == Strength(0, 0.0, len(password), (reason("strength.empty"),))


@pytest.mark.parametrize(
    "password",
    ["গোপালগঞ্জ২০২৪", "গোপালগঞ্জ2024", "গোপালগঞ\u200c্জ২০২৪", "সমবা\u09dfগোপালগঞ্জ", "সমবায\u09bcগোপালগঞ্জ"],
)
def test_the_offices_own_words_count_as_known(password: str) -> None:
    verdict = judge(password, [OFFICE])

    assert verdict.score <= 2
    assert verdict.guesses_log10 < judge(password).guesses_log10
    assert reason("strength.known_word") in verdict.reasons


@pytest.mark.parametrize(
    "password", ["rahimuddin71", "Rahim-Uddin", "RAHIMUDDIN!", "r@himudd1n", "RahimRahim", "niddumihar"]
)
def test_a_members_name_counts_as_known_however_it_is_joined(password: str) -> None:
    verdict = judge(password, ["Md. Rahim-Uddin"])

    assert verdict.score <= 2
    assert verdict.guesses_log10 < judge(password).guesses_log10


def test_one_calls_context_is_not_the_next_ones() -> None:
    judge("Zorplinabo", ["Zorplinabo"])

    assert judge("Zorplinabo").guesses_log10 > judge("Zorplinabo", ["Zorplinabo"]).guesses_log10


def test_bangla_digits_are_read_as_digits() -> None:
    assert judge("১২৩৪৫৬").score == 0
    assert judge("১২৩৪৫৬").reasons == judge("123456").reasons
    assert judge("১৬১২১৯৭১").guesses_log10 == judge("16121971").guesses_log10


def test_a_long_password_is_judged_by_its_first_72_characters_and_told_so() -> None:
    long = "নৌকা 47 Lemon " * 800

    verdict = judge(long)

    assert verdict.length == len(unicodedata.normalize("NFC", long))
    assert verdict.reasons[-1] == reason("strength.over_72")
    assert verdict.guesses_log10 == judge(long[:72]).guesses_log10
    assert reason("strength.over_72") not in judge(STRONG).reasons


def test_characters_are_counted_the_same_however_they_were_typed() -> None:
    assert judge("সমবা\u09df").length == judge("সমবায\u09bc").length


@settings(deadline=None)
@given(st.text(st.characters(), max_size=30), st.lists(st.text(), max_size=4))
def test_whatever_is_typed_gets_a_verdict(password: str, context: list[str]) -> None:
    assert judge(password, context).score in range(5)


@pytest.mark.parametrize(
    ("score", "length", "two_step", "strong"),
    [
        (3, 15, False, True),
        (3, 14, False, False),
        (4, 14, False, False),
        (2, 30, False, False),
        (3, 8, True, True),
        (3, 7, True, False),
        (2, 8, True, False),
    ],
)
def test_strong_is_the_score_and_the_length_that_the_rulebook_asks(
    score: int, length: int, two_step: bool, strong: bool
) -> None:
    verdict = Strength(score, 9.0, length, ())

    assert is_strong(verdict, two_step, Numbers()) is strong
    assert bool(why_not_strong(verdict, two_step, Numbers())) is not strong


def test_another_rulebook_asks_other_numbers() -> None:
    verdict = Strength(3, 9.0, 15, ())

    assert not is_strong(verdict, False, Numbers(score=4))
    assert not is_strong(verdict, False, Numbers(length=16))
    assert is_strong(verdict, True, Numbers(length=16, length_two_step=12))


def test_a_short_one_is_told_both_ways_out() -> None:
    (said,) = why_not_strong(Strength(4, 12.0, 12, ()), False, Numbers())

    assert said.bn == "অক্ষর আছে ১২টি, প্রয়োজন অন্তত ১৫টি; দুই ধাপের লগইন চালু থাকলে ৮টিই যথেষ্ট।"
    assert said.en == "It has 12 characters and needs at least 15; 8 are enough with two-step login."


def test_a_very_short_one_is_not_sent_to_two_step_login() -> None:
    assert why_not_strong(Strength(4, 12.0, 7, ()), True, Numbers()) == (
        reason("strength.too_short_two_step", length=7, needed=8),
    )
    assert why_not_strong(Strength(4, 12.0, 7, ()), False, Numbers()) == (
        reason("strength.too_short_two_step", length=7, needed=15),
    )


def test_a_guessable_one_is_told_the_score_and_what_is_wrong() -> None:
    said = why_not_strong(judge("password"), True, Numbers())

    assert said[0] == reason("strength.guessable", score=0, needed=3)
    assert said[1] == reason("zxcvbn.top_10")


def test_one_too_complex_to_judge_is_not_strong_and_told_only_that() -> None:
    verdict = too_complex("x" * 40)

    assert not is_strong(verdict, False, Numbers())
    assert why_not_strong(verdict, False, Numbers()) == (reason("strength.too_complex"),)
