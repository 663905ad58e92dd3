"""Times that questions and texts name."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.arabic.analyzer import Analyzer
from retrieval.arabic.asked_time import asked_time
from retrieval.arabic.calendar import find_periods

TODAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("description", "question", "expected"),
    [
        ("a month", "ماذا جرى في فبراير 2021؟", "2021-02-01/2021-02-28"),
        ("its Levantine name, digits of the East", "ماذا جرى في شباط ٢٠٢١؟", "2021-02-01/2021-02-28"),
        ("a month in numbers", "ماذا جرى في 02/2021؟", "2021-02-01/2021-02-28"),
        ("a day", "ماذا جرى يوم 3 شباط 2021؟", "2021-02-03/2021-02-03"),
        ("a year", "من زار أنقرة عام 2023؟", "2023-01-01/2023-12-31"),
        ("after", "من زار أنقرة بعد 2023؟", "2024-01-01/"),
        ("after a month of a year", "من زار أنقرة بعد شهر مارس 2023؟", "2023-04-01/"),
        ("since", "من زار أنقرة منذ عام 2023؟", "2023-01-01/"),
        ("before", "من زار أنقرة قبل سنة 2023؟", "/2022-12-31"),
        ("until", "من زار أنقرة حتى 2023؟", "/2023-12-31"),
        ("between", "من زار أنقرة بين عامي 2019 و2021؟", "2019-01-01/2021-12-31"),
        ("from and to", "من زار أنقرة من 2019 إلى شباط 2021؟", "2019-01-01/2021-02-28"),
        ("today", "ماذا أعلن اليوم؟", "2024-03-05/2024-03-05"),
        ("yesterday", "ماذا أعلن أمس؟", "2024-03-04/2024-03-04"),
        ("this year", "ماذا أعلن هذا العام؟", "2024-01-01/2024-12-31"),
        ("last month", "ماذا أعلن الشهر الماضي؟", "2024-02-01/2024-02-29"),
        ("this week", "ماذا أعلن هذا الأسبوع؟", "2024-02-28/2024-03-05"),
        ("a weekday", "ماذا أعلن الأحد؟", "2024-03-03/2024-03-03"),
        ("the newest", "ما أحدث تصريح للوزير؟", "latest"),
        ("the last", "ما هو آخر تصريح للوزير؟", "latest"),
        ("another", "هل صرح وزير آخر؟", "None"),
        ("what an event brought about", "زلزال أحدث دمارا", "None"),
        ("two times that nothing joins", "هل زار أنقرة في 2019 كما في 2021؟", "None"),
        ("a number that is no year", "من دفع 3000 دولار؟", "None"),
        ("a number that could be a year", "من دفع 2000 دولار؟", "None"),
        ("a year before an adjective", "من فاز في انتخابات 2020 الرئاسية؟", "2020-01-01/2020-12-31"),
        ("a Hijri year", "ماذا جرى عام 1442 هـ؟", "None"),
        ("no time at all", "من هو المتحدث؟", "None"),
    ],
)
def test_the_time_that_a_question_asks_about(description: str, question: str, expected: str) -> None:
    assert str(asked_time(Analyzer().tokens(question), TODAY)) == expected, description


@pytest.mark.parametrize(
    ("description", "text", "expected"),
    [
        ("a weekday is the last one", "اجتمعا الثلاثاء", ["2024-03-05/2024-03-05"]),
        ("today as a day of its own", "اجتمعا اليوم", ["2024-03-05/2024-03-05"]),
        ("the day of the story", "وفي اليوم التالي اجتمعا", []),
        ("last week", "اجتمعا الأسبوع الماضي", ["2024-02-21/2024-02-27"]),
        ("the year before", "حرب العام الماضي", ["2023-01-01/2023-12-31"]),
        ("next month", "يجتمعان الشهر المقبل", ["2024-04-01/2024-04-30"]),
        ("a month at the turn of the year", "في 31/12/2023 ثم كانون الثاني 2024", ["2023-12-31/2023-12-31", "2024-01-01/2024-01-31"]),
    ],
)  # fmt: skip
def test_times_in_a_text_count_from_its_own_day(description: str, text: str, expected: list[str]) -> None:
    found = find_periods(Analyzer().tokens(text), TODAY)
    assert [str(each) for each in found] == expected, description


def test_without_a_day_of_its_own_a_text_names_only_what_it_says_in_full() -> None:
    assert [str(each) for each in find_periods(Analyzer().tokens("أمس، والثلاثاء، وعام 2021"))] == [
        "2021-01-01/2021-12-31"
    ]
