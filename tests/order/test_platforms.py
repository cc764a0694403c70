"""Pasted addresses: which platform and kind they are, whose they are, and which are none."""

import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk import resources
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Setting
from coopdesk.order.platforms import NO_PLATFORMS, UNKNOWN, Kind, Recognised
from coopdesk.texts import LANGUAGES
from tests.order.facts_builder import account, platforms

SLUG = "জেলা-সমবায়-কার্যালয়-গোপালগঞ্জ-100064512345678"
ONE_CODE_SLUG = SLUG.replace("য\u09bc", "\u09df")

ADDRESSES = {
    "facebook.page": {
        "https://www.facebook.com/coop.gopalganj": "coop.gopalganj",
        "https://www.facebook.com/coop.gopalganj/": "coop.gopalganj",
        "http://facebook.com/coop.gopalganj": "coop.gopalganj",
        "facebook.com/coop.gopalganj": "coop.gopalganj",
        "  www.facebook.com/coop.gopalganj  ": "coop.gopalganj",
        "HTTPS://WWW.FACEBOOK.COM/Coop.Gopalganj": "Coop.Gopalganj",
        "https://m.facebook.com/coop.gopalganj?mibextid=ZbWKwL": "coop.gopalganj",
        "https://mbasic.facebook.com/coop.gopalganj?refid=17": "coop.gopalganj",
        "https://touch.facebook.com/coop.gopalganj": "coop.gopalganj",
        "https://web.facebook.com/coop.gopalganj?_rdc=1&_rdr": "coop.gopalganj",
        "https://bn-in.facebook.com/coop.gopalganj": "coop.gopalganj",
        "https://free.facebook.com/coop.gopalganj": "coop.gopalganj",
        "https://business.facebook.com/coop.gopalganj": "coop.gopalganj",
        "https://www.facebook.com:443/coop.gopalganj": "coop.gopalganj",
        "https://www.facebook.com./coop.gopalganj": "coop.gopalganj",
        "https://fb.com/coop.gopalganj": "coop.gopalganj",
        "https://fb.me/coop.gopalganj": "coop.gopalganj",
        "https://www.facebook.com/coop.gopalganj/photos?tab=album": "coop.gopalganj",
        "https://www.facebook.com/coop.gopalganj/posts/pfbid02abc": "coop.gopalganj",
        "https://www.facebook.com/coop.gopalganj#about": "coop.gopalganj",
        "https://www.facebook.com/pg/coop.gopalganj/about/": "coop.gopalganj",
        "https://www.facebook.com/pages/Coop-Gopalganj/123456789012345": "123456789012345",
        "https://www.facebook.com/pages/Coop/123456789012345?fref=ts": "123456789012345",
        "https://www.facebook.com/pages/category/Government-Organization/coop.gopalganj/": "coop.gopalganj",
        "https://www.facebook.com/pages/category/Government/Coop/123456789012345/": "123456789012345",
        "https://www.facebook.com/p/Coop-Gopalganj-100064512345678/": "Coop-Gopalganj-100064512345678",
        "https://www.facebook.com/share/1AbCdEfGhI/": "1AbCdEfGhI",
        "https://www.facebook.com/share/1AbCdEfGhI/?mibextid=wwXIfr": "1AbCdEfGhI",
        "https://www.facebook.com/100064512345678": "100064512345678",
        f"https://www.facebook.com/{SLUG}": SLUG,
        f"https://www.facebook.com/{SLUG}/?ref=share": SLUG,
        f"https://www.facebook.com/{quote(SLUG)}/": SLUG,
        f"https://www.facebook.com/{quote(SLUG).lower()}/": SLUG,
        f"https://www.facebook.com/{ONE_CODE_SLUG}": ONE_CODE_SLUG,
        f"https://www.facebook.com/{quote(ONE_CODE_SLUG)}": ONE_CODE_SLUG,
        f"https://www.facebook.com/p/{quote(SLUG)}/": SLUG,
        "\u200ehttps://www.facebook.com/coop.gopalganj\ufeff": "coop.gopalganj",
    },
    "facebook.group": {
        "https://www.facebook.com/groups/coopgopalganj": "coopgopalganj",
        "https://m.facebook.com/groups/1234567890/?ref=share": "1234567890",
        "https://www.facebook.com/groups/coopgopalganj/permalink/987654/": "coopgopalganj",
        "HTTPS://WWW.FACEBOOK.COM/GROUPS/COOPGOPALGANJ": "COOPGOPALGANJ",
        "fb.com/groups/coopgopalganj": "coopgopalganj",
        "https://www.facebook.com/share/g/1AbCdEfGhI/": "1AbCdEfGhI",
        f"https://www.facebook.com/groups/{quote('সমবায়-গোপালগঞ্জ')}": "সমবায়-গোপালগঞ্জ",
    },
    "facebook.profile": {
        "https://www.facebook.com/profile.php?id=100064512345678": "100064512345678",
        "https://m.facebook.com/profile.php?mibextid=abc&id=100064512345678&sk=about": "100064512345678",
        "https://www.facebook.com/people/Shirin-Akter/100064512345678/": "100064512345678",
        "https://www.facebook.com/people/Shirin/100064512345678/?paipv=0": "100064512345678",
        f"https://www.facebook.com/people/{quote('শিরীন-আক্তার')}/100064512345678/": "100064512345678",
    },
    "x.handle": {
        "https://x.com/CoopGopalganj": "CoopGopalganj",
        "https://twitter.com/CoopGopalganj": "CoopGopalganj",
        "https://mobile.twitter.com/CoopGopalganj": "CoopGopalganj",
        "x.com/@CoopGopalganj": "CoopGopalganj",
        "https://www.x.com/CoopGopalganj/": "CoopGopalganj",
        "https://x.com/CoopGopalganj?s=21&t=AbC": "CoopGopalganj",
        "https://x.com/CoopGopalganj/status/1234567890": "CoopGopalganj",
        "https://twitter.com/intent/user?screen_name=CoopGopalganj": "CoopGopalganj",
        "https://x.com/intent/follow?original_referer=a&screen_name=CoopGopalganj": "CoopGopalganj",
    },
    "youtube.channel": {
        "https://www.youtube.com/@coopgopalganj": "coopgopalganj",
        "https://m.youtube.com/@coopgopalganj/videos": "coopgopalganj",
        "youtube.com/@coopgopalganj?si=AbC": "coopgopalganj",
        "https://www.youtube.com/@সমবায়গোপালগঞ্জ": "সমবায়গোপালগঞ্জ",
        f"https://www.youtube.com/@{quote('সমবায়গোপালগঞ্জ')}": "সমবায়গোপালগঞ্জ",
        "https://www.youtube.com/channel/UCabcDEF123_-xyz": "UCabcDEF123_-xyz",
        "https://www.youtube.com/c/CoopGopalganj/about": "CoopGopalganj",
        "https://www.youtube.com/user/coopgopalganj?feature=mhee": "coopgopalganj",
        "https://www.youtube.com/CoopGopalganj": "CoopGopalganj",
        "https://studio.youtube.com/channel/UCabcDEF123_-xyz": "UCabcDEF123_-xyz",
    },
    "instagram.profile": {
        "https://www.instagram.com/coop.gopalganj/": "coop.gopalganj",
        "https://instagram.com/coop.gopalganj?igsh=MzRlODBiNWFlZA==": "coop.gopalganj",
        "instagram.com/coop_gopalganj": "coop_gopalganj",
        "https://www.instagram.com/coop.gopalganj/reels/": "coop.gopalganj",
        "https://instagr.am/coop.gopalganj": "coop.gopalganj",
    },
    "linkedin.page": {
        "https://www.linkedin.com/company/coop-gopalganj/": "coop-gopalganj",
        "https://bd.linkedin.com/company/coop-gopalganj?trk=public": "coop-gopalganj",
        "linkedin.com/company/coop-gopalganj/about": "coop-gopalganj",
        "https://www.linkedin.com/school/bard-cumilla/": "bard-cumilla",
        "https://www.linkedin.com/showcase/coop": "coop",
    },
    "linkedin.profile": {
        "https://www.linkedin.com/in/shirin-akter-123/": "shirin-akter-123",
        "https://bd.linkedin.com/in/shirin-akter-123?originalSubdomain=bd": "shirin-akter-123",
    },
    "whatsapp.channel": {
        "https://whatsapp.com/channel/0029VaAbCdEfGh": "0029VaAbCdEfGh",
        "https://www.whatsapp.com/channel/0029VaAbCdEfGh?utm=1": "0029VaAbCdEfGh",
    },
    "whatsapp.number": {
        "https://wa.me/8801711000000": "8801711000000",
        "https://wa.me/+8801711000000": "8801711000000",
        "wa.me/8801711000000?text=Hello": "8801711000000",
        "https://api.whatsapp.com/send?phone=8801711000000": "8801711000000",
        "https://api.whatsapp.com/send/?phone=%2B8801711000000&text=hi": "8801711000000",
        "https://web.whatsapp.com/send?text=a&phone=8801711000000": "8801711000000",
    },
    "whatsapp.group": {
        "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv": "AbCdEfGhIjKlMnOpQrStUv",
        "https://chat.whatsapp.com/invite/AbCdEfGhIjKlMnOpQrStUv": "AbCdEfGhIjKlMnOpQrStUv",
        "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?mode=ac_t": "AbCdEfGhIjKlMnOpQrStUv",
    },
    "telegram.channel": {
        "https://t.me/coopgopalganj": "coopgopalganj",
        "t.me/coopgopalganj/125": "coopgopalganj",
        "https://t.me/s/coopgopalganj?before=10": "coopgopalganj",
        "https://t.me/+AbCdEf123456": "AbCdEf123456",
        "https://t.me/joinchat/AbCdEf123456": "AbCdEf123456",
        "https://telegram.me/coopgopalganj": "coopgopalganj",
    },
    "tiktok.account": {
        "https://www.tiktok.com/@coop.gopalganj": "coop.gopalganj",
        "https://m.tiktok.com/@coop.gopalganj?lang=bn-IN&_t=1": "coop.gopalganj",
        "tiktok.com/@coop.gopalganj/video/7123456789": "coop.gopalganj",
    },
    "other.other": {
        "https://mastodon.social/@coop": "@coop",
        "https://www.imo.im/coop": "coop",
        "https://coop.gopalganj.gov.bd": "coop.gopalganj.gov.bd",
        "https://সমবায়.বাংলা/খবর": "খবর",
        "https://www.facebook.com": "facebook.com",
        "https://www.facebook.com/": "facebook.com",
        "https://www.facebook.com/groups": "groups",
        "https://www.facebook.com/watch/?v=123": "watch",
        "https://www.facebook.com/photo.php?fbid=1": "photo.php",
        "https://www.facebook.com/sharer/sharer.php?u=a": "sharer/sharer.php",
        "https://www.facebook.com/login/?next=a": "login",
        "https://x.com/i/user/123": "i/user/123",
        "https://x.com/home": "home",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ": "watch",
        "https://www.youtube.com/playlist?list=PL1": "playlist",
        "https://www.youtube.com/shorts/abc": "shorts/abc",
        "https://www.instagram.com/p/CabcDEF/": "p/CabcDEF",
        "https://www.instagram.com/reel/CabcDEF/": "reel/CabcDEF",
        "https://t.me/share/url?url=a": "share/url",
        "https://www.linkedin.com/feed/": "feed",
        "https://notfacebook.com/coop": "coop",
        "https://facebook.com.evil.example/coop": "coop",
    },
}
RECOGNISED = [(kind, typed, handle) for kind, typed_ones in ADDRESSES.items() for typed, handle in typed_ones.items()]


