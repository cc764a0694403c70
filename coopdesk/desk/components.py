"""What the running CoopDesk is made of: each part that others wrote, its version, its licence and its text."""

import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from coopdesk import resources

UNKNOWN = "NOASSERTION"
"""What SPDX says where a part names no licence."""

LIBFFI = "3.4.4"
"""The version in python.org's Python 3.13 for Windows, whose file names none."""

_IN_PYTHON = {"Python", "OpenSSL (in Python)", "libffi"}  # Python for Windows brings all their texts in one file
_TEXTS = re.compile(r"(?i).*(licen[cs]e|copying|notice|authors).*")
_NOT_TEXTS = frozenset({".py", ".json", ".pyc"})
# A licence's short name holds a version, or is one of the few that need none.
_SPDX = re.compile(r"(?:[\w.+-]*\d[\w.+-]*|MIT|ISC|Zlib|Unlicense|OR|AND|WITH|[()\s])+")


@dataclass(frozen=True, slots=True)
class Component:
    """One part. `licence` is an SPDX expression, `text` all that the part says of it, `source` where it comes from."""

    name: str
    version: str
    licence: str
    text: str
    source: str = ""


def components() -> tuple[Component, ...]:
    """Return every part of the running copy, by name: the packages that CoopDesk needs, and what it carries besides."""
    infos = _infos(Path(entry) for entry in sys.path)
    needed = _needed("coopdesk", infos) or set(infos)  # a copy that does not name itself holds nothing but its parts
    parts = [_package(infos[name]) for name in sorted(needed - {"coopdesk"})]
    return _sorted([*parts, *carried(_versions(parts))])


def packages_in(*folders: Path) -> tuple[Component, ...]:
    """Return the packages whose `.dist-info` lies in one of the folders, CoopDesk itself left out."""
    infos = _infos(folders)
    return _sorted(_package(info) for name, info in infos.items() if name != "coopdesk")


def carried(versions: Mapping[str, str]) -> Iterator[Component]:
    """Yield what is no package: fonts and data, and of Python, Qt and the like those whose version is given."""
    for name, known in _known()["part"].items():
        if version := versions.get(name) or known.get("version"):
            own = Path(sys.base_prefix) / "LICENSE.txt"
            whole = name in _IN_PYTHON and os.access(own, os.R_OK)
            text = own.read_text("utf-8", "replace") if whole else _texts(known["text"])
            text = "\n\n\n".join(filter(None, (known.get("note"), text)))
            yield Component(name, version, known["licence"], text, known["source"])


def plain_name(name: str) -> str:
    """Return a package's name in the one spelling by which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _sorted(parts: Iterable[Component]) -> tuple[Component, ...]:
    return tuple(sorted(parts, key=lambda part: part.name.casefold()))


def _infos(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the packages' `.dist-info` folders by plain name; of two, the one that Python would import."""
    found: dict[str, Path] = {}
    for folder in (one for one in folders if os.access(one, os.R_OK | os.X_OK)):
        for info in sorted(folder.glob("*.dist-info")):
            found.setdefault(plain_name(info.name.partition("-")[0]), info)
    return found


def _needed(name: str, infos: dict[str, Path]) -> set[str]:
    """Return the package and all that it needs. A requirement for another system is known by its being absent."""
    needed: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in needed or one not in infos:
            continue
        needed.add(one)
        wanted = [line for line in Distribution.at(infos[one]).requires or () if "extra ==" not in line]
        waiting += [plain_name(found[0]) for line in wanted if (found := re.match(r"[\w.-]+", line))]
    return needed


@cache
def _known() -> dict[str, dict[str, Any]]:
    return resources.toml("licences", "parts.toml")


def _package(info: Path) -> Component:
    distribution = Distribution.at(info)
    name = distribution.metadata["Name"]
    known = _known()["package"].get(plain_name(name), {})
    text = "\n\n\n".join(filter(None, (_texts_in(info), _texts(known.get("text", ())))))
    return Component(name, distribution.version, _licence(distribution, known), text, _source(distribution, known))


def _licence(distribution: Distribution, known: dict[str, Any]) -> str:
    """Return the licence: as SPDX where the package says so, then as we know it, then from its older words."""
    words = _known()["words"]
    if expression := _said(distribution, "License-Expression"):
        return expression[0]
    if "licence" in known:
        return str(known["licence"])
    for said in _said(distribution, "License"):
        if said in words or _SPDX.fullmatch(said):
            return str(words.get(said, said))
    classified = dict.fromkeys(words[line] for line in _said(distribution, "Classifier") if line in words)
    return " AND ".join(classified) or UNKNOWN


def _source(distribution: Distribution, known: dict[str, Any]) -> str:
    """Return where the package's source can be had, or its home."""
    if "source" in known:
        return str(known["source"])
    pairs = (line.partition(",") for line in _said(distribution, "Project-URL"))
    urls = {label.strip().casefold(): url.strip() for label, _, url in pairs}
    names = ("source", "source code", "repository", "github", "code", "homepage", "home")
    named = [urls[name] for name in names if name in urls]
    return next(iter((*named, *_said(distribution, "Home-page"), *urls.values())), "")


def _said(distribution: Distribution, field: str) -> list[str]:
    """Return what a package says in a field of its metadata."""
    return [said.strip() for said in distribution.metadata.get_all(field) or ()]


def _texts_in(info: Path) -> str:
    found = [file for file in sorted(info.rglob("*")) if file.is_file() and file.suffix not in _NOT_TEXTS]
    inside = [file for file in found if _TEXTS.fullmatch(file.relative_to(info).as_posix())]
    return _joined((file.relative_to(info).as_posix().removeprefix("licenses/"), file) for file in inside)


def _texts(names: Iterable[str]) -> str:
    return _joined((Path(name).name, resources.path(*name.split("/"))) for name in names)


def _joined(files: Iterable[tuple[str, Path]]) -> str:
    """Return the files' texts one after the other, each under its name where there are several."""
    texts = [(name, file.read_text("utf-8", "replace").strip()) for name, file in files]
    if len(texts) == 1:
        return texts[0][1]
    return "\n\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text}" for name, text in texts)


def _versions(packages: Iterable[Component]) -> dict[str, str]:
    """Return the versions that only the running copy knows."""
    from cryptography.hazmat.backends.openssl.backend import backend  # noqa: PLC0415 - loads OpenSSL

    from coopdesk.register.figures import sqlite_version  # noqa: PLC0415 - only here

    qt = next((part.version for part in packages if plain_name(part.name) == "pyside6-essentials"), "")
    told = {
        "Python": platform.python_version(),
        "Qt": qt,
        "SQLite": sqlite_version(),
        "OpenSSL": backend.openssl_version_text().split()[1],
    }
    if sys.platform == "win32":  # elsewhere they are the system's
        import ssl  # noqa: PLC0415 - as above

        told |= {"OpenSSL (in Python)": ssl.OPENSSL_VERSION.split()[1], "libffi": LIBFFI}
    return told
