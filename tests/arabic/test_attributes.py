"""What a question asks of its subject, and where a text states it."""

from __future__ import annotations

import pytest

from retrieval.arabic.attributes import attributes, statements
from retrieval.arabic.questions import Kind, asked
from retrieval.arabic.stopwords import is_stop_word
from retrieval.arabic.tokens import tokenize


def names(question: str) -> list[str]:
    words = tokenize(question)
    how = asked(words)
    telling = [word for word in words if word not in how.words and not is_stop_word(word.bare)]
    return [each.name for each in attributes(how.kind, telling)]


@pytest.mark.parametrize(
    ("description", "question", "expected"),
    [
        ("a verb", "متى ولد المعماري؟", ["birth"]),
        ("its feminine", "متى تأسست المكتبة؟", ["founding"]),
        ("a noun", "ما تاريخ وفاة الشاعر؟", ["death"]),
        ("a noun of measure", "كم عمر السفيرة؟", ["age"]),
        ("behind words that carry it", "كم يبلغ متوسط سعر الرغيف؟", ["price"]),
        ("behind the class of what is asked for", "في أي مدينة درس الطبيب؟", ["study"]),
        ("a word asked in another kind of question", "هل ولد المعماري هنا؟", []),
        ("the same word further on", "متى وصل مؤلف الكتاب؟", []),
        ("none that is known", "كم طابقا في البرج؟", []),
    ],
)
def test_the_first_telling_word_names_what_is_asked(
    description: str, question: str, expected: list[str]
) -> None:
    assert names(question) == expected, description


@pytest.mark.parametrize(
    ("description", "asking", "kind", "text", "expected"),
    [
        ("the word that asks", "ولد", Kind.TIME, "وولدت الكاتبة عام 1950", ["وولدت"]),
        ("in the future", "بدأ", Kind.TIME, "سيبدأ القطار رحلاته", ["سيبدأ"]),
        ("another word for it", "تأسس", Kind.TIME, "أنشئ النادي عام 1907", ["أنشئ"]),
        ("a noun with a pronoun", "مساحة", Kind.NUMBER, "تبلغ مساحتها 90 هكتارا", ["مساحتها", "هكتارا"]),
        ("a noun behind a particle", "ثمن", Kind.NUMBER, "بيعت بسعر 20 دينارا", ["بسعر", "دينارا"]),
        ("years in brackets", "توفي", Kind.TIME, "الشاعر (1871 - 1932) مصري", ["(1871"]),
        ("a count of years", "عمر", Kind.NUMBER, "القبطان، 54 عامًا، بخير", ["4"]),
        ("a year is no age", "عمر", Kind.NUMBER, "عاد القبطان في عام 2016", []),
        ("a sign", "نسبة", Kind.NUMBER, "بلغت 12%", ["%"]),
        ("nothing of the kind", "درس", Kind.PLACE, "اعتقل المعماري في داره", []),
    ],
)
def test_a_text_states_it_in_one_of_its_words(
    description: str, asking: str, kind: Kind, text: str, expected: list[str]
) -> None:
    found = statements(attributes(kind, tokenize(asking)), text, tokenize(text))
    assert [text[place:].split(maxsplit=1)[0].rstrip("،") for place in found] == expected, description
