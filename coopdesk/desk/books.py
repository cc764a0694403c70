"""The books on the desk: the rulebook with its platforms, and the gazetteer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopdesk import resources

if TYPE_CHECKING:
    from coopdesk.order.gazetteer import Gazetteer
    from coopdesk.order.rulebook import Rulebook

CURRENT = "coop-2016"
"""The rulebook in force."""


@cache
def rulebook(name: str = CURRENT) -> Rulebook:
    """Return a rulebook that ships with CoopDesk, applied to the platforms that it knows."""
    from coopdesk.order.platforms import Platforms  # noqa: PLC0415 - read off the GUI thread
    from coopdesk.order.rulebook import Rulebook  # noqa: PLC0415 - as above

    platforms = Platforms.from_toml(resources.path("platforms.toml").read_text("utf-8"))
    return Rulebook.from_toml(resources.path("rulebooks", f"{name}.toml").read_text("utf-8"), platforms)


@cache
def gazetteer() -> Gazetteer:
    """Return the places of Bangladesh."""
    from coopdesk.order.gazetteer import Gazetteer  # noqa: PLC0415 - read off the GUI thread

    return Gazetteer.from_json(resources.path("gazetteer.json").read_text("utf-8"))
