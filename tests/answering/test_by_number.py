"""What is known by its number is found however the number is written."""

from __future__ import annotations

import pytest

from retrieval import Document, Retriever, Source, Span

ARTICLES = (
    "المادة ١: تسري أحكام هذا النظام على جميع الموظفين.",
    "المادة ٢: يقدم الطلب إلى الإدارة خلال خمسة عشر يوماً.",
    "المادة ٣: يستحق الموظف إجازة سنوية مدتها ثلاثون يوماً.",
    "المادة ٤: ينتهي الدوام في الساعة الثالثة بعد الظهر.",
    "مادة (12): تلغى الأحكام المخالفة.",
    "المادة الخامسة: تشكل لجنة للنظر في الطلبات.",
    "المادة الثالثة والعشرون: ينشر هذا النظام في الجريدة الرسمية.",
)
RETRIEVER = Retriever.in_memory(
    [Document(Source(f"{number}.txt"), text, (Span(0, len(text)),)) for number, text in enumerate(ARTICLES)]
)


@pytest.mark.parametrize(
    ("description", "question", "wanted"),
    [
        ("digits for an ordinal, though another article has the word", "ما نص المادة الثالثة؟", 2),
        ("digits for an ordinal that begins a longer one", "ما نص المادة الثانية؟", 1),
        ("an ordinal for digits", "ماذا تقول المادة ٥؟", 5),
        ("the same digits, of another script", "المادة 3", 2),
        ("without the article, in brackets", "ما هي المادة الثانية عشرة؟", 4),
        ("«رقم» between", "ما المادة رقم 23؟", 6),
    ],
)
def test_an_article_is_found_however_its_number_is_written(
    description: str, question: str, wanted: int
) -> None:
    answer = RETRIEVER.ask(question)
    assert answer.quotes, description
    assert answer.quotes[0].paragraph.text == ARTICLES[wanted], description


@pytest.mark.parametrize(
    "question", ["ما نص المادة الأربعين؟", "ماذا تقول المادة السابعة عن الموظفين؟", "ما أحكام المادة 99؟"]
)
def test_an_article_that_there_is_not_is_answered_by_no_other(question: str) -> None:
    assert RETRIEVER.ask(question).status == "not_found"


def test_a_century_may_be_told_of_by_its_years() -> None:
    text = "حكم محمد علي مصر من 1805 إلى 1848، وبنى فيها جيشاً حديثاً."
    retriever = Retriever.in_memory([Document(Source("1.txt"), text, (Span(0, len(text)),))])
    assert retriever.ask("من حكم مصر في القرن التاسع عشر وبنى جيشاً حديثاً؟").status == "answered"
