"""Build what is handed out into `dist/`: `python packaging/build.py [--quick] [--out DIR] [--as VERSION] [PART…]`.

The parts: wheel (with the sdist), setup and deb (each with its parts list), leaflet; all of them where none is named.
SHA256SUMS names what is there. `--quick` packs fast and large, and `--as` gives another version: both for tests of an
update.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distributions
from pathlib import Path

from debian_package import make_package
from sbom import openssl_version, version_in, write_sbom
from sign import public_pem, publisher_key, sign
from windows_setup import make_setup

from coopdesk.desk.components import LIBFFI

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("wheel", "setup", "deb", "leaflet")
WINDOWS, LINUX = "windows-amd64", "linux-amd64"  # as coopdesk/release.py names them


def main() -> None:
    """Build the parts that the command line names."""
    asked = arguments()
    out = asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or of_the_commit())
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.umask(0o022)
    with tempfile.TemporaryDirectory(prefix="coopdesk-build-") as name:
        work = Path(name)
        source = ROOT
        if asked.version:
            source = work / "source"
            copy_as(asked.version, source)
        build(asked.parts or PARTS, source, work, out, epoch, quick=asked.quick)
    write_sums(out)


def build(parts: tuple[str, ...], source: Path, work: Path, out: Path, epoch: int, *, quick: bool) -> None:
    """Build these parts of CoopDesk in `source` into `out`."""
    version = version_of(source)
    key = publisher_key()
    wheels = out if "wheel" in parts else work / "wheel"
    wheel = make_wheel(source, wheels, sdist="wheel" in parts)
    common = {"version": version, "wheel": wheel, "source": source, "out": out, "epoch": epoch, "key": public_pem(key)}

    def make_windows() -> None:
        place = empty(work / "windows")
        sign(make_setup(work=place, quick=quick, **common), version, WINDOWS, key)
        copy = place / "copy"
        own = {
            "Python": version_in(copy / "python313.dll", rb"3\.13\.\d+"),
            "SQLite": version_in(copy / "sqlite3.dll", rb"3\.\d+\.\d+"),
            "OpenSSL (in Python)": version_in(copy / "libcrypto-3.dll", rb"(?<=OpenSSL )3\.\d+\.\d+"),
            "libffi": LIBFFI,
            **of_libraries(copy / "lib"),
        }
        write_sbom(out / f"CoopDesk-{version}-windows.cdx.json", version, copy / "lib", own, epoch)

    def make_debian() -> None:
        place = empty(work / "debian")
        sign(make_package(work=place, quick=quick, **common), version, LINUX, key)
        site = place / "tree/usr/lib/coopdesk" / version / "site"
        own = {"ICU": next(site.glob("PySide6/Qt/lib/libicudata.so.*")).suffix[1:], **of_libraries(site)}
        write_sbom(out / f"CoopDesk-{version}-debian.cdx.json", version, site, own, epoch)

    # Packing takes long, and one core each.
    with ThreadPoolExecutor() as pool:
        made = [pool.submit(make) for part, make in (("setup", make_windows), ("deb", make_debian)) if part in parts]
        for one in made:
            one.result()
    if "leaflet" in parts:
        subprocess.run(
            [sys.executable, str(source / "packaging/leaflet/make.py"), str(out / f"CoopDesk-{version}-leaflet.pdf")],
            check=True,
        )


def of_libraries(folder: Path) -> dict[str, str]:
    """Return the versions of what lies within libraries: Qt in PySide6, OpenSSL in cryptography."""
    [qt] = (found.version for found in distributions(path=[str(folder)]) if found.name == "PySide6_Essentials")
    return {"Qt": qt, "OpenSSL": openssl_version()}


def make_wheel(source: Path, out: Path, *, sdist: bool) -> Path:
    """Build the wheel (and the sdist) into `out`; return the wheel."""
    asked = ["--wheel", "--sdist"] if sdist else ["--wheel"]
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "build", *asked, "--no-isolation", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, stdout=quiet)
    [wheel] = out.glob(f"coopdesk-{version_of(source)}-*.whl")
    return wheel


def write_sums(out: Path) -> None:
    """Write SHA256SUMS for all that is in `out`."""
    lines = []
    for file in sorted(out.iterdir()):
        if file.name != "SHA256SUMS":
            with file.open("rb") as opened:
                lines.append(f"{hashlib.file_digest(opened, 'sha256').hexdigest()}  {file.name}\n")
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def version_of(source: Path) -> str:
    """Return the version that a checkout says it is."""
    found = re.search(
        r'^__version__ = "([0-9.]+)"$', (source / "coopdesk/__init__.py").read_text("utf-8"), re.MULTILINE
    )
    assert found is not None
    return found[1]


def copy_as(version: str, source: Path) -> None:
    """Copy this checkout, so that it says that it is another version."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    compiled = (f"translations/{path.name}" for path in (ROOT / "translations").glob("*.qm"))
    for name in (*filter(None, listed.split("\0")), *compiled):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, source / name)
    said = source / "coopdesk/__init__.py"
    text = said.read_text(encoding="utf-8")
    said.write_text(text.replace(f'"{version_of(ROOT)}"', f'"{version}"'), encoding="utf-8")


def of_the_commit() -> str:
    """Return the time of the commit that is built, in seconds since 1970."""
    asked = ["git", "-c", "safe.directory=*", "log", "-1", "--format=%ct"]
    return subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def empty(folder: Path) -> Path:
    """Make a folder and return it."""
    folder.mkdir()
    return folder


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--as", dest="version", default="")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    asked = parser.parse_args()
    asked.parts = tuple(asked.parts)
    return asked


if __name__ == "__main__":
    main()
