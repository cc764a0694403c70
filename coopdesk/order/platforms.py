"""Platforms as data: how an address is recognised, and what a platform's accounts have."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import SplitResult, urlsplit

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Setting
from coopdesk.texts import Text

OTHER = "other"
Picture = Literal["banner", "profile"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of account on a platform ("facebook", "page").

    `description_limit` counts characters, None where the platform names none. `settings` maps each of the five settings
    that the kind has to its choices by id; `pictures` names the pictures it can have. `through_profiles` says that it
    has no password of its own, only its members' profiles; `forces_person` that the platform may force a person's name
    on it.
    """

    platform: str
    id: str
    name: Text
    hosts: frozenset[str]
    paths: tuple[re.Pattern[str], ...]
    description_limit: int | None
    settings: Mapping[Setting, Mapping[str, Text]]
    terms_url: str
    pictures: tuple[Picture, ...] = ("banner", "profile")
    through_profiles: bool = False
    forces_person: bool = False


UNKNOWN = Kind(OTHER, OTHER, Text("অন্য মাধ্যম", "Another medium"), frozenset(), (), None, {}, "")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a pasted address is: its kind, the handle in it, and the address in its plain form."""

    kind: Kind
    handle: str
    address: str


@dataclass(frozen=True, slots=True)
class Platforms:
    """All kinds that CoopDesk knows, the more particular ones first, 'other' last."""

    kinds: tuple[Kind, ...]

    def kind(self, platform: str, kind: str) -> Kind:
        """Return a kind by its two ids, or 'other' where it is not known."""
        return next((k for k in self.kinds if (k.platform, k.id) == (platform, kind)), self.other)

    @property
    def other(self) -> Kind:
        """The kind of what is not known."""
        return self.kinds[-1] if self.kinds else UNKNOWN

    def kind_of(self, account: Account) -> Kind:
        """Return the kind of an account."""
        return self.kind(account.platform, account.kind)

    def recognise(self, typed: str) -> Recognised:
        """Say what a typed or pasted address is. A missing scheme is taken as https.

        Raises:
            CoopDeskError: it is no address of the web, or of another scheme than http and https.
        """
        parts = _split(typed)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("web.")
        path = parts.path.strip("/")
        query = f"?{parts.query}" if parts.query else ""
        for kind in self.kinds:
            if host not in kind.hosts:
                continue
            for pattern in kind.paths:
                if found := pattern.fullmatch(path + query):
                    # A query is dropped as tracking, unless the handle stands in it (profile.php?id=…).
                    shown = path + (query if found.start("handle") > len(path) else "")
                    return Recognised(kind, found["handle"], f"https://{parts.hostname}/{shown}".rstrip("/"))
        return Recognised(self.other, path or host, f"{parts.scheme}://{parts.netloc}{parts.path}{query}".rstrip("/"))

    @classmethod
    def from_toml(cls, source: str) -> "Platforms":
        """Read `platforms.toml`."""
        data = tomllib.loads(source)
        choices = data["choices"]
        return cls(tuple(_kind(entry, choices) for entry in data["kind"]))


NO_PLATFORMS = Platforms(())
"""For a rulebook that is read without platforms: every account is of an unknown kind."""


def _split(typed: str) -> SplitResult:
    text = typed.strip()
    if not text or any(ord(letter) < 32 or letter.isspace() for letter in text) or len(text) > 2000:
        raise CoopDeskError("address.not_web", address=text[:80])
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text) or re.match(r"[\w.-]+:\d", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as error:
        raise CoopDeskError("address.not_web", address=typed[:80]) from error
    if parts.scheme not in ("http", "https"):
        raise CoopDeskError("address.scheme", scheme=parts.scheme)
    if "." not in host or parts.username or parts.password:
        raise CoopDeskError("address.not_web", address=typed[:80])
    return parts


def _kind(entry: Mapping[str, Any], choices: Mapping[str, Any]) -> Kind:
    return Kind(
        platform=entry["platform"],
        id=entry["id"],
        name=Text(entry["bn"], entry["en"]),
        hosts=frozenset(entry["hosts"]),
        paths=tuple(re.compile(path) for path in entry["paths"]),
        description_limit=entry.get("description_limit"),
        settings={
            Setting(setting): {choice: Text(**choices[setting][choice]) for choice in offered}
            for setting, offered in entry["settings"].items()
        },
        terms_url=entry["terms_url"],
        pictures=tuple(entry.get("pictures", ("banner", "profile"))),
        through_profiles=entry.get("through_profiles", False),
        forces_person=entry.get("forces_person", False),
    )
