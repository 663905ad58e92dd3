from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.bidi import without_marks
from bot.compose import compose, compose_context, compose_error, compose_sources
from bot.reply import Note, Quotation, Reply
from bot.texts import Language
from retrieval import Answer, Document, EmptyQuestion, Mark, Place, QuestionTooLong, Searched, Source, Span
from tests.bot.answers import SENTENCE, SOURCE, TEXT, answered, not_found, quote, several

ARABIC, ENGLISH = Language.ARABIC, Language.ENGLISH


def notes(reply: Reply) -> str:
    return "\n".join(without_marks(block.text) for block in reply.blocks if isinstance(block, Note))


def quotations(reply: Reply) -> list[Quotation]:
    return [block for block in reply.blocks if isinstance(block, Quotation)]


def test_a_quotation_keeps_its_words_and_their_places() -> None:
    (quotation,) = quotations(compose(answered(quote()), ARABIC))
    assert quotation.text == TEXT
    assert quotation.answer.of(quotation.text) == SENTENCE
    assert [span.of(quotation.text) for span in quotation.highlights] == ["المتحدث", "قالن"]


def test_the_source_line_holds_what_the_document_says_of_itself() -> None:
    (quotation,) = quotations(compose(answered(quote()), ARABIC))
    assert without_marks(quotation.source) == f"{SOURCE.title} · {SOURCE.publisher} · 3 فبراير 2021"
    assert quotation.path == "seeds/visit.txt"


def test_the_source_line_leaves_out_what_the_document_keeps_silent_about() -> None:
    (quotation,) = quotations(compose(answered(quote(source=Source(path="a.txt"))), ARABIC))
    assert (quotation.source, quotation.path, quotation.also) == ("", "a.txt", "")


def test_the_source_line_names_author_chapter_and_page() -> None:
    marks = (Mark(0, "chapter", "باب الصبر"), Mark(0, "page", "12"))
    whole = quote(source=Source(path="a.pdf", title="الأخلاق", author="ابن مسكويه"))
    found = replace(whole, paragraph=replace(whole.paragraph, marks=marks))
    (arabic,) = quotations(compose(answered(found), ARABIC))
    (english,) = quotations(compose(answered(found), ENGLISH))
    assert without_marks(arabic.source) == "الأخلاق · ابن مسكويه · باب الصبر · الصفحة 12"
    assert without_marks(english.source) == "الأخلاق · ابن مسكويه · باب الصبر · page 12"


def test_commands_hidden_in_a_document_reach_nobody() -> None:
    hostile = "\x1b[31m\u202eقال\x00 نعم."
    source = Source(path="a\x1b\u2069.txt", title="عنوان\n\u202e\x07", publisher="\x9bناشر")
    reply = compose(answered(quote(hostile, "قال\x00 نعم.", (), source)), ARABIC)
    (quotation,) = quotations(reply)
    assert quotation.answer.of(quotation.text) == "قال نعم."
    everything = quotation.text + quotation.source + quotation.path
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", everything)


def test_names_of_endless_length_are_shortened() -> None:
    source = Source(path="p" * 5000, title="ع" * 5000, publisher="ن" * 5000)
    (quotation,) = quotations(compose(answered(quote(source=source)), ARABIC))
    assert len(quotation.source) + len(quotation.path) < 700


@pytest.mark.parametrize(
    ("description", "paths", "expected"),
    [
        ("one", ["b.txt"], "ورد النص نفسه في: b.txt"),
        ("a path named twice counts once", ["b.txt", "b.txt"], "ورد النص نفسه في: b.txt"),
        ("three", ["b", "c", "d"], "ورد النص نفسه في: b، c، d"),
        ("five", ["b", "c", "d", "e", "f"], "ورد النص نفسه في: b، c، d، وفي مستندين آخرين"),
    ],
)
def test_near_copies_are_named_and_the_rest_counted(
    description: str, paths: list[str], expected: str
) -> None:
    (quotation,) = quotations(
        compose(answered(quote(also=tuple(Place(path, 0, 1) for path in paths))), ARABIC)
    )
    assert without_marks(quotation.also) == expected, description


FORMS = "الصيغ التي بحثت عنها: كالن / قالن، المتحدث"


