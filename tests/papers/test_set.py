"""What each of the office's other papers tells."""

from dataclasses import replace
from datetime import date

import pytest

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Member, Role
from coopdesk.papers import (
    Paper,
    account_register,
    change_order,
    checklist,
    complaint_register,
    decision_sheet,
    declaration,
    office_order,
    password_register,
)
from coopdesk.texts import LANGUAGES, Language

from .conftest import MakeFacts, squeezed, text_of
from .every import PAPERS, SUPERIOR, complaints


def words(paper: Paper) -> str:
    return "".join(text_of(paper.pdf()))


def member(number: int, accounts: frozenset[str]) -> Member:
    """Return a member who serves some accounts."""
    return Member(f"t{number}", f"সদস্য {number}", "পরিদর্শক", Role.ADMIN, date(2026, 1, 5), accounts=accounts)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "নিম্নোক্ত কর্মকর্তা/কর্মচারীকে"),
        (3, "নিম্নোক্ত ৩ সদস্যের একটি টিম"),
        (5, "নিম্নোক্ত ৫ সদস্যের একটি টিম"),
    ],
)
def test_an_order_names_one_person_or_a_team(make_facts: MakeFacts, count: int, said: str) -> None:
    facts = make_facts()
    everywhere = frozenset(one.id for one in facts.accounts)
    facts = replace(facts, members=tuple(member(number, everywhere) for number in range(count)))
    told = words(office_order(facts, SUPERIOR, "bn"))
    for expected in (
        "অফিস আদেশ",
        "০১।",
        said,
        "০২।",
        "০৩। দায়িত্বপ্রাপ্তগণ",
        "(ঘ)",
        "৭ দিনের মধ্যে",
        "০৪।",
        "এই আদেশ ২৪ নভেম্বর ২০২৬ তারিখ থেকে কার্যকর হবে",
        "অনুলিপি",
        f"১। {SUPERIOR.bn} (সদয় অবগতির জন্য)",
        "২। সদস্য 0, পরিদর্শক (অবগতি ও কার্যার্থে)",
        "অফিস নথি",
    ):
        assert squeezed(expected) in told, expected


def test_an_order_says_who_serves_which_account(make_facts: MakeFacts) -> None:
    facts = make_facts(accounts=2)
    first, second = (frozenset({one.id}) for one in facts.accounts)
    facts = replace(facts, members=(member(0, first), member(1, second)))
    assert squeezed("কে কোন একাউন্টের দায়িত্বে থাকবেন") in words(office_order(facts, None, "bn"))


@pytest.mark.parametrize("count", [0, 2, 6])
def test_an_order_names_no_other_team(make_facts: MakeFacts, count: int) -> None:
    facts = make_facts()
    everywhere = frozenset(one.id for one in facts.accounts)
    facts = replace(facts, members=tuple(member(number, everywhere) for number in range(count)))
    with pytest.raises(CoopDeskError) as refused:
        office_order(facts, None, "bn")
    assert refused.value.key == "papers.team_size"


def test_a_change_names_the_order_before_it_and_what_is_left(make_facts: MakeFacts) -> None:
    facts = make_facts()
    gone = replace(facts.members[0], id="gone", name="কাজী শফিকুল ইসলাম", until=date(2026, 10, 31))
    facts = replace(facts, members=facts.members[:1])
    told = words(change_order(facts, gone, ("৪৭.৬১-১০২", date(2026, 3, 9)), None, "bn"))
    for expected in (
        "স্মারক নং ৪৭.৬১-১০২, তারিখ: ৯ মার্চ ২০২৬",
        "কাজী শফিকুল ইসলাম, পদবি: উপজেলা সমবায় কর্মকর্তা, নিম্নবর্ণিত একাউন্টের দায়িত্ব থেকে ৩১ অক্টোবর ২০২৬ তারিখে অব্যাহতি",
        "মোছাঃ রেহানা পারভীন",
        "বিদায়ী সদস্যের জানা সকল পাসওয়ার্ড অবিলম্বে পরিবর্তন করতে হবে",
    ):
        assert squeezed(expected) in told, expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_declaration_quotes_the_order_exactly(make_facts: MakeFacts, language: Language) -> None:
    facts = make_facts()
    clause = facts.rulebook.clause("03.10")
    told = words(declaration(facts, facts.members[0], language))
    assert squeezed(clause.text.bn) in told
    for letter, text in clause.points.items():
        assert squeezed(f"({letter}) {text.bn}") in told
        assert (squeezed(text.en) in told) is (language == "en")
    assert squeezed(facts.members[0].name) in told


