"""Secrets: the computer's own keyring."""
