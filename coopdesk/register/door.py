"""What may come into the register: texts without control characters and of a sane length, web addresses, ids, dates.

The same rules stand at the door of a deed and of an import.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import NO_PICTURE, Complaint, Member, Office, PasswordFact
from coopdesk.texts import Said, Text, say, table

LIMIT = 300  # letters in a field that is not named below
LIMITS: Mapping[str, int] = {
    "about": 10_000,
    "address": 2_000,
    "audience": 5_000,
    "grs_url": 2_000,
    "note": 5_000,
    "outcome": 5_000,
    "purpose": 5_000,
    "reason": 5_000,
    "run_by": 5_000,
    "website": 2_000,
    "what": 5_000,
    "withdrawn_reason": 5_000,
}
DRAFT_LIMIT = 10_000
_LINES = frozenset({"about", "audience", "note", "outcome", "purpose", "reason", "run_by", "what", "withdrawn_reason"})
_WEB = frozenset({"address", "grs_url", "website"})
_IDS = frozenset({"id", "account", "accounts", "member", "reused_with"})
_FILE_NAMES = frozenset({"file", "serial"})  # a certificate's file is named after its serial number
_PICTURES = frozenset({"banner", "profile"})
_HASHES = frozenset({"logo", "evidence", "file_sha256", "facts_sha256"}) | _PICTURES
_RANGES: Mapping[tuple[type, str], tuple[int, int]] = {
    (Office, "rotation_days"): (1, 3_650),
    (PasswordFact, "score"): (0, 4),
    (PasswordFact, "length"): (0, 10_000),
}
# Control characters, lone surrogates, the marks that turn a line's direction, and the two codes that are no characters.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_CONTROL_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_FILE_NAME = re.compile(r'[^/\\:*?"<>|.][^/\\:*?"<>|]{0,199}')
_SHA256 = re.compile(r"[0-9a-f]{64}")


def faults(record: Any) -> Iterator[tuple[str, Said]]:
    """Yield what may not come in: the place in the record ("decision.by", "evidence[1]"), and what was expected."""
    for field in fields(record):
        value = getattr(record, field.name)
        if is_dataclass(value):
            yield from ((f"{field.name}.{place}", expected) for place, expected in faults(value))
        for place, part in _parts(field.name, value):
            if (expected := _fault(type(record), field.name, part)) is not None:
                yield place, expected
    if isinstance(record, Member) and record.until is not None and record.until < record.since:
        yield "until", say("register", "expected.not_before", since=record.since)
    if isinstance(record, Complaint) and record.grs_on is not None and record.grs_on < record.received_on:
        yield "grs_on", say("register", "expected.not_before", since=record.received_on)


def let_in(record: Any) -> None:
    """See that a record may come in.

    Raises:
        CoopDeskError: a field of it may not; the error names the field and what was expected.
    """
    for place, expected in faults(record):
        raise CoopDeskError("register.field", field=field_name(place), expected=expected)


def let_texts_in(texts: Mapping[str, str], limit: int = DRAFT_LIMIT) -> None:
    """See that free texts (a draft, a journal line) may come in: no control characters, at most `limit` letters each.

    Raises:
        CoopDeskError: a text may not; the error names it.
    """
    for name, text in texts.items():
        if (expected := _text_fault(text, limit, _CONTROL_IN_LINES)) is not None:
            raise CoopDeskError("register.field", field=field_name(name), expected=expected)


def field_name(place: str) -> Text:
    """Return the field's name for a person, or the place itself where it has none."""
    name = re.split(r"[.\[]", place)[-1 if "." in place else 0]
    return table("register").get(f"field.{name}", Text(place[:LIMIT], place[:LIMIT]))


def _parts(name: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((f"{name}.{key}", part) for key, part in value.items())
    elif isinstance(value, tuple):
        yield from ((f"{name}[{number}]", part) for number, part in enumerate(value))
    elif isinstance(value, frozenset):
        yield from ((name, part) for part in value)
    else:
        yield name, value


def _fault(kind: type, name: str, value: object) -> Said | None:
    if isinstance(value, str):
        return _string_fault(name, value)
    if isinstance(value, int) and (kind, name) in _RANGES:
        least, most = _RANGES[kind, name]
        return None if least <= value <= most else say("register", "expected.between", least=least, most=most)
    if isinstance(value, date) and value.year < 1900:
        return say("register", "expected.date")
    return None


def _string_fault(name: str, value: str) -> Said | None:
    if name in _IDS:
        return None if _ID.fullmatch(value) else say("register", "expected.id")
    if name in _HASHES:
        fine = _SHA256.fullmatch(value) or (name in _PICTURES and value == NO_PICTURE)
        return None if fine else say("register", "expected.sha256")
    if name in _FILE_NAMES and not _FILE_NAME.fullmatch(value):
        return say("register", "expected.file_name")
    pattern = _CONTROL_IN_LINES if name in _LINES else _CONTROL
    fault = _text_fault(value, LIMITS.get(name, LIMIT), pattern)
    if fault is None and name in _WEB and value and not _is_web(value):
        return say("register", "expected.web")
    return fault


def _text_fault(text: str, limit: int, control: re.Pattern[str]) -> Said | None:
    if len(text) > limit:
        return say("register", "expected.shorter", most=limit)
    if found := control.search(text):
        return say("register", "expected.no_control", code=f"U+{ord(found[0]):04X}")
    return None


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not re.search(r"\s", address)
