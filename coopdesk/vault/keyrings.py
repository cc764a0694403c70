"""Which of the computer's keyrings hold a secret safely, and what their troubles mean. keyring loads on first use."""

import sys
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError
from coopdesk.texts import Text, table

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_TRUSTED = {
    "keyring.backends.Windows": "windows",
    "keyring.backends.SecretService": "secret_service",
    "keyring.backends.libsecret": "secret_service",
    "keyring.backends.kwallet": "kwallet",
    "keyring.backends.macOS": "macos",
}
"""The backends that keep secrets sealed, by module; a plain file, the null keyring and all else are not among them."""

_OWN_ERRORS = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney", "DBusErrorResponse"),
    ("dbus.exceptions", "DBusException"),
    ("gi.repository.GLib", "Error"),
    ("win32ctypes.pywin32.pywintypes", "error"),
    ("pywintypes", "error"),
)
"""Errors that backends let through instead of keyring's own."""


def usable_keyring() -> "KeyringBackend":
    """Return the keyring that this computer offers, or the one the person chose in keyring's own settings.

    Raises:
        CoopDeskError: there is none that keeps secrets sealed.
    """
    # 0.07 s, and only where a secret is handled.
    import keyring  # noqa: PLC0415
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    try:
        found = keyring.get_keyring()
    except (RuntimeError, ImportError, AttributeError, ValueError) as error:
        # keyring's own settings name a backend that does not exist or does not run here.
        raise CoopDeskError("vault.none") from error
    # Of several keyrings keyring makes a chain, which would also ask those we don't trust.
    offered = found.backends if isinstance(found, ChainerBackend) else [found]
    for one in offered:
        if _kind(one):
            return one
    raise CoopDeskError("vault.none")


def name_of(backend: "KeyringBackend") -> Text:
    """Return a trusted keyring's name for the person."""
    return table("vault")[f"keyring.{_kind(backend)}"]


def known_errors() -> tuple[type[Exception], ...]:
    """Return the errors by which a backend says that it could not do what was asked."""
    # Loaded already: a backend was asked before.
    from keyring.errors import KeyringError  # noqa: PLC0415

    own = (getattr(sys.modules[module], name) for module, name in _OWN_ERRORS if module in sys.modules)
    return (KeyringError, OSError, EOFError, UnicodeError, *own)


def meaning(error: Exception) -> str:
    """Return the key of the text that says what a backend's error means to the person."""
    # Loaded already: a backend was asked before.
    from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError  # noqa: PLC0415

    names = {type(error).__name__, type(error.__cause__).__name__}
    if "PromptDismissedException" in names or isinstance(error, PasswordSetError | PasswordDeleteError):
        return "vault.refused"
    if isinstance(error, KeyringLocked) or "LockedException" in names:
        return "vault.locked"
    return "vault.unreadable" if isinstance(error, UnicodeError) else "vault.no_answer"


def kind_of(error: Exception) -> str:
    """Return what kind of error it is and what it came from, without its words: these may hold the secret."""
    kinds: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        told = getattr(cause, "name", None) or getattr(cause, "errno", None) or getattr(cause, "winerror", None)
        kinds.append(f"{type(cause).__name__} {told if isinstance(told, int | str) else ''}".strip())
        cause = cause.__cause__ or cause.__context__
    return ", from ".join(kinds)


def _kind(backend: "KeyringBackend") -> str | None:
    kinds = (_TRUSTED.get(cls.__module__) for cls in type(backend).__mro__)
    return next((kind for kind in kinds if kind), None)
