"""A real keyboard on a display: xdotool's key events, with Bangla letters on keys that no office keyboard has."""

import re
import subprocess

_PAUSE = "8"  # milliseconds between two keys
_SPARE = re.compile(r"(key\s+<I\d+>\s+\{\s*\[\s*)(XF86\w+)(\s*\]\s*\};)")
"""A key for media players and the like, in xkbcomp's description of a keyboard: no office keyboard has them."""


class Keyboard:
    """Strikes keys on a display, which go to the program whose window has the focus there, whatever it is made of."""

    def __init__(self, display: str, letters: str) -> None:
        """Lay the `letters` that are not on the keyboard of `display` on its spare keys.

        Raises:
            ValueError: there are more of them than spare keys.
            subprocess.CalledProcessError: there is no such display.
        """
        self._environment = {"DISPLAY": display, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        layout = self._run("xkbcomp", "-w0", display, "-")
        laid = {int(code, 16) for code in re.findall(r"\bU([0-9A-F]+)\b", layout)}  # by the walk before
        lacking = iter(sorted({letter for letter in letters if not letter.isascii() and ord(letter) not in laid}))
        layout = _SPARE.sub(lambda key: _with(key, next(lacking, "")), layout)
        if left := "".join(lacking):
            raise ValueError(f"no spare key for {left!r}")
        self._run("xkbcomp", "-w0", "-", display, said=layout)

    def press(self, *keys: str) -> None:
        """Press keys by their X names, one after the other ("Tab", "ctrl+a")."""
        self._run("xdotool", "key", "--delay", _PAUSE, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._run("xdotool", "type", "--delay", _PAUSE, "--", text)

    def paste(self, text: str) -> None:
        """Paste a text."""
        # xclip stays and hands the text out, until another text is on the clipboard.
        command = ["xclip", "-selection", "clipboard"]
        subprocess.run(command, input=text, text=True, env=self._environment, stdout=subprocess.DEVNULL, check=True)
        self.press("ctrl+v")

    def windows(self) -> list[str]:
        """Return the numbers of the windows that are seen, the topmost last."""
        return self._run("xdotool", "search", "--onlyvisible", ".", fails=True).split()

    def focus(self, window: str) -> None:
        """Give a window the focus, as a click on it would."""
        self._run("xdotool", "windowfocus", "--sync", window)

    def move_to_the_corner(self, window: str) -> None:
        """Move a window to the screen's top left corner."""
        self._run("xdotool", "windowmove", window, "0", "0")

    def _run(self, *command: str, said: str = "", fails: bool = False) -> str:
        done = subprocess.run(
            command, input=said, capture_output=True, text=True, env=self._environment, check=not fails, timeout=30
        )
        return done.stdout


def _with(key: re.Match[str], letter: str) -> str:
    return f"{key[1]}U{ord(letter):04X}{key[3]}" if letter else key[0]
