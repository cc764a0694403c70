"""What can be said of the care for a page: password, settings, terms, links, declarations (03.5 on), and advice."""

from dataclasses import replace

from coopdesk.order.facts import Decision, Role, Setting
from tests.order.facts_builder import (
    CHANNEL,
    PAGE,
    account,
    ago,
    attested,
    member,
    office_with,
    waiver,
    with_account,
    with_member,
    with_office,
    with_topic,
    without_topic,
)
from tests.order.scenarios import (
    ATTESTED,
    WHOLE,
    after_one_left,
    attested_until,
    lapsing,
    met,
    of,
    on_another_medium,
    team_of,
    unmet,
    waived,
    with_complaints,
    with_page,
    with_password,
    with_restored,
    with_two_step,
    with_waiver,
)

_LINKED = ("office.has", ATTESTED)
_TIED = ("office.has", ATTESTED, "complaints.none_waiting")
_NO_WEBSITE = attested(with_office(WHOLE, website=""))
_ALL_ABSENT_BUT_ONE = dict.fromkeys(Setting, "absent") | {Setting.CONTENT: "open"}

CARE_SCENARIOS = [
    # A strong password, changed from time to time.
    *of(
        "03.5",
        CHANNEL,
        met("kept", WHOLE, "password.kept"),
        unmet("none", replace(WHOLE, passwords=()), "password.none", then="set_password"),
        unmet("set tomorrow", with_password(set_on=ago(-1)), "password.none", then="set_password"),
        unmet("not in the keyring", with_password(stored=False), "password.not_stored", then="store_password"),
        *(
            lapsing(
                f"the keyring: {trouble}", replace(WHOLE, vault_trouble=trouble), f"password.{key}", then="mend_keyring"
            )
            for trouble, key in (
                ("vault.none", "keyring_none"),
                ("vault.locked", "keyring_locked"),
                ("vault.refused", "keyring_refused"),
                ("vault.no_answer", "keyring_fails"),
                ("keepass.unreadable", "file_gone"),
            )
        ),
        met("just strong", with_password(score=3, length=15), "password.kept"),
        unmet("weak", with_password(score=2), "password.weak", then="change_password"),
        unmet("short", with_password(length=14), "password.short", then="lengthen_password"),
        met("eight and a second step", with_two_step(length=8), "password.kept"),
        unmet("seven and a second step", with_two_step(length=7), "password.short", then="lengthen_password"),
        unmet("weak for all its second step", with_two_step(score=2), "password.weak", then="change_password"),
        unmet("reused", with_password(reused_with=PAGE), "password.reused", then="change_password"),
        unmet("suspected", with_password(suspected=True), "password.suspected", then="change_now"),
        unmet("an older backup was put back", with_restored("p"), "password.restored", then="change_now"),
        met("changed since the backup", with_restored("an older one"), "password.kept"),
        unmet("one left since", after_one_left(5, 10), "password.member_left", then="change_now"),
        met("changed since one left", after_one_left(5, 4), "password.kept"),
        met("one leaves today", after_one_left(0, 10), "password.kept"),
        met("75 days old", with_password(set_on=ago(75)), "password.kept"),
        lapsing("76 days old", with_password(set_on=ago(76)), "password.kept", then="change_in_time"),
        lapsing("90 days old", with_password(set_on=ago(90)), "password.kept", then="change_in_time"),
        unmet("91 days old", with_password(set_on=ago(91)), "password.overdue", then="change_password"),
        unmet(
            "a shorter interval",
            with_office(with_password(set_on=ago(31)), rotation_days=30),
            "password.overdue",
            then="change_password",
        ),
        unmet(
            "no longer interval",
            with_office(with_password(set_on=ago(91)), rotation_days=365),
            "password.overdue",
            then="change_password",
        ),
        unmet("a channel has its password", with_waiver("03.5", CHANNEL), "waiver.unfounded", then="drop_waiver"),
    ),
    *of(
        "03.5",
        PAGE,
        waived("through profiles", WHOLE, "waiver.written", "profiles.all"),
        unmet(
            "through profiles, no reason",
            replace(WHOLE, waivers=(waiver("03.5", reason=" "),)),
            "waiver.unfounded",
            then="drop_waiver",
        ),
        unmet(
            "through profiles, waived tomorrow",
            replace(WHOLE, waivers=(waiver("03.5", on=ago(-1)),)),
            "password.none",
            then="set_password",
        ),
        unmet("through profiles, nothing written", replace(WHOLE, waivers=()), "password.none", then="set_password"),
        unmet(
            "an admin's word is missing",
            without_topic(WHOLE, "own_password"),
            "profiles.missing",
            then="profiles_missing",
        ),
        unmet(
            "one admin's word is missing",
            with_member(without_topic(WHOLE, "x"), "m2", role=Role.ADMIN, name="অন্য নাম"),
            "profiles.missing",
            then="profiles_missing",
        ),
        unmet("no admin to give it", team_of(3, role=Role.MODERATOR), "team.no_admin", then="name_admin"),
        lapsing(
            "an admin's word lapses", attested_until("own_password", 14), "waiver.written", "profiles.all", then="renew"
        ),
    ),
    # Five settings and the decision behind them.
    *of(
        "03.6",
        PAGE,
        met("five settings", WHOLE, "settings.all"),
        unmet(
            "one not chosen",
            with_page(WHOLE, settings={Setting.CONTENT: "open"}),
            "settings.missing",
            then="choose_settings",
        ),
        unmet(
            "a choice that is not offered",
            with_page(WHOLE, settings=dict.fromkeys(Setting, "absent")),
            "settings.missing",
            then="choose_settings",
        ),
        unmet("no decision", with_page(WHOLE, decision=None), "settings.no_decision", then="name_decision"),
        unmet(
            "no memo",
            with_page(WHOLE, decision=Decision(" ", ago(1), "শিরীন")),
            "settings.no_decision",
            then="name_decision",
        ),
        unmet(
            "by nobody",
            with_page(WHOLE, decision=Decision("স্মারক ১", ago(1), "")),
            "settings.no_decision",
            then="name_decision",
        ),
        unmet(
            "decided tomorrow",
            with_page(WHOLE, decision=Decision("স্মারক ১", ago(-1), "শিরীন")),
            "settings.no_decision",
            then="name_decision",
        ),
        met("one the platform lacks", office_with(account(PAGE, "whatsapp", "channel")), "settings.some"),
        met("four it is said to lack", on_another_medium(_ALL_ABSENT_BUT_ONE), "settings.some"),
    ),
    # The platform's terms.
    *of(
        "03.7",
        PAGE,
        met("terms accepted", WHOLE, ATTESTED),
        unmet("terms not read", without_topic(WHOLE, "terms_accepted"), "attested.none", then="attest"),
        unmet(
            "another address",
            with_account(WHOLE, PAGE, address="https://facebook.com/new"),
            "attested.changed",
            then="attest_again",
        ),
        unmet(
            "another platform",
            with_account(WHOLE, PAGE, platform="telegram", kind="channel"),
            "attested.changed",
            then="attest_again",
        ),
        unmet("attested tomorrow", with_topic(WHOLE, "terms_accepted", on=ago(-1)), "attested.none", then="attest"),
        unmet("attested by nobody", with_topic(WHOLE, "terms_accepted", by=" "), "attested.none", then="attest"),
        met("lapses in 15 days", attested_until("terms_accepted", 15), ATTESTED),
        lapsing("lapses in 14 days", attested_until("terms_accepted", 14), ATTESTED, then="renew"),
        lapsing("lapses today", attested_until("terms_accepted", 0), ATTESTED, then="renew"),
        unmet("lapsed yesterday", attested_until("terms_accepted", -1), "attested.stale", then="attest_again"),
    ),
    # Linked with the office's website.
    *of(
        "03.8",
        PAGE,
        met("linked", WHOLE, *_LINKED),
        unmet("website not known", _NO_WEBSITE, "office.missing", then="complete_office"),
        unmet(
            "another website", with_office(WHOLE, website="https://new.gov.bd"), "attested.changed", then="attest_again"
        ),
        waived("no website", replace(_NO_WEBSITE, waivers=(waiver("03.8", None),)), "waiver.written"),
        unmet("there is a website", with_waiver("03.8", None), "waiver.unfounded", then="drop_waiver"),
    ),
    # The Grievance Redress System.
    *of(
        "03.9",
        PAGE,
        met("tied", WHOLE, *_TIED),
        unmet(
            "no grievance officer", with_office(WHOLE, grievance_officer=""), "office.missing", then="complete_office"
        ),
        unmet(
            "no address of the GRS", attested(with_office(WHOLE, grs_url=" ")), "office.missing", then="complete_office"
        ),
        unmet("not on the page", without_topic(WHOLE, "grs_on_page"), "attested.none", then="attest"),
        lapsing(
            "a complaint is waiting",
            with_complaints(7),
            "office.has",
            ATTESTED,
            "complaints.waiting",
            then="enter_complaints",
        ),
        unmet("a complaint is overdue", with_complaints(8, 1), "complaints.overdue", then="enter_complaints"),
        unmet(
            "a blank is no number", with_complaints(8, grs_number=" "), "complaints.overdue", then="enter_complaints"
        ),
        met("it has its number", with_complaints(80, grs_number="GRS-12"), *_TIED),
    ),
    *of(
        "03.9",
        CHANNEL,
        met("it came in elsewhere", with_complaints(80), *_TIED),
    ),
    # Each serving member's declaration.
    *of(
        "03.10",
        None,
        met("all signed", WHOLE, "declared.all"),
        unmet(
            "one did not",
            replace(WHOLE, members=(*WHOLE.members, member(4))),
            "declared.missing",
            then="declared_missing",
        ),
        met("one left without", replace(WHOLE, members=(*WHOLE.members, member(4, until=ago(1)))), "declared.all"),
        unmet("a new name", with_member(WHOLE, "m2", name="আবদুর রহমান"), "declared.missing", then="declared_missing"),
        unmet("signed long ago", attested_until("declaration", -1), "declared.missing", then="declared_missing"),
        lapsing("signed almost a year ago", attested_until("declaration", 14), "declared.all", then="renew"),
        unmet("nobody to sign", replace(WHOLE, members=()), "declared.no_team", then="name_team"),
    ),
    # Advice.
    *of(
        "A3",
        PAGE,
        met("two-step login", with_account(WHOLE, PAGE, two_step=True), "password.two_step"),
        unmet("one step", WHOLE, "password.one_step", then="turn_on_two_step"),
    ),
    *of(
        "A4",
        PAGE,
        unmet("one admin", WHOLE, "team.few_admins", then="name_another_admin"),
        met("two admins", with_member(WHOLE, "m2", role=Role.ADMIN), "team.admins"),
    ),
    *of(
        "A5",
        None,
        met("a plan", WHOLE, ATTESTED),
    ),
    *of(
        "A1",
        PAGE,
        unmet(
            "three months are its term",
            with_topic(WHOLE, "advice_updated", on=ago(100)),
            "attested.stale",
            then="attest_again",
        ),
    ),
]
