"""The meter on labelled passwords as people here build them, beside plain zxcvbn; a third was held back."""

from collections.abc import Callable

import pytest
from zxcvbn import zxcvbn

from coopdesk.passwords.strength import judge
from tests.passwords.labels import labelled

PARTS = ("built_with", "held_back")


def rightly(passwords: tuple[str, ...], score: Callable[[str], int], weak: bool) -> float:
    """Return the share of passwords that get a score of their label, in percent."""
    return 100 * sum((score(password) <= 2) == weak for password in passwords) / len(passwords)


def test_there_are_enough_labelled_passwords() -> None:
    sizes = {name: sum(len(getattr(labelled(name), part)) for part in PARTS) for name in ("weak", "strong")}

    assert sizes["weak"] >= 400
    assert sizes["strong"] >= 200


@pytest.mark.parametrize(("name", "least"), [("weak", 98.0), ("strong", 99.0)])
def test_the_meter_agrees_with_the_labels(name: str, least: float, capsys: pytest.CaptureFixture[str]) -> None:
    weak = name == "weak"
    with capsys.disabled():
        print(f"\n{name + ' passwords':<18}{'number':>7}{'CoopDesk':>10}{'zxcvbn':>9}")  # noqa: T201 - shown to who runs it
        for part in PARTS:
            passwords = getattr(labelled(name), part)
            ours = rightly(passwords, lambda password: judge(password).score, weak)
            plain = rightly(passwords, lambda password: zxcvbn(password)["score"], weak)
            print(f"{part.replace('_', ' '):<18}{len(passwords):>7}{ours:>8.1f} %{plain:>7.1f} %")  # noqa: T201

            assert ours >= least


@pytest.mark.parametrize("password", [one for part in PARTS for one in getattr(labelled("strong"), part) if " " in one])
def test_a_passphrase_keeps_four(password: str) -> None:
    assert judge(password).score == 4
