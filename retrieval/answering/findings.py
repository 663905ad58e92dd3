"""The best paragraphs for a question in the order in which they are quoted, each read when it is wanted."""

from __future__ import annotations

from datetime import datetime
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answering import dating
from retrieval.answering.attribution import attributed_first
from retrieval.answering.by_number import called_first, is_unheard_of, shares_held
from retrieval.answering.comparing import Comparer
from retrieval.answering.confidence import confidence, signs
from retrieval.answering.evidence import gather, states
from retrieval.answering.inquiry import inquire
from retrieval.answering.order import DEPTH, merit
from retrieval.answering.phrases import quoting_first
from retrieval.answering.reading import Reading
from retrieval.answering.reasons import why
from retrieval.answering.sentence import best_sentence
from retrieval.answering.stated import Stated, stated
from retrieval.arabic.asked_time import asked_time
from retrieval.arabic.attributes import statements
from retrieval.model import Passage
from retrieval.ranking.near_copies import copies, shared, shorter_first
from retrieval.ranking.search import Ranked, raised, rank
from retrieval.ranking.weights import CANDIDATES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from retrieval.answers import DatedWords, Why
    from retrieval.arabic.questions import Kind
    from retrieval.model import Paragraph, Period, Span
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query
    from retrieval.ranking.reranker import Reranker

_CONVINCING = 3
"""So many of the first paragraphs are looked at to tell how sure the answer is."""
_NEAR_COPIES_AMONG = 20
"""So many of the first paragraphs are searched for near-copies of one another."""


