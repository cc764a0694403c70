"""How the window looks: the bundled fonts, and one style sheet in a light and a dark set of colours."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from coopdesk import resources

_FONTS = ("NotoSansBengali-Regular", "NotoSansBengali-Bold", "NotoSans-Regular", "NotoSans-Bold")
FAMILIES = ["Noto Sans Bengali", "Noto Sans"]
BODY_POINTS = 10.5

LIGHT = {
    "window": "#F4F6F5",
    "card": "#FFFFFF",
    "text": "#1B2420",
    "muted": "#56635D",
    "line": "#DCE3DF",
    "border": "#84918A",
    "green": "#006A4E",
    "green_hover": "#00543E",
    "on_green": "#FFFFFF",
    "green_soft": "#E3F1EC",
    "red": "#A91E1E",
    "red_soft": "#FBE7E5",
    "amber": "#7A5200",
    "amber_soft": "#FCF0D6",
    "grey": "#4C5752",
    "grey_soft": "#ECEFED",
    "focus": "#0B5FFF",
}
DARK = {
    "window": "#151A18",
    "card": "#1E2522",
    "text": "#EDF2EF",
    "muted": "#A9B6B0",
    "line": "#343E39",
    "border": "#7B8983",
    "green": "#4FC79F",
    "green_hover": "#74DDB9",
    "on_green": "#06281D",
    "green_soft": "#16382D",
    "red": "#FF9C94",
    "red_soft": "#442120",
    "amber": "#F4C76A",
    "amber_soft": "#3C2F13",
    "grey": "#C1CAC6",
    "grey_soft": "#2B3330",
    "focus": "#8AB4FF",
}


def dress(app: QApplication) -> None:
    """Give the application its fonts and colours, and follow the system's light or dark scheme from now on."""
    for font in _FONTS:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{font}.ttf")))
    body = QFont(FAMILIES)
    body.setPointSizeF(BODY_POINTS)
    app.setFont(body)
    app.setStyle("Fusion")
    _colour()
    app.styleHints().colorSchemeChanged.connect(_colour)


def colours() -> dict[str, str]:
    """Return the colours of the scheme that the system asks for, by name."""
    # The style knows the system's scheme. Asking for it by Qt.ColorScheme would load the whole Qt namespace: 20 ms.
    return DARK if QApplication.style().standardPalette().window().color().lightness() < 128 else LIGHT


def colour(name: str) -> QColor:
    """Return one colour of the present scheme."""
    return QColor(colours()[name])


def _colour() -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    chosen = colours()
    palette = QPalette()
    for role, name in {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Highlight: "green",
        QPalette.ColorRole.HighlightedText: "on_green",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Link: "green",
    }.items():
        palette.setColor(role, QColor(chosen[name]))
    app.setPalette(palette)
    sheet = resources.path("ui", "desk.qss").read_text("utf-8")
    # The longest names first: @green_soft holds @green.
    for name in sorted(chosen, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", chosen[name])
    dark = chosen is DARK
    for name, file in (("tick", "tick.svg"), ("chevron", "chevron-light.svg" if dark else "chevron.svg")):
        sheet = sheet.replace(f"@{name}", resources.path("ui", file).as_posix())
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    app.setStyleSheet(sheet.replace("@families", families).replace("@points", f"{BODY_POINTS}pt"))
