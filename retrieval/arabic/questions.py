"""What kind of thing a question asks for: who, when, where, how many, how long, why, how, said what, whether.

The question's first asking word decides, together with the noun it is bound to: «في أي عام» asks for a time,
«ما اسم القائد» for a person, «كم سنة» for a length of time. Words are compared as `fold` spells them, so that
the usual slips (ماهى, متي, لمادا) are read too. Dialects are asked in as well: مين، شو، ليش، امتى، وين، قديش.

>>> from retrieval.arabic.tokens import tokenize
>>> asked(tokenize("في أي عام زار الوزير مصر؟")).kind
<Kind.TIME: 'time'>
>>> [word.text for word in asked(tokenize("ماذا قال كالن عن التنظيمات؟")).words]
['ماذا']
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from retrieval.arabic.folding import folded_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from retrieval.arabic.tokens import Token


class Kind(StrEnum):
    """What would answer."""

    PERSON = "person"
    TIME = "time"
    PLACE = "place"
    NUMBER = "number"
    DURATION = "duration"
    CAUSE = "cause"
    MANNER = "manner"
    SPEECH = "speech"
    TRUTH = "truth"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Asked:
    """How a question asks.

    kind: what would answer it
    words: the words that only ask, which no answer needs to repeat
    """

    kind: Kind
    words: tuple[Token, ...] = ()


_ASKING: Mapping[Kind, frozenset[str]] = {
    Kind.TIME: folded_words("متى متي مته امتى إمتى إيمتى ايمتا وقتاش فوقاش وكتاش"),
    Kind.PLACE: folded_words("أين اين وين فين منين"),
    Kind.NUMBER: folded_words("كم بكم لكم قديش اديش قداش أديه شكد كام بكام"),
    Kind.CAUSE: folded_words("لماذا لمادا لمازا ليش ليه لمه علاش لشو"),
    Kind.MANNER: folded_words("كيف بكيف ازاي إزاي شلون كيفاش"),
    Kind.PERSON: folded_words("من مين منو لمن ممن بمن عمن"),
    Kind.TRUTH: folded_words("هل"),
    Kind.THING: folded_words("""
        ما ماذا مادا مازا ماهو ماهي ماهى ماهم ماهما ماسم ماالاسم بماذا بمادا بمازا لماهو فيم علام إلام
        عم عماذا بم مم مما بما فيما أي أية بأي لأي اى شو ايش إيش ايه شنو وش شكون اش وشو أيهما أيهم
        أيها مالذي ماالذي ماهية اذكر أذكر أعط أعطي اعطي عرف عرفي اشرح وضح عدد حدد اقترح
    """),
}
"""Kind -> the words that ask for it. `من` is a preposition too; see `_asks`."""

_NAMING: Mapping[Kind, frozenset[str]] = {
    Kind.TIME: folded_words("""
        عام سنة يوم شهر تاريخ قرن عقد وقت موعد فترة ساعة حقبة زمن سنوات موسم عهد أعوام
    """),
    Kind.DURATION: folded_words("مدة"),
    Kind.PLACE: folded_words("""
        مدينة دولة بلد بلدة بلاد بلدان دول مدن قارة ولاية مكان أماكن موقع مواقع شارع منطقة مناطق إقليم
        محافظة قرية عاصمة حي مقر جزيرة بقعة مقاطعة
    """),
    Kind.NUMBER: folded_words("""
        عدد أعداد نسبة سعر مساحة طول ارتفاع وزن عمر كمية قيمة حجم درجة تكلفة مسافة سرعة مبلغ معدل رقم
        ثمن عرض عمق إجمالي ميزانية كثافة
    """),
    Kind.CAUSE: folded_words("سبب أسباب دافع دوافع سر"),
    Kind.MANNER: folded_words("كيفية طريقة"),
    Kind.SPEECH: folded_words("قول تصريح رأي تعليق رد موقف"),
    Kind.PERSON: folded_words("""
        شخص رئيس ملك زعيم قائد لاعب مؤلف كاتب عالم مؤسس مدير رجل امرأة وزير حاكم ممثل مخترع فنان مغني
        شاعر مخرج والد والدة زوج زوجة ابن ابنة شخصية أمير سلطان خليفة نائب
    """),
}
"""Kind -> nouns that, bound to ما or أي, say that this kind is asked for."""

_COUNTING = folded_words("عدد أعداد رقم مبلغ كمية إجمالي")
"""Nouns that only ask how many: an answer gives the number and needn't say them, as it has to say «سعر»."""

_TIME_UNITS = folded_words("""
        سنة عام سنوات أعوام يوم يوما أيام شهر شهرا أشهر شهور ساعة ساعات دقيقة دقائق ثانية ثوان أسبوع
        أسبوعا أسابيع قرن قرنا عقد عقدا وقت عاما زمن
    """)
