"""Passwords: how strong one is, why it is not, and a judge that never keeps anyone waiting. Keeps no password."""
