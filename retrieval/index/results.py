"""What came of bringing an index up to date, and of looking whether it is whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.errors import FileError


@dataclass
class Synced:
    """What became of the files of some folders, or of documents that a program handed over.

    added, updated, removed, unchanged: how many documents
    unsettled: files that are still being written, left for the next time
    failures: an error for each file or item that could not be read
    passed_over: how many files of each suffix whose format isn't known
    """

    added: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    unsettled: list[str] = field(default_factory=list)
    failures: list[FileError] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


@dataclass
class Verified:
    """What a look at an index brought to light.

    documents, paragraphs: how many were looked at
    problems: what isn't as it ought to be, in words; none where all is well
    """

    documents: int = 0
    paragraphs: int = 0
    problems: list[str] = field(default_factory=list)
