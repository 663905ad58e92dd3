from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot.texts
from bot.bidi import without_marks
from bot.texts import Language, say

FOLDER = Path(bot.texts.__file__).parent


class Variables(Visitor):
    """The variables of a message, those of the messages it refers to included."""

    def __init__(self, messages: dict[str, ast.Message]) -> None:
        self.messages = messages
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  the visitor's form
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.visit(self.messages[node.id.name])


class Plurals(Visitor):
    """The categories of each select expression."""

    def __init__(self) -> None:
        self.categories: list[set[str]] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.categories.append({variant.key.name for variant in node.variants})
        self.generic_visit(node)


def messages(language: Language) -> dict[str, ast.Message]:
    body = FluentParser().parse((FOLDER / f"{language.value}.ftl").read_text("utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def variables(language: Language) -> dict[str, set[str]]:
    found, all_messages = {}, messages(language)
    for name, message in all_messages.items():
        visitor = Variables(all_messages)
        visitor.visit(message)
        found[name] = visitor.names
    return found


ARABIC = variables(Language.ARABIC)


def test_both_languages_say_the_same_things_about_the_same_variables() -> None:
    assert variables(Language.ENGLISH) == ARABIC


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("message", sorted(ARABIC))
def test_every_message_can_be_said(message: str, language: Language) -> None:
    values: dict[str, Any] = dict.fromkeys(ARABIC[message], 3)
    if message.startswith(("date", "period-")):
        values |= dict.fromkeys(ARABIC[message] & {"date", "first", "last"}, date(2021, 2, 3))
    text = say(language, message, **values)
    assert text
    assert "{" not in text


def test_an_arabic_plural_has_all_six_forms() -> None:
    visitor = Plurals()
    for message in messages(Language.ARABIC).values():
        visitor.visit(message)
    assert len(visitor.categories) >= 3
    assert all(
        categories == {"zero", "one", "two", "few", "many", "other"} for categories in visitor.categories
    )


PLURALS = [
    (0, "صفر من المستندات", "صفر من الفقرات", "ليس لديّ اقتباسات أخرى."),
    (1, "مستند واحد", "فقرة واحدة", "بقي اقتباس واحد آخر."),
    (2, "مستندين", "فقرتين", "بقي اقتباسان آخران."),
    (3, "3 مستندات", "3 فقرات", "بقيت 3 اقتباسات أخرى."),
    (10, "10 مستندات", "10 فقرات", "بقيت 10 اقتباسات أخرى."),
    (11, "11 مستندًا", "11 فقرة", "بقي 11 اقتباسًا آخر."),
    (99, "99 مستندًا", "99 فقرة", "بقي 99 اقتباسًا آخر."),
    (100, "100 مستند", "100 فقرة", "بقي 100 اقتباس آخر."),
    (101, "101 مستند", "101 فقرة", "بقي 101 اقتباس آخر."),
    (102, "102 مستند", "102 فقرة", "بقي 102 اقتباس آخر."),
    (103, "103 مستندات", "103 فقرات", "بقيت 103 اقتباسات أخرى."),
]


@pytest.mark.parametrize(("count", "documents", "paragraphs", "further"), PLURALS)
def test_arabic_counts_agree_with_what_is_counted(
    count: int, documents: str, paragraphs: str, further: str
) -> None:
    searched = say(Language.ARABIC, "searched", documents=count, paragraphs=count)
    assert without_marks(searched) == f"بحثت في {documents} ({paragraphs})."
    assert without_marks(say(Language.ARABIC, "further", further=count)) == further


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "Searched one document (one paragraph)."),
        (2, "Searched 2 documents (2 paragraphs)."),
        (1234, "Searched 1,234 documents (1,234 paragraphs)."),
    ],
)
def test_english_counts_agree_with_what_is_counted(count: int, expected: str) -> None:
    assert without_marks(say(Language.ENGLISH, "searched", documents=count, paragraphs=count)) == expected


def test_dates_are_written_in_the_readers_language() -> None:
    assert say(Language.ARABIC, "date", date=date(2021, 2, 3)) == "3 فبراير 2021"
    assert say(Language.ENGLISH, "date", date=date(2021, 2, 3)) == "February 3, 2021"


def test_what_is_put_into_a_sentence_is_isolated_and_harmless() -> None:
    text = say(Language.ARABIC, "unknown-command", command="/x\u2069\x1b\u202e", help="/help")
    assert text == "لا أعرف الأمر \u2068/x\u2069. اكتب \u2068/help\u2069 لترى الأوامر."


def test_the_items_of_a_list_are_isolated_one_by_one_and_follow_each_other_in_the_languages_direction() -> (
    None
):
    text = say(Language.ARABIC, "also", paths=["a.txt", "ب.txt"])
    assert text == "ورد النص نفسه في: \u2068\u200f\u2068a.txt\u2069، \u2068ب.txt\u2069\u2069"
    text = say(Language.ENGLISH, "also", paths=["a.txt", "ب.txt"])
    assert text == "The same words stand in: \u2068\u2068a.txt\u2069, \u2068ب.txt\u2069\u2069"


def test_what_is_too_long_for_a_sentence_is_cut() -> None:
    assert without_marks(
        say(Language.ENGLISH, "unknown-command", command="/" + "x" * 4000, help="/help")
    ) == (f"There is no command /{'x' * 498}…. /help lists the commands.")
    listed = without_marks(say(Language.ENGLISH, "forms", forms=["x" * 400] * 12))
    assert listed.split(": ")[1].split(", ") == ["x" * 400] * 5 + ["…"]


@pytest.mark.parametrize(
    ("message", "values"),
    [("no-such-message", {}), ("further", {})],
    ids=["an unknown message", "a missing variable"],
)
def test_a_wrong_call_is_an_error_not_a_wrong_text(message: str, values: dict[str, int]) -> None:
    with pytest.raises(LookupError):
        say(Language.ARABIC, message, **values)
