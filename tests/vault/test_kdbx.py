"""A KeePass file whose head was altered, by accident or by somebody, is said to be damaged, and soon."""

import struct
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from coopdesk.errors import CoopDeskError
from coopdesk.vault.handover import HandedSecret, read_file, write_file

CODE = "ABCD-EFGH"
_SECRET = HandedSecret("a1", "পাতা", "handle", "https://example.org", "Vq7#mulberry-Trombone%91")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a handover file."""
    made = tmp_path / "handover.kdbx"
    write_file(made, CODE, (_SECRET,), b"the register")
    return made


def _head_length(data: bytes) -> int:
    """Return where the head ends: there its own SHA-256 stands."""
    return next(end for end in range(60, 400) if sha256(data[:end]).digest() == data[end : end + 32])


def _is_damaged(file: Path, data: bytes) -> bool:
    file.write_bytes(data)
    with pytest.raises(CoopDeskError) as refused:
        read_file(file, CODE)
    return refused.value.key == "handover.damaged"


def test_each_byte_of_the_head_is_looked_at(file: Path) -> None:
    data = file.read_bytes()
    for place in range(_head_length(data) + 32):
        assert _is_damaged(file, data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]), place


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("P", struct.pack("<I", 0)),
        ("M", struct.pack("<Q", 1 << 60)),
        ("M", struct.pack("<Q", 0)),
        ("I", struct.pack("<Q", 0)),
        ("I", struct.pack("<Q", 1 << 50)),
        ("$UUID", b"no such kind ..."),
    ],
)
def test_a_head_that_somebody_altered_is_damaged(file: Path, name: str, value: bytes) -> None:
    data = file.read_bytes()
    end = _head_length(data)
    key = struct.pack("<I", len(name)) + name.encode() + struct.pack("<I", len(value))
    start = data.index(key) + len(key)
    head = data[:start] + value + data[start + len(value) : end]
    assert _is_damaged(file, head + sha256(head).digest() + data[end + 32 :])


def test_any_name_can_be_handed_and_two_of_the_same(tmp_path: Path) -> None:
    file = tmp_path / "handover.kdbx"
    quoted = replace(_SECRET, title="the \"page\" & 'its'\x01 <group>", user='"', notes="a\x0bb")
    readable = replace(_SECRET, account="a3", readable={"codes": "44\x0171\n55"})
    write_file(file, CODE, (quoted, replace(quoted, account="a2"), readable), b"the register")
    one, other, last = read_file(file, CODE)[0]
    assert (one.title, one.user, one.notes) == ("the \"page\" & 'its' <group>", '"', "ab")
    assert (one.account, other.account, last.account) == ("a1", "a2", "a3")
    assert one.secret == other.secret == _SECRET.secret


@pytest.mark.parametrize("where", ["secret", "waiting", "recovery"])
def test_a_secret_that_no_file_can_hold_is_named(tmp_path: Path, where: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        write_file(tmp_path / "x.kdbx", CODE, (replace(_SECRET, **{where: "Vq7#\x1b"}),), b"")
    assert refused.value.key == "handover.not_text"
    assert _SECRET.title in refused.value.said.bn
    assert "Vq7" not in f"{refused.value!r} {refused.value.said}"
