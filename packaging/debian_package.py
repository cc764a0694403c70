"""The package for Debian and Ubuntu: CoopDesk and its libraries in a virtual environment on the system's own Python."""

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

from icu import trim_icu
from stage import LINUX, set_times, size, stage

HERE = Path(__file__).resolve().parent / "debian"
COPIES = "usr/lib/coopdesk"
ELF = b"\x7fELF"
# Libraries with much compiled code for each Python that Debian has too, old enough ones included: they are linked to.
DEBIANS = {"lxml": "python3-lxml", "PIL": "python3-pil"}
DIST_PACKAGES = "/usr/lib/python3/dist-packages"
SIZES = (48, 64, 128, 256)  # of the icon, in pixels
# They sort behind all others of the version. dpkg puts files in place in this order, and links in a round of their own:
# where the link is and leads to the file, all are there.
LINKED, WHOLE = "~linked", "~whole"
# In what a person may read, and what is only read by programs.
EXECUTABLE = ("usr/bin/coopdesk", "DEBIAN/postinst", "DEBIAN/prerm", "usr/share/python3/runtime.d/coopdesk.rtupdate")


def make_package(
    version: str, wheel: Path, source: Path, work: Path, out: Path, epoch: int, key: bytes, *, quick: bool = False
) -> Path:
    """Make `coopdesk_‹version›_amd64.deb` in the folder `out`, and return it; it is not signed yet.

    `work` is an empty folder for what goes into it; `key` is the publisher's public key (PEM) that it will trust; a
    `quick` one is packed fast and large, for tests.

    Raises:
        subprocess.CalledProcessError: a tool refused; it says why itself.
    """
    tree = work / "tree"
    copy = tree / COPIES / version
    site = copy / "site"
    site.mkdir(parents=True)
    stage(LINUX, wheel, site, source, key)
    take_debians(site)
    between = work / "icu"
    between.mkdir()
    trim_icu(site / "PySide6" / "Qt" / "lib", between)
    strip(site)
    make_environment(copy, version)
    put_beside(tree, site, version, source, epoch)
    write_control(tree, version, source)
    set_modes(tree)
    set_times(tree, epoch)
    package = out / f"coopdesk_{version}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z0" if quick else "-z6", "--build", str(tree), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    )
    return package


def take_debians(site: Path) -> None:
    """Take Debian's own packages in place of some libraries, and Debian's time zones in place of Python's."""
    for name in DEBIANS:
        shutil.rmtree(site / name)
        (site / name).symlink_to(f"{DIST_PACKAGES}/{name}")
    for pattern in ("pillow.libs", "pillow-*.dist-info", "lxml-*.dist-info", "tzdata", "tzdata-*.dist-info"):
        for folder in site.glob(pattern):
            shutil.rmtree(folder)


def strip(folder: Path) -> None:
    """Take out of the libraries what only a debugger reads."""
    for file in sorted(folder.rglob("*.so*")):
        if file.read_bytes()[: len(ELF)] == ELF:
            subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)
            file.chmod(0o644)


def make_environment(copy: Path, version: str) -> None:
    """Make a virtual environment (PEP 405) around the libraries, for each Python that they fit."""
    (copy / "bin").mkdir()
    (copy / "bin" / "python3").symlink_to("/usr/bin/python3")
    for python in LINUX.pythons:
        packages = copy / "lib" / f"python{python}"
        packages.mkdir(parents=True)
        (packages / "site-packages").symlink_to("../../site")
    (copy / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n", encoding="ascii")
    (copy / "coopdesk-copy.txt").write_text(f"CoopDesk {version}\n", encoding="ascii")
    (copy / WHOLE).touch()
    (copy / LINKED).symlink_to(WHOLE)


def put_beside(tree: Path, site: Path, version: str, source: Path, epoch: int) -> None:
    """Put the launcher, the desktop's files and the documents where Debian has them."""
    shutil.copytree(HERE / "root", tree, dirs_exist_ok=True)
    svg = site / "coopdesk" / "_data" / "resources" / "icons" / "coopdesk.svg"
    icons = tree / "usr/share/icons/hicolor"
    for edge in SIZES:
        folder = icons / f"{edge}x{edge}" / "apps"
        folder.mkdir(parents=True)
        drawn = ["rsvg-convert", "-w", str(edge), "-h", str(edge), "-o", str(folder / "coopdesk.png"), str(svg)]
        subprocess.run(drawn, check=True)
    (icons / "scalable" / "apps").mkdir(parents=True)
    shutil.copy(svg, icons / "scalable" / "apps" / "coopdesk.svg")
    documents = tree / "usr/share/doc/coopdesk"
    changes = (
        f"coopdesk ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- {maintainer()}  {_day(epoch)}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), mtime=0))
    (documents / "CHANGELOG.md.gz").write_bytes(gzip.compress((source / "CHANGELOG.md").read_bytes(), mtime=0))
    metadata = tree / "usr/share/metainfo/bd.gov.coop.coopdesk.metainfo.xml"
    text = metadata.read_text(encoding="utf-8")
    metadata.write_text(text.format(version=version, day=_iso(epoch)), encoding="utf-8")


def write_control(tree: Path, version: str, source: Path) -> None:
    """Write what dpkg asks of a package, the system's libraries by their names among it."""
    # What a checkout wants is what a package wants; the rest of the set-up's list is for making run.
    libraries = (source / "packaging/linux/apt-run.txt").read_text(encoding="ascii").split()
    # These Pythons are the ones that compiled libraries are there for.
    pythons = [tuple(map(int, python.split("."))) for python in LINUX.pythons]
    newest = f"{pythons[-1][0]}.{pythons[-1][1] + 1}~"
    python = (f"python3 (>= {LINUX.pythons[0]}~)", f"python3 (<< {newest})")
    system = ("libc6 (>= 2.34)", "libgcc-s1", "libstdc++6", "tzdata")
    depends = ", ".join([*python, *system, *DEBIANS.values(), *libraries])
    control = tree / "DEBIAN"
    control.mkdir()
    values = {"version": version, "size": -(-size(tree) // 1024), "depends": depends}
    template = (HERE / "control.in").read_text(encoding="utf-8")
    (control / "control").write_text(template.format(**values), encoding="utf-8")
    for name in ("postinst", "prerm"):
        shutil.copy(HERE / name, control / name)
    sums = [
        subprocess.run(
            ["md5sum", str(file.relative_to(tree))], cwd=tree, check=True, capture_output=True, text=True
        ).stdout
        for file in sorted(tree.rglob("*"))
        if file.is_file() and not file.is_symlink() and not file.is_relative_to(control)
    ]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def set_modes(tree: Path) -> None:
    """Give every file and folder the rights that Debian's policy names."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.relative_to(tree).as_posix() in EXECUTABLE else 0o644)


def maintainer() -> str:
    """Return whom the package names as its maintainer."""
    found = re.search(r"^Maintainer: (.+)$", (HERE / "control.in").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def _day(epoch: int) -> str:
    return subprocess.run(
        ["date", "-u", "-R", f"-d@{epoch}"], check=True, capture_output=True, text=True
    ).stdout.strip()


def _iso(epoch: int) -> str:
    return subprocess.run(
        ["date", "-u", "-I", f"-d@{epoch}"], check=True, capture_output=True, text=True
    ).stdout.strip()
