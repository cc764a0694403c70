"""A real gnome-keyring for tests: on a D-Bus of its own, in a home of its own, never the person's."""

import gc
import os
import signal
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import keyring
import pytest
import secretstorage
from keyring.backends.SecretService import Keyring

# No service can be started from this bus, so that a locked keyring cannot prompt: asked to unlock, it refuses.
_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={home}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

_daemons: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class GnomeKeyring:
    """The running keyring, for what a test does to it behind CoopDesk's back."""

    backend: Keyring
    daemon: subprocess.Popen[bytes]

    def lock(self) -> None:
        """Lock it, as a screen lock may."""
        with closing(secretstorage.dbus_init()) as connection:
            secretstorage.get_default_collection(connection).lock()

    def stop(self) -> None:
        """End it, as a crash would."""
        self.daemon.kill()
        self.daemon.wait()

    def entries(self) -> dict[str, bytes]:
        """Return every secret it holds by its label."""
        with closing(secretstorage.dbus_init()) as connection:
            items = secretstorage.get_default_collection(connection).get_all_items()
            return {item.get_label(): item.get_secret() for item in items}

    def overwrite(self, service: str, account: str, secret: bytes) -> None:
        """Put other bytes in place of a secret, as another program may."""
        with closing(secretstorage.dbus_init()) as connection:
            found = secretstorage.get_default_collection(connection).search_items(
                {"service": service, "username": account}
            )
            next(iter(found)).set_secret(secret)


def aborted() -> bool:
    """Tell whether the last daemon ended by an assertion of its own, as no test does to it.

    gnome-keyring 42 does so once in some thousand starts on a busy machine: 'GLib-GIO: invoke_get_property_in_idle_cb:
    assertion failed'.
    """
    return bool(_daemons) and _daemons[-1].poll() == -signal.SIGABRT


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let a test whose real keyring aborted by itself be run once more; the summary counts it."""
    if config.getoption("reruns") is None:
        for item in items:
            if "gnome_keyring" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.flaky(reruns=2, condition=aborted))


@pytest.fixture
def gnome_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[GnomeKeyring]:
    """Run an unlocked, empty gnome-keyring and point keyring and the whole process's environment at it."""
    missing = [program for program in ("dbus-daemon", "gnome-keyring-daemon") if not which(program)]
    if missing:
        pytest.fail(f"install {' and '.join(missing)}: the keyring is tested for real")
    keyring.get_keyring()  # chosen now: what still runs when this one is gone finds that again, and none else
    with ExitStack() as stack:
        # A socket's path may have no more than 107 characters: pytest's own folders are too deep.
        home = Path(stack.enter_context(TemporaryDirectory(prefix="keyring-")))
        monkeypatch.setenv("HOME", str(home))
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
        (home / "bus.conf").write_text(_BUS.format(home=home), encoding="utf-8")

        bus = _started(stack, ["dbus-daemon", "--nofork", f"--config-file={home / 'bus.conf'}", "--print-address=1"])
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", _first_line(bus))
        daemon = _started(stack, ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], b"test")
        _daemons.append(daemon)
        _wait_for_service(daemon)

        # For the commands that a test runs; this process is told itself.
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.SecretService.Keyring")
        backend = Keyring()
        # By monkeypatch, as tests do it: undone in turn, the last of them leaves the one that there was.
        monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
        yield GnomeKeyring(backend, daemon)
        _let_go_of_connections()


def _started(stack: ExitStack, command: list[str], said: bytes = b"") -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(os.environ)
    )
    stack.enter_context(process)
    stack.callback(process.terminate)
    assert process.stdin
    process.stdin.write(said)
    process.stdin.close()
    return process


def _first_line(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout
    return process.stdout.readline().decode().strip()


def _wait_for_service(daemon: subprocess.Popen[bytes], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while True:
        with closing(secretstorage.dbus_init()) as connection:
            if secretstorage.check_service_availability(connection):
                return
        if daemon.poll() is not None or time.monotonic() > until:
            pytest.fail("gnome-keyring-daemon did not start")
        time.sleep(0.01)


def _let_go_of_connections() -> None:
    # keyring leaves a connection open where a keyring is locked or gone; it is closed here, with no warning.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
