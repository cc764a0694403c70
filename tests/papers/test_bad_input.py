"""What nobody should type and somebody will, in every field: the paper is made, signed, and told whole."""

from dataclasses import replace
from datetime import date

import pytest

from coopdesk.order.facts import Complaint
from coopdesk.papers import Handed, Paper, PaperFacts, certificate, handover_note, report
from coopdesk.papers.letters import printable
from coopdesk.papers.signing import fingerprint, new_key, sign
from coopdesk.papers.verifying import Kind, look

from .conftest import SERIAL, MakeFacts, account, office, squeezed, text_of

TYPED = {
    "markup": r"""#panic("x") #include "/etc/passwd" *b* _u_ $x^2$ `r` <l> @ref // /* = - + / #sys.inputs \u{41} ]]]""",
    "controls": "ক\x00\x07\x08\x1b[31m\x7f\x9bখ\u2028গ\u2029ঘ",
    "directions": "abc \u202e\u202dকখ\u202c \u2066\u2067\u2068গঘ\u2069 \u200e\u200f\u061cxyz עברית عربي",
    "nothing": "",
    "spaces": " \t\u00a0\u3000 ",
    "no letters": "\ufffe\uffff\U000e0001\U0010ffff",
}


def in_every_field(facts: PaperFacts, typed: str) -> PaperFacts:
    """Return facts with a text in each field that a person fills in."""
    fields = ("name", "name_en", "website", "head_name", "head_post", "head_phone", "head_email", "grievance_officer")
    of_account = ("name", "address", "handle", "purpose", "audience", "run_by")
    return replace(
        facts,
        office=office(**dict.fromkeys(fields, typed)),
        accounts=tuple(account(number, **dict.fromkeys(of_account, typed)) for number in range(len(facts.accounts))),
        members=tuple(replace(one, name=typed, post=typed) for one in facts.members),
        passwords=tuple(replace(one, by=typed) for one in facts.passwords),
        memo=typed,
        replaces=typed,
    )


def papers_of(facts: PaperFacts, typed: str) -> list[Paper]:
    everything = frozenset(one.id for one in facts.accounts)
    waiting = (Complaint("c", "account-0", date(2026, 11, 1), typed),)
    note = handover_note(facts, Handed(typed, typed, everything, everything, waiting), "bn")
    return [certificate(facts, "bn"), report(facts, "en"), note]


@pytest.mark.parametrize("kind", TYPED)
def test_every_paper_prints_it_as_it_was_typed(make_facts: MakeFacts, kind: str) -> None:
    typed = TYPED[kind]
    told = squeezed(printable(typed))
    for paper in papers_of(in_every_field(make_facts(accounts=1), typed), typed):
        read = "".join(text_of(paper.pdf()))
        assert told[:300] in read
        assert not any(letter in read for letter in "\x00\x07\x1b\u202e\u2067\u200f")


@pytest.mark.parametrize("kind", TYPED)
def test_it_is_signed_and_rides_along_whole(make_facts: MakeFacts, kind: str) -> None:
    key, typed = new_key(), TYPED[kind]
    facts = replace(in_every_field(make_facts(accounts=1), typed), signed_with=fingerprint(key))
    looked = look(sign(certificate(facts, "bn").pdf(), key, facts.office.code, SERIAL, example=True))
    assert looked.kind is Kind.SIGNED
    assert looked.says["facts"]["office"]["name"] == typed
    assert [one["name"] for one in looked.says["facts"]["accounts"]] == [typed]


@pytest.mark.parametrize("letter", ["ঔ", "W"])
def test_a_name_of_ten_thousand_letters_is_printed_to_its_end(make_facts: MakeFacts, letter: str) -> None:
    name = letter * 9_990 + "অন্ত্যাক্ষর"
    facts = make_facts(accounts=1)
    paper = certificate(replace(facts, members=(replace(facts.members[0], name=name),)), "bn")
    read = "".join(text_of(paper.pdf()))
    assert read.count(letter) == 9_990, "over several pages, with their heads between"
    assert "অন্ত্যাক্ষর" in read
