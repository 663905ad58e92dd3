from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.compose import compose
from bot.render.terminal import show
from bot.texts import Language
from retrieval import Answer, Source
from tests.bot.answers import TEXT, answered, not_found, quote, several

if TYPE_CHECKING:
    from tests.conftest import Golden

ARABIC, ENGLISH = Language.ARABIC, Language.ENGLISH


def shown(answer: Answer, language: Language = ARABIC, *, shaped: bool = False, **terminal: Any) -> str:
    """What a reply looks like on a terminal of 60 columns without colour, or as `terminal` says."""
    file = io.StringIO()
    options = {"width": 60, "force_terminal": True, "color_system": None, "highlight": False}
    show(compose(answer, language), Console(file=file, **options | terminal), shaped=shaped)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "answer", "options"),
    [
        ("terminal-answered.ar.txt", several(), {}),
        ("terminal-answered.en.txt", several(), {"language": ENGLISH}),
        ("terminal-not-found.ar.txt", not_found(), {}),
        ("terminal-shaped.ar.txt", several(), {"shaped": True}),
        ("terminal-file.ar.txt", several(), {"force_terminal": False}),
    ],
)
def test_replies_look_as_a_person_has_read_them(
    name: str, answer: Answer, options: dict[str, Any], golden: Golden
) -> None:
    golden(name, shown(answer, **options))


@pytest.mark.parametrize("width", [10, 20, 40, 60, 120])
@pytest.mark.parametrize("shaped", [False, True])
def test_arabic_stands_at_the_right_edge_of_any_window(width: int, shaped: bool) -> None:
    lines = shown(several(), width=width, shaped=shaped).splitlines()
    assert {cell_len(line) for line in lines} == {0, width}


def test_letters_are_left_to_the_terminal_unless_asked() -> None:
    plain, joined = shown(several()), shown(several(), shaped=True)
    assert "إبراهيم قالن" in " ".join(plain.split())
    assert not any("\ufb50" <= character <= "\ufeff" for character in plain)
    assert any("\ufe70" <= character <= "\ufefc" for character in joined)


def test_a_file_gets_each_paragraph_on_one_line_as_it_is() -> None:
    lines = shown(several(), force_terminal=False, shaped=True, width=20).splitlines()
    assert lines[0] == TEXT
    assert not any(line.startswith(" ") for line in lines)


def test_the_answer_is_bold_and_matched_words_underlined() -> None:
    text = shown(answered(quote()), color_system="truecolor", width=300)
    assert "\x1b[1mوقال \x1b[0m\x1b[1;4mالمتحدث\x1b[0m" in text


def test_without_colour_nothing_but_text_goes_out() -> None:
    for terminal in (True, False):
        assert "\x1b" not in shown(several(), force_terminal=terminal)


@pytest.mark.parametrize("terminal", [True, False])
def test_a_document_can_not_command_the_terminal(terminal: bool) -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07\x9b31mنص[bold]غامق[/bold] :smile:"
    source = Source(path="a\x1b[31m.txt", title="ع\x1b[31m", publisher="ن\x07")
    text = shown(answered(quote(hostile, "نص", (), source)), force_terminal=terminal, width=200)
    assert not set(text) & {"\x1b", "\x07", "\x9b"}
    assert "[bold]غامق[/bold] :smile:" in text


def test_marks_of_direction_stay_out_of_terminals_that_may_draw_them() -> None:
    for shaped in (False, True):
        assert not set(shown(several(), shaped=shaped)) & set("\u2068\u2069\u200f")
