"""Released files for tests, signed by `packaging/sign.py` itself."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pip
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coopdesk.release import HERE

ROOT = Path(__file__).parents[2]
LAUNCHER = Path(pip.__file__).parent / "_vendor/distlib/t64.exe"
"""A real Windows program."""


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sign", ROOT / "packaging/sign.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["sign"] = module
    spec.loader.exec_module(module)
    return module


script = _script()
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = script.public_pem(KEY)


def sign(file: Path, version: str = "9.9.9", system: str = HERE, key: Ed25519PrivateKey = KEY) -> Path:
    """Sign a file in its place, and return it."""
    script.sign(file, version, system, key)
    return file


def installer(
    file: Path, content: bytes = b"MZ" + bytes(range(256)) * 20, version: str = "9.9.9", system: str = HERE
) -> Path:
    """Make a signed file that looks like a Windows installer."""
    file.write_bytes(content)
    return sign(file, version, system)
