"""The keyring's library is loaded when a secret is handled, not before."""

import subprocess
import sys


def test_a_vault_costs_nothing_until_it_is_asked() -> None:
    code = (
        "import sys; from pathlib import Path; from coopdesk.vault.home import Home;"
        "from coopdesk.vault.vault import Vault; Vault(Home('x', Path())); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()

    assert not {"keyring", "secretstorage", "jeepney"} & set(loaded)
