from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.bidi import without_marks
from bot.reply import Note
from bot.texts import Language
from bot.why import compose_why, explained
from retrieval import Borne, How, Why
from tests.bot.answers import TEXT, answered, not_found, quote, span

if TYPE_CHECKING:
    from bot.reply import Reply
    from tests.conftest import Golden

WHY = Why(
    words=(
        Borne("المتحدث", How.SAME, ("المتحدث",)),
        Borne("كالن", How.OTHER, ("قالن", "كالين")),
        Borne("اليابان", None),
    ),
    kinds=(span(TEXT, "إبراهيم"), span(TEXT, "إبراهيم")),
    title=("المتحدث",),
    in_answer=2,
)
ANSWER = replace(answered(replace(quote(), why=WHY)), asked="person")


def said(reply: Reply) -> str:
    return "\n\n".join(without_marks(block.text) for block in reply.blocks if isinstance(block, Note)) + "\n"


@pytest.mark.parametrize("language", Language)
def test_the_reasons_read_as_a_person_has_read_them(language: Language, golden: Golden) -> None:
    told = said(explained(ANSWER, language)) + "\n" + said(explained(not_found(), language))
    golden(f"why.{language.value}.txt", told)


@pytest.mark.parametrize(
    ("confidence", "expected"), [(1.0, "100% (high)"), (0.5, "50% (middling)"), (0.314, "31% (low)")]
)
def test_the_confidence_is_told_in_per_cent_and_in_a_word(confidence: float, expected: str) -> None:
    assert expected in said(compose_why(replace(ANSWER, confidence=confidence), None, Language.ENGLISH))


def test_commands_hidden_in_the_words_reach_nobody() -> None:
    hostile = replace(WHY, words=(Borne("قال\x1b[2J\u202e", How.FORM, ("\x07وقال",)),))
    reply = compose_why(replace(ANSWER), replace(quote(), why=hostile), Language.ENGLISH)
    assert not {"\x1b", "\u202e", "\x07"} & set(said(reply))
