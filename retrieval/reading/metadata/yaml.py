"""YAML that tells of a document: a sidecar, or the front matter of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import FileDamaged, FileUnreadable
from retrieval.reading.metadata.fields import said

if TYPE_CHECKING:
    from retrieval.reading.extracted import Said


def read_yaml(text: str, name: str) -> Said:
    """What a mapping of names to values says.

    name: the file, as an error names it
    Raises FileDamaged where the text is no such mapping, FileUnreadable where PyYAML is not installed.
    """
    try:
        import yaml  # noqa: PLC0415 - an extra, wanted by few files
    except ModuleNotFoundError as error:
        raise FileUnreadable(name, "no module yaml; install it: pip install 'iqtibas[files]'") from error
    try:
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date like 2021-13-40
        raise FileDamaged(name, f"it is not YAML ({' '.join(str(error).split())})") from error
    if not isinstance(values, dict):
        raise FileDamaged(name, "it holds no names with values; write title: …, date: …, author: …, url: …")
    return said({str(key): value for key, value in values.items()})
