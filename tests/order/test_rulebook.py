"""The rulebook: the order's own words, and that another order is another file and no other code."""

import unicodedata
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from coopdesk.order.assess import assess
from coopdesk.order.facts import NO_PICTURE, Attestation, Facts, Role, Tier
from coopdesk.order.findings import Status
from coopdesk.order.names import official_name
from coopdesk.order.rulebook import Clause, Rulebook
from coopdesk.order.subjects import subject
from coopdesk.texts import LANGUAGES
from tests.order.facts_builder import (
    CHANNEL,
    PAGE,
    TODAY,
    account,
    ago,
    attested,
    gazetteer,
    judged,
    member,
    next_key,
    office_with,
    password,
    platforms,
    reason_keys,
    rulebook,
    waiver,
    with_account,
    with_office,
    with_topic,
)
from tests.order.scenarios import Scenario, lapsing, met, of, unmet, waived

# Of each paragraph's text in UTF-8, as the order's page has it.
WORDS = {
    "02": "8c505855719eca5ef5c61cd77c1fffe1745f869216ca1d062f3b57bda0bba5f5",
    "02.1": "9612c31f4614752faa38186c287a25a5d3e50b7d0aaa9dfa7d90f182a593c945",
    "02.2": "df0db4f4667781f3e857388bdfc3d5ca6f710fdeaee155b7e2828bf2693472a8",
    "02.3": "1050e9d8990125c409e6ee2d4c757264912b1816357aff912f7b38a943242557",
    "02.4": "fbec428631052a081d1d0b10e8cf80f9218225f9f1bd37593b89db7d60b4d325",
    "02.5": "59e81bfbd916fc3dd393a8aff5de875a507fbfadd662dc8d1662dfcfa7087cbb",
    "02.6": "1ee8fc63641c6810952ed879f752a82427b7b866471df80b9d48c0594fab5961",
    "03.1": "63dd7d443ec3ace9e8450a9c3c53f3911fefc59d61e8b485127eb0897983c215",
    "03.2": "1d89c55de358495d19fbaaaf07a2f5112ec6744711741117e285695ec6630a40",
    "03.3": "9e9efcbb206f803a37138873afa57b4c392d138074777218b5c31a9f7b95bb89",
    "03.4": "8093eccdccfe6a901c02cf6cbf54ed911e3e5454f8cb88db873668907744f8bf",
    "03.5": "b2ee1fda14ab597c50d85f1641ed5860f607c232e38b6f7f9a31855a8d4f8449",
    "03.6": "3a35937a8700c1185c0bc809608e6f25fbc58309df97ec060006fff097dbf5fa",
    "03.7": "13a20a03ded6b79b19e34b1e2efe7debc4d88fa2e99598d97a89f05b7ba810bd",
    "03.8": "ea74d436d374da6cc977d0be918b8f903ce0af6ec864a7672954c42ffaf45215",
    "03.9": "6dffb4f1d8035feda9df5f118417c216ff573afc78b27f81dfa6157865071643",
    "03.10": "1e3520d351c94365532508298575fc8cbb1d4586775feffcfab1c694d6928ef2",
    "ক": "3a93ed5824c8f0e6a17163b7331a7b0ac082555566ccdaf26c29459176cdc280",
    "খ": "82ad33107a944ebfb103a0aa792cb6beb708f77f0d8bde523698edf8dbd3755a",
    "গ": "b2c41feef26b323af0192008b39ee87304d4613addd154697c3961ef456390ae",
    "ঘ": "92784bae49f5846cffcbf4b20d96ac79619d6cc22b36ae533f1a078306ee4640",
}
CLAUSES = ["02", *(f"03.{number}" for number in range(1, 11))]


def test_the_rulebook_holds_the_order_s_own_words() -> None:
    texts = {clause.id: clause.text.bn for clause in rulebook().clauses}
    for clause in rulebook().clauses:
        texts |= {point: text.bn for point, text in clause.points.items()}

    assert {part: sha256(text.encode()).hexdigest() for part, text in texts.items()} == WORDS


