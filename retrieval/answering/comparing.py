"""The words of a text against the words of a question, quickly: most are like none, and many come again."""

from __future__ import annotations

from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from retrieval.arabic.clitics import without_clitics
from retrieval.arabic.grams import grams
from retrieval.arabic.readings import dictionary_roots
from retrieval.arabic.stem import stem
from retrieval.ranking.matching import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval.arabic.tokens import Token
    from retrieval.ranking.query import Alternative

_SHARED_AT_LEAST = 3
"""Words that share less than a third of the pieces are never alike."""


class Likeness(NamedTuple):
    """A word of a text, compared.

    asked: the place in the question of the word it is most like, the earlier of equals
    degree: how like, 0 to 1 (see `matching.likeness`)
    pieces: the pieces that it shares with any word of the question
    """

    asked: int
    degree: float
    pieces: frozenset[str]


UNLIKE = Likeness(0, 0.0, frozenset())
"""What most words of a text are."""


class Comparer:
    """The words of one question, ready to be compared with; what was compared once is remembered.

    alternatives: place of a word -> what else may be written for it

    >>> from retrieval.arabic.tokens import tokenize
    >>> compare = Comparer(tokenize("صواريخ الوزير"))
    >>> found = compare(tokenize("وزير")[0])
    >>> found.asked, found.degree, sorted(found.pieces)
    (1, 0.9, ['زير', 'زير_', 'وزي', 'وزير', 'ير_'])
    """

    def __init__(
        self,
        words: Sequence[Token],
        alternatives: Mapping[int, tuple[Alternative, ...]] = MappingProxyType({}),
    ) -> None:
        self._asked = [(word, place, 1.0) for place, word in enumerate(words)]
        self._asked += [
            (word, place, other.weight)
            for place, others in alternatives.items()
            for other in others
            for word in other.words
        ]
        self._spelled: dict[str, int] = {}  # the place of the first word that is spelled so
        for word, place, weight in sorted(self._asked, key=itemgetter(1)):
            if weight == 1.0:
                self._spelled.setdefault(word.bare, place)
        self._known: dict[str, Likeness] = {}
        self._forms: dict[str, set[int]] = {}  # by stem and by root: the same spelling has the same stem
        self._grams: dict[str, set[int]] = {}
        for place, (word, _, _) in enumerate(self._asked):
            for form in _forms(word.folded):
                self._forms.setdefault(form, set()).add(place)
            for gram in grams(word.folded):
                self._grams.setdefault(gram, set()).add(place)
        self._pieces = frozenset(self._grams)

    def __call__(self, token: Token, *, rooted: bool = True) -> Likeness:
        """The token against all the question's words; `UNLIKE` where it shares nothing with them.

        rooted: whether it may have a root in common with one of them
        """
        known = self._known.get(token.bare)
        if known is None:
            known = self._known[token.bare] = self._compared(token, rooted)
        return known

    def _compared(self, token: Token, rooted: bool) -> Likeness:
        word = token.folded
        all_pieces = grams(word)
        pieces = self._pieces.intersection(all_pieces)
        if token.bare in self._spelled:  # no other is more alike
            return Likeness(self._spelled[token.bare], 1.0, pieces)
        # Words of one stem share more than how they begin, which mostly is with the article.
        akin = rooted or not all(piece.startswith("_") for piece in pieces)
        forms = _forms(word) if akin else frozenset[str]()
        places = {place for form in forms if form in self._forms for place in self._forms[form]}
        if pieces and len(pieces) * _SHARED_AT_LEAST >= len(set(all_pieces)):
            places.update(*(self._grams[piece] for piece in pieces))
        if not places:
            return Likeness(0, 0.0, pieces) if pieces else UNLIKE
        degree, place = max((self._likeness(at, token), -self._asked[at][1]) for at in places)
        return Likeness(-place, degree, pieces)

    def _likeness(self, at: int, token: Token) -> float:
        word, _, weight = self._asked[at]
        return weight * likeness(word, token)


def _forms(folded: str) -> frozenset[str]:
    """What two words must share one of to be related: stems and roots."""
    return frozenset({stem(folded), without_clitics(folded), *dictionary_roots(folded)[:1]})
