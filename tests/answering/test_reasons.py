from __future__ import annotations

import pytest

from retrieval import Borne, Document, How, Retriever, Source, Span, Why

TEXT = "وصل كالن والوفد إلى روما مساء الجمعة. ثم زار المصانع مع المستشار."


def why(question: str) -> Why:
    document = Document(Source("a.txt", title="زيارة روما"), TEXT, (Span(0, len(TEXT)),))
    (quote,) = Retriever.in_memory([document]).ask(question).quotes
    assert quote.why is not None
    return quote.why


@pytest.mark.parametrize(
    ("description", "asked", "expected"),
    [
        ("the word itself", "روما", Borne("روما", How.SAME, ("روما",))),
        ("with other clitics", "الوفد", Borne("الوفد", How.FORM, ("والوفد",))),
        ("a broken plural", "مصنع", Borne("مصنع", How.ROOT, ("المصانع",))),
        ("another spelling of a name", "قالن", Borne("قالن", How.OTHER, ("كالن",))),
        ("a slip of the finger", "المستشتر", Borne("المستشتر", How.SLIP, ("المستشار",))),
        ("what isn't there", "اليابان", Borne("اليابان", None)),
    ],
)
def test_how_a_word_is_borne_out_is_told(description: str, asked: str, expected: Borne) -> None:
    assert expected in why(f"متى وصل الوفد إلى روما {asked}؟").words, description


def test_the_kind_asked_for_and_the_words_of_title_and_sentence_are_told() -> None:
    told = why("متى وصل الوفد إلى روما؟")
    assert [span.of(TEXT) for span in told.kinds] == ["مساء", "الجمعة"][-len(told.kinds) :]
    assert (told.title, told.in_answer) == (("روما",), 3)
