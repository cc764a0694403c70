"""Evidence files: looked at, kept once, refused where they are none."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from coopdesk.errors import CoopDeskError
from coopdesk.register.evidence import MOST_BYTES, EvidenceStore


def _picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "green").save(file, kind)
    return file.getvalue()


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "evidence")


@pytest.mark.parametrize(("kind", "ending"), [("PNG", ".png"), ("JPEG", ".jpg"), ("WEBP", ".webp")])
def test_a_picture_is_kept_under_its_sha256(store: EvidenceStore, kind: str, ending: str) -> None:
    data = _picture(kind)
    sha = store.add_bytes(data)
    assert sha == hashlib.sha256(data).hexdigest()
    assert store.path(sha).name == sha + ending
    assert store.path(sha).read_bytes() == data


def test_the_same_picture_is_kept_once(store: EvidenceStore, tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        (tmp_path / name).write_bytes(_picture())
        store.add(tmp_path / name)
    assert len(store.files()) == 1


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "evidence.not_a_picture"),
        (b"MZ\x90\x00 a program", "evidence.not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "evidence.not_a_picture"),
        (_picture()[:60], "evidence.damaged"),
        (b"%PDF-1.7 and nothing more", "evidence.damaged"),
        (_picture() + b"\0" * MOST_BYTES, "evidence.huge"),
    ],
    ids=["empty", "program", "svg", "cut off", "half a PDF", "huge"],
)
def test_what_is_no_evidence_is_refused(store: EvidenceStore, data: bytes, key: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        store.add_bytes(data, "file.png")
    assert refused.value.key == key
    assert store.files() == ()


def test_a_picture_of_too_many_pixels_is_refused(store: EvidenceStore) -> None:
    with pytest.raises(CoopDeskError) as refused:
        store.add_bytes(_picture(size=(12_000, 8_000)))
    assert refused.value.key == "evidence.too_many_pixels"


def test_a_file_that_is_not_there_is_said(store: EvidenceStore, tmp_path: Path) -> None:
    with pytest.raises(CoopDeskError) as refused:
        store.add(tmp_path / "nothing.png")
    assert refused.value.key == "evidence.unreadable"
    with pytest.raises(CoopDeskError):
        store.path("0" * 64)
