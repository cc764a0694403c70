"""Setting and changing an account's password: the secret to the keyring, what is known of it to the register."""

from dataclasses import replace

from coopdesk.desk.parts import Parts, account_of, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Facts, PasswordFact
from coopdesk.passwords.judge import Judge
from coopdesk.passwords.policy import is_strong
from coopdesk.passwords.strength import Strength

NOTE = "change:"
"""What the register's note of a change under way is called, before the account's id."""

PATIENCE = 3.0
"""Seconds for the verdict that decides: nobody waits for it at the keyboard, and a busy PC is no password's fault."""


def context_of(facts: Facts | None, account: Account | None) -> tuple[str, ...]:
    """Return the words that others know of the office and an account of it, and that make a password guessable."""
    if facts is None:  # no office is described yet
        return ()
    office = facts.office
    words = [office.name, office.name_en, office.code, *office.place.split("/"), office.head_name, office.head_phone]
    words += [account.name, account.handle] if account else []
    words += [word for member in facts.members for word in (member.name, member.phone, member.email)]
    return tuple(dict.fromkeys(word for word in words if word))


def set_password(parts: Parts, judge: Judge, account_id: str, secret: str, by: str, who: str) -> PasswordFact:
    """Judge a password, keep it in the keyring, and write down what is known of it.

    The keyring comes first: the register says "kept" only of what the keyring has given back.

    Args:
        parts: the desk.
        judge: who judges its strength.
        account_id: the account.
        secret: the password. It goes to the judge and the keyring, nowhere else.
        by: who changed it on the platform.
        who: who sits at the desk.

    Raises:
        CoopDeskError: it is not strong enough (`desk.weak`), it is the one in use now (`desk.same_password`) or another
            account's (`desk.reused`), nobody is named (`desk.no_by`), or the keyring refuses (`vault.*`). Nothing is
            changed then.
    """
    if not by.strip():
        raise CoopDeskError("desk.no_by")
    facts = parts.facts()
    account = account_of(facts, account_id)
    strength = judged_strong(parts, judge, facts, account, secret)
    refuse_reused(parts, facts, account, secret)
    parts.vault().keep(account_id, secret)
    fact = PasswordFact(new_id(), account_id, parts.today(), strength.score, strength.length, stored=True, by=by)
    with parts.register.deed("set_password", who, account.name or account.address, by=by) as writer:
        writer.put(fact)
    return fact


def judge_for(
    facts: Facts | None, judge: Judge, account_id: str | None, secret: str, patience: float | None = None
) -> Strength:
    """Judge a password for an account, or (None) for the desk itself, within `patience` seconds."""
    account = account_of(facts, account_id) if facts is not None and account_id is not None else None
    return judge.judge(secret, context_of(facts, account), patience)


def reveal_password(parts: Parts, account_id: str, who: str) -> str:
    """Return the password that is kept for an account; that it was asked for stands in the journal.

    Raises:
        CoopDeskError: an example keeps none (`desk.example`), the keyring refuses (`vault.*`), or the password is gone
            from it (`vault.gone`).
    """
    account = account_of(parts.facts(), account_id)
    secret = parts.vault().reveal_kept(account_id)
    with parts.register.deed("reveal_password", who, account.name or account.address):
        return secret


def suspect_password(parts: Parts, account_id: str, who: str) -> None:
    """Write down that others may know the password: its change is due at once."""
    facts = parts.facts()
    account = account_of(facts, account_id)
    fact = next((fact for fact in facts.passwords if fact.account == account_id), None)
    if fact is not None:
        with parts.register.deed("suspect_password", who, account.name or account.address) as writer:
            writer.put(replace(fact, suspected=True))


def retire_password(parts: Parts, account_id: str, who: str) -> None:
    """Take an account's password out of use: it leaves the keyring, and only its hash stays, to know it again.

    So does a new one that waits: no change is under way then.

    Raises:
        CoopDeskError: an example keeps none (`desk.example`), or the keyring refuses (`vault.*`).
    """
    facts = parts.facts()
    account = account_of(facts, account_id)
    parts.vault().retire(account_id)
    fact = next((fact for fact in facts.passwords if fact.account == account_id), None)
    with parts.register.deed("retire_password", who, account.name or account.address) as writer:
        writer.put_all(replace(one, stored=False) for one in (fact,) if one is not None)
    parts.register.drop_draft(f"{NOTE}{account_id}")


def judged_strong(parts: Parts, judge: Judge, facts: Facts, account: Account, secret: str) -> Strength:
    """Return the judgement of a password that is strong enough for an account.

    Raises:
        CoopDeskError: `desk.weak`, it is not.
    """
    strength = judge.judge(secret, context_of(facts, account), PATIENCE)
    if not is_strong(strength, account.two_step, parts.rulebook.values):
        raise CoopDeskError("desk.weak")
    return strength


def under_way(parts: Parts) -> frozenset[str]:
    """Return the accounts (ids) whose password change was begun and not yet decided."""
    return frozenset(key.removeprefix(NOTE) for key in parts.register.drafts(NOTE))


def refuse_reused(parts: Parts, facts: Facts, account: Account, secret: str) -> None:
    """See that a password is new, for this account and for all others, now and before.

    Raises:
        CoopDeskError: it is the present one (`desk.same_password`), this account had it before (`desk.used_before`), or
            another account has, gets or had it (`desk.reused`).
    """
    vault, known = parts.vault(), {fact.account for fact in facts.passwords}
    if account.id in known and vault.same_as(secret, [account.id]):
        raise CoopDeskError("desk.same_password")
    refuse_anothers(parts, facts, account, secret)
    if account.id in known and vault.used_before(secret, [account.id]):
        raise CoopDeskError("desk.used_before")


def refuse_anothers(parts: Parts, facts: Facts, account: Account, secret: str) -> None:
    """See that a password is no other account's: neither its present one, nor one that waits, nor an old one.

    Raises:
        CoopDeskError: it is (`desk.reused`).
    """
    vault = parts.vault()
    others = [fact.account for fact in facts.passwords if fact.account != account.id]
    changing = sorted(under_way(parts) - {account.id})
    waits = next((one for one in changing if vault.pending(one) == secret), None)
    used = vault.same_as(secret, others) or waits or vault.used_before(secret, others)
    if used is not None:
        other = account_of(facts, used)
        raise CoopDeskError("desk.reused", name=other.name or other.address)
