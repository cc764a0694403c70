"""Handing the desk over, step by step, and taking it over."""
