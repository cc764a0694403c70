"""The command line: the desk's deeds for IT staff, scripts and tests. It imports no Qt, but to open the window."""

import io
import json
import sys
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import click

from coopdesk import __version__
from coopdesk.desk.opening import open_desk
from coopdesk.errors import CoopDeskError
from coopdesk.folders import data_folder
from coopdesk.location import warning, where_it_lies
from coopdesk.log import LOGGER, keep_log
from coopdesk.login import login_name
from coopdesk.order.facts import Facts
from coopdesk.order.findings import Assessment, Finding
from coopdesk.texts import Language, person_language, say, table

_MET, _UNMET, _TROUBLE = 0, 1, 2
_LANGUAGE = click.Choice(["bn", "en"])
_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


def _help(key: str) -> str:
    return table("cli")[f"help.{key}"].in_(person_language())


def _language(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Language:
    return "en" if value == "en" else "bn"


_lang = click.option("--lang", type=_LANGUAGE, default="bn", callback=_language, help=_help("lang"))


@click.group(invoke_without_command=True, help=_help("coopdesk"))
@click.option("--data-dir", type=_FOLDER, help=_help("data_dir"))
@click.option("--background", is_flag=True, help=_help("background"))
@click.version_option(__version__, prog_name="CoopDesk")
@click.pass_context
def coopdesk(context: click.Context, data_dir: Path | None, background: bool) -> None:
    """Name the register's folder; without a command, open the window, or in the background the tray alone."""
    context.obj = data_folder(data_dir)
    if context.invoked_subcommand is None:
        from coopdesk.app import open_window  # noqa: PLC0415 - Qt is for the window alone

        context.exit(open_window(context.obj, background=background))


@coopdesk.command(help=_help("demo"))
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.option("--accounts", type=click.IntRange(1, 100_000), default=2, show_default=True, help=_help("demo_accounts"))
@click.option("--unmet", is_flag=True, help=_help("demo_unmet"))
def demo(folder: Path, accounts: int, unmet: bool) -> None:
    """Make an example register."""
    from coopdesk.desk.example import make_example  # noqa: PLC0415 - draws pictures

    parts = make_example(folder, accounts, unmet)
    parts.register.close()
    click.echo(folder)


@coopdesk.command(help=_help("check"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=_help("today"))
@click.pass_obj
def check(folder: Path, as_json: bool, today: datetime | None) -> None:
    """Check the office against the order."""
    from coopdesk.desk.check import assess_office  # noqa: PLC0415 - each command imports its own deed

    parts = open_desk(folder)
    if (danger := warning(where_it_lies(folder))) is not None:
        click.echo(danger.in_(person_language()), err=True)
    facts, assessment = assess_office(parts, today.date() if today else None)
    click.echo(_as_json(facts, assessment) if as_json else _in_words(facts, assessment))
    sys.exit(_MET if assessment.compliant else _UNMET)


@coopdesk.command(help=_help("certificate"))
@click.argument("out", metavar="OUT.pdf", type=_FILE)
@_lang
@click.pass_obj
def certificate(folder: Path, out: Path, lang: Language) -> None:
    """Issue a certificate."""
    from coopdesk.desk import certify  # noqa: PLC0415

    parts = open_desk(folder)
    try:
        issued, file = certify.issue_certificate(parts, lang, login_name())
    except certify.NotCompliant as refused:
        language = person_language()
        click.echo(refused.said.in_(language), err=True)
        for finding in refused.assessment.unmet:
            click.echo(_line(refused.facts, finding, language), err=True)
        sys.exit(_UNMET)
    certify.save_copy(file.read_bytes(), out)
    click.echo(f"{issued.serial}  {out}")
    if not issued.signed_with:
        click.echo(say("cli", "certificate.unsigned").in_(person_language()), err=True)


@coopdesk.command(help=_help("report"))
@click.argument("out", metavar="OUT.pdf", type=_FILE)
@_lang
@click.pass_obj
def report(folder: Path, out: Path, lang: Language) -> None:
    """Make the report."""
    from coopdesk.desk import certify  # noqa: PLC0415

    certify.save_copy(certify.report_paper(open_desk(folder), lang).pdf(), out)
    click.echo(out)


@coopdesk.command(help=_help("verify"))
@click.argument("file", metavar="FILE.pdf", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--key", metavar="FINGERPRINT", default="", help=_help("key"))
@click.pass_obj
def verify(folder: Path, file: Path, as_json: bool, key: str) -> None:
    """Verify a certificate."""
    from coopdesk.desk.verify import Outcome, verify_by  # noqa: PLC0415

    verdict = verify_by(folder, file, key)
    if as_json:
        click.echo(verdict.as_json())
    else:
        for said in verdict.lines():
            click.echo(said.in_(person_language()))
    sys.exit(_MET if verdict.outcome is Outcome.GENUINE else _UNMET)


@coopdesk.command(name="table", help=_help("table"))
@click.argument("kind", metavar="KIND", type=click.Choice(["accounts", "team", "findings", "complaints", "journal"]))
@click.argument("out", metavar="OUT.xlsx|OUT.csv", type=_FILE)
@_lang
@click.pass_obj
def table_(folder: Path, kind: str, out: Path, lang: Language) -> None:
    """Write a list as a spreadsheet."""
    from coopdesk.desk.tables import save_table  # noqa: PLC0415

    save_table(open_desk(folder), kind, out, lang)
    click.echo(out)


# Whatever stands after it may be the password: it is taken in, to be refused without being repeated.
@coopdesk.command(help=_help("strength"), context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--context", multiple=True, metavar="WORD", help=_help("context"))
@click.pass_context
def strength(called: click.Context, as_json: bool, context: tuple[str, ...]) -> None:
    """Judge the password on standard input."""
    if called.args:
        raise click.UsageError(say("cli", "strength.stdin").in_(person_language()))
    from coopdesk.desk.books import rulebook  # noqa: PLC0415
    from coopdesk.desk.password import PATIENCE  # noqa: PLC0415
    from coopdesk.passwords.judge import Judge  # noqa: PLC0415
    from coopdesk.passwords.policy import is_strong, why_not_strong  # noqa: PLC0415

    secret = sys.stdin.buffer.read().decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
    values = rulebook().values
    with Judge() as judge:
        judged = judge.judge(secret, context, PATIENCE)
    strong = is_strong(judged, two_step=False, values=values)
    reasons = judged.reasons if strong else why_not_strong(judged, two_step=False, values=values)
    if as_json:
        click.echo(
            json.dumps(
                {
                    "score": judged.score,
                    "guesses_log10": round(judged.guesses_log10, 2),
                    "strong": strong,
                    "reasons_bn": [reason.bn for reason in reasons],
                    "reasons_en": [reason.en for reason in reasons],
                },
                ensure_ascii=False,
            )
        )
    else:
        language = person_language()
        verdict = say("cli", "strength.strong" if strong else "strength.weak", score=judged.score)
        for said in (verdict, *reasons):
            click.echo(said.in_(language))
    sys.exit(_MET if strong else _UNMET)


@coopdesk.command(name="close", help=_help("close"))
@click.pass_obj
def close_(folder: Path) -> None:
    """Close the person's window on the register."""
    from coopdesk.app import close_window  # noqa: PLC0415 - Qt is for the window alone

    if not close_window(folder):
        click.echo(say("cli", "close.stays").in_(person_language()), err=True)
        sys.exit(_TROUBLE)


@coopdesk.command(name="export", help=_help("export"))
@click.argument("out", metavar="OUT.json", type=_FILE)
@click.pass_obj
def export_(folder: Path, out: Path) -> None:
    """Write the register but for secrets and pictures."""
    from coopdesk.desk.exchange import export_file  # noqa: PLC0415

    export_file(open_desk(folder), out)
    click.echo(out)


@coopdesk.command(name="import", help=_help("import"))
@click.argument("source", metavar="IN.json", type=_FILE)
@click.option("--dry-run", is_flag=True, help=_help("dry_run"))
@click.pass_obj
def import_(folder: Path, source: Path, dry_run: bool) -> None:
    """Take in a register that was exported: all of it or nothing."""
    from coopdesk.desk.exchange import ImportRefused, import_file  # noqa: PLC0415

    language = person_language()
    try:
        summary = import_file(open_desk(folder), source, login_name(), dry_run=dry_run)
    except ImportRefused as refused:
        click.echo(refused.said.in_(language), err=True)
        for fault in refused.faults:
            click.echo(f"  {fault.place}: {fault.expected.in_(language)}", err=True)
        sys.exit(_TROUBLE)
    click.echo(summary.in_(language))


@coopdesk.command(help=_help("schema"))
def schema() -> None:
    """Print the JSON Schema of an export."""
    from coopdesk.register.exchange import json_schema  # noqa: PLC0415

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@coopdesk.command(help=_help("backup"))
@click.argument("out", metavar="OUT.zip", type=_FILE)
@click.pass_obj
def backup(folder: Path, out: Path) -> None:
    """Back the register and its evidence up."""
    from coopdesk.desk.safekeeping import save_backup  # noqa: PLC0415

    click.echo(save_backup(folder, out))


@coopdesk.command(help=_help("restore"))
@click.argument("source", metavar="IN.zip", type=_FILE)
@click.pass_obj
def restore(folder: Path, source: Path) -> None:
    """Put a backup in the register's place, which is kept aside."""
    from coopdesk.desk.safekeeping import restore as put_back  # noqa: PLC0415

    put_back(source, folder, login_name())
    click.echo(folder)


@coopdesk.command(name="try-register", help=_help("try_register"))
@click.pass_obj
def try_register_(folder: Path) -> None:
    """Back the register up, and see on a copy whether this program opens it; print the backup."""
    from coopdesk.desk.trial import try_register  # noqa: PLC0415

    try:
        kept = try_register(folder)
    except CoopDeskError:
        keep_log(folder)  # nobody sees what it says where a setup asks
        LOGGER.exception("CoopDesk %s does not open the register", __version__)
        raise
    if kept is not None:
        click.echo(kept)


@coopdesk.command(name="install-release", help=_help("install_release"))
@click.argument("file", metavar="FILE.deb", type=_FILE)
def install_release_(file: Path) -> None:
    """Install a newer release, as an administrator."""
    from coopdesk.desk.update import install_release  # noqa: PLC0415

    sys.exit(install_release(file))


@coopdesk.command(name="report-problem", help=_help("report_problem"))
@click.argument("out", metavar="OUT.zip", type=_FILE)
@click.pass_obj
def report_problem(folder: Path, out: Path) -> None:
    """Write the problem file, without a picture."""
    from coopdesk.desk.problem import save_problem  # noqa: PLC0415

    click.echo(save_problem(folder, out, {"Language": person_language()}))


def _as_json(facts: Facts, assessment: Assessment) -> str:
    addresses = {account.id: account.address for account in facts.accounts}

    def told(finding: Finding) -> dict[str, Any]:
        return {
            "clause": finding.clause,
            "account": addresses.get(finding.account or ""),
            "status": finding.status,
            "reason_bn": finding.reason("bn"),
            "reason_en": finding.reason("en"),
            "next_bn": finding.next_step("bn"),
            "next_en": finding.next_step("en"),
        }

    document = {
        "office": facts.office.name,
        "rulebook": assessment.rulebook,
        "date": assessment.on.isoformat(),
        "compliant": assessment.compliant,
        "findings": [told(finding) for finding in assessment.findings],
        "advice": [told(finding) for finding in assessment.advice],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _in_words(facts: Facts, assessment: Assessment) -> str:
    language = person_language()
    met = len(assessment.findings) - len(assessment.unmet)
    key = "check.compliant" if assessment.compliant else "check.unmet"
    verdict = say("cli", key, met=met, of=len(assessment.findings))
    lines = [facts.office.name, verdict.in_(language)]
    lines += [_line(facts, finding, language) for finding in (*assessment.unmet, *assessment.lapsing)]
    return "\n".join(lines)


def _line(facts: Facts, finding: Finding, language: Language) -> str:
    address = next((account.address for account in facts.accounts if account.id == finding.account), "")
    status = table("findings")[f"status.{finding.status}"].in_(language)
    parts = (finding.clause, status, address, finding.reason(language), finding.next_step(language))
    return "  " + " | ".join(part for part in parts if part)


def run() -> NoReturn:
    """Run the command line and leave the process with its exit code."""
    arguments = sys.argv[1:]
    language = person_language()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a pipe on Windows would take no Bangla
    try:
        code = coopdesk.main(arguments, standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.Abort:
        code = _TROUBLE
    except click.ClickException as misused:
        click.echo(say("cli", "usage.wrong", what=misused.format_message()).in_(language), err=True)
        code = _TROUBLE
    except CoopDeskError as trouble:
        click.echo(trouble.said.in_(language), err=True)
        code = _TROUBLE
    except Exception:  # noqa: BLE001 - the command line's entry: all else is a bug, and goes to the log
        log = keep_log(_named_folder(arguments))
        LOGGER.exception("the command line failed")
        click.echo(say("cli", "bug.found", log=str(log)).in_(language), err=True)
        code = _TROUBLE
    sys.exit(code if isinstance(code, int) else _MET)


def _named_folder(arguments: list[str]) -> Path:
    named = [after for option, after in pairwise(arguments) if option == "--data-dir"]
    named += [one.removeprefix("--data-dir=") for one in arguments if one.startswith("--data-dir=")]
    return data_folder(Path(named[0]) if named else None)
