"""The decision sheet on an account's five settings (03.6): what was chosen, on which decision, by whom."""

from coopdesk.bangla.dates import gregorian_in_words
from coopdesk.order.facts import Account, Setting
from coopdesk.papers import content
from coopdesk.papers.content import Row
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.papers.sentence import sentence
from coopdesk.texts import Language, say, table

_CLAUSE = "03.6"


def decision_sheet(facts: PaperFacts, account: Account | None, language: Language) -> Paper:
    """Return the decision sheet of an account; without an account, a form to fill in.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    order = content.the_order(facts, _CLAUSE, language)
    decision = account.decision if account else None
    about = {
        "account": account.name if account else "",
        "platform": facts.platforms.kind_of(account).name.in_(language) if account else "",
        "address": account.address if account else "",
        "purpose": account.purpose if account else "",
    }
    basis = {
        "reference": decision.reference if decision else "",
        "decided_on": gregorian_in_words(decision.on, language) if decision else "",
    }
    told = {
        "statement": sentence("letters", "decision.statement", language, **order),
        "about": [{"key": f"decision.{key}", "value": value} for key, value in about.items()],
        "settings": [
            _setting(facts, account, setting, number, language) for number, setting in enumerate(Setting, start=1)
        ],
        "basis": [{"key": f"decision.{key}", "value": value} for key, value in basis.items()],
        "by": decision.by if decision else "",
    }
    return framed("decision", facts, language, told, footer=say("letters", "decision.title").in_(language))


def _setting(facts: PaperFacts, account: Account | None, setting: Setting, number: int, language: Language) -> Row:
    kind = facts.platforms.kind_of(account) if account else None
    offered = kind.settings.get(setting, {}) if kind else {}
    chosen = account.settings.get(setting, "") if account else ""
    unknown = kind is None or not kind.settings
    if offered or unknown:
        choice = offered[chosen].in_(language) if chosen in offered else ""
    else:
        choice = say("letters", "decision.absent").in_(language)
    name = table("findings")[f"setting.{setting}"].in_(language)
    return {
        "number": content.in_digits(number, language),
        "setting": name[0].upper() + name[1:],
        "choice": choice,
        "others": "; ".join(text.in_(language) for id_, text in offered.items() if id_ != chosen),
    }
