"""Secrets in a real gnome-keyring, and each trouble that a keyring can make."""

import logging
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import keyring
import pytest
import secretstorage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.backends.SecretService import Keyring as SecretServiceKeyring
from keyring.errors import KeyringError, PasswordDeleteError, PasswordSetError

from coopdesk.errors import CoopDeskError
from coopdesk.vault.home import Home, VaultStatus
from coopdesk.vault.kdbx import NO_TEXT
from coopdesk.vault.stores import KeyringStore
from coopdesk.vault.vault import Vault
from tests.keyring_fixture import GnomeKeyring

REGISTER = "3f0c"
CANARY = "canary-গোপন-7391"
# keyring leaves its connection open where a keyring refuses.
leaves_connections = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture
def vault(gnome_keyring: GnomeKeyring, tmp_path: Path) -> Vault:
    return Vault(Home(REGISTER, tmp_path))


@pytest.fixture
def other_keyring() -> Iterator[None]:
    """Let a test choose its own keyring, and put the former one back."""
    before = keyring.core._keyring_backend
    yield
    keyring.core._keyring_backend = before


def trouble(deed: object, *args: object) -> CoopDeskError:
    """Return the known trouble that a deed ends in, after seeing that nothing of it shows a secret."""
    with pytest.raises(CoopDeskError) as caught:
        deed(*args)  # type: ignore[operator]
    error = caught.value
    shown = [str(error), repr(error), repr(vars(error)), error.said.bn, error.said.en]
    shown += traceback.format_exception(error)
    assert error.key == "vault.none" or error.__context__ is None
    assert not any(CANARY in text for text in shown)
    return error


@pytest.mark.parametrize("secret", [CANARY, "x", "a" * 1280, "😀" * 640, 'q"uo\\te\n\t', "সমবা\u09df", "সমবায\u09bc"])
def test_a_secret_comes_back_letter_for_letter(vault: Vault, gnome_keyring: GnomeKeyring, secret: str) -> None:
    vault.keep("page", secret)

    assert vault.reveal("page") == secret
    assert vault.reveal_kept("page") == secret
    assert list(gnome_keyring.entries().values()) == [secret.encode()]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters().filter(lambda letter: not NO_TEXT.search(letter)), min_size=1, max_size=640))
def test_whatever_is_text_can_be_kept(vault: Vault, secret: str) -> None:
    vault.keep("page", secret)

    assert vault.reveal("page") == secret


