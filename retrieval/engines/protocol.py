"""What every engine can do: hold terms by field, find candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TermsByField = Mapping[str, Sequence[str]]
"""Field -> the terms of a paragraph in it, repeated as often as they occur."""


class Engine(Protocol):
    """The first stage of a search."""

    def add(self, key: int, terms: TermsByField) -> None:
        """Hold a paragraph's terms under `key`; visible after `commit`."""

    def delete(self, keys: Iterable[int]) -> None:
        """Forget paragraphs; those that are not held are passed over."""

    def commit(self) -> None:
        """Make what was added and deleted visible, all at once."""

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> list[int]:
        """Keys of at most `limit` paragraphs that share terms with a question, the most promising first.

        among: the keys that are wanted, all unless told; as many of them are found as if there were no others
        """