_LASTING = folded_words("""
        استمر استمرت يستمر تستمر استغرق استغرقت يستغرق تستغرق دام دامت يدوم تدوم لبث بقي بقيت ظل ظلت
        مكث طال
    """)
_SPEAKING = folded_words("""
        قال قالت يقول تقول قالوا صرح صرحت أعلن أعلنت ذكر ذكرت أكد أكدت أضاف أضافت أوضح أوضحت شدد أشار
        أشارت حذر طالب دعا حكى حكي علق رد أجاب
    """)
"""Fewer than the verbs of `saying`: «ماذا تعتبر دمشق؟» and «إلى ماذا يشير الاسم؟» ask for nobody's words."""
_LINKS = folded_words("هو هي هم هما هن هى كان كانت تكون يكون اسم أسم إسم تم")
_PREPOSITIONS = folded_words("إلى على عن مع ضد بين يد قبل حول لصالح رعاية لدى عند بواسطة من")
_WHO_FOLLOWS = folded_words("هو هي هم هما الذي التي الذين اللذان")
_FROM_FOLLOWS = folded_words("حيث خلال بين")
_PARTICLES_TOO = folded_words("ما بما مما فيما وما لما")
"""Asking words that mean something else («what», «with which») inside a clause."""


def asked(tokens: Sequence[Token]) -> Asked:
    """How the question asks, from all its tokens; `Kind.THING` where no word of it asks."""
    for place, token in enumerate(tokens):
        kind = _asks(place, tokens)
        if kind is not None:
            return _bound(kind, token, tokens[place + 1 :])
    return Asked(Kind.THING)


def _asks(place: int, tokens: Sequence[Token]) -> Kind | None:
    """The kind that the word at `place` asks for; None for a word that doesn't ask."""
    word = tokens[place].folded
    kind = _kind_of(word, _ASKING)
    if kind is Kind.PERSON and word == "من":
        return kind if _is_who(place, tokens) else None
    if kind is Kind.THING and word in _PARTICLES_TOO and place > 0 and not _after_pause(place, tokens):
        return None
    return kind


def _is_who(place: int, tokens: Sequence[Token]) -> bool:
    """Whether من asks: elsewhere it is «from».

    It asks where it opens or closes a question or clause, after a preposition («مع من»), before هو or الذي.
    """
    if place + 1 == len(tokens) or tokens[place + 1].folded in _WHO_FOLLOWS:
        return True
    following = tokens[place + 1].folded
    if _kind_of(following, _ASKING) or following in _FROM_FOLLOWS:
        return False
    return place == 0 or _after_pause(place, tokens) or tokens[place - 1].folded in _PREPOSITIONS


def _after_pause(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a punctuation mark stands before the word, beside the space."""
    return tokens[place].start > tokens[place - 1].end + 1


def _bound(kind: Kind, word: Token, rest: Sequence[Token]) -> Asked:
    """The kind refined by what the asking word is bound to: its noun, or the verb after it."""
    linked = 0
    while linked < len(rest) and rest[linked].folded in _LINKS:
        linked += 1
    words = (word, *rest[:linked])
    nouns = rest[linked : linked + 2]
    first = nouns[0] if nouns else None
    if first is None:
        return Asked(kind, words)
    if kind is Kind.NUMBER:
        return _of_number(words, nouns)
    if kind is Kind.THING:
        return _of_thing(words, first)
    return Asked(kind, words)


def _of_number(words: tuple[Token, ...], nouns: Sequence[Token]) -> Asked:
    """كم with a unit of time or a verb of lasting asks how long: «كم سنة», «كم استمر», «كم من الوقت»."""
    if nouns[0].folded == "من" and len(nouns) > 1:
        words, nouns = (*words, nouns[0]), nouns[1:]
    first, name = nouns[0], _without_article(nouns[0].folded)
    if first.folded in _LASTING or name in _TIME_UNITS or name in _NAMING[Kind.DURATION]:
        return Asked(Kind.DURATION, (*words, first))
    if name in _COUNTING:
        return Asked(Kind.NUMBER, (*words, first))
    return Asked(Kind.NUMBER, words)


def _of_thing(words: tuple[Token, ...], first: Token) -> Asked:
    """ما, ماذا, أي with a noun that names a kind asks for that kind; with a verb of saying, for words."""
    if first.folded in _SPEAKING:
        return Asked(Kind.SPEECH, words)
    kind = _kind_of(_without_article(first.folded), _NAMING)
    if kind in (Kind.TIME, Kind.CAUSE, Kind.DURATION):
        return Asked(kind, (*words, first))
    return Asked(kind or Kind.THING, words)


def _without_article(word: str) -> str:
    """The word without its article, as the tables have it."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _kind_of(word: str, tables: Mapping[Kind, frozenset[str]]) -> Kind | None:
    """The kind in whose table the word stands, itself or after an attached و or ف."""
    for kind, table in tables.items():
        if word in table or (word[:1] in ("و", "ف") and word[1:] in table):
            return kind
    return None
