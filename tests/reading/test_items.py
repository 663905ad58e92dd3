"""Texts that a program hands over, and what is told of them."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Document, FileWithoutText, IqtibasError, ItemUnreadable, Mark, Retriever, Source, Span
from tests.index.corpus import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE, TWO = "وصل الوفد إلى المدينة مساء الجمعة.", "غادرت السفينة الميناء صباح الأحد."


def test_texts_are_named_by_their_numbers_and_quoted() -> None:
    retriever = Retriever.in_memory([ONE, TWO])
    (quote, *_) = retriever.ask("متى غادرت السفينة؟").quotes
    assert (quote.paragraph.source, quote.paragraph.text) == (Source("2"), TWO)


def test_a_mapping_is_read_as_a_row_of_a_table_and_a_document_stays_as_it_is() -> None:
    row = {
        "النص": ONE,
        "العنوان": "وصول",
        "date": date(2021, 2, 3),
        "path": "a/1",
        "قسم": "رأي",
        "year": 2021,
    }
    first, second = Retriever.in_memory([row, document("b.txt", TWO)]).documents
    metadata = (("year", 2021), ("قسم", "رأي"))
    assert first.source == Source("a/1", "وصول", date=date(2021, 2, 3), metadata=metadata)
    assert second == document("b.txt", TWO)


def test_half_a_surrogate_pair_in_what_a_document_tells_keeps_it_from_no_index(tmp_path: Path) -> None:
    given = Source("a", "وصول\ud800", "الخليج", metadata=(("قسم\udc00", "رأي\ud800"), ("year", 2021)))
    kept = Source("a", "وصول?", "الخليج", metadata=(("قسم?", "رأي?"), ("year", 2021)))
    made = Document(given, ONE, (Span(0, len(ONE)),), (Mark(0, "chapter", "باب\ud800"),))
    with Retriever.open(tmp_path, create=True) as stored:
        assert [stored.add([made]).added, stored.add([made]).unchanged] == [1, 1]
        for retriever in (stored, Retriever.in_memory([made])):
            assert [each.source for each in retriever.documents] == [kept]
            assert retriever.documents[0].marks == (Mark(0, "chapter", "باب?"),)


def test_a_path_with_half_a_surrogate_pair_is_that_of_no_document(tmp_path: Path) -> None:
    with Retriever.open(tmp_path, create=True) as stored:
        stored.add([document("a?", ONE)])
        for retriever in (stored, Retriever.in_memory([document("a?", ONE)])):
            assert retriever.document("a\ud800") is None
            assert retriever.sources("a\ud800") == []
        assert stored.remove(["a\ud800"]) == []


def test_of_one_path_the_last_item_counts() -> None:
    retriever = Retriever.in_memory([{"text": ONE, "path": "a"}, {"text": TWO, "path": "a"}])
    assert [each.text for each in retriever.documents] == [TWO]
    assert retriever.searched.paragraphs == 1


@pytest.mark.parametrize(
    ("description", "item", "told"),
    [
        ("no document at all", 7, "item 1: it is of type int; valid are texts, mappings and Documents"),
        ("no text", {"title": "وصول"}, "item 1: it holds no text under a name for one"),
        ("a text that is none", {"text": 7}, "item 1: it holds no text under a name for one"),
        ("a path that is none", {"text": ONE, "path": 7}, 'item 1: its "path" is 7; valid is a text'),
        (
            "half a surrogate pair in a path",
            {"text": ONE, "path": "a\ud800"},
            "item 1: its \"path\" is 'a\\ud800'; valid",
        ),
        (
            "in a document's path too",
            document("a\ud800", ONE),
            "item 1: its \"path\" is 'a\\ud800'; valid is",
        ),
        ("a day that is none", {"text": ONE, "date": "غدا"}, "1: its \"date\" is 'غدا'; valid is a day"),
        ("an address that is none", {"text": ONE, "url": "x"}, "1: its \"url\" is 'x'; valid is an address"),
        ("a mapping in it", {"text": ONE, "at": {"x": 1}}, "1: its \"at\" is {'x': 1}; valid are texts"),
        ("an endless number", {"text": ONE, "size": math.inf}, '1: its "size" is inf; valid are texts'),
    ],
)
def test_an_item_that_cannot_be_read_is_told_and_the_others_are_searched(
    description: str, item: Any, told: str
) -> None:
    retriever = Retriever.in_memory([item, ONE])
    assert [each.source.path for each in retriever.documents] == ["2"], description
    (failure,) = retriever.failures
    assert str(failure).startswith(told)
    assert isinstance(failure, ItemUnreadable)
    with pytest.raises(ItemUnreadable):
        Retriever.in_memory([item])


def test_a_text_without_words_is_told() -> None:
    assert isinstance(Retriever.in_memory(["…", ONE]).failures[0], FileWithoutText)


@pytest.mark.parametrize("nothing", [None, "", "  ", math.nan])
def test_what_tells_nothing_is_left_out(nothing: object) -> None:
    (read,) = Retriever.in_memory(
        [{"text": ONE, "date": nothing, "path": nothing, "section": nothing}]
    ).documents
    assert read.source == Source("1")


def test_one_text_in_place_of_several_is_refused() -> None:
    with pytest.raises(TypeError, match="give a list"):
        Retriever.in_memory(ONE)


@given(
    st.dictionaries(
        st.text(), st.text() | st.integers() | st.floats() | st.booleans() | st.dates() | st.none()
    )
)
def test_whatever_is_told_comes_back_as_text_number_or_truth_value_or_is_refused(
    values: dict[str, Any],
) -> None:
    try:
        (read,) = Retriever.in_memory([{**values, "text": ONE, "path": "a"}]).documents
    except IqtibasError:
        return
    hash(read.source)
    assert all(type(value) in {str, int, float, bool} for _, value in read.source.metadata)


def test_an_index_takes_a_generator_batch_by_batch_and_tells_what_became_of_it(tmp_path: Path) -> None:
    waiting: list[int] = []

    def items() -> Iterator[dict[str, object]]:
        for number in range(7):
            waiting.append(number - retriever.searched.documents)
            yield {"text": f"{ONE} {number}", "path": f"{number}", "number": number, "day": date(2021, 1, 1)}
        yield {"title": "بلا نص"}

    with Retriever.open(tmp_path, create=True) as retriever:
        counts = retriever.add(items(), at_once=2)
        assert (counts.added, [each.path for each in counts.failures]) == (7, ["item 8"])
        assert max(waiting) <= 2
        again = retriever.add([*items(), {"text": TWO, "path": "6"}])
        assert (again.added, again.updated, again.unchanged) == (0, 1, 6)
        read = retriever.document("5")
        assert read
        assert read.source.metadata == (("day", "2021-01-01"), ("number", 5))
        assert retriever.verify().problems == []


def test_texts_without_a_path_are_put_into_an_index_once(tmp_path: Path) -> None:
    with Retriever.open(tmp_path, create=True) as retriever:
        assert [retriever.add([ONE, TWO]).added, retriever.add([TWO]).added] == [2, 0]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find(".", start) + 1) > 0:
        yield start, end
        start = end + 1


def test_paragraphs_begin_and_end_where_a_splitter_of_ones_own_tells(tmp_path: Path) -> None:
    spans = (Span(0, len(ONE)), Span(len(ONE) + 1, len(ONE) + 1 + len(TWO)))
    with Retriever.open(tmp_path, create=True) as stored:
        stored.add([{"text": f"{ONE} {TWO}"}], split=sentences)
        for retriever in (stored, Retriever.in_memory([f"{ONE} {TWO}"], split=sentences)):
            assert [each.paragraphs for each in retriever.documents] == [spans]
            assert retriever.ask("متى غادرت السفينة؟").quotes[0].paragraph.text == TWO


@pytest.mark.parametrize("spans", [[(0, 0)], [(5, 9), (8, 12)], [(3, 1)], [(-1, 4)], [(0, 99)]])
def test_spans_that_are_no_paragraphs_are_told(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ItemUnreadable, match="split gives the paragraph"):
        Retriever.in_memory([ONE], split=lambda _: spans)
