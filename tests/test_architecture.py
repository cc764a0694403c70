"""The house's layers and doors: who may import whom, and who may import which library."""

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from pytest_archon import archrule
from pytest_archon.collect import collect_imports, walk_runtime

import coopdesk

# From the top down: a room imports what stands below it, never beside or above it.
LAYERS = (
    ("app", "cli", "ui"),
    ("desk",),
    ("register", "vault", "papers", "tables"),
    ("order", "passwords", "autostart", "release", "location"),
    ("files",),
    ("texts", "errors", "log"),
    ("bangla", "resources", "folders", "launch", "login"),
)
STRANGERS = ("register", "vault", "papers", "tables")  # one layer, and they do not know one another

# A library has one room, so that it can be changed in one place and costs nothing where it is not needed.
HOMES = {
    "PySide6": "ui",
    "shiboken6": "ui",
    "sqlalchemy": "register",
    "alembic": "register",
    "sqlite3": "register",
    "cattrs": "register",
    "keyring": "vault",
    "secretstorage": "vault",
    "argon2": "vault",
    "pykeepass": "vault",
    "construct": "vault",
    "openpyxl": "tables",
    "typst": "papers",
    "pyhanko": "papers",
    "asn1crypto": "papers",
    "segno": "papers",
    "pypdfium2": "papers",
    "zxcvbn": "passwords",
    "click": "cli",
    "icalendar": "desk",
}


def modules(*rooms: str) -> list[str]:
    """Return the patterns that match the rooms and all that is in them."""
    return [pattern for room in rooms for pattern in (f"coopdesk.{room}", f"coopdesk.{room}.*")]


def test_every_room_has_its_layer() -> None:
    rooms = {path.stem for path in Path(coopdesk.__file__).parent.iterdir() if path.suffix == ".py" or path.is_dir()}
    named = [room for layer in LAYERS for room in layer]
    assert {room for room in rooms if not room.startswith("_")} <= set(named)


@pytest.mark.parametrize("place", range(1, len(LAYERS)), ids=lambda place: "-".join(LAYERS[place]))
def test_a_room_knows_nothing_of_the_layers_above(place: int) -> None:
    above = [room for layer in LAYERS[:place] for room in layer]
    archrule("layers").match(*modules(*LAYERS[place])).should_not_import(*modules(*above)).check("coopdesk")


@pytest.mark.parametrize("room", STRANGERS)
def test_strangers_do_not_know_one_another(room: str) -> None:
    others = [other for other in STRANGERS if other != room]
    archrule("strangers").match(*modules(room)).should_not_import(*modules(*others)).check("coopdesk")


def test_no_module_leads_back_to_itself() -> None:
    TopologicalSorter(collect_imports("coopdesk", walk_runtime)).prepare()


def test_the_order_needs_no_library() -> None:
    archrule("pure").match(*modules("order", "bangla", "texts", "errors")).should_not_import(
        *(f"{library}*" for library in HOMES)
    ).check("coopdesk")


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_is_imported_in_its_own_room_only(library: str, home: str) -> None:
    archrule("homes").match("coopdesk*").exclude(*modules(home)).should_not_import(library, f"{library}.*").check(
        "coopdesk", only_direct_imports=True
    )


def test_the_window_does_not_know_the_command_line() -> None:
    archrule("window").match(*modules("ui")).should_not_import(*modules("cli", "app")).check("coopdesk")


def modules_loaded(*arguments: str) -> set[str]:
    """Run the `coopdesk` command and return the names of all modules that it loaded."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "coopdesk", *arguments], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize("words", [["check"], ["--help"], ["certificate", "paper.pdf"]], ids=" ".join)
def test_a_command_loads_no_window(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    modules_loaded("demo", "register")

    loaded = modules_loaded("--data-dir", "register", *words)

    assert "coopdesk.cli" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "coopdesk.ui"))]


def test_a_check_loads_no_library_it_does_not_need(tmp_path: Path) -> None:
    modules_loaded("demo", str(tmp_path / "register"))

    loaded = modules_loaded("--data-dir", str(tmp_path / "register"), "check")

    assert not {"alembic", "keyring", "zxcvbn", "typst", "cattrs", "PIL"} & loaded
