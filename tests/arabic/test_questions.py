"""What a question asks for, and which of its words only ask."""

from __future__ import annotations

import pytest

from retrieval.arabic.questions import Kind, asked
from retrieval.arabic.tokens import tokenize


@pytest.mark.parametrize(
    ("description", "question", "kind", "asking"),
    [
        ("a person", "من هو رئيس البلدية؟", Kind.PERSON, "من هو"),
        ("a preposition asks for nobody", "خرج من المدينة", Kind.THING, ""),
        ("a time by its noun", "في أي عام زار الوزير مصر؟", Kind.TIME, "أي عام"),
        ("how long, by a verb of lasting", "كم استمر الاجتماع؟", Kind.DURATION, "كم استمر"),
        ("how many: the noun only asks", "كم عدد السكان؟", Kind.NUMBER, "كم عدد"),
        ("a measure is to be found in the answer", "كم عمر الوزير؟", Kind.NUMBER, "كم"),
        ("so is what is counted", "كم كتابا نشر؟", Kind.NUMBER, "كم"),
        ("words said", "ماذا قال الوزير عن الميزانية؟", Kind.SPEECH, "ماذا"),
        ("a dialect", "وين اجتمع الوزراء؟", Kind.PLACE, "وين"),
        ("no word that asks", "محادثات الوزراء", Kind.THING, ""),
    ],
)
def test_the_words_that_only_ask_tell_the_kind(
    description: str, question: str, kind: Kind, asking: str
) -> None:
    found = asked(tokenize(question))
    assert (found.kind, " ".join(word.text for word in found.words)) == (kind, asking), description
