"""The parts that a deed works with, put together once and handed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Facts, Member, Office
from coopdesk.order.gazetteer import Gazetteer
from coopdesk.order.platforms import Platforms
from coopdesk.order.rulebook import Rulebook

if TYPE_CHECKING:  # both open heavy libraries; a deed is handed them and need not import them
    from coopdesk.register.store import Register
    from coopdesk.vault.vault import Vault
    from coopdesk.vault.vaults import Vaults

R = TypeVar("R", Account, Member)


@dataclass(frozen=True, slots=True)
class Parts:
    """A register with all that its deeds need.

    `vaults` gives the vault of a register by its office's id. `today` and `now` (local, with its zone) are the desk's
    clock.
    """

    register: "Register"
    rulebook: Rulebook
    gazetteer: Gazetteer
    vaults: "Vaults"
    today: Callable[[], date]
    now: Callable[[], datetime]

    @property
    def platforms(self) -> Platforms:
        """The platforms that accounts may be on."""
        return self.rulebook.platforms

    def facts(self) -> Facts:
        """Return all facts of the office.

        Raises:
            CoopDeskError: `desk.no_office`, no office is described yet.
        """
        facts = self.register.facts()
        if facts is None:
            raise CoopDeskError("desk.no_office")
        return facts

    def vault(self) -> "Vault":
        """Return the office's vault.

        Raises:
            CoopDeskError: `desk.example`, an example touches no keyring.
        """
        office = self.facts().office
        if office.example:
            raise CoopDeskError("desk.example")
        return self.vaults.of(office.id)


def new_id() -> str:
    """Return an id that no other record has."""
    return uuid4().hex


def account_of(facts: Facts, account_id: str) -> Account:
    """Return an account by its id.

    Raises:
        CoopDeskError: `desk.gone`, it is not in the register any more.
    """
    return _by_id(facts.accounts, account_id)


def member_of(facts: Facts, member_id: str) -> Member:
    """Return a member by its id.

    Raises:
        CoopDeskError: `desk.gone`, it is not in the register any more.
    """
    return _by_id(facts.members, member_id)


def people_of(office: Office, facts: Facts, today: date) -> tuple[str, ...]:
    """Return the names of those who may attest: the serving members, then the head of office."""
    names = [member.name for member in facts.members if member.serves_on(today)]
    return tuple(dict.fromkeys(name for name in (*names, office.head_name) if name))


def _by_id(records: tuple[R, ...], record_id: str) -> R:
    for record in records:
        if record.id == record_id:
            return record
    raise CoopDeskError("desk.gone")
