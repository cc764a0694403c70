"""Puts a system's copy of CoopDesk together in a folder: the program, its libraries, and nothing else."""

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathspec import GitIgnoreSpec

HERE = Path(__file__).resolve().parent
LEFT_OUT = HERE / "left-out.txt"


@dataclass(frozen=True)
class System:
    """A system that CoopDesk is packaged for: its wheels' platforms, its Pythons, and what markers say there."""

    name: str
    platforms: tuple[str, ...]
    pythons: tuple[str, ...]
    markers: dict[str, str]
    locks: tuple[str, ...]


WINDOWS = System(
    name="windows",
    platforms=("win_amd64",),
    pythons=("3.13",),
    markers={"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    locks=("requirements.txt", "requirements-windows.txt"),
)
# glibc 2.28 is older than any system that has Python 3.11.
LINUX = System(
    name="linux",
    platforms=tuple(f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 26, 24, 17, 12, 5)),
    pythons=("3.11", "3.12", "3.13"),
    markers={"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    locks=("requirements.txt",),
)


def stage(system: System, wheel: Path, target: Path, source: Path, key: bytes) -> None:
    """Fill the empty folder `target` with CoopDesk from `wheel` and the libraries locked in `source` for `system`.

    `key` is the publisher's public key (PEM), which this copy will trust. Of the wheels only what belongs to CoopDesk's
    own requirements stays, and of those what `left-out.txt` keeps.

    Raises:
        LookupError: a requirement of a library is not locked for that system.
        ValueError: two Pythons' libraries differ in a file that both have.
    """
    for python in system.pythons:
        own = target.with_name(f"{target.name}-{python}")
        _install(system, python, [f"--requirement={source / lock}" for lock in system.locks], own, "--require-hashes")
        _merge(own, target)
    _install(system, system.pythons[0], [str(wheel)], target)
    _keep_needed(system, target)
    _leave_out(target)
    (target / "coopdesk" / "_data" / "publisher.pem").write_bytes(key)


def compile_all(folder: Path, python: str) -> None:
    """Compile a folder's modules to bytecode that Python takes without looking at the source, on any system."""
    # Not by the file's time: it does not survive every file system, and what is installed does not change.
    options = ["-q", "--invalidation-mode", "unchecked-hash", "-s", str(folder)]
    subprocess.run([python, "-m", "compileall", *options, str(folder)], check=True)


def set_times(folder: Path, epoch: int) -> None:
    """Give all files and folders one time, so that the same commit packs to the same bytes."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder; what a link leads to is not in it."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def python_of(version: str) -> str:
    """Return the command of a Python of this version ("3.13"): COOPDESK_PYTHON313, one on PATH, or one of pyenv's.

    Raises:
        LookupError: there is none.
    """
    named = os.environ.get(f"COOPDESK_PYTHON{version.replace('.', '')}")
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for found in (named, shutil.which(f"python{version}"), *(str(path) for path in kept)):
        if found and _runs_as(found, version):
            return found
    raise LookupError(f"Python {version} is needed to compile for Windows; name it in COOPDESK_PYTHON{version}")


def _runs_as(command: str, version: str) -> bool:
    asked = [command, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return told.returncode == 0 and told.stdout.strip() == version


def _install(system: System, python: str, what: Sequence[str], target: Path, *options: str) -> None:
    platforms = [f"--platform={platform}" for platform in system.platforms]
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", f"--target={target}"),
            *(*platforms, f"--python-version={python}", "--implementation=cp", "--only-binary=:all:"),
            *("--no-deps", "--no-compile", "--upgrade", *options, *what),
        ],
        check=True,
    )


def _merge(own: Path, target: Path) -> None:
    """Add one Python's libraries to those of the others: only its compiled modules, named for it, are its own."""
    target.mkdir(exist_ok=True)
    for file in own.rglob("*"):
        there = target / file.relative_to(own)
        if file.is_dir():
            there.mkdir(exist_ok=True)
        elif not there.exists():
            file.rename(there)
        elif ".dist-info" not in file.as_posix() and not filecmp.cmp(file, there, shallow=False):
            raise ValueError(f"{there} is another file for another Python")
    shutil.rmtree(own)


def _keep_needed(system: System, target: Path) -> None:
    there = {canonicalize_name(found.name): found for found in distributions(path=[str(target)])}
    needed: set[str] = set()
    for python in system.pythons:
        needed |= _closure(there, system.markers | {"python_version": python, "python_full_version": f"{python}.0"})
    for name in there.keys() - needed:
        _remove(there[name], target)


def _closure(there: dict[str, Distribution], markers: dict[str, str]) -> set[str]:
    """Return the names of all that "coopdesk" requires, directly or not, where the markers hold."""
    needed: set[str] = set()
    waiting = ["coopdesk"]
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        if name not in there:
            raise LookupError(f"{name} is required, but not locked for {markers['platform_system']}")
        needed.add(name)
        waiting += _required(there[name].requires or (), markers)
    return needed


def _required(lines: Iterable[str], markers: dict[str, str]) -> Iterator[str]:
    for line in lines:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({**markers, "extra": ""}):
            yield canonicalize_name(requirement.name)


def _remove(distribution: Distribution, target: Path) -> None:
    for file in distribution.files or ():
        (target / file).unlink(missing_ok=True)


def _leave_out(target: Path) -> None:
    spec = GitIgnoreSpec.from_lines(LEFT_OUT.read_text(encoding="utf-8").splitlines())
    for name in spec.match_tree_files(str(target)):
        (target / name).unlink()
    for folder in sorted((path for path in target.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
