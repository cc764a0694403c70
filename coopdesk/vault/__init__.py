"""Secrets: in the computer's own keyring, or in a KeePass file."""

from coopdesk.vault.home import Home, Key, VaultStatus
from coopdesk.vault.vault import Vault, Vaults

__all__ = ["Home", "Key", "Vault", "VaultStatus", "Vaults"]
