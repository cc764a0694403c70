"""A desk on a new register, and files to hand in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from coopdesk.desk.example import make_example
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts


@pytest.fixture
def parts(data_dir: Path) -> Iterator[Parts]:
    """Return an open desk on an empty register."""
    opened = open_desk(data_dir)
    yield opened
    opened.register.close()


@pytest.fixture
def example(data_dir: Path) -> Iterator[Parts]:
    """Return the desk of an example in which all is met."""
    opened = make_example(data_dir)
    yield opened
    opened.register.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Return a picture to keep as evidence."""
    file = tmp_path / "banner.png"
    Image.new("RGB", (60, 20), "green").save(file)
    return file
