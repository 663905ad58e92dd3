"""What the command line leaves its process with."""

from __future__ import annotations

ANSWERED, NOT_FOUND, WRONG, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141
