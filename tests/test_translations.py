"""The window's texts: every one in the code is translated, whole, and says the same values."""

import re
import subprocess
import unicodedata
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "translations").glob("*.ts"))
VALUE = re.compile(r"%n|%L?\d|\{\w*\}")


def test_there_is_a_file_for_each_language() -> None:
    assert [file.stem for file in FILES] == ["coopdesk_bn", "coopdesk_en"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_is_translated(file: Path) -> None:
    amiss = []
    for message in ElementTree.parse(file).iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        forms = (
            [] if translation is None else [form.text for form in translation.iter("numerusform")] or [translation.text]
        )
        if not forms or translation is None or translation.get("type") or not all(forms):
            amiss.append(f"not translated: {source}")
        for form in filter(None, forms):
            if sorted(VALUE.findall(form)) != sorted(VALUE.findall(source)):
                amiss.append(f"other values: {source} → {form}")
            if form != form.strip() and source == source.strip():
                amiss.append(f"spaces at an end: {source} → {form}")
            if not unicodedata.is_normalized("NFC", form):
                amiss.append(f"not NFC: {form}")
    assert amiss == []


def test_the_files_hold_the_texts_of_the_code_and_no_others(tmp_path: Path) -> None:
    copied = copytree(ROOT / "translations", tmp_path / "translations")
    subprocess.run([ROOT / "packaging/linux/update-translations", copied], check=True)

    changed = [file.name for file in FILES if (copied / file.name).read_bytes() != file.read_bytes()]
    assert changed == [], "run make translations, then translate what is new"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_compiled_file_is_up_to_date(file: Path) -> None:
    compiled = file.with_suffix(".qm")
    assert compiled.exists(), "run make translations"
    assert compiled.stat().st_mtime >= file.stat().st_mtime, "run make translations"
