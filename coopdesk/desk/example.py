"""An example register: জেলা সমবায় কার্যালয়, গোপালগঞ্জ with its accounts and team, all met today or some not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from coopdesk.desk.attest import check_of
from coopdesk.desk.describe import draft_description
from coopdesk.desk.office import GRS, office_code
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.files import disk_troubles
from coopdesk.login import login_name
from coopdesk.order.facts import (
    Account,
    Attestation,
    Complaint,
    Decision,
    Facts,
    Member,
    Office,
    PasswordFact,
    Role,
    State,
    Tier,
    Waiver,
)
from coopdesk.order.names import official_name
from coopdesk.order.subjects import subject

_PLACE = "Dhaka/Gopalganj"
_SITE = "https://cooperative.gopalganj.gov.bd"
_ADDRESSES = (
    "https://www.facebook.com/dco.gopalganj{n}",
    "https://www.youtube.com/@dcogopalganj{n}",
    "https://x.com/dcogopalganj{n}",
    "https://t.me/dcogopalganj{n}",
)
_TEAM = (
    ("রেহানা পারভীন", "উপসহকারী নিবন্ধক", Role.ADMIN, "01712-000001", "rehana@example.gov.bd"),
    ("মোঃ সাইফুল ইসলাম", "পরিদর্শক", Role.ADMIN, "01712-000002", "saiful@example.gov.bd"),
    ("তানজিলা আক্তার", "অফিস সহকারী কাম কম্পিউটার মুদ্রাক্ষরিক", Role.MODERATOR, "01712-000003", ""),
)
_ACCOUNT_TOPICS = ("description_visible", "no_personal_picture", "terms_accepted", "website_linked", "grs_on_page")


def make_example(folder: Path, accounts: int = 2, unmet: bool = False) -> Parts:
    """Make an example register in an empty or new folder, and return its desk.

    Args:
        folder: where.
        accounts: how many accounts it has.
        unmet: leave some clauses unmet and some about to lapse.

    Raises:
        CoopDeskError: the folder is not empty (`desk.not_empty`), or the disk refuses.
    """
    with disk_troubles(folder):
        if folder.exists() and any(folder.iterdir()):
            raise CoopDeskError("desk.not_empty", path=str(folder))
    parts = open_desk(folder)
    facts = _facts(parts, accounts)
    if unmet:
        facts = _with_something_left(facts, parts.today())
    with parts.register.deed("make_example", login_name(), facts.office.name) as writer:
        writer.put(facts.office)
        records = (facts.accounts, facts.members, facts.waivers, facts.passwords, facts.complaints, facts.attestations)
        for kind in records:
            writer.put_all(kind)
    return parts


def _facts(parts: Parts, count: int) -> Facts:
    office = _office(parts)
    picture = parts.register.evidence.add_bytes(_picture(1200, 400), "banner.png")
    portrait = parts.register.evidence.add_bytes(_picture(400, 400), "profile.png")
    accounts = tuple(_account(parts, office, number, picture, portrait) for number in range(count))
    members = tuple(_members(parts.today(), frozenset(account.id for account in accounts)))
    shared = [account for account in accounts if parts.platforms.kind_of(account).through_profiles]
    return Facts(
        office=office,
        accounts=accounts,
        members=members,
        complaints=tuple(_complaints(accounts[:1], parts.today())),
        attestations=tuple(_words(parts, office, accounts, members)),
        waivers=tuple(_waiver(account, members[0].name, parts.today()) for account in shared),
        passwords=tuple(_password(one, members[0].name, parts.today()) for one in accounts if one not in shared),
    )


def _office(parts: Parts) -> Office:
    name = official_name(parts.rulebook.names, parts.gazetteer, Tier.DISTRICT, _PLACE)
    return Office(
        id=new_id(),
        tier=Tier.DISTRICT,
        place=_PLACE,
        name=name.bn,
        name_en=name.en,
        code=office_code(Tier.DISTRICT, _PLACE),
        website=_SITE,
        grs_url=GRS,
        grievance_officer="মোঃ কামরুল হাসান",
        grievance_contact="01712-000009",
        head_name="শামীমা নাসরিন",
        head_post="জেলা সমবায় কর্মকর্তা",
        head_phone="02-000000000",
        head_email="dco.gopalganj@example.gov.bd",
        memo_prefix="৪৭.৬১.৩৫০০.০০০.১৮.০০১.২৬",
        example=True,
    )


def _account(parts: Parts, office: Office, number: int, banner: str, profile: str) -> Account:
    numbered = str(number // len(_ADDRESSES) + 1) if number >= len(_ADDRESSES) else ""
    found = parts.platforms.recognise(_ADDRESSES[number % len(_ADDRESSES)].format(n=numbered))
    purpose, audience, run_by = draft_description(office, found.kind.description_limit)
    return Account(
        id=new_id(),
        platform=found.kind.platform,
        kind=found.kind.id,
        address=found.address,
        handle=found.handle,
        name=office.name,
        purpose=purpose,
        audience=audience,
        run_by=run_by,
        uses=("02.1", "02.2", "02.3"),
        settings={setting: next(iter(choices)) for setting, choices in found.kind.settings.items()},
        decision=Decision("মাসিক সমন্বয় সভা, সিদ্ধান্ত ৪", parts.today() - timedelta(days=40), _TEAM[0][0]),
        banner=banner if "banner" in found.kind.pictures else None,
        profile=profile,
        two_step=True,
        state=State.ACTIVE,
        opened_on=parts.today() - timedelta(days=400),
    )


def _members(today: date, accounts: frozenset[str]) -> Iterator[Member]:
    for name, post, role, phone, email in _TEAM:
        yield Member(new_id(), name, post, role, today - timedelta(days=300), phone, email, accounts=accounts)
    since, left = today - timedelta(days=700), today - timedelta(days=60)
    yield Member(new_id(), "আবদুল মান্নান", "পরিদর্শক", Role.MODERATOR, since, "01712-000004", "", left, accounts)


def _words(
    parts: Parts, office: Office, accounts: tuple[Account, ...], members: tuple[Member, ...]
) -> Iterator[Attestation]:
    on, by = parts.today() - timedelta(days=43), members[0].name
    for topic in _ACCOUNT_TOPICS:
        _, check = check_of(parts.rulebook, topic)
        for account in accounts:
            about = subject(check.options["about"], office, account)
            evidence = (account.profile,) if check.options.get("evidence") and account.profile else ()
            yield Attestation(new_id(), topic, by, on, about, account.id, None, evidence)
    for topic in ("own_password", "declaration"):
        _, check = check_of(parts.rulebook, topic)
        for member in members:
            about = subject(check.options["about"], office, member=member)
            yield Attestation(new_id(), topic, member.name, on, about, None, member.id)


def _waiver(account: Account, by: str, today: date) -> Waiver:
    reason = "পেইজটির নিজস্ব পাসওয়ার্ড নেই; এডমিনরা নিজ নিজ প্রোফাইল থেকে পরিচালনা করেন"
    return Waiver(new_id(), "03.5", reason, by, today - timedelta(days=43), account.id)


def _password(account: Account, by: str, today: date) -> PasswordFact:
    return PasswordFact(new_id(), account.id, today - timedelta(days=12), score=4, length=18, stored=True, by=by)


def _complaints(accounts: tuple[Account, ...], today: date) -> Iterator[Complaint]:
    for account in accounts:
        yield Complaint(
            id=new_id(),
            account=account.id,
            received_on=today - timedelta(days=20),
            what="সমিতির নিবন্ধনের আবেদন দুই মাসেও নিষ্পত্তি হয়নি।",
            grs_number="GRS-2026-004417",
            outcome="আবেদনকারীকে নিবন্ধন সনদ দেওয়া হয়েছে।",
            asker="আবদুর রহিম",
            officer="মোঃ কামরুল হাসান",
            grs_on=today - timedelta(days=18),
        )


def _with_something_left(facts: Facts, today: date) -> Facts:
    """Leave a description unwritten, a password overdue, a complaint waiting too long and a word about to lapse."""
    first, last = facts.accounts[0], facts.accounts[-1]
    lapsing = today - timedelta(days=356)
    words = (
        replace(word, on=lapsing) if (word.topic, word.account) == ("no_personal_picture", first.id) else word
        for word in facts.attestations
    )
    late = Complaint(new_id(), first.id, today - timedelta(days=9), "ঋণের কিস্তির রসিদ দেওয়া হচ্ছে না।")
    return replace(
        facts,
        accounts=tuple(replace(one, audience="") if one is last else one for one in facts.accounts),
        attestations=tuple(words),
        passwords=tuple(replace(fact, set_on=today - timedelta(days=94)) for fact in facts.passwords),
        complaints=(*facts.complaints, late),
    )


def _picture(width: int, height: int) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only an example draws its own pictures

    image = Image.new("RGB", (width, height), "#006A4E")
    radius = height // 3
    box = (width // 2 - radius, height // 2 - radius, width // 2 + radius, height // 2 + radius)
    ImageDraw.Draw(image).ellipse(box, fill="#F42A41")
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
