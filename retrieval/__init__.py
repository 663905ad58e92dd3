"""Iqtibas (اقتباس): ask your own Arabic documents a question, get their own words back.

>>> from retrieval import Retriever
>>> answer = Retriever.from_folder("seeds").ask("من هو المتحدث باسم الرئاسة التركية؟")
>>> answer.status
<Status.ANSWERED: 'answered'>
>>> quote = answer.quotes[0]
>>> quote.paragraph.source.path.startswith("seeds/")
True

Public are the names in `__all__`, and the module `retrieval.evaluation`, which needs the extra `eval`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from retrieval.answering.confidence import SILENT_BELOW
    from retrieval.answering.follow_up import FollowUp, follow_up
    from retrieval.answers import (
        Answer,
        Borne,
        DatedWords,
        Difference,
        How,
        Parallel,
        Place,
        Quote,
        Status,
        Why,
    )
    from retrieval.arabic.analyzer import Analyzer, Step
    from retrieval.arabic.tokens import Token
    from retrieval.citation import attribution
    from retrieval.errors import (
        EmptyQuestion,
        FileDamaged,
        FileError,
        FileTooCostly,
        FileUndecodable,
        FileUnreadable,
        FileWithoutText,
        FolderEmpty,
        FolderError,
        FolderMissing,
        IndexDamaged,
        IndexForeign,
        IndexLocked,
        IndexMissing,
        IndexTooNew,
        IndexTooOld,
        IndexUnwritable,
        IqtibasError,
        ItemUnreadable,
        QuestionError,
        QuestionTooLong,
        StorageError,
        WhereInvalid,
    )
    from retrieval.highlighting import highlight
    from retrieval.index.results import Synced, Verified
    from retrieval.model import (
        Document,
        Mark,
        Paragraph,
        Passage,
        Period,
        Searched,
        Source,
        Span,
    )
    from retrieval.ranking.dense import DenseReranker
    from retrieval.reading.document import Contents, Reading
    from retrieval.reading.extracted import Dropped
    from retrieval.reading.file import read_file
    from retrieval.reading.formats import FORMATS
    from retrieval.reading.items import Item, Split
    from retrieval.retriever import MAX_QUESTION, Retriever, glossary_of
    from retrieval.verification import Checked, Fault

__all__ = [
    "FORMATS",
    "MAX_QUESTION",
    "SILENT_BELOW",
    "Analyzer",
    "Answer",
    "Borne",
    "Checked",
    "Contents",
    "DatedWords",
    "DenseReranker",
    "Difference",
    "Document",
    "Dropped",
    "EmptyQuestion",
    "Fault",
    "FileDamaged",
    "FileError",
    "FileTooCostly",
    "FileUndecodable",
    "FileUnreadable",
    "FileWithoutText",
    "FolderEmpty",
    "FolderError",
    "FolderMissing",
    "FollowUp",
    "How",
    "IndexDamaged",
    "IndexForeign",
    "IndexLocked",
    "IndexMissing",
    "IndexTooNew",
    "IndexTooOld",
    "IndexUnwritable",
    "IqtibasError",
    "Item",
    "ItemUnreadable",
    "Mark",
    "Paragraph",
    "Parallel",
    "Passage",
    "Period",
    "Place",
    "QuestionError",
    "QuestionTooLong",
    "Quote",
    "Reading",
    "Retriever",
    "Searched",
    "Source",
    "Span",
    "Split",
    "Status",
    "Step",
    "StorageError",
    "Synced",
    "Token",
    "Verified",
    "WhereInvalid",
    "Why",
    "attribution",
    "follow_up",
    "glossary_of",
    "highlight",
    "read_file",
]

_HOMES = {
    "retrieval.answering.confidence": "SILENT_BELOW",
    "retrieval.answering.follow_up": "FollowUp follow_up",
    "retrieval.answers": "Answer Borne DatedWords Difference How Parallel Place Quote Status Why",
    "retrieval.arabic.analyzer": "Analyzer Step",
    "retrieval.arabic.tokens": "Token",
    "retrieval.citation": "attribution",
    "retrieval.errors": "EmptyQuestion FileDamaged FileError FileTooCostly FileUndecodable FileUnreadable "
    "FileWithoutText FolderEmpty FolderError FolderMissing IndexDamaged IndexForeign IndexLocked "
    "IndexMissing IndexTooNew IndexTooOld IndexUnwritable IqtibasError ItemUnreadable QuestionError "
    "QuestionTooLong StorageError WhereInvalid",
    "retrieval.highlighting": "highlight",
    "retrieval.index.results": "Synced Verified",
    "retrieval.model": "Document Mark Paragraph Passage Period Searched Source Span",
    "retrieval.ranking.dense": "DenseReranker",
    "retrieval.reading.document": "Contents Reading",
    "retrieval.reading.extracted": "Dropped",
    "retrieval.reading.file": "read_file",
    "retrieval.reading.formats": "FORMATS",
    "retrieval.reading.items": "Item Split",
    "retrieval.retriever": "MAX_QUESTION Retriever glossary_of",
    "retrieval.verification": "Checked Fault",
}
"""Module -> the public names in it."""
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: who wants one of them needn't wait for all."""
    if name not in _HOME:
        raise AttributeError(f"module 'retrieval' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOME[name]), name)
    return found


def __dir__() -> list[str]:
    """The public names."""
    return __all__
