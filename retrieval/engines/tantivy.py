"""The engine on disk, on the library tantivy: candidates among a million paragraphs in a millisecond or two.

k1 and b are fixed inside tantivy (1.2 and 0.75), and its format breaks from one minor version to the next:
its order serves to choose candidates only, and what it holds can be built again from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import tantivy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from numpy.typing import NDArray

    from retrieval.engines.protocol import TermsByField

_KEY, _MARK = "key", "mark"
_MARK_KEY = -1
"""The key of the document that holds nothing but the mark of the last commit."""
_HEAP = 64_000_000
"""Bytes of the buffer that a writer fills before it writes a segment."""
_LIKELY = 2
"""So many times the paragraphs are looked through among which enough that are wanted are to be expected."""


class Damaged(Exception):
    """The engine's files can't be read, or contradict themselves."""


class TantivyView:
    """What the engine held at one commit; later commits don't change it. Safe for use from several threads.

    mark: of that commit; None where there was none
    """

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self._schema = schema
        self._searcher = searcher
        mark = tantivy.Query.term_query(schema, _KEY, _MARK_KEY)
        self.mark = next(iter(self._values(_MARK, mark, 1)), None)

    def __len__(self) -> int:
        return self._searcher.num_docs - (self.mark is not None)

    def keys(self) -> list[int]:
        """The keys of all paragraphs."""
        every = tantivy.Query.all_query()
        keys = self._values(_KEY, every, max(1, self._searcher.num_docs))
        return [key for key in keys if key != _MARK_KEY]

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> list[int]:
        """Keys of at most `limit` paragraphs that share a term with a question, best first.

        among: the keys that are wanted, all unless told
        """
        wanted = [
            (tantivy.Occur.Should, self._query(field, term, count))
            for field, held in terms.items()
            for term, count in Counter(held).items()
        ]
        if not wanted:
            return []
        sharing = tantivy.Query.boolean_query(wanted)
        return self._values(_KEY, sharing, limit) if among is None else self._among(among, sharing, limit)

    def _among(self, among: NDArray[np.integer[Any]], sharing: tantivy.Query, limit: int) -> list[int]:
        """The best of some keys: among so many that enough ought to be theirs, else looked for one by one.

        The first is faster where many are wanted, the second where few are.
        """
        likely = _LIKELY * limit * len(self) // max(1, len(among))
        if likely < len(among):
            found = np.array(self._values(_KEY, sharing, likely), dtype=np.intp)
            held = found[np.isin(found, among)]
            if len(held) >= limit or len(found) < likely:
                return [int(key) for key in held[:limit]]
        one_of_them = tantivy.Query.term_set_query(self._schema, _KEY, among.tolist())
        parts = (sharing, tantivy.Query.const_score_query(one_of_them, 0.0))
        both = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
        return self._values(_KEY, both, limit)

    def _query(self, field: str, term: str, count: int) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, field, term, "freq")
        return query if count == 1 else tantivy.Query.boost_query(query, float(count))

    def _values(self, field: str, query: tantivy.Query, limit: int) -> list[int]:
        """A field of the best documents. Raises Damaged."""
        with _saying(Damaged):
            hits = self._searcher.search(query, limit=limit, count=False).hits
            values = self._searcher.fast_field_values(field, [address for _, address in hits])
        return [int(value) for value in values if value is not None]


class TantivyEngine:
    """Candidates by BM25 over the terms of all fields, on disk. Keys are 0 or greater.

    path: a folder of its own, made if need be; fields: those that `add` will name
    Raises OSError where the system refuses to write, Damaged where what was written can't be read.

    >>> import tempfile
    >>> engine = TantivyEngine(tempfile.mkdtemp(), ["stem", "root"])
    >>> engine.add(7, {"stem": ["كتاب", "جديد"], "root": ["كتب", "جدد"]})
    >>> engine.add(8, {"stem": ["بيت", "جديد"], "root": ["بيت", "جدد"]})
    >>> engine.commit()
    >>> engine.candidates({"stem": ["كتاب"], "root": ["كتب"]}, limit=10)
    [7]
    """

    def __init__(self, path: str | PathLike[str], fields: Iterable[str]) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)
        self._schema = _schema(fields)
        with _saying(OSError):
            self._index = tantivy.Index(self._schema, path=str(path))
            self._index.config_reader(reload_policy="manual")
        self._writer: tantivy.IndexWriter | None = None

    @staticmethod
    def can_open(path: str | PathLike[str]) -> bool:
        """Whether an index of a format that the installed tantivy reads lies in the folder."""
        try:
            with _saying(Damaged):
                return tantivy.Index.exists(str(path)) and tantivy.Index.is_compatible(str(path))
        except Damaged:
            return False

    def add(self, key: int, terms: TermsByField) -> None:
        """Hold a paragraph's terms, none with white space in it, under `key`; visible after `commit`."""
        document = tantivy.Document()
        document.add_integer(_KEY, key)
        for field, held in terms.items():
            document.add_text(field, " ".join(held))
        with _saying(OSError):
            self._writing().add_document(document)

    def delete(self, keys: Iterable[int]) -> None:
        """Forget paragraphs; those that are not held are passed over."""
        writer = self._writing()
        for key in keys:
            writer.delete_documents_by_term(_KEY, key)

    def delete_from(self, first: int) -> None:
        """Forget the paragraphs under `first` and all greater keys."""
        beyond = tantivy.Query.range_query(self._schema, _KEY, tantivy.FieldType.Integer, lower_bound=first)
        self._writing().delete_documents_by_query(beyond)

    def commit(self, mark: int = 0) -> None:
        """Make what was added and deleted visible, all at once, and remember `mark` with it."""
        document = tantivy.Document()
        document.add_integer(_KEY, _MARK_KEY)
        document.add_integer(_MARK, mark)
        with _saying(OSError):
            writer = self._writing()
            writer.delete_documents_by_term(_KEY, _MARK_KEY)
            writer.add_document(document)
            writer.commit()

    def rollback(self) -> None:
        """Forget what was added and deleted since the last commit."""
        if self._writer:
            with _saying(OSError):
                self._writer.rollback()

    def close(self) -> None:
        """Let go of the writer, once it has merged what it is merging; what isn't committed is forgotten."""
        if self._writer:
            writer, self._writer = self._writer, None
            with _saying(OSError):
                # A rollback would throw away what is being merged, and leave its files behind.
                writer.wait_merging_threads()

    def view(self) -> TantivyView:
        """What is held after the last commit, whichever process made it."""
        with _saying(Damaged):
            self._index.reload()
            return TantivyView(self._schema, self._index.searcher())

    def candidates(
        self, terms: TermsByField, limit: int, among: NDArray[np.integer[Any]] | None = None
    ) -> list[int]:
        """Keys of at most `limit` paragraphs that share a term with a question, best first; see the view."""
        return self.view().candidates(terms, limit, among)

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            # One thread: each leaves a segment of its own, and fewer segments are searched faster.
            with _saying(OSError):
                self._writer = self._index.writer(heap_size=_HEAP, num_threads=1)
                # What a kill left in the midst of a commit would stand in the way of the next one's files.
                self._writer.garbage_collect_files()
        return self._writer


def _schema(fields: Iterable[str]) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field(_KEY, indexed=True, fast=True)
    builder.add_integer_field(_MARK, fast=True)
    for field in fields:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


@contextmanager
def _saying(refusal: type[Exception]) -> Iterator[None]:
    """What tantivy's binding says, in place of ValueError for whatever goes wrong.

    It panics over files that contradict themselves, which no `except Exception` would meet: that is Damaged.
    """
    try:
        yield
    except ValueError as error:
        raise refusal(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Damaged(str(error)) from error
