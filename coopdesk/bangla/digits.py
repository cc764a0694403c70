"""Bangla and ASCII digits."""

_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
_TO_ASCII = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")


def to_bangla(text: str) -> str:
    """Return `text` with its ASCII digits as Bangla digits."""
    return text.translate(_TO_BANGLA)


def to_ascii(text: str) -> str:
    """Return `text` with its Bangla digits as ASCII digits."""
    return text.translate(_TO_ASCII)
