"""Adding an account, writing down what it is, and closing it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, account_of, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Decision, Facts, Setting, State
from coopdesk.order.platforms import Kind, Picture

if TYPE_CHECKING:
    from coopdesk.register.store import Writer


def add_account(parts: Parts, typed_address: str, kind: Kind | None, who: str) -> Account:
    """Add the account at an address, being set up, served by those who serve every other account.

    `kind` is what the person says it is, None for what the address tells.

    Raises:
        CoopDeskError: the address is none of the web (`address.*`), or known already (`desk.known_address`).
    """
    found = parts.platforms.recognise(typed_address)
    facts = parts.facts()
    _refuse_known(facts, found.address, "")
    kind = kind or found.kind
    account = Account(new_id(), kind.platform, kind.id, found.address, found.handle)
    with parts.register.deed("add_account", who, account.address) as writer:
        put_new(writer, facts, (account,), parts.today())
    return account


def put_new(writer: "Writer", facts: Facts, accounts: Sequence[Account], today: date) -> None:
    """Put new accounts into the register whose facts these are, served by those who serve every other account."""
    others = {other.id for other in facts.accounts if other.state is not State.CLOSED}
    team = [member for member in facts.members if member.serves_on(today) and others <= member.accounts]
    added = {account.id for account in accounts}
    writer.put_all(accounts)
    if others:
        writer.put_all(replace(member, accounts=member.accounts | added) for member in team)


def change_address(parts: Parts, account_id: str, typed_address: str, kind: Kind | None, who: str) -> Account:
    """Give an account another address, or another kind than its address tells.

    Raises:
        CoopDeskError: as `add_account` does.
    """
    found = parts.platforms.recognise(typed_address)
    facts = parts.facts()
    _refuse_known(facts, found.address, account_id)
    kind = kind or found.kind
    return _change(
        parts, account_id, "change_address", who,
        platform=kind.platform, kind=kind.id, address=found.address, handle=found.handle,
    )  # fmt: skip


def name_account(parts: Parts, account_id: str, name: str, after_person: bool, who: str) -> Account:
    """Write down the name on the page, and whether the platform forced a person's name on it."""
    return _change(parts, account_id, "name_account", who, name=tidy(name), named_after_person=after_person)


def choose_uses(parts: Parts, account_id: str, uses: tuple[str, ...], who: str) -> Account:
    """Choose the permitted uses (02) by their ids."""
    known = parts.rulebook.clause("02").points
    return _change(parts, account_id, "choose_uses", who, uses=tuple(use for use in known if use in uses))


def describe_account(parts: Parts, account_id: str, purpose: str, audience: str, run_by: str, who: str) -> Account:
    """Write the three parts of the description (03.2)."""
    written = {"purpose": tidy(purpose), "audience": tidy(audience), "run_by": tidy(run_by)}
    return _change(parts, account_id, "describe_account", who, **written)


def choose_settings(
    parts: Parts, account_id: str, choices: Mapping[Setting, str], reference: str, on: date | None, by: str, who: str
) -> Account:
    """Choose the five settings (03.6), and write down the decision behind them; without a reference there is none."""
    decision = Decision(tidy(reference), on, tidy(by)) if on is not None and reference.strip() else None
    chosen = {setting: choice for setting, choice in choices.items() if choice}
    return _change(parts, account_id, "choose_settings", who, settings=chosen, decision=decision)


def turn_two_step(parts: Parts, account_id: str, on: bool, who: str) -> Account:
    """Write down whether the account has two-step login."""
    return _change(parts, account_id, "turn_two_step", who, two_step=on)


def keep_picture(parts: Parts, account_id: str, picture: Picture, file: Path | str, who: str) -> Account:
    """Keep the picture that stands on the page as evidence.

    NO_PICTURE in place of a file says that there is none; an empty text, that nobody has looked.

    Raises:
        CoopDeskError: the file is no picture, or too large (`evidence.*`).
    """
    kept = file or None if isinstance(file, str) else parts.register.evidence.add(file)
    return _change(parts, account_id, f"keep_{picture}", who, **{picture: kept})


def finish_account(parts: Parts, account_id: str, who: str) -> Account:
    """End the setting-up: from now on the account is an active one."""
    return _change(parts, account_id, "finish_account", who, state=State.ACTIVE, opened_on=parts.today())


def close_account(parts: Parts, account_id: str, who: str) -> Account:
    """Close an account: it stays in the register, and is judged no more."""
    return _change(parts, account_id, "close_account", who, state=State.CLOSED)


def reopen_account(parts: Parts, account_id: str, who: str) -> Account:
    """Take back the closing of an account: it is active again, or being set up still."""
    account = account_of(parts.facts(), account_id)
    _refuse_known(parts.facts(), account.address, account_id)
    state = State.ACTIVE if account.opened_on else State.SETTING_UP
    return _change(parts, account_id, "reopen_account", who, state=state)


def _change(parts: Parts, account_id: str, deed: str, who: str, **changes: Any) -> Account:
    before = account_of(parts.facts(), account_id)
    after = replace(before, **changes)
    if after != before:
        with parts.register.deed(deed, who, after.name or after.address) as writer:
            writer.put(after)
    return after


def _refuse_known(facts: Facts, address: str, but: str) -> None:
    for other in facts.accounts:
        if other.id != but and other.state is not State.CLOSED and other.address.casefold() == address.casefold():
            raise CoopDeskError("desk.known_address", name=other.name or other.address)
