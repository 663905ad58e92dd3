"""The same words in several documents are quoted once, and the other places named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from tests.index.corpus import document

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Answer

STORY = (
    "أعلنت وزارة النقل أن القطار السريع بين العاصمة والميناء سيبدأ رحلاته مطلع الشهر المقبل، "
    "وأن الرحلة ستستغرق ساعة وعشرين دقيقة بسعر 12 دينارا للتذكرة."
)
FILLERS = [
    document(f"filler{number}.txt", f"تحدث الكاتب {name} عن أيام طفولته في القرية البعيدة.")
    for number, name in enumerate(["سالم", "حسن", "ليلى", "مريم", "خالد", "نادية"])
]
QUESTION = "متى يبدأ القطار السريع رحلاته بين العاصمة والميناء؟"

COPIES = [
    ("word for word", STORY),
    ("with the agency's name", f"(وكالات) {STORY}"),
    ("with a few words more", f"{STORY} ولم يزد على ذلك."),
    ("with a word changed", STORY.replace("مطلع الشهر", "بداية الشهر")),
    ("with other letters and marks", STORY.replace("أعلنت", "اعلنت").replace("دقيقة", "دقيقةً")),
]
REPORTS = [
    (
        "an independent report",
        "القطار السريع بين العاصمة والميناء يبدأ رحلاته في الأول من الشهر القادم، بحسب ما قاله مدير المحطة للصحفيين أمس.",
    ),
    ("a correction of the figure", STORY.replace("12", "15")),
    (
        "the first half of it, told on otherwise",
        STORY[:60] + "، لكن نقابة العمال شككت في ذلك وطالبت بضمانات مكتوبة قبل التشغيل.",
    ),
]


def ask(*texts: str) -> Answer:
    papers = [document(f"paper{number}.txt", text) for number, text in enumerate(texts)]
    return Retriever.in_memory([*papers, *FILLERS]).ask(QUESTION)


@pytest.mark.parametrize(("description", "copy"), COPIES, ids=[case[0] for case in COPIES])
def test_a_near_copy_is_named_beside_the_quotation(description: str, copy: str) -> None:
    answer = ask(STORY, copy)
    places = {(place.path, place.start, place.end) for place in answer.quotes[0].also}
    shown = answer.quotes[0].paragraph
    other = {("paper0.txt", 0, len(STORY)), ("paper1.txt", 0, len(copy))}
    assert places == other - {(shown.source.path, shown.start, shown.end)}, description
    assert not any(quote.paragraph.source.path.startswith("paper") for quote in answer.quotes[1:])


@pytest.mark.parametrize(("description", "report"), REPORTS, ids=[case[0] for case in REPORTS])
def test_two_reports_of_one_fact_stay_two(description: str, report: str) -> None:
    quotes = ask(STORY, report).quotes
    assert [quote.also for quote in quotes[:2]] == [(), ()], description
    assert {quote.paragraph.source.path for quote in quotes[:2]} == {"paper0.txt", "paper1.txt"}


def test_a_story_in_thirty_papers_leaves_room_for_another_report() -> None:
    answer = ask(*[STORY] * 30, REPORTS[0][1])
    assert max(len(quote.also) for quote in answer.quotes) == 29
    assert {quote.paragraph.source.path for quote in answer.quotes} >= {"paper30.txt"}


def test_memory_and_disk_name_the_same_copies(tmp_path: Path) -> None:
    papers = [document(f"paper{number}.txt", text) for number, (_, text) in enumerate(COPIES + REPORTS)]
    with Retriever.open(tmp_path, create=True) as stored:
        stored.add([*papers, *FILLERS])
        found = stored.ask(QUESTION)
    assert found.quotes == Retriever.in_memory([*papers, *FILLERS]).ask(QUESTION).quotes


def test_pages_of_quotations_go_on_where_the_last_ended() -> None:
    papers = [document(f"paper{number}.txt", text) for number, (_, text) in enumerate(COPIES + REPORTS)]
    retriever = Retriever.in_memory([*papers, *FILLERS])
    whole = retriever.ask(QUESTION, limit=20)
    first = retriever.ask(QUESTION, limit=1)
    second = retriever.ask(QUESTION, limit=19, skip=1)
    assert first.quotes + second.quotes == whole.quotes
    assert first.further == len(whole.quotes) - 1
