"""The command line as a separate process: what it prints, and its exit codes."""

import json
import sqlite3
from pathlib import Path

import click
import pypdfium2
import pytest

from coopdesk.cli import coopdesk as command_line
from coopdesk.desk.tables import KINDS
from tests.cli.process import run

CLAUSES = ["02", *(f"03.{number}" for number in range(1, 11))]
STATUSES = {"met", "not_met", "attention", "not_applicable"}


def test_check_tells_every_clause_of_every_account(example: Path) -> None:
    done = run("--data-dir", example, "check", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert set(told) == {"office", "rulebook", "date", "compliant", "findings", "advice"}
    assert told["compliant"] is True
    assert told["office"] == "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
    by_account: dict[str | None, list[str]] = {}
    for finding in told["findings"]:
        assert set(finding) == {"clause", "account", "status", "reason_bn", "reason_en", "next_bn", "next_en"}
        assert finding["status"] in STATUSES
        assert finding["reason_bn"] != finding["reason_en"]
        by_account.setdefault(finding["account"], []).append(finding["clause"])
    assert by_account.pop(None) == ["03.10"]
    assert list(by_account.values()) == [CLAUSES[:-1]] * 2
    assert told["advice"]
    assert {finding["clause"] for finding in told["advice"]}.isdisjoint(CLAUSES)


def test_check_of_another_day(example: Path) -> None:
    done = run("--data-dir", example, "check", "--json", "--today", "2031-01-01")
    assert done.returncode == 1
    assert json.loads(done.stdout)["date"] == "2031-01-01"


def test_check_says_what_is_left(unmet: Path) -> None:
    done = run("--data-dir", unmet, "check")
    assert done.returncode == 1
    assert "পূরণ হয়নি" in done.stdout
    assert "Not met" in run("--data-dir", unmet, "check", COOPDESK_LANG="en").stdout


def test_nothing_to_judge_is_no_verdict(tmp_path: Path) -> None:
    done = run("--data-dir", tmp_path / "new", "check", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "কার্যালয়ের তথ্য" in done.stderr


def test_a_certificate_is_issued(example: Path, tmp_path: Path) -> None:
    done = run("--data-dir", example, "certificate", tmp_path / "c.pdf")
    assert done.returncode == 0
    assert "COOP-GOPALGANJ-" in done.stdout
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "c.pdf"))
    assert "নমুনা" in text
    assert run("--data-dir", example, "certificate", tmp_path / "d.pdf", "--lang", "en").returncode == 0
    assert len(list((example / "papers").glob("*.pdf"))) == 2


def test_a_certificate_is_refused_with_the_clauses_not_met(unmet: Path, tmp_path: Path) -> None:
    done = run("--data-dir", unmet, "certificate", tmp_path / "c.pdf")
    assert done.returncode == 1
    assert "03.9" in done.stderr
    assert not (tmp_path / "c.pdf").exists()
    assert run("--data-dir", unmet, "report", tmp_path / "r.pdf").returncode == 0
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "r.pdf"))
    assert "এটি সনদ নয়" in text


@pytest.mark.parametrize(
    ("secret", "strong"),
    [("password", False), ("", False), ("গোপালগঞ্জ", False), ("Vq7#mulberry-Trombone%91", True), ("q" * 10_000, False)],
)
def test_strength(secret: str, strong: bool) -> None:
    done = run("strength", "--json", "--context", "গোপালগঞ্জ", "--context", "রহিম", given=f"{secret}\n".encode())
    told = json.loads(done.stdout)
    assert set(told) == {"score", "guesses_log10", "strong", "reasons_bn", "reasons_en"}
    assert told["strong"] is strong
    assert done.returncode == (0 if strong else 1)
    assert 0 <= told["score"] <= 4
    assert strong or told["reasons_bn"]
    assert secret not in done.stderr or not secret


