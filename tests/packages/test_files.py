"""What `make packages` hands out, as files: whole, small, well described, and as the desktops want it."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coopdesk import __version__
from coopdesk.release import LINUX, WINDOWS, read_release
from tests.packages.packages import SOURCE

DIST = SOURCE / "dist"
MOST_INSTALLED, MOST_SETUP = 190, 75  # megabytes
SETUP, PACKAGE = DIST / f"CoopDesk-{__version__}-setup.exe", DIST / f"coopdesk_{__version__}_amd64.deb"
WHEEL, SOURCES = DIST / f"coopdesk-{__version__}-py3-none-any.whl", DIST / f"coopdesk-{__version__}.tar.gz"


def ran(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the package is unpacked in."""
    folder = tmp_path_factory.mktemp("package")
    subprocess.run(["dpkg-deb", "-x", PACKAGE, folder], check=True)
    return folder


def test_the_sums_are_those_of_the_files() -> None:
    told = dict(line.split("  ")[::-1] for line in (DIST / "SHA256SUMS").read_text().splitlines())
    there = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in DIST.iterdir() if file.name != "SHA256SUMS"
    }
    assert told == there
    assert {SETUP.name, PACKAGE.name, WHEEL.name, SOURCES.name, f"CoopDesk-{__version__}-leaflet.pdf"} <= set(there)


def test_they_are_small() -> None:
    assert SETUP.stat().st_size <= MOST_SETUP * 1_000_000
    installed = ran("dpkg-deb", "--field", PACKAGE, "Installed-Size").stdout
    assert int(installed) * 1024 <= MOST_INSTALLED * 1_000_000


def test_they_bear_the_signature_of_the_key_that_they_trust(unpacked: Path) -> None:
    [key] = unpacked.rglob("publisher.pem")
    assert read_release(PACKAGE, key.read_bytes(), LINUX).version == __version__
    assert read_release(SETUP, key.read_bytes(), WINDOWS).version == __version__


def test_lintian_finds_no_error() -> None:
    done = ran("lintian", "--fail-on", "error", PACKAGE)
    assert done.returncode == 0, done.stdout


def test_the_desktops_know_it(unpacked: Path) -> None:
    entry = unpacked / "usr/share/applications/coopdesk.desktop"
    assert ran("desktop-file-validate", entry).stdout == ""
    [described] = (unpacked / "usr/share/metainfo").iterdir()
    done = ran("appstreamcli", "validate", "--no-net", described)
    assert done.returncode == 0, done.stdout
    icons = {
        icon.relative_to(unpacked / "usr/share/icons/hicolor").as_posix() for icon in unpacked.rglob("hicolor/*/apps/*")
    }
    assert {"48x48/apps/coopdesk.png", "128x128/apps/coopdesk.png", "scalable/apps/coopdesk.svg"} <= icons


@pytest.mark.parametrize("system", ["windows", "debian"])
def test_the_parts_list_names_every_part(system: str) -> None:
    told = json.loads((DIST / f"CoopDesk-{__version__}-{system}.cdx.json").read_text("utf-8"))
    assert (told["bomFormat"], told["metadata"]["component"]["version"]) == ("CycloneDX", __version__)
    parts = {part["name"]: part for part in told["components"]}
    assert {"Qt", "PySide6_Essentials", "typst", "SQLAlchemy", "Noto Sans Bengali", "OpenSSL"} <= set(parts)
    assert ({"Python", "SQLite", "OpenSSL (in Python)", "libffi"} if system == "windows" else {"ICU"}) <= set(parts)
    assert [name for name, part in parts.items() if not part["version"] or not part["licenses"]] == []


@pytest.mark.parametrize("file", [WHEEL, SOURCES], ids=["wheel", "sdist"])
def test_pip_takes_it(file: Path, tmp_path: Path) -> None:
    """Beside the libraries of this checkout, which are the locked ones."""
    place = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", place], check=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(place / "bin/python")]
    options = ["--no-deps", "--no-index", "--no-build-isolation"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("-packages"))}
    subprocess.run([*pip, "install", *options, str(file)], check=True, env=environment, cwd=tmp_path)
    [program] = place.glob("bin/coopdesk")
    asked = [place / "bin/python", "-c", "import coopdesk; print(coopdesk.__file__)"]
    where = subprocess.run(asked, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path).stdout
    assert where.startswith(str(place)), "it is the installed one that answers"
    register = tmp_path / "register"
    for words in (["demo", register], ["--data-dir", register, "check"]):
        subprocess.run([program, *words], check=True, capture_output=True, env=environment, cwd=tmp_path)
    assert list(place.rglob("_data/translations/coopdesk_bn.qm"))
    shutil.rmtree(place)
