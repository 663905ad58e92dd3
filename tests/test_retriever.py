from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval import (
    MAX_QUESTION,
    Document,
    EmptyQuestion,
    FolderEmpty,
    FolderMissing,
    Paragraph,
    QuestionTooLong,
    Retriever,
    Source,
    Span,
    Status,
)

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    return Retriever.from_folder(SEEDS)


def test_seeds_are_read_whole(retriever: Retriever) -> None:
    assert retriever.failures == ()
    assert retriever.searched.documents == 5
    assert retriever.searched.paragraphs == sum(len(document.paragraphs) for document in retriever.documents)


@pytest.mark.parametrize("question", ["", "   ", "؟!،", "\u200f\u200b", "ًٌٍ"])
def test_a_question_without_a_word_is_refused(retriever: Retriever, question: str) -> None:
    with pytest.raises(EmptyQuestion, match="at least one word"):
        retriever.ask(question)


def test_the_longest_question_is_searched_and_a_longer_one_refused(retriever: Retriever) -> None:
    assert retriever.ask("ا" * MAX_QUESTION).status is Status.NOT_FOUND
    with pytest.raises(QuestionTooLong, match="4097 characters; at most 4096"):
        retriever.ask("ا" * (MAX_QUESTION + 1))


def test_a_question_with_nothing_to_find_says_what_was_searched(retriever: Retriever) -> None:
    answer = retriever.ask("من هو رئيس اليابان؟")
    assert (answer.status, answer.quotes) == (Status.NOT_FOUND, ())
    assert answer.searched.documents == 5
    assert set(answer.forms) == {"رئيس", "اليابان"}


def test_skip_pages_on_through_the_same_quotations(retriever: Retriever) -> None:
    question = "العلاقات التركية الأمريكية"
    whole = retriever.ask(question, limit=8)
    paged = [quote for skip in (0, 3, 6) for quote in retriever.ask(question, limit=3, skip=skip).quotes]
    assert tuple(paged[:8]) == whole.quotes
    assert [quote.rank for quote in whole.quotes] == list(range(1, 9))
    assert retriever.ask(question, limit=3).further == whole.further + 5


def test_search_gives_no_more_than_asked_for_best_first(retriever: Retriever) -> None:
    passages = retriever.search("أردوغان وبايدن", limit=4)
    assert len(passages) == 4
    assert [passage.score for passage in passages] == sorted((p.score for p in passages), reverse=True)


def test_context_gives_the_neighbours_in_order(retriever: Retriever) -> None:
    paragraphs = retriever.documents[1].quotable()
    assert list(retriever.context(paragraphs[3], before=1, after=2)) == paragraphs[2:6]
    assert list(retriever.context(paragraphs[0], before=3, after=1)) == paragraphs[:2]


def test_a_document_is_found_by_its_path(retriever: Retriever) -> None:
    first = retriever.documents[0]
    assert retriever.document(first.source.path) == first
    assert retriever.document("nowhere.txt") is None


def test_sources_are_listed_page_by_page_in_memory_as_on_disk(retriever: Retriever, tmp_path: Path) -> None:
    paths = sorted(document.source.path for document in retriever.documents)
    with Retriever.open(tmp_path / "index", create=True) as stored:
        stored.add(reversed(retriever.documents))
        for each in (retriever, stored):
            first = each.sources(limit=2)
            rest = each.sources(after=first[-1].path)
            assert [source.path for source in first + rest] == paths
            assert first[0] == retriever.document(paths[0]).source
            assert each.sources(after=paths[-1]) == []


@pytest.mark.parametrize(
    ("description", "stretch", "neighbours", "expected"),
    [
        ("a paragraph itself", (5, 8), (0, 0), ["ثان"]),
        ("a place within it", (6, 6), (0, 0), ["ثان"]),
        ("with neighbours, as far as there are any", (5, 8), (2, 1), ["أول", "ثان", "ثالث"]),
        ("from one paragraph into the next", (2, 6), (0, 0), ["أول", "ثان"]),
        ("between two paragraphs", (3, 5), (1, 1), []),
        ("behind the text", (90, 99), (1, 1), []),
    ],
)
def test_the_paragraphs_around_a_stretch_of_a_document(
    description: str, stretch: tuple[int, int], neighbours: tuple[int, int], expected: list[str]
) -> None:
    made = Document(
        Source("a"), "أول\n\nثان\n\nثالث\n\nرابع", (Span(0, 3), Span(5, 8), Span(10, 14), Span(16, 20))
    )
    assert [each.text for each in made.around(*stretch, *neighbours)] == expected, description


def test_context_of_a_paragraph_that_its_document_does_not_hold_is_refused(retriever: Retriever) -> None:
    first = retriever.documents[0].quotable()[0]
    with pytest.raises(KeyError):
        retriever.context(replace(first, start=10**6, end=10**6 + 5))


def test_context_of_a_foreign_paragraph_is_refused(retriever: Retriever) -> None:
    with pytest.raises(KeyError):
        retriever.context(Paragraph("نص", 0, 2, Source("elsewhere.txt"), ""))


def test_the_same_question_gives_the_same_answer_from_eight_threads(retriever: Retriever) -> None:
    questions = ["كم استمرت المكالمة؟", "ماذا قال بلينكن؟", "منظومة إس 400"] * 8
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(retriever.ask, questions))
    for question, answer in zip(questions, answers, strict=True):
        assert answer.quotes == retriever.ask(question).quotes


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="no such folder"):
        Retriever.from_folder(tmp_path / "nowhere")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderEmpty, match="no readable document"):
        Retriever.from_folder(tmp_path)


def test_an_undecodable_file_is_named_and_the_rest_is_searched(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("وصل الوفد إلى المدينة مساء الجمعة.\n", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xc3\x00")
    retriever = Retriever.from_folder(tmp_path)
    assert [Path(failure.path).name for failure in retriever.failures] == ["bad.txt"]
    assert retriever.ask("متى وصل الوفد؟").status is Status.ANSWERED


def test_two_characters_of_a_name_do_not_answer_for_another(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("تسلمت البلاد منظومة إس-300 في الربيع.\n", "utf-8")
    answer = Retriever.from_folder(tmp_path).ask("S-400")
    assert answer.status is Status.NOT_FOUND
