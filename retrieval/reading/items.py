"""What a program hands over -> documents: a text, a mapping as a row of a table has it, or a Document.

>>> read, other, failed = read_items(
...     ["وصل الوفد إلى المدينة.", {"text": "غادر الوفد.", "section": "أخبار"}, 7], numbered
... )
>>> read.source.path, other.source.metadata, failed.path
('1', (('section', 'أخبار'),), 'item 3')
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from numbers import Real

from retrieval.errors import FileError, ItemUnreadable
from retrieval.model import Document, Source, Span
from retrieval.reading.document import compose
from retrieval.reading.metadata.fields import field, own, said, whole
from retrieval.reading.tables.rows import VALID, row

Item = str | Document | Mapping[str, object]
"""A text, a document, or a text with what is told of it: {"text": "…", "title": "…", "section": "…"}."""
Split = Callable[[str], Iterable[Span | tuple[int, int]]]
"""A text -> where its paragraphs begin and end, in order and without overlap."""
Naming = Callable[[int, str], str]
"""(an item's number from 1 on, its text) -> the path of an item that doesn't tell one."""

_VALID = {
    "title": "a line of at most 500 characters",
    "publisher": "a line of at most 500 characters",
    "author": "a line of at most 500 characters, or a list of names",
    "date": "a day, such as 2021-02-03",
    "url": "an address that begins with https:// or http://",
}
_SHOWN = 60
"""Characters of a value that an error shows."""
_KEPT = "valid are texts, numbers, booleans, dates, and lists of texts"


def numbered(place: int, _text: str) -> str:
    """The number of the item as its path."""
    return str(place)


def by_content(_place: int, text: str) -> str:
    """The first 16 digits of the text's SHA-256 as its path: the same text is the same document again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_items(
    items: Iterable[Item], naming: Naming, split: Split | None = None
) -> Iterator[Document | FileError]:
    """A document for each item, read as it is asked for; in place of one that can't be read, why.

    split: tells the paragraphs of texts and mappings, in place of the rules for plain text; a Document has
        its own
    Raises TypeError for a text or a mapping in place of several, and whatever `items` and `split` raise.
    """
    if isinstance(items, str | bytes | Mapping | Document):
        raise TypeError(
            f"{type(items).__name__} in place of several: give a list of texts, mappings or Documents"
        )
    for place, item in enumerate(items, start=1):
        try:
            yield _given(item, place) if isinstance(item, Document) else _read(item, place, naming, split)
        except FileError as failure:
            yield failure


def _given(document: Document, place: int) -> Document:
    """A Document with what is told of it as it can be stored, see `whole`; its text stays as it is."""
    source = document.source
    _path(source.path, place)
    told = {each.name: getattr(source, each.name) for each in fields(source)}
    told |= {name: whole(value) for name, value in told.items() if isinstance(value, str)}
    told["metadata"] = tuple(
        (whole(name), whole(value) if isinstance(value, str) else value) for name, value in source.metadata
    )
    marks = tuple(replace(mark, name=whole(mark.name)) for mark in document.marks)
    return replace(document, source=Source(**told), marks=marks)


def _read(item: object, place: int, naming: Naming, split: Split | None) -> Document:
    values = {"text": item} if isinstance(item, str) else item
    if not isinstance(values, Mapping):
        kind = type(item).__name__
        raise ItemUnreadable(
            f"item {place}", f"it is of type {kind}; valid are texts, mappings and Documents"
        )
    named = {str(name): value for name, value in values.items() if not _is_nothing(value)}
    texts = [value for name, value in named.items() if field(name) == "text"]
    if not texts or not all(isinstance(text, str) for text in texts):
        raise ItemUnreadable(f"item {place}", f"it holds no text under a name for one; {VALID}")
    extracted = row(named)
    path = next((value for name, value in named.items() if field(name) == "path"), None)
    if path is None:
        path = naming(place, extracted.text)
    path = _path(path, place)
    _check(named, path)
    document = compose(extracted, path).document
    return replace(document, paragraphs=_spans(document.text, split, path)) if split else document


def _path(value: object, place: int) -> str:
    """A path, which tells documents apart, so that it isn't mended. Raises ItemUnreadable."""
    if not isinstance(value, str) or whole(value) != value:
        raise ItemUnreadable(f"item {place}", f'its "path" is {value!r}; valid is a text, without surrogates')
    return value


def _is_nothing(value: object) -> bool:
    """Whether a value tells nothing: None, an empty text, and the NaN that tables have in empty cells."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, Real) and math.isnan(value))


def _check(values: Mapping[str, object], path: str) -> None:
    """Raise ItemUnreadable where a value would be lost, which a program can mend, unlike a file."""
    told = said(values)
    for name, value in values.items():
        known = field(name)
        if known in _VALID and getattr(told, known) is None:
            raise ItemUnreadable(path, f'its "{name}" is {_shown(value)}; valid is {_VALID[known]}')
        if known is None and own(value) is None:
            raise ItemUnreadable(path, f'its "{name}" is {_shown(value)}; {_KEPT}')


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _spans(text: str, split: Split, path: str) -> tuple[Span, ...]:
    """Where the paragraphs are that `split` tells. Raises ItemUnreadable where they can't be."""
    spans = tuple(each if isinstance(each, Span) else Span(*each) for each in split(text))
    before = 0
    for span in spans:
        if not before <= span.start < span.end <= len(text):
            raise ItemUnreadable(
                path,
                f"split gives the paragraph {span.start} to {span.end} of {len(text)} characters, "
                f"the one before ends at {before}; valid are spans in order, without overlap, none empty",
            )
        before = span.end
    return spans
