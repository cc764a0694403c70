"""The drafted description fits every platform that an office of any tier may use."""

import pytest

from coopdesk.desk import books
from coopdesk.desk.describe import draft_description
from coopdesk.desk.office import office_code
from coopdesk.order.facts import Office, Tier
from coopdesk.order.names import official_name

_TIERS = {1: Tier.DIVISION, 2: Tier.DISTRICT, 3: Tier.UPAZILA}
_ROOMY = 101
"""Facebook's limit; only TikTok's 80 is smaller, where the longest names of upazilas do not fit."""


def _offices() -> list[Office]:
    rules, gazetteer = books.rulebook().names, books.gazetteer()
    places = [(Tier.DEPARTMENT, ""), *((_TIERS[place.depth], path) for path, place in gazetteer.places.items())]
    return [
        Office("o", tier, path, official_name(rules, gazetteer, tier, path).bn, "", office_code(tier, path))
        for tier, path in places
    ]


@pytest.mark.parametrize("kind", books.rulebook().platforms.kinds, ids=lambda kind: f"{kind.platform}-{kind.id}")
def test_it_fits(kind: object) -> None:
    limit = kind.description_limit  # type: ignore[attr-defined]
    drafts = {office.name: " ".join(draft_description(office, limit)) for office in _offices()}
    too_long = {name for name, draft in drafts.items() if limit is not None and len(draft) > limit}
    assert not too_long if limit is None or limit >= _ROOMY else len(too_long) < len(drafts) / 4
    assert all(name in draft for name, draft in drafts.items())


def test_every_office_has_a_code_of_its_own() -> None:
    codes = [office.code for office in _offices()]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code.strip("-") == code for code in codes)
