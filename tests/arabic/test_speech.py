"""Who speaks in a text."""

from __future__ import annotations

import pytest

from retrieval.arabic.given_names import is_name
from retrieval.arabic.speech import sayings
from retrieval.arabic.tokens import tokenize


@pytest.mark.parametrize(
    ("description", "text", "expected"),
    [
        ("a name behind the verb", "قال سمير حداد إن الجسر آمن", ["سمير حداد"]),
        ("an office and a name", "وأكد وزير النقل سمير حداد أن", ["وزير النقل سمير حداد"]),
        ("a day between", "أعلن الثلاثاء سمير حداد عن خطة", ["سمير حداد"]),
        ("a name before the verb", "سمير حداد أكد أن الجسر آمن", ["سمير حداد"]),
        ("the same in apposition", "إن الوزير سمير حداد، أكد في بيان", ["الوزير سمير حداد"]),
        ("behind an aside", "بدوره، حذر حداد من التأخير", ["حداد"]),
        ("behind words about another matter", "خلال اللقاء، حداد أعلن عن خطة", ["حداد"]),
        ("one who is spoken to is left out", "قال حداد للوزيرة إن", ["حداد"]),
        ("one who is answered is left out", "ردا على دعوة صباغ، أجاب حداد بأن", ["حداد"]),
        ("one who is spoken of is left out", "أشاد البيان ورحب حداد بجهود صباغ", ["حداد"]),
        ("what is said is no speaker", "سمير حداد، في كلمته، أكد ضرورة الإسراع", [""]),
        ("nobody: who spoke last goes on", "وأضاف أن الجسر آمن", [""]),
        ("a source", "الجسر آمن بحسب حداد", ["حداد"]),
        ("no word of saying", "افتتح سمير حداد الجسر", []),
    ],
)
def test_a_verb_of_saying_tells_who_speaks(description: str, text: str, expected: list[str]) -> None:
    tokens = tokenize(text)
    named = [" ".join(word.text for word in tokens[each.named]) for each in sayings(text, tokens)]
    assert named == expected, description


@pytest.mark.parametrize(
    ("word", "expected"), [("محمد", True), ("بلينكن", True), ("رغبه", False), ("من", False), ("400", False)]
)
def test_given_names_and_foreign_words_may_name_persons(word: str, expected: bool) -> None:
    assert is_name(word) is expected
