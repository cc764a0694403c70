"""The handover note: what one hands over and the other takes, with room for both to sign. It holds no secret."""

from dataclasses import dataclass

from coopdesk.bangla.dates import gregorian_in_words
from coopdesk.order.facts import Complaint
from coopdesk.papers import content
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, say, table


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed, by whom and to whom.

    `passwords` are the accounts (ids) whose password is in the handover file, `recoveries` those whose way back is.
    `waiting` are the complaints that are not yet in the GRS, None where they were not handed along.
    """

    giver: str
    taker: str
    passwords: frozenset[str]
    recoveries: frozenset[str]
    waiting: tuple[Complaint, ...] | None


def handover_note(facts: PaperFacts, handed: Handed, language: Language) -> Paper:
    """Return the note of a handover.

    Args:
        facts: of the office; its accounts are those that are handed over.
        handed: what was handed.
        language: of the paper.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    statement = say(
        "letters",
        "handover.statement",
        giver=handed.giver,
        taker=handed.taker,
        accounts=len(facts.accounts),
        secrets=len(handed.passwords),
        recoveries=len(handed.recoveries),
    )
    told = {
        "statement": statement.in_(language),
        "giver": handed.giver,
        "taker": handed.taker,
        "accounts": _accounts(facts, handed, language),
        "team": content.team(facts, language),
        "waiting": None if handed.waiting is None else [_complaint(one, language) for one in handed.waiting],
    }
    return framed("handover", facts, language, told, footer=say("letters", "handover.title").in_(language))


def _accounts(facts: PaperFacts, handed: Handed, language: Language) -> list[content.Row]:
    rows = content.accounts(facts, language)
    for account, row in zip(facts.accounts, rows, strict=True):
        inside = ("password", handed.passwords), ("recovery", handed.recoveries)
        named = [table("letters")[f"handover.{name}"].in_(language) for name, ids in inside if account.id in ids]
        row["inside"] = ", ".join(named) or table("letters")["handover.nothing"].in_(language)
    return rows


def _complaint(complaint: Complaint, language: Language) -> content.Row:
    return {"on": gregorian_in_words(complaint.received_on, language), "what": complaint.what}
