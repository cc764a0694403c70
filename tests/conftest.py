"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

PACKAGES = Path(__file__).parent / "packages"

pytest_plugins = ["tests.keyring_fixture"]

# Set before anything imports keyring, and inherited by the commands that tests run: without the gnome_keyring
# fixture every use of a keyring raises.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the tests of installed programs unless they are named: they belong to `make test-packages`."""
    named = any("packages" in Path(given.partition("::")[0]).parts for given in config.args)
    return True if collection_path == PACKAGES and not named else None


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return CoopDesk's data folder for this test, which the commands it runs use too; it is not there yet."""
    folder = tmp_path / "CoopDesk"
    monkeypatch.setenv("COOPDESK_DATA_DIR", str(folder))
    return folder
