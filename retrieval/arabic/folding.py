"""A word -> the spelling under which it is searched.

Two steps, since two questions are asked of a word. `bare` takes away what a writer may leave out without
writing another word (vowel marks, tatweel, invisible characters, presentation forms, the shape of digits).
`fold` also levels the letters that writers confuse (hamza seats, ى/ي, ة/ه, Persian letters): what folds
alike matches, what is alike bare matches better.

>>> bare("تُـــرْكِيَا"), bare("ﺗﺮﻛﻴﺎ"), bare("٤٠٠")
('تركيا', 'تركيا', '400')
>>> fold("مسئول"), fold("مسؤول"), fold("قرة")
('مسوول', 'مسوول', 'قره')
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from retrieval.arabic import letters

_DROPPED = dict.fromkeys(map(ord, letters.TASHKEEL | letters.INVISIBLE | {letters.TATWEEL}))
_DIGITS = {
    ord(digit): str(value) for script in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(script)
}
_PUNCTUATION_IN_NUMBERS = {ord("٫"): ".", ord("٬"): ",", ord("’"): ","}

_LEVELLED = str.maketrans(
    dict.fromkeys(letters.ALEF_FORMS, "ا")
    | dict.fromkeys(letters.YEH_FORMS + "ئ", "ي")
    | dict.fromkeys(letters.HEH_FORMS, "ه")
    | dict.fromkeys(letters.KAF_FORMS, "ك")
    | letters.PERSIAN_SOUNDS
    | {"ؤ": "و"}
)

_PERSIAN_KEYBOARD = str.maketrans(
    dict.fromkeys("یۍې", "ي") | dict.fromkeys(letters.KAF_FORMS, "ك") | dict.fromkeys("ہھە", "ه")
)
_BARE = _DROPPED | _DIGITS | _PUNCTUATION_IN_NUMBERS | _PERSIAN_KEYBOARD

_HAMZA_BEFORE_PRONOUN = re.compile("ا[ؤئ](?=(?:ه|ها|هم|هن|هما|نا|كم)$)")


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """The word without marks, tatweel and invisible characters, its shapes and digits the common ones."""
    if not word.isascii():
        if max(word) >= "ﭐ":  # U+FB50: presentation and full-width forms
            word = unicodedata.normalize("NFKC", word)
        word = word.translate(_BARE)
    return word.casefold()


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """The word as `bare`, and with letters levelled that writers use for one another.

    Spellings that more than one letter tells apart are levelled first: the Egyptian مسئول, مائة for مئة, and
    the hamza that moves with the case in زملاؤه, زملاءه, زملائه.
    """
    word = bare(word)
    if "ئ" in word or "ؤ" in word:
        word = word.replace("ئو", "وو").replace("مائة", "مئة").replace("مائت", "مئت")
        word = _HAMZA_BEFORE_PRONOUN.sub("اء", word)
    return word.translate(_LEVELLED)


def folded_words(text: str) -> frozenset[str]:
    """The words of a list, as a text in which they are looked for is folded.

    >>> sorted(folded_words("إلى مسؤول"))
    ['الي', 'مسوول']
    """
    return frozenset(map(fold, text.split()))
