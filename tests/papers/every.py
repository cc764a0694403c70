"""One paper of every template, with everything that a person can type in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from coopdesk.order.changes import Change
from coopdesk.order.facts import Complaint, Decision, PasswordFact
from coopdesk.papers import (
    Handed,
    Paper,
    PaperFacts,
    account_register,
    certificate,
    change_order,
    checklist,
    complaint_register,
    decision_sheet,
    declaration,
    handover_note,
    office_order,
    password_register,
    report,
    wall_certificate,
)
from coopdesk.texts import Language, Text

from .conftest import account, office

NAME = "মোছাঃ রেহানা পারভীন"
SUPERIOR = Text("বিভাগীয় সমবায় কার্যালয়, ঢাকা", "Divisional Cooperative Office, Dhaka")
DAY = date(2026, 10, 12)


def _one(facts: PaperFacts) -> PaperFacts:
    """Return facts with a team of one, as an order may name it."""
    return replace(facts, members=facts.members[:1])


def _changed(facts: PaperFacts, language: Language) -> Paper:
    leaving = replace(facts.members[0], id="gone", until=date(2026, 10, 31))
    return change_order(_one(facts), leaving, (facts.memo, DAY), SUPERIOR, language)


def _decided(facts: PaperFacts, language: Language) -> Paper:
    one = facts.accounts[0]
    settings = {setting: next(iter(choices)) for setting, choices in facts.platforms.kind_of(one).settings.items()}
    decision = Decision(facts.memo, DAY, facts.members[0].name)
    return decision_sheet(facts, replace(one, purpose=one.name, settings=settings, decision=decision), language)


def _handed(facts: PaperFacts, language: Language) -> Paper:
    name, ids = facts.members[0].name, [one.id for one in facts.accounts]
    handed = Handed(name, name, frozenset(ids), frozenset(ids[:1]), complaints(facts)[1:])
    return handover_note(facts, handed, language)


def _passwords(facts: PaperFacts, language: Language) -> Paper:
    name = facts.members[0].name
    made = [PasswordFact("p", one.id, DAY, 4, 18, True, name) for one in facts.accounts]
    why = [Change(fact, "left", name) if number == 0 else Change(fact, "interval") for number, fact in enumerate(made)]
    return password_register(facts, why, 90, language)


def complaints(facts: PaperFacts) -> tuple[Complaint, ...]:
    """Return a complaint that was entered in the GRS, and one that is overdue."""
    name, one = facts.members[0].name, facts.accounts[0].id
    return (
        Complaint("c1", one, DAY, name, name, name, name, name, DAY),
        Complaint("c2", one, DAY, name, asker=name),
    )


PAPERS: Mapping[str, Callable[[PaperFacts, Language], Paper]] = {
    "certificate": certificate,
    "report": report,
    "wall": wall_certificate,
    "order": lambda facts, language: office_order(_one(facts), SUPERIOR, language),
    "change_order": _changed,
    "declaration": lambda facts, language: declaration(facts, facts.members[0], language),
    "decision": _decided,
    "handover": _handed,
    "account_register": account_register,
    "password_register": _passwords,
    "complaint_register": lambda facts, language: complaint_register(facts, complaints(facts), language),
    "checklist": checklist,
}
"""By template."""

FORMS: Mapping[str, Callable[[PaperFacts, Language], Paper]] = {
    "order": lambda facts, language: office_order(_one(facts), None, language),
    "change_order": lambda facts, language: change_order(_one(facts), None, None, None, language),
    "declaration": lambda facts, language: declaration(facts, None, language),
    "decision": lambda facts, language: decision_sheet(facts, None, language),
    "handover": lambda facts, language: handover_note(facts, Handed("", "", frozenset(), frozenset(), ()), language),
    "account_register": lambda facts, language: account_register(replace(facts, accounts=()), language),
    "password_register": lambda facts, language: password_register(facts, (), 90, language),
    "complaint_register": lambda facts, language: complaint_register(facts, (), language),
    "checklist": checklist,
}
"""The same templates where nothing is known."""

UNPRINTED = {
    "": {"words", "language", "author", "key", "none-unmet", "proof"},
    "declaration": {"phone", "email"},
    "wall": {"subject"},
    "order": {"state", "password"},
    "change_order": {"state", "password"},
    "handover": {"state", "password"},
}
"""What of a paper's data is not put on the page, by template ("": on any)."""


def with_name(facts: PaperFacts, name: str) -> PaperFacts:
    """Return `facts` with `name` in every place where a person types."""
    return replace(
        facts,
        office=office(name=name, name_en=name, head_name=name, head_post=name, website=name, head_email=name),
        accounts=tuple(account(number, name=name, address=name) for number in range(len(facts.accounts))),
        members=tuple(replace(member, name=name, post=name, phone=name, email=name) for member in facts.members),
        memo=name,
    )


def printed(kind: str, value: object) -> Iterator[str]:
    """Yield every text in a paper's data that goes on the page."""
    skipped = UNPRINTED[""] | UNPRINTED.get(kind, set())
    match value:
        case str():
            yield value
        case dict():
            for key, item in value.items():
                if key not in skipped:
                    yield from printed(kind, item)
        case list():
            for item in value:
                yield from printed(kind, item)
