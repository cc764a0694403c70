"""Looking into a PDF with pikepdf, which had no hand in writing it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_TYPES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
    Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
"""
STANDARD_TYPES = frozenset(_TYPES.split())
"""The types that ISO 32000-1, 14.8.4 defines."""
_PAINTS = frozenset(
    ["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE", "IMAGE"]
)


@dataclass(frozen=True)
class Element:
    """One element of the structure tree, its type as it stands and as the role map has it, and the one above it."""

    object: pikepdf.Object
    type: str
    role: str
    above: "Element | None"


def elements(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """Yield every element of the structure tree, in the order of reading."""
    roles = roles_of(pdf)
    pending = [(pdf.Root.StructTreeRoot, None)]
    while pending:
        node, above = pending.pop()
        here = above
        if "/S" in node:
            kind = str(node.S)[1:]
            here = Element(node, kind, roles.get(kind, kind), above)
            yield here
        pending += [(kid, here) for kid in reversed(kids(node)) if _is_element(kid)]


def kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what stands right below a node of the structure tree: elements, numbers of marked content, references."""
    found = node.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _is_element(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def roles_of(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the role map."""
    found = pdf.Root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary())
    return {str(name)[1:]: str(role)[1:] for name, role in found.items()}


def unmarked(page: pikepdf.Page) -> list[str]:
    """Return the operators that paint on a page outside of anything that is marked: neither content nor artifact."""
    marks: list[bool] = []
    found = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            marks.append(str(operands[0]) == "/Artifact" or "/MCID" in properties)
        elif name == "EMC":
            marks.pop()
        elif name in _PAINTS and not any(marks):
            found.append(name)
    return found


def content_numbers(page: pikepdf.Page) -> list[int]:
    """Return the numbers of the marked content on a page."""
    return [
        int(operands[1]["/MCID"])
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
    ]


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return every font of every page."""
    return [font for page in pdf.pages for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()]


def streams(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    """Return every stream of the file."""
    return [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]


def dictionaries(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return every dictionary of the file that is an object of its own."""
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]


def annotations(pdf: pikepdf.Pdf) -> list[tuple[pikepdf.Page, pikepdf.Object]]:
    """Return every annotation with its page."""
    return [(page, one) for page in pdf.pages for one in page.get("/Annots", pikepdf.Array())]
