"""The command `iqtibas`: the command line, or where only the library is installed, what it needs."""

from __future__ import annotations

import sys

_WRONG = 2
"""The exit code of wrong use, which `exit_codes` has too, behind what may be missing."""


def main() -> None:
    """Run the command line, and leave the process with its exit code."""
    try:
        from bot.cli import main as run  # noqa: PLC0415 - what it imports may be missing
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"bot", "retrieval"}:
            raise
        sys.stderr.write(
            f"iqtibas: no module {error.name}; only the library is installed: for the command line "
            "pip install 'iqtibas[console]', for the Telegram bot pip install 'iqtibas[telegram]'\n"
        )
        sys.exit(_WRONG)
    run()
