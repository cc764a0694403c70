"""What an attestation speaks of: when that changes, the attestation has ended."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from coopdesk.bangla.names import normal_form
from coopdesk.order.facts import Account, Member, Office

_ACCOUNT: dict[str, Callable[[Account], str]] = {
    "address": lambda account: account.address,
    "banner": lambda account: account.banner or "",
    "description": lambda account: account.description,
    "name": lambda account: account.name,
    "platform": lambda account: f"{account.platform}.{account.kind}",
    "profile": lambda account: account.profile or "",
}
_OFFICE: dict[str, Callable[[Office], str]] = {
    "grs_url": lambda office: office.grs_url,
    "website": lambda office: office.website,
}
_MEMBER: dict[str, Callable[[Member], str]] = {
    "member_name": lambda member: member.name,
}


def subject(about: Sequence[str], office: Office, account: Account | None = None, member: Member | None = None) -> str:
    """Return the mark of what an attestation about these fields speaks of, as it is now.

    Args:
        about: names of fields, from the rulebook: of the account, the office or the member.
        office: the office.
        account: the account, where a field is an account's.
        member: the member, where a field is a member's.

    Raises:
        KeyError: no such field is known.
    """
    values = []
    for field in about:
        if account is not None and field in _ACCOUNT:
            values.append(_ACCOUNT[field](account))
        elif member is not None and field in _MEMBER:
            values.append(_MEMBER[field](member))
        else:
            values.append(_OFFICE[field](office))
    return sha256("\x1f".join(map(normal_form, values)).encode()).hexdigest()[:32]
