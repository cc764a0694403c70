"""Passwords: how strong one is, in words. Pure."""
