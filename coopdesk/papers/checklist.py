"""The blank checklist: every clause in the order's words, to be examined by hand where there is no computer."""

from coopdesk.bangla.digits import to_bangla
from coopdesk.order.rulebook import Clause
from coopdesk.papers.content import Row, in_digits
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, say


def checklist(facts: PaperFacts, language: Language) -> Paper:
    """Return the checklist. Memo number and date are left to be written when it is filled in.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    told = {
        "memo": "",
        "bangla_day": "",
        "gregorian_day": "",
        "whole-rows": True,  # nothing in them was typed
        "how": say("registers", "checklist.how").in_(language),
        "clauses": [_clause(clause, language) for clause in facts.rulebook.clauses],
    }
    return framed("checklist", facts, language, told, footer=say("registers", "checklist.title").in_(language))


def _clause(clause: Clause, language: Language) -> Row:
    return {
        "id": in_digits(clause.id, language),
        "title": clause.title.in_(language),
        "text": clause.text.in_(language),
        "points": [
            {"id": f"({to_bangla(point) if language == 'bn' else point})", "text": text.in_(language)}
            for point, text in clause.points.items()
        ],
        "waivable": clause.waivable is not None,
    }
