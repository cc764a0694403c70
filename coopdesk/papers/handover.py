"""The handover note: what one hands over and the other takes, with room for both to sign. It holds no secret."""

from collections.abc import Sequence

from coopdesk.bangla.dates import gregorian_in_words
from coopdesk.order.facts import Complaint
from coopdesk.papers import content
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, say


def handover_note(
    facts: PaperFacts, giver: str, taker: str, secrets: int, waiting: Sequence[Complaint], language: Language
) -> Paper:
    """Return the note of a handover.

    Args:
        facts: of the office.
        giver: who hands over.
        taker: who takes over.
        secrets: how many passwords ride in the handover file.
        waiting: the complaints that are not yet in the GRS.
        language: of the paper.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    told = {
        "statement": say("letters", "handover.statement", giver=giver, taker=taker, secrets=secrets).in_(language),
        "giver": giver,
        "taker": taker,
        "accounts": content.accounts(facts, language),
        "team": content.team(facts, language),
        "waiting": [
            {"on": gregorian_in_words(complaint.received_on, language), "what": complaint.what} for complaint in waiting
        ],
    }
    return framed("handover", facts, language, told, footer=say("letters", "handover.title").in_(language))
