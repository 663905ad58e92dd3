"""The part of a collection that a question is asked of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.model import Searched

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Selection:
    """Paragraphs of a collection, and how many documents they are of.

    keys: theirs, each once, in the collection's order
    """

    keys: NDArray[np.intp]
    documents: int

    @property
    def searched(self) -> Searched:
        """How many documents and paragraphs these are."""
        return Searched(self.documents, len(self.keys))
