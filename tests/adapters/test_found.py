"""What every framework is told of a paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from bot.render.objects import passage_object
from retrieval import Document, Mark, Retriever, Source, Span
from retrieval.adapters.found import find

TEXT = "وصل الوفد إلى أنقرة مساء الجمعة."


@pytest.mark.parametrize(
    ("description", "source", "marks"),
    [
        ("only its path is told", Source("1.txt"), ()),
        (
            "all is told",
            Source(
                "2.txt", "وصول", "الخليج", date(2021, 2, 3), "https://a.example", "ليلى", (("year", 2021),)
            ),
            (Mark(0, "chapter", "الأول"), Mark(0, "page", "7")),
        ),
    ],
)
def test_frameworks_are_told_what_the_json_of_this_program_tells(
    description: str, source: Source, marks: tuple[Mark, ...]
) -> None:
    retriever = Retriever.in_memory([Document(source, TEXT, (Span(0, len(TEXT)),), marks)])
    (passage,) = retriever.search("متى وصل الوفد؟")
    (found,) = find(retriever, "متى وصل الوفد؟", 1, None, silent=False)
    told = {**passage_object(1, passage)}
    told |= told.pop("source")
    del told["rank"], told["text"]
    assert {**found.metadata, "score": round(found.score, 4)} == told, description
    assert (found.text, found.metadata["score"]) == (TEXT, found.score)
