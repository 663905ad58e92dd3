r"""The owner's glossary: spellings, abbreviations and synonyms to search for one another, and pairs never to.

A text file in UTF-8, one entry a line: its kind, then its forms, tabs between them. Forms may be phrases.
Empty lines and lines that begin with # are passed over. The kinds, in English or Arabic:

    name          اسم       spellings of one name          كاراباخ ⇥ قره باغ
    abbreviation  اختصار    short and long forms           PKK ⇥ حزب العمال الكردستاني
    synonym       مرادف     words for one thing            الناتو ⇥ حلف شمال الأطلسي
    not           ليس       never take one for another     كالن ⇥ كان

>>> glossary = Glossary.parse("اسم\tكاراباخ\tقره باغ\nnot\tكالن\tكان")
>>> glossary.forms("قرة باغ")
('كاراباخ',)
>>> glossary.allows("كالن", "كان")
False
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.names import name_inside
from retrieval.errors import GlossaryInvalid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = {
    "name": "name", "abbreviation": "abbreviation", "synonym": "synonym", "not": "not",
    "اسم": "name", "اختصار": "abbreviation", "مرادف": "synonym", "ليس": "not",
}  # fmt: skip
"""What may stand first in a line -> the kind of entry it makes."""

Phrase = tuple[str, ...]
"""The folded words of a form, without articles."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the glossary: its number, its kind, its forms as the owner wrote them."""

    line: int
    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A form of the glossary among the words of a question: `words[start:end]`, and the other forms."""

    start: int
    end: int
    forms: tuple[str, ...]


class Glossary:
    """What the owner decided about words.

    entries: as `parse` reads them; none for an empty glossary
    """

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._forms: dict[Phrase, dict[Phrase, str]] = {}
        self._apart: set[frozenset[Phrase]] = set()
        for entry in self.entries:
            phrases = {_phrase(form): form for form in entry.forms}
            if entry.kind == "not":
                self._apart.update(frozenset(pair) for pair in combinations(phrases, 2))
            else:
                for phrase in phrases:
                    self._forms.setdefault(phrase, {}).update(phrases)
        self._longest = max(map(len, self._forms), default=0)
        self._words = dict.fromkeys((word for phrase in self._forms for word in phrase), 1)

    @classmethod
    def parse(cls, text: str, path: str = "glossary") -> Glossary:
        r"""The glossary that `text` writes down; `path` names it in errors. Raises `GlossaryInvalid`.

        >>> Glossary.parse("nmae\tكالن\tقالن", "my.tsv")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        retrieval.errors.GlossaryInvalid: my.tsv:1: the kind "nmae" is unknown; valid are name, ...
        """
        entries: list[Entry] = []
        problems: list[str] = []
        for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            kind, *forms = (field.strip() for field in line.strip().split("\t"))
            found = [f"{number}: {problem}" for problem in _problems(kind, forms)]
            problems += found
            if not found:
                entries.append(Entry(number, KINDS[kind], tuple(forms)))
        problems += _contradictions(entries)
        if problems:
            raise GlossaryInvalid(path, problems)
        return cls(entries)

    def forms(self, form: str) -> tuple[str, ...]:
        """The other forms of a word or phrase, as the owner wrote them; none where it isn't listed."""
        phrase = _phrase(form)
        return tuple(other for key, other in self._forms.get(phrase, {}).items() if key != phrase)

    def allows(self, one: str, other: str) -> bool:
        """Whether `other` may be searched for `one`; False where an entry of the kind `not` names both."""
        return frozenset((_phrase(one), _phrase(other))) not in self._apart

    def find(self, words: Sequence[str]) -> list[Found]:
        """The forms that occur in a question, given as its folded words: longest first at each place."""
        bare = [_without_article(name_inside(_without_article(word), self._words)) for word in words]
        found: list[Found] = []
        start = 0
        while start < len(bare):
            for end in range(min(start + self._longest, len(bare)), start, -1):
                phrase = tuple(bare[start:end])
                if phrase in self._forms:
                    others = tuple(form for key, form in self._forms[phrase].items() if key != phrase)
                    found.append(Found(start, end, others))
                    start = end
                    break
            else:
                start += 1
        return found


def _problems(kind: str, forms: Sequence[str]) -> Iterator[str]:
    if kind not in KINDS:
        yield f'the kind "{kind}" is unknown; valid are {", ".join(KINDS)}'
    if len(forms) < 2:
        yield f"{len(forms)} form(s) after the kind; valid are two or more, with a tab between any two"
    seen: dict[Phrase, str] = {}
    for form in forms:
        phrase = _phrase(form)
        if not phrase:
            yield f'the form "{form}" has no letter or digit; valid is a word or a phrase'
        elif phrase in seen:
            yield f'"{seen[phrase]}" and "{form}" are searched as one anyway; leave one of them out'
        seen[phrase] = form


def _contradictions(entries: Sequence[Entry]) -> Iterator[str]:
    """Pairs that one line joins and another keeps apart."""
    joined: dict[frozenset[Phrase], int] = {}
    for entry in sorted(entries, key=lambda entry: entry.kind == "not"):
        for one, other in combinations(entry.forms, 2):
            pair = frozenset((_phrase(one), _phrase(other)))
            if entry.kind != "not":
                joined.setdefault(pair, entry.line)
            elif pair in joined:
                line = joined[pair]
                yield f'{entry.line}: keeps "{one}" and "{other}" apart, which line {line} joins; keep one'


def _phrase(form: str) -> Phrase:
    return tuple(_without_article(token.folded) for token in Analyzer().tokens(form))


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
