"""The certificate for the wall: on one page, what a visitor should see."""

from dataclasses import replace

from coopdesk.errors import CoopDeskError
from coopdesk.papers import content, proof
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, say

_MOST = 12
"""Accounts that are named; of more, the rest is counted."""


def wall_certificate(facts: PaperFacts, language: Language, facts_sha256: str = "") -> Paper:
    """Return the one-page form of the certificate, with the code of the one that was issued.

    `facts_sha256` is the digest that it was issued with, empty where the facts are still the same.

    Raises:
        CoopDeskError: a clause is not met (`papers.not_compliant`); the logo cannot be read (`papers.logo_unreadable`).
    """
    if not facts.assessment.compliant:
        raise CoopDeskError("papers.not_compliant")
    order = facts.rulebook
    statement = say(
        "registers",
        "wall.statement",
        accounts=len(facts.accounts),
        on=facts.assessment.on,
        issuer=order.issuer,
        issued_on=order.issued_on,
        title=order.title,
        number=order.number,
    )
    if facts.valid_until:
        validity = say("papers", "certificate.valid_until", day=facts.valid_until)
    else:
        validity = say("papers", "certificate.valid")
    rows = content.accounts(facts, language)
    more = len(rows) - _MOST
    told = {
        "statement": statement.in_(language),
        "named": [{key: row[key] for key in ("platform", "address")} for row in rows[:_MOST]],
        "more": say("registers", "wall.more", count=more).in_(language) if more > 0 else "",
        "validity": validity.in_(language),
        "serial": f"{say('papers', 'certificate.serial').in_(language)} {facts.serial}" if facts.serial else "",
    }
    draft = say("papers", "certificate.draft").in_(language)
    paper = framed("wall", facts, language, told, footer="" if facts.serial else draft)
    return replace(paper, data={**paper.data, "proof": proof.on_wall(facts, facts_sha256)})
