"""Numbers, dates and texts as the window's language writes them."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from coopdesk.bangla.dates import bangla_date_in_words, gregorian_in_words, weekday
from coopdesk.bangla.digits import to_bangla
from coopdesk.texts import Language, Said, Text, table

_LANGUAGE = "coopdesk.language"


def language() -> Language:
    """Return the language that the window speaks now."""
    app = QApplication.instance()
    return "en" if app is not None and app.property(_LANGUAGE) == "en" else "bn"


def set_language(chosen: Language) -> None:
    """Let the window speak `chosen` from now on."""
    app = QApplication.instance()
    assert app is not None  # noqa: S101
    app.setProperty(_LANGUAGE, chosen)


def say(text: Text | Said) -> str:
    """Return a text of both languages in the window's."""
    return text.in_(language())


def number(value: int | str) -> str:
    """Return a number, or a text with numbers in it, with the language's digits."""
    return to_bangla(str(value)) if language() == "bn" else str(value)


def day(value: date) -> str:
    """Return a day as "২৪ নভেম্বর ২০২৬" or "24 November 2026"."""
    return gregorian_in_words(value, language())


def full_day(value: date) -> str:
    """Return a day with its weekday and, in Bangla, both calendars."""
    if language() == "bn":
        return f"{weekday(value, 'bn')}, {bangla_date_in_words(value)} বঙ্গাব্দ / {gregorian_in_words(value, 'bn')}"
    return f"{weekday(value, 'en')}, {gregorian_in_words(value, 'en')}"


def clause_number(clause_id: str) -> str:
    """Return a clause's number as it is shown: ০৩.৫ or 03.5."""
    return number(clause_id)


def status(name: str) -> str:
    """Return the word for a status ("met")."""
    return say(table("findings")[f"status.{name}"])


def translate(context: str, text: str) -> str:
    """Translate a text that was marked elsewhere with QT_TRANSLATE_NOOP."""
    return QCoreApplication.translate(context, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation, and return it as it is."""
    return text
