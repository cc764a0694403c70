"""A wholly compliant office with two accounts, and ways to bend its facts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from coopdesk import resources
from coopdesk.order.assess import assess
from coopdesk.order.facts import (
    Account,
    Attestation,
    Decision,
    Facts,
    Member,
    Office,
    PasswordFact,
    Role,
    State,
    Tier,
    Waiver,
)
from coopdesk.order.findings import Finding
from coopdesk.order.gazetteer import Gazetteer
from coopdesk.order.platforms import Platforms
from coopdesk.order.rulebook import Check, Rulebook
from coopdesk.order.subjects import subject
from coopdesk.texts import Text, table

TODAY = date(2026, 11, 24)
PAGE, CHANNEL = "page", "channel"
BANNER, PROFILE, SCREENSHOT = "b" * 64, "c" * 64, "d" * 64
OFFICIAL = "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"


def _read(*parts: str) -> str:
    return resources.path(*parts).read_text(encoding="utf-8")


@cache
def platforms() -> Platforms:
    """Return the platforms that ship with CoopDesk."""
    return Platforms.from_toml(_read("platforms.toml"))


@cache
def rulebook() -> Rulebook:
    """Return the rulebook of the order of 2016."""
    return Rulebook.from_toml(_read("rulebooks", "coop-2016.toml"), platforms())


@cache
def gazetteer() -> Gazetteer:
    """Return the places that ship with CoopDesk."""
    return Gazetteer.from_json(_read("gazetteer.json"))


def ago(days: int) -> date:
    """Return the day `days` before TODAY."""
    return TODAY - timedelta(days=days)


ATTESTED_ON = ago(20)


OFFICE = Office(
    id="office",
    tier=Tier.DISTRICT,
    place="Dhaka/Gopalganj",
    name=OFFICIAL,
    name_en="District Cooperative Office, Gopalganj",
    code="GOP",
    website="https://coop.gopalganj.gov.bd",
    grs_url="https://www.grs.gov.bd",
    grievance_officer="শিরীন আক্তার",
    grievance_contact="01711-000000",
    head_name="আবদুল হালিম",
    head_post="জেলা সমবায় কর্মকর্তা",
    memo_prefix="47.61.3500.000.05",
)
_KINDS = {PAGE: ("facebook", "page"), CHANNEL: ("youtube", "channel")}


def account(account_id: str, platform: str, kind: str, **changes: object) -> Account:
    """Return an account that has all that the order asks of it, of any kind."""
    known = platforms().kind(platform, kind)
    whole = Account(
        id=account_id,
        platform=platform,
        kind=kind,
        address=f"https://{platform}.com/{account_id}",
        handle=account_id,
        name=OFFICIAL,
        purpose="সমবায় সেবার খবর।",
        audience="সমবায়ী জনগণ।",
        run_by="জেলা কার্যালয়।",
        uses=("02.2", "02.3"),
        settings={setting: next(iter(choices)) for setting, choices in known.settings.items()},
        decision=Decision("স্মারক ৪৭.৬১.৩৫০০.১১২", ago(40), "শিরীন আক্তার"),
        banner=BANNER if "banner" in known.pictures else None,
        profile=PROFILE,
        state=State.ACTIVE,
        opened_on=ago(400),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def member(number: int, role: Role = Role.MODERATOR, **changes: object) -> Member:
    """Return a member of the team who serves both accounts and is known in full."""
    names = ("শিরীন আক্তার", "আবদুর রহিম", "তানিয়া সুলতানা", "সুব্রত বিশ্বাস", "হাসান মাহমুদ", "নাসরিন জাহান")
    whole = Member(
        id=f"m{number}",
        name=names[number - 1],
        post="সহকারী পরিদর্শক",
        role=role,
        since=ago(300),
        phone="01711-000000",
        accounts=frozenset({PAGE, CHANNEL}),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def waiver(
    clause: str, account: str | None = PAGE, reason: str = "সদস্যদের নিজ প্রোফাইল দিয়ে চলে", **changes: object
) -> Waiver:
    """Return a written reason why a clause is not applicable."""
    return replace(Waiver("w", clause, reason, "শিরীন আক্তার", ago(30), account), **changes)  # type: ignore[arg-type]


def password(**changes: object) -> PasswordFact:
    """Return what is known of the channel's strong, fresh password."""
    fact = PasswordFact("p", CHANNEL, set_on=ago(10), score=4, length=20, stored=True, by="শিরীন আক্তার")
    return replace(fact, **changes)  # type: ignore[arg-type]


