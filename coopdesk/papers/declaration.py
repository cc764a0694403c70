"""The declaration of a member on personal accounts (03.10), in the order's own words."""

from coopdesk.order.facts import Member
from coopdesk.papers import content
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.papers.sentence import sentence
from coopdesk.texts import Language, say

_CLAUSE = "03.10"


def declaration(facts: PaperFacts, member: Member | None, language: Language) -> Paper:
    """Return the declaration that a member signs; without a member, a form to fill in.

    It quotes the order in Bangla; in English the gloss stands below each point.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    clause = facts.rulebook.clause(_CLAUSE)
    name, post = (member.name, member.post) if member else ("", "")
    order = content.the_order(facts, _CLAUSE, language)
    points = {"": clause.text, **clause.points}
    told = {
        "statement": sentence("letters", "declaration.statement", language, name=name, post=post, **order),
        "quoted": [
            {"id": f"({letter})" if letter else "", "text": text.bn, "gloss": text.en if language == "en" else ""}
            for letter, text in points.items()
        ],
        "promise": say("letters", "declaration.promise").in_(language),
        "member": {
            "name": name,
            "post": post,
            "phone": member.phone if member else "",
            "email": member.email if member else "",
        },
    }
    return framed("declaration", facts, language, told, footer=say("letters", "declaration.title").in_(language))
