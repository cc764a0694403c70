"""Platforms as data: how an address is recognised, and what a platform's accounts have."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import SplitResult, unquote, urlsplit

from coopdesk.bangla.names import visible
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Setting
from coopdesk.texts import Text

OTHER = "other"
Picture = Literal["banner", "profile"]

_SAME_SITE = re.compile(r"\A(?:www|m|mobile|mbasic|touch|web|free|[a-z]{2}(?:-[a-z]{2})?)\.(?=[^.]+\.)")
_NOT_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_JOINERS = "\u200c\u200d"
_HOST = re.compile(r"(?:[\w\u0980-\u09ff-]+\.)+[\w\u0980-\u09ff-]{2,}")


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

        The plain form keeps the host as it was typed, writes Bangla in letters, and drops what only tracks: a query in
        which the handle doesn't stand. An address that is no platform's keeps its query.

        Raises:
            CoopDeskError: it is no address of the web, or of another scheme than http and https.
        """
        parts = _split(typed)
        typed_host = (parts.hostname or "").removesuffix(".")
        host = _SAME_SITE.sub("", typed_host, count=1)
        path = _in_letters(parts.path).strip("/")
        query = f"?{parts.query}" if parts.query else ""
        for kind in self.kinds:
            if not kind.hosts & {host, typed_host}:
                continue
            for pattern in kind.paths:
                if found := pattern.fullmatch(path + query):
                    shown = path + _query_of_handle(found, len(path))
                    return Recognised(kind, found["handle"], f"https://{typed_host}/{shown}")
        rest = _in_letters(parts.path) + query if query else f"/{path}".rstrip("/")
        return Recognised(self.other, path or host, f"{parts.scheme}://{parts.netloc}{rest}")

    @classmethod
    def from_toml(cls, source: str) -> "Platforms":
        """Read `platforms.toml`."""
        data = tomllib.loads(source)
        choices = data["choices"]
        return cls(tuple(_kind(entry, choices) for entry in data["kind"]))


NO_PLATFORMS = Platforms(())
"""For a rulebook that is read without platforms: every account is of an unknown kind."""


def _in_letters(path: str) -> str:
    # Browsers copy a Bangla address as %E0%A6…; what isn't ASCII there is written out where it can be read.
    def written_out(found: re.Match[str]) -> str:
        try:
            letters = unquote(found[0], errors="strict")
        except UnicodeDecodeError:
            return found[0]
        return letters if _readable(letters) else found[0]

    return _NOT_ASCII.sub(written_out, path)


def _readable(text: str) -> bool:
    return all(letter.isprintable() or letter in _JOINERS for letter in text) and not any(map(str.isspace, text))


def _query_of_handle(found: re.Match[str], path_length: int) -> str:
    if found.start("handle") <= path_length:
        return ""
    key = re.split(r"[?&]", found.string[: found.start("handle")])[-1]
    return f"?{key}{found['handle']}"


def _split(typed: str) -> SplitResult:
    # Chat programs put signs at an address's ends that the eye does not see.
    text = typed.strip().strip("\u200b\u200e\u200f\u2060\ufeff").strip()
    if not text or len(text) > 2000 or not _readable(text):
        raise CoopDeskError("address.not_web", address=_shortened(text))
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text) or re.match(r"[\w.-]+:\d", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as error:
        raise CoopDeskError("address.not_web", address=_shortened(text)) from error
    if parts.scheme not in ("http", "https"):
        raise CoopDeskError("address.scheme", scheme=parts.scheme)
    if "@" in parts.netloc or not _HOST.fullmatch(host.removesuffix(".")):
        raise CoopDeskError("address.not_web", address=_shortened(text))
    return parts


def _shortened(text: str) -> str:
    # As it can be shown in one line: without control characters.
    shown = "".join(letter if letter.isprintable() else " " for letter in visible(text[:80]))
    return shown if len(text) <= 80 else f"{shown}…"


def _kind(entry: Mapping[str, Any], choices: Mapping[str, Any]) -> Kind:
    return Kind(
        platform=entry["platform"],
        id=entry["id"],
        name=Text(entry["bn"], entry["en"]),
        hosts=frozenset(entry["hosts"]),
        paths=tuple(re.compile(path, re.IGNORECASE) for path in entry["paths"]),
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
