"""Sign a released file: `python packaging/sign.py FILE VERSION SYSTEM` (windows-amd64 or linux-amd64).

A block is put at the file's end that says what the file is and bears the publisher's signature (`coopdesk/release.py`).
A Windows program takes any ending, and may be signed by Authenticode after that, not before. In a Debian package the
block is a member of the archive, `_coopdesk`, which dpkg and apt pass over as they do all whose names begin with `_`.

The publisher's key is an Ed25519 private key in a PEM file (`openssl genpkey -algorithm ed25519 -out key.pem`), named
in COOPDESK_PUBLISHER_KEY; COOPDESK_PUBLISHER_KEY_PASSPHRASE opens it where it is encrypted. Without one, a test key is
made once and kept for this builder.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

import platformdirs
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from coopdesk.release import BLOCK, Release, before_authenticode, block, head, read_block, sha512

KEY, PASSPHRASE = "COOPDESK_PUBLISHER_KEY", "COOPDESK_PUBLISHER_KEY_PASSPHRASE"
_AR = b"!<arch>\n"
_MEMBER = f"{'_coopdesk':<16}{0:<12}{0:<6}{0:<6}{100644:<8}{BLOCK:<10}`\n".encode("ascii")


def publisher_key() -> Ed25519PrivateKey:
    """Return the key that the environment names, or this builder's test key, saying so on standard error.

    Raises:
        SystemExit: the key that is named cannot be used; it says why.
    """
    if named := os.environ.get(KEY):
        return _read(Path(named), os.environ.pop(PASSPHRASE, None))  # no tool that the build runs shall inherit it
    kept = platformdirs.user_config_path("coopdesk-packaging") / "test-key.pem"
    if not kept.exists():
        _make_test_key(kept)
    sys.stderr.write(
        f"No {KEY} is named: signing with the TEST key {kept}. Copies of CoopDesk that carry another key refuse it.\n"
    )
    return _read(kept, None)


def public_pem(key: Ed25519PrivateKey) -> bytes:
    """Return a key's public half as the built program carries it (`coopdesk/_data/publisher.pem`)."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def sign(file: Path, version: str, system: str, key: Ed25519PrivateKey) -> None:
    """Put the signed block at the end of `file`.

    Raises:
        ValueError: name, version or system is none of a release, or the file has a block already.
        OSError: the file cannot be read or written.
    """
    with file.open("rb+") as opened:
        size = opened.seek(0, 2)
        opened.seek(max(size - BLOCK, 0))
        if read_block(opened.read()) is not None or before_authenticode(opened)[0] != size:
            raise ValueError(f"{file} is signed already")
        digest = sha512(opened, size)
        opened.seek(0)
        # Authenticode's certificates begin at a multiple of eight bytes.
        between = b"\n" * (size % 2) + _MEMBER if opened.read(len(_AR)) == _AR else bytes(-size % 8)
        digest.update(between)
        signed = head(Release(file.name, version, system, size + len(between), digest.hexdigest()))
        opened.seek(size)
        opened.write(between + block(signed, key.sign(signed)))
        opened.flush()
        os.fsync(opened.fileno())


def _read(pem: Path, passphrase: str | None) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(pem.read_bytes(), passphrase.encode() if passphrase else None)
    except OSError as error:
        raise SystemExit(f"The publisher's key {pem} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError):  # its words may quote the key
        raise SystemExit(f"{pem} is no private key in PEM form, or {PASSPHRASE} does not open it.") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise SystemExit(f"{pem} is no Ed25519 key.")
    return key


def _make_test_key(kept: Path) -> None:
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate()
    with NamedTemporaryFile(dir=kept.parent) as beside:  # mode 600
        beside.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        beside.flush()
        with suppress(FileExistsError):  # another build was faster: its key stays
            os.link(beside.name, kept)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    sign(Path(sys.argv[1]), sys.argv[2], sys.argv[3], publisher_key())
