"""The certificate, when every clause is met; the report, whenever somebody asks how things stand."""

from dataclasses import replace

from coopdesk.errors import CoopDeskError
from coopdesk.papers import content, proof
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, say


def certificate(facts: PaperFacts, language: Language) -> Paper:
    """Return the certificate of an office that meets every clause. It is not signed yet.

    Raises:
        CoopDeskError: a clause is not met, or no account was examined (`papers.not_compliant`); the logo cannot be read
            (`papers.logo_unreadable`).
    """
    if not facts.assessment.compliant:
        raise CoopDeskError("papers.not_compliant")
    if facts.valid_until:
        validity = say("papers", "certificate.valid_until", day=facts.valid_until)
    else:
        validity = say("papers", "certificate.valid")
    numbered = say("papers", "certificate.serial" if facts.serial else "certificate.draft").in_(language)
    replacing = say("papers", "certificate.replaces", serial=facts.replaces).in_(language) if facts.replaces else ""
    told = {
        **_told(facts, language, "certificate"),
        "validity": f"{validity.in_(language)} {replacing}".strip(),
    }
    paper = framed("certificate", facts, language, told, footer=f"{numbered} {facts.serial}".strip())
    return replace(paper, data={**paper.data, "proof": proof.on_paper(facts, language)})


def report(facts: PaperFacts, language: Language) -> Paper:
    """Return the report on how the office stands. It says that it is no certificate, on each page.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    title, warning = (say("papers", key).in_(language) for key in ("report.title", "report.no_certificate"))
    nothing_unmet = "report.none_unmet" if facts.assessment.compliant else "report.nothing_examined"
    told = {
        **_told(facts, language, "report"),
        "count": say("papers", "report.count", **content.count(facts)).in_(language),
        "unmet": content.unmet(facts, language),
        "none-unmet": say("papers", nothing_unmet).in_(language),
        "advice": content.advice(facts, language),
    }
    return framed("report", facts, language, told, footer=f"{title} · {warning}")


def _told(facts: PaperFacts, language: Language, kind: str) -> dict[str, object]:
    order = facts.rulebook
    statement = say(
        "papers",
        f"{kind}.statement",
        issuer=order.issuer,
        issued_on=order.issued_on,
        title=order.title,
        number=order.number,
        rulebook=order.id,
        accounts=len(facts.accounts),
        on=facts.assessment.on,
    )
    return {
        "statement": statement.in_(language),
        "accounts": content.accounts(facts, language),
        "team": content.team(facts, language),
        "clauses": content.clauses(facts, language),
    }