@pytest.mark.parametrize(
    ("answer", "language", "expected"),
    [
        (answered(quote()), ARABIC, f"بحثت في 5 مستندات (128 فقرة).\n{FORMS}"),
        (several(), ARABIC, f"بحثت في 5 مستندات (128 فقرة).\n{FORMS}\nبقيت 4 اقتباسات أخرى."),
        (
            several(),
            ENGLISH,
            "Searched 5 documents (128 paragraphs).\nForms searched for: كالن / قالن, المتحدث\n4 more quotations can be shown.",
        ),
        (answered(), ARABIC, f"بحثت في 5 مستندات (128 فقرة).\n{FORMS}\nلم يبقَ لهذا السؤال اقتباسات أخرى."),
        (
            not_found(),
            ARABIC,
            (f"لم أجد في المستندات جوابًا عن هذا السؤال.\nبحثت في 5 مستندات (128 فقرة).\n{FORMS}"),
        ),
    ],
    ids=["the last page", "more to come", "in English", "past the last page", "not found"],
)
def test_a_reply_says_what_was_searched(answer: Answer, language: Language, expected: str) -> None:
    assert notes(compose(answer, language)) == expected


def test_who_asks_of_nobody_is_asked_for_the_name() -> None:
    asked = replace(not_found(), question="متى ولد؟")
    assert (
        notes(compose(asked, ARABIC)).splitlines()[1]
        == "لم تذكر في سؤالك مَن تعني أو ما تعني. أضف الاسم لأبحث عنه."
    )
    assert "Add the name" in notes(compose(asked, ENGLISH))


def test_a_reply_knows_how_many_quotations_are_left() -> None:
    assert compose(several(), ARABIC).further == 4


@pytest.mark.parametrize(
    ("error", "language", "expected"),
    [
        (EmptyQuestion(), ARABIC, "لم أجد في رسالتك كلمة أبحث عنها. اكتب سؤالك بكلمة واحدة على الأقل."),
        (
            QuestionTooLong(5003, 4096),
            ARABIC,
            "سؤالك طويل: فيه 5,003 أحرف، والحد الأقصى 4,096 حرفًا. اختصره ثم أعد إرساله.",
        ),
        (
            QuestionTooLong(5003, 4096),
            ENGLISH,
            (
                "Your question is too long: it has 5,003 characters, and 4,096 are allowed. "
                "Shorten it and send it again."
            ),
        ),
    ],
)
def test_a_question_that_is_not_searched_gets_its_reason(
    error: EmptyQuestion | QuestionTooLong, language: Language, expected: str
) -> None:
    assert notes(compose_error(error, language)) == expected


def test_the_context_of_a_quotation_marks_its_sentence_among_the_neighbours() -> None:
    document = Document(SOURCE, f"قبله.\n{TEXT}\nبعده.", ())
    paragraphs = Document(
        SOURCE, document.text, (Span(0, 5), Span(6, 6 + len(TEXT)), Span(7 + len(TEXT), 12 + len(TEXT)))
    ).quotable()
    found = quote()
    middle = type(found)(2, paragraphs[1], found.answer, found.highlights, found.score)
    reply = compose_context(middle, paragraphs, ARABIC)
    (quotation,) = quotations(reply)
    assert quotation.text == f"قبله.\n\n{TEXT}\n\nبعده."
    assert quotation.answer.of(quotation.text) == SENTENCE
    assert notes(reply) == "الاقتباس 2 في سياقه:"


def test_the_sources_are_listed_one_a_line() -> None:
    documents = [Document(SOURCE, "", ()), Document(Source(path="b.txt"), "", ())]
    reply = compose_sources(documents, Searched(2, 30), ARABIC)
    assert notes(reply).splitlines() == [
        "أبحث في مستندين (30 فقرة):",
        f"• {SOURCE.title} · {SOURCE.publisher} · 3 فبراير 2021 · seeds/visit.txt",
        "• b.txt",
    ]


def test_the_nearest_passage_is_shown_under_a_label_that_says_what_it_is() -> None:
    reply = compose(replace(not_found(), nearest=quote()), ARABIC)
    first, label, shown = reply.blocks
    assert isinstance(first, Note)
    assert first.text.startswith("لم أجد في المستندات جوابًا")
    assert label == Note("أقرب ما وجدت، وليس جوابًا عن سؤالك:")
    assert isinstance(shown, Quotation)
    assert shown.text == TEXT
