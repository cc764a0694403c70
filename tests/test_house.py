"""The house's other rules: small files, few broad excepts, texts said rightly, nothing of one machine."""

import ast
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from coopdesk.texts import table

ROOT = Path(__file__).parent.parent
CODE = sorted((ROOT / "coopdesk").rglob("*.py"))
TEXT_FILES = sorted(path.stem for path in (ROOT / "resources/texts").glob("*.toml"))
MOST_LINES = 400
BROAD_EXCEPTS = {"coopdesk/ui/tasks.py", "coopdesk/cli.py", "coopdesk/app.py"}  # task runner, command line, excepthook
A_MACHINES_OWN = re.compile(
    r"/work/|/opt/|/root/|/home/\w|/tmp/[a-z]|files\.pythonhosted|pypi\.org|artifactregistry|--(extra-)?index-url|--find-links"
)


@cache
def tree(path: Path) -> ast.Module:
    """Return one file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def kept_files() -> list[Path]:
    """Return every file that git keeps, or would on the next commit."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_a_file_fits_in_one_reading() -> None:
    python = [path for path in kept_files() if path.suffix == ".py"]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in python}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_what_git_keeps_belongs_to_no_machine_and_is_in_one_normal_form() -> None:
    amiss = []
    for path in kept_files():
        content = path.read_bytes()
        if b"\0" in content or path == Path(__file__):
            continue
        text = content.decode("utf-8")
        if A_MACHINES_OWN.search(text):
            amiss.append(f"{path.relative_to(ROOT)} names a host or a machine's folder")
        if path.suffix in {".toml", ".ts", ".md", ".typ", ".json"} and not unicodedata.is_normalized("NFC", text):
            amiss.append(f"{path.relative_to(ROOT)} is not NFC")
    assert amiss == []


def test_a_broad_except_stands_in_three_places_only() -> None:
    broad = {
        str(path.relative_to(ROOT))
        for path in CODE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node)
    }
    assert broad <= BROAD_EXCEPTS


def test_no_except_says_nothing() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in CODE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and all(isinstance(line, ast.Pass) for line in node.body)
    ]
    assert silent == []


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in {"Exception", "BaseException"}
    )


def said_literally() -> Iterator[tuple[str, str, str, set[str] | None]]:
    """Yield each text that the code names outright: place, file, key, and the values given (None where they vary)."""
    for path in CODE:
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            named = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            place = f"{path.relative_to(ROOT)}:{node.lineno}"
            values = {keyword.arg for keyword in node.keywords if keyword.arg}
            given = None if any(keyword.arg is None for keyword in node.keywords) else values
            match node.func.id, named:
                case "CoopDeskError", [str(key)]:
                    yield place, "errors", key, given
                case "say", [str(file), str(key)]:
                    yield place, file, key, given


def test_a_text_that_is_said_exists_and_gets_its_values() -> None:
    amiss = []
    for place, file, key, given in said_literally():
        text = table(file).get(key)
        if text is None:
            amiss.append(f"{place}: there is no {file}:{key}")
        elif given is not None and given != (wanted := values_in(text.en)):
            amiss.append(f"{place}: {file}:{key} wants {sorted(wanted)}, gets {sorted(given)}")
    assert amiss == []


@pytest.mark.parametrize("file", TEXT_FILES)
def test_no_text_is_left_over(file: str) -> None:
    # Keys are put together from parts too, so a text is in use when its words stand in the code or its data.
    places = [*CODE, *(ROOT / "resources").rglob("*.typ"), *(ROOT / "resources/rulebooks").iterdir()]
    written = "\n".join(path.read_text(encoding="utf-8") for path in places)
    words = set(re.findall(r"[a-z0-9]+", written))
    whole_groups = set(re.findall(r'"(\w+)\."', written))

    def is_written(key: str) -> bool:
        group, word = key.split(".")
        return group in whole_groups or set(word.split("_")) <= words

    assert [key for key in table(file) if not is_written(key)] == []


def values_in(template: str) -> set[str]:
    """Return the names of the values that stand in a text."""
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}
