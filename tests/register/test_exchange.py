"""Export and import: the same register again, all or nothing, and each fault with its place."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from coopdesk import resources
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account
from coopdesk.register.exchange import ImportRefused, Known, export_register, import_register, json_schema
from coopdesk.register.store import Register
from tests.order import facts_builder
from tests.register import examples
from tests.register.examples import all_of, write
from tests.register.test_records import ACCOUNTS

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "samples" / "export-1.json"
KNOWN = Known.of(facts_builder.rulebook(), facts_builder.gazetteer())


@pytest.fixture
def exported(full: Register) -> dict[str, Any]:
    """Return the full register as JSON, to be bent."""
    data: dict[str, Any] = json.loads(export_register(full))
    return data


def _refused(register: Register, source: str | bytes) -> ImportRefused:
    before, lines = all_of(register), register.journal()
    for dry_run in (True, False):
        with pytest.raises(ImportRefused) as refused:
            import_register(register, source, "রহিমা", KNOWN, dry_run=dry_run)
    assert all_of(register) == before
    assert register.journal() == lines
    return refused.value


def test_an_export_comes_back_equal(full: Register, empty: Register) -> None:
    source = export_register(full)
    summary = import_register(empty, source, "রহিমা", KNOWN)
    assert all_of(empty) == all_of(full)
    assert export_register(empty) == source
    assert sum(summary.added.values()) == len(examples.EVERYTHING)
    assert (dict(summary.changed), summary.unchanged) == ({}, 0)
    assert summary.added["passwords"] == 2
    assert [(line.deed, line.who, line.subject) for line in empty.journal()] == [
        ("import", "রহিমা", examples.OFFICE.name)
    ]


def test_an_export_is_the_very_file_that_it_was(full: Register) -> None:
    write(full, replace(examples.KEPT_PAPER, made_at=datetime(2026, 3, 2, 5, 0, 0, 250_000, UTC)))
    assert export_register(full).encode() == SAMPLE.read_bytes()


def test_importing_again_changes_nothing(full: Register) -> None:
    before = all_of(full)
    summary = import_register(full, export_register(full), "রহিমা", KNOWN)
    assert summary.unchanged == len(examples.EVERYTHING)
    assert all_of(full) == before


def test_an_import_merges_by_id_and_removes_nothing(full: Register, exported: dict[str, Any]) -> None:
    exported["accounts"] = [dict(exported["accounts"][0], two_step=False), dict(exported["accounts"][1], id="new")]
    for part in ("members", "complaints", "attestations", "waivers", "passwords", "certificates", "papers"):
        exported[part] = []
    planned = import_register(full, json.dumps(exported), "রহিমা", KNOWN, dry_run=True)
    assert len(full.journal()) == 1
    summary = import_register(full, json.dumps(exported), "রহিমা", KNOWN)
    assert planned == summary
    assert (summary.added, summary.changed, summary.unchanged) == ({"accounts": 1}, {"accounts": 1}, 1)
    facts = full.facts()
    assert facts is not None
    assert [(account.id, account.two_step) for account in facts.accounts] == [
        ("page", False),
        ("handle", False),
        ("new", False),
    ]
    assert facts.members == (examples.MEMBER,)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(account=ACCOUNTS.filter(lambda account: all(use in KNOWN.uses for use in account.uses)))
def test_any_account_goes_out_and_comes_in(full: Register, tmp_path_factory: Any, account: Account) -> None:
    write(full, account)
    with closing(Register.open(tmp_path_factory.mktemp("other"))) as other:
        import_register(other, export_register(full), "রহিমা", KNOWN)
        facts = other.facts()
    assert facts is not None
    got = facts.accounts[0]
    assert got.settings == {key: unicodedata.normalize("NFC", text) for key, text in account.settings.items()}
    assert got.name == unicodedata.normalize("NFC", account.name)


@pytest.mark.parametrize("escaped", [True, False])
def test_letters_are_brought_into_one_form(empty: Register, exported: dict[str, Any], escaped: bool) -> None:
    exported["office"]["head_name"] = "\u09af\u09bc \u09df"
    import_register(empty, json.dumps(exported, ensure_ascii=escaped), "রহিমা", KNOWN)
    facts = empty.facts()
    assert facts is not None
    assert facts.office.head_name == "\u09af\u09bc \u09af\u09bc"


def test_a_byte_order_mark_is_no_fault(empty: Register, exported: dict[str, Any]) -> None:
    import_register(empty, json.dumps(exported).encode("utf-8-sig"), "রহিমা", KNOWN)
    import_register(empty, "\ufeff" + json.dumps(exported), "রহিমা", KNOWN)
    assert len(empty.journal()) == 2


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    *way, last = [int(part) if part.isdecimal() else part for part in path.split(".")]

    def change(data: Any) -> None:
        for part in way:
            data = data[part]
        data[last] = value

    return change


FAULTS = {
    "text for a number": (_set("passwords.0.score", "4"), "passwords[0].score", "whole number"),
    "a broken number": (_set("passwords.0.score", 3.5), "passwords[0].score", "whole number"),
    "an endless number": (_set("office.rotation_days", 10**40), "office.rotation_days", "whole number"),
    "out of range": (_set("passwords.1.score", 5), "passwords[1].score", "from 0 to 4"),
    "number for a text": (_set("accounts.0.name", 5), "accounts[0].name", "a text"),
    "text for yes or no": (_set("accounts.0.two_step", "true"), "accounts[0].two_step", "true or false"),
    "text for a list": (_set("accounts.0.uses", "02.1"), "accounts[0].uses", "a list"),
    "list for an object": (_set("accounts.0.settings", []), "accounts[0].settings", "an object"),
    "list for a record": (_set("members.0", []), "members[0]", "an object"),
    "null": (_set("members.0.name", None), "members[0].name", "a text"),
    "no such word": (_set("members.0.role", "king"), "members[0].role", "admin"),
    "no such setting": (_set("accounts.0.settings.colour", "red"), "accounts[0].settings.colour", "one of"),
    "no such day": (_set("members.0.since", "2026-02-30"), "members[0].since", "a date"),
    "a day as a number": (_set("members.0.since", 20260101), "members[0].since", "a date"),
    "no such time": (_set("certificates.0.issued_at", "noon"), "certificates[0].issued_at", "a day and time"),
    "ends before it begins": (_set("members.0.until", "2001-01-01"), "members[0].until", "not before"),
    "unknown key": (_set("accounts.1.colour", "red"), "accounts[1].colour", "no field of this name"),
    "a secret": (_set("passwords.0.password", "hunter2"), "passwords[0].password", "no field of this name"),
    "missing key": (lambda data: data["accounts"][1].pop("address"), "accounts[1].address", "must be there"),
    "no office": (lambda data: data.pop("office"), "office", "must be there"),
    "unknown clause": (_set("waivers.0.clause", "99.9"), "waivers[0].clause", "99.9"),
    "unknown use": (_set("accounts.0.uses", ["02.1", "02.9"]), "accounts[0].uses[1]", "02.9"),
    "unknown topic": (_set("attestations.0.topic", "weather"), "attestations[0].topic", "weather"),
    "unknown account": (_set("complaints.0.account", "gone"), "complaints[0].account", "gone"),
    "unknown account of a member": (_set("members.0.accounts", ["gone"]), "members[0].accounts", "gone"),
    "unknown member": (_set("attestations.1.member", "gone"), "attestations[1].member", "gone"),
    "unknown twin": (_set("passwords.0.reused_with", "gone"), "passwords[0].reused_with", "gone"),
    "an id twice": (_set("accounts.1.id", "page"), "accounts[1].id", "page"),
    "a serial twice": (_set("certificates.1.serial", "GOP-1"), "certificates[1].serial", "GOP-1"),
    "a memo number twice": (
        lambda data: data["papers"].append({**data["papers"][0], "id": "k2", "file": "b.pdf"}),
        "papers[1].memo",
        "৪৭.৬১-১১৮",
    ),
    "in the GRS before it came in": (_set("complaints.0.grs_on", "2001-01-01"), "complaints[0].grs_on", "not before"),
    "an id that is none": (_set("waivers.0.id", "../x"), "waivers[0].id", "an id"),
    "a hash that is none": (_set("attestations.0.evidence", ["../x"]), "attestations[0].evidence[0]", "SHA-256"),
    "control character": (_set("office.head_name", "a\x00b"), "office.head_name", "U+0000"),
    "turned direction": (_set("accounts.0.decision.by", "a\u202eb"), "accounts[0].decision.by", "U+202E"),
    "10,000 letters": (_set("accounts.0.name", "ক" * 10_000), "accounts[0].name", "300"),
    "script": (_set("accounts.0.address", "javascript:alert(1)"), "accounts[0].address", "https://"),
    "file": (_set("office.website", "file:///etc/passwd"), "office.website", "https://"),
    "no scheme": (_set("office.grs_url", "grs.gov.bd"), "office.grs_url", "https://"),
    "a way out of the folder": (_set("papers.0.file", "../../x.pdf"), "papers[0].file", "a file can be named"),
    "a serial that is a way": (_set("certificates.0.serial", "../x"), "certificates[0].serial", "a file can be named"),
    "another version": (_set("format_version", 2), "format_version", "version 1"),
    "another office": (_set("office.id", "another"), "office.id", "office of this register"),
    "a made-up name": (_set("office.name", "আমার কার্যালয়"), "office.name", "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"),
}


@pytest.mark.parametrize(("change", "place", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_with_its_place(
    full: Register, exported: dict[str, Any], change: Callable[[dict[str, Any]], None], place: str, expected: str
) -> None:
    change(exported)
    refused = _refused(full, json.dumps(exported))
    told = {fault.place: fault.expected for fault in refused.faults}
    assert place in told
    assert expected in told[place].en
    assert any("\u0980" <= letter <= "\u09ff" for letter in told[place].bn)
    assert refused.said.en != refused.said.bn


def test_an_export_of_the_version_before_still_comes_in(full: Register, empty: Register) -> None:
    data = json.loads(export_register(full))
    del data["papers"]
    for complaint in data["complaints"]:
        del complaint["asker"], complaint["officer"], complaint["grs_on"]
    for certificate in data["certificates"]:
        for name in ("withdrawn_on", "withdrawn_reason", "replaces", "signed_with"):
            del certificate[name]
    import_register(empty, json.dumps(data), "রহিমা", KNOWN)
    facts = empty.facts()
    assert facts is not None
    assert facts.complaints == (replace(examples.COMPLAINT, asker="", officer="", grs_on=None),)
    assert [one.replaces for one in empty.certificates()] == ["", ""]


def test_all_faults_are_told_at_once(full: Register, exported: dict[str, Any]) -> None:
    exported["accounts"][0]["name"] = "\x07"
    exported["accounts"][1]["address"] = "data:text/html,x"
    exported["waivers"][0]["clause"] = "1"
    refused = _refused(full, json.dumps(exported))
    assert [fault.place for fault in refused.faults] == ["accounts[0].name", "accounts[1].address", "waivers[0].clause"]


@pytest.mark.parametrize(
    "source",
    ["", "[]", "null", "{", '{"office": NaN}', "[" * 100_000, b"\xff\xfe\x00", "x" * 10, '{"a": ' + "9" * 5_000 + "}"],
    ids=["empty", "list", "null", "cut off", "NaN", "deep", "bytes", "words", "digits"],
)
def test_what_is_no_export_is_refused(full: Register, source: str | bytes) -> None:
    assert _refused(full, source).faults[0].expected.bn


def test_a_lone_half_of_a_letter_is_refused(full: Register, exported: dict[str, Any]) -> None:
    exported["office"]["head_name"] = "half"
    refused = _refused(full, json.dumps(exported).replace('"half"', '"\\ud83d"'))
    assert refused.faults


def test_a_huge_file_is_refused(full: Register) -> None:
    assert "64" in _refused(full, " " * (64 * 1024**2 + 1)).faults[0].expected.en


def test_an_empty_register_has_nothing_to_export(empty: Register) -> None:
    with pytest.raises(CoopDeskError) as refused:
        export_register(empty)
    assert refused.value.key == "register.no_office"


def test_the_schema_names_every_part(exported: dict[str, Any]) -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(exported)
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Account"]["additionalProperties"] is False
    assert not [name for name in schema["$defs"]["PasswordFact"]["properties"] if name in {"password", "secret"}]


def test_the_script_makes_the_very_schema_that_stands_here(tmp_path: Path) -> None:
    script = ROOT / "packaging/schema/make_schema.py"
    subprocess.run([sys.executable, script, tmp_path / "made.json"], env={"PYTHONPATH": str(ROOT)}, check=True)
    assert (tmp_path / "made.json").read_bytes() == resources.path("export.schema.json").read_bytes()


def test_the_schema_has_no_kind_of_value_that_is_not_read_strictly() -> None:
    def kinds(part: Any) -> set[tuple[str, str]]:
        match part:
            case {"type": str(kind), **others}:
                return {(kind, str(others.get("format", "")))} | kinds(others)
            case dict() | list():
                return {kind for one in (part.values() if isinstance(part, dict) else part) for kind in kinds(one)}
            case _:
                return set()

    assert {kind for kind in kinds(json_schema()) if kind[0] not in {"object", "array", "null"}} == {
        ("string", ""),
        ("string", "date"),
        ("string", "date-time"),
        ("integer", ""),
        ("boolean", ""),
    }


def test_an_export_holds_no_draft_and_no_journal(full: Register, tmp_path: Path) -> None:
    full.keep_draft("page", {"name": "খসড়া-চিহ্ন"})
    source = export_register(full)
    assert "খসড়া-চিহ্ন" not in source
    assert "make_example" not in source
    assert tmp_path.name not in source
