"""Documents put into an index as they come, in batches that fit memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import FileError
from retrieval.index.documents import digest
from retrieval.index.results import Synced
from retrieval.index.session import writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from retrieval.index.index import Index
    from retrieval.index.session import Session
    from retrieval.model import Document

BATCH_TEXT = 1 << 23
"""Characters of text from which on a batch is committed at once."""


def add(index: Index, read: Iterable[Document | FileError], at_once: int) -> Synced:
    """Put in documents, in place of those of the same paths; each batch is one commit.

    at_once: so many documents to a commit at most
    """
    result = Synced()
    with writing(index) as session:
        for batch in _batches(read, at_once, result):
            _commit(session, batch, result)
    return result


def _batches(read: Iterable[Document | FileError], at_once: int, result: Synced) -> Iterator[list[Document]]:
    batch: list[Document] = []
    text = 0
    for each in read:
        if isinstance(each, FileError):
            result.failures.append(each)
            continue
        batch.append(each)
        text += len(each.text)
        if len(batch) >= at_once or text >= BATCH_TEXT:
            yield batch
            batch, text = [], 0
    if batch:
        yield batch


def _commit(session: Session, batch: Iterable[Document], result: Synced) -> None:
    """Put in what isn't there as it is; of one path the last."""
    by_path = {document.source.path: document for document in batch}
    digests = session.digests(by_path)
    changed = [document for path, document in by_path.items() if digests.get(path) != digest(document)]
    if changed:
        session.add(changed)
    updated = sum(document.source.path in digests for document in changed)
    result.updated += updated
    result.added += len(changed) - updated
    result.unchanged += len(by_path) - len(changed)
