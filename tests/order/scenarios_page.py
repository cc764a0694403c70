"""What can be said of a page: its uses, name, description, team and pictures (02 to 03.4)."""

from dataclasses import replace
from datetime import timedelta

from coopdesk.order.facts import NO_PICTURE, Role
from tests.order.facts_builder import (
    BANNER,
    CHANNEL,
    OFFICIAL,
    PAGE,
    TODAY,
    account,
    ago,
    office_with,
    waiver,
    with_account,
    with_member,
    with_topic,
    without_topic,
)
from tests.order.scenarios import (
    ATTESTED,
    WHOLE,
    lapsing,
    met,
    of,
    team_of,
    unmet,
    waived,
    with_forced_name,
    with_page,
    with_page_named,
    with_waiver,
)

PAGE_SCENARIOS = [
    # One or more of the six uses.
    *of(
        "02",
        PAGE,
        met("two uses", WHOLE, "uses.named"),
        unmet("no use", with_page(WHOLE, uses=()), "uses.none", then="choose_uses"),
        unmet("a use the order does not know", with_page(WHOLE, uses=("02.7",)), "uses.none", then="choose_uses"),
        unmet(
            "never not applicable",
            replace(with_page(WHOLE, uses=()), waivers=(waiver("02"),)),
            "uses.none",
            then="choose_uses",
        ),
    ),
    # The office's own name.
    *of(
        "03.1",
        PAGE,
        met("its own name", WHOLE, "name.official"),
        unmet("no name", with_page_named(" \u200d"), "name.empty", then="use_official_name"),
        unmet("a post", with_page_named("জেলা সমবায় কর্মকর্তা, গোপালগঞ্জ"), "name.post", then="use_official_name"),
        unmet("a title", with_page_named(f"{OFFICIAL} (জনাব রহিম)"), "name.person", then="use_official_name"),
        unmet("a member's name", with_page_named("আবদুর রহিম গোপালগঞ্জ"), "name.person", then="use_official_name"),
        unmet(
            "English alone", with_page_named("District Cooperative Office"), "name.not_bangla", then="use_official_name"
        ),
        unmet(
            "English first", with_page_named(f"Office | {OFFICIAL}"), "name.bangla_not_first", then="use_official_name"
        ),
        unmet("another office", with_page_named("জেলা সমবায় কার্যালয়, মাদারীপুর"), "name.other", then="use_official_name"),
        met("a waiver changes nothing", with_waiver("03.1", PAGE), "name.official"),
        met("a forced name", with_forced_name(), "name.forced", ATTESTED),
        unmet(
            "a forced name, no word",
            without_topic(with_forced_name(), "banner_office_name"),
            "attested.none",
            then="attest",
        ),
        unmet("a forced name, unseen banner", with_forced_name(banner=None), "attested.pictures", then="add_pictures"),
        unmet(
            "a forced name, no banner", with_forced_name(banner=NO_PICTURE), "attested.pictures", then="add_pictures"
        ),
        unmet("a forced name with a post", with_forced_name(name="DCO Shirin"), "name.post", then="use_official_name"),
        unmet("a forced name, none written", with_forced_name(name=""), "name.empty", then="use_official_name"),
        unmet(
            "a page forces no name",
            with_page(WHOLE, named_after_person=True, name="শিরীন"),
            "name.not_forced",
            then="use_official_name",
        ),
    ),
    # Purpose, audience, who runs it; in a visible place.
    *of(
        "03.2",
        PAGE,
        met("described", WHOLE, "description.fits", ATTESTED),
        met("no limit known", office_with(account(PAGE, "other", "other")), "description.written", ATTESTED),
        unmet("no purpose", with_page(WHOLE, purpose=" "), "description.missing", then="write_description"),
        unmet("no audience", with_page(WHOLE, audience=""), "description.missing", then="write_description"),
        unmet("nobody runs it", with_page(WHOLE, run_by=""), "description.missing", then="write_description"),
        met(
            "as long as allowed",
            with_page(WHOLE, purpose="ক" * 48, audience="খ" * 26, run_by="গ" * 25),
            "description.fits",
            ATTESTED,
        ),
        unmet(
            "a letter too long",
            with_page(WHOLE, purpose="ক" * 49, audience="খ" * 26, run_by="গ" * 25),
            "description.too_long",
            then="shorten_description",
        ),
        unmet(
            "changed since", with_account(WHOLE, PAGE, purpose="নতুন উদ্দেশ্য।"), "attested.changed", then="attest_again"
        ),
        unmet(
            "no screenshot",
            with_topic(WHOLE, "description_visible", evidence=()),
            "attested.no_evidence",
            then="add_evidence",
        ),
        unmet(
            "both missing",
            without_topic(with_account(WHOLE, PAGE, purpose=""), "description_visible"),
            "description.missing",
            "attested.none",
            then="write_description",
        ),
    ),
    # One responsible person, or three to five.
    *of(
        "03.3",
        PAGE,
        unmet("nobody", replace(WHOLE, members=()), "team.none", then="name_team"),
        met("one", team_of(1), "team.one"),
        unmet("two", team_of(2), "team.size", then="change_team"),
        met("three", team_of(3), "team.several"),
        met("four", team_of(4), "team.several"),
        met("five", team_of(5), "team.several"),
        unmet("six", team_of(6), "team.size", then="change_team"),
        unmet("no admin", team_of(3, role=Role.AUTHORITY), "team.no_admin", then="name_admin"),
        unmet("no name", team_of(3, name=" "), "team.incomplete", then="complete_members"),
        unmet("no post", team_of(3, post=""), "team.incomplete", then="complete_members"),
        unmet("neither phone nor e-mail", team_of(3, phone=" "), "team.incomplete", then="complete_members"),
        met("e-mail alone", team_of(3, phone="", email="a@coop.gov.bd"), "team.several"),
        unmet("one serves only the other", team_of(3, accounts=frozenset({CHANNEL})), "team.size", then="change_team"),
        unmet("one begins tomorrow", team_of(3, since=TODAY + timedelta(days=1)), "team.size", then="change_team"),
        met("one began today", team_of(3, since=TODAY), "team.several"),
        lapsing("the last day counts", team_of(3, until=TODAY), "team.several", then="replace_leaver"),
        unmet("left yesterday", team_of(3, until=ago(1)), "team.size", then="change_team"),
        lapsing("the only one leaves", team_of(1, until=TODAY + timedelta(days=3)), "team.one", then="replace_leaver"),
        met("one of four leaves", with_member(team_of(4), "m4", until=TODAY), "team.several"),
        lapsing("the only admin of four leaves", team_of(4, until=TODAY), "team.several", then="replace_leaver"),
        lapsing(
            "two of four leave, the second too many",
            with_member(with_member(team_of(4), "m4", until=TODAY), "m3", until=TODAY + timedelta(days=5)),
            "team.several",
            then="replace_leaver",
        ),
    ),
    # No personal picture.
    *of(
        "03.4",
        PAGE,
        met("no personal picture", WHOLE, ATTESTED),
        unmet("not attested", without_topic(WHOLE, "no_personal_picture"), "attested.none", then="attest"),
        unmet("a new banner", with_account(WHOLE, PAGE, banner="e" * 64), "attested.changed", then="attest_again"),
        unmet(
            "a new profile picture", with_account(WHOLE, PAGE, profile=BANNER), "attested.changed", then="attest_again"
        ),
        unmet("no picture kept", with_page(WHOLE, banner=None), "attested.pictures", then="add_pictures"),
        met("one picture alone", with_page(WHOLE, banner=NO_PICTURE), ATTESTED),
        met("a kind without banner", office_with(account(PAGE, "telegram", "channel")), ATTESTED),
        waived(
            "neither picture",
            with_account(with_waiver("03.4", PAGE), PAGE, banner=NO_PICTURE, profile=NO_PICTURE),
            "waiver.written",
        ),
        unmet(
            "nobody looked for pictures",
            with_account(with_waiver("03.4", PAGE), PAGE, banner=None, profile=None),
            "waiver.unfounded",
            then="drop_waiver",
        ),
        unmet("there is a picture", with_waiver("03.4", PAGE), "waiver.unfounded", then="drop_waiver"),
    ),
]
