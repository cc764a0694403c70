"""Errors that a person can do something about."""

from coopdesk.texts import Said, say


class CoopDeskError(Exception):
    """A known trouble: bad input, disk, keyring. It says in the person's language what to do.

    Every other exception is a bug, and is treated as one. `key` names the text in `resources/texts/errors.toml`.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        """Name the text and the values that stand in it. No value may hold a secret."""
        self.key = key
        self.said: Said = say("errors", key, **values)
        super().__init__(self.said.en)


class Locked(CoopDeskError):
    """The secrets are locked: once their passphrase is given, the same deed can be done again."""
