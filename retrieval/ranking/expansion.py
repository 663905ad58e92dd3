"""What else may be written for a question's words: spellings of its names, and what the glossary says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.arabic.glossary import Glossary
from retrieval.arabic.names import similarity
from retrieval.arabic.ordinals import writings
from retrieval.arabic.stem import stem
from retrieval.ranking.query import Alternative, analyse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.arabic.tokens import Token
    from retrieval.ranking.collection import Collection
    from retrieval.ranking.query import Query

NO_GLOSSARY = Glossary()

SPELLING = 0.8
"""What another spelling of a name counts for, were it sure to be one: less than the one asked for."""
KNOWN_SPELLING = 0.1
"""The same where the collection also has the one asked for: enough to break ties. More would lift paragraphs
that hold both spellings over those that hold the answer (ARCD MRR@10 -.004 at .3)."""
NUMBER = 0.8
"""What another writing of the number counts for by which a thing is known."""
SYNONYM = 0.7
"""What a form of the owner's glossary counts for."""
_MOST_SPELLINGS = 6
_SHORTEST_NAME = 3


def understand(question: str, collection: Collection, glossary: Glossary = NO_GLOSSARY) -> Query:
    """The question as it is searched in a collection; without a word in it, a query without tokens."""
    return expanded(analyse(question, collection.analyzer), collection, glossary)


def expanded(query: Query, collection: Collection, glossary: Glossary) -> Query:
    """The question with alternatives for its words, each of which the collection may hold."""
    alternatives: dict[int, dict[str, Alternative]] = defaultdict(dict)
    for place, number in _numbers(query, collection):
        alternatives[place][number.text] = number
    for found in glossary.find([token.folded for token in query.tokens]):
        for other in found.forms:
            words = tuple(collection.analyzer.content(other))
            weight = SYNONYM * min(1.0, (found.end - found.start) / len(words))
            for place in range(found.start, found.end):
                alternatives[place].setdefault(other, Alternative(other, words, weight))
    for place, token in enumerate(query.tokens):
        sure = KNOWN_SPELLING if is_written(token, collection) else SPELLING
        for spelling in _spellings(token, collection, glossary):
            words = tuple(collection.analyzer.tokens(spelling))
            weight = sure * similarity(token.folded, spelling)
            alternatives[place].setdefault(spelling, Alternative(spelling, words, weight))
    return replace(
        query, alternatives={place: tuple(others.values()) for place, others in alternatives.items()}
    )


def _numbers(query: Query, collection: Collection) -> Iterator[tuple[int, Alternative]]:
    """Other writings of the number by which a thing is known, for each word of it."""
    places = {token.folded: place for place, token in enumerate(query.tokens)}
    for thing in query.numbered:
        asked = [token.folded for token in query.written[thing.start : thing.end]]
        for number in writings(thing.number):
            words = tuple(collection.analyzer.tokens(" ".join(number)))
            other = Alternative(" ".join(number), words, NUMBER * min(1.0, len(asked) / len(words)))
            yield from ((places[word], other) for word in asked if word in places and word not in number)


def is_written(token: Token, collection: Collection) -> bool:
    """Whether the collection has a word in any of its forms."""
    (form,) = collection.analyzer.terms("stem", [token])
    return collection.vocabulary.term("stem", form) is not None


def _spellings(token: Token, collection: Collection, glossary: Glossary) -> list[str]:
    """Other spellings of a name among the collection's words; its mere forms are found without."""
    if len(token.folded) < _SHORTEST_NAME or not token.folded.isalpha():
        return []
    found = [
        spelling
        for spelling in collection.names.variants(token.folded)
        if glossary.allows(token.folded, spelling) and stem(spelling) != stem(token.folded)
    ]
    return found[:_MOST_SPELLINGS]
