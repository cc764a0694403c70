"""Try the meter on the labelled passwords: `python -m tests.passwords.measure` prints what was misjudged.

Only of the passwords that the meter was built with: those held back stay unseen.
"""

from coopdesk.passwords.strength import judge
from tests.passwords.labels import labelled


def main() -> None:
    """Print each misjudged password with its score."""
    for name in ("weak", "strong"):
        for password in labelled(name).built_with:
            verdict = judge(password)
            if (verdict.score <= 2) != (name == "weak"):
                print(f"{name:<7}{verdict.score}  {verdict.guesses_log10:5.1f}  {password}")  # noqa: T201


main()
