from __future__ import annotations

from dataclasses import replace

import pytest

from bot.bidi import without_marks
from bot.parallels import parallels
from bot.texts import Language
from retrieval import Difference, Parallel, Quote, Source
from tests.bot.answers import TEXT, quote, span

OTHER = "وقال إبراهيم كالين إن بلاده عضو منذ 1952."
NAME = Difference("name", span(TEXT, "قالن"), span(OTHER, "كالين"))
VALUE = Difference("value", span(TEXT, "عضو"), span(OTHER, "1952"))


def other(rank: int, *differences: Difference) -> Parallel:
    paragraph = replace(quote().paragraph, text=OTHER, source=Source(f"{rank}.txt", publisher="الأناضول"))
    return Parallel(rank, paragraph, span(OTHER, OTHER), differences)


@pytest.mark.parametrize(
    ("description", "found", "expected"),
    [
        ("none", [], []),
        ("one that agrees", [other(2)], ["في مصدرين: هنا، وفي الاقتباس 2 (الأناضول)"]),
        ("two", [other(2), other(3)], ["في 3 مصادر: هنا، وفي الاقتباس 2 (الأناضول)، الاقتباس 3 (الأناضول)"]),
        (
            "another spelling",
            [other(2, NAME)],
            ["في مصدرين: هنا، وفي الاقتباس 2 (الأناضول)", "الاسم هنا «قالن»، وفي الاقتباس 2 «كالين»"],
        ),
        (
            "another number",
            [other(2, VALUE)],
            ["يقول غير ذلك الاقتباس 2 (الأناضول)", "هنا «عضو»، وفي الاقتباس 2 «1952»"],
        ),
    ],
)
def test_agreement_and_difference_are_told(
    description: str, found: list[Parallel], expected: list[str]
) -> None:
    shown: Quote = replace(quote(), parallels=tuple(found))
    assert without_marks(parallels(shown, Language.ARABIC)).splitlines() == expected, description
