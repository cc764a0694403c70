"""Secrets: the computer's own keyring."""

from coopdesk.vault.vault import Vault, VaultStatus

__all__ = ["Vault", "VaultStatus"]
