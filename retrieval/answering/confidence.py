"""How sure an answer is, and from where on the documents are said to be silent."""

from __future__ import annotations

import math
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from retrieval.answering.evidence import coverage
from retrieval.answering.sentence import pieces
from retrieval.answering.weights import CONFIDENCE, CONFIDENCE_BIAS, WORDS_BESIDE_MEANING
from retrieval.arabic.designators import is_designator
from retrieval.arabic.kinds import MEASURED
from retrieval.arabic.lexicon import is_arabic, is_word
from retrieval.arabic.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval.answering.inquiry import Inquiry
    from retrieval.answering.reading import Reading
    from retrieval.arabic.tokens import Token

SILENT_BELOW = 0.25
"""Confidence under which a question counts as not answered, unless told otherwise."""
NEAR_FROM = 0.3
"""Share of that confidence from which the best passage is near enough to be offered, though no answer."""


def confidence(signs: Mapping[str, float] | None, meaning: float | None = None) -> float:
    """How probable it is that the quotations answer, 0 to 1.

    signs: as `signs` tells them; None where nothing can answer
    meaning: what the first quotation's meaning says for it (log-odds); None where that is unknown
    """
    if signs is None:
        return 0.0
    odds = odds_by_words(signs)
    if meaning is not None:
        odds = WORDS_BESIDE_MEANING * odds + meaning
    return 1 / (1 + math.exp(-odds))


def odds_by_words(signs: Mapping[str, float]) -> float:
    """What the signs say for an answer (log-odds)."""
    return CONFIDENCE_BIAS + sum(CONFIDENCE[name] * sign for name, sign in signs.items())


def signs(readings: Sequence[Reading], score: float) -> dict[str, float] | None:
    """Name of a sign -> its measure; None where nothing can answer.

    readings: of the first three quotations; score: the first one's in the ranking
    """
    if not readings or not any(map(holds_what_is_named, readings)):
        return None
    inquiry = readings[0].inquiry
    if asks_of_nobody(inquiry) or speaker_unknown(inquiry) or nothing_stated(readings):
        return None
    first, fullest = readings[0], max(readings, key=words_held)
    return {
        "pieces": pieces_held(first),
        "words": words_held(fullest),
        "amount": amount(first, score),
        "kind missing": kind_missing(first),
        "unstated": unstated(readings),
        "name missing": name_missing(fullest),
        "opening": opening_held(fullest),
    }


def holds_what_is_named(reading: Reading) -> bool:
    """Whether the paragraph holds every S-400 of the question: what speaks of the S-300 is no answer."""
    named = {place for place, word in enumerate(reading.inquiry.words) if is_designator(word)}
    return named <= {match.asked for match in reading.matches}


def asks_of_nobody(inquiry: Inquiry) -> bool:
    """Whether an attribute is asked for and nothing else said: «متى ولد؟» is answered by every birth.

    «من فاز؟» asks for the subject itself, and what has the article is one: «كم السعر؟».
    """
    alone = len(inquiry.words) == 1 and not inquiry.words[0].folded.startswith("ال")
    return alone and bool(inquiry.attributes) and inquiry.asked.kind is not Kind.PERSON


def speaker_unknown(inquiry: Inquiry) -> bool:
    """Whether the words of somebody are asked for whom no paragraph names: «ماذا قال فلان عن …».

    Others may have said much on the same matter.
    """
    name = _name(inquiry)
    return bool(name) and all(
        inquiry.weights[place] >= 1 and place not in inquiry.alternatives for place in name
    )


def _name(inquiry: Inquiry) -> list[int]:
    """The places of the speaker's name: foreign words side by side, at first or behind those of an office."""
    speaker = sorted(inquiry.speaker)
    untitled = dropwhile(lambda place: not _may_name(inquiry.words[place]), speaker)
    name = list(takewhile(lambda place: _may_name(inquiry.words[place]), untitled))
    spoken_to = bool(name) and name[0] != speaker[0] and inquiry.words[name[0]].folded.startswith("ل")
    return [] if spoken_to else name


def nothing_stated(readings: Sequence[Reading]) -> bool:
    """Whether no paragraph has words for the attribute asked for, nor the measure that it would be."""
    if not readings[0].inquiry.attributes or any(reading.mentions for reading in readings):
        return False
    return all(map(kind_missing, readings))


def _may_name(word: Token) -> bool:
    return not is_word(word.folded) and not word.folded.startswith("ال")


def pieces_held(reading: Reading) -> float:
    """The most pieces of the question's words that one sentence holds, 0 to 1."""
    return max(pieces(reading, place) for place in range(len(reading.sentences)))


def words_held(reading: Reading) -> float:
    """The weighted share of the question's words that the paragraph holds, 0 to 1."""
    return coverage(reading.inquiry.weights, _held(reading))


def name_missing(reading: Reading) -> float:
    """How telling the foreign name or number is that the paragraph lacks, 0 to 1; of several the most.

    Other words may be said otherwise.
    """
    inquiry = reading.inquiry
    return max(
        (
            weight * (1 - like)
            for word, weight, like in zip(inquiry.words, inquiry.weights, _held(reading), strict=True)
            if not is_arabic(word.folded)
        ),
        default=0.0,
    )


def opening_held(reading: Reading) -> float:
    """The likeness found to the first telling word: mostly a verb, it tells less of the matter."""
    return next(iter(_held(reading)), 0.0)


def _held(reading: Reading) -> list[float]:
    """For each word of the question the best likeness found in the paragraph, 0 to 1."""
    return [max(found) for found in zip(*(one.words for one in reading.sentences), strict=True)]


def amount(reading: Reading, score: float) -> float:
    """How much was matched in all, in terms that no paragraph holds, whatever the size of the collection.

    Two words of a question in two are less to go by than eight in eight. The logarithm, since each adds less
    than the one before.
    """
    return math.log(0.1 + score / reading.inquiry.unit)


def kind_missing(reading: Reading) -> float:
    """Whether a time, number or duration is asked for and the paragraph holds none, 0 or 1."""
    return float(reading.inquiry.asked.kind in MEASURED and not any(one.kinds for one in reading.sentences))


def unstated(readings: Sequence[Reading]) -> float:
    """Whether an attribute is asked for that no paragraph states, 0 to 1; half where the first doesn't."""
    if not readings[0].inquiry.attributes:
        return 0.0
    return (2 - readings[0].states - any(reading.states for reading in readings)) / 2