def test_the_rulebook_names_its_source() -> None:
    rules = rulebook()

    assert rules.number == "৪৭.০৬১.০০০০.০০৪.০১৮.০১৪/২০১৬জি-১৫৭-৬/৩"
    assert (rules.issued_on, rules.issuer.bn) == (date(2016, 6, 16), "সমবায় অধিদপ্তর")
    assert rules.title.bn == "সামাজিক যোগাযোগ মাধ্যম ব্যবহার সংক্রান্ত নির্দেশাবলী"
    assert [clause.id for clause in rules.clauses] == CLAUSES
    assert list(rules.clause("02").points) == [f"02.{number}" for number in range(1, 7)]
    assert list(rules.clause("03.10").points) == ["ক", "খ", "গ", "ঘ"]


def test_the_open_readings_are_the_rulebook_s_values() -> None:
    values = rulebook().values

    assert values.team_sizes == {1, 3, 4, 5}
    assert (values.password_days, values.score, values.length, values.length_two_step) == (90, 3, 15, 8)
    assert rulebook().clause("03.10").points["ঘ"].bn.endswith("এবং প্রযোজ্য ক্ষেত্রে …")


@pytest.mark.parametrize("clause", [*rulebook().clauses, *rulebook().advice], ids=lambda clause: clause.id)
def test_a_clause_is_written_in_both_languages_in_one_normal_form(clause: Clause) -> None:
    texts = [
        clause.title,
        clause.text,
        *clause.points.values(),
        *(c.statement for c in clause.checks if "topic" in c.options),
    ]
    for words in (words for text in texts for words in (text.bn, text.en)):
        assert words == words.strip() != ""
        assert unicodedata.is_normalized("NFC", words)


def test_an_unknown_clause_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        rulebook().clause("04")


