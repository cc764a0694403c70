"""The key that signs the office's certificates: made on first use, kept in the keyring and nowhere else.

An example touches no keyring: its key lies in a file in its own folder, and names itself an example.
"""

from pathlib import Path

from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.files import disk_troubles, write_whole
from coopdesk.papers.signing import fingerprint, new_key

EXAMPLE_KEY = "example-key.pem"
_NO_KEYRING = frozenset({"vault.none", "vault.no_answer"})


def signing_key(parts: Parts) -> str | None:
    """Return the office's key, made now where there was none; None where this computer has no usable keyring.

    Raises:
        CoopDeskError: the keyring is locked or the person refused (`vault.*`), what it holds is no key
            (`signing.damaged`), or the disk refuses.
    """
    if parts.facts().office.example:
        return _example_key(parts.register.folder / EXAMPLE_KEY)
    try:
        vault = parts.vault()
        key = vault.signing_key()
        if key is None:
            key = new_key()
            vault.keep_signing_key(key)
    except CoopDeskError as trouble:
        if trouble.key in _NO_KEYRING:
            return None
        raise
    return _whole(key)


def key_fingerprint(parts: Parts) -> str:
    """Return the fingerprint of the office's key, to be shown and told; empty where there is no usable keyring.

    Raises:
        CoopDeskError: as `signing_key` does.
    """
    key = signing_key(parts)
    return fingerprint(key) if key else ""


def _example_key(file: Path) -> str:
    with disk_troubles(file):
        if not file.exists():
            key = new_key()
            write_whole(file, lambda beside: _write(beside, key))
        return _whole(file.read_text("utf-8", "replace"))


def _whole(key: str) -> str:
    try:
        fingerprint(key)
    except ValueError:
        raise CoopDeskError("signing.damaged") from None
    return key


def _write(file: Path, key: str) -> None:
    file.touch(mode=0o600)
    file.write_text(key, "utf-8")
