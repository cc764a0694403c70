"""What stands on every paper: letterhead, memo number, dates, signature, footer; and the way data becomes printable."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from coopdesk.bangla.dates import bangla_date_in_words, gregorian_in_words, weekday
from coopdesk.bangla.digits import to_bangla
from coopdesk.errors import CoopDeskError
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.letters import printable
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, Said, Text, say, table

_AUTHOR_MOST = 500
"""Letters of the author in the file's properties: a string in PDF/A holds 32,767 bytes at most."""
_ROW_MOST = 400
"""Letters of a text that surely fits into the narrowest column of one page."""
_LOGO_SIDE = 480
"""Pixels of a logo's longer side on paper: 20 mm at 600 to the inch."""
_LOGO_MOST = 40_000_000
"""Pixels of the largest picture that is taken for a logo."""


def framed(kind: str, facts: PaperFacts, language: Language, content: Mapping[str, object], footer: str) -> Paper:
    """Return the paper `kind` ("certificate": its template, and its group of words) with its frame around `content`.

    Raises:
        CoopDeskError: the logo's file cannot be read (`papers.logo_unreadable`).
    """
    office = facts.office
    title = _words()[f"{kind}.title"].in_(language)
    day = facts.made_at.date()
    name = office.name if language == "bn" else office.name_en or office.name
    data: dict[str, object] = {
        "language": language,
        "words": {key: text.in_(language) for key, text in _words().items()},
        "title": title,
        "subject": Said(_words()[f"{kind}.subject"], {"title": facts.rulebook.title}).in_(language),
        "office": name,
        "author": name[:_AUTHOR_MOST],
        "website": office.website,
        "memo": facts.memo,
        "bangla_day": say("papers", "frame.bangla_day", day=bangla_date_in_words(day, padded=True)).in_(language),
        "gregorian_day": say("papers", "frame.gregorian_day", day=_padded(day, language)).in_(language),
        "head": {
            "name": office.head_name,
            "post": office.head_post,
            "phone": office.head_phone,
            "email": office.head_email,
        },
        "made_at": _made_at(facts, language),
        "footer": footer,
        "example": office.example,
        **content,
    }
    data = cast("dict[str, object]", _printable(data))
    tables = [value for value in content.values() if isinstance(value, list)]
    # A row stays on one page, unless somebody typed more than a page's worth into a narrow column.
    data.setdefault("whole-rows", max(map(len, _texts(tables)), default=0) < _ROW_MOST)
    if facts.logo:
        data["logo"] = list(logo_png(facts.logo))
    return Paper(title, f"{kind}.typ", data, facts.made_at)


def _words() -> Mapping[str, Text]:
    return {**table("papers"), **table("letters"), **table("registers")}


def _padded(day: date, language: Language) -> str:
    """Write the day with two digits, as the line of the Bangla calendar above it does."""
    words = gregorian_in_words(day, language)
    return words if day.day >= 10 else ("০" if language == "bn" else "0") + words


def _made_at(facts: PaperFacts, language: Language) -> str:
    time = f"{facts.made_at:%H:%M}"
    return say(
        "papers",
        "frame.made_at",
        day=facts.made_at.date(),
        weekday=weekday(facts.made_at.date(), language),
        time=to_bangla(time) if language == "bn" else time,
    ).in_(language)


def _printable(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {key: _printable(item) for key, item in value.items()}
        case list() | tuple():
            return [_printable(item) for item in value]
        case _:
            return value


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for item in value.values():
                yield from _texts(item)
        case list():
            for item in value:
                yield from _texts(item)


def logo_png(file: Path) -> bytes:
    """Return the logo as a small PNG on white, whatever its colours, transparency or size were.

    Raises:
        CoopDeskError: it is no picture, a damaged or an enormous one (`papers.logo_unreadable`).
    """
    from io import BytesIO  # noqa: PLC0415 - few offices have a logo

    from PIL import Image  # noqa: PLC0415 - few offices have a logo, and Pillow loads slowly

    try:
        with Image.open(file) as picture:
            if picture.width * picture.height > _LOGO_MOST:
                raise CoopDeskError("papers.logo_unreadable", file=file.name)
            picture.thumbnail((_LOGO_SIDE, _LOGO_SIDE))
            clear = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise CoopDeskError("papers.logo_unreadable", file=file.name) from error
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear)
    target = BytesIO()
    paper.save(target, "PNG")
    return target.getvalue()
