"""Starting in the background with the computer: the person's own entry in the system's list, no administrator's."""

import sys
from pathlib import Path

from coopdesk.errors import CoopDeskError
from coopdesk.launch import start_command

_NAME = "CoopDesk"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_REFUSED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where Windows' Task Manager notes what a person switched off there: the entry itself stays."""
_ENTRY = """[Desktop Entry]
Type=Application
Name=CoopDesk
Name[bn]=কুপডেস্ক
Comment=Reminds of what falls due
Comment[bn]=যা করার সময় হয়েছে, তা মনে করিয়ে দেয়
Exec={command}
Icon=coopdesk
Terminal=false
X-GNOME-Autostart-enabled=true
"""


def is_on() -> bool:
    """Tell whether CoopDesk starts with the computer.

    Raises:
        CoopDeskError: the system does not say (`autostart.refused`).
    """
    try:
        if sys.platform == "win32":
            return _registered()
        return _file().exists()
    except OSError as error:
        raise CoopDeskError("autostart.refused") from error


def switch(on: bool, folder: Path) -> None:
    """Start in the background with the computer, on the register of `folder`; or do so no more.

    Raises:
        CoopDeskError: the system refuses (`autostart.refused`).
    """
    try:
        if sys.platform == "win32":
            _register(_command(folder) if on else [])
        elif on:
            _file().parent.mkdir(parents=True, exist_ok=True)
            command = " ".join(_quoted(word) for word in _command(folder))
            _file().write_text(_ENTRY.format(command=command), "utf-8")
        else:
            _file().unlink(missing_ok=True)
    except OSError as error:
        raise CoopDeskError("autostart.refused") from error


def _command(folder: Path) -> list[str]:
    return [*start_command(), "--data-dir", str(folder.absolute()), "--background"]


def _file() -> Path:
    """Return the entry's file (freedesktop.org, Desktop Application Autostart Specification)."""
    import platformdirs  # noqa: PLC0415 - only who asks for it needs it

    return platformdirs.user_config_path() / "autostart" / "coopdesk.desktop"


def _quoted(word: str) -> str:
    """Return a word of a command as a desktop entry quotes it; as in any value, backslashes are written twice."""
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


if sys.platform == "win32":
    import winreg
    from contextlib import suppress
    from subprocess import list2cmdline

    def _registered() -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.QueryValueEx(key, _NAME)
        except FileNotFoundError:
            return False
        return not _switched_off()

    def _switched_off() -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _REFUSED) as key:
                note, _ = winreg.QueryValueEx(key, _NAME)
        except FileNotFoundError:
            return False
        return isinstance(note, bytes) and bool(note[:1]) and note[0] % 2 == 1  # even: on, odd: off

    def _register(command: list[str]) -> None:
        """Write the command into the person's own list; an empty one takes it out."""
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, _RUN, 0, winreg.KEY_SET_VALUE) as key:
            if command:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, list2cmdline(command))
            else:
                _forget(_RUN)
        _forget(_REFUSED)  # what is said here counts from now on

    def _forget(where: str) -> None:
        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, where, 0, winreg.KEY_SET_VALUE) as key,
        ):
            winreg.DeleteValue(key, _NAME)
