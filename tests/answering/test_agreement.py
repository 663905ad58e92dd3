"""Reports that agree, reports that differ, and events that only resemble each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from retrieval import Answer, Document, Retriever, Source, Span

ROOT = Path(__file__).parents[2]
BACKGROUND = (
    "كانت محافظة الساحل قد شهدت موسما ماطرا غير مسبوق. وأعلنت وزارة الموارد إغلاق طريق الجبل القديم. "
    "ونقلت فرق الدفاع المدني العائلات إلى مدرسة القرية الشمالية."
)
OTHERS = (
    "تستعد مدينة الميناء لافتتاح معرض الكتاب السنوي. ويشارك فيه ناشرون عرب وأجانب وكتاب معروفون. "
    "وتتضمن الفعاليات ندوات عن الرواية والترجمة وأدب الأطفال."
)


def document(
    name: str, fact: str, background: str = BACKGROUND, day: date | None = date(2024, 3, 9)
) -> Document:
    text = f"{fact}\n{background}"
    return Document(
        Source(name, f"خبر {name}", "وكالة", day), text, (Span(0, len(fact)), Span(len(fact) + 1, len(text)))
    )


def asked(question: str, *documents: Document) -> Answer:
    return Retriever.in_memory(documents).ask(question)


DAM = "انهار سد الوادي مساء السبت، واستمر تدفق المياه نحو ثلاث ساعات بحسب المهندس دراغان كالن."


@pytest.mark.parametrize(
    ("description", "fact", "differences"),
    [
        ("other words", "وقال شهود إن تدفق المياه استمر ثلاث ساعات بعد انهيار سد الوادي.", []),
        ("the number in digits", "وقال شهود إن تدفق المياه استمر 3 ساعات بعد انهيار سد الوادي.", []),
        (
            "another duration",
            "وقال شهود إن تدفق المياه استمر خمس ساعات بعد انهيار سد الوادي.",
            [("value", "ثلاث ساعات", "خمس ساعات")],
        ),
        (
            "another spelling of a name",
            "واستمر تدفق المياه ثلاث ساعات بعد انهيار السد، كما قال المهندس دراغان قالن.",
            [("name", "كالن", "قالن")],
        ),
    ],
)
def test_reports_of_one_event_are_set_side_by_side(
    description: str, fact: str, differences: list[tuple[str, str, str]]
) -> None:
    answer = asked("كم استمر تدفق المياه من سد الوادي؟", document("a.txt", DAM), document("b.txt", fact))
    first = next(quote for quote in answer.quotes if quote.paragraph.text == DAM)
    (parallel,) = first.parallels
    assert parallel.paragraph.text == fact, description
    assert [
        (each.what, each.here.of(DAM), each.there.of(fact)) for each in parallel.differences
    ] == differences, description


@pytest.mark.parametrize(
    ("description", "other"),
    [
        ("another story", document("b.txt", "استمر تدفق المياه في نافورة المعرض ثلاث ساعات.", OTHERS)),
        ("the like of it, in another year", document("b.txt", DAM.replace("السبت", "الأحد") + " وكان ذلك متوقعا منذ زمن.", day=date(2022, 3, 9))),
    ],
)  # fmt: skip
def test_events_that_resemble_each_other_stay_apart(description: str, other: Document) -> None:
    answer = asked("كم استمر تدفق المياه من سد الوادي؟", document("a.txt", DAM), other)
    assert not any(quote.parallels for quote in answer.quotes), description


def test_what_one_document_says_twice_is_no_second_source() -> None:
    answer = asked("كم استمر تدفق المياه من سد الوادي؟", document("a.txt", DAM, DAM.replace("مساء", "صباح")))
    assert not any(quote.parallels for quote in answer.quotes)


def test_near_copies_count_once_and_are_named() -> None:
    answer = asked("كم استمر تدفق المياه من سد الوادي؟", document("a.txt", DAM), document("b.txt", DAM))
    (first, *rest) = [quote for quote in answer.quotes if "تدفق" in quote.paragraph.text]
    assert not rest
    assert [(place.path, place.start, place.end) for place in first.also] == [("b.txt", 0, len(DAM))]
    assert not first.parallels


def test_the_call_and_the_meeting_in_the_seeds_are_two_events() -> None:
    retriever = Retriever.from_folder(ROOT / "seeds")
    call = retriever.ask("كم استمرت المكالمة بين سوليفان وقالن؟").quotes[0]
    assert [Path(each.paragraph.source.path).name[:3] for each in call.parallels] == ["000"]
    meeting = retriever.ask("كم استمر الاجتماع؟").quotes[0]
    assert meeting.parallels == ()