class Findings:
    """At least `limit` of the best paragraphs, as far as so many share a term with the question.

    today: the day on which is asked, from which «أمس» and the like count
    ranked: their keys and scores in the order of quotation
    """

    def __init__(
        self,
        query: Query,
        collection: Collection,
        limit: int,
        reranker: Reranker | None = None,
        today: date | None = None,
    ) -> None:
        self.question = query.text
        self._collection = collection
        self._inquiry = inquire(query, collection)
        self._compare = Comparer(self._inquiry.words, self._inquiry.alternatives)
        self._readings: dict[int, Reading] = {}
        self._answers: dict[int, Span] = {}
        self._runs: tuple[dict[int, int], NDArray[np.intp]] = {}, np.zeros((0, 0), dtype=np.intp)
        found = rank(query, collection, max(self._wanted(query, limit), reranker.depth if reranker else 0))
        self._related = {each.key: each.related.tolist() for each in found}
        self._top_score = found[0].score if found else 0.0
        day = today or datetime.now().astimezone().date()
        self._time = dating.borne_out(asked_time(query.written, day), found, collection)
        if reranker:
            found = reranker.rerank(query.text, found, collection)
        found = quoting_first(found, query.phrases, collection, self._top_score)
        shares = shares_held(found, query.numbered, collection)
        self._unheard_of = is_unheard_of(query.numbered, shares)
        found = called_first(found, shares, self._top_score)
        found = dating.by_time(found, self._time, collection, self._top_score)
        found = attributed_first(found, self._inquiry, self._compare, collection, self._top_score)
        self.ranked = _falling(self._shorter_first(self._by_merit(found)))

    @property
    def asked(self) -> Kind:
        """The kind of thing that would answer."""
        return self._inquiry.asked.kind

    @property
    def period(self) -> Period | None:
        """The time that is asked about."""
        return self._time.period if self._time else None

    @property
    def confidence(self) -> float:
        """How probable it is that the first paragraphs answer, 0 to 1."""
        meaning = self.ranked[0].meaning if self.ranked else None
        return confidence(self.signs, meaning)

    @property
    def signs(self) -> dict[str, float] | None:
        """The signs that the confidence is told by; None where nothing can answer."""
        return None if self._unheard_of else signs(self._convincing, self._top_score)

    @property
    def _convincing(self) -> list[Reading]:
        return [self.reading(each.key) for each in self.ranked[:_CONVINCING]]

    def reading(self, key: int) -> Reading:
        """The paragraph under `key`, read."""
        if key not in self._readings:
            paragraph, tokens = self._collection[key].paragraph, self._collection.tokens(key)
            found = gather(self._inquiry, self._compare, paragraph.text, tokens, self._related[key])
            evidence = dating.credited(found, self._inquiry, self._time, paragraph)
            places = statements(self._inquiry.attributes, paragraph.text, tokens)
            told = states(self._inquiry, tokens, found, places)
            self._readings[key] = Reading(self._inquiry, evidence, bool(places), told)
        return self._readings[key]

    def passage(self, ranked: Ranked) -> Passage:
        """The paragraph as it is shown: with the sentence that answers and the words that matched."""
        reading = self.reading(ranked.key)
        return Passage(
            paragraph=self._collection[ranked.key].paragraph,
            score=ranked.score,
            answer=self._chosen(ranked.key),
            highlights=tuple(dict.fromkeys(match.span for match in reading.matches)),
        )

    def paragraph(self, ranked: Ranked) -> Paragraph:
        """The paragraph itself."""
        return self._collection[ranked.key].paragraph

    def copies(self, found: Sequence[Ranked]) -> list[int]:
        """For each of ranked paragraphs the place of the first that it is a near-copy of, or its own."""
        return copies(self._shared(found))

    def figures(self, ranked: Ranked) -> frozenset[str]:
        """The numbers in it, in one script."""
        if not any(map(str.isdigit, self.paragraph(ranked).text)):
            return frozenset()
        return frozenset(token.folded for token in self._collection.tokens(ranked.key) if token.is_number)

    def stated(self, ranked: Ranked, rank: int) -> Stated:
        """What it states as the quotation of that number."""
        reading, tokens = self.reading(ranked.key), self._collection.tokens(ranked.key)
        return stated(rank, self.paragraph(ranked), self._chosen(ranked.key), reading, tokens)

    def why(self, ranked: Ranked, answer: Span) -> Why:
        """What speaks for the paragraph, and for the sentence of it that is shown to answer."""
        title = self._collection.analyzer.tokens(self.paragraph(ranked).source.title or "")
        likes = map(self._compare, title)
        in_title = {like.asked for like in likes if like.degree}
        return why(self.reading(ranked.key), answer, self._collection.tokens(ranked.key), in_title)

    def dates(self, ranked: Ranked, answer: Span) -> tuple[DatedWords, ...]:
        """The days that words of the sentence mean, where the question is about time."""
        paragraph = self._collection[ranked.key].paragraph
        return dating.dates_told(self.asked, self._time, paragraph, answer, self._collection)

    def forms(self) -> dict[str, tuple[str, ...]]:
        """Each word of the question -> itself and the other spellings found for it in what was read."""
        words = [token.text for token in self._inquiry.words]
        alternatives = self._inquiry.alternatives
        spellings = [
            dict.fromkeys([word, *(other.text for other in alternatives.get(place, ()))])
            for place, word in enumerate(words)
        ]
        for key, reading in self._readings.items():
            text = self._collection[key].paragraph.text
            for match in reading.matches:
                spellings[match.asked][match.span.of(text)] = None
        return {word: tuple(found) for word, found in zip(words, spellings, strict=True)}

    def _chosen(self, key: int) -> Span:
        """The sentence of a paragraph that answers."""
        if key not in self._answers:
            self._answers[key] = best_sentence(self.reading(key))
        return self._answers[key]

    @staticmethod
    def _wanted(query: Query, limit: int) -> int:
        return CANDIDATES if query.phrases or query.numbered else max(limit, _NEAR_COPIES_AMONG)

    def _by_merit(self, found: list[Ranked]) -> list[Ranked]:
        first = found[:DEPTH]
        gains = [self._top_score * merit(self.reading(each.key)) for each in first]
        return raised(first, gains) + found[DEPTH:]

    def _shorter_first(self, found: list[Ranked]) -> list[Ranked]:
        first, rest = found[:_NEAR_COPIES_AMONG], found[_NEAR_COPIES_AMONG:]
        texts = [self._collection[each.key].words for each in first]
        covered = [each.covered for each in first]
        order = shorter_first(self._shared(first), list(map(len, texts)), covered)
        return [first[place] for place in order] + rest

    def _shared(self, found: Sequence[Ranked]) -> NDArray[np.intp]:
        """How many runs of words each two of some paragraphs share; most are asked for twice."""
        places, table = self._runs
        if any(each.key not in places for each in found):
            places = {each.key: place for place, each in enumerate(found)}
            table = shared([self._collection[key].words for key in places])
            self._runs = places, table
        rows = [places[each.key] for each in found]
        return table[np.ix_(rows, rows)]


def _falling(found: list[Ranked]) -> list[Ranked]:
    """The same, each with a score no lower than that of the next."""
    scores = [*accumulate((each.score for each in reversed(found)), max)]
    return [
        each if each.score == score else each._replace(score=score)
        for each, score in zip(found, reversed(scores), strict=True)
    ]
