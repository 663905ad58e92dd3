"""Verbs of saying, as texts and questions have them.

>>> from retrieval.arabic.folding import fold
>>> [says(fold(word)) for word in ("وأضافت", "يؤكدون", "زار")]
[True, True, False]
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from retrieval.arabic.folding import folded_words

_PASTS = folded_words("""
    قال أكد صرح أعلن أضاف أوضح أشار ذكر شدد حذر جدد أعرب أفاد اعتبر تابع أردف استطرد لفت نوه زعم ادعى دعا
    طالب رد أجاب علق كتب غرد تعهد انتقد أدان رحب نفى كشف أبلغ أخبر توقع هدد تساءل ناشد أقر اعترف نبه اتهم
    تحدث أبدى ندد حث اقترح وصف حكى
""")
_WEAK = folded_words("دعا ادعى نفى أبدى")
_PRESENTS = folded_words("""
    يقول يؤكد يصرح يعلن يضيف يوضح يشير يذكر يشدد يحذر يعرب يفيد يعتبر يتابع يلفت يزعم يدعو يطالب يرد يجيب
    يعلق يكتب ينتقد يدين يرحب ينفي يكشف يتوقع يهدد يعترف ينبه يتهم يرى يتحدث
""")
SAYING = (
    frozenset("".join(parts) for parts in product(_PASTS - _WEAK, ("", "ت", "ا", "تا", "وا")))
    - folded_words("ردا")  # mostly «ردا على»
    | folded_words("قلت قلنا دعا دعت دعوا ادعى ادعت نفى نفت أبدى أبدت")
    | frozenset(
        f"{person}{verb[1:]}{ending}" for verb in _PRESENTS for person in "يت" for ending in ("", "ان", "ون")
    )
)
"""The verbs, as `fold` spells them."""


@lru_cache(maxsize=1 << 12)
def says(folded: str) -> bool:
    """Whether a word, as `fold` spells it, is a verb of saying, also behind و or ف."""
    return folded in SAYING or goes_on(folded)


def goes_on(folded: str) -> bool:
    """Whether it is a verb of saying behind و or ف, which begins a clause."""
    return folded[:1] in ("و", "ف") and folded[1:] in SAYING
