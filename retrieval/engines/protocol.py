"""What every engine can do: hold terms by field, find candidates, count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

TermsByField = Mapping[str, Sequence[str]]
"""Field -> the terms of a paragraph in it, repeated as often as they occur."""


@dataclass(frozen=True, slots=True)
class FieldStatistics:
    """What BM25 wants to know of a field.

    count: paragraphs in the collection
    average_length: terms per paragraph in the field
    frequencies: term -> paragraphs that hold it (0 for a term that none holds)
    """

    count: int
    average_length: float
    frequencies: Mapping[str, int]


class Engine(Protocol):
    """The first stage of a search, and the counts for the second."""

    def add(self, key: int, terms: TermsByField) -> None:
        """Hold a paragraph's terms under `key`; visible after `commit`."""

    def delete(self, keys: Iterable[int]) -> None:
        """Forget paragraphs; those that are not held are passed over."""

    def commit(self) -> None:
        """Make what was added and deleted visible, all at once."""

    def candidates(self, terms: TermsByField, limit: int) -> list[int]:
        """Keys of at most `limit` paragraphs that share terms with a question, the most promising first."""

    def statistics(self, field: str, terms: Iterable[str]) -> FieldStatistics:
        """Counts for `terms` in `field`, over all that is committed."""