def test_a_new_secret_takes_the_place_of_the_old_one(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    vault.keep("page", "old")
    vault.keep("page", "new")

    assert vault.reveal("page") == "new"
    assert len(gnome_keyring.entries()) == 1


def test_each_register_has_its_own_secrets(vault: Vault, tmp_path: Path) -> None:
    vault.keep("page", "ours")

    assert Vault(Home("other", tmp_path)).reveal("page") is None
    assert keyring.get_password("CoopDesk/3f0c", "page") == "ours"


def test_what_was_forgotten_is_gone(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    vault.keep("page", CANARY)
    vault.keep("group", "other")

    vault.forget("page")
    vault.forget("never kept")

    assert vault.reveal("page") is None
    assert list(gnome_keyring.entries().values()) == [b"other"]


def test_a_secret_deleted_by_hand_is_missed(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    vault.keep("page", CANARY)
    gnome_keyring.backend.delete_password(f"CoopDesk/{REGISTER}", "page")

    assert vault.reveal("page") is None
    assert trouble(vault.reveal_kept, "page").key == "vault.gone"


def test_the_account_with_the_same_secret_is_named(vault: Vault) -> None:
    vault.keep("page", "one")
    vault.keep("group", CANARY)

    assert vault.same_as(CANARY, ["none kept", "page", "group"]) == "group"
    assert vault.same_as("another", ["none kept", "page", "group"]) is None
    assert vault.same_as(CANARY, []) is None


@pytest.mark.parametrize(
    ("secret", "key"),
    [
        ("", "vault.empty"),
        (f"{CANARY}\0", "vault.not_text"),
        (f"{CANARY}\ud800", "vault.not_text"),
        (f"{CANARY}\x1b", "vault.not_text"),
        (f"{CANARY}\uffff", "vault.not_text"),
        (CANARY + "a" * 1280, "vault.too_long"),
        ("😀" * 641, "vault.too_long"),
    ],
)
def test_what_no_keyring_can_hold_is_said_before_asking(vault: Vault, secret: str, key: str) -> None:
    vault.keep("page", "before")

    assert trouble(vault.keep, "page", secret).key == key
    assert vault.reveal("page") == "before"


def test_the_limit_is_said_in_the_persons_digits(vault: Vault) -> None:
    said = trouble(vault.keep, "page", "a" * 1281).said

    assert "১২৮১" in said.bn
    assert "1280" in said.en


@leaves_connections
def test_a_locked_keyring_is_said_to_be_locked(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    vault.keep("page", "before")
    gnome_keyring.lock()

    for deed in (vault.reveal, vault.reveal_kept, vault.forget):
        assert trouble(deed, "page").key == "vault.locked"
    assert trouble(vault.keep, "page", CANARY).key == "vault.locked"
    assert trouble(vault.same_as, CANARY, ["page"]).key == "vault.locked"
    assert vault.home.status().trouble == trouble(vault.reveal, "page").said


@leaves_connections
def test_a_keyring_that_crashed_is_said_not_to_answer(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    gnome_keyring.stop()

    assert trouble(vault.keep, "page", CANARY).key == "vault.no_answer"
    assert trouble(vault.reveal, "page").key == "vault.no_answer"


def test_a_bus_that_is_gone_is_said_not_to_answer(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")

    assert trouble(vault.keep, "page", CANARY).key == "vault.no_answer"


def test_bytes_that_another_program_wrote_are_unreadable_and_can_be_replaced(
    vault: Vault, gnome_keyring: GnomeKeyring
) -> None:
    for repair in (lambda: vault.keep("page", "new"), lambda: vault.forget("page")):
        vault.keep("page", CANARY)
        gnome_keyring.overwrite(f"CoopDesk/{REGISTER}", "page", b"\xff" + CANARY.encode())

        assert trouble(vault.reveal, "page").key == "vault.unreadable"
        repair()
        assert vault.reveal("page") in ("new", None)


class ForgetfulKeyring(SecretServiceKeyring):
    """A real Secret Service that alters what it stores and keeps what it should delete."""

    viable = False  # keyring does not find it by itself

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password.upper())

    def delete_password(self, service: str, username: str) -> None:
        """Delete nothing, and say nothing."""


class RefusingKeyring(SecretServiceKeyring):
    """A real Secret Service whose person says no to every change, as KWallet reports it, secret and all."""

    viable = False  # keyring does not find it by itself

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(f"Cancelled by user: {password}")

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("Cancelled by user")


class TalkativeKeyring(SecretServiceKeyring):
    """A real Secret Service that fails with the secret on its lips."""

    viable = False  # keyring does not find it by itself

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringError(f"could not store {password}")


def test_what_reads_back_otherwise_does_not_count_as_kept(vault: Vault) -> None:
    keyring.set_keyring(ForgetfulKeyring())

    assert trouble(vault.keep, "page", CANARY).key == "vault.differs"


def test_what_is_still_there_does_not_count_as_forgotten(vault: Vault) -> None:
    vault.keep("page", CANARY)
    for refusing in (ForgetfulKeyring(), RefusingKeyring()):
        keyring.set_keyring(refusing)

        assert trouble(vault.forget, "page").key == "vault.not_deleted"


def test_a_person_who_says_no_is_understood(vault: Vault) -> None:
    keyring.set_keyring(RefusingKeyring())

    assert trouble(vault.keep, "page", CANARY).key == "vault.refused"


def test_a_dismissed_prompt_is_a_refusal(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    # Without a default collection the keyring asks the person to make one; nobody is there to agree.
    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_default_collection(connection).delete()

    assert trouble(vault.keep, "page", CANARY).key == "vault.refused"


def test_a_keyrings_own_words_go_no_further(vault: Vault) -> None:
    keyring.set_keyring(TalkativeKeyring())

    assert trouble(vault.keep, "page", CANARY).key == "vault.no_answer"


def test_no_secret_is_logged(vault: Vault, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    vault.keep("page", CANARY)
    vault.reveal("page")
    vault.same_as(CANARY, ["page"])
    vault.forget("page")

    assert CANARY not in caplog.text


class PlaintextKeyring(FailKeyring):
    """Stands for the backends that would keep secrets in a plain file."""


@pytest.mark.parametrize("backend", [FailKeyring, NullKeyring, PlaintextKeyring])
def test_a_keyring_that_keeps_nothing_safe_is_none(
    other_keyring: None, tmp_path: Path, backend: type[FailKeyring]
) -> None:
    keyring.set_keyring(backend())
    vault = Vault(Home(REGISTER, tmp_path))

    assert trouble(vault.keep, "page", CANARY).key == "vault.none"
    assert trouble(vault.reveal, "page").key == "vault.none"
    assert trouble(vault.forget, "page").key == "vault.none"
    assert vault.home.status() == VaultStatus(None, trouble(vault.reveal, "page").said)
    assert not vault.home.status().usable


class ChainOf(ChainerBackend):
    """keyring's chain of several keyrings, with the links a test gives it."""

    backends: list[object] = []  # noqa: RUF012


def test_a_chain_of_none_that_we_trust_is_none(other_keyring: None, tmp_path: Path) -> None:
    chain = ChainOf()
    chain.backends = [PlaintextKeyring(), NullKeyring()]
    keyring.set_keyring(chain)

    assert trouble(Vault(Home(REGISTER, tmp_path)).reveal, "page").key == "vault.none"


def test_of_a_chain_the_trusted_keyring_alone_is_asked(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    chain = ChainOf()
    chain.backends = [PlaintextKeyring(), gnome_keyring.backend]
    keyring.set_keyring(chain)

    vault.keep("page", CANARY)

    assert list(gnome_keyring.entries().values()) == [CANARY.encode()]


@pytest.mark.parametrize("name", ["no.such.Keyring", "keyring.backends.fail.NoSuch", "nodots"])
def test_a_setting_that_names_no_keyring_is_none(
    other_keyring: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    keyring.core._keyring_backend = None
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)

    assert Home(REGISTER, tmp_path).status().keyring is None


def test_a_working_keyring_is_named(vault: Vault) -> None:
    status = vault.home.status()

    assert status.usable
    assert status.trouble is None
    assert status.keyring
    assert status.keyring.en.startswith("Secret Service")


def test_a_command_finds_the_same_keyring(vault: Vault) -> None:
    vault.keep("page", CANARY)

    code = (
        "from pathlib import Path; from coopdesk.vault.home import Home; from coopdesk.vault.vault import Vault;"
        "print(ascii(Vault(Home('3f0c', Path('nowhere'))).reveal('page')))"
    )
    revealed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert revealed.strip() == ascii(CANARY)


def test_a_test_writes_and_leaves_nothing_behind(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    assert vault.home.test().usable
    assert gnome_keyring.entries() == {}

    keyring.set_keyring(RefusingKeyring())
    assert vault.home.status().usable
    assert vault.home.test().trouble == trouble(vault.keep, "page", CANARY).said


def test_an_entry_that_is_garbled_keeps_no_new_password_back(vault: Vault, gnome_keyring: GnomeKeyring) -> None:
    vault.keep("group", CANARY)
    vault.keep("page", "before")
    vault.begin_change("page", "after")
    for entry in ("group", "page"):
        gnome_keyring.overwrite(f"CoopDesk/{REGISTER}", entry, b"\xff")

    assert vault.same_as(CANARY, ["group", "page"]) is None
    assert vault.used_before(CANARY, ["group", "page"]) is None
    vault.accept_change("page")
    assert vault.reveal("page") == "after"


def test_what_kind_of_error_it_was_is_logged_without_its_words(
    gnome_keyring: GnomeKeyring, caplog: pytest.LogCaptureFixture
) -> None:
    gnome_keyring.stop()
    with pytest.raises(CoopDeskError):
        KeyringStore("CoopDesk").write("entry", "গোপন-Xy7!")
    assert "the keyring failed: InitError, from SecretServiceNotAvailableException" in caplog.text
    assert "গোপন" not in caplog.text
    assert "not provided" not in caplog.text
