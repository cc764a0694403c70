"""Names of pages: the office's own however it was typed, and what is wrong with every other (clause 03.1)."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.bangla.digits import to_ascii, to_bangla
from coopdesk.order.facts import Office, Tier
from coopdesk.order.names import NameVerdict, judge_name, official_name
from tests.order.facts_builder import OFFICE, OFFICIAL, gazetteer, rulebook

RULES = rulebook().names
TIERS = {1: Tier.DIVISION, 2: Tier.DISTRICT, 3: Tier.UPAZILA}
PEOPLE = ("শিরীন আক্তার", "Abdur Rahim")


def verdict(name: str, office: Office = OFFICE) -> tuple[str, str]:
    """Return the verdict on a name, and the word it is about."""
    judged = judge_name(name, office, PEOPLE, RULES)
    return judged.verdict.value, judged.word


def offices() -> list[Office]:
    """Return an office at every place of the gazetteer, and the department."""
    made = [replace(OFFICE, tier=Tier.DEPARTMENT, place="")]
    made += [replace(OFFICE, tier=TIERS[place.depth], place=place.path) for place in gazetteer().places.values()]
    names = [official_name(RULES, gazetteer(), office.tier, office.place) for office in made]
    return [replace(office, name=name.bn, name_en=name.en) for office, name in zip(made, names, strict=True)]


@pytest.mark.parametrize(
    ("tier", "place", "bangla", "english"),
    [
        (Tier.DEPARTMENT, "", "সমবায় অধিদপ্তর", "Department of Cooperatives"),
        (Tier.DIVISION, "Rangpur", "বিভাগীয় সমবায় কার্যালয়, রংপুর", "Divisional Cooperative Office, Rangpur"),
        (Tier.DIVISION, "Chattogram", "বিভাগীয় সমবায় কার্যালয়, চট্টগ্রাম", "Divisional Cooperative Office, Chattogram"),
        (Tier.DISTRICT, "Dhaka/Gopalganj", "জেলা সমবায় কার্যালয়, গোপালগঞ্জ", "District Cooperative Office, Gopalganj"),
        (Tier.DISTRICT, "Chattogram/Cumilla", "জেলা সমবায় কার্যালয়, কুমিল্লা", "District Cooperative Office, Cumilla"),
        (Tier.UPAZILA, "Khulna/Bagerhat/Mongla", "উপজেলা সমবায় কার্যালয়, মোংলা", "Upazila Cooperative Office, Mongla"),
    ],
)  # fmt: skip
def test_an_office_is_named_after_its_tier_and_place(tier: Tier, place: str, bangla: str, english: str) -> None:
    name = official_name(RULES, gazetteer(), tier, place)

    assert (name.bn, name.en) == (bangla, english)


def test_no_office_is_at_a_place_that_is_not_known() -> None:
    with pytest.raises(KeyError):
        official_name(RULES, gazetteer(), Tier.DISTRICT, "Dhaka/Atlantis")


def test_every_office_s_own_name_is_official_and_no_other_office_s() -> None:
    everywhere = offices()
    assert len(everywhere) == 1 + 8 + 64 + 495

    for office in everywhere:
        for name in (office.name, f"{office.name} | {office.name_en}", f"{office.name} ({office.name_en})"):
            assert verdict(name, office) == ("official", "")
        if office.name != OFFICIAL:
            assert verdict(office.name) == ("other", "")
            assert verdict(office.name_en) == ("not_bangla", "")
            assert verdict(f"{office.name} | {office.name_en}") == ("other", "")


@pytest.mark.parametrize(
    "behind",
    [
        " | District Cooperative Office, Gopalganj", " (District Cooperative Office)", " - Cooperative Office",
        "/Cooperative Office", " Cooperative Office", ", Cooperative Office 8100", " – GOPALGANJ",
    ],
)  # fmt: skip
def test_an_english_name_may_stand_behind(behind: str) -> None:
    assert verdict(OFFICIAL + behind) == ("official", "")


POSTS = {
    "জেলা সমবায় কর্মকর্তা, গোপালগঞ্জ": "কর্মকর্তা",
    "জেলা সমবায় কর্মকর্তার কার্যালয়, গোপালগঞ্জ": "কর্মকর্তার",
    "কর্মকর্তা-কর্মচারীবৃন্দ, গোপালগঞ্জ": "কর্মকর্তা",
    "কর্মকর্তাগণ, গোপালগঞ্জ": "কর্মকর্তাগণ",
    "উপ-নিবন্ধক, গোপালগঞ্জ": "উপ-নিবন্ধক",
    "উপ–নিবন্ধক, গোপালগঞ্জ": "উপ-নিবন্ধক",
    "উপ নিবন্ধক, গোপালগঞ্জ": "উপ নিবন্ধক",
    "উপনিবন্ধকের কার্যালয়, রংপুর": "উপনিবন্ধকের",
    "যুগ্ম নিবন্ধক, বিভাগীয় সমবায় কার্যালয়, রংপুর": "যুগ্ম নিবন্ধক",
    "নিবন্ধক ও মহাপরিচালক, সমবায় অধিদপ্তর": "নিবন্ধক",
    "মহাপরিচালক, সমবায় অধিদপ্তর": "মহাপরিচালক",
    "সহকারী পরিদর্শক, গোপালগঞ্জ": "সহকারী",
    "পরিদর্শক (সমবায়)": "পরিদর্শক",
    "উপজেলা সমবায় অফিসার": "অফিসার",
    "ডিসিও গোপালগঞ্জ": "ডিসিও",
    "জেলা সমবায় কর্ম\u200dকর্তা, গোপালগঞ্জ": "কর্মকর্তা",
    "DCO Gopalganj": "DCO",
    "dco gopalganj": "dco",
    "D.C.O. Gopalganj": "D.C.O.",
    "DCO-Gopalganj": "DCO",
    "DCO_Gopalganj": "DCO",
    "@dco.gopalganj": "dco.",
    "UCO, Kotalipara": "UCO",
    "District Cooperative Officer, Gopalganj": "Officer",
    "Officer's Desk": "Officer",
    "Deputy Registrar": "Registrar",
    "Joint Director": "Director",
    f"{OFFICIAL} | District Cooperative Officer": "Officer",
    f"{OFFICIAL} | DCO-Gopalganj": "DCO",
    f"{OFFICIAL} (DCO)": "DCO",
    f"{OFFICIAL} - কর্মকর্তা": "কর্মকর্তা",
}
PERSONS = {
    "জনাব আবদুল করিম": "জনাব",
    "মোঃ করিম, জেলা সমবায় কার্যালয়": "মোঃ",
    "মো. করিম": "মো.",
    "মো: করিম": "মো:",
    "মোছাঃ নাসরিন": "মোছাঃ",
    "ড. করিম": "ড.",
    "ডা. করিম": "ডা.",
    "ইঞ্জিনিয়ার করিম": "ইঞ্জিনিয়ার",
    "Md. Karim": "Md.",
    "MD Karim": "MD",
    "Dr. Karim": "Dr.",
    "Mr Karim": "Mr",
    f"{OFFICIAL} | Md.Karim": "Md.",
    f"{OFFICIAL} (জনাব করিম)": "জনাব",
    "শিরীন আক্তার": "শিরীন আক্তার",
    "শিরীন আক্তারের পেইজ": "শিরীন আক্তার",
    f"শিরীন আক্তার, {OFFICIAL}": "শিরীন আক্তার",
    f"{OFFICIAL} | Abdur Rahim": "Abdur Rahim",
    "ABDUR RAHIM": "ABDUR RAHIM",
}


@pytest.mark.parametrize(("name", "word"), POSTS.items())
def test_a_post_is_named_by_its_word(name: str, word: str) -> None:
    assert verdict(name) == ("post", word)


@pytest.mark.parametrize("post", sorted(RULES.posts))
def test_every_post_of_the_rulebook_is_found_in_a_name(post: str) -> None:
    assert verdict(f"{post}, গোপালগঞ্জ") == ("post", post)
    assert verdict(f"{OFFICIAL} | {post}") == ("post", post)


@pytest.mark.parametrize(("name", "word"), PERSONS.items())
def test_a_person_is_named_by_their_title_or_name(name: str, word: str) -> None:
    assert verdict(name) == ("person", word)


@pytest.mark.parametrize("title", sorted(RULES.titles))
def test_every_title_of_the_rulebook_is_found_in_a_name(title: str) -> None:
    assert verdict(f"{title} করিম")[0] == "person"
    assert verdict(f"{OFFICIAL} | {title} Karim")[0] == "person"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", NameVerdict.EMPTY),
        (" \t\u200d\n", NameVerdict.EMPTY),
        ("District Cooperative Office, Gopalganj", NameVerdict.NOT_BANGLA),
        ("12345 !!!", NameVerdict.NOT_BANGLA),
        (f"District Cooperative Office | {OFFICIAL}", NameVerdict.BANGLA_NOT_FIRST),
        (f"({OFFICIAL})", NameVerdict.OTHER),
        ("জেলা সমবায় কার্যালয়, গোপালগন্জ", NameVerdict.OTHER),
        ("জেলা সমবায় কার্যালয়, মাদারীপুর", NameVerdict.OTHER),
        ("উপজেলা সমবায় কার্যালয়, গোপালগঞ্জ", NameVerdict.OTHER),
        ("জেলা সমবায় অফিস, গোপালগঞ্জ", NameVerdict.OTHER),
        ("জেলা সমবায় কার্যালয়", NameVerdict.OTHER),
        ("জেলা সমবায় কার্যালয় গোপালগঞ্জ", NameVerdict.OTHER),
        ("সমবায় অধিদপ্তর", NameVerdict.OTHER),
        (f"{OFFICIAL}ের", NameVerdict.OTHER),
        (f"{OFFICIAL}২", NameVerdict.OTHER),
        (f"{OFFICIAL} ২", NameVerdict.OTHER),
        (f"{OFFICIAL} 2", NameVerdict.OTHER),
        (f"{OFFICIAL}X", NameVerdict.OTHER),
        (f"{OFFICIAL} শাখা", NameVerdict.OTHER),
        (f"{OFFICIAL} | Office | শাখা", NameVerdict.OTHER),
        (f"{OFFICIAL} ✅", NameVerdict.OTHER),
        (f"সেবা {OFFICIAL}", NameVerdict.OTHER),
        (f"{OFFICIAL} {OFFICIAL}", NameVerdict.OTHER),
    ],
)
def test_a_name_that_is_nearly_the_office_s_is_not(name: str, expected: NameVerdict) -> None:
    assert verdict(name) == (expected.value, "")


@pytest.mark.parametrize(
    "word",
    ["বেগমগঞ্জ", "শ্রীপুর", "শ্রীমঙ্গল", "মিসরাই", "সচিবালয়", "ড্রাম", "Mdina", "Drama", "Directory", "Official", "Mohammadpur"],
)  # fmt: skip
def test_a_word_that_only_begins_like_a_post_or_title_is_neither(word: str) -> None:
    assert verdict(f"{word} সমবায়")[0] in ("other", "bangla_not_first")


def typed_anew(name: str, chance: random.Random) -> str:
    """Return a name typed in another way that looks the same."""
    one_code = {"য\u09bc": "\u09df", "ড\u09bc": "\u09dc", "ঢ\u09bc": "\u09dd", "\u09cb": "\u09c7\u09be"}
    for two, one in one_code.items():
        parts = name.split(two)
        name = "".join(part + chance.choice((one, two)) for part in parts[:-1]) + parts[-1]
    letters = []
    for letter in chance.choice((name, to_bangla(name), to_ascii(name))):
        if letter == " ":
            letters.append(chance.choice((" ", "  ", "\u00a0", " \t", "\u2009")))
        elif letter == ",":
            letters.append(chance.choice((",", " ,", ",  ", "\u00a0, ")))
        else:
            letters.append(letter)
        letters.append(chance.choice(("", "", "", "\u200c", "\u200d", "\u200b", "\ufeff")))
    return chance.choice(("", " ", "\u200d")) + "".join(letters) + chance.choice(("", "\n", "  "))


@given(st.sampled_from(offices()), st.randoms(use_true_random=False), st.booleans())
def test_an_official_name_is_official_however_it_is_typed(office: Office, chance: random.Random, english: bool) -> None:
    behind = f" | {office.name_en}" if english else ""

    assert verdict(typed_anew(office.name, chance) + behind, office) == ("official", "")


NAMES = st.sampled_from([*POSTS, *PERSONS, "জেলা সমবায় কার্যালয়, মাদারীপুর", f"{OFFICIAL} ২", "ওয়ার্ড ১২", "Office"])


@given(NAMES, st.randoms(use_true_random=False))
def test_typing_a_name_anew_never_changes_its_verdict(name: str, chance: random.Random) -> None:
    assert verdict(typed_anew(name, chance))[0] == verdict(name)[0]


@given(st.text(max_size=60))
def test_any_text_gets_a_verdict_and_a_word_where_there_is_one(name: str) -> None:
    found, word = verdict(name)

    assert bool(word) == (found in ("post", "person"))


def test_ten_thousand_letters_get_a_verdict() -> None:
    assert verdict("ক" * 10_000) == ("other", "")
    assert verdict("ক " * 5_000) == ("other", "")
    assert verdict(OFFICIAL + " | " + "a.b-" * 2_500) == ("official", "")
