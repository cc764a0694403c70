"""Issuing a certificate when every clause is met, and the report when not."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from coopdesk import papers
from coopdesk.bangla.names import tidy
from coopdesk.desk.accounts import finish_account
from coopdesk.desk.certificates import to_replace
from coopdesk.desk.check import assess_office
from coopdesk.desk.memos import next_memo, refuse_given
from coopdesk.desk.parts import Parts, new_id
from coopdesk.desk.signing import signing_key
from coopdesk.desk.watch import look, write_down
from coopdesk.errors import CoopDeskError
from coopdesk.files import write_whole
from coopdesk.order.checks.case import months_later
from coopdesk.order.facts import Facts, IssuedCertificate, State
from coopdesk.order.findings import Assessment
from coopdesk.papers.proof import digest, told_facts
from coopdesk.papers.signing import fingerprint, sign
from coopdesk.texts import Language, table


class NotCompliant(CoopDeskError):
    """A certificate is refused. `facts` and `assessment` say why."""

    def __init__(self, facts: Facts, assessment: Assessment) -> None:
        """Refuse for what stands in the assessment."""
        super().__init__("papers.not_compliant")
        self.facts, self.assessment = facts, assessment


def issue_certificate(parts: Parts, language: Language, who: str, memo: str = "") -> tuple[IssuedCertificate, Path]:
    """Issue a certificate: number it, sign its file in the register's folder, and write it down.

    Where this computer has no usable keyring it is issued unsigned, and says so. It takes the place of the one in the
    same language that was in force.

    Args:
        parts: the desk.
        language: of the paper.
        who: who sits at the desk.
        memo: the memo number as typed; empty for the next one of the office's prefix.

    Returns:
        What was written down, and where the file lies.

    Raises:
        NotCompliant: a clause is not met.
        CoopDeskError: there is nothing to judge (`desk.*`), the keyring is locked or refuses (`vault.*`), the memo
            number was given before (`register.memo_taken`), or the disk refuses.
    """
    write_down(parts, look(parts), who)  # what was deleted from the keyring by hand is not certified
    facts, assessment = assess_office(parts)
    if not assessment.compliant:
        raise NotCompliant(facts, assessment)
    key = signing_key(parts)
    for account in facts.accounts:
        if account.state is State.SETTING_UP:
            finish_account(parts, account.id, who)  # what is certified is set up
    facts, assessment = assess_office(parts)
    issued = parts.register.certificates()
    serial = _next_serial(facts, issued, parts.today())
    memo = tidy(memo) or next_memo(parts)
    valid_until = _valid_until(parts)
    told = replace(
        paper_facts(parts, facts, assessment, serial, memo, valid_until),
        signed_with=fingerprint(key) if key else "",
        replaces=to_replace(issued, language, parts.today()),
    )
    pdf = papers.certificate(told, language).pdf()
    if key:
        pdf = sign(pdf, key, facts.office.code, serial, example=facts.office.example)
    file = certificate_file(parts, serial)
    certificate = IssuedCertificate(
        id=new_id(),
        serial=serial,
        issued_at=told.made_at.replace(tzinfo=None, microsecond=0),
        language=language,
        memo=memo,
        rulebook=parts.rulebook.id,
        valid_until=valid_until,
        file_sha256=hashlib.sha256(pdf).hexdigest(),
        facts_sha256=digest(told_facts(told)),
        replaces=told.replaces,
        signed_with=told.signed_with,
    )
    with parts.register.deed("issue_certificate", who, serial, memo=memo) as writer:
        writer.put(certificate)
        refuse_given(parts, memo, certificate.id)
        # Inside the deed: a serial number always has its paper, and one given meanwhile keeps its own.
        write_whole(file, lambda beside: _write(beside, pdf))
    return certificate, file


def certificate_paper(parts: Parts, language: Language, memo: str = "") -> papers.Paper:
    """Return the certificate as it would be issued now, still without serial number, to look at.

    Raises:
        NotCompliant: a clause is not met.
        CoopDeskError: there is nothing to judge.
    """
    facts, assessment = assess_office(parts)
    if not assessment.compliant:
        raise NotCompliant(facts, assessment)
    memo = tidy(memo) or next_memo(parts)
    return papers.certificate(paper_facts(parts, facts, assessment, "", memo, _valid_until(parts)), language)


def report_paper(parts: Parts, language: Language, memo: str = "") -> papers.Paper:
    """Return the report of today's assessment; without a memo number its place is a dotted line.

    Raises:
        CoopDeskError: there is nothing to judge.
    """
    facts, assessment = assess_office(parts)
    return papers.report(paper_facts(parts, facts, assessment, "", memo, None), language)


def filed_certificate(parts: Parts, serial: str, copy: Language | None = None) -> papers.FiledPaper:
    """Return a certificate as it was issued; as a `copy` its pages say that they are one, in that language."""
    file = certificate_file(parts, serial)
    return papers.FiledPaper(file.stem, file, copy)


def certificate_file(parts: Parts, serial: str) -> Path:
    """Return where the file of a certificate lies in the register's folder."""
    file = papers_folder(parts) / f"{table('kinds')['file.certificate'].bn}-{serial}.pdf"
    older = file.with_name(f"{serial}.pdf")  # as files were first named
    return older if older.exists() and not file.exists() else file


def papers_folder(parts: Parts) -> Path:
    """Return the folder in which issued papers are kept."""
    return parts.register.folder / "papers"


def save_copy(data: bytes, target: Path) -> None:
    """Write a paper where the person wants it: whole, or not at all.

    Raises:
        CoopDeskError: the disk refuses.
    """
    write_whole(target, lambda beside: _write(beside, data))


def _next_serial(facts: Facts, issued: tuple[IssuedCertificate, ...], today: date) -> str:
    start = f"COOP-{facts.office.code}-{today.year}-"
    given = (one.serial.removeprefix(start) for one in issued)
    return f"{start}{max((int(number) for number in given if number.isdecimal()), default=0) + 1:04}"


def _valid_until(parts: Parts) -> date:
    return months_later(parts.today(), parts.rulebook.values.certificate_months)


def paper_facts(
    parts: Parts, facts: Facts, assessment: Assessment, serial: str, memo: str, valid_until: date | None
) -> papers.PaperFacts:
    """Return what a paper is made from, at this moment."""
    serving = tuple(member for member in facts.members if member.serves_on(assessment.on) and member.accounts)
    logo = facts.office.logo
    return papers.PaperFacts(
        office=facts.office,
        accounts=tuple(account for account in facts.accounts if account.state is not State.CLOSED),
        members=serving,
        passwords=facts.passwords,
        assessment=assessment,
        rulebook=parts.rulebook,
        platforms=parts.platforms,
        serial=serial,
        memo=memo,
        made_at=parts.now(),
        valid_until=valid_until,
        logo=parts.register.evidence.path(logo) if logo and parts.register.evidence.has(logo) else None,
    )


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)
