"""What a package is made of, part by part with version and licence, in the form that IT's tools read (CycloneDX)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cryptography.hazmat.backends.openssl.backend import backend
from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from coopdesk.desk import components

_LICENCES = LicenseFactory()


def write_sbom(out: Path, version: str, libraries: Path, own: Mapping[str, str], epoch: int) -> None:
    """Write the parts of a package to `out`: CoopDesk, the libraries in a folder, and `own`, each with its version.

    Raises:
        ValueError: a part says neither version nor licence.
    """
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"{out.name} {epoch}"))
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    program = _component("CoopDesk", version, "GPL-3.0-or-later", ComponentType.APPLICATION)
    bom.metadata.component = program
    bom.components.update(_parts(libraries, own))
    bom.register_dependency(program, bom.components)
    out.write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", encoding="utf-8")


def openssl_version() -> str:
    """Return the version of OpenSSL that cryptography's wheels carry."""
    return str(backend.openssl_version_text().split()[1])


def version_in(file: Path, pattern: bytes) -> str:
    """Return the version that a library's file names; `pattern` finds it there.

    Raises:
        ValueError: it names none.
    """
    found = re.search(pattern, file.read_bytes())
    if found is None:
        raise ValueError(f"{file.name} names no version")
    return found[0].decode("ascii")


def _parts(libraries: Path, own: Mapping[str, str]) -> Iterator[Component]:
    told: Iterable[components.Component] = (*components.packages_in(libraries), *components.carried(own))
    packages = {part.name for part in components.packages_in(libraries)}
    for part in told:
        if not part.version or part.licence == components.UNKNOWN:
            raise ValueError(f"{part.name} names no version or no licence")
        made = _component(part.name, part.version, part.licence)
        if part.name in packages:
            made.purl = PackageURL("pypi", name=components.plain_name(part.name), version=part.version)
        yield made


def _component(name: str, version: str, licence: str, kind: ComponentType = ComponentType.LIBRARY) -> Component:
    made = _LICENCES.make_from_string(licence, license_acknowledgement=LicenseAcknowledgement.DECLARED)
    return Component(name=name, version=version, type=kind, licenses=[made], bom_ref=f"{name}@{version}")
