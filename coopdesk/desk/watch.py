"""Looking after what the register says is in the keyring: whether it is still there, and whether the keyring answers.

The register alone can't know that somebody deleted an entry, or that this computer lost its keyring (03.5).
"""

from dataclasses import dataclass, replace

from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError, Locked
from coopdesk.order.facts import Facts, State


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the keyring found: accounts (ids) whose password is gone or back, and what kept it from looking.

    `trouble` is the key of the trouble, empty where the keyring answered, or where only the office's own passphrase
    locks it.
    """

    gone: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    trouble: str = ""


def look(parts: Parts) -> Look:
    """Look whether each password is where the register says; nothing is revealed, and nothing is changed.

    It asks the keyring for each account, some 50 ms each: keep it off the desk's own thread.
    """
    facts = parts.register.facts()
    if facts is None or facts.office.example or not facts.passwords:
        return Look()
    open_ones = {account.id for account in facts.accounts if account.state is not State.CLOSED}
    vault = parts.vault()
    try:
        changed = [
            fact for fact in facts.passwords if fact.account in open_ones and vault.holds(fact.account) != fact.stored
        ]
    except Locked:
        return Look()
    except CoopDeskError as error:
        return Look(trouble=error.key)
    return Look(
        gone=frozenset(fact.account for fact in changed if fact.stored),
        back=frozenset(fact.account for fact in changed if not fact.stored),
    )


def write_down(parts: Parts, found: Look, who: str) -> None:
    """Let the register say of each password whether it is in the keyring."""
    facts = parts.facts()
    for account in facts.accounts:
        for changed, stored, deed in ((found.gone, False, "password_gone"), (found.back, True, "password_back")):
            fact = next((one for one in facts.passwords if one.account == account.id), None)
            if account.id in changed and fact is not None and fact.stored is not stored:
                with parts.register.deed(deed, who, account.name or account.address) as writer:
                    writer.put(replace(fact, stored=stored))


def with_trouble(facts: Facts, trouble: str) -> Facts:
    """Return the facts as they are while the keyring is in trouble."""
    return replace(facts, vault_trouble=trouble) if trouble else facts
