"""Ranked paragraphs -> an Answer: quotations with the sentence that answers, or silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answering.confidence import SILENT_BELOW, confidence
from retrieval.answering.evidence import Match, coverage, matches
from retrieval.answering.sentence import best_sentence
from retrieval.model import Answer, Passage, Quote, Searched, Span, Status
from retrieval.ranking.scoring import idf
from retrieval.ranking.search import Ranked, rank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval.ranking.collection import Collection, Entry
    from retrieval.ranking.query import Query

_CONSIDERED = 20
"""So many of the best passages may be quoted: what ranks lower has never been seen to answer."""


def passages(query: Query, collection: Collection, limit: int) -> list[Passage]:
    """The best paragraphs, with the question's words in them marked."""
    return [_passage(query, collection[ranked.key], ranked) for ranked in rank(query, collection, limit)]


def answer(query: Query, collection: Collection, searched: Searched, limit: int, skip: int) -> Answer:
    """The Answer to a question: at most `limit` quotations, after `skip` better ones."""
    weights = telling(query, collection)
    ranked = rank(query, collection, _CONSIDERED)
    found = [matches(query.tokens, collection[each.key].tokens) for each in ranked]
    covered = [coverage(weights, each) for each in found]
    sure = confidence(max(covered, default=0.0))
    bearing = [place for place, share in enumerate(covered) if share >= SILENT_BELOW]
    shown = bearing[skip : skip + limit]
    quotes = tuple(
        _quote(number, ranked[place], collection[ranked[place].key], weights, found[place])
        for number, place in enumerate(shown, start=skip + 1)
    )
    return Answer(
        question=query.text,
        status=Status.ANSWERED if bearing else Status.NOT_FOUND,
        confidence=sure,
        quotes=quotes,
        forms=_forms(query, collection, ranked, found),
        searched=searched,
        further=max(0, len(bearing) - skip - len(shown)),
    )


def telling(query: Query, collection: Collection) -> list[float]:
    """For each word of the question how telling it is: the IDF of its stem in the collection."""
    stems = [collection.analyzer.terms("stem", [token])[0] for token in query.tokens]
    statistics = collection.engine.statistics("stem", stems)
    return [idf(statistics.count, statistics.frequencies[stem]) for stem in stems]


def _passage(query: Query, entry: Entry, ranked: Ranked) -> Passage:
    return Passage(entry.paragraph, ranked.score, _spans(matches(query.tokens, entry.tokens)))


def _quote(
    rank: int, ranked: Ranked, entry: Entry, weights: Sequence[float], found: Sequence[Match]
) -> Quote:
    return Quote(
        rank=rank,
        paragraph=entry.paragraph,
        answer=best_sentence(entry.paragraph.text, weights, found),
        highlights=_spans(found),
        score=ranked.score,
    )


def _spans(found: Sequence[Match]) -> tuple[Span, ...]:
    return tuple(match.span for match in found)


def _forms(
    query: Query, collection: Collection, ranked: Sequence[Ranked], found: Sequence[Sequence[Match]]
) -> Mapping[str, tuple[str, ...]]:
    """Each word of the question -> itself and the other spellings under which passages were found."""
    forms: dict[str, dict[str, None]] = {token.text: {token.text: None} for token in query.tokens}
    for each, its_matches in zip(ranked, found, strict=True):
        text = collection[each.key].paragraph.text
        for match in its_matches:
            forms[query.tokens[match.asked].text][match.span.of(text)] = None
    return {word: tuple(spellings) for word, spellings in forms.items()}
