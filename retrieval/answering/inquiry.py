"""A question as the answering wants it: what it asks for, and how telling its words and their pieces are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from retrieval.arabic.attributes import attributes
from retrieval.arabic.lexicon import is_word
from retrieval.arabic.questions import Asked, Kind, asked
from retrieval.arabic.stopwords import is_stop_word
from retrieval.arabic.tokens import Token
from retrieval.ranking.expansion import is_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval.arabic.attributes import Attribute
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Alternative, Query


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question and how telling its parts are in one collection.

    asked: the kind of thing that would answer
    words: the words that an answering passage is expected to hold, in order, none twice; words that only ask
        are left out, unless nothing else is left
    speaker: places of the words that name whose words are asked for; none where nobody's are
    attributes: what is asked of its subject, as an age or a price; none where it isn't known as such
    alternatives: place of a word -> what else may be written for it
    weights: for each word how telling it is, 0 to 1, whatever the size of the collection
    grams: piece of a word -> how telling it is, likewise
    unit: the weight of a term that no paragraph holds, by which the other weights were divided
    """

    asked: Asked
    words: tuple[Token, ...]
    speaker: frozenset[int]
    attributes: tuple[Attribute, ...]
    alternatives: Mapping[int, tuple[Alternative, ...]]
    weights: tuple[float, ...]
    grams: Mapping[str, float]
    unit: float


def inquire(query: Query, collection: Collection) -> Inquiry:
    """The question, weighed by the collection that it is asked of."""
    analyzer = collection.analyzer
    how = asked(query.written)
    words = _telling(query.written, how)
    places = {token.folded: place for place, token in enumerate(query.tokens)}
    alternatives = {
        place: query.alternatives[places[word.folded]]
        for place, word in enumerate(words)
        if places.get(word.folded) in query.alternatives
    }
    words = tuple(_unjoined(word, collection) for word in words)
    written = [_as_written(word, alternatives.get(place, ()), collection) for place, word in enumerate(words)]
    unit = collection.statistics("stem").idf(0)
    return Inquiry(
        asked=how,
        words=words,
        speaker=_speaker(query.written, how, words),
        attributes=attributes(how.kind, words),
        alternatives=alternatives,
        weights=tuple(collection.idf("stem", stem) / unit for stem in analyzer.terms("stem", words)),
        grams={gram: collection.idf("gram", gram) / unit for gram in analyzer.terms("gram", written)},
        unit=unit,
    )


def _speaker(written: Sequence[Token], how: Asked, words: Sequence[Token]) -> frozenset[int]:
    """The words between the verb of saying and the matter: «بلينكن» of «ماذا قال بلينكن عن سوريا»."""
    if how.kind is not Kind.SPEECH:
        return frozenset()
    behind = written[written.index(how.words[-1]) + 2 :]
    named = {token.end for token in takewhile(lambda token: not is_stop_word(token.bare), behind)}
    return frozenset(place for place, word in enumerate(words) if word.end in named)


def _unjoined(word: Token, collection: Collection) -> Token:
    """A name less the «and» before it where paragraphs have it only without: وأردوغان."""
    if not word.folded.startswith("و") or is_word(word.folded) or is_written(word, collection):
        return word
    rest = Token(word.start + 1, word.end, word.text[1:], word.bare[1:], word.folded[1:])
    return rest if rest.folded and is_written(rest, collection) else word


def _as_written(word: Token, alternatives: Sequence[Alternative], collection: Collection) -> Token:
    """The word, or where no paragraph holds it, the first single word that may be written for it."""
    if is_written(word, collection):
        return word
    return next((other.words[0] for other in alternatives if len(other.words) == 1), word)


def _telling(tokens: Sequence[Token], how: Asked) -> tuple[Token, ...]:
    """The first of these that isn't empty: words that neither ask nor join; words that don't join; all."""
    joined = [token for token in tokens if not is_stop_word(token.bare)]
    words = [token for token in joined if token not in how.words] or joined or tokens
    return tuple({token.folded: token for token in words}.values())
