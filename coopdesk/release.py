"""Released files: an installer that ends with a block, by which a program can tell who made it and whether it is whole.

The block is a head and a signature. The head is one line of JSON: the file's name, version and system, and the size and
SHA-512 of all that stands before the block. The signature is Ed25519 over the head. CoopDesk reads blocks; only
`packaging/sign.py` makes them.

A Windows program may be signed by Authenticode too, afterwards: that puts certificates behind the block, and what it
changes in the program's head is passed over here, as in its own digest (Microsoft, "PE Format", "Certificate Data").
"""

import hashlib
import json
import re
import stat
import struct
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from coopdesk.errors import CoopDeskError
from coopdesk.files import CHUNK
from coopdesk.resources import folder

WINDOWS, LINUX = "windows-amd64", "linux-amd64"
HERE = WINDOWS if sys.platform == "win32" else LINUX
"""The system that this program runs on."""
BLOCK = 640
"""The bytes of a block: an even number, as an ar archive wants."""
MOST = 1 << 30
"""The most bytes that a released file may have."""

_SIGNATURE = 64
_HEAD = BLOCK - 2 * _SIGNATURE - 1  # the signature stands in hexadecimal, with a line's end
_MARK = b'{"format":"coopdesk-release-1",'
_PE_HEAD = 4096  # bytes in which all that is looked for in a Windows program's head lies
_DIRECTORIES = {0x10B: 96, 0x20B: 112}  # where the data directories begin in the optional header, by its kind
_CERTIFICATES = 4 * 8  # the certificates' entry, the fifth of eight bytes each
_CHECKSUM = 64  # where the optional header has it
_BEGINNINGS = (b"MZ", b"!<arch>\n")  # of a Windows program, of a Debian package
_RULES = {
    "name": re.compile(r"[A-Za-z0-9][A-Za-z0-9._+~-]{0,99}"),
    "version": re.compile(r"(0|[1-9][0-9]{0,4})(\.(0|[1-9][0-9]{0,4})){0,3}"),
    "system": re.compile(f"{WINDOWS}|{LINUX}"),
    "sha512": re.compile(r"[0-9a-f]{128}"),
}

Progress = Callable[[int, int], None]
"""Is told how many bytes are done, of how many. What it raises stops the work."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a released file says of itself; `size` and `sha512` are of what stands before the block."""

    name: str
    version: str
    system: str
    size: int
    sha512: str


def publisher_key() -> bytes | None:
    """Return the publisher's public key (PEM) that an installed CoopDesk carries; None in a checkout or a pip copy."""
    key = folder("resources").parent / "publisher.pem"
    return key.read_bytes() if key.parent.name == "_data" and key.is_file() else None


def is_version(text: str) -> bool:
    """Tell whether a text is a version's number."""
    return _RULES["version"].fullmatch(text) is not None


def precedes(one: str, other: str) -> bool:
    """Tell whether version `one` is older than `other`: dotted numbers, 1.0 and 1.0.0 being the same."""
    return _numbers(one) < _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in version.split("."))
    return (*numbers, *(0,) * (4 - len(numbers)))


def head(release: Release) -> bytes:
    """Return the head of a release's block: what is signed.

    Raises:
        ValueError: a value is none that a head may hold.
    """
    if not all(rule.fullmatch(getattr(release, name)) for name, rule in _RULES.items()) or not _fits(release.size):
        raise ValueError(f"no release of CoopDesk: {release}")
    line = json.dumps({"format": "coopdesk-release-1", **asdict(release)}, separators=(",", ":")).encode("ascii")
    return line.ljust(_HEAD - 1) + b"\n"


def block(signed: bytes, signature: bytes) -> bytes:
    """Return the block of a head and the signature on it."""
    return signed + signature.hex().encode("ascii") + b"\n"


def read_block(ending: bytes) -> tuple[Release, bytes, bytes] | None:
    """Return the release, the head and the signature in a file's last bytes; None where no block's form is there.

    Only what `head` and `block` would have written, byte for byte, is one. The signature may still be anyone's.
    """
    signed = ending[:_HEAD]
    written = re.fullmatch(b"([0-9a-f]{128})\n", ending[_HEAD:])
    if written is None or not signed.startswith(_MARK):
        return None
    try:
        told = json.loads(signed)
        del told["format"]
        release = Release(**told)
        if head(release) != signed:
            return None
    except (ValueError, TypeError):
        return None
    return release, signed, bytes.fromhex(written[1].decode("ascii"))


