"""Which documents answer, by what is told of them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Document, Retriever, Source, Span, WhereInvalid
from retrieval.engines.tantivy import TantivyEngine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval import Answer

SOURCES = {
    "a": Source(
        "news/a.txt", "خبر", "الخليج", date(2021, 2, 3), metadata=(("section", "أخبار"), ("year", 2021))
    ),
    "b": Source(
        "news/b.txt", None, "رويترز", date(2020, 5, 1), metadata=(("section", "رأي"), ("year", "300"))
    ),
    "c": Source(
        "books/c.txt", None, None, None, author="ليلى", metadata=(("checked", True), ("day", "2021-02-03"))
    ),
}
TEXT = "وصل الوفد إلى المدينة مساء الجمعة."
QUESTION = "متى وصل الوفد إلى المدينة؟"


def made(source: Source, text: str = TEXT) -> Document:
    return Document(source, text, (Span(0, len(text)),))


@contextmanager
def both(tmp_path: Path, documents: list[Document]) -> Iterator[tuple[Retriever, Retriever]]:
    """The same documents in memory and on disk."""
    with Retriever.open(tmp_path / "index", create=True) as stored:
        stored.add(documents)
        yield stored, Retriever.in_memory(documents)


@pytest.fixture(scope="module")
def retrievers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Retriever, Retriever]]:
    with both(tmp_path_factory.mktemp("three"), [made(source) for source in SOURCES.values()]) as found:
        yield found


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({}, "abc"),
        ({"publisher": "الخليج"}, "a"),
        ({"publisher=": "الخليج"}, "a"),
        ({" المصدر = ": "الخليج"}, "a"),
        ({"publisher": ["الخليج", "رويترز"]}, "ab"),
        ({"publisher": []}, ""),
        ({"publisher!=": "الخليج"}, "bc"),
        ({"publisher!=": ["الخليج", None]}, "b"),
        ({"publisher": None}, "c"),
        ({"author!=": None}, "c"),
        ({"date>=": "2021-01-01"}, "a"),
        ({"date<": date(2021, 2, 3)}, "b"),
        ({"date<=": datetime(2021, 2, 3, 9)}, "ab"),  # noqa: DTZ001 - its day counts
        ({"date": "٣ شباط ٢٠٢١"}, "a"),
        ({"date": ["2021-02-03", None]}, "ac"),
        ({"path^=": "news/"}, "ab"),
        ({"path^=": ["books/", "news/b"]}, "bc"),
        ({"section": "رأي"}, "b"),
        ({"section^=": "أ"}, "a"),
        ({"section*=": "خبا"}, "a"),
        ({"publisher*=": ["رو", "ليج"]}, "ab"),
        ({"publisher*=": []}, ""),
        ({" المصدر *= ": "الخليج"}, "a"),
        ({"year*=": "0"}, "b"),
        ({"year": 2021}, "a"),
        ({"year": "2021"}, "a"),
        ({"year<": 2021}, "b"),
        ({"year>=": "300"}, "ab"),
        ({"year^=": "3"}, "b"),
        ({"checked": True}, "c"),
        ({"checked": "true"}, "c"),
        ({"checked": 1}, "c"),
        ({"checked": "false"}, ""),
        ({"checked<": True}, ""),
        ({"day": date(2021, 2, 3)}, "c"),
        ({"day>": date(2021, 2, 2)}, "c"),
        ({"day": "2021-02-03"}, "c"),
        ({"unknown": "x"}, ""),
        ({"unknown!=": "x"}, "abc"),
        ({"section<": 3}, ""),
        ({"publisher": "الخليج", "date<": "2021-01-01"}, ""),
        ({"publisher!=": None, "year>": 300}, "a"),
    ],
)
def test_only_documents_that_meet_every_condition_answer_from_memory_and_from_disk(
    retrievers: tuple[Retriever, Retriever], where: dict[str, Any], expected: str
) -> None:
    scores = []
    for retriever in retrievers:
        found = retriever.search(QUESTION, where=where)
        assert {each.paragraph.source for each in found} == {SOURCES[name] for name in expected}
        scores.append({each.paragraph: each.score for each in found})
        searched = retriever.ask(QUESTION, where=where).searched
        assert (searched.documents, searched.paragraphs) == (len(expected), len(expected))
        assert retriever.selected(where) == searched
    assert scores[0] == scores[1]


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (
            {"date>>": "2021-01-01"},
            'where "date>>": the operator ">>" is unknown; valid are = != ^= *= < <= > >=',
        ),
        ({"=": "x"}, "it names nothing"),
        ({"text": "x"}, "not chosen by their text"),
        ({"date": "غدا"}, "'غدا' is no day; valid are dates, and texts such as 2021-02-03"),
        ({"date": 2021}, "2021 is no day"),
        ({"date^=": "2021"}, "^= is for texts"),
        ({"date*=": "2021"}, "*= is for texts"),
        ({"section*=": 3}, "*= is for texts; it has 3"),
        ({"publisher": 3}, "3 is no text, which publisher is"),
        ({"path^=": None}, "^= is for texts"),
        ({"year<": [1, 2]}, "< compares with one value"),
        ({"year<": None}, "< compares with one value"),
        ({"section": {"a": 1}}, "{'a': 1} is no value"),
    ],
)
def test_a_condition_that_makes_no_sense_is_refused(where: dict[str, Any], told: str) -> None:
    with pytest.raises(WhereInvalid) as refused:
        Retriever.in_memory([TEXT]).ask(QUESTION, where=where)
    assert told in str(refused.value)


LISTED = [made(Source(f"{place}.txt", publisher=name)) for place, name in enumerate("ابتثج" * 4)]
IN_MEMORY = Retriever.in_memory(LISTED)


def shown(answer: Answer) -> set[str]:
    """The paths of all documents of which an answer shows anything."""
    quotes = [*answer.quotes, *filter(None, [answer.nearest])]
    places = [place.path for quote in quotes for place in quote.also]
    parallels = [side.paragraph.source.path for quote in quotes for side in quote.parallels]
    return {*places, *parallels, *(quote.paragraph.source.path for quote in quotes)}


@given(st.sets(st.sampled_from("ابتثج")), st.sampled_from([QUESTION, "هل وصل؟", "أين المدينة التي غادرها؟"]))
def test_nothing_that_is_shown_is_of_another_document(names: set[str], question: str) -> None:
    answer = IN_MEMORY.ask(question, limit=20, where={"publisher": names})
    allowed = {each.source.path for each in LISTED if each.source.publisher in names}
    assert shown(answer) <= allowed
    assert answer.searched.documents == len(allowed)


def test_what_few_documents_hold_is_found_behind_thousands_that_match_better(tmp_path: Path) -> None:
    better = [f"{TEXT} رقم {number}" for number in range(1100)]
    text = "غادر الوفد العاصمة بعد يومين من المحادثات التي لم تنته إلى اتفاق."
    crowd = [made(Source(f"{number}.txt", publisher="كثير"), each) for number, each in enumerate(better)]
    rare = made(Source("rare.txt", publisher="نادر"), text)
    with both(tmp_path, [*crowd, rare]) as retrievers:
        for retriever in retrievers:
            assert [
                each.paragraph.text for each in retriever.search(QUESTION, where={"publisher": "نادر"})
            ] == [text]
            many = retriever.search(QUESTION, limit=300, where={"path!=": [f"{n}.txt" for n in range(50)]})
            assert len(many) == 200
            assert not {each.paragraph.source.path for each in many} & {f"{n}.txt" for n in range(50)}


def test_a_selection_holds_for_the_commit_that_is_asked(tmp_path: Path) -> None:
    with Retriever.open(tmp_path, create=True) as retriever:
        for place, source in enumerate(SOURCES.values(), start=1):
            retriever.add([made(source)])
            assert len(retriever.search(QUESTION, where={"path!=": "x"})) == place


@pytest.mark.parametrize("share", [2, 3, 50, 999])
def test_the_engine_on_disk_finds_as_many_of_those_wanted_as_if_there_were_no_others(
    tmp_path: Path, share: int
) -> None:
    engine = TantivyEngine(tmp_path, ["stem"])
    for key in range(3000):
        # The higher the key the better the paragraph.
        engine.add(key, {"stem": ["وفد"] * (1 + key // 30) + ["كلمة"] * 100})
    engine.commit()
    for wanted in (np.arange(0, 3000, share), np.arange(0, 3000 // share)):
        whole = [key for key in engine.candidates({"stem": ["وفد"]}, 3000) if key in set(wanted.tolist())]
        found = engine.candidates({"stem": ["وفد"]}, 20, wanted)
        assert len(found) == min(20, len(wanted))
        assert set(found) <= set(wanted.tolist())
        scores = [key // 30 for key in whole[: len(found)]]
        assert sorted(key // 30 for key in found) == sorted(scores)
