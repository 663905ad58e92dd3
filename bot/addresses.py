"""host:port, where the program listens."""

from __future__ import annotations

import os
import socket


def parted(address: str) -> tuple[str, int]:
    """Host and port of an address.

    >>> parted("[::1]:8080")
    ('::1', 8080)
    """
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def refusal(error: OSError) -> str:
    """Why the system doesn't let the program listen at an address."""
    # The text of the error may repeat the address; a name that isn't known has a number of its own.
    return str(error.strerror) if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
