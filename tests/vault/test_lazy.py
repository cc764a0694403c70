"""The keyring's library is loaded when a secret is handled, not before."""

import subprocess
import sys


def test_a_vault_costs_nothing_until_it_is_asked() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys; from coopdesk.vault import Vault; Vault('x'); print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert not {"keyring", "secretstorage", "jeepney"} & set(loaded)
