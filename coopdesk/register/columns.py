"""The column types of the register's tables: the domain's small values in types that every database has."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import DateTime, Dialect, Enum, String, TypeDecorator

from coopdesk.order.facts import Decision, Setting


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of words, kept as JSON text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write a list."""
        return json.dumps(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        """Read a tuple."""
        return _words(value or "[]")


class Choices(TypeDecorator[Mapping[Setting, str]]):
    """The settings chosen, kept as JSON text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Mapping[Setting, str] | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write the settings by their names."""
        return json.dumps({setting.value: choice for setting, choice in (value or {}).items()}, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[Setting, str]:  # noqa: ARG002
        """Read them again."""
        return dict(_choices(value or "{}"))


class Decided(TypeDecorator[Decision]):
    """An office decision, kept as JSON text; NULL where there is none."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decision | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write its three parts."""
        return None if value is None else json.dumps(asdict(value), default=date.isoformat, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decision | None:  # noqa: ARG002
        """Read them again."""
        return None if value is None else _decision(value)


# Thousands of accounts share a few settings, uses and decisions: each is taken apart once.
@lru_cache(maxsize=4_096)
def _words(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


@lru_cache(maxsize=4_096)
def _choices(value: str) -> dict[Setting, str]:
    return {Setting(setting): choice for setting, choice in json.loads(value).items()}


@lru_cache(maxsize=4_096)
def _decision(value: str) -> Decision:
    parts = json.loads(value)
    return Decision(parts["reference"], date.fromisoformat(parts["on"]), parts["by"])


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Write it in UTC."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read it as UTC."""
        return value and value.replace(tzinfo=UTC)


class WallTime(TypeDecorator[datetime]):
    """A local day and time as the clock on the wall showed it, with its offset where it has one."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write it in ISO 8601, always with microseconds, so that text sorts as time does."""
        return None if value is None else value.isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read it again."""
        return datetime.fromisoformat(value) if value else None


def word_of(words: type[StrEnum]) -> Enum:
    """Return a column for one of a few words, kept as text."""
    return Enum(words, native_enum=False, length=20, values_callable=lambda members: [word.value for word in members])
