"""What the certificate and the report tell."""

from dataclasses import replace
from datetime import date

import pytest

from coopdesk.errors import CoopDeskError
from coopdesk.order.findings import Assessment, Finding, Status
from coopdesk.papers import Paper, certificate, report
from coopdesk.texts import LANGUAGES, Language, Said, Text

from .conftest import DAY, SERIAL, MakeFacts, account, finding, office, squeezed, text_of


def words(paper: Paper) -> str:
    return "".join(text_of(paper.pdf()))


def test_the_certificate_says_all_that_it_must(make_facts: MakeFacts) -> None:
    facts = make_facts(accounts=3)
    told = words(certificate(facts, "bn"))
    for expected in (
        "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
        facts.office.name,
        facts.office.website,
        f"স্মারক নং: {facts.memo}",
        "তারিখ: ০৯ অগ্রহায়ণ ১৪৩৩ বঙ্গাব্দ ২৪ নভেম্বর ২০২৬ খ্রিস্টাব্দ",
        "প্রতিপালন সনদ",
        "বিষয়:",
        "সমবায় অধিদপ্তর কর্তৃক ১৬ জুন ২০১৬ তারিখে",
        facts.rulebook.title.bn,
        facts.rulebook.number,
        f"বিধি-সংকলন: {facts.rulebook.id}",
        "৩টি দাপ্তরিক একাউন্ট",
        "সর্বশেষ পাসওয়ার্ড পরিবর্তন",
        "ফেসবুক পেইজ",
        "সদস্যদের নিজ নিজ প্রোফাইলের মাধ্যমে",
        "১২ নভেম্বর ২০২৬",
        "মোছাঃ রেহানা পারভীন উপজেলা সমবায় কর্মকর্তা এডমিন ৫ জানুয়ারি ২০২৬ সকল",
        "২৩ নভেম্বর ২০২৭ তারিখ পর্যন্ত বৈধ",
        f"({facts.office.head_name}) {facts.office.head_post} {facts.office.name}",
        f"ফোন: {facts.office.head_phone} ই-মেইল: {facts.office.head_email}",
        "২৪ নভেম্বর ২০২৬, মঙ্গলবার, ১৪:০৫ ঘটিকা",
    ):
        assert squeezed(expected) in told
    for clause in facts.rulebook.clauses:
        assert squeezed(clause.title.bn) in told
    assert "কাজীশফিকুল" not in told, "who has left the team does not stand in it"


def test_in_english_too(make_facts: MakeFacts) -> None:
    facts = make_facts()
    told = words(certificate(facts, "en"))
    for expected in (
        "Government of the People’s Republic of Bangladesh",
        "District Cooperative Office, Gopalganj",
        "০৯ অগ্রহায়ণ ১৪৩৩ বঙ্গাব্দ 24 November 2026",
        "This is to certify",
        "Tuesday, 24 November 2026, 14:05",
        "03.10",
    ):
        assert squeezed(expected) in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_serial_and_page_numbers_stand_on_every_page(make_facts: MakeFacts, language: Language) -> None:
    pages = text_of(certificate(make_facts(accounts=40), language).pdf())
    assert len(pages) == 4
    last = "৪" if language == "bn" else "4"
    for number, page in zip("১২৩৪" if language == "bn" else "1234", pages, strict=True):
        assert SERIAL in page
        assert f"{'পৃষ্ঠা' if language == 'bn' else 'Page'}{number}/{last}" in page


def test_the_head_of_a_table_is_repeated(make_facts: MakeFacts) -> None:
    pages = text_of(certificate(make_facts(accounts=40), "bn").pdf())
    assert all("একাউন্টপ্ল্যাটফর্মঠিকানা" in page for page in pages[:3])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [certificate, report])
def test_an_example_bears_its_mark_on_every_page(make_facts: MakeFacts, make: object, language: Language) -> None:
    assert callable(make)
    marked = text_of(make(make_facts(accounts=20), language).pdf())
    plain = text_of(make(make_facts(accounts=20, office=office(example=False)), language).pdf())
    assert len(marked) == len(plain) > 1
    assert all("নমুনা" in page for page in marked)
    assert not any("নমুনা" in page for page in plain)


def test_no_certificate_while_a_clause_is_not_met(make_facts: MakeFacts) -> None:
    with pytest.raises(CoopDeskError) as raised:
        certificate(make_facts(unmet=("03.4",)), "bn")
    assert raised.value.key == "papers.not_compliant"


def test_no_certificate_without_an_account(make_facts: MakeFacts) -> None:
    with pytest.raises(CoopDeskError) as raised:
        certificate(make_facts(accounts=0), "bn")
    assert raised.value.key == "papers.not_compliant"


