"""The places that offices are named after: 8 divisions, 64 districts and their upazilas."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from coopdesk.bangla.sorting import sort_key
from coopdesk.order.facts import Tier
from coopdesk.texts import Text

_DEPTH = {Tier.DEPARTMENT: 0, Tier.DIVISION: 1, Tier.DISTRICT: 2, Tier.UPAZILA: 3}


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `path` names it for good ("Dhaka/Gopalganj/Kotalipara"), `url` is its government site or empty."""

    path: str
    name: Text
    url: str = ""

    @property
    def depth(self) -> int:
        """1 for a division, 2 for a district, 3 for an upazila."""
        return self.path.count("/") + 1


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places by path."""

    places: dict[str, Place]

    def at(self, path: str) -> Place:
        """Return one place.

        Raises:
            KeyError: there is none at `path`.
        """
        return self.places[path]

    def within(self, path: str) -> tuple[Place, ...]:
        """Return the places right below `path` ("" for the divisions), in dictionary order."""
        prefix = f"{path}/" if path else ""
        depth = prefix.count("/") + 1
        found = (place for place in self.places.values() if place.path.startswith(prefix) and place.depth == depth)
        return tuple(sorted(found, key=lambda place: sort_key(place.name.bn)))

    def fits(self, tier: Tier, path: str) -> bool:
        """Tell whether an office of `tier` can be at `path`."""
        if tier is Tier.DEPARTMENT:
            return path == ""
        return path in self.places and self.places[path].depth == _DEPTH[tier]

    @classmethod
    def from_json(cls, source: str) -> "Gazetteer":
        """Read `gazetteer.json`."""
        return cls({place.path: place for place in _places(json.loads(source)["divisions"], "")})


def _places(entries: list[dict[str, object]], above: str) -> Iterator[Place]:
    for entry in entries:
        path = f"{above}{entry['name']}"
        yield Place(path, Text(str(entry["bn"]), str(entry["name"])), str(entry.get("url", "")))
        for below in (entry.get("districts"), entry.get("upazilas")):
            if isinstance(below, list):
                yield from _places(below, f"{path}/")
