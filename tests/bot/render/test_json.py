from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quoted import quoted
from bot.render.json import render, render_error
from retrieval import Mark, Place, Source
from tests.bot.answers import SENTENCE, TEXT, answered, not_found, quote, several

if TYPE_CHECKING:
    from tests.conftest import Golden


def test_answers_look_as_a_person_has_read_them(golden: Golden) -> None:
    golden("json.txt", render(several()) + "\n" + render(not_found()) + "\n")


def test_an_answer_has_exactly_the_documented_keys_in_their_order() -> None:
    value = json.loads(render(answered(quote(also=(Place("b.txt", 1, 2),)))))
    assert list(value) == [
        "version", "question", "status", "confidence", "asked", "period", "quotes", "nearest", "forms",
        "searched", "took_ms",
    ]  # fmt: skip
    (found,) = value["quotes"]
    assert list(found) == [
        "rank", "text", "answer", "highlights", "score", "source", "attribution", "page", "chapter",
        "start", "end", "sha256", "dates", "parallels", "also",
    ]  # fmt: skip
    assert list(found["source"]) == ["path", "title", "publisher", "date", "url", "author"]
    assert found["also"] == [{"path": "b.txt", "start": 1, "end": 2}]
    assert value["searched"] == {"documents": 5, "paragraphs": 128}
    assert value["took_ms"] == 3.1


def test_offsets_point_into_the_text_beside_them() -> None:
    (found,) = json.loads(render(answered(quote())))["quotes"]
    assert found["text"] == TEXT
    assert found["text"][slice(*found["answer"])] == SENTENCE
    assert [found["text"][slice(*span)] for span in found["highlights"]] == ["المتحدث", "قالن"]


def test_the_page_and_the_chapter_are_named_where_there_are_any() -> None:
    whole = quote()
    marks = (Mark(0, "chapter", "باب الصبر"), Mark(0, "page", "12"))
    found = replace(whole, paragraph=replace(whole.paragraph, marks=marks))
    (with_marks,) = json.loads(render(answered(found)))["quotes"]
    (without,) = json.loads(render(answered(whole)))["quotes"]
    assert (with_marks["page"], with_marks["chapter"]) == ("12", "باب الصبر")
    assert (without["page"], without["chapter"]) == (None, None)


def test_what_a_document_does_not_say_is_null() -> None:
    (found,) = json.loads(render(answered(quote(source=Source(path="a.txt")))))["quotes"]
    assert found["source"] == {
        "path": "a.txt",
        "title": None,
        "publisher": None,
        "date": None,
        "url": None,
        "author": None,
    }


def test_what_is_told_under_other_names_stands_in_the_source_and_is_verified_with_it() -> None:
    source = Source("a.txt", metadata=(("section", "رأي"), ("year", 2021)))
    line = render(answered(quote(source=source)))
    assert json.loads(line)["quotes"][0]["source"]["metadata"] == {"section": "رأي", "year": 2021}
    assert [each.source for each in quoted(line)] == [source]


def test_dates_are_iso_and_arabic_is_not_escaped() -> None:
    line = render(answered(quote()))
    assert '"date": "2021-02-03"' in line
    assert "إبراهيم قالن" in line
    assert "\n" not in line


def test_every_character_comes_back_and_none_commands_a_terminal() -> None:
    text = "".join(map(chr, range(0x100))) + "\u202e\u2028\u2066\ufeffنص\ud800"
    line = render(answered(quote(text, "نص", ())))
    assert json.loads(line)["quotes"][0]["text"] == text
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", line)
    line.encode("utf-8")


def test_a_question_that_is_not_searched_gives_its_error_in_place() -> None:
    assert json.loads(render_error("", "the question is empty")) == {
        "version": 1,
        "question": "",
        "error": "the question is empty",
    }
