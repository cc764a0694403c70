"""Secrets: in the computer's own keyring, or in a KeePass file."""
