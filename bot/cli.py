"""The command line: iqtibas ask · console · telegram · serve · mcp · index · verify · … · eval.

Exit codes: 0 answered, 1 not found, 2 wrong use or input, 130 Ctrl-C, 141 nobody reads the output any more.
"""

from __future__ import annotations

import sys

import click

from bot.commands.ask import ask
from bot.commands.console import console
from bot.commands.evaluate import evaluate
from bot.commands.exit_codes import BROKEN_PIPE, INTERRUPTED, WRONG
from bot.commands.index import index
from bot.commands.mcp import mcp
from bot.commands.read import read
from bot.commands.serve import serve
from bot.commands.telegram import telegram
from bot.commands.verify import verify
from bot.commands.verify_quote import verify_quote
from bot.encoding import use_utf8
from bot.output import complain


def main() -> None:
    """Run the command line, and leave the process with its exit code."""
    use_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command line to its exit code; errors go to standard error."""
    try:
        code = iqtibas.main(arguments, prog_name="iqtibas", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG
    except click.ClickException as error:
        complain(error.format_message())
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as error:
        # Above all standard output, where that is a file on a disk which is full.
        complain(f"the system refuses it: {error.strerror or error}")
        return WRONG
    except SystemExit:
        # What click and rich make of a broken pipe.
        return BROKEN_PIPE
    return int(code or 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="iqtibas", message="%(prog)s %(version)s")
def iqtibas() -> None:
    """Ask your own Arabic documents a question, and get their own words back."""


for _command in (ask, console, telegram, serve, mcp, index, verify, verify_quote, read, evaluate):
    iqtibas.add_command(_command)
