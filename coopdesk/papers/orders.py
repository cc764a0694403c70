"""The office orders: who runs the accounts (03.3), and what changes when somebody leaves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Member
from coopdesk.papers import content
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.papers.sentence import sentence
from coopdesk.texts import Language, Text, say

_CLAUSE = "03.3"


def office_order(facts: PaperFacts, superior: Text | None, language: Language) -> Paper:
    """Return the order that names the responsible person, or the team, of the accounts.

    Args:
        facts: of the office.
        superior: the office above, which gets a copy; None for none.
        language: of the paper.

    Raises:
        CoopDeskError: an account is served by fewer or more than the order allows (`papers.team_size`); the logo cannot
            be read (`papers.logo_unreadable`).
    """
    told = {
        **_named(facts, "order", language),
        "covers": sentence("letters", "order.accounts", language),
        "accounts": content.accounts(facts, language),
        "duties": sentence("letters", "order.duties", language),
        "duty-list": [
            say("letters", f"order.{duty}", **values).in_(language)
            for duty, values in (
                ("duty_rules", {}),
                ("duty_password", {}),
                ("duty_complaint", {"days": facts.rulebook.values.grs_days}),
                ("duty_leave", {}),
            )
        ],
        "copies": _copies(superior, facts.members, language),
    }
    return framed("order", facts, language, told, footer=say("letters", "order.title").in_(language))


def change_order(
    facts: PaperFacts,
    leaving: Member | None,
    former: tuple[str, date] | None,
    superior: Text | None,
    language: Language,
) -> Paper:
    """Return the order on a change in the team.

    Args:
        facts: of the office, as it is without who leaves.
        leaving: who leaves; None for a form to fill in.
        former: memo number and day of the order that this one changes, None where it is not known.
        superior: the office above, which gets a copy; None for none.
        language: of the paper.

    Raises:
        CoopDeskError: as `office_order` does.
    """
    name, post, until = (leaving.name, leaving.post, leaving.until) if leaving else ("", "", None)
    served = leaving.accounts if leaving else frozenset()
    left = replace(facts, accounts=tuple(account for account in facts.accounts if account.id in served))
    memo, day = former or ("", None)
    told = {
        "reference": sentence("letters", "change_order.reference", language, memo=memo, day=day),
        "leaves": sentence("letters", "change_order.leaves", language, name=name, post=post, until=until),
        "accounts": content.accounts(left, language),
        **_named(facts, "change_order", language),
        "password": sentence("letters", "change_order.password", language),
        "copies": _copies(superior, [*([leaving] if leaving else []), *facts.members], language),
    }
    return framed("change_order", facts, language, told, footer=say("letters", "change_order.title").in_(language))


def _named(facts: PaperFacts, kind: str, language: Language) -> dict[str, object]:
    """Return who is named, in a table and in the sentence above it, and from when the order holds."""
    count, same = _team_size(facts)
    form = "teams" if not same else "one" if count == 1 else "team"
    order = content.the_order(facts, _CLAUSE, language)
    size = {"count": count} if form == "team" else {}
    return {
        "statement": sentence("letters", f"{kind}.{form}", language, **order, **size),
        "team": content.team(facts, language),
        "effect": sentence("letters", "order.effect", language, day=facts.made_at.date()),
    }


def _team_size(facts: PaperFacts) -> tuple[int, bool]:
    """Return how many serve an account, and whether the same people serve all of them."""
    allowed = facts.rulebook.values.team_sizes
    teams = [frozenset(one.id for one in facts.members if account.id in one.accounts) for account in facts.accounts]
    for account, team in zip(facts.accounts, teams, strict=True):
        if len(team) not in allowed:
            raise CoopDeskError("papers.team_size", account=account.name or account.address, count=len(team))
    return len(teams[0]) if teams else 0, len(set(teams)) == 1


def _copies(superior: Text | None, members: Sequence[Member], language: Language) -> list[str]:
    people = [", ".join(part for part in (member.name, member.post) if part) for member in members]
    return [
        *([say("letters", "copies.superior", office=superior).in_(language)] if superior else []),
        *(say("letters", "copies.member", person=person).in_(language) for person in dict.fromkeys(people)),
        say("letters", "copies.file").in_(language),
    ]
