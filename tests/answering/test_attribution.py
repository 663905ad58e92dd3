"""Whose words are quoted, and who holds an office."""

from __future__ import annotations

import pytest

from retrieval import Retriever

OTHERS = [
    "افتتح المجلس البلدي حديقة جديدة قرب الميناء القديم.",
    "انخفضت درجات الحرارة في المدينة بعد أيام من المطر.",
    "شارك عشرات الطلاب في مسابقة القراءة السنوية.",
]
"""So that the words of the cases aren't in every paragraph."""


@pytest.mark.parametrize(
    ("description", "question", "wanted", "unwanted"),
    [
        (
            "another's reply",
            "ماذا قال سوفاك عن جسر النهر؟",
            "وقال المهندس سوفاك إن الجسر يحتاج إلى ترميم عاجل.",
            "وردا على سوفاك بشأن جسر النهر، أجاب كاردوش أن جسر النهر آمن.",
        ),
        (
            "another's words to him",
            "ماذا أعلن سوفاك عن الجسر؟",
            "وأعلن سوفاك، الخميس، أن الجسر سيغلق شهرين.",
            "أعلن كاردوش لسوفاك أن الجسر القديم لن يغلق، وأن سوفاك وافق على الجسر الجديد.",
        ),
        (
            "an office whose holder isn't named",
            "ماذا قال وزير النقل عن الجسر؟",
            "وقال وزير النقل إن الجسر سيغلق شهرين في الخريف.",
            "وقال كاردوش إن وزير النقل زار الجسر وإن الوزير رأى الجسر.",
        ),
        (
            "a name spelled otherwise",
            "ماذا قال كالين عن الجسر؟",
            "وشدد كالن على أن الجسر سيغلق شهرين في الخريف.",
            "وأوضح كاردوش في بيان أن كالين زار الجسر.",
        ),
        (
            "words before the verb",
            "ماذا قال سوفاك عن الجسر؟",
            "المهندس سوفاك أكد أن الجسر سيغلق شهرين في الخريف.",
            "وقال كاردوش إن سوفاك زار الجسر وإن سوفاك رأى الجسر.",
        ),
        (
            "an office without its holder",
            "من هو المتحدث باسم وزارة النقل؟",
            "وكان الجسر قد أغلق، كما أبلغ الصحفيين في الصباح المتحدث باسم وزارة النقل كريم كاردوش في لقاء قصير.",
            "أكد بيان للمتحدث باسم وزارة النقل رغبة وزارة النقل في إغلاق الجسر.",
        ),
        (
            "a name between quotation marks, which words said aren't",
            "من هو وزير النقل؟",
            "وحضر الحفل الكبير عند مدخل الميناء القديم وزير النقل “خلوصي أكار” مع ضيوف من المدينة.",
            'أكد وزير النقل "جسر النهر آمن تماما رغم كل ما قيل عنه" وغادر وزير النقل المكان.',
        ),
        (
            "a holder set before",
            "من هو مدير مصلحة الجسور؟",
            "وكان في استقبال الزوار عند مدخل الجسر صباح اليوم كريم كاردوش، مدير مصلحة الجسور، مع مهندسين.",
            "رفض مدير مصلحة الجسور التعليق، وغادر مدير مصلحة الجسور المكان.",
        ),
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_what_is_asked_for_comes_before_what_only_mentions_it(
    description: str, question: str, wanted: str, unwanted: str, last: bool
) -> None:
    texts = [unwanted, *OTHERS, wanted] if last else [wanted, *OTHERS, unwanted]
    first = Retriever.in_memory(texts).ask(question).quotes[0]
    assert first.paragraph.text == wanted, description


def test_a_paragraph_that_names_nobody_goes_on_with_who_spoke_before() -> None:
    told = "قال سوفاك إن الأعمال بدأت.\n\nوأضاف أن الجسر سيغلق شهرين.\n\nوقال كاردوش إن الجسر آمن."
    quotes = Retriever.in_memory([told, *OTHERS]).ask("ماذا قال سوفاك عن الجسر؟").quotes
    assert [quote.paragraph.text.split(maxsplit=1)[0] for quote in quotes] == ["قال", "وأضاف", "وقال"]


def test_nobody_else_is_quoted_for_a_speaker_with_a_title_whom_no_document_names() -> None:
    told = "قال الوزير كاردوش إن الجسر سيغلق شهرين."
    assert Retriever.in_memory([told, *OTHERS]).ask("ماذا قال الوزير سوفاك عن الجسر؟").confidence == 0.0
