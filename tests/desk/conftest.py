"""A desk on a new register, and files to hand in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from coopdesk.desk.example import make_example
from coopdesk.desk.handover import Handover, hand_over
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.recovery import keep_recovery
from tests.desk.handed import GIVER, RECOVERY, SECRET, everything
from tests.keyring_fixture import GnomeKeyring


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


@pytest.fixture
def desk(data_dir: Path, gnome_keyring: GnomeKeyring) -> Parts:
    """Return the desk of an office with a password in the keyring and a complaint that waits."""
    parts = make_example(data_dir, unmet=True)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    account = parts.facts().accounts[1].id
    parts.vault().keep(account, SECRET)
    keep_recovery(parts, account, RECOVERY, GIVER)
    return parts


@pytest.fixture
def given(desk: Parts, tmp_path: Path) -> Handover:
    """Return what was handed over."""
    return hand_over(desk, tmp_path / "stick" / "handover", everything(desk), "bn", GIVER)
