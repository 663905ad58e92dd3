from __future__ import annotations

import pytest

from retrieval.arabic.analyzer import Analyzer
from retrieval.ranking.matching import likeness

SAME = [
    ("the same spelling", "تركيا", "تركيا"),
    ("vowel marks", "تركيا", "تُرْكِيَا"),
    ("hamza", "اردوغان", "أردوغان"),
    ("article", "وزير", "والوزير"),
    ("broken plural", "صاروخ", "الصواريخ"),
    ("a designator in two scripts", "S-400", "إس – 400"),
    ("digits of two scripts", "2021", "٢٠٢١"),
    ("two letters swapped", "الاستكشافية", "الاستكشايفة"),
    ("a letter left out", "المحادثات", "المحدثات"),
]
OTHER = [
    ("a name and a short word", "كالن", "كان"),
    ("another designator", "S-400", "S-300"),
    ("another year", "2021", "2022"),
    ("another word of four letters", "سوريا", "سورة"),
    ("unrelated words", "انتخابات", "محادثات"),
]


@pytest.mark.parametrize(("description", "asked", "found"), SAME)
def test_the_same_word_in_another_form_is_recognised_both_ways(
    description: str, asked: str, found: str
) -> None:
    one, other = Analyzer().tokens(f"{asked} ، {found}")
    assert likeness(one, other) == likeness(other, one) > 0, description


@pytest.mark.parametrize(("description", "asked", "found"), OTHER)
def test_another_word_is_not_taken_for_it(description: str, asked: str, found: str) -> None:
    one, other = Analyzer().tokens(f"{asked} ، {found}")
    assert likeness(one, other) == likeness(other, one) == 0, description


def test_the_exact_spelling_is_the_best_match() -> None:
    asked, exact, folded, stemmed, related = Analyzer().tokens("شيء شيء شئ الشيء أشياء")
    assert likeness(asked, exact) > likeness(asked, stemmed) >= likeness(asked, related)
    assert likeness(asked, exact) > likeness(asked, folded)
