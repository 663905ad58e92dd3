"""What the ranking and the answering need of a collection of paragraphs, wherever it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.arabic.analyzer import Analyzer
    from retrieval.arabic.tokens import Token
    from retrieval.engines.protocol import TermsByField
    from retrieval.model import Paragraph, Source
    from retrieval.ranking.candidates import Candidates, EndToEnd
    from retrieval.ranking.selection import Selection
    from retrieval.ranking.statistics import Statistics
    from retrieval.ranking.vocabulary import TermTable

    Ints = NDArray[np.integer[Any]]

CANDIDATE_FIELDS = ("stem", "root")
"""The fields in which an engine looks for candidates."""


class Entry(Protocol):
    """A paragraph of the collection."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""

    @property
    def source(self) -> Source:
        """Where its document comes from, for which its text needn't be read."""

    @property
    def words(self) -> Ints:
        """The numbers of its words, in order."""

    @property
    def sentences(self) -> Ints:
        """How many words each of its sentences has, none of them 0."""

    @property
    def title(self) -> Ints:
        """The numbers of the words of its document's title."""


class Terms(Protocol):
    """The words under numbers 0, 1, 2, …, and their terms, in each field under numbers of their own."""

    def __len__(self) -> int: ...

    def term(self, field: str, term: str) -> int | None:
        """The number of a term, or None where no word has it."""

    def term_count(self, field: str) -> int:
        """A number greater than that of any term."""

    def table(self, field: str) -> TermTable:
        """The terms of all words in a field."""


class Names(Protocol):
    """The foreign names among the words."""

    def variants(self, word: str) -> list[str]:
        """The other spellings of the name `word`, likeliest first; none for an Arabic word."""


class Collection(Protocol):
    """Paragraphs under keys, and what is known of all of them together."""

    @property
    def analyzer(self) -> Analyzer:
        """What made terms of the paragraphs, and makes them of questions."""

    @property
    def vocabulary(self) -> Terms:
        """The words of all paragraphs and titles."""

    @property
    def is_content(self) -> NDArray[np.bool_]:
        """For each word of the vocabulary whether it says what a text is about."""

    @property
    def names(self) -> Names:
        """The foreign names among the words of the paragraphs, by sound."""

    @property
    def whole(self) -> Candidates:
        """All paragraphs as candidates: for small collections."""

    def __len__(self) -> int: ...

    def __getitem__(self, key: int) -> Entry: ...

    def entries(self, keys: Sequence[int]) -> Mapping[int, Entry]:
        """The paragraphs under `keys`, in their order; those that are no longer there are left out."""

    def end_to_end(self, keys: Sequence[int]) -> EndToEnd:
        """The paragraphs under `keys`, in their order; those without a word, or not there, are left out."""

    def tokens(self, key: int) -> list[Token]:
        """The words of a paragraph with their places."""

    def statistics(self, field: str, *, titles: bool = False) -> Statistics:
        """The counts of a field over all paragraphs, or over their titles."""

    def idf(self, field: str, term: str) -> float:
        """How telling a term is among the paragraphs, be it in any of them or not."""

    def selected(self, allows: Callable[[Source], bool]) -> Selection:
        """The paragraphs of the documents whose sources are allowed.

        allows: hashable; those that are equal allow the same
        """

    def candidates(self, terms: TermsByField, limit: int, among: Ints | None = None) -> Sequence[int]:
        """Keys of at most `limit` paragraphs that share terms with a question, the most promising first.

        among: the keys that are wanted, all unless told
        """
