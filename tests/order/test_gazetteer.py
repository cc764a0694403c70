"""The places that offices are named after."""

import unicodedata

import pytest

from coopdesk.bangla.sorting import sort_key
from coopdesk.order.facts import Tier
from tests.order.facts_builder import gazetteer

PLACES = gazetteer().places


def test_there_are_all_divisions_districts_and_upazilas() -> None:
    depths = [place.depth for place in PLACES.values()]

    assert [depths.count(depth) for depth in (1, 2, 3)] == [8, 64, 495]
    assert len(gazetteer().within("")) == 8
    assert sum(len(gazetteer().within(division.path)) for division in gazetteer().within("")) == 64


def test_each_place_is_whole_and_in_one_normal_form() -> None:
    for path, place in PLACES.items():
        assert path == place.path
        assert path.split("/")[-1] == place.name.en
        assert path.rpartition("/")[0] in {*PLACES, ""}
        for name in (place.name.bn, place.name.en):
            assert name == name.strip() != ""
            assert unicodedata.is_normalized("NFC", name)
        assert place.name.en.isascii()
        assert all("\u0980" <= letter <= "\u09ff" or letter in " -()." for letter in place.name.bn)


def test_no_two_places_beside_each_other_bear_one_name() -> None:
    for path in ("", *PLACES):
        names = [place.name.bn for place in gazetteer().within(path)]
        assert len(set(names)) == len(names)


def test_places_stand_in_dictionary_order() -> None:
    for path in ("", *PLACES):
        names = [place.name.bn for place in gazetteer().within(path)]
        assert names == sorted(names, key=sort_key)
    assert [place.name.bn for place in gazetteer().within("")] == [
        "খুলনা", "চট্টগ্রাম", "ঢাকা", "বরিশাল", "ময়মনসিংহ", "রংপুর", "রাজশাহী", "সিলেট",
    ]  # fmt: skip


@pytest.mark.parametrize("spelling", ["Cumilla", "Chattogram", "Barishal", "Jashore", "Bogura"])
def test_the_english_spellings_are_the_official_ones(spelling: str) -> None:
    assert spelling in {place.name.en for place in PLACES.values() if place.depth < 3}


@pytest.mark.parametrize("new", ["শায়েস্তাগঞ্জ", "শান্তিগঞ্জ"])
def test_the_newest_upazilas_are_there(new: str) -> None:
    assert new in {place.name.bn for place in PLACES.values() if place.depth == 3}


def test_every_district_names_its_government_site() -> None:
    assert all(place.url.endswith(".gov.bd") for place in PLACES.values() if place.depth == 2)


@pytest.mark.parametrize(
    ("tier", "fitting"),
    [
        (Tier.DEPARTMENT, ""),
        (Tier.DIVISION, "Dhaka"),
        (Tier.DISTRICT, "Dhaka/Gopalganj"),
        (Tier.UPAZILA, "Dhaka/Gopalganj/Kotalipara"),
    ],
)
def test_an_office_fits_a_place_of_its_tier_alone(tier: Tier, fitting: str) -> None:
    for path in ("", "Dhaka", "Dhaka/Gopalganj", "Dhaka/Gopalganj/Kotalipara", "Gopalganj", "Dhaka/", "dhaka"):
        assert gazetteer().fits(tier, path) == (path == fitting)


def test_an_unknown_place_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        gazetteer().at("Dhaka/Atlantis")
