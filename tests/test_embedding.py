"""What other programs take of the library: steps of their own, terms with their places, highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Analyzer, EmptyQuestion, IndexForeign, Retriever, Token, highlight

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "افتتح د. سمير المعرض مساء الجمعة."
QUESTION = "ماذا افتتح الدكتور سمير؟"


def in_full(_text: str, tokens: list[Token]) -> list[Token]:
    return [token.spelled("الدكتور") if token.folded == "د" else token for token in tokens]


OWN = Analyzer(steps=[*Analyzer().steps, in_full], version="1")


def test_steps_of_ones_own_hold_for_documents_questions_and_highlights_in_memory_and_on_disk(
    tmp_path: Path,
) -> None:
    with Retriever.open(tmp_path, create=True, analyzer=OWN) as stored:
        stored.add([TEXT])
        assert stored.verify().problems == []
        for retriever in (stored, Retriever.in_memory([TEXT], analyzer=OWN)):
            (passage,) = retriever.search("الدكتور")
            assert [span.of(TEXT) for span in passage.highlights] == ["د"]
    assert not any(passage.highlights for passage in Retriever.in_memory([TEXT]).search("الدكتور"))


@pytest.mark.parametrize(
    ("description", "analyzer"),
    [
        ("the usual steps", Analyzer()),
        ("another version", Analyzer(steps=OWN.steps, version="2")),
        ("another order", Analyzer(steps=OWN.steps[::-1], version="1")),
        ("fewer steps", Analyzer(steps=OWN.steps[1:], version="1")),
    ],
)
def test_an_index_made_with_other_steps_is_refused(
    tmp_path: Path, description: str, analyzer: Analyzer
) -> None:
    Retriever.open(tmp_path, create=True, analyzer=OWN).close()
    Retriever.open(tmp_path, analyzer=Analyzer(steps=OWN.steps, version="1")).close()
    with pytest.raises(IndexForeign):
        Retriever.open(tmp_path, analyzer=analyzer)
    assert analyzer.fingerprint != OWN.fingerprint, description


def test_a_step_without_a_name_serves_in_memory_and_makes_no_index(tmp_path: Path) -> None:
    nameless = Analyzer(steps=[lambda _, tokens: tokens[:2]])
    assert Retriever.in_memory([TEXT], analyzer=nameless).search("سمير") == []
    with pytest.raises(ValueError, match="no name to know it by"):
        Retriever.open(tmp_path, create=True, analyzer=nameless)


@given(
    st.text()
    | st.lists(st.sampled_from(["وبالمدارس", "إس", "400", "PKK", "٣ شباط", "،", "الكُتُب"])).map(" ".join)
)
def test_terms_stand_where_their_words_do(text: str) -> None:
    analyzer = Analyzer()
    for field in ("word", "stem", "root", "gram"):
        found = analyzer.term_spans(field, text)
        assert [term for term, _ in found] == analyzer.terms(field, analyzer.tokens(text))
        spans = [span for _, span in found]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("description", "question", "text", "expected"),
    [
        (
            "forms of a word",
            "ماذا قالت الوزارة؟",
            "أعلنت وزارتُهم القرار، وقال الوزير:",
            ["وزارتُهم", "وقال", "الوزير"],
        ),
        ("another spelling of a name", "من هو كالين؟", "وصل إبراهيم قالن.", ["قالن"]),
        ("digits of another script", "منظومة S-400", "اشترت أنقرة إس ٤٠٠", ["إس ٤٠٠"]),
        ("nothing", "من هو كالين؟", "غادرت السفينة.", []),
        ("no text", "من هو كالين؟", "", []),
    ],
)
def test_any_text_is_highlighted_by_what_it_has_of_a_question(
    description: str, question: str, text: str, expected: list[str]
) -> None:
    assert [span.of(text) for span in highlight(question, text)] == expected, description


def test_highlights_are_those_of_a_quotation() -> None:
    for question in (QUESTION, "متى افتتح المعرض؟"):
        (passage,) = Retriever.in_memory([TEXT], analyzer=OWN).search(question)
        assert highlight(question, TEXT, OWN) == passage.highlights


def test_a_question_without_a_word_highlights_nothing() -> None:
    with pytest.raises(EmptyQuestion):
        highlight("؟!", TEXT)
