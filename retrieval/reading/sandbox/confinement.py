"""What keeps the process it is called in from doing harm, as far as the system has such means."""

from __future__ import annotations

import ctypes
import math
import sys
import time
from contextlib import suppress
from typing import Any

MEMORY = 512 << 20
"""Bytes of address space."""
SECONDS = 20
"""Of processor time for one file."""

_FORBIDDEN = (
    *("socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty."),
)
"""Beginnings of the names of Python's audit events: networks and other programs."""
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""Linux's CLONE_NEWUSER and CLONE_NEWNET."""


def confine() -> None:
    """Bound the memory, and shut out networks, other programs and the writing of files. For good."""
    sys.dont_write_bytecode = True
    if sys.platform == "linux":
        _leave_the_network()
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        for limit, value in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):  # a system that doesn't know this limit, or has a lower one
                resource.setrlimit(limit, (value, value))
    sys.addaudithook(_refuse)


def allow_time() -> None:
    """Let the process run for so many seconds more; then the system ends it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        most = math.ceil(time.process_time()) + SECONDS
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _refuse(event: str, _: Any) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not allowed where files are read")


def _leave_the_network() -> None:
    """Go where there is no network, not even for libraries in C. Not every system lets everyone do so."""
    with suppress(OSError, AttributeError):
        unshare = ctypes.CDLL(None).unshare
        if unshare(_NEW_NETWORK):
            unshare(_NEW_USER | _NEW_NETWORK)
