"""JSON's plain values read as records: strictly, with no kind of value taken for another, and with all faults at once.

Slow to load, so it is imported where a file is read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any, TypeVar, get_args, get_origin

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from coopdesk.register.faults import MOST_FAULTS, Fault, ImportRefused
from coopdesk.texts import say

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


class Unfit(Exception):
    """A value is not of the kind that was expected: `say("register", "expected.…")` says which one that is."""

    def __init__(self, expected: str, **values: str) -> None:
        """Name what was expected."""
        self.said = say("register", f"expected.{expected}", **values)


def read(value: object, kind: type[T]) -> T:
    """Return the record of the kind that a JSON value stands for.

    Raises:
        ImportRefused: it stands for none; the faults are in the order of the file and of the record's fields.
    """
    try:
        return _CONVERTER.structure(value, kind)
    except (Unfit, BaseValidationError) as error:
        raise ImportRefused(tuple(islice(_faults(error, value, ""), MOST_FAULTS))) from error


def _faults(error: Exception, value: Any, place: str) -> Iterator[Fault]:
    """Yield what was found in the value at a place."""
    match error:
        case BaseValidationError():
            for part in error.exceptions:
                if isinstance(part, ForbiddenExtraKeysError):
                    unknown = (key for key in value if key in part.extra_fields)
                    yield from (Fault(_below(place, key), say("register", "expected.absent")) for key in unknown)
                else:
                    key = _key(part)
                    below = value[key] if isinstance(part, BaseValidationError) else None
                    yield from _faults(part, below, _below(place, key))
        case Unfit():
            yield Fault(place, error.said)
        case KeyError():  # cattrs looked for a field that must be there
            yield Fault(place, say("register", "expected.present"))
        case _:
            raise error


def _key(error: Exception) -> int | str:
    """Return the field, the key or the number of the part in which the error was found."""
    for note in error.__notes__:
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    raise error


def _below(place: str, key: int | str) -> str:
    return f"{place}[{key}]" if isinstance(key, int) else f"{place}.{key}".removeprefix(".")


_PLAIN = {str: "text", int: "number", bool: "yes_no"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATETIME = re.compile(
    _DATE.pattern + r"[Tt ]([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?[0-5]\d)?", re.ASCII
)  # fromisoformat alone takes weeks, and times without minutes


def _plain(value: object, kind: type[Any]) -> object:
    if type(value) is not kind:
        raise Unfit(_PLAIN[kind])
    return value


def _word(value: object, kind: type[StrEnum]) -> StrEnum:
    for word in kind:
        if word == value:
            return word
    raise Unfit("one_of", choices=", ".join(f"'{word}'" for word in kind))


def _date(value: object, _: type[date]) -> date:
    text = value if isinstance(value, str) and _DATE.fullmatch(value) else ""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Unfit("date") from error


def _datetime(value: object, _: type[datetime]) -> datetime:
    text = value if isinstance(value, str) and _DATETIME.fullmatch(value) else ""
    try:
        return datetime.fromisoformat(text.upper())
    except ValueError as error:
        raise Unfit("datetime") from error


def _record(kind: type[Any], converter: Converter) -> Hook:
    hook = make_dict_structure_fn(kind, converter)

    def structure(value: object, _: Any) -> object:
        if not isinstance(value, dict):
            raise Unfit("object")
        return hook(value, kind)

    return structure


def _is_list(kind: Any) -> bool:
    return get_origin(kind) in (tuple, frozenset)


def _list(kind: Any, converter: Converter) -> Hook:
    """Return what reads a `tuple[…, ...]` or a `frozenset[…]`."""
    part, made = get_args(kind)[0], get_origin(kind)
    hook = converter.get_structure_hook(part)

    def structure(value: object, _: Any) -> object:
        if not isinstance(value, list):
            raise Unfit("list")
        return made(_each(((number, one, part, hook) for number, one in enumerate(value)), kind))

    return structure


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


def _mapping(kind: Any, converter: Converter) -> Hook:
    (name, part), (name_hook, hook) = get_args(kind), map(converter.get_structure_hook, get_args(kind))

    def structure(value: object, _: Any) -> object:
        if not isinstance(value, dict):
            raise Unfit("object")
        parts = ((key, *how) for key, one in value.items() for how in ((key, name, name_hook), (one, part, hook)))
        done = _each(parts, kind)
        return dict(zip(done[::2], done[1::2], strict=True))

    return structure


def _each(parts: Iterable[tuple[int | str, Any, Any, Hook]], kind: Any) -> list[Any]:
    """Read every part. cattrs's own loops have no end to their errors: a small file could fill the memory with them."""
    done: list[Any] = []
    errors: list[Exception] = []
    for key, value, part, hook in parts:
        try:
            done.append(hook(value, part))
        except (Unfit, BaseValidationError) as error:
            error.add_note(IterableValidationNote("", key, part))
            errors.append(error)
            if len(errors) == MOST_FAULTS:
                break
    if errors:
        raise IterableValidationError("", errors, kind)
    return done


def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    for kind in _PLAIN:
        made.register_structure_hook(kind, _plain)
    made.register_structure_hook(StrEnum, _word)
    made.register_structure_hook(date, _date)
    made.register_structure_hook(datetime, _datetime)
    made.register_structure_hook_factory(is_dataclass, _record)
    made.register_structure_hook_factory(_is_list, _list)
    made.register_structure_hook_factory(_is_mapping, _mapping)
    return made


_CONVERTER = _converter()
