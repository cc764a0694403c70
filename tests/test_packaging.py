"""What the set-up installs is what the code needs: each library is asked for by name and locked with its hashes."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = (
    "requirements.txt",
    "requirements-build.txt",
    "requirements-dev.txt",
    "requirements-windows.txt",
    "requirements-packaging.txt",
)
CALLED_OTHERWISE = {
    "construct": "pykeepass",
    "argon2": "argon2-cffi",
    "pil": "pillow",
    "pyside6": "pyside6-essentials",
    "shiboken6": "pyside6-essentials",
}


def pinned(lock: str) -> dict[str, str]:
    """Return each package of a lock with its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def asked_for() -> set[str]:
    """Return the names that pyproject.toml asks for at run time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in project["dependencies"]}


def test_every_library_that_is_imported_is_asked_for() -> None:
    imported = set()
    for path in (ROOT / "coopdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    imported |= {name.name.partition(".")[0] for name in names}
                case ast.ImportFrom(module=str(module), level=0):
                    imported.add(module.partition(".")[0])
    libraries = {name.lower() for name in imported - sys.stdlib_module_names - {"coopdesk"}}
    assert {CALLED_OTHERWISE.get(name, name) for name in libraries} <= asked_for()


def test_what_is_asked_for_is_locked() -> None:
    assert asked_for() <= set(pinned("requirements.txt"))
    assert "hatchling" in pinned("requirements-build.txt")
    wanted = (ROOT / "requirements-dev.in").read_text(encoding="utf-8").splitlines()
    assert {line for line in wanted if line[:1].isalpha()} <= set(pinned("requirements-dev.txt"))


def test_a_package_has_one_version() -> None:
    for name, version in pinned("requirements-dev.txt").items():
        for lock in LOCKS:
            assert pinned(lock).get(name, version) == version


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_packages_and_hashes_alone(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.match(r"#|[a-z0-9-]+==|    (--hash=sha256:|#)", line)] == []


@pytest.mark.parametrize("packages", ["apt-run.txt", "apt-test.txt"])
def test_a_list_of_system_packages_is_sorted(packages: str) -> None:
    names = (ROOT / "packaging/linux" / packages).read_text(encoding="utf-8").split()
    assert names == sorted(set(names))
