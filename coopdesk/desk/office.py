"""Describing the office."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Office, Tier
from coopdesk.order.names import official_name
from coopdesk.order.platforms import NO_PLATFORMS
from coopdesk.papers.frame import logo_png

GRS = "https://www.grs.gov.bd"
"""The government's Grievance Redress System; an office may name its own page there."""

_TEXTS = ("grievance_officer", "grievance_contact", "head_name", "head_post", "head_phone", "head_email", "memo_prefix")


def office_code(tier: Tier, place: str) -> str:
    """Return the short ASCII name of an office that stands in its serial numbers ("GOPALGANJ", "RANGPUR-DIV")."""
    _, *below = place.split("/")
    match tier:
        case Tier.DEPARTMENT:
            return "HQ"
        case Tier.DIVISION:
            return f"{_ascii(place)}-DIV"
        case _:
            return "-".join(map(_ascii, below))


def _ascii(name: str) -> str:
    return "".join(letter for letter in name.upper() if "A" <= letter <= "Z")


def web_address(typed: str) -> str:
    """Return a typed address with its scheme; empty stays empty.

    Raises:
        CoopDeskError: it is no address of the web.
    """
    return NO_PLATFORMS.recognise(typed).address if typed.strip() else ""


def describe_office(parts: Parts, office: Office, who: str, logo: Path | None = None) -> Office:
    """Keep what the office is. Its name and code are made from tier and place; an empty id is a new office's.

    Args:
        parts: the desk.
        office: what was written.
        who: who sits at the desk.
        logo: the file of a new logo, None to leave it as it is.

    Raises:
        CoopDeskError: the place does not fit the tier, a web address is none, the logo is no picture, or the register
            refuses.
    """
    if not parts.gazetteer.fits(office.tier, office.place):
        raise CoopDeskError("desk.place")
    if logo:
        logo_png(logo)  # what no paper can show is refused now, not when a paper is due
    name = official_name(parts.rulebook.names, parts.gazetteer, office.tier, office.place)
    described = replace(
        office,
        id=office.id or new_id(),
        name=name.bn,
        name_en=name.en,
        code=office_code(office.tier, office.place),
        website=web_address(office.website),
        grs_url=web_address(office.grs_url),
        logo=parts.register.evidence.add(logo) if logo else office.logo,
        **_tidied(office),
    )
    with parts.register.deed("describe_office", who, described.name) as writer:
        writer.put(described)
    return described


def _tidied(office: Office) -> dict[str, Any]:
    return {text: tidy(getattr(office, text)) for text in _TEXTS}