@pytest.mark.parametrize("broken", ["", "[order]\nid = 1", "x = ["])
def test_a_file_that_is_no_rulebook_is_refused(broken: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Rulebook.from_toml(broken)


MADE_UP = Rulebook.from_toml(Path(__file__).with_name("made-up.toml").read_text(encoding="utf-8"), platforms())


def elsewhere() -> Facts:
    """Return an office that meets the made-up rulebook, attested by it."""
    name = official_name(MADE_UP.names, gazetteer(), Tier.DISTRICT, "Dhaka/Gopalganj").bn
    team = (member(1, Role.ADMIN), member(2))
    channel = account(CHANNEL, "youtube", "channel", name=name, uses=("নাচ", "গান"))
    facts = office_with(channel, members=team, waivers=(), passwords=(password(length=20),))
    return attested(with_office(facts, name=name), MADE_UP)


def test_another_order_is_another_file_and_no_other_code() -> None:
    assessment = assess(elsewhere(), MADE_UP, TODAY)

    assert [finding.clause for finding in assessment.findings] == ["ক-১", "ক-২", "খ", "গ", "ঘ"]
    assert {finding.status for finding in assessment.findings} == {Status.MET}
    assert (assessment.compliant, assessment.advice, assessment.rulebook) == (True, (), "made-up")
    assert elsewhere().accounts[0].name == "গোপালগঞ্জ জেলার দপ্তর"


def test_an_office_of_the_one_order_is_not_compliant_by_the_other() -> None:
    assert not assess(elsewhere(), rulebook(), TODAY).compliant
    assert not assess(office_with(account(PAGE, "facebook", "page")), MADE_UP, TODAY).compliant


MET = elsewhere()
_BOTH = ("team.several", "password.kept")
_SIX = tuple(member(number, Role.ADMIN) for number in range(1, 7))
_NO_PICTURE = with_account(MET, CHANNEL, banner=NO_PICTURE, profile=NO_PICTURE)


def named(name: str) -> Facts:
    """Return the office with a channel of another name."""
    return with_account(MET, CHANNEL, name=name)


def kept(**changes: object) -> Facts:
    """Return the office with another password."""
    return replace(MET, passwords=(password(**{"length": 20} | changes),))


SCENARIOS = [
    *of(
        "ক-১",
        CHANNEL,
        unmet("one use", with_account(MET, CHANNEL, uses=("নাচ",)), "uses.none", then="choose_uses"),
        unmet("the order's", with_account(MET, CHANNEL, uses=("02.1", "02.2")), "uses.none", then="choose_uses"),
    ),
    *of(
        "ক-২",
        CHANNEL,
        unmet("its own post", named("নাজির, গোপালগঞ্জ"), "name.post", then="use_official_name"),
        unmet("its own title", named("পণ্ডিত করিম"), "name.person", then="use_official_name"),
        unmet("the order's post", named("কর্মকর্তা"), "name.other", then="use_official_name"),
    ),
    *of(
        "খ",
        CHANNEL,
        unmet("three", replace(MET, members=(*MET.members, member(3))), "team.size", then="change_team"),
        met("six", replace(MET, members=_SIX), *_BOTH),
        unmet("3 of 4", kept(score=3), "password.weak", then="change_password"),
        unmet("19 letters", kept(length=19), "password.short", then="lengthen_password"),
        unmet("31 days old", kept(set_on=ago(31)), "password.overdue", then="change_password"),
        lapsing("25 days old", kept(set_on=ago(25)), *_BOTH, then="change_in_time"),
        met("24 days old", kept(set_on=ago(24)), *_BOTH),
    ),
    *of(
        "গ",
        CHANNEL,
        unmet("a topic of its own", replace(MET, attestations=()), "attested.none", then="attest"),
        unmet("a month is its term", with_topic(MET, "green", on=ago(40)), "attested.stale", then="attest_again"),
        waived("no picture", replace(_NO_PICTURE, waivers=(waiver("গ", CHANNEL),)), "waiver.written"),
    ),
    *of(
        "ঘ",
        None,
        unmet("three months are its term", with_topic(MET, "oath", on=ago(95)), "attested.stale", then="attest_again"),
        unmet("elsewhere", with_office(MET, website="https://new.gov.bd"), "attested.changed", then="attest_again"),
    ),
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: f"{scenario.clause}: {scenario.what}")
def test_the_assessment_follows_the_other_rulebook(scenario: Scenario) -> None:
    finding = judged(scenario.facts, scenario.clause, scenario.account, rules=MADE_UP)

    assert (finding.status, reason_keys(finding)) == (scenario.status, scenario.reasons)
    assert next_key(finding) == scenario.next


def test_a_topic_added_to_the_order_is_asked_for_at_once() -> None:
    # The order's own file, revised: 03.7 now asks for one thing more.
    added = replace(MADE_UP.clause("গ").checks[0], options={"topic": "read_aloud", "about": ["address"]})
    revised = tuple(replace(c, checks=(*c.checks, added)) if c.id == "03.7" else c for c in rulebook().clauses)
    rules = replace(rulebook(), clauses=revised)
    facts = office_with(account(PAGE, "facebook", "page"))
    about = subject(["address"], facts.office, facts.accounts[0])
    word = Attestation("new", "read_aloud", "শিরীন আক্তার", TODAY, about, PAGE)

    assert judged(facts, "03.7", PAGE, rules=rules).status is Status.NOT_MET
    facts = replace(facts, attestations=(*facts.attestations, word))
    assert judged(facts, "03.7", PAGE, rules=rules).status is Status.MET


def test_no_sentence_of_a_finding_speaks_of_the_order_s_own_values() -> None:
    for language in LANGUAGES:
        finding = judged(replace(MET, members=()), "খ", CHANNEL, rules=MADE_UP)
        said = finding.reason(language) + finding.next_step(language)
        assert not set("135৩৫") & set(said)
        assert {"bn": "২, ৬", "en": "2, 6"}[language] in said


def test_an_attestation_of_an_unknown_field_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        subject(["no_such_field"], elsewhere().office)
