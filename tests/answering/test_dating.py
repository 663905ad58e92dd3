"""Questions about a time, asked of documents that have dates."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval import Answer, Document, Period, Retriever, Source, Span

TODAY = date(2024, 3, 5)
ARTICLES = [
    ("old.txt", date(2021, 2, 3), "قال الوزير، الثلاثاء، إن المفاوضات حول الميناء تعثرت."),
    ("new.txt", date(2024, 3, 4), "قال الوزير أمس إن المفاوضات حول الميناء نجحت."),
    ("bare.txt", None, "قال الوزير إن المفاوضات حول الميناء طويلة."),
    ("told.txt", None, "قال الوزير عام 2019 إن المفاوضات حول الميناء بدأت."),
]
RETRIEVER = Retriever.in_memory(
    Document(Source(name, date=day), text, (Span(0, len(text)),)) for name, day, text in ARTICLES
)


def ask(question: str) -> Answer:
    return RETRIEVER.ask(question, today=TODAY)


@pytest.mark.parametrize(
    ("description", "time", "expected"),
    [
        ("a month", "في شباط 2021", "old.txt"),
        ("a year that a text names", "في عام 2019", "told.txt"),
        ("after", "بعد 2022", "new.txt"),
        ("before", "قبل 2022", "old.txt"),
        ("between", "بين 2020 و2022", "old.txt"),
        ("a day, by a weekday of the article", "في 2 شباط 2021", "old.txt"),
        ("this year", "هذا العام", "new.txt"),
        ("the day before the article's", "في 3 آذار 2024", "new.txt"),
    ],
)
def test_documents_of_the_time_asked_about_come_first(description: str, time: str, expected: str) -> None:
    (first, *_) = ask(f"ماذا قال الوزير {time} عن المفاوضات حول الميناء؟").quotes
    assert first.paragraph.source.path == expected, description


def test_the_newest_document_comes_first_where_the_newest_is_asked_for() -> None:
    answer = ask("ما آخر ما قاله الوزير عن المفاوضات حول الميناء؟")
    assert answer.quotes[0].paragraph.source.path == "new.txt"
    assert answer.period == Period(latest=True)


def test_a_document_of_another_time_is_not_quoted_before_an_undated_one() -> None:
    paths = [quote.paragraph.source.path for quote in ask("ماذا قال الوزير عن الميناء بعد 2022؟").quotes]
    assert "bare.txt" in paths
    assert "old.txt" not in paths[: paths.index("bare.txt")]


def test_the_answer_tells_the_time_that_was_understood() -> None:
    answer = ask("ماذا قال الوزير في شباط 2021 عن المفاوضات حول الميناء؟")
    assert answer.period == Period(date(2021, 2, 1), date(2021, 2, 28))


def test_a_weekday_that_answers_is_told_as_a_date_with_the_doubt() -> None:
    answer = ask("متى قال الوزير إن المفاوضات حول الميناء تعثرت؟")
    (told,) = answer.quotes[0].dates
    assert (told.first, told.certain) == (date(2021, 2, 2), False)
    assert told.span.of(answer.quotes[0].paragraph.text) == "الثلاثاء"


def test_no_dates_are_told_where_nobody_asks_for_time() -> None:
    assert not any(quote.dates for quote in ask("من تحدث عن المفاوضات حول الميناء؟").quotes)


@pytest.mark.parametrize(
    ("description", "question", "period"),
    [
        ("a Monday on which a document is dated", "ماذا قال الوزير الاثنين؟", Period(date(2024, 3, 4), date(2024, 3, 4))),
        ("any Thursday: no document is of the last one", "ماذا قال الوزير الخميس؟", None),
        ("no day at all", "متى صلاة الجمعة؟", None),
        ("a Thursday that the question tells", "ماذا قال الوزير الخميس الماضي؟", Period(date(2024, 2, 29), date(2024, 2, 29))),
        ("a Friday that it tells", "ماذا قال الوزير في الجمعة الماضية؟", Period(date(2024, 3, 1), date(2024, 3, 1))),
    ],
)  # fmt: skip
def test_a_weekday_is_a_date_where_something_bears_it_out(
    description: str, question: str, period: Period | None
) -> None:
    assert ask(question).period == period, description
