"""Questions that the documents don't answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import SILENT_BELOW, Retriever, Status

ROOT = Path(__file__).parents[2]
NEAR = "هل يؤيد البلدان حل دولتين؟"
FAR = "طريقة عمل الكبسة بالدجاج"


@pytest.fixture
def retriever() -> Retriever:
    return Retriever.from_folder(ROOT / "seeds")


def test_the_passage_that_comes_near_is_offered_apart_from_quotations(retriever: Retriever) -> None:
    retriever.silent_below = 0.99
    answer = retriever.ask(NEAR)
    assert (answer.status, answer.quotes, answer.further) == (Status.NOT_FOUND, (), 0)
    assert answer.nearest is None or "بحل الدولتين" in answer.nearest.paragraph.text
    retriever.silent_below = min(0.99, 2 * answer.confidence)
    offered = retriever.ask(NEAR).nearest
    assert offered
    assert "بحل الدولتين" in offered.paragraph.text


@pytest.mark.parametrize(
    ("description", "question"),
    [
        ("another matter", FAR),
        ("gibberish", "asdf qwerty zxcv"),
        ("another missile", "ما سعر منظومة إس-300؟"),
    ],
)
def test_what_does_not_come_near_is_not_offered(
    description: str, question: str, retriever: Retriever
) -> None:
    answer = retriever.ask(question)
    assert (answer.status, answer.nearest) == (Status.NOT_FOUND, None), description


@pytest.mark.parametrize(
    "question", ["ماذا قال ماكرون عن قره باغ؟", "ماذا أعلن زيلينسكي عن اتفاقية شحن الحبوب؟"]
)
def test_nobody_else_is_quoted_for_a_speaker_whom_no_document_names(
    question: str, retriever: Retriever
) -> None:
    assert retriever.ask(question).confidence == 0.0


@pytest.mark.parametrize(
    ("description", "question"),
    [
        ("a name spelled otherwise", "ماذا قال كالين عن التنظيمات الإرهابية؟"),
        ("a first name that is nowhere", "ما موقف حقان فيدان وبلينكن من أوكرانيا؟"),
    ],
)
def test_a_speaker_is_known_by_any_of_his_names(
    description: str, question: str, retriever: Retriever
) -> None:
    assert retriever.ask(question).status is Status.ANSWERED, description


@pytest.mark.parametrize(
    ("description", "question", "stated"),
    [
        ("an age", "كم عمر نادر الصباغ؟", "ويبلغ نادر الصباغ 61 عاما."),
        ("studies", "أين درس نادر الصباغ؟", "وتخرج نادر الصباغ من معهد الفنون."),
        ("a founding", "متى تأسست جمعية المعماريين؟", "وأنشئت جمعية المعماريين عام 1920."),
    ],
)
def test_a_name_without_what_is_asked_of_it_convinces_much_less(
    description: str, question: str, stated: str
) -> None:
    told = "أشاد المعماري نادر الصباغ بمعرض جمعية المعماريين أمام 40 زائرا."
    others = ["وصل الوفد مساء الجمعة.", "بحث الوزيران شؤون التجارة.", "أقيم معرض الكتاب في الميناء."]
    silent, telling = (
        Retriever.in_memory([text, *others]).ask(question).confidence for text in (told, f"{told} {stated}")
    )
    assert 1 - silent > 5 * (1 - telling), description


@pytest.mark.parametrize(
    ("description", "told", "sure"),
    [
        ("neither its founding nor any time", "أشاد المعماري الصباغ بجمعية المعماريين.", False),
        ("a time", "أشاد المعماري الصباغ عام 1980 بجمعية المعماريين.", True),
        ("its founding", "وأنشئت جمعية المعماريين في عام 1920.", True),
        ("its founding, at no time of the calendar", "أنشئت جمعية المعماريين عقب الحرب.", True),
    ],
)
def test_without_a_time_or_a_word_of_what_is_asked_nothing_answers(
    description: str, told: str, sure: bool
) -> None:
    answer = Retriever.in_memory([told]).ask("متى تأسست جمعية المعماريين؟")
    assert (answer.confidence > 0) is sure, description


def test_an_and_before_a_name_doesnt_hide_it(retriever: Retriever) -> None:
    answer = retriever.ask("محادثات بايدن وأردوغان")
    assert "أردوغان" in answer.forms["أردوغان"]


def test_from_where_on_there_is_silence_can_be_set(retriever: Retriever) -> None:
    assert retriever.silent_below == SILENT_BELOW
    question = "كم استمر الاجتماع؟"
    assert retriever.ask(question).status is Status.ANSWERED
    retriever.silent_below = 1.0
    assert retriever.ask(question).status is Status.NOT_FOUND
    retriever.silent_below = 0.0
    assert retriever.ask(NEAR).status is Status.ANSWERED


def test_a_birth_is_told_of_nobody_in_particular() -> None:
    births = [
        "ولد الشافعي في غزة سنة 150 للهجرة.",
        "ولد مالك في المدينة سنة 93 للهجرة.",
        "حج الناس ذلك العام.",
    ]
    retriever = Retriever.in_memory(births)
    assert retriever.ask("متى ولد الشافعي؟").status is Status.ANSWERED
    assert retriever.ask("متى ولد؟").confidence == 0