def test_the_report_says_that_it_is_none_and_begins_with_what_is_not_met(make_facts: MakeFacts) -> None:
    facts = make_facts(unmet=("03.4",), serial="")
    pages = text_of(report(facts, "bn").pdf())
    told = "".join(pages)
    assert all("এটিসনদনয়" in page for page in map(squeezed, pages))
    assert squeezed("১১টি দফার মধ্যে প্রতিপালিত ১০টি, অপ্রতিপালিত ১টি, যাচাই হয়নি ০টি") in told
    places = [
        told.index(squeezed(part)) for part in ("যেসব দফা প্রতিপালিত নয়", "০৩.৪", "ছবি দেখে প্রত্যয়ন করুন।", "সকল দফার অবস্থা")
    ]
    assert places == sorted(places)
    advice = told[told.index("পরামর্শ") :]
    assert all(squeezed(piece.source.bn) in advice for piece in facts.rulebook.advice)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_on_an_office_of_which_little_is_known(make_facts: MakeFacts, language: Language) -> None:
    bare = office(website="", head_name="", head_post="", head_phone="", head_email="", name_en="")
    told = words(report(make_facts(accounts=0, office=bare, members=(), memo="", valid_until=None), language))
    nothing = {"bn": "এখনো কোনো একাউন্ট যাচাই হয়নি", "en": "No account has been examined yet"}
    assert squeezed(nothing[language]) in told
    assert squeezed(bare.name) in told
    assert "None" not in told


def test_a_report_on_an_office_that_meets_all_points_to_the_certificate(make_facts: MakeFacts) -> None:
    assert squeezed("কার্যালয় এখন সনদ নিতে পারে") in words(report(make_facts(), "bn"))


def test_accounts_that_agree_share_a_row(make_facts: MakeFacts) -> None:
    reasons = ["ক", "ক", "খ", "ক", "গ"]
    facts = make_facts(accounts=5)
    spoken = tuple(finding("03.5", f"account-{number}", Status.MET, reason) for number, reason in enumerate(reasons))
    others = tuple(one for one in facts.assessment.findings if one.clause != "03.5")
    facts = replace(facts, assessment=Assessment(DAY, facts.rulebook.id, others + spoken, ()))
    row = next(row for row in certificate(facts, "bn").data["clauses"] if row["id"] == "০৩.৫")  # type: ignore[attr-defined]
    told = [(group["who"], group["reason"]) for group in row["groups"]]
    assert told == [("একাউন্ট ১–২, ৪:", "ক"), ("একাউন্ট ৩:", "খ"), ("একাউন্ট ৫:", "গ")]
    whole = next(row for row in certificate(facts, "bn").data["clauses"] if row["id"] == "০৩.১")  # type: ignore[attr-defined]
    assert [group["who"] for group in whole["groups"]] == [""]


def test_a_password_that_nobody_recorded_is_said_to_be_missing(make_facts: MakeFacts) -> None:
    facts = make_facts(accounts=2, passwords=())
    rows = certificate(facts, "bn").data["accounts"]
    assert [row["password"] for row in rows] == ["সদস্যদের নিজ নিজ প্রোফাইলের মাধ্যমে", "নথিভুক্ত নেই"]  # type: ignore[attr-defined]


def test_days_before_the_tenth_have_two_digits_in_both_calendars(make_facts: MakeFacts) -> None:
    facts = make_facts()
    early = replace(facts, made_at=facts.made_at.replace(month=4, day=9))
    assert certificate(early, "bn").data["gregorian_day"] == "০৯ এপ্রিল ২০২৬ খ্রিস্টাব্দ"
    assert certificate(early, "en").data["gregorian_day"] == "09 April 2026"


def test_without_a_last_day_the_certificate_names_none(make_facts: MakeFacts) -> None:
    told = words(certificate(make_facts(valid_until=None), "bn"))
    assert squeezed("সকল দফা প্রতিপালিত থাকা পর্যন্ত এই সনদ বৈধ") in told


def test_another_order_is_named_as_it_names_itself(make_facts: MakeFacts) -> None:
    facts = make_facts()
    order = replace(facts.rulebook, id="coop-2031", number="৯৯.১", issued_on=date(2031, 2, 3))
    told = words(certificate(replace(facts, rulebook=order, accounts=(account(0), account(1))), "bn"))
    assert all(squeezed(part) in told for part in ("coop-2031", "৯৯.১", "৩ ফেব্রুয়ারি ২০৩১"))


def test_a_certificate_that_is_only_looked_at_says_so(make_facts: MakeFacts) -> None:
    assert all("খসড়া" in page for page in map(squeezed, text_of(certificate(make_facts(serial=""), "bn").pdf())))
    assert "Certificate No." not in certificate(make_facts(serial=""), "en").data["footer"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("reason", "printed"),
    [
        (Said(Text("ক", "known: {what}"), {"what": "a website"}), "Known: a website"),
        (Said(Text("ক", "{typed} said so"), {"typed": "bKash"}), "bKash said so"),
    ],
)
def test_our_words_begin_with_a_capital_and_typed_ones_as_typed(
    make_facts: MakeFacts, reason: Said, printed: str
) -> None:
    facts = make_facts(accounts=1)
    told = tuple(
        Finding(one.clause, one.account, Status.MET, (reason,), None, one.where) for one in facts.assessment.findings
    )
    facts = replace(facts, assessment=Assessment(DAY, facts.rulebook.id, told, ()))
    rows = certificate(facts, "en").data["clauses"]
    assert {group["reason"] for row in rows for group in row["groups"]} == {printed}  # type: ignore[attr-defined]


def test_rows_stay_whole_unless_they_are_too_tall(make_facts: MakeFacts) -> None:
    assert certificate(make_facts(), "bn").data["whole-rows"] is True
    tall = certificate(replace(make_facts(accounts=1), accounts=(account(0, name="সমবায়" * 200),)), "bn")
    assert tall.data["whole-rows"] is False
