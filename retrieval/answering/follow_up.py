"""A question that leans on the one before it -> the question as it is understood.

«ومتى كان ذلك؟» takes along what the former question was about, «وماذا قال عن سوريا؟» its names; «وماذا عن
سوليفان؟» puts a name in another's place. A question that stands by itself is left alone.

>>> follow_up("ومتى كان ذلك؟", "كم استمرت المكالمة بين سوليفان وقالن؟").understood
'متى كان ذلك: المكالمة بين سوليفان وقالن؟'
>>> follow_up("وماذا عن سوليفان؟", "ماذا قال كالن عن داعش؟").understood
'ماذا قال سوليفان عن داعش؟'
>>> follow_up("من هو رئيس الوزراء؟", "كم استمرت المكالمة بين سوليفان وقالن؟")
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.folding import folded_words
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.questions import asked
from retrieval.arabic.stopwords import is_stop_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.tokens import Token

_OWN_WORDS = 2
"""A question of more telling words stands by itself."""
_LONGEST = 500
"""Characters of a question that is worth taking along."""
_MARKS = " \t\n؟?.!،,"


_BACKWARDS = folded_words("""
    ذلك ذاك تلك معه معها معهم معهما عنه عنها عنهم عنهما فيه فيها منه منها منهم منهما له لها لهم لهما إليه
    إليها إليهم عليه عليها عليهم به بها بهم بينهما بينهم لديه لديها حوله حولها بعده بعدها قبله قبلها هناك
    حينها آنذاك وقتها
""")
"""Words that point back; in a short question there is nothing in it to point to."""
_POINTING = folded_words("هذا هذه هؤلاء")
"""The same, unless what they point to follows: «هذا العام»."""
_PERSONAL = folded_words("هو هي هم هما هن")
"""The same where nothing else is asked about: «من هو؟», but «من هو الوزير؟»."""
_WHAT_ABOUT = ("ماذا", "عن")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that leans on the former one.

    asked: as it was written, to be asked by itself where it was misunderstood
    understood: as it is to be asked
    """

    asked: str
    understood: str


def follow_up(question: str, former: str, *, replied: bool = False) -> FollowUp | None:
    """The question with what it takes from the former one; None where it stands by itself.

    former: the last question, as it was understood; an empty text where there was none
    replied: whether it was written in reply to the former one's quotations; thanks take nothing along
    """
    tokens = Analyzer().tokens(question)
    own = _telling(tokens)
    new = _asked_about(tokens)
    # Most questions stand by themselves, and spare us a look at the former.
    if (new is None and not _leans(question, tokens, own, replied=replied)) or len(former) > _LONGEST:
        return None
    topic = _Topic(former)
    if not topic.words:
        return None
    if new is not None:
        return FollowUp(question, topic.with_name(question[new.start : tokens[-1].end]))
    text = _without_conjunction(question, tokens).strip(_MARKS)
    return FollowUp(question, f"{text}: {topic.names if own and topic.names else topic.words}؟")


def _leans(question: str, tokens: Sequence[Token], own: Sequence[Token], *, replied: bool) -> bool:
    """Whether a question says too little to stand by itself; own: what it says itself."""
    if not tokens or len(own) > _OWN_WORDS or any(map(_is_name, own)):
        return False
    asking = asked(tokens).words
    asks = bool(asking) or question.rstrip().endswith(("؟", "?"))
    asks_alone = len(asking) == len(tokens)
    return (replied and asks) or asks_alone or _starts_with_conjunction(tokens) or _points_back(tokens, own)


class _Topic:
    """What a question is about."""

    def __init__(self, question: str) -> None:
        self._question = question
        self._telling = _telling(Analyzer().tokens(question))
        self._named = [token for token in self._telling if _is_name(token)]
        self.names = " ".join(dict.fromkeys(token.text for token in self._named))
        first, last = (self._telling[0].start, self._telling[-1].end) if self._telling else (0, 0)
        self.words = question[first:last]

    def with_name(self, name: str) -> str:
        """The question about another name; with both where it has none."""
        if not self._named:
            return f"{self._question.strip(_MARKS)}: {name}؟"
        first = self._named[0]
        return self._question[: first.start] + name + self._question[first.end :]


def _telling(tokens: Sequence[Token]) -> list[Token]:
    """The words that say what a question is about."""
    asking = asked(tokens).words
    return [token for token in tokens if token not in asking and not _is_light(token)]


def _is_light(token: Token) -> bool:
    return is_stop_word(token.bare) or token.folded in _BACKWARDS | _POINTING | _PERSONAL


def _is_name(token: Token) -> bool:
    return not is_arabic(token.folded) and not token.folded.isdecimal()


def _points_back(tokens: Sequence[Token], own: Sequence[Token]) -> bool:
    following = [*(token.folded for token in tokens[1:]), ""]
    return any(
        token.folded in _BACKWARDS
        or (token.folded in _POINTING and not after.startswith("ال"))
        or (token.folded in _PERSONAL and not own)
        for token, after in zip(tokens, following, strict=True)
    )


def _starts_with_conjunction(tokens: Sequence[Token]) -> bool:
    """Whether it begins with «ومتى», «فمن» and the like; the و of «وين» is its own."""
    first = tokens[0].folded
    return first[:1] in {"و", "ف"} and bool(asked(Analyzer().tokens(first[1:])).words)


def _without_conjunction(question: str, tokens: Sequence[Token]) -> str:
    start = tokens[0].start
    return question[start + 1 :] if _starts_with_conjunction(tokens) else question[start:]


def _asked_about(tokens: Sequence[Token]) -> Token | None:
    """The first word of what «ماذا عن …» asks about."""
    if len(tokens) <= len(_WHAT_ABOUT):
        return None
    words = tokens[0].folded.removeprefix("و"), tokens[1].folded
    return tokens[2] if words == _WHAT_ABOUT else None
