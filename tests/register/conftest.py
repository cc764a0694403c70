"""What the register's tests share."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coopdesk.register.store import Register
from tests.register.examples import write


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Register]:
    """Return an open register without an office."""
    with closing(Register.open(tmp_path / "empty")) as register:
        yield register


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Register]:
    """Return an open register with one of everything."""
    with closing(Register.open(tmp_path / "full")) as register:
        write(register)
        yield register
