"""How much of a text a reader got, in which order, with which numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w[\w\u064b-\u0652]*")
_NUMBER = re.compile(r"\d(?:[\d.,٫٬/:-]*\d)?")


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Shares between 0 and 1.

    recall: of the words of the text, those that were read, vowel marks and all
    order: of these, those that stand in the same order (the blocks that difflib finds)
    numbers: of the numbers, those that were read with every digit and sign
    surplus: words that were read and are not in the text, for each that is
    """

    recall: float
    order: float
    numbers: float
    surplus: float


def fidelity(text: str, read: str) -> Fidelity:
    """What a reader made of a text."""
    text, read = (unicodedata.normalize("NFC", each) for each in (text, read))
    words, words_read = _WORD.findall(text), _WORD.findall(read)
    numbers, numbers_read = _NUMBER.findall(text), _NUMBER.findall(read)
    found = (Counter(words) & Counter(words_read)).total()
    blocks = SequenceMatcher(None, words, words_read, autojunk=False).get_matching_blocks()
    return Fidelity(
        recall=found / len(words),
        order=sum(block.size for block in blocks) / max(found, 1),
        numbers=(Counter(numbers) & Counter(numbers_read)).total() / max(len(numbers), 1),
        surplus=(len(words_read) - found) / len(words),
    )


def mean(of: list[Fidelity]) -> Fidelity:
    """The mean of several."""
    return Fidelity(
        *(
            sum(getattr(each, field) for each in of) / len(of)
            for field in ("recall", "order", "numbers", "surplus")
        )
    )
