"""Naming the admin team, and letting someone go."""

from dataclasses import replace
from datetime import date, timedelta

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, member_of, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Member


def put_member(parts: Parts, member: Member, who: str) -> Member:
    """Add a member (an empty id), or change one.

    Raises:
        CoopDeskError: `desk.no_name`, or the last day is before the first (`desk.until_before_since`).
    """
    kept = replace(
        member,
        id=member.id or new_id(),
        name=tidy(member.name),
        post=tidy(member.post),
        phone=tidy(member.phone),
        email=tidy(member.email),
    )
    if not kept.name:
        raise CoopDeskError("desk.no_name")
    if kept.until is not None and kept.until < kept.since:
        raise CoopDeskError("desk.until_before_since")
    with parts.register.deed("change_member" if member.id else "add_member", who, kept.name) as writer:
        writer.put(kept)
    return kept


def serve_account(parts: Parts, account_id: str, members: frozenset[str], who: str) -> None:
    """Say which members (ids) serve an account.

    Whoever serves it no more, but stays in the team, is put down by a second record that ended yesterday, for this
    account alone: so its password falls due as after any leaving (03.5).
    """
    facts, today = parts.facts(), parts.today()
    changed: list[Member] = []
    for member in facts.members:
        serves = account_id in member.accounts
        if not member.serves_on(today) or serves == (member.id in members):
            continue
        changed.append(replace(member, accounts=member.accounts ^ {account_id}))
        if serves and member.since < today:
            left = replace(member, id=new_id(), until=today - timedelta(days=1), accounts=frozenset({account_id}))
            changed.append(left)
    if changed:
        with parts.register.deed("change_team", who, ", ".join(member.name for member in changed)) as writer:
            writer.put_all(changed)


def leave_team(parts: Parts, member_id: str, on: date, who: str) -> Member:
    """Let a member go: `on` is their last day. Each password that they could know falls due."""
    return put_member(parts, replace(member_of(parts.facts(), member_id), until=on), who)
