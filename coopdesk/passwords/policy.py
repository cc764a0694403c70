"""Which passwords are strong enough: clause 03.5 with the numbers of the rulebook, which follow NIST SP 800-63B-4."""

from typing import Protocol

from coopdesk.passwords.strength import Strength
from coopdesk.texts import Said, say


class Policy(Protocol):
    """What a password must reach: zxcvbn's score (0–4), and lengths in characters. The rulebook's `Values` are one."""

    @property
    def score(self) -> int:
        """The least score."""
        ...

    @property
    def length(self) -> int:
        """The least length without two-step login."""
        ...

    @property
    def length_two_step(self) -> int:
        """The least length with two-step login."""
        ...


def is_strong(strength: Strength, two_step: bool, values: Policy) -> bool:
    """Tell whether a password is strong for an account with or without two-step login."""
    return strength.score >= values.score and strength.length >= _needed(two_step, values)


def why_not_strong(strength: Strength, two_step: bool, values: Policy) -> tuple[Said, ...]:
    """Return what keeps a password from being strong and how to do better; nothing when it is strong."""
    if is_strong(strength, two_step, values):
        return ()
    if say("passwords", "strength.too_complex") in strength.reasons:
        return strength.reasons
    said = []
    if strength.length < _needed(two_step, values):
        said.append(_too_short(strength, two_step, values))
    if strength.score < values.score:
        said.append(say("passwords", "strength.guessable", score=strength.score, needed=values.score))
    return (*said, *strength.reasons)


def _needed(two_step: bool, values: Policy) -> int:
    return values.length_two_step if two_step else values.length


def _too_short(strength: Strength, two_step: bool, values: Policy) -> Said:
    if two_step or strength.length < values.length_two_step:
        needed = _needed(two_step, values)
        return say("passwords", "strength.too_short_two_step", length=strength.length, needed=needed)
    return say(
        "passwords",
        "strength.too_short",
        length=strength.length,
        needed=values.length,
        needed_two_step=values.length_two_step,
    )
