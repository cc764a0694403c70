"""The Debian package in clean systems of Debian 12 and 13: put in, walked through, renewed, broken off, taken out."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packages.checks import check_certificate, check_picture
from tests.packages.moments import break_off, until
from tests.packages.packages import Packages
from tests.packages.roots import HOME, Root, digest, small_disk, system
from tests.packages.walker import Walker

SUITES = ("bookworm", "trixie")
REGISTER = HOME / ".local/share/CoopDesk"
COPIES = "/usr/lib/coopdesk"
ROOM = 20  # megabytes that a disk has beside what is on it: less than a version takes
MOMENTS = 20
_UPDATE = """
import sys
from pathlib import Path
from coopdesk.desk.update import Course, carry_out, offered
file, folder = map(Path, sys.argv[1:])
print(*carry_out(file, offered(file, Course()), folder, "bn", Course()).start)
"""


@pytest.mark.parametrize("suite", SUITES)
def test_the_life_of_a_package(
    suite: str, packages: Packages, recorded: Path, display: str, kept: Path, tmp_path: Path
) -> None:
    with system(suite, tmp_path) as root:
        root.apt("update")
        root.apt("install", root.put(packages.old, "/var/tmp"))
        assert root.version() == packages.old_version
        _walk(root, recorded, display, kept)
        register = root.path(REGISTER)
        before = digest(register)

        root.apt("install", root.put(packages.new, "/var/tmp"))
        assert root.version() == packages.new_version
        assert _copies(root) == [packages.new_version]
        assert root.as_person("coopdesk", "check").returncode == 0

        root.apt("remove", "coopdesk")
        assert not root.path("/usr/bin/coopdesk").exists()
        assert not root.path(COPIES).exists()
        # It has no settings outside the homes: dpkg forgets what is removed. Purged it can be where it is there.
        assert root.run("dpkg-query", "--show", "coopdesk", check=False).returncode == 1
        root.apt("install", "/var/tmp/" + packages.new.name)
        root.apt("purge", "coopdesk")
        assert _left_behind(root) == []
        after = digest(register)
        assert {name: after.get(name) for name in before if not _is_log(name)} == {
            name: kept for name, kept in before.items() if not _is_log(name)
        }
        assert any(name.startswith("papers/") for name in after)


@pytest.fixture(scope="module")
def installed(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return, for each suite, what there is to lay over the clean system: the old version, and an example register."""
    made = {}
    for suite in SUITES:
        place = tmp_path_factory.mktemp(f"installed-{suite}")
        with system(suite, place) as root:
            root.apt("update")
            root.apt("install", "--no-install-recommends", root.put(packages.old, "/var/tmp"))
            root.as_person("coopdesk", "demo", str(REGISTER))
        made[suite] = place / "changes"
    return made


@pytest.fixture(params=SUITES)
def root(request: pytest.FixtureRequest, installed: dict[str, Path], tmp_path: Path) -> Iterator[Root]:
    """Return a system with the old version and a register."""
    with system(request.param, tmp_path, installed[request.param]) as made:
        yield made


