"""What was typed into a page's named inputs, as plain texts: to keep half-typed pages over a crash or a switch."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

Fields = dict[str, str]
_DAY = "yyyy-MM-dd"


class KeptInput(QWidget):
    """An input of the house's own, such as a chosen file: under its object name it is kept as a line's text is."""

    def text_to_keep(self) -> str:
        """Return what stands in it; nothing where it is empty."""
        raise AssertionError("each input says its own")

    def put_back(self, text: str) -> None:  # noqa: ARG002 - named for those that say theirs
        """Take up again what was kept."""
        raise AssertionError("each input says its own")


def typed(page: QWidget) -> Fields:
    """Return what stands in each named input of `page`. A hidden secret is never among them."""
    found: Fields = {}
    for widget in page.findChildren(QWidget):
        name = widget.objectName()
        match widget:
            case QLineEdit() if name and widget.echoMode() is QLineEdit.EchoMode.Normal and not _is_part(widget):
                found[name] = widget.text()
            case QPlainTextEdit() if name:
                found[name] = widget.toPlainText()
            case QComboBox() if name:
                found[name] = str(widget.currentData() or "")
            case QDateEdit() if name:
                found[name] = widget.date().toString(_DAY)
            case QCheckBox() | QRadioButton() if name:
                found[name] = "1" if widget.isChecked() else ""
            case KeptInput() if name:
                found[name] = widget.text_to_keep()
    return found


def restore(page: QWidget, fields: Fields) -> None:
    """Put kept texts back into the inputs of `page` that are named so."""
    for widget in page.findChildren(QWidget):
        text = fields.get(widget.objectName())
        if text is None:
            continue
        match widget:
            case QLineEdit() if not _is_part(widget):
                widget.setText(text)
            case QPlainTextEdit():
                widget.setPlainText(text)
            case QComboBox() if (place := widget.findData(text)) >= 0:
                widget.setCurrentIndex(place)
            case QDateEdit():
                widget.setDate(QDate.fromString(text, _DAY))
            case QCheckBox() | QRadioButton():
                widget.setChecked(text == "1")
            case KeptInput() if text:
                widget.put_back(text)


def _is_part(line: QLineEdit) -> bool:
    # A box or a date has a line edit of its own inside.
    return isinstance(line.parent(), QComboBox | QDateEdit) or line.objectName().startswith("qt_")
