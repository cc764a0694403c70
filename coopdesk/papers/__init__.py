"""Papers: data in, Typst's PDF out.

Each paper is a template in `resources/papers` and a function here that fills it; all share one frame.
"""

from coopdesk.papers.compliance import certificate, report
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.filed import FiledPaper
from coopdesk.papers.handover import Handed, handover_note
from coopdesk.papers.paper import Paper
from coopdesk.papers.sheets import Picture, Sheets

__all__ = ["FiledPaper", "Handed", "Paper", "PaperFacts", "Picture", "Sheets", "certificate", "handover_note", "report"]
