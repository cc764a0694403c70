"""The pages of the window, made when they are first opened: the first window need not wait for the others."""

from importlib import import_module
from typing import TYPE_CHECKING

from coopdesk.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from coopdesk.ui.pages.page import Page
    from coopdesk.ui.session import Session

PAGES = {
    "overview": QT_TRANSLATE_NOOP("Shell", "At a glance"),
    "accounts": QT_TRANSLATE_NOOP("Shell", "Accounts"),
    "team": QT_TRANSLATE_NOOP("Shell", "Admin team"),
    "checklist": QT_TRANSLATE_NOOP("Shell", "Checklist"),
    "complaints": QT_TRANSLATE_NOOP("Shell", "Complaints"),
    "certificates": QT_TRANSLATE_NOOP("Shell", "Certificates and papers"),
    "settings": QT_TRANSLATE_NOOP("Shell", "Settings"),
}
"""The pages by key, in the order of the navigation, with their names (to be translated)."""

INNER = {"intake": "accounts", "handover": "settings", "licences": "settings"}
"""The pages that another page leads to, which stays marked in the navigation."""


def make_page(key: str, session: "Session") -> "Page":
    """Return a new page.

    Raises:
        KeyError: there is none of that key.
    """
    if key not in PAGES and key not in INNER:
        raise KeyError(key)
    page: Page = getattr(import_module(f"coopdesk.ui.pages.{key}"), f"{key.capitalize()}Page")(session)
    return page