def office_with(*accounts: Account, members: tuple[Member, ...] = (), **changes: object) -> Facts:
    """Return the facts of the office with these accounts, all attested."""
    team = members or (member(1, Role.ADMIN), member(2), member(3))
    facts = Facts(OFFICE, accounts, team, waivers=(waiver("03.5"),), passwords=(password(),))
    return attested(replace(facts, **changes))  # type: ignore[arg-type]


def compliant() -> Facts:
    """Return an office that meets every clause: a Facebook page run through profiles, and a YouTube channel."""
    return office_with(*(account(key, *kind) for key, kind in _KINDS.items()))


def attested(facts: Facts, rules: Rulebook | None = None, on: date = ATTESTED_ON) -> Facts:
    """Return the facts with every attestation that the rulebook knows, given on one day about the facts as they are."""
    return replace(facts, attestations=tuple(_attestations(facts, rules or rulebook(), on)))


def _attestations(facts: Facts, rules: Rulebook, on: date) -> Iterator[Attestation]:
    for clause in (*rules.clauses, *rules.advice):
        for check in (*clause.checks, *(clause.waivable.checks if clause.waivable else ())):
            if "topic" not in check.options:
                continue
            if check.name in ("attested_by_admins", "declared_by_members"):
                for one in facts.members:
                    yield _attestation(
                        check, subject(check.options["about"], facts.office, member=one), on, member=one.id
                    )
            elif clause.scope == "account":
                for one_account in facts.accounts:
                    about = subject(check.options["about"], facts.office, one_account)
                    yield _attestation(check, about, on, account=one_account.id)
            else:
                yield _attestation(check, subject(check.options["about"], facts.office), on)


def _attestation(
    check: Check, about: str, on: date, account: str | None = None, member: str | None = None
) -> Attestation:
    topic = check.options["topic"]
    return Attestation(f"{topic}-{account or member}", topic, "শিরীন আক্তার", on, about, account, member, (SCREENSHOT,))


def with_office(facts: Facts, **changes: object) -> Facts:
    """Return the facts with the office changed."""
    return replace(facts, office=replace(facts.office, **changes))  # type: ignore[arg-type]


def with_account(facts: Facts, account_id: str, **changes: object) -> Facts:
    """Return the facts with one account changed."""
    changed = (replace(one, **changes) if one.id == account_id else one for one in facts.accounts)  # type: ignore[arg-type]
    return replace(facts, accounts=tuple(changed))


def with_member(facts: Facts, member_id: str, **changes: object) -> Facts:
    """Return the facts with one member changed."""
    changed = (replace(one, **changes) if one.id == member_id else one for one in facts.members)  # type: ignore[arg-type]
    return replace(facts, members=tuple(changed))


def with_topic(facts: Facts, topic: str, **changes: object) -> Facts:
    """Return the facts with every attestation of a topic changed."""
    changed = (replace(one, **changes) if one.topic == topic else one for one in facts.attestations)  # type: ignore[arg-type]
    return replace(facts, attestations=tuple(changed))


def without_topic(facts: Facts, topic: str) -> Facts:
    """Return the facts without the attestations of a topic."""
    return replace(facts, attestations=tuple(one for one in facts.attestations if one.topic != topic))


def judged(
    facts: Facts, clause: str, account: str | None, today: date = TODAY, rules: Rulebook | None = None
) -> Finding:
    """Return what the assessment finds for one clause or advice, for one account or (None) for the office."""
    assessment = assess(facts, rules or rulebook(), today)
    found = [
        one for one in (*assessment.findings, *assessment.advice) if (one.clause, one.account) == (clause, account)
    ]
    assert len(found) == 1
    return found[0]


@cache
def _keys() -> dict[Text, str]:
    return {text: key for key, text in table("findings").items()}


def reason_keys(finding: Finding) -> tuple[str, ...]:
    """Return the keys in `findings.toml` of a finding's reasons."""
    return tuple(_keys()[said.text] for said in finding.reasons)


def next_key(finding: Finding) -> str | None:
    """Return the key in `findings.toml` of a finding's next step."""
    return _keys()[finding.next.text].removeprefix("next.") if finding.next else None
