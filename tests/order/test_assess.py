"""The assessment as a whole: nothing looked at is never met, and time runs by the calendar."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.order.assess import assess
from coopdesk.order.checks.case import months_later
from coopdesk.order.facts import Account, Facts, State, Tier
from coopdesk.order.findings import Status
from coopdesk.texts import LANGUAGES
from tests.order.facts_builder import (
    CHANNEL,
    OFFICE,
    PAGE,
    TODAY,
    account,
    ago,
    attested,
    compliant,
    judged,
    member,
    office_with,
    password,
    platforms,
    rulebook,
    waiver,
    with_account,
    with_office,
    with_topic,
)

DAYS = st.dates(date(2016, 6, 16), date(2090, 12, 31))


def test_a_wholly_compliant_office_is_compliant() -> None:
    assessment = assess(compliant(), rulebook(), TODAY)

    assert assessment.compliant
    assert (assessment.unmet, assessment.lapsing) == ((), ())
    assert (assessment.on, assessment.rulebook) == (TODAY, "coop-2016")


def test_each_clause_has_one_finding_for_each_account_and_one_for_the_office() -> None:
    assessment = assess(compliant(), rulebook(), TODAY)
    found = [(finding.clause, finding.account) for finding in assessment.findings]
    expected = [
        (clause.id, of)
        for clause in rulebook().clauses
        for of in ((PAGE, CHANNEL) if clause.scope == "account" else (None,))
    ]

    assert sorted(found, key=str) == sorted(expected, key=str)
    assert {finding.clause for finding in assessment.advice} == {advice.id for advice in rulebook().advice}


def test_nothing_looked_at_is_never_met() -> None:
    bare = Account("new", "facebook", "page", "https://facebook.com/new")
    assessment = assess(Facts(OFFICE, (bare,)), rulebook(), TODAY)

    assert {finding.status for finding in (*assessment.findings, *assessment.advice)} == {Status.NOT_MET}
    assert not assessment.compliant


@pytest.mark.parametrize("kind", platforms().kinds, ids=lambda kind: f"{kind.platform}.{kind.id}")
def test_a_bare_account_of_any_kind_meets_nothing(kind) -> None:  # type: ignore[no-untyped-def]
    bare = Account("new", kind.platform, kind.id, "https://example.org/new")

    assert not [
        one for one in assess(Facts(OFFICE, (bare,)), rulebook(), TODAY).findings if one.status is not Status.NOT_MET
    ]


@pytest.mark.parametrize("kind", platforms().kinds, ids=lambda kind: f"{kind.platform}.{kind.id}")
def test_an_account_of_any_kind_can_meet_all(kind) -> None:  # type: ignore[no-untyped-def]
    facts = office_with(
        account(PAGE, kind.platform, kind.id),
        waivers=(waiver("03.5"),) if kind.through_profiles else (),
        passwords=(password(account=PAGE),),
    )

    assert assess(facts, rulebook(), TODAY).compliant


def test_an_office_without_accounts_is_not_compliant() -> None:
    facts = replace(compliant(), accounts=())

    assert judged(facts, "03.10", None).status is Status.MET
    assert not assess(facts, rulebook(), TODAY).compliant


def test_a_closed_account_is_not_judged() -> None:
    bare = Account("old", "x", "handle", "https://x.com/old", state=State.CLOSED)
    assessment = assess(replace(compliant(), accounts=(*compliant().accounts, bare)), rulebook(), TODAY)

    assert "old" not in {finding.account for finding in (*assessment.findings, *assessment.advice)}
    assert assessment.compliant


def test_an_office_whose_accounts_are_all_closed_is_not_compliant() -> None:
    closed = with_account(with_account(compliant(), PAGE, state=State.CLOSED), CHANNEL, state=State.CLOSED)

    assert not assess(closed, rulebook(), TODAY).compliant


def test_an_account_that_is_being_set_up_is_judged() -> None:
    assert judged(with_account(compliant(), PAGE, state=State.SETTING_UP, uses=()), "02", PAGE).status is Status.NOT_MET


def test_the_department_is_judged_by_its_own_name() -> None:
    facts = with_office(compliant(), tier=Tier.DEPARTMENT, place="", name="সমবায় অধিদপ্তর")
    facts = with_account(with_account(facts, PAGE, name="সমবায় অধিদপ্তর"), CHANNEL, name="সমবায় অধিদপ্তর, ঢাকা")

    assert judged(facts, "03.1", PAGE).status is Status.MET
    assert judged(facts, "03.1", CHANNEL).status is Status.NOT_MET


def test_advice_never_counts_against_the_office() -> None:
    facts = compliant()
    without = replace(facts, attestations=tuple(one for one in facts.attestations if "advice" not in one.topic))
    assessment = assess(without, rulebook(), TODAY)

    assert {finding.status for finding in assessment.advice} == {Status.NOT_MET}
    assert assessment.compliant
    assert all(advice.source.bn and advice.source.en for advice in rulebook().advice)


@pytest.mark.parametrize("clause", [clause.id for clause in rulebook().clauses if clause.waivable is None])
@pytest.mark.parametrize("of", [PAGE, None])
def test_a_clause_that_is_never_not_applicable_takes_no_waiver(clause: str, of: str | None) -> None:
    bare = Facts(
        OFFICE, (Account(PAGE, "facebook", "page", "https://facebook.com/page"),), waivers=(waiver(clause, of),)
    )

    for facts, status in ((bare, Status.NOT_MET), (replace(compliant(), waivers=bare.waivers), Status.MET)):
        findings = [one for one in assess(facts, rulebook(), TODAY).findings if one.clause == clause]
        assert {finding.status for finding in findings} == {status}


def test_the_reason_of_a_waiver_is_said() -> None:
    finding = judged(compliant(), "03.5", PAGE)

    for language in LANGUAGES:
        assert "সদস্যদের নিজ প্রোফাইল দিয়ে চলে" in finding.reason(language)


def test_a_waiver_for_the_account_goes_before_the_office_s() -> None:
    facts = attested(with_office(compliant(), website=""))
    facts = replace(facts, waivers=(waiver("03.8", None, "পুরো কার্যালয়"), waiver("03.8", PAGE, "শুধু পেইজ")))

    assert "শুধু পেইজ" in judged(facts, "03.8", PAGE).reason("bn")
    assert "পুরো কার্যালয়" in judged(facts, "03.8", CHANNEL).reason("bn")


def test_the_newest_attestation_counts() -> None:
    facts = compliant()
    older = with_topic(facts, "terms_accepted", on=ago(500))
    both = replace(facts, attestations=(*facts.attestations, *older.attestations))

    assert judged(older, "03.7", PAGE).status is Status.NOT_MET
    assert judged(both, "03.7", PAGE).status is Status.MET


def test_what_lapses_first_is_said_first() -> None:
    facts = with_topic(with_topic(compliant(), "terms_accepted", on=ago(355)), "grs_on_page", on=ago(360))
    assessment = assess(facts, rulebook(), TODAY)

    assert [finding.clause for finding in assessment.lapsing] == ["03.9", "03.9", "03.7", "03.7"]
    assert [finding.until for finding in assessment.lapsing] == sorted(f.until for f in assessment.lapsing if f.until)
    assert assessment.compliant


def test_a_finding_names_who_is_meant() -> None:
    team = (*compliant().members, member(4))
    finding = judged(replace(compliant(), members=team), "03.10", None)

    assert all(team[3].name in finding.reason(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("on", "months", "last"),
    [
        (date(2026, 1, 15), 12, date(2027, 1, 14)),
        (date(2026, 1, 1), 12, date(2026, 12, 31)),
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
        (date(2023, 3, 1), 12, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 30)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
    ],
)
def test_a_term_of_months_ends_by_the_calendar(on: date, months: int, last: date) -> None:
    assert months_later(on, months) == last


@given(DAYS, st.integers(1, 48))
def test_a_term_of_months_ends_a_day_before_the_same_day_or_with_its_month(day: date, months: int) -> None:
    last = months_later(day, months)
    after = last + timedelta(days=1)
    passed = (after.year - day.year) * 12 + after.month - day.month

    assert (passed, after.day) in ((months, day.day), (months + 1, 1))
    assert last <= months_later(day + timedelta(days=1), months)


@given(DAYS, st.integers(0, 800))
def test_an_attestation_holds_to_the_last_day_of_its_term(on: date, days: int) -> None:
    finding = judged(with_topic(compliant(), "terms_accepted", on=on), "03.7", PAGE, on + timedelta(days=days))
    left = (months_later(on, 12) - on).days - days

    assert finding.status is (Status.NOT_MET if left < 0 else Status.ATTENTION if left <= 14 else Status.MET)


@given(DAYS, st.integers(-30, 200), st.one_of(st.none(), st.integers(1, 400)))
def test_a_password_holds_to_the_last_day_of_its_interval(set_on: date, age: int, own: int | None) -> None:
    facts = with_office(replace(compliant(), passwords=(password(set_on=set_on),)), rotation_days=own)
    finding = judged(replace(facts, members=()), "03.5", CHANNEL, set_on + timedelta(days=age))
    left = min(own or 90, 90) - age

    assert finding.status is (Status.NOT_MET if left < 0 or age < 0 else Status.ATTENTION if left <= 14 else Status.MET)
