"""Example registers for the command line."""

from pathlib import Path

import pytest

from tests.cli.process import run


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return the folder of an example register in which all is met."""
    folder = tmp_path / "example"
    assert run("demo", folder).returncode == 0
    return folder


@pytest.fixture
def unmet(tmp_path: Path) -> Path:
    """Return the folder of an example register in which something is left."""
    folder = tmp_path / "unmet"
    assert run("demo", folder, "--unmet", "--accounts", 3).returncode == 0
    return folder
