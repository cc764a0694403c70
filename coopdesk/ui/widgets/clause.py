"""The order at hand: a clause in its own words."""

from coopdesk.order.rulebook import Clause
from coopdesk.ui import words
from coopdesk.ui.widgets.basics import Card, label
from coopdesk.ui.words import QT_TRANSLATE_NOOP


class ClauseCard(Card):
    """Shows a clause's own text with its points, its example and, in English, the gloss beside it."""

    def __init__(self, clause: Clause, *, points: bool = True) -> None:
        """Show `clause`; without `points` where the page itself asks about them."""
        super().__init__(heading_of(clause))
        self.body.addWidget(label(f"“{clause.text.bn}”" if not clause.source.bn else words.say(clause.text), "order"))
        for point_id, text in clause.points.items() if points else ():
            self.body.addWidget(label(f"{point_of(point_id)}  {text.bn}"))
        if words.language() == "en":
            self.body.addWidget(label(clause.text.en, "muted"))
        if clause.example.bn:
            self.body.addWidget(label(self.tr("Example: {0}").format(words.say(clause.example)), "muted"))
        if clause.source.bn:
            self.body.addWidget(label(self.tr("Source: {0}").format(words.say(clause.source)), "muted"))


def heading_of(clause: Clause) -> str:
    """Return the heading above a clause's words."""
    if clause.source.bn:
        return words.translate("ClauseCard", QT_TRANSLATE_NOOP("ClauseCard", "Advice"))
    heading = words.translate("ClauseCard", QT_TRANSLATE_NOOP("ClauseCard", "What the order says · clause {0}"))
    return heading.format(words.clause_number(clause.id))


def point_of(point_id: str) -> str:
    """Return a point's number as it is shown: ০২.১ or (ক)."""
    return words.number(point_id) if point_id[0].isdigit() else f"({point_id})"
