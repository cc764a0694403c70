"""One record of every kind, with most fields filled, and a register that holds them."""

from datetime import date, datetime, timedelta, timezone

from coopdesk.order.facts import (
    NO_PICTURE,
    Account,
    Attestation,
    Complaint,
    Decision,
    IssuedCertificate,
    KeptPaper,
    Member,
    Office,
    PasswordFact,
    Role,
    Setting,
    State,
    Tier,
    Waiver,
)
from coopdesk.register.mapping import Record
from coopdesk.register.store import Register

SHA = "ab" * 32
DAY = date(2026, 2, 21)
DHAKA_TIME = timezone(timedelta(hours=6))

OFFICE = Office(
    id="office",
    tier=Tier.DISTRICT,
    place="Dhaka/Gopalganj",
    name="জেলা সমবায় কার্যালয়, গোপালগঞ্জ",
    name_en="District Cooperative Office, Gopalganj",
    code="gopalganj",
    website="https://cooperative.gopalganj.gov.bd",
    grs_url="https://grs.gov.bd",
    logo=SHA,
    rotation_days=60,
)
ACCOUNT = Account(
    id="page",
    platform="facebook",
    kind="page",
    address="https://facebook.com/coop.gopalganj",
    name=OFFICE.name,
    purpose="সমবায় সেবার তথ্য দেওয়া\nও মতামত নেওয়া।",
    uses=("02.1", "02.3"),
    settings={Setting.CONTENT: "public", Setting.PRIVACY: "public"},
    decision=Decision("স্মারক ১২", DAY, "মোছাঃ রহিমা খাতুন"),
    banner=SHA,
    profile=NO_PICTURE,
    two_step=True,
    state=State.ACTIVE,
    opened_on=date(2020, 1, 1),
)
OTHER_ACCOUNT = Account("handle", "x", "handle", "https://x.com/coop_gopalganj")
MEMBER = Member(
    id="rahima",
    name="মোছাঃ রহিমা খাতুন",
    post="জেলা সমবায় কর্মকর্তা",
    role=Role.ADMIN,
    since=date(2025, 7, 1),
    phone="01700000000",
    until=date(2026, 12, 31),
    accounts=frozenset({"page", "handle"}),
)
COMPLAINT = Complaint(
    "c1",
    "page",
    DAY,
    "ঋণ পেতে দেরি হচ্ছে",
    "GRS-1",
    "",
    asker="করিম উদ্দিন",
    officer="জেলা সমবায় কর্মকর্তা",
    grs_on=DAY + timedelta(days=2),
)
ATTESTATION = Attestation(
    "a1", "terms_accepted", "রহিমা", DAY, about="f" * 32, account="page", evidence=(SHA,), note="পড়া হয়েছে"
)
DECLARATION = Attestation("a2", "declaration", "রহিমা", DAY, member="rahima")
WAIVER = Waiver("w1", "03.8", "ওয়েবসাইট নেই", "রহিমা", DAY)
OLD_PASSWORD = PasswordFact("p0", "page", date(2025, 1, 1), 2, 8, True, "রহিমা", suspected=True)
PASSWORD = PasswordFact("p1", "page", DAY, 4, 18, True, "রহিমা", reused_with="handle")
CERTIFICATE = IssuedCertificate(
    "s1", "GOP-1", datetime(2026, 2, 21, 10, 30), "bn", "৪৭.৬১", "coop-2016", date(2026, 8, 21), SHA, SHA
)
LATER_CERTIFICATE = IssuedCertificate(
    "s2",
    "GOP-2",
    datetime(2026, 3, 1, 9, tzinfo=DHAKA_TIME),
    "en",
    "",
    "coop-2016",
    date(2026, 9, 1),
    SHA,
    SHA,
    withdrawn_on=date(2026, 4, 1),
    withdrawn_reason="টিম বদলেছে\nও নতুন সনদ দেওয়া হয়েছে।",
    replaces="GOP-1",
    signed_with="cd" * 32,
)
KEPT_PAPER = KeptPaper(
    "k1", "order", "৪৭.৬১-১১৮", "", "bn", datetime(2026, 3, 2, 11), "আদেশ-COOP-GOPALGANJ-2026-0001.pdf", SHA
)
EVERYTHING: tuple[Record, ...] = (
    OFFICE,
    ACCOUNT,
    OTHER_ACCOUNT,
    MEMBER,
    COMPLAINT,
    ATTESTATION,
    DECLARATION,
    WAIVER,
    OLD_PASSWORD,
    PASSWORD,
    CERTIFICATE,
    LATER_CERTIFICATE,
    KEPT_PAPER,
)


def write(register: Register, *records: Record) -> None:
    """Write the records, or one of everything, in one deed."""
    with register.deed("make_example", "tester") as writer:
        writer.put_all(records or EVERYTHING)


def all_of(register: Register) -> tuple[object, ...]:
    """Return all that the register holds, but for the journal."""
    return register.facts(), register.password_history(), register.certificates(), register.kept_papers()
