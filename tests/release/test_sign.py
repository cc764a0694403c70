"""The packages are signed with the key that the environment names, or with a test key, and stay packages."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from coopdesk.errors import CoopDeskError
from coopdesk.release import LINUX, WINDOWS, before_authenticode, read_release
from tests.release.signed import KEY, LAUNCHER, PUBLIC, ROOT, script, sign

CONTROL = """Package: coopdesk
Version: 9.9.9
Architecture: amd64
Maintainer: Test <test@example.invalid>
Description: a test
"""
WORD = "a passphrase of a test"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a build does."""
    told = {key: value for key, value in os.environ.items() if not key.startswith("COOPDESK_")} | environment
    return subprocess.run(
        [sys.executable, ROOT / "packaging/sign.py", *arguments], capture_output=True, text=True, check=False, env=told
    )


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "setup.exe").write_bytes(b"MZ a program")
    return tmp_path / "setup.exe"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    (tmp_path / "key.pem").write_bytes(
        KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(WORD.encode()))
    )
    return tmp_path / "key.pem"


def package(folder: Path, extra: int) -> Path:
    """Build a small Debian package; `extra` bytes make its length odd or even."""
    tree = folder / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN/control").write_text(CONTROL, "utf-8")
    (tree / "usr/lib/coopdesk").mkdir(parents=True)
    (tree / "usr/lib/coopdesk/hello").write_bytes(os.urandom(5_000 + extra))
    file = folder / "coopdesk_9.9.9_amd64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-b", tree, file], check=True, capture_output=True)
    return file


def test_the_named_key_signs(program: Path, key_file: Path) -> None:
    ran = run(program, "1.2.3", WINDOWS, COOPDESK_PUBLISHER_KEY=str(key_file), COOPDESK_PUBLISHER_KEY_PASSPHRASE=WORD)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert read_release(program, PUBLIC, WINDOWS).version == "1.2.3"


def test_without_a_key_a_test_key_is_made_once_and_it_is_said(program: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.deb"
    other.write_bytes(b"!<arch>\n")
    made = [run(file, "1.2.3", LINUX, XDG_CONFIG_HOME=str(tmp_path / "own")) for file in (program, other)]

    kept = tmp_path / "own/coopdesk-packaging/test-key.pem"
    assert [ran.returncode for ran in made] == [0, 0]
    assert all("TEST key" in ran.stderr and str(kept) in ran.stderr for ran in made)
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    public = script.public_pem(script._read(kept, None))
    assert read_release(program, public, LINUX) != read_release(other, public, LINUX)
    with pytest.raises(CoopDeskError, match="publisher"):
        read_release(program, PUBLIC, LINUX)


@pytest.mark.parametrize("passphrase", ["", "wrong"])
def test_a_key_that_stays_closed_ends_the_build_without_telling_it(
    program: Path, key_file: Path, passphrase: str
) -> None:
    before = program.read_bytes()
    named = {"COOPDESK_PUBLISHER_KEY": str(key_file), "COOPDESK_PUBLISHER_KEY_PASSPHRASE": passphrase}
    ran = run(program, "1.2.3", WINDOWS, **named)

    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "TEST" not in ran.stderr
    assert program.read_bytes() == before


def test_a_key_that_is_not_there_or_of_another_kind_ends_the_build(program: Path, tmp_path: Path) -> None:
    other = tmp_path / "ec.pem"
    other.write_bytes(
        generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    for named, why in (
        (tmp_path / "gone.pem", "cannot be read"),
        (other, "no Ed25519 key"),
        (program, "no private key"),
    ):
        ran = run(program, "1.2.3", WINDOWS, COOPDESK_PUBLISHER_KEY=str(named))
        assert ran.returncode == 1
        assert why in ran.stderr


def test_a_file_is_signed_once(program: Path) -> None:
    signed = sign(program, "1.2.3").read_bytes()
    with pytest.raises(ValueError, match="already"):
        sign(program, "1.2.4")
    assert program.read_bytes() == signed


def test_what_bears_authenticode_is_not_signed(tmp_path: Path) -> None:
    file = tmp_path / "setup.exe"
    program = bytearray(LAUNCHER.read_bytes())
    file.write_bytes(program)
    with file.open("rb") as opened:
        _, (_, entry) = before_authenticode(opened)
    program[entry] = struct.pack("<II", len(program), 16)
    file.write_bytes(program + bytes(16))
    with pytest.raises(ValueError, match="already"):
        sign(file, "1.2.3")


def test_what_cannot_be_signed_stays_as_it_was(program: Path) -> None:
    before = program.read_bytes()
    for version, system in (("1.2.3rc1", WINDOWS), ("1.2.3", "windows")):
        with pytest.raises(ValueError, match="no release"):
            sign(program, version, system)
    assert program.read_bytes() == before


@pytest.mark.parametrize("odd", [False, True])
def test_a_signed_package_is_a_package_still(tmp_path: Path, odd: bool) -> None:
    file = package(tmp_path, 0)
    if odd:  # as another builder leaves the last member: without the byte that makes its length even
        with file.open("ab") as opened:
            opened.write(b"_more           0           0     0     100644  1         `\nx")
    sign(file, "9.9.9", LINUX)

    def tool(*command: str | Path) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    more = ["_more"] if odd else []
    members = ["debian-binary", "control.tar.xz", "data.tar.xz", *more, "_coopdesk"]
    assert tool("ar", "t", file).split() == members
    assert "Version: 9.9.9" in tool("dpkg-deb", "-I", file)
    assert "./usr/lib/coopdesk/hello" in tool("dpkg-deb", "-c", file)
    tool("dpkg-deb", "-x", file, tmp_path / "unpacked")
    assert (tmp_path / "unpacked/usr/lib/coopdesk/hello").is_file()
    assert tool("dpkg", "--simulate", "--force-not-root", "--force-depends", "-i", file)
    assert read_release(file, PUBLIC, LINUX).version == "9.9.9"