@pytest.mark.parametrize(("kind", "typed", "handle"), RECOGNISED)
def test_a_pasted_address_is_recognised(kind: str, typed: str, handle: str) -> None:
    found = platforms().recognise(typed)

    assert (f"{found.kind.platform}.{found.kind.id}", found.handle) == (kind, handle)


@pytest.mark.parametrize(("kind", "typed", "handle"), RECOGNISED)
def test_the_plain_form_of_an_address_is_recognised_as_the_same(kind: str, typed: str, handle: str) -> None:
    found = platforms().recognise(typed)

    assert platforms().recognise(found.address) == found
    assert found.address.startswith(("https://", "http://"))
    assert handle in found.address


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("facebook.com/coop.gopalganj/?mibextid=abc#top", "https://facebook.com/coop.gopalganj"),
        ("http://m.facebook.com/coop.gopalganj", "https://m.facebook.com/coop.gopalganj"),
        ("https://facebook.com/profile.php?mibextid=a&id=1000&sk=about", "https://facebook.com/profile.php?id=1000"),
        ("https://api.whatsapp.com/send/?phone=8801711000000&text=a", "https://api.whatsapp.com/send?phone=8801711000000"),
        (f"facebook.com/{quote(SLUG)}", f"https://facebook.com/{SLUG}"),
        ("http://example.org/news/?id=1", "http://example.org/news/?id=1"),
        ("https://example.org/", "https://example.org"),
        ("https://example.org/?/", "https://example.org/?/"),
        ("example.org/a%20b/%E0%A6%95%00%FF", "https://example.org/a%20b/ক%00%FF"),
    ],
)  # fmt: skip
def test_an_address_has_a_plain_form(typed: str, plain: str) -> None:
    assert platforms().recognise(typed).address == plain


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript://facebook.com/%0aalert(1)", "file:///etc/passwd",
        "file://server/share", "data:text/html,<b>x</b>", "vbscript:msgbox(1)", "ftp://facebook.com/coop", "tg://resolve?domain=coop",
        "mailto:coop@example.org", "tel:+8801711000000", "about:blank", "blob:https://facebook.com/coop", "intent://facebook.com/coop",
    ],
)  # fmt: skip
def test_another_scheme_is_refused_and_named(typed: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        platforms().recognise(typed)

    assert refused.value.key == "address.scheme"
    assert typed.strip().split(":")[0].lower() in refused.value.said.bn


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "\u200b", "facebook", "জেলা সমবায় কার্যালয়", "@coopgopalganj", "@coop.gopalganj",
        "coop@example.org", "localhost:80/x",
        "https://", "https:///coop", "https://.com", "https://a..b", "https://..", "http://[::1]/coop", "http://[::1", "http://[v1.a]/",
        "https://user:secret@facebook.com/coop", "https://facebook.com@evil.example/coop", "https://face book.com/coop",
        "https://facebook.com/co op", "https://facebook.com/coop\nhttps://x.com/coop", "https://face\x00book.com/coop",
        "https://facebook.com/\x07coop", "https://facebook.com/co\x7fop", "https://facebook.com/co\x85op",
        "java\tscript:alert(1)",
        "https://facebook.com/\u202ecoop", "https://face\u200bbook.com/coop", "https://facebook.com/\ud800",
        "javascript:1.5",
        "https://<b>.example/", "https://exa$mple.org/", "https://facebook.com/" + "a" * 10_000,
        "ক" * 10_000, "a." * 5_000,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_readable_line(typed: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        platforms().recognise(typed)

    assert refused.value.key == "address.not_web"
    for language in LANGUAGES:
        words = refused.value.said.in_(language)
        assert words.isprintable()
        assert len(words) < 300


def recognised(typed: str) -> Recognised | None:
    """Return what an address is, or None where it is refused as a known trouble; any other error is a bug."""
    try:
        return platforms().recognise(typed)
    except CoopDeskError:
        return None


ODD = st.text(st.sampled_from(":/?#@.[]%&=+-_~ \t\n\x00\u200d\u202eকa1।"), max_size=40)
HOSTS = st.sampled_from([host for kind in platforms().kinds for host in kind.hosts] + ["example.org", "[::1]"])


@given(st.one_of(st.text(), ODD, st.builds("https://{}/{}".format, HOSTS, st.one_of(st.text(), ODD))))
def test_any_text_is_recognised_or_refused_and_nothing_else(typed: str) -> None:
    found = recognised(typed)
    if found is not None:
        assert found.address.startswith(("https://", "http://"))
        assert found.handle
        assert not [letter for letter in found.address if not letter.isprintable() and letter not in "\u200c\u200d"]


@given(HOSTS, ODD)
def test_a_plain_form_is_its_own_plain_form(host: str, path: str) -> None:
    found = recognised(f"{host}/{path}")
    if found is not None:
        assert platforms().recognise(found.address).address == found.address


KINDS = pytest.mark.parametrize("kind", platforms().kinds, ids=lambda kind: f"{kind.platform}.{kind.id}")


def test_every_kind_is_recognised_by_some_address() -> None:
    assert {f"{kind.platform}.{kind.id}" for kind in platforms().kinds} == set(ADDRESSES)


@KINDS
def test_a_kind_is_whole(kind: Kind) -> None:
    assert platforms().kind(kind.platform, kind.id) is kind
    assert kind.name.bn
    assert kind.name.en
    assert set(kind.pictures) <= {"banner", "profile"}
    assert kind.description_limit is None or kind.description_limit > 0
    for pattern in kind.paths:
        assert pattern.flags & re.IGNORECASE
        assert "handle" in pattern.groupindex
    for host in kind.hosts:
        assert host == host.lower()
    assert kind is platforms().other or kind.terms_url.startswith("https://")


@KINDS
def test_a_kind_offers_choices_for_each_setting_it_has(kind: Kind) -> None:
    assert set(kind.settings) <= set(Setting)
    assert kind.settings
    for choices in kind.settings.values():
        assert choices
        for text in choices.values():
            assert text.bn != text.en
    said_absent = [setting for setting, choices in kind.settings.items() if "absent" in choices]
    assert said_absent == (list(Setting) if kind is platforms().other else [])


def test_every_choice_is_offered_somewhere() -> None:
    choices = resources.toml("platforms.toml")["choices"]
    written = {f"{setting}.{choice}" for setting, known in choices.items() for choice in known}
    settings = [kind.settings for kind in platforms().kinds]
    offered = {f"{setting}.{choice}" for each in settings for setting, known in each.items() for choice in known}

    assert written == offered


def test_an_unknown_kind_is_another_medium() -> None:
    assert platforms().kind("myspace", "page") is platforms().other
    assert platforms().kind_of(account("a", "facebook", "page")).id == "page"
    assert NO_PLATFORMS.other is UNKNOWN
    assert NO_PLATFORMS.recognise("facebook.com/coop").kind is UNKNOWN
