"""An office whose papers can be made: the order itself, and findings written by hand."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from coopdesk import resources
from coopdesk.order.facts import Account, Member, Office, PasswordFact, Role, State, Tier
from coopdesk.order.findings import Assessment, Finding, Status
from coopdesk.order.platforms import Platforms
from coopdesk.order.rulebook import Rulebook
from coopdesk.papers import PaperFacts
from coopdesk.papers.signing import fingerprint, new_key, sign
from coopdesk.texts import Said, Text

DAY = date(2026, 11, 24)
MADE_AT = datetime(2026, 11, 24, 14, 5, tzinfo=timezone(timedelta(hours=6)))
SERIAL = "COOP-GOPALGANJ-2026-0003"
KINDS = (("facebook", "page"), ("youtube", "channel"), ("x", "handle"))

MakeFacts = Callable[..., PaperFacts]


def office(**changed: object) -> Office:
    """Return the district office of Gopalganj."""
    fields: dict[str, object] = {
        "id": "office",
        "tier": Tier.DISTRICT,
        "place": "Dhaka/Gopalganj",
        "name": "জেলা সমবায় কার্যালয়, গোপালগঞ্জ",
        "name_en": "District Cooperative Office, Gopalganj",
        "code": "GOPALGANJ",
        "website": "https://cooperative.gopalganj.gov.bd",
        "head_name": "মোঃ আব্দুল্লাহ আল মামুন",
        "head_post": "জেলা সমবায় কর্মকর্তা",
        "head_phone": "০২-৪৭৮৮২১২৩৪",
        "head_email": "dco@coop.gov.bd",
        "example": True,
    }
    return Office(**{**fields, **changed})  # type: ignore[arg-type]


def account(number: int, **changed: object) -> Account:
    """Return the account of that number."""
    platform, kind = KINDS[number % len(KINDS)]
    fields: dict[str, object] = {
        "id": f"account-{number}",
        "platform": platform,
        "kind": kind,
        "address": f"https://www.example.org/gopalganj-{number}",
        "name": "জেলা সমবায় কার্যালয়, গোপালগঞ্জ",
        "state": State.ACTIVE,
    }
    return Account(**{**fields, **changed})  # type: ignore[arg-type]


def finding(clause: str, on: str | None, status: Status = Status.MET, reason: str = "যাচাই করা হয়েছে") -> Finding:
    """Return a finding; one that is not met says what to do."""
    to_do = Said(Text("ছবি দেখে প্রত্যয়ন করুন।", "Look at the picture and attest it."))
    reasons = (Said(Text(reason, f"In English: {reason}")),)
    return Finding(clause, on, status, reasons, to_do if status is Status.NOT_MET else None, "pictures")


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return Rulebook.from_toml(resources.path("rulebooks", "coop-2016.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def platforms() -> Platforms:
    return Platforms.from_toml(resources.path("platforms.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def make_facts(rulebook: Rulebook, platforms: Platforms) -> MakeFacts:
    """Return a function that makes the facts of a paper: `accounts` of them, all met but for the `unmet` clauses."""

    def make(accounts: int = 2, unmet: tuple[str, ...] = (), **changed: object) -> PaperFacts:
        those = tuple(account(number) for number in range(accounts))
        findings = tuple(
            finding(clause.id, on, Status.NOT_MET if clause.id in unmet else Status.MET)
            for clause in rulebook.clauses
            for on in ([one.id for one in those] if clause.scope == "account" else [None])
        )
        advice = tuple(finding(clause.id, None, Status.NOT_MET, "দেখা হয়নি") for clause in rulebook.advice)
        everywhere = frozenset(one.id for one in those)
        fields: dict[str, object] = {
            "office": office(),
            "accounts": those,
            "members": (
                Member("m1", "মোছাঃ রেহানা পারভীন", "উপজেলা সমবায় কর্মকর্তা", Role.ADMIN, date(2026, 1, 5), accounts=everywhere),
                Member("m2", "কাজী শফিকুল ইসলাম", "পরিদর্শক", Role.MODERATOR, date(2025, 3, 9), until=date(2026, 6, 30)),
            ),
            "passwords": tuple(
                PasswordFact(f"p-{one.id}", one.id, date(2026, 11, 12), 4, 18, True, "রেহানা")
                for one in those
                if one.kind != "page"
            ),
            "assessment": Assessment(DAY, rulebook.id, findings, advice),
            "rulebook": rulebook,
            "platforms": platforms,
            "serial": SERIAL,
            "memo": "৪৭.৬১.৩৫০০.০০০.১৮.০০১.২৬-১১৭",
            "made_at": MADE_AT,
            "valid_until": date(2027, 11, 23),
        }
        return PaperFacts(**{**fields, **changed})  # type: ignore[arg-type]

    return make


def squeezed(text: str) -> str:
    """Return `text` in NFC without its white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def poppler(file: bytes) -> str:
    """Return a file's text as Poppler copies it out, in the order of the page's own code, without white space."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=file, capture_output=True, check=True)
    return squeezed(done.stdout.decode())


def text_of(file: bytes) -> list[str]:
    """Return each page's text as PDFium copies it out, without white space."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


@dataclass(frozen=True)
class Made:
    """A file, and what pikepdf reads in it."""

    name: str
    file: bytes
    pdf: pikepdf.Pdf

    @property
    def signed(self) -> bool:
        return self.name == "signed"

    @property
    def tables(self) -> int:
        """How many tables it has at least."""
        return {"declaration": 0, "wall": 0}.get(self.name, 1)

    @property
    def certifies(self) -> bool:
        return self.name in ("certificate", "signed")


_TEMPLATES = sorted({file.stem for file in resources.path("papers").glob("*.typ")} - {"frame", "copy"})


@pytest.fixture(scope="session", params=[*_TEMPLATES, "signed"])
def made(
    request: pytest.FixtureRequest, make_facts: MakeFacts, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Made]:
    """Return a paper of every template, with a logo; the certificate signed, too."""
    from .every import PAPERS  # noqa: PLC0415 - it takes its facts from here

    logo = tmp_path_factory.mktemp("logo") / "logo.png"
    Image.new("RGBA", (300, 200), (0, 106, 78, 200)).save(logo)
    key = new_key()
    signed_with = fingerprint(key) if request.param == "signed" else ""
    facts = make_facts(accounts=3, logo=logo, signed_with=signed_with)
    kind = "certificate" if request.param == "signed" else request.param
    file = PAPERS[kind](facts, "en" if kind == "report" else "bn").pdf()
    if request.param == "signed":
        file = sign(file, key, "GOPALGANJ", SERIAL, example=True)
    with pikepdf.open(BytesIO(file)) as pdf:
        yield Made(request.param, file, pdf)
