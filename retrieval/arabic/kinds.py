"""Where a text holds what a question asks for: dates, numbers, places, persons, causes, words said.

Found by the words that Arabic marks such things with (عام before a year, في before a place, لأن before a
cause), not by lists of names: good enough to prefer one sentence to another, not to extract facts.

>>> from retrieval.arabic.tokens import tokenize
>>> text = "استمر الاجتماع لمدة ساعة وعشر دقائق في روما"
>>> [span.of(text) for span in evidence(Kind.DURATION, text, tokenize(text))]
['ساعة', 'وعشر دقائق']
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.arabic.folding import folded_words
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.questions import Kind
from retrieval.arabic.saying import SAYING
from retrieval.arabic.stopwords import is_stop_word
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from retrieval.arabic.tokens import Token


MEASURED = frozenset({Kind.TIME, Kind.NUMBER, Kind.DURATION})
"""Kinds that are recognised reliably enough to be missed."""


_MONTHS = folded_words("""
        يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط
        آذار نيسان أيار حزيران تموز آب أيلول تشرين محرم صفر رجب شعبان رمضان شوال جانفي فيفري أفريل
        جوان جويلية أوت
    """)
_NAMES_TOO = folded_words("محرم صفر رجب شعبان رمضان شوال")
"""Months after which people are named: beside a number, or after «شهر» or «في», they are months."""
_DAYS = folded_words("السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة أمس غدا")
_DATED = folded_words("""
        عام سنة العام السنة عامي القرن قرن عقد العقد يوم شهر خريف صيف شتاء ربيع أوائل أواخر منتصف مطلع
        بداية نهاية فجر مساء صباح
    """)
_PERIODS = folded_words("اليوم الليلة الأسبوع الشهر العام السنة العقد القرن الصيف الشتاء الربيع الخريف")
_WHICH = folded_words("""
        الماضي الماضية المقبل المقبلة القادم القادمة الجاري الجارية الحالي الحالية المنصرم المنصرمة
        الفائت الفائتة التالي التالية السابق السابقة الأول الأولى الثاني الثانية الثالث الثالثة الرابع
        الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة
    """)
"""What tells which period is meant: «الشهر المقبل», «السنة الثانية»."""
_AWAY = folded_words("قبل بعد منذ")
"""What tells a time by how far it lies from another: «قبل ساعتين», «بعد ثلاثة أيام»."""
_ERAS = folded_words("م ه هـ ق هجرية ميلادية هجري ميلادي للميلاد للهجرة")
_DECADES = folded_words("""
        عشرينيات ثلاثينيات أربعينيات خمسينيات ستينيات سبعينيات ثمانينيات تسعينيات العشرينات الثلاثينات
        الأربعينات الخمسينات الستينات السبعينات الثمانينات التسعينات الستينيات السبعينيات الثمانينيات
        التسعينيات الخمسينيات الأربعينيات الثلاثينيات العشرينيات
    """)
_NUMERALS = folded_words("""
        واحد واحدة اثنان اثنين اثنتان اثنتين إثنان اثنا اثني ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست
        سبعة سبع ثمانية ثمان ثماني تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون
        خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتي مئتين مائتان مائتي
        مائتين مئات ألف ألفان ألفي ألفين آلاف ألفا مليون ملايين مليونا مليار مليارات تريليون نصف ثلث
        ثلثي ربع عشرات ضعف أضعاف ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة مرتين مرتان
    """)
_TIME_UNITS = folded_words("""
        سنة سنوات سنين عام عاما أعوام شهر شهرا أشهر شهور أسبوع أسبوعا أسابيع يوم يوما أيام ليلة ليال
        ساعة ساعات دقيقة دقائق ثانية ثوان ثواني قرن قرنا قرون عقد عقود عقدا
    """)
_TIME_PAIRS = folded_words("""
        سنتين سنتان عامين عامان شهرين شهران أسبوعين يومين يومان ساعتين ساعتان دقيقتين عقدين عقدان
        قرنين قرنان
    """)
_UNITS = _TIME_UNITS | _TIME_PAIRS
_LASTING = folded_words("""
        مدة طوال طيلة نحو حوالي استغرق استغرقت استمر استمرت دام دامت قرابة خلال منذ تستغرق يستغرق
    """)
_PLACED = folded_words("""
        مدينة دولة بلدة بلد قارة ولاية منطقة إقليم محافظة قرية عاصمة حي جزيرة شارع نهر بحر البحر
        المحيط مقاطعة مملكة جمهورية جبال جبل شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي مقر ميناء
        مطار ملعب جامعة مدرسة قصر ساحة مضيق خليج صحراء
    """)
_LOCATING = folded_words("في فى إلى من بين قرب داخل خارج عبر لدى عند على")
_TITLES = folded_words("""
        الرئيس رئيس رئيسة الملك ملك الملكة الأمير أمير السلطان سلطان الخليفة الإمام الشيخ السيد السيدة
        الدكتور البروفيسور الأستاذ القائد قائد الجنرال اللواء العقيد الوزير وزير مستشار المستشار
        المدرب اللاعب لاعب الكاتب المؤلف العالم المخرج الممثل الممثلة الفنان المغني المطرب الشاعر
        المؤرخ القديس البابا النبي سفير السفير النائب المدير مدير المتحدث الإمبراطور إمبراطور القيصر
        اللورد الدوق المهندس المعماري الفيلسوف عالم مخترع مؤسس زوجته زوجها والده والدته ابنه ابنته
        شقيقه أخوه أخيه أبيه قبل يد بقيادة برئاسة
    """)
_PATRONYMS = folded_words("بن ابن بنت عبد أبو أبي آل أم دي فون فان")
_CAUSAL = folded_words("""
        لأن لأنه لأنها لأنهم لأنهما بسبب نتيجة بفضل نظرا سبب أسباب السبب أدى أدت يؤدي تؤدي لذلك لذا
        لكي كي حتى لكون كون بغية سعيا تجنبا خوفا إذ حيث جراء إثر بدافع لئلا بدعوى بتهمة ردا احتجاجا
        يعود يرجع يعزى بهدف لغرض بحجة نسبة
    """)
_REPORTING = folded_words("قائلا قائلة مؤكدا مضيفا معلنا موضحا مشيرا رأى")
_MANNER = folded_words("عبر بواسطة طريق باستخدام بطريقة خلال بشكل من وسيلة وذلك حيث عندما بعد")
_QUOTED = re.compile(r"[«“\"'‘]([^«»“”\"'‘’\n]{2,})[»”\"'’]")
_JOINED = frozenset("وفبلك")


@lru_cache(maxsize=1 << 14)
def _plain(folded: str) -> str:
    """The word less one attached particle: وعشر -> عشر, بمدينة -> مدينه."""
    return folded[1:] if folded[:1] in _JOINED and len(folded) > 3 else folded


def _in(token: Token, table: frozenset[str]) -> bool:
    return token.folded in table or _plain(token.folded) in table


def _is_year(token: Token) -> bool:
    return token.folded.isdigit() and len(token.folded) in (3, 4) and 100 <= int(token.folded) <= 2100


def _is_number(token: Token) -> bool:
    return token.is_number or _in(token, _NUMERALS)


def _times(tokens: Sequence[Token]) -> Iterator[Span]:
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        month = _in(token, _MONTHS) and (not _in(token, _NAMES_TOO) or _is_dated(before, after))
        named = month or token.folded in _DAYS or _in(token, _DECADES)
        numbered = token.is_number and before is not None and _in(before, _DATED)
        dated = _is_year(token) and (
            len(token.folded) == 4 or numbered or (after is not None and after.folded in _ERAS)
        )
        ordinal = before is not None and before.folded in ("القرن", "العام") and not token.is_number
        told = token.folded in _WHICH and before is not None and _in(before, _PERIODS)
        away = _in(token, _UNITS) and any(_in(each, _AWAY) for each in tokens[max(0, place - 2) : place])
        if named or numbered or dated or ordinal or told or away:
            yield Span(token.start, token.end)


def _is_dated(before: Token | None, after: Token | None) -> bool:
    """Whether the neighbours of what may be a month say that it is one."""
    return bool(
        (before and (before.is_number or before.folded in {"شهر", "في"})) or (after and after.is_number)
    )


def _numbers(tokens: Sequence[Token]) -> Iterator[Span]:
    dates = {span.start for span in _times(tokens)}
    for token in tokens:
        if _is_number(token) and token.start not in dates:
            yield Span(token.start, token.end)


def _durations(tokens: Sequence[Token]) -> Iterator[Span]:
    for place, token in enumerate(tokens):
        if _in(token, _TIME_PAIRS):
            yield Span(token.start, token.end)
        elif _in(token, _TIME_UNITS):
            before = tokens[max(0, place - 2) : place]
            numbers = [earlier for earlier in before if _is_number(earlier)]
            if numbers or any(_in(earlier, _LASTING) for earlier in before):
                yield Span(numbers[0].start if numbers else token.start, token.end)


def _places(tokens: Sequence[Token]) -> Iterator[Span]:
    for before, token in pairwise(tokens):
        if token.is_number or is_stop_word(token.bare):
            continue
        if before.folded in _LOCATING or _in(before, _PLACED):
            yield Span(token.start, token.end)


def _persons(tokens: Sequence[Token]) -> Iterator[Span]:
    titled = False
    for before, token in pairwise(tokens):
        # Between a title and the name stand words with the article: مستشار الأمن القومي جيك سوليفان.
        titled = _in(before, _TITLES) or (titled and _is_common(before))
        if token.is_number or is_stop_word(token.bare):
            titled = False
            continue
        named = titled and not _is_common(token) and not _in(token, _TITLES)
        if named or token.folded in _PATRONYMS or before.folded in _PATRONYMS:
            yield Span(token.start, token.end)


def _is_common(token: Token) -> bool:
    """Whether it is an Arabic word with the article, as the words of an office are, and few names."""
    return token.folded.startswith("ال") and is_arabic(token.folded)


def _marked_by(table: frozenset[str]) -> Callable[[Sequence[Token]], Iterator[Span]]:
    """A finder of the words in `table`."""

    def find(tokens: Sequence[Token]) -> Iterator[Span]:
        return (
            Span(token.start, token.end)
            for token in tokens
            if token.folded in table or _plain(token.folded) in table
        )

    return find


_FINDERS: Mapping[Kind, Callable[[Sequence[Token]], Iterator[Span]]] = {
    Kind.TIME: _times,
    Kind.NUMBER: _numbers,
    Kind.DURATION: _durations,
    Kind.PLACE: _places,
    Kind.PERSON: _persons,
    Kind.CAUSE: _marked_by(_CAUSAL),
    Kind.MANNER: _marked_by(_MANNER),
    Kind.SPEECH: _marked_by(SAYING | _REPORTING),
}


def evidence(kind: Kind, text: str, tokens: Sequence[Token]) -> list[Span]:
    """The places of `text` that hold what `kind` asks for, in order; none for kinds that nothing marks.

    tokens: all tokens of the text
    """
    finder = _FINDERS.get(kind)
    found = list(finder(tokens)) if finder else []
    if kind is Kind.SPEECH:
        found += [Span(*quoted.span()) for quoted in _QUOTED.finditer(text)]
    return sorted(found)
