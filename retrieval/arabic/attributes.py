"""What a question asks of its subject (a birth, an age, a price), and the words by which texts state it.

A text that names the subject and even holds a number needn't tell the age that is asked for. The attributes
and their words stand in `attributes.tsv` beside this module, a row each: name, the kinds of question that ask
for it, the words that do, other words that state it, and an expression for what states it without a word, as
«(1921 - 1999)» does a birth. Left out are attributes that texts state in no words of their own (names,
nationalities). The table is read when it is first asked for, not on import.

>>> from retrieval.arabic.tokens import tokenize
>>> [each.name for each in attributes(Kind.NUMBER, tokenize("عمر الوزير"))]
['age']
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from retrieval.arabic.clitics import without_clitics
from retrieval.arabic.folding import fold, folded_words
from retrieval.arabic.lexicon import is_word
from retrieval.arabic.questions import Kind
from retrieval.arabic.stem import SHORTEST, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.arabic.tokens import Token


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that is asked of a subject.

    kinds: of the questions that ask for it
    asked, stated: the forms of words that ask for it, and that state it (those that ask among them)
    mark: what states it without a word
    """

    name: str
    kinds: frozenset[Kind]
    asked: frozenset[str]
    stated: frozenset[str]
    mark: re.Pattern[str] | None


_CARRIERS = folded_words("""
    بلغ بلغت يبلغ تبلغ وصل وصلت يصل تصل قدر قدرت يقدر تقدر تمت يتم جرى جرت سنة عام تاريخ يوم شهر
    مكان مدينة بلد دولة عدد رقم مقدار معدل متوسط إجمالي كامل
""")
"""Words between the asking one and the attribute: «كم يبلغ عدد سكان», «في أي مدينة ولد»."""


def attributes(kind: Kind, words: Sequence[Token]) -> tuple[Attribute, ...]:
    """The attributes that a question asks for, which may be none.

    kind: what would answer it
    words: its telling words, in order; the first but for carriers names the attribute
    """
    first = next((word for word in words if word.folded not in _CARRIERS), None)
    if first is None:
        return ()
    forms = _forms(first.folded)
    return tuple(each for each in _table() if kind in each.kinds and forms & each.asked)


def statements(asked: Sequence[Attribute], text: str, tokens: Sequence[Token]) -> list[int]:
    """The places of a text that state one of the attributes, rising.

    tokens: all words of the text

    >>> from retrieval.arabic.tokens import tokenize
    >>> (study,) = attributes(Kind.PLACE, tokenize("درس الوزير"))
    >>> text = "الوزير خريج القانون، التحق بجامعة دمشق."
    >>> statements([study], text, tokenize(text)) == [text.index("التحق"), text.index("بجامعة")]
    True
    """
    if not asked:
        return []
    words = frozenset[str]().union(*(each.stated for each in asked))
    marked = (found.start() for each in asked if each.mark for found in each.mark.finditer(text))
    return sorted({*marked, *(token.start for token in tokens if not words.isdisjoint(_forms(token.folded)))})


@cache
def _table() -> tuple[Attribute, ...]:
    with files("retrieval.arabic").joinpath("attributes.tsv").open(encoding="utf-8") as file:
        return tuple(map(_attribute, csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)))


def _attribute(row: dict[str, str]) -> Attribute:
    asking = _forms_of(row["asked"])
    return Attribute(
        name=row["attribute"],
        kinds=frozenset(map(Kind, row["kinds"].split())),
        asked=asking,
        stated=asking | _forms_of(row["stated"]),
        mark=re.compile(row["marks"]) if row["marks"] else None,
    )


def _forms_of(words: str) -> frozenset[str]:
    return frozenset().union(*(_forms(fold(word)) for word in words.split()))


@lru_cache(maxsize=1 << 12)
def _forms(folded: str) -> frozenset[str]:
    """The forms under which a word of a text may stand in the table."""
    return frozenset(map(_form, _without_particle(without_clitics(folded))))


def _without_particle(word: str) -> Iterator[str]:
    """The word, and the same without a particle before a form that no lexicon lists: وتأسست, سيبدأ."""
    yield word
    if word[0] in "وفبلس" and len(word) > SHORTEST + 1 and not is_word(word):
        yield word[1:]


def _form(folded: str) -> str:
    """The stem, less the ت of a verb or before a pronoun: تأسست and تأسس, عاصمتها and عاصمة are one."""
    short = stem(folded)
    return stem(short[:-1]) if short.endswith("ت") and len(short) > SHORTEST else short
