"""What is handed over in tests, by whom and to whom."""

from coopdesk.desk.handover import Handing, to_hand
from coopdesk.desk.parts import Parts
from coopdesk.desk.recovery import Code, Recovery

SECRET, NEW, OLD = "Vq7#mulberry-Trombone%91", "kettle-9-Orbit-plume-Zest", "walnut-3-Ferry-quiet-Loom"
GIVER, TAKER = "রেহানা পারভীন", "নাজমুল হক"
RECOVERY = Recovery(
    (Code("4471-0093"), Code("5512-8834", used=True)), "SMS", "কার্যালয়ের ফোন", "dco@example.gov.bd", "02-1"
)


def everything(desk: Parts) -> Handing:
    """Hand over all accounts."""
    return Handing(GIVER, TAKER, frozenset(account.id for account in to_hand(desk.facts())))
