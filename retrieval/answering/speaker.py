"""Whether it is the speaker asked about whose words a paragraph gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.arabic.lexicon import is_word
from retrieval.arabic.sentences import sentences
from retrieval.arabic.speech import sayings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.answering.comparing import Comparer
    from retrieval.answering.inquiry import Inquiry
    from retrieval.arabic.tokens import Token
    from retrieval.model import Span
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.search import Ranked

_MOST = 0.6
"""Share of an office's words, by weight, that make it the one asked about."""
_BACK = 3
"""So many paragraphs «وأضاف» may lie behind the one that names the speaker."""


class Speaker:
    """The speaker whom a question asks about.

    compare: with the words of `inquiry`, which has a speaker
    """

    def __init__(self, inquiry: Inquiry, compare: Comparer, collection: Collection) -> None:
        self._inquiry = inquiry
        self._compare = compare
        self._collection = collection
        # An office goes with many names: where one is told, it decides.
        self._names = {place for place in inquiry.speaker if not is_word(inquiry.words[place].folded)}
        self._matter = range(max(inquiry.speaker) + 1, len(inquiry.words))

    def speaks(self, ranked: Ranked) -> int:
        """1 where the paragraph gives the speaker's words on what is asked, -1 where others', else 0."""
        text, tokens = self._collection[ranked.key].paragraph.text, self._collection.tokens(ranked.key)
        spans = [span for span in sentences(text) if self._on_the_matter(span, tokens)]
        voices = {
            asked
            for start, asked in self._voices(ranked.key, text, tokens)
            if any(span.start <= start < span.end for span in spans)
        }
        return 1 if True in voices else -1 if False in voices else 0

    def _voices(self, key: int, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, bool | None]]:
        """For each verb of saying its place, and whether the asked one speaks; None where nobody is named."""
        found = sayings(text, tokens)
        last = self._before(key) if found and not tokens[found[0].named] else None
        for each in found:
            if named := tokens[each.named]:
                last = self._is_asked(named)
            yield each.start, last

    def _before(self, key: int) -> bool | None:
        """Whether it is the asked one who spoke last in the paragraphs before; None where nobody is named."""
        document = self._collection[key].paragraph.source.path
        for earlier in range(key - 1, max(-1, key - 1 - _BACK), -1):
            entry = self._collection.entries([earlier]).get(earlier)
            if entry is None or entry.paragraph.source.path != document:
                return None
            tokens = self._collection.tokens(earlier)
            named = [tokens[each.named] for each in sayings(entry.paragraph.text, tokens)]
            if any(named):
                return self._is_asked([*filter(None, named)][-1])
        return None

    def _is_asked(self, named: Sequence[Token]) -> bool:
        likes = [(token, self._compare(token)) for token in named]
        found = {
            like.asked for token, like in likes if like.degree and not self._is_addressed(token, like.asked)
        }
        if self._names:
            return not self._names.isdisjoint(found)
        weights, office = self._inquiry.weights, self._inquiry.speaker
        return sum(weights[place] for place in found & office) >= _MOST * sum(
            weights[place] for place in office
        )

    def _is_addressed(self, token: Token, place: int) -> bool:
        """Whether the word names one who is spoken to: «لفلان»."""
        return token.folded.startswith("ل") and not self._inquiry.words[place].folded.startswith("ل")

    def _on_the_matter(self, span: Span, tokens: Sequence[Token]) -> bool:
        likes = (self._compare(token) for token in tokens if span.start <= token.start < span.end)
        return not self._matter or any(like.degree and like.asked in self._matter for like in likes)