def test_export_goes_into_another_register(example: Path, tmp_path: Path) -> None:
    assert run("--data-dir", example, "export", tmp_path / "e.json").returncode == 0
    other = tmp_path / "other"
    dry = run("--data-dir", other, "import", tmp_path / "e.json", "--dry-run", COOPDESK_LANG="en")
    assert (dry.returncode, dry.stderr) == (0, "")
    assert "Nothing was changed" in dry.stdout
    assert run("--data-dir", other, "check").returncode == 2
    assert run("--data-dir", other, "import", tmp_path / "e.json").returncode == 0
    assert run("--data-dir", other, "export", tmp_path / "again.json").returncode == 0
    assert json.loads((tmp_path / "again.json").read_text()) == json.loads((tmp_path / "e.json").read_text())
    schema = json.loads(run("schema").stdout)
    exported = json.loads((tmp_path / "e.json").read_bytes())
    assert set(exported) <= set(schema["properties"])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda data: data["accounts"][1].update(address="javascript:alert(1)"), "accounts[1].address"),
        (lambda data: data["accounts"][0].update(name="ক" * 10_000), "accounts[0].name"),
        (lambda data: data["office"].update(head_name="a\x00b"), "office.head_name"),
        (lambda data: data["waivers"][0].update(clause="99.9"), "waivers[0].clause"),
        (lambda data: data["members"][0].update(since="yesterday"), "members[0].since"),
        (lambda data: data.update(secrets=["x"]), "secrets"),
        (lambda data: data["office"].update(name="উপজেলা সমবায় কার্যালয়, কাশিয়ানী"), "office.name"),
        (lambda data: data["office"].update(place="Dhaka/Nowhere"), "office.place"),
    ],
)
def test_an_import_with_a_fault_changes_nothing(example: Path, tmp_path: Path, change: object, place: str) -> None:
    run("--data-dir", example, "export", tmp_path / "e.json")
    data = json.loads((tmp_path / "e.json").read_text())
    change(data)  # type: ignore[operator]
    (tmp_path / "bad.json").write_text(json.dumps(data))
    done = run("--data-dir", tmp_path / "other", "import", tmp_path / "bad.json")
    assert done.returncode == 2
    assert place in done.stderr
    assert "Traceback" not in done.stderr
    assert run("--data-dir", tmp_path / "other", "check").returncode == 2


def test_a_backup_comes_back(example: Path, tmp_path: Path) -> None:
    assert run("--data-dir", example, "backup", tmp_path / "b.zip").returncode == 0
    other = tmp_path / "other"
    assert run("--data-dir", other, "restore", tmp_path / "b.zip").returncode == 0
    assert run("--data-dir", other, "check").returncode == 0
    (tmp_path / "b.zip").write_bytes((tmp_path / "b.zip").read_bytes()[:-200])
    done = run("--data-dir", tmp_path / "third", "restore", tmp_path / "b.zip")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("demo",),
        ("check", "--today", "tomorrow"),
        ("strength", "secret"),
        ("certificate",),
        ("--data-dir",),
    ],
)
def test_wrong_usage_says_so(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("নির্দেশটি ঠিক নয়")


def test_a_demo_wants_an_empty_folder(example: Path) -> None:
    done = run("demo", example)
    assert done.returncode == 2
    assert "খালি নয়" in done.stderr


def test_the_folder_may_be_named_by_the_environment(example: Path) -> None:
    assert run("check", COOPDESK_DATA_DIR=str(example)).returncode == 0


@pytest.mark.parametrize("content", [b"", b"no register at all" * 400, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_file_that_is_no_register_is_left_alone(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "register.sqlite").write_bytes(content)
    done = run("--data-dir", folder, "check")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    if content:
        assert (folder / "register.sqlite").read_bytes() == content


def test_a_register_of_a_newer_version_is_left_alone(example: Path) -> None:

    with sqlite3.connect(example / "register.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (example / "register.sqlite").read_bytes()
    done = run("--data-dir", example, "check", COOPDESK_LANG="en")
    assert done.returncode == 2
    assert "newer" in done.stderr.lower()
    assert (example / "register.sqlite").read_bytes() == before


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    done = run("--data-dir", tmp_path / "file" / "inside", "check")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_typst_markup_in_a_name_prints_as_typed(example: Path, tmp_path: Path) -> None:
    typed = '#include "x.typ" *bold* $x^2$ `raw` @ref \\ <label>'
    run("--data-dir", example, "export", tmp_path / "e.json")
    data = json.loads((tmp_path / "e.json").read_text())
    data["office"]["head_name"] = typed
    (tmp_path / "e.json").write_text(json.dumps(data))
    assert run("--data-dir", example, "import", tmp_path / "e.json").returncode == 0
    assert run("--data-dir", example, "certificate", tmp_path / "c.pdf").returncode == 0
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "c.pdf"))
    assert "".join(typed.split()) in "".join(text.split())


def test_a_list_is_taken_along(example: Path, tmp_path: Path) -> None:
    done = run("--data-dir", example, "table", "accounts", tmp_path / "list.csv", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    head, *rows = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("Platform,Name,Address,")
    assert len(rows) == 2
    wrong = run("--data-dir", example, "table", "accounts", tmp_path / "list.pdf", COOPDESK_LANG="en")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "ends in .xlsx or .csv" in wrong.stderr
    assert not (tmp_path / "list.pdf").exists()


def test_the_command_line_offers_every_list() -> None:
    kind = command_line.commands["table"].params[0].type
    assert isinstance(kind, click.Choice)
    assert list(kind.choices) == list(KINDS)