def before_authenticode(file: BinaryIO) -> tuple[int, tuple[slice, ...]]:
    """Return where a file ends without its Authenticode certificates, and what these change of its bytes.

    What is no Windows program, or bears none, ends where it ends.
    """
    whole = file.seek(0, 2)
    file.seek(0)
    start = file.read(_PE_HEAD)
    try:
        (header,) = struct.unpack_from("<I", start, 60)
        optional = header + 24
        (kind,) = struct.unpack_from("<H", start, optional)
        entry = optional + _DIRECTORIES[kind] + _CERTIFICATES
        place, size = struct.unpack_from("<II", start, entry)
    except (struct.error, KeyError):
        return whole, ()
    if start[:2] != b"MZ" or start[header : header + 4] != b"PE\0\0":
        return whole, ()
    end = place if size and place + size == whole else whole
    return end, (slice(optional + _CHECKSUM, optional + _CHECKSUM + 4), slice(entry, entry + 8))


def sha512(file: BinaryIO, size: int, progress: Progress | None = None) -> "hashlib._Hash":
    """Return the SHA-512 of a file's first `size` bytes, as they would be without Authenticode."""
    _, changed = before_authenticode(file)
    digest, done = hashlib.sha512(), 0
    file.seek(0)
    while done < size and (read := file.read(min(CHUNK, size - done))):
        piece = bytearray(read)
        for span in changed if not done else ():
            piece[span] = bytes(len(piece[span]))
        digest.update(piece)
        done += len(piece)
        if progress is not None:
            progress(done, size)
    return digest


def read_release(path: Path, public_key: bytes, system: str = HERE, progress: Progress | None = None) -> Release:
    """Return what the released file `path` says of itself, once it is sure that its publisher said so and it is whole.

    Args:
        path: the file; what it is called says nothing.
        public_key: the publisher's (PEM).
        system: the one that it must be for.
        progress: is told how much is read.

    Raises:
        CoopDeskError: it cannot be read (`release.unreadable`), is none of CoopDesk's (`release.foreign`), is cut or
            was changed (`release.not_whole`), bears another's signature (`release.not_publishers`), or is for another
            system (`release.for_…`).
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CoopDeskError("release.foreign", name=path.name)
        with path.open("rb") as file:
            return _read(file, path.name, public_key, system, progress)
    except OSError as error:
        raise CoopDeskError("release.unreadable", name=path.name) from error


def _read(file: BinaryIO, name: str, public_key: bytes, system: str, progress: Progress | None) -> Release:
    end, _ = before_authenticode(file)
    ending = end - BLOCK
    if ending > MOST:
        raise CoopDeskError("release.foreign", name=name)
    file.seek(max(ending, 0))
    found = read_block(file.read(min(end, BLOCK)))
    if found is None:
        file.seek(0)
        begun = file.read(8).startswith(_BEGINNINGS)
        raise CoopDeskError("release.not_whole" if begun else "release.foreign", name=name)
    release, signed, signature = found
    if not _is_signed(signed, signature, public_key):
        raise CoopDeskError("release.not_publishers", name=name)
    if release.system != system:
        raise CoopDeskError("release.for_windows" if release.system == WINDOWS else "release.for_linux", name=name)
    if release.size != ending or sha512(file, ending, progress).hexdigest() != release.sha512:
        raise CoopDeskError("release.not_whole", name=name)
    return release


def _fits(size: object) -> bool:
    return type(size) is int and 0 < size <= MOST


def _is_signed(signed: bytes, signature: bytes, public_key: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only who updates needs it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415 - as above

    key = load_pem_public_key(public_key)
    if not isinstance(key, Ed25519PublicKey):
        raise TypeError("the publisher's key is no Ed25519 key")
    try:
        key.verify(signature, signed)
    except InvalidSignature:
        return False
    return True
