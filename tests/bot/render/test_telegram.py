from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose import compose
from bot.render.excerpt import units
from bot.render.telegram import LIMIT, render
from bot.reply import Note, Quotation, Reply
from bot.texts import Language
from retrieval import Answer, Source, Span
from tests.bot.answers import SENTENCE, TEXT, answered, not_found, quote, several
from tests.bot.render.markup import Markup

if TYPE_CHECKING:
    from tests.conftest import Golden

ARABIC, ENGLISH = Language.ARABIC, Language.ENGLISH


def messages(answer: Answer, language: Language = ARABIC) -> list[str]:
    return render(compose(answer, language))


@pytest.mark.parametrize(
    ("name", "answer", "language"),
    [
        ("telegram-answered.ar.txt", several(), ARABIC),
        ("telegram-answered.en.txt", several(), ENGLISH),
        ("telegram-not-found.ar.txt", not_found(), ARABIC),
        ("telegram-not-found.en.txt", not_found(), ENGLISH),
    ],
)
def test_replies_look_as_a_person_has_read_them(
    name: str, answer: Answer, language: Language, golden: Golden
) -> None:
    golden(name, "\n――――――――\n".join(messages(answer, language)) + "\n")


def test_the_sentence_that_answers_is_bold_in_its_quotation() -> None:
    (message,) = messages(answered(quote()))
    markup = Markup(message)
    assert markup.of("blockquote") == [TEXT]
    assert markup.of("b") == [SENTENCE]


def test_every_line_of_an_arabic_reply_starts_from_the_right() -> None:
    for answer in (several(), not_found()):
        for line in Markup(messages(answer)[0]).text.split("\n"):
            assert not line or unicodedata.bidirectional(line[0]) in {"R", "AL"}, line


@pytest.mark.parametrize(
    "text",
    ["3 < 5 & 7 > 6", "<b>عنوان", "</blockquote>", "&lt;b&gt;", "&#60;", "<a href='tg://user?id=1'>أ</a>"],
)
def test_markup_of_a_document_is_shown_not_obeyed(text: str) -> None:
    source = Source(path=text, title=text, publisher=text)
    (message,) = messages(answered(quote(text, text, (), source)))
    markup = Markup(message)
    assert text in markup.of("blockquote")[0]
    assert markup.text.count(text) == 4


def test_an_answer_that_is_all_of_its_quotation_is_not_set_off() -> None:
    (message,) = messages(answered(quote(SENTENCE, SENTENCE)))
    assert [tag for tag, _ in Markup(message).tags] == ["blockquote", "code"]


@pytest.mark.parametrize(
    ("description", "before", "answer", "after", "folded"),
    [
        ("a short one is shown whole", 10, 50, 50, False),
        ("a long one is folded when its answer shows", 10, 50, 900, True),
        ("a long one whose answer would hide is not", 400, 50, 900, False),
    ],
)
def test_folding_never_hides_the_answer(
    description: str, before: int, answer: int, after: int, folded: bool
) -> None:
    text = "ا" * before + "ب" * answer + "ت" * after
    (message,) = messages(answered(quote(text, "ب" * answer, ())))
    assert message.startswith("<blockquote expandable>") is folded, description


def test_a_quotation_too_long_for_a_message_is_cut_around_its_answer() -> None:
    text = "كلمة " * 1000 + SENTENCE + " كلمة" * 1000
    first, *others = messages(answered(quote(text, SENTENCE, ())))
    markup = Markup(first)
    assert markup.of("b") == [SENTENCE]
    words = markup.of("blockquote")[0]
    assert words.startswith("\u200f… كلمة ")
    assert words.endswith(" كلمة …")
    assert 4000 < units(markup.text) <= LIMIT
    assert len(others) == 1, "the note that says what was searched follows"


def test_messages_are_filled_passage_by_passage() -> None:
    text = "كلمة " * 300
    sent = messages(answered(*[quote(text, "كلمة", ())] * 5, further=1))
    assert [len(Markup(message).of("blockquote")) for message in sent] == [2, 2, 1]
    assert "بقي اقتباس واحد آخر." in sent[-1]


def test_a_long_list_is_split_between_its_lines() -> None:
    lines = [f"المستند رقم {number}" for number in range(1000)]
    sent = render(Reply(ARABIC, (Note("\n".join(lines)),)))
    assert len(sent) > 1
    assert "\n".join(sent).split("\n") == lines


HOSTILE = st.text(st.sampled_from("اب <>&\"'\n\t\x00\x1b\u202e\u2068\u2069😀/@a1."), max_size=6000)


@given(HOSTILE, st.text(max_size=300), st.data())
def test_whatever_a_document_holds_its_messages_are_valid(text: str, name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    answer = Span(start, data.draw(st.integers(start, len(text))))
    found = replace(quote(text, "", (), Source(path=name, title=name)), answer=answer)
    for message in messages(answered(found, quote())):
        plain = Markup(message).text
        assert 0 < units(plain) <= LIMIT
        assert len(message.encode()) <= 32_768
        assert not any("\u202a" <= character <= "\u202e" or character in "\x00\x1b" for character in plain)


def test_a_quotation_without_an_answer_has_no_empty_tag() -> None:
    block = Quotation(1, "نص", Span(0, 0), (), "", "a.txt")
    assert "<b></b>" not in render(Reply(ARABIC, (block,)))[0]