def test_the_decision_sheet_tells_what_was_chosen_and_what_else_there_is(make_facts: MakeFacts) -> None:
    paper = PAPERS["decision"](make_facts(), "bn")
    rows = paper.data["settings"]
    assert [row["setting"] for row in rows] == [  # type: ignore[attr-defined]
        "কন্টেন্ট প্রদর্শন",
        "মন্তব্য/মতামত জ্ঞাপন",
        "সদস্য হিসেবে অন্তর্ভুক্তি",
        "প্রবেশাধিকার",
        "প্রাইভেসি",
    ]
    assert rows[0]["choice"] == "সবাই সব কন্টেন্ট দেখবেন"  # type: ignore[index]
    assert rows[0]["others"].count(";") == 1  # type: ignore[index]
    assert squeezed("সিদ্ধান্তের তারিখ: ১২ অক্টোবর ২০২৬") in words(paper)


def test_a_setting_that_the_platform_lacks_is_said_to_be_missing(make_facts: MakeFacts) -> None:
    facts = make_facts(accounts=1)
    kinds = tuple(
        replace(kind, settings={name: choices for name, choices in kind.settings.items() if name != "access"})
        for kind in facts.platforms.kinds
    )
    lacking = replace(facts, platforms=replace(facts.platforms, kinds=kinds))
    rows = decision_sheet(lacking, facts.accounts[0], "bn").data["settings"]
    assert [row["choice"] for row in rows][3:] == ["প্ল্যাটফর্মে এই সেটিংস নেই", ""]  # type: ignore[attr-defined]


def test_the_register_of_accounts_names_who_serves_each(make_facts: MakeFacts) -> None:
    facts = make_facts()
    opened = replace(facts.accounts[0], opened_on=date(2020, 2, 1))
    told = words(account_register(replace(facts, accounts=(opened, *facts.accounts[1:])), "bn"))
    for expected in ("১ ফেব্রুয়ারি ২০২০", "মোছাঃ রেহানা পারভীন", "মোট একাউন্ট: ২টি।"):
        assert squeezed(expected) in told


def test_the_password_register_says_that_it_holds_no_password(make_facts: MakeFacts) -> None:
    told = words(password_register(make_facts(), (), 60, "bn"))
    assert squeezed("এই রেজিস্টারে কোনো পাসওয়ার্ড লেখা হয় না") in told
    assert squeezed("৬০ দিন") in told


def test_the_register_of_complaints_counts_what_waits_and_what_is_late(make_facts: MakeFacts) -> None:
    facts = make_facts()
    told = words(complaint_register(facts, complaints(facts), "bn"))
    for expected in (
        "মোট ২টি অভিযোগ: GRS-এ তোলা হয়েছে ১টি, বাকি ১টি; বাকিগুলোর মধ্যে সময় পেরিয়েছে ১টির",
        "শেষ তারিখ: ১৯ অক্টোবর ২০২৬",
        "অভিযোগকারী: মোছাঃ রেহানা পারভীন",
    ):
        assert squeezed(expected) in told


def test_the_blank_checklist_holds_the_order_and_no_day(make_facts: MakeFacts) -> None:
    facts = make_facts()
    told = words(checklist(facts, "bn"))
    for clause in facts.rulebook.clauses:
        assert squeezed(clause.text.bn) in told
    assert "বঙ্গাব্দ" not in told
    assert told.count("প্রযোজ্যনয়") == sum(clause.waivable is not None for clause in facts.rulebook.clauses)


def test_no_certificate_for_the_wall_while_a_clause_is_not_met(make_facts: MakeFacts) -> None:
    with pytest.raises(CoopDeskError) as refused:
        PAPERS["wall"](make_facts(unmet=("03.4",)), "bn")
    assert refused.value.key == "papers.not_compliant"
