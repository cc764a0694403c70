"""Names that look the same are the same; names that differ to the eye are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.bangla.digits import to_ascii, to_bangla
from coopdesk.bangla.names import first_bangla, first_latin, normal_form, same_name, tidy, visible

OFFICE = "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
BANGLA = st.text(st.characters(min_codepoint=0x0980, max_codepoint=0x09FF))
MIXED = st.one_of(st.text(), BANGLA, st.text(st.sampled_from("অআাবর়যয়ডঢো ,;।:-–0৭aA\u200c\u200d\u00a0\t")))


@pytest.mark.parametrize(
    "look_alike",
    [
        OFFICE.replace("য\u09bc", "\u09df"),
        OFFICE.replace("\u09df", "য\u09bc"),
        OFFICE.replace(",", " ,"),
        OFFICE.replace(", ", ","),
        OFFICE.replace(" ", "  "),
        OFFICE.replace(" ", "\u00a0"),
        f"\u200b {OFFICE}\n",
        OFFICE.replace("র্য", "র\u200d্য"),
        OFFICE.replace("ঞ্জ", "ঞ্\u200cজ"),
        OFFICE.replace("গো", "গ\u09c7\u09be"),
    ],
)
def test_an_office_typed_in_another_way_is_the_same_office(look_alike: str) -> None:
    assert same_name(OFFICE, look_alike)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("আদর্শ সমিতি", "অাদর্শ সমিতি"),
        ("রংপুর", "ব\u09bcংপুর"),
        ("ওয়ার্ড 12", "ওয়ার্ড ১২"),
        ("Gopalganj", "GOPALGANJ"),
        ("সমবায়-গোপালগঞ্জ", "সমবায়–গোপালগঞ্জ"),
    ],
)
def test_look_alikes_are_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OFFICE, "জেলা সমবায় কর্মকর্তা, গোপালগঞ্জ"),
        (OFFICE, "উপজেলা সমবায় কার্যালয়, গোপালগঞ্জ"),
        ("দিনাজপুর", "দীনাজপুর"),
        ("ঢাকা", "ডাকা"),
    ],
)
def test_names_that_differ_stay_different(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(MIXED)
def test_a_normal_form_is_its_own_normal_form(name: str) -> None:
    assert normal_form(normal_form(name)) == normal_form(name)


@given(MIXED)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(MIXED, st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad"), st.integers(0, 20))
def test_what_the_eye_does_not_see_makes_no_other_name(name: str, unseen: str, place: int) -> None:
    assert same_name(name, name[:place] + unseen + name[place:])
    assert unseen not in visible(name + unseen)


@given(st.text(st.sampled_from("0123456789০১২৩৪৫৬৭৮৯ কa")))
def test_digits_go_to_bangla_and_back(text: str) -> None:
    assert to_ascii(to_bangla(text)) == to_ascii(text)
    assert to_bangla(to_ascii(text)) == to_bangla(text)
    assert same_name(text, to_bangla(text))


def test_digits_alone_are_changed() -> None:
    assert to_bangla("আদেশ 157, 16/06/2016") == "আদেশ ১৫৭, ১৬/০৬/২০১৬"
    assert to_ascii("০১৭১২-৩৪৫৬৭৮") == "01712-345678"


def test_the_first_letter_of_each_script_is_found() -> None:
    assert first_bangla("DCO জেলা") == 4
    assert first_bangla("DCO Gopalganj") == -1
    assert first_latin("জেলা DCO") == 5
    assert first_latin("জেলা, ১২") == -1
