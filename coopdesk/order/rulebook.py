"""The rulebook: an order as data, so that a revised order is a new file and no change of code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from coopdesk.order.facts import Tier
from coopdesk.order.platforms import NO_PLATFORMS, Platforms
from coopdesk.texts import Text

Scope = Literal["account", "office"]


@dataclass(frozen=True, slots=True)
class Values:
    """The rulebook's numbers. Days and months are calendar ones; `length` counts characters, `score` is zxcvbn's."""

    team_sizes: frozenset[int]
    password_days: int
    attestation_months: int
    warn_days: int
    score: int
    length: int
    length_two_step: int
    grs_days: int
    certificate_months: int


@dataclass(frozen=True, slots=True)
class NameRules:
    """How an office is named (03.1), and the words that make a name a post's or a person's."""

    patterns: Mapping[Tier, Text]
    posts: frozenset[str]
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Check:
    """One check by its name in `order.checks`, with its options.

    `statement` is what a person attests where the check asks for an attestation, else empty.
    """

    name: str
    options: Mapping[str, Any]
    statement: Text = field(default=Text("", ""))


@dataclass(frozen=True, slots=True)
class Waivable:
    """When a clause may be not applicable: a condition of `order.checks.waivers`, and checks that must hold then."""

    when: str
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph of the order, or one piece of advice: its words, and the checks that meet it.

    `title` is ours; `text` is the order's own Bangla with its English gloss; `example` is the order's, or empty.
    `points` are lettered or numbered parts (02.1, ক) by id. `source` is filled for advice alone.
    """

    id: str
    title: Text
    text: Text
    scope: Scope
    where: str
    checks: tuple[Check, ...]
    example: Text = field(default=Text("", ""))
    points: Mapping[str, Text] = field(default_factory=dict)
    waivable: Waivable | None = None
    source: Text = field(default=Text("", ""))


@dataclass(frozen=True, slots=True)
class Rulebook:
    """An order: its clauses in sequence, the advice beside it, the values, and the platforms it is applied to."""

    id: str
    title: Text
    issuer: Text
    number: str
    issued_on: date
    values: Values
    names: NameRules
    clauses: tuple[Clause, ...]
    advice: tuple[Clause, ...]
    platforms: Platforms = NO_PLATFORMS

    def clause(self, clause_id: str) -> Clause:
        """Return one clause or advice.

        Raises:
            KeyError: the rulebook has none of that id.
        """
        for clause in (*self.clauses, *self.advice):
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    @classmethod
    def from_toml(cls, source: str, platforms: Platforms = NO_PLATFORMS) -> "Rulebook":
        """Read a rulebook file, to judge accounts on `platforms`.

        Raises:
            KeyError, TypeError, ValueError: the file lacks something or holds something else than a rulebook does.
        """
        data = tomllib.loads(source)
        order, names = data["order"], data["names"]
        return cls(
            id=order["id"],
            title=_text(order, "title"),
            issuer=_text(order, "issuer"),
            number=order["number"],
            issued_on=order["issued_on"],
            values=Values(**{**data["values"], "team_sizes": frozenset(data["values"]["team_sizes"])}),
            names=NameRules(
                patterns={Tier(tier): Text(**pattern) for tier, pattern in names["patterns"].items()},
                posts=frozenset(names["posts"]),
                titles=frozenset(names["titles"]),
            ),
            clauses=tuple(_clause(entry) for entry in data["clause"]),
            advice=tuple(_clause(entry) for entry in data.get("advice", ())),
            platforms=platforms,
        )


def _text(entry: Mapping[str, Any], key: str) -> Text:
    return Text(entry[f"{key}_bn"], entry[f"{key}_en"])


def _check(entry: Mapping[str, Any]) -> Check:
    options = {key: value for key, value in entry.items() if key not in ("check", "bn", "en")}
    return Check(entry["check"], options, Text(entry.get("bn", ""), entry.get("en", "")))


def _clause(entry: Mapping[str, Any]) -> Clause:
    waivable = entry.get("not_applicable")
    return Clause(
        id=entry["id"],
        title=_text(entry, "title"),
        text=_text(entry, "text"),
        scope=entry["scope"],
        where=entry["where"],
        checks=tuple(map(_check, entry["checks"])),
        example=_text(entry, "example") if "example_bn" in entry else Text("", ""),
        points={point["id"]: Text(point["bn"], point["en"]) for point in entry.get("points", ())},
        waivable=waivable and Waivable(waivable["when"], tuple(map(_check, waivable.get("checks", ())))),
        source=_text(entry, "source") if "source_bn" in entry else Text("", ""),
    )
