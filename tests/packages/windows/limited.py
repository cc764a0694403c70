"""Runs a program as a person who is no administrator: `python limited.py PROGRAM [WORD…]`. Itself it runs under wine.

wine's person is an administrator. The program gets a token in which that group only forbids, as Windows gives it to
whoever has not answered its question (learn.microsoft.com: "CreateRestrictedToken"). Ends with the program's code.
"""

import ctypes
import sys
from ctypes import wintypes

_ALL_ACCESS = 0xF01FF
_ADMINISTRATORS = 26  # WinBuiltinAdministratorsSid
_FOR_EVER = 0xFFFFFFFF


class _SidAndAttributes(ctypes.Structure):
    _fields_ = (("sid", ctypes.c_void_p), ("attributes", wintypes.DWORD))


class _StartupInfo(ctypes.Structure):
    _fields_ = (("size", wintypes.DWORD), ("rest", ctypes.c_byte * 100))


class _ProcessInformation(ctypes.Structure):
    _fields_ = (
        ("process", wintypes.HANDLE), ("thread", wintypes.HANDLE),
        ("process_id", wintypes.DWORD), ("thread_id", wintypes.DWORD),
    )  # fmt: skip


def main(command: str) -> int:
    """Run a command line to its end."""
    kernel, rights = ctypes.WinDLL("kernel32"), ctypes.WinDLL("advapi32")
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    token, limited = wintypes.HANDLE(), wintypes.HANDLE()
    own = wintypes.HANDLE(kernel.GetCurrentProcess())
    _see(rights.OpenProcessToken(own, _ALL_ACCESS, ctypes.byref(token)))
    group, length = ctypes.create_string_buffer(68), wintypes.DWORD(68)
    _see(rights.CreateWellKnownSid(_ADMINISTRATORS, None, group, ctypes.byref(length)))
    only_forbids = _SidAndAttributes(ctypes.cast(group, ctypes.c_void_p), 0)
    nothing = (0, None, 0, None)
    _see(rights.CreateRestrictedToken(token, 0, 1, ctypes.byref(only_forbids), *nothing, ctypes.byref(limited)))
    startup, made = _StartupInfo(size=104), _ProcessInformation()
    line = ctypes.create_unicode_buffer(command)
    places = (None, None, ctypes.byref(startup), ctypes.byref(made))
    _see(rights.CreateProcessAsUserW(limited, None, line, None, None, False, 0, *places))
    process, code = wintypes.HANDLE(made.process), wintypes.DWORD()
    kernel.WaitForSingleObject(process, _FOR_EVER)
    _see(kernel.GetExitCodeProcess(process, ctypes.byref(code)))
    return code.value


def _see(done: int) -> None:
    if not done:
        raise ctypes.WinError()


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
