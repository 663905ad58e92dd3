"""Who speaks in a text: verbs of saying and the words that name their speaker.

Arabic names the speaker behind the verb («قال وزير المالية نادر الصباغ إن …»), or before it in headlines and
clauses («نادر الصباغ أكد أن …»). A verb that names nobody («وأضاف أن …») goes on with whoever spoke last.

>>> from retrieval.arabic.tokens import tokenize
>>> text = "قال الوزير نادر للصحفيين إن المصنع سيفتح، وأضاف أن الصباغ أبلغ المدير."
>>> words = tokenize(text)
>>> [" ".join(word.text for word in words[each.named]) for each in sayings(text, words)]
['الوزير نادر', '', 'الصباغ']
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.arabic.clitics import without_clitics
from retrieval.arabic.folding import folded_words
from retrieval.arabic.lexicon import is_word
from retrieval.arabic.saying import goes_on, says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.arabic.tokens import Token


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in a text.

    start: its place in the text
    named: the words of the text, by their number, that name the speaker; empty where it is who spoke last
    """

    start: int
    named: slice


_ACCORDING = folded_words("بحسب حسب وفق وفقا طبقا لسان")
"""Words that a speaker's name follows as it does a verb."""
_CLAUSE = folded_words("""
    إن أن إنه إنها إنهم إننا أنه أنها أنهم أنهما أننا بأن بأنه بأنها لأن الذي التي الذين حيث كما فيما بينما
    عندما إذا لكن لكنه لكنها ما لا لم لن قد سوف ليس بل ثم أو كان كانت حين و ف
""")
"""Words that begin another clause: no name goes on across them."""
_GOVERNING = folded_words("""
    في من إلى على عن مع ضد خلال أثناء بعد قبل عقب أمام حول بشأن بخصوص لدى عند بين منذ حتى عبر ردا نظيره
    نظيرها نظيرته نظيرتها نظيريه فيه له لها عليه إليه به
""")
"""Words before one who is spoken to or of."""
_ASIDE = folded_words("""
    أيضا كذلك مجددا بدوره بدورها اليوم أمس غدا السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة مساء صباح
    يوم هاتفيا رسميا
""")
_SAID = folded_words("""
    التزام عزم دعم استعداد حرص حق رفض وجود استمرار تمسك موقف سعي تأييد تقدير قلق أمل أمله قلقه تقديره دعمه
    التزامه عزمه رفضه حرصه استعداده موقفه رغبته الحاجة التزامهما دعمهما
""")
"""What is said, where it follows the verb itself and might be taken for who says it."""
_STOPS = ":.؟?!\n"
_LONGEST = 12
"""Words that an office and a name may have."""


def sayings(text: str, tokens: Sequence[Token]) -> list[Saying]:
    """The verbs of saying in a text, in order.

    tokens: all words of the text
    """
    return [
        Saying(token.start, _named(place, text, tokens))
        for place, token in enumerate(tokens)
        if says(token.folded) or token.folded in _ACCORDING
    ]


def _named(place: int, text: str, tokens: Sequence[Token]) -> slice:
    behind = _behind(place, text, tokens)
    verb = tokens[place].folded
    if goes_on(verb) or verb in _ACCORDING:
        return behind
    before = _before(place, text, tokens)
    paused = bool(tokens[behind]) and _pauses("،,", text, tokens, place)
    return behind if paused or not tokens[before] else before


def _behind(place: int, text: str, tokens: Sequence[Token]) -> slice:
    """The words behind the verb up to what is said, or to whom."""
    start = place + 1
    while start < len(tokens) and tokens[start].folded in _ASIDE:
        start += 1
    if start < len(tokens) and _is_said(tokens[place].folded, tokens[start].folded):
        return slice(start, start)
    end = start
    while end < min(len(tokens), start + _LONGEST) and not _ends(tokens[end].folded):
        if tokens[end].folded in _SAID or _pauses(_STOPS, text, tokens, end):
            break
        end += 1
    return slice(start, end)


def _before(place: int, text: str, tokens: Sequence[Token]) -> slice:
    """The words before the verb, back to where their clause begins; none where they are spoken to or of."""
    start, clause = place, place
    while start > max(0, place - _LONGEST) and not _ends(tokens[start - 1].folded):
        start -= 1
        if _pauses(_STOPS, text, tokens, start):
            break
        if clause == place and _pauses("،,", text, tokens, start):
            clause = start
    if start and tokens[start - 1].folded in _GOVERNING:
        start = clause
    aside = all(token.folded in _ASIDE for token in tokens[start:place])
    return slice(place if aside else start, place)


def _pauses(marks: str, text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether one of the marks stands right before a word."""
    return place > 0 and any(mark in text[tokens[place - 1].end : tokens[place].start] for mark in marks)


def _is_said(verb: str, first: str) -> bool:
    """Whether the word behind a verb is what is said: a feminine one doesn't speak in the masculine."""
    masculine = not verb.endswith(("ت", "تا")) and not verb.lstrip("وف").startswith("ت")
    return first in _SAID or (masculine and first.endswith("ه") and is_word(first))


@lru_cache(maxsize=1 << 12)
def _ends(folded: str) -> bool:
    """Whether a name goes no further: another clause begins, or whoever is spoken to or of."""
    led = folded[:1] in ("ب", "ل") and (folded[:2] == "لل" or without_clitics(folded) != folded)
    return led or folded in _CLAUSE or folded in _GOVERNING or says(folded)
