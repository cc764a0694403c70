"""Evidence files: pictures and papers, each kept once under the SHA-256 of what is in it."""

import hashlib
import re
import warnings
from io import BytesIO
from pathlib import Path

from coopdesk.errors import CoopDeskError
from coopdesk.files import disk_troubles, write_whole

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 64_000_000  # as a phone's best camera; held in memory while it is looked at
SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp", "PDF": ".pdf"}
NAME = re.compile(r"([0-9a-f]{64})\.(?:png|jpg|webp|pdf)")
"""What an evidence file is called."""


class EvidenceStore:
    """The folder `evidence`: a file of SHA-256 abcd… is `ab/abcd….png`."""

    def __init__(self, folder: Path) -> None:
        """Keep evidence in `folder`, which is made when the first file comes."""
        self.folder = folder

    def add(self, path: Path) -> str:
        """Copy a file in and return its SHA-256; the same file is kept once.

        Raises:
            CoopDeskError: it cannot be read, is larger than 20 MB, is no PNG, JPEG, WebP or PDF or a damaged one, or
                the disk refuses the copy.
        """
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise CoopDeskError("evidence.unreadable", name=path.name) from error
        return self.add_bytes(data, path.name)

    def add_bytes(self, data: bytes, name: str = "") -> str:
        """Keep the content of a file and return its SHA-256; `name` is what an error calls it.

        Raises:
            CoopDeskError: as `add` does.
        """
        if len(data) > MOST_BYTES:
            raise CoopDeskError("evidence.huge", name=name, most=MOST_BYTES // 1024**2)
        sha = hashlib.sha256(data).hexdigest()
        if self._find(sha) is None:
            target = self.folder / sha[:2] / f"{sha}{SUFFIXES[_kind(data, name)]}"
            write_whole(target, lambda beside: _write(beside, data))
        return sha

    def has(self, sha: str) -> bool:
        """Tell whether the file of this SHA-256 is kept."""
        return self._find(sha) is not None

    def path(self, sha: str) -> Path:
        """Return where the file of this SHA-256 is kept, to be read only.

        Raises:
            CoopDeskError: it is not kept here.
        """
        if (found := self._find(sha)) is None:
            raise CoopDeskError("evidence.missing", sha=sha[:12])
        return found

    def files(self) -> tuple[Path, ...]:
        """Return every file kept, sorted."""
        with disk_troubles(self.folder):
            return tuple(sorted(path for path in self.folder.glob("??/*") if NAME.fullmatch(path.name)))

    def _find(self, sha: str) -> Path | None:
        if not re.fullmatch(r"[0-9a-f]{64}", sha):
            return None
        paths = (self.folder / sha[:2] / f"{sha}{suffix}" for suffix in SUFFIXES.values())
        return next((path for path in paths if path.is_file()), None)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _kind(data: bytes, name: str) -> str:
    """Say what a file is by what is in it, having seen that all of it can be read."""
    if data.startswith(b"%PDF-"):
        if b"%%EOF" not in data[-2048:]:
            raise CoopDeskError("evidence.damaged", name=name)
        return "PDF"
    return _picture_kind(data, name)


def _picture_kind(data: bytes, name: str) -> str:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - needed only when a picture comes in

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit stands below
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
    except UnidentifiedImageError as error:
        raise CoopDeskError("evidence.not_a_picture", name=name) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise CoopDeskError("evidence.damaged", name=name) from error
    with image:
        if image.width * image.height > MOST_PIXELS:
            raise CoopDeskError("evidence.too_many_pixels", name=name, most=MOST_PIXELS // 1_000_000)
        kind = str(image.format)
        try:
            image.draft("RGB", (image.width // 8, image.height // 8))  # a JPEG is then read in an eighth of the memory
            image.load()
        except (OSError, ValueError, SyntaxError) as error:
            raise CoopDeskError("evidence.damaged", name=name) from error
    # What Pillow calls MPO is a JPEG with a second picture behind it, as some phones make.
    return "JPEG" if kind == "MPO" else kind