@pytest.mark.flaky(reruns=0)
@pytest.mark.parametrize("suite", SUITES)
def test_dpkg_killed_at_any_moment(suite: str, installed: dict[str, Path], packages: Packages, tmp_path: Path) -> None:
    """Whatever the moment: a version works, the register is whole, and dpkg finds to the new version."""
    with system(suite, tmp_path / "whole", installed[suite]) as root:
        package = root.put(packages.new, "/var/tmp")
        begun = time.monotonic()
        root.run("dpkg", "--install", package)
        whole = time.monotonic() - begun

    def attempt(number: int, moment: float) -> bool:
        place = tmp_path / str(number)
        with system(suite, place, installed[suite]) as root:
            package = root.put(packages.new, "/var/tmp")
            before = digest(root.path(REGISTER))
            in_time = _killed_after(moment, root.start("dpkg", "--install", package))
            if in_time:
                assert root.version() in (packages.old_version, packages.new_version)
                assert root.as_person("coopdesk", "check").returncode == 0
                _mend(root, package)
                assert root.version() == packages.new_version
                assert _copies(root) == [packages.new_version]
                assert root.run("dpkg", "--verify", "coopdesk").stdout == ""
                assert digest(root.path(REGISTER)).items() >= before.items()
        shutil.rmtree(place)
        return in_time

    break_off(MOMENTS // len(SUITES), whole, attempt)


def test_an_update_as_the_window_does_it(root: Root, packages: Packages) -> None:
    """The person's own copy checks the file and tries the register; as root it looks again, and apt installs."""
    _give_rights_at_once(root)
    before = digest(root.path(REGISTER))
    file = root.put(packages.new, HOME, persons=True)
    python = f"{COPIES}/{packages.old_version}/bin/python3"

    told = root.as_person(python, "-I", "-c", _UPDATE, file, str(REGISTER)).stdout

    assert told.splitlines()[-1] == f"/usr/bin/coopdesk --data-dir {REGISTER}"
    assert root.version() == packages.new_version
    assert root.as_person("coopdesk", "check").returncode == 0
    after = digest(root.path(REGISTER))
    assert after.items() >= before.items()
    assert [name for name in after.keys() - before.keys() if name.startswith(f"backups/before-{packages.new_version}")]
    assert not list(root.path("/var/cache").glob("coopdesk-*"))


def test_no_room_for_a_new_version(root: Root, packages: Packages) -> None:
    package, before = root.put(packages.new, "/var/tmp"), digest(root.path(REGISTER))
    with small_disk(root.path(COPIES), ROOM):
        told = root.run("dpkg", "--install", package, check=False)
        assert told.returncode != 0
        assert "No space left on device" in told.stdout
        assert root.version() == packages.old_version
        assert root.run("dpkg", "--verify", "coopdesk").stdout == ""
        assert root.as_person("coopdesk", "check").returncode == 0
    assert digest(root.path(REGISTER)).items() >= before.items()


def test_no_room_for_the_first_version(installed: dict[str, Path], packages: Packages, tmp_path: Path) -> None:
    """What does not fit is not half there: the command says whom to ask, or is not there."""
    with system("trixie", tmp_path, installed["trixie"]) as root:
        root.apt("purge", "coopdesk")
        root.path(COPIES).mkdir()
        package = root.put(packages.old, "/var/tmp")
        with small_disk(root.path(COPIES), ROOM):
            assert root.run("dpkg", "--install", package, check=False).returncode != 0
            assert not root.path("/usr/bin/coopdesk").exists()
        root.apt("install", package)
        assert root.version() == packages.old_version


@pytest.mark.parametrize("part", [0.01, 0.5, 0.999])
def test_half_a_package(root: Root, packages: Packages, tmp_path: Path, part: float) -> None:
    half = tmp_path / "coopdesk.deb"
    half.write_bytes(packages.new.read_bytes()[: int(packages.new.stat().st_size * part)])
    package = root.put(half, "/var/tmp")
    assert root.apt("install", package, check=False).returncode != 0
    assert root.version() == packages.old_version
    assert root.run("dpkg", "--install", package, check=False).returncode != 0
    assert root.version() == packages.old_version
    assert root.run("dpkg", "--verify", "coopdesk").stdout == ""
    root.run("dpkg", "--audit")


def test_an_older_package(root: Root, packages: Packages) -> None:
    """apt does not go back to a version that may not read the register; nothing is lost where somebody forces it."""
    root.apt("install", root.put(packages.new, "/var/tmp"))
    before = digest(root.path(REGISTER))
    old = root.put(packages.old, "/var/tmp")
    assert root.apt("install", old, check=False).returncode != 0
    assert root.version() == packages.new_version
    root.run("dpkg", "--install", old)
    assert root.version() == packages.old_version
    assert root.as_person("coopdesk", "check").returncode == 0
    assert digest(root.path(REGISTER)).items() >= before.items()


def _give_rights_at_once(root: Root) -> None:
    """Put a stand-in in pkexec's place, which would ask an administrator: no agent runs here that could show that."""
    shell = root.path("/usr/local/bin/as-root")
    shutil.copyfile(root.path("/bin/bash"), shell)
    shell.chmod(0o4755)
    stand_in = root.path("/usr/bin/pkexec")
    stand_in.unlink(missing_ok=True)
    command = 'exec setpriv --reuid=0 --regid=0 --clear-groups "$@"'
    stand_in.write_text(f"#!/usr/local/bin/as-root -p\nshift  # --disable-internal-agent\n{command}\n", "utf-8")
    stand_in.chmod(0o755)


def _walk(root: Root, recorded: Path, display: str, kept: Path) -> None:
    """Walk as the person does, and see that the pictures and the certificate are right."""
    for picture in recorded.glob("picture-*"):
        root.put(picture, HOME, persons=True)
    with root.window(display):
        walker = Walker(recorded, display, kept, lambda file: f"{HOME}/{file.name}")
        walker.walk()
        until("the certificate is made", lambda: any(root.path(REGISTER).glob("papers/সনদ-*.pdf")))
    for step in walker.steps:
        if step.headings:
            check_picture(kept / step.value, recorded / step.value, step.headings)
    (certificate,) = root.path(REGISTER).glob("papers/সনদ-*.pdf")
    check_certificate(certificate)


def _killed_after(moment: float, program: subprocess.Popen[str]) -> bool:
    """Kill a program and all that it started, after some seconds; return whether it still ran."""
    try:
        program.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        return True
    return False


def _mend(root: Root, package: str) -> None:
    """Do what an administrator does after a power cut: let dpkg go on, and install once more."""
    root.run("dpkg", "--configure", "--pending", check=False)
    root.apt("install", package)
    root.apt("--fix-broken", "install")
    assert root.run("dpkg", "--audit").stdout == ""


def _copies(root: Root) -> list[str]:
    return sorted(copy.name for copy in root.path(COPIES).iterdir())


def _left_behind(root: Root) -> list[str]:
    """Return what is still called coopdesk outside the homes, apart from what apt and dpkg themselves write down."""
    theirs = ("var/log/", "var/tmp/", "var/cache/apt/", "var/lib/apt/", "var/lib/dpkg/")
    command = ("find", "/", "-xdev", "-iname", "*coopdesk*", "-not", "-path", "/home/*", "-not", "-path", "/proc/*")
    found = root.run(*command).stdout.splitlines()
    return [path for path in found if not path.lstrip("/").startswith(theirs)]


def _is_log(name: str) -> bool:
    return name.endswith((".log", "-wal", "-shm"))
