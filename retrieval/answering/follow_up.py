"""A question that leans on the one before it -> the question as it is understood.

«ومتى كان ذلك؟» and «متى ولد؟» take along what the former question was about, «وماذا قال عن سوريا؟» its names;
«وماذا عن سوليفان؟» or «وسوليفان؟» puts a name in another's place. A question that stands by itself is left
alone.

>>> follow_up("ومتى كان ذلك؟", "كم استمرت المكالمة بين سوليفان وقالن؟").understood
'متى كان ذلك: المكالمة بين سوليفان وقالن؟'
>>> follow_up("وماذا عن سوليفان؟", "ماذا قال كالن عن داعش؟").understood
'ماذا قال سوليفان عن داعش؟'
>>> follow_up("والشافعي؟", "متى ولد الإمام مالك؟").understood
'متى ولد الشافعي؟'
>>> follow_up("من هو رئيس الوزراء؟", "كم استمرت المكالمة بين سوليفان وقالن؟")
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.attributes import attributes
from retrieval.arabic.folding import folded_words
from retrieval.arabic.lexicon import is_arabic, is_word
from retrieval.arabic.questions import Kind, asked
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
_ONLY_NAMED = 3
"""Words of a question that is a name and nothing else: «والإمام أبو حنيفة؟»."""
_NAMED = (Kind.THING, Kind.PERSON)
_BEGIN_WITH_AND = folded_words("""
    واشنطن وارسو ويلز ووهان ولنغتون ويلينغتون وليام ويليام ويليم ويلسون والتر وايت واين ويندوز واتساب
    ويكيبيديا ووترلو ويمبلي وينستون
""")
"""Names whose و is their own; of other words the lexicon tells."""
_PRONOUN = re.compile("(.{3,})(ه|ها|هم|هما|هن)")
"""A noun or a verb with a pronoun behind it."""


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
    name = _asked_about(question, tokens)
    # Most questions stand by themselves, and spare us a look at the former.
    if (not name and not _leans(question, tokens, own, replied=replied)) or len(former) > _LONGEST:
        return None
    topic = _Topic(former)
    if not topic.words:
        return None
    if name:
        return FollowUp(question, topic.with_name(name))
    text = _without_conjunction(question, tokens).strip(_MARKS)
    return FollowUp(question, f"{text}: {(topic.names or topic.subject) if own else topic.words}؟")


def _leans(question: str, tokens: Sequence[Token], own: Sequence[Token], *, replied: bool) -> bool:
    """Whether a question says too little to stand by itself; own: what it says itself."""
    if not tokens or len(own) > _OWN_WORDS or any(map(_is_name, own)):
        return False
    asking = asked(tokens).words
    if (replied and (asking or _has_question_mark(question))) or len(asking) == len(tokens):
        return True
    if _starts_with_conjunction(tokens) or _points_back(tokens, own):
        return True
    return bool(asking) and _names_no_subject(tokens, own)


def names_no_subject(question: str) -> bool:
    """Whether a question only says what is asked of somebody or something, and not of whom or what.

    >>> [names_no_subject(each) for each in ("متى توفي؟", "كم عدد سكانها؟", "كم السعر؟", "متى توفي تسلا؟")]
    [True, True, False, False]
    """
    tokens = Analyzer().tokens(question)
    return bool(asked(tokens).words) and _names_no_subject(tokens, _telling(tokens))


def _names_no_subject(tokens: Sequence[Token], own: Sequence[Token]) -> bool:
    if not own or len(own) > _OWN_WORDS or own[0].folded.startswith("ال"):
        return False
    kind = asked(tokens).kind
    # «من فاز؟» asks for the subject itself.
    alone = len(own) == 1 and kind is not Kind.PERSON and bool(attributes(kind, own))
    return alone or (not any(map(_is_name, own)) and _has_pronoun(own[0]))


def _has_pronoun(word: Token) -> bool:
    """Whether the word ends with a pronoun: not what is written with ة, nor what is a word as it stands."""
    found = _PRONOUN.fullmatch(word.folded)
    if not found or word.bare.endswith("ة") or is_word(word.folded):
        return False
    stem = found[1]
    return is_word(stem) or (stem.endswith("ت") and is_word(stem[:-1] + "ه"))


class _Topic:
    """What a question is about.

    names: the names in it; words: all from its first telling word to its last
    subject: the same behind the attribute asked for, «أحمد بن حنبل» of «متى توفي أحمد بن حنبل»
    """

    def __init__(self, question: str) -> None:
        self._question = question
        tokens = Analyzer().tokens(question)
        self._telling = _telling(tokens)
        self._named = [token for token in self._telling if _is_name(token)]
        asks_for = attributes(asked(tokens).kind, self._telling[:1])
        self._behind = (asks_for and self._telling[1:]) or self._telling
        self.names = " ".join(dict.fromkeys(token.text for token in self._named))
        self.words = self._from(self._telling)
        self.subject = self._from(self._behind)

    def with_name(self, name: str) -> str:
        """The question about another name, in the place of its own or of what else it is about."""
        whole = len(self._behind) < len(self._telling)
        replaced = self._first_name() or (self._behind if whole else self._behind[-1:])
        return self._question[: replaced[0].start] + name + self._question[replaced[-1].end :]

    def _first_name(self) -> Sequence[Token]:
        """The words of the name that comes first: «جيك سوليفان», but not the one joined to it."""
        found = self._named[:1]
        for token in self._named[1:]:
            between = self._question[found[-1].end : token.start]
            if between.strip() or token.folded.startswith("و"):
                break
            found.append(token)
        return found

    def _from(self, tokens: Sequence[Token]) -> str:
        return self._question[tokens[0].start : tokens[-1].end] if tokens else ""


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


def _has_question_mark(question: str) -> bool:
    return question.rstrip().endswith(("؟", "?"))


def _asked_about(question: str, tokens: Sequence[Token]) -> str:
    """What «ماذا عن …» or «و…؟» asks about; an empty text where a question is none of these."""
    if len(tokens) > len(_WHAT_ABOUT):
        words = tokens[0].folded.removeprefix("و"), tokens[1].folded
        if words == _WHAT_ABOUT:
            return question[tokens[2].start : tokens[-1].end]
    return _named_alone(question, tokens)


def _named_alone(question: str, tokens: Sequence[Token]) -> str:
    """The name of a question that is nothing but «and» and a name."""
    if not tokens or len(tokens) > _ONLY_NAMED or not _has_question_mark(question):
        return ""
    first, rest = tokens[0], tokens[0].folded[1:]
    joined = first.folded.startswith("و") and len(rest) > 1 and not is_word(first.folded)
    if not joined or first.folded in _BEGIN_WITH_AND or any(map(_is_light, tokens)) or asked(tokens).words:
        return ""
    # «ومتى» asks and «وفي» joins as they do without the conjunction; «والسبب» asks as well.
    if is_stop_word(rest) or asked(Analyzer().tokens(f"ما {rest}")).kind not in _NAMED:
        return ""
    return question[first.start + 1 : tokens[-1].end]
