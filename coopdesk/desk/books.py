"""The books on the desk: the rulebook with its platforms, and the gazetteer."""

from functools import cache

from coopdesk import resources
from coopdesk.order.gazetteer import Gazetteer
from coopdesk.order.platforms import Platforms
from coopdesk.order.rulebook import Rulebook

CURRENT = "coop-2016"
"""The rulebook in force."""


@cache
def rulebook(name: str = CURRENT) -> Rulebook:
    """Return a rulebook that ships with CoopDesk, applied to the platforms that it knows."""
    platforms = Platforms.from_toml(resources.path("platforms.toml").read_text("utf-8"))
    return Rulebook.from_toml(resources.path("rulebooks", f"{name}.toml").read_text("utf-8"), platforms)


@cache
def gazetteer() -> Gazetteer:
    """Return the places of Bangladesh."""
    return Gazetteer.from_json(resources.path("gazetteer.json").read_text("utf-8"))
