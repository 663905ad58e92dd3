"""The characters of Arabic text, by what they mean to a search.

pyarabic names the standard marks; this module adds what it leaves out and people really type: the Qur'an's
annotation marks, Persian and Urdu letters from foreign keyboards, and invisible controls.
"""

from __future__ import annotations

from pyarabic import araby

TATWEEL: str = araby.TATWEEL

TASHKEEL = frozenset(araby.TASHKEEL) | frozenset(
    chr(code)
    for first, last in (
        (0x0610, 0x061A),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06ED),
        (0x08D3, 0x08FF),
    )
    for code in range(first, last + 1)
    # U+06DD (end of verse), U+06E5 and U+06E6 (small waw and ya), U+06DE and U+06E9 are no vowel marks, yet
    # none of them is a letter of the word either: all go.
)
"""Vowel marks, among them the dagger alef and superscript hamza, which `araby.strip_tashkeel` keeps."""

INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD),  # soft hyphen
        (0x061C, 0x061C),  # Arabic letter mark
        (0x200B, 0x200F),  # zero-width space, joiners, direction marks
        (0x202A, 0x202E),  # direction embeddings and overrides
        (0x2060, 0x2069),  # word joiner, isolates
        (0xFEFF, 0xFEFF),  # byte order mark
    )
    for code in range(first, last + 1)
)
"""Characters without a shape of their own, which may stand inside a word."""

ALEF_FORMS = "أإآٱٲٳٵ"
YEH_FORMS = "ىیېۍےٸ"
HEH_FORMS = "ةۀہھۃەۂ"
KAF_FORMS = "کڪګڬ"
PERSIAN_SOUNDS = {"گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ۋ": "و", "ڥ": "ف", "ڨ": "ق"}
"""Letters for sounds that Arabic lacks -> the letter Arabic writers put in their place."""

_LETTERLIKE = "".join(sorted(mark for mark in TASHKEEL | {TATWEEL} if mark.isalpha()))
LETTER = rf"[^\W\d_{_LETTERLIKE}]"
"""One letter of any script, as a regular expression; tatweel and small letters above the line are none."""
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe"
ARABIC_LETTER = rf"(?=[{_ARABIC}]){LETTER}"
OTHER_LETTER = rf"(?![{_ARABIC}]){LETTER}"

MARK = "[" + "".join(sorted(TASHKEEL | INVISIBLE)) + TATWEEL + "]"
"""One character that may stand between two letters of a word, as a regular expression."""
