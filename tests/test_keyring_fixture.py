"""A keyring that aborts by itself is told from one that a test ended."""

import signal

from tests.keyring_fixture import GnomeKeyring, aborted


def test_what_a_test_ends_did_not_abort(gnome_keyring: GnomeKeyring) -> None:
    assert not aborted()
    gnome_keyring.stop()
    assert not aborted()


def test_what_aborts_is_seen(gnome_keyring: GnomeKeyring) -> None:
    gnome_keyring.daemon.send_signal(signal.SIGABRT)
    gnome_keyring.daemon.wait()
    assert aborted()
