"""The office's papers: made to look at, and issued under a memo number, with their file kept beside the register."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from coopdesk import papers
from coopdesk.bangla.names import tidy
from coopdesk.desk.certificates import standing
from coopdesk.desk.certify import certificate_paper, paper_facts, papers_folder, report_paper, save_copy
from coopdesk.desk.check import assess_office
from coopdesk.desk.memos import next_memo, refuse_given
from coopdesk.desk.parts import Parts, account_of, member_of, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.assess import assess
from coopdesk.order.changes import changes
from coopdesk.order.facts import Facts, KeptPaper, Member, Tier
from coopdesk.order.names import official_name
from coopdesk.texts import Language, Text, table

About = Literal["office", "account", "member", "leaver"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper is asked for.

    `kind` is one of KINDS. `of` is the id of the account or member that it speaks of, empty for a form to fill in by
    hand. `memo` is the memo number as typed, empty for the next one of the office's prefix.
    """

    kind: str
    language: Language
    of: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: what it speaks of, how it is made, whether it is issued here under a memo number of its own."""

    about: About
    make: Callable[[Parts, Asked], papers.Paper]
    kept: bool = True


def make_paper(parts: Parts, asked: Asked) -> papers.Paper:
    """Return a paper as it would be issued now.

    Raises:
        CoopDeskError: what it should speak of is not so: a clause is not met, a team has the wrong size, a record is
            gone (`papers.*`, `desk.*`).
    """
    return KINDS[asked.kind].make(parts, replace(asked, memo=tidy(asked.memo) or next_memo(parts)))


def issue_paper(parts: Parts, asked: Asked, who: str) -> KeptPaper:
    """Issue a paper: give it its memo number, keep its file in the register's folder, and write it down.

    Raises:
        CoopDeskError: it has no memo number (`desk.no_memo`), or one that was given before (`register.memo_taken`), or
            as `make_paper` does, or the disk refuses. Nothing is changed then.
    """
    memo = tidy(asked.memo) or next_memo(parts)
    if not memo:
        raise CoopDeskError("desk.no_memo")
    paper = make_paper(parts, replace(asked, memo=memo))
    return keep(parts, asked.kind, memo, subject_of(parts.facts(), asked), asked.language, paper, who)


def keep(
    parts: Parts, kind: str, memo: str, subject: str, language: Language, paper: papers.Paper, who: str
) -> KeptPaper:
    """Keep a paper that was made with a memo number.

    Raises:
        CoopDeskError: the memo number was given before (`register.memo_taken`), or the disk refuses.
    """
    pdf = paper.pdf()
    made_at = paper.made_at.replace(tzinfo=None, microsecond=0)
    with parts.register.deed("issue_paper", who, f"{paper.title} {subject}".strip(), memo=memo) as writer:
        kept = KeptPaper(
            id=new_id(),
            kind=kind,
            memo=memo,
            subject=subject,
            language=language,
            made_at=made_at,
            file=_file_name(parts, kind),
            file_sha256=hashlib.sha256(pdf).hexdigest(),
        )
        writer.put(kept)
        refuse_given(parts, memo, kept.id)
        # Inside the deed: what stands in the register always has its file.
        save_copy(pdf, kept_file(parts, kept))
    return kept


def kept_file(parts: Parts, kept: KeptPaper) -> Path:
    """Return where the file of a kept paper lies."""
    return papers_folder(parts) / kept.file


def kept_paper(parts: Parts, kept: KeptPaper) -> papers.FiledPaper:
    """Return a paper as it was issued."""
    return papers.FiledPaper(Path(kept.file).stem, kept_file(parts, kept))


def subject_of(facts: Facts, asked: Asked) -> str:
    """Return what one of several papers of a kind speaks of: an account's address, or a member's name."""
    if not asked.of:
        return ""
    if KINDS[asked.kind].about == "account":
        account = account_of(facts, asked.of)
        return account.handle or account.address
    return member_of(facts, asked.of).name


def leavers(facts: Facts) -> tuple[Member, ...]:
    """Return the members whose last day is known, the latest first: of whose leaving an order may speak."""
    left = [(member.until, member) for member in facts.members if member.until is not None]
    return tuple(member for _, member in sorted(left, key=lambda both: both[0], reverse=True))


def superior(parts: Parts) -> Text | None:
    """Return the name of the office above this one, None where there is none."""
    office = parts.facts().office
    above = {Tier.UPAZILA: Tier.DISTRICT, Tier.DISTRICT: Tier.DIVISION, Tier.DIVISION: Tier.DEPARTMENT}.get(office.tier)
    place = office.place.rpartition("/")[0]
    return official_name(parts.rulebook.names, parts.gazetteer, above, place) if above else None


def _facts(parts: Parts, asked: Asked, *, closed: bool = False) -> papers.PaperFacts:
    facts = parts.facts()
    told = paper_facts(parts, facts, assess(facts, parts.rulebook, parts.today()), "", asked.memo, None)
    return replace(told, accounts=facts.accounts) if closed else told


def _wall(parts: Parts, asked: Asked) -> papers.Paper:
    """Make the wall form of the newest certificate in force, of the same language if there is one; else a draft."""
    facts, assessment = assess_office(parts)
    issued, today = parts.register.certificates(), parts.today()
    in_force = (one for one in issued if standing(one, issued, assessment, today).state == "valid")
    newest = min(in_force, key=lambda one: one.language != asked.language, default=None)
    if newest is None:
        return papers.wall_certificate(paper_facts(parts, facts, assessment, "", "", None), asked.language)
    told = paper_facts(parts, facts, assessment, newest.serial, newest.memo, newest.valid_until)
    return papers.wall_certificate(replace(told, signed_with=newest.signed_with), asked.language, newest.facts_sha256)


def _order(parts: Parts, asked: Asked) -> papers.Paper:
    facts = _facts(parts, asked)
    if not facts.accounts:
        raise CoopDeskError("desk.no_accounts")
    return papers.office_order(facts, superior(parts), asked.language)


def _change_order(parts: Parts, asked: Asked) -> papers.Paper:
    facts = _facts(parts, asked)
    leaving = member_of(parts.facts(), asked.of) if asked.of else None
    staying = tuple(member for member in facts.members if member.id != asked.of)
    orders = [paper for paper in parts.register.kept_papers() if paper.kind in ("order", "change_order")]
    former = (orders[-1].memo, orders[-1].made_at.date()) if orders else None
    return papers.change_order(replace(facts, members=staying), leaving, former, superior(parts), asked.language)


def _declaration(parts: Parts, asked: Asked) -> papers.Paper:
    member = member_of(parts.facts(), asked.of) if asked.of else None
    return papers.declaration(_facts(parts, asked), member, asked.language)


def _decision(parts: Parts, asked: Asked) -> papers.Paper:
    account = account_of(parts.facts(), asked.of) if asked.of else None
    return papers.decision_sheet(_facts(parts, asked), account, asked.language)


def _account_register(parts: Parts, asked: Asked) -> papers.Paper:
    return papers.account_register(_facts(parts, asked, closed=True), asked.language)


def _password_register(parts: Parts, asked: Asked) -> papers.Paper:
    facts, longest = parts.facts(), parts.rulebook.values.password_days
    days = min(facts.office.rotation_days or longest, longest)
    made = changes(parts.register.password_history(), facts.members, days)
    return papers.password_register(_facts(parts, asked, closed=True), made, days, asked.language)


def _complaint_register(parts: Parts, asked: Asked) -> papers.Paper:
    return papers.complaint_register(_facts(parts, asked, closed=True), parts.facts().complaints, asked.language)


KINDS: Mapping[str, Kind] = {
    "certificate": Kind(
        "office", lambda parts, asked: certificate_paper(parts, asked.language, asked.memo), kept=False
    ),
    "wall": Kind("office", _wall, kept=False),
    "report": Kind("office", lambda parts, asked: report_paper(parts, asked.language, asked.memo)),
    "order": Kind("office", _order),
    "change_order": Kind("leaver", _change_order),
    "declaration": Kind("member", _declaration),
    "decision": Kind("account", _decision),
    "account_register": Kind("office", _account_register),
    "password_register": Kind("office", _password_register),
    "complaint_register": Kind("office", _complaint_register),
    "checklist": Kind(
        "office", lambda parts, asked: papers.checklist(_facts(parts, asked), asked.language), kept=False
    ),
}
"""Every paper that can be asked for. A certificate is issued by `certify`; a handover makes its own note."""


def _file_name(parts: Parts, kind: str) -> str:
    """Return a name that sorts: kind, office, year, and a number that counts up."""
    word = table("kinds")[f"file.{kind}"].bn
    start = f"{word}-COOP-{parts.facts().office.code}-{parts.today().year}-"
    given = (paper.file.removesuffix(".pdf").removeprefix(start) for paper in parts.register.kept_papers())
    return f"{start}{max((int(number) for number in given if number.isdecimal()), default=0) + 1:04}.pdf"
