"""About how long a guess would take, in words."""

from coopdesk.texts import Said, say

# As zxcvbn reckons (`time_estimates`): a login page that slows guesses down, and a stolen list that was kept with care.
_ONLINE_A_SECOND = 100 / 3600
_OFFLINE_A_SECOND = 1e4

_UNITS = (
    ("year", 31 * 12 * 86_400),
    ("month", 31 * 86_400),
    ("day", 86_400),
    ("hour", 3600),
    ("minute", 60),
    ("second", 1),
)
_CENTURY = 100 * 31 * 12 * 86_400
_MOST_LOG10 = 300.0


def time_to_guess(guesses_log10: float) -> Said:
    """Say how long so many guesses (as a power of ten) take on a login page and with a stolen list of passwords."""
    guesses = 10.0 ** min(guesses_log10, _MOST_LOG10)
    return say(
        "passwords",
        "strength.time",
        online=_in_words(guesses / _ONLINE_A_SECOND),
        offline=_in_words(guesses / _OFFLINE_A_SECOND),
    )


def _in_words(seconds: float) -> Said:
    if seconds >= _CENTURY:
        return say("passwords", "duration.centuries")
    for unit, size in _UNITS:
        if seconds >= size:
            number = round(seconds / size)
            many = number > 1
            return (
                say("passwords", "duration." + unit + "s", n=number) if many else say("passwords", "duration." + unit)
            )
    return say("passwords", "duration.instant")
