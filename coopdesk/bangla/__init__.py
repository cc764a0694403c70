"""Bangla: digits, both calendars, normal forms of names, dictionary order. Pure functions."""
