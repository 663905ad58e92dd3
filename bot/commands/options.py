"""The options that several commands share, and the settings they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings

source = click.option("--source", metavar="DIR", help="Folder of the documents; else IQTIBAS_SOURCE.")
index = click.option(
    "--index", metavar="PATH", help="Index of the documents, in place of a folder; else IQTIBAS_INDEX."
)
language = click.option("--language", type=click.Choice(["ar", "en"]), help="Language of the interface.")
shape = click.option(
    "--shape/--no-shape",
    default=None,
    help="Join letters and order lines for a terminal that doesn't do so itself.",
)
dense = click.option(
    "--dense/--no-dense", default=None, help="Rerank the best paragraphs by meaning; needs iqtibas[dense]."
)


def settings(**options: str | bool | None) -> Settings:
    """The settings, an option that was given before what the environment says.

    Raises ClickException where one isn't valid.
    """
    from bot.settings import SettingsError, load_settings  # noqa: PLC0415

    try:
        return load_settings(**options)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def index_path(index: str | None) -> Path:
    """The index that was named. Raises UsageError where none was."""
    path = settings(index=index).index
    if path is None:
        raise click.UsageError("give the index: --index PATH, or IQTIBAS_INDEX")
    return path
