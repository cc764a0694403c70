"""Papers: data in, Typst's PDF out.

Each paper is a template in `resources/papers` and a function here that fills it; all share one frame.
"""

from coopdesk.papers.checklist import checklist
from coopdesk.papers.compliance import certificate, report
from coopdesk.papers.decision import decision_sheet
from coopdesk.papers.declaration import declaration
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.filed import FiledPaper
from coopdesk.papers.handover import Handed, handover_note
from coopdesk.papers.orders import change_order, office_order
from coopdesk.papers.paper import Paper
from coopdesk.papers.registers import account_register, complaint_register, password_register
from coopdesk.papers.sheets import Picture, Sheets
from coopdesk.papers.wall import wall_certificate

__all__ = [
    "FiledPaper",
    "Handed",
    "Paper",
    "PaperFacts",
    "Picture",
    "Sheets",
    "account_register",
    "certificate",
    "change_order",
    "checklist",
    "complaint_register",
    "decision_sheet",
    "declaration",
    "handover_note",
    "office_order",
    "password_register",
    "report",
    "wall_certificate",
]
