"""The sentence of a paragraph that is shown as the answer."""

from __future__ import annotations

import pytest

from retrieval import Retriever


@pytest.mark.parametrize(
    ("description", "question", "text", "shown"),
    [
        (
            "a question of the text is shown with what answers it",
            "ما أفضل الأعمال؟",
            "كان الناس في المسجد. سئل الشيخ: أي الأعمال أفضل؟ فقال: «الصلاة على وقتها». ثم انصرف الناس.",
            "سئل الشيخ: أي الأعمال أفضل؟ فقال: «الصلاة على وقتها».",
        ),
        (
            "also where a quotation mark closes behind it",
            "متى تبدأ أعمال الترميم؟",
            "سأل النائب: «متى تبدأ أعمال الترميم؟» قيل له بعد أسبوعين. ثم رُفعت الجلسة.",
            "سأل النائب: «متى تبدأ أعمال الترميم؟» قيل له بعد أسبوعين.",
        ),
    ],
)
def test_what_is_shown_does_not_end_with_a_question(
    description: str, question: str, text: str, shown: str
) -> None:
    (quote, *_) = Retriever.in_memory([text]).ask(question).quotes
    assert quote.answer.of(quote.paragraph.text) == shown, description
