"""A released file is what its publisher signed, byte for byte, or it is refused with the reason."""

import os
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from coopdesk import release, resources
from coopdesk.errors import CoopDeskError
from coopdesk.release import BLOCK, LINUX, WINDOWS, Release, before_authenticode, precedes, read_release
from tests.release.signed import KEY, LAUNCHER, PUBLIC, installer, sign

STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))
NAME = "CoopDesk-9.9.9-setup.exe"


@pytest.fixture
def setup(tmp_path: Path) -> Path:
    return installer(tmp_path / NAME)


def refused(file: Path, **asked: str) -> str:
    """Return the key of the trouble that a file is refused with."""
    with pytest.raises(CoopDeskError) as trouble:
        read_release(file, PUBLIC, **asked)
    return trouble.value.key


def test_a_signed_file_says_what_it_is(setup: Path) -> None:
    whole = setup.stat().st_size
    found = read_release(setup, PUBLIC)

    assert (found.name, found.version, found.system, found.size) == (NAME, "9.9.9", release.HERE, whole - BLOCK)


def test_another_name_changes_nothing(setup: Path, tmp_path: Path) -> None:
    assert read_release(setup.rename(tmp_path / "হালনাগাদ (1).exe"), PUBLIC).name == NAME


def test_a_link_leads_to_its_file(setup: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(setup)
    assert read_release(link, PUBLIC).version == "9.9.9"


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    big = installer(tmp_path / NAME, b"MZ" + b"\0" * (3 << 20))

    read_release(big, PUBLIC, progress=lambda done, of: told.append((done, of)))

    assert told[0][0] < told[-1][0] == told[-1][1] == big.stat().st_size - BLOCK
    assert len(told) > 2


@given(data=st.data())
def test_no_byte_can_be_changed(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file = installer(tmp_path_factory.mktemp("changed") / NAME)
    content = bytearray(file.read_bytes())
    # The block is a small part of the file: look there as often as elsewhere.
    place = data.draw(st.integers(0, len(content) - 1) | st.integers(len(content) - BLOCK, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    file.write_bytes(content)

    assert refused(file) in {"release.not_whole", "release.not_publishers", "release.foreign"}


def test_no_byte_of_the_block_can_be_changed(setup: Path) -> None:
    content = setup.read_bytes()
    for place in range(len(content) - BLOCK, len(content)):
        for flipped in (1, 0x20):  # another digit; a letter in the other case
            changed = bytearray(content)
            changed[place] ^= flipped
            setup.write_bytes(changed)
            assert refused(setup) in {"release.not_whole", "release.not_publishers"}


@pytest.mark.parametrize("left", [2, 700, BLOCK, 5_000, -BLOCK, -BLOCK - 1, -200, -1])
def test_a_cut_file_is_not_whole(setup: Path, left: int) -> None:
    setup.write_bytes(setup.read_bytes()[:left])
    assert refused(setup) == "release.not_whole"


@pytest.mark.parametrize("more", [b"\0", b"\n", b"x" * BLOCK])
def test_nothing_may_follow_the_block(setup: Path, more: bytes) -> None:
    setup.write_bytes(setup.read_bytes() + more)
    assert refused(setup) == "release.not_whole"


def test_two_blocks_are_one_too_many(setup: Path) -> None:
    content = setup.read_bytes()
    setup.write_bytes(content + content[-BLOCK:])
    assert refused(setup) == "release.not_whole"


def test_one_changed_byte_of_the_program_is_not_whole(setup: Path) -> None:
    content = bytearray(setup.read_bytes())
    content[3_000] ^= 1
    setup.write_bytes(content)
    assert refused(setup) == "release.not_whole"


def test_a_block_fits_its_own_file_only(setup: Path, tmp_path: Path) -> None:
    other = installer(tmp_path / "other.exe", b"MZ" + b"another" * 900)
    setup.write_bytes(setup.read_bytes()[:-BLOCK] + other.read_bytes()[-BLOCK:])
    assert refused(setup) == "release.not_whole"


def test_another_key_is_not_the_publishers(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"MZ other hands")
    assert refused(sign(tmp_path / NAME, key=STRANGER)) == "release.not_publishers"


def test_the_program_of_another_system_is_refused(tmp_path: Path) -> None:
    for_windows = installer(tmp_path / "w.exe", system=WINDOWS)
    for_linux = installer(tmp_path / "l.deb", system=LINUX)

    assert refused(for_windows, system=LINUX) == "release.for_windows"
    assert refused(for_linux, system=WINDOWS) == "release.for_linux"


@pytest.mark.parametrize("content", [b"", b"\0", b"PK\3\4 a letter", b"x" * 5_000])
def test_what_is_no_program_is_foreign(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert refused(tmp_path / "x") == "release.foreign"


def test_a_file_larger_than_any_release_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / NAME).open("wb") as file:
        file.truncate(release.MOST + BLOCK + 1)
    assert refused(tmp_path / NAME) == "release.foreign"


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path) == "release.foreign"
    assert refused(tmp_path / "pipe") == "release.foreign"
    assert refused(tmp_path / "gone.exe") == "release.unreadable"


def test_a_file_that_fails_while_it_is_read_is_unreadable(setup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: Path, _mode: str) -> None:
        raise PermissionError("denied")

    monkeypatch.setattr(Path, "open", fails)
    assert refused(setup) == "release.unreadable"


FORGED: dict[str, tuple[bytes, bytes]] = {
    "spaces inside": (b'","', b'", "'),
    "a name twice": (b'"version"', b'"version":"1","version"'),
    "one more name": (b"}", b',"more":1}'),
    "one name less": (b'"version":"9.9.9",', b""),
    "a path": (b"CoopDesk-9", b"../../sk-9"),
    "no number": (b'"9.9.9"', b'"9.9.x"'),
    "a leading zero": (b'"9.9.9"', b'"9.9.09"'),
    "no text": (b'"9.9.9"', b"[]"),
    "no JSON": (b"}", b" "),
    "no letters": (b"9.9.9", b"\xff\xff"),
    "a tab at the end": (b"}", b"}\t"),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_head_has_one_form_even_when_it_is_signed(setup: Path, forge: tuple[bytes, bytes]) -> None:
    content = setup.read_bytes()
    signed = content[-BLOCK:][: release._HEAD]
    forged = signed.replace(*forge).rstrip(b" \n").ljust(len(signed) - 1) + b"\n"
    assert forged != signed

    setup.write_bytes(content[:-BLOCK] + release.block(forged, KEY.sign(forged)))

    assert refused(setup) == "release.not_whole"


@pytest.mark.parametrize(
    ("name", "version", "system", "size"),
    [
        ("", "1.0", WINDOWS, 1),
        ("a" * 101, "1.0", WINDOWS, 1),
        ("নাম.exe", "1.0", WINDOWS, 1),
        ("a/b", "1.0", WINDOWS, 1),
        ("a", "1.0rc1", WINDOWS, 1),
        ("a", "1.2.3.4.5", WINDOWS, 1),
        ("a", "১.০", WINDOWS, 1),
        ("a", "1.0", "beos", 1),
        ("a", "1.0", WINDOWS, 0),
        ("a", "1.0", WINDOWS, release.MOST + 1),
        ("a", "1.0", WINDOWS, True),
    ],
)
def test_a_head_holds_sane_values_only(name: str, version: str, system: str, size: int) -> None:
    with pytest.raises(ValueError, match="no release"):
        release.head(Release(name, version, system, size, "0" * 128))


def test_the_longest_head_fits() -> None:
    longest = Release("a" * 100, ".".join(["99999"] * 4), WINDOWS, release.MOST, "f" * 128)
    assert len(release.block(release.head(longest), bytes(64))) == BLOCK


@pytest.mark.parametrize(
    ("older", "newer"), [("0.1.0", "0.1.1"), ("0.9.9", "0.10.0"), ("1", "1.0.1"), ("9.9.9", "10.0")]
)
def test_versions_are_compared_as_numbers(older: str, newer: str) -> None:
    assert precedes(older, newer)
    assert not precedes(newer, older)


def test_zeros_at_the_end_say_nothing() -> None:
    assert not precedes("1.0", "1.0.0")
    assert not precedes("1.0.0", "1.0")


def test_only_an_installed_copy_carries_the_publishers_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert release.publisher_key() is None

    installed = tmp_path / "coopdesk/_data"
    (installed / "resources").mkdir(parents=True)
    monkeypatch.setattr(release, "folder", lambda name: installed / name)
    assert release.publisher_key() is None  # a pip copy

    (installed / "publisher.pem").write_bytes(PUBLIC)
    assert release.publisher_key() == PUBLIC
    assert resources.folder().name == "resources"


def _authenticode(file: Path, certificates: bytes) -> None:
    """Change a program as Authenticode does: certificates at the end, their place and a checksum in its head."""
    program = bytearray(file.read_bytes())
    assert len(program) % 8 == 0
    with file.open("rb") as opened:
        _, (checksum, entry) = before_authenticode(opened)
    program[checksum] = b"\x12\x34\x56\x78"
    program[entry] = struct.pack("<II", len(program), len(certificates))
    file.write_bytes(program + certificates)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a real Windows program of an odd length, signed by the publisher."""
    return installer(tmp_path / NAME, LAUNCHER.read_bytes() + b"odd")


def test_a_program_may_bear_authenticode_too(program: Path) -> None:
    before = read_release(program, PUBLIC)
    _authenticode(program, bytes(range(256)) * 8)
    assert read_release(program, PUBLIC) == before


def test_nothing_may_follow_the_certificates(program: Path) -> None:
    _authenticode(program, bytes(4000))
    with program.open("ab") as opened:
        opened.write(b"!")
    assert refused(program) == "release.not_whole"


def test_no_byte_before_the_certificates_can_be_changed(program: Path) -> None:
    _authenticode(program, bytes(4000))
    whole = program.read_bytes()
    with program.open("rb") as opened:
        end, changed = before_authenticode(opened)
    passed_over = {at for span in changed for at in range(span.start, span.stop)}
    assert len(passed_over) == 12
    head = [at for at in range(1024) if at not in passed_over]
    for at in (*head, *range(1024, end, 997), end - BLOCK - 1):
        with program.open("rb+") as opened:
            opened.seek(at)
            opened.write(bytes([whole[at] ^ 1]))
        assert refused(program).startswith("release."), at
        program.write_bytes(whole)
    assert read_release(program, PUBLIC).version == "9.9.9"


def test_certificates_that_are_elsewhere_are_none(program: Path) -> None:
    with program.open("rb") as opened:
        end, (_, entry) = before_authenticode(opened)
    with program.open("rb+") as opened:
        opened.seek(entry.start)
        opened.write(struct.pack("<II", BLOCK, 8))
    assert read_release(program, PUBLIC).size == end - BLOCK
