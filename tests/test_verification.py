"""A quotation held against its document again, by the library and by `iqtibas verify-quote`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import run
from retrieval import Document, Fault, Paragraph, Retriever, Source, Span, attribution

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "وصل الوفد مساء الجمعة.\nوصل الوفد مساء الجمعة.\nثم غادر المدينة."
DOCUMENT = Document(
    Source("news/one.txt", "زيارة", "الوكالة", date(2024, 3, 9)), TEXT, (Span(0, 22), Span(46, 62))
)
FIRST, LAST = DOCUMENT.quotable()


@pytest.mark.parametrize(
    ("description", "quoted", "faults", "place"),
    [
        ("as it stands", FIRST, (), Span(0, 22)),
        ("the second of two equal stretches", replace(FIRST, start=23, end=45), (), Span(23, 45)),
        ("another word", replace(LAST, text="ثم غادر القرية."), (Fault.ALTERED,), None),
        ("one letter less", replace(LAST, text=LAST.text[:-1]), (Fault.MOVED,), Span(46, 61)),
        ("the nearest of two places", replace(FIRST, start=30, end=52), (Fault.MOVED,), Span(23, 45)),
        ("another version of the document", replace(LAST, sha256="0" * 64), (Fault.REVISED,), Span(46, 62)),
        (
            "another title",
            replace(LAST, source=replace(LAST.source, title="قمة")),
            (Fault.MISATTRIBUTED,),
            Span(46, 62),
        ),
        ("another document", replace(LAST, source=Source("news/two.txt")), (Fault.MISSING,), None),
        ("no words at all", replace(LAST, text=""), (Fault.ALTERED,), None),
    ],
)
def test_a_fault_is_told_by_its_name(
    description: str, quoted: Paragraph, faults: tuple[Fault, ...], place: Span | None
) -> None:
    checked = Retriever.in_memory([DOCUMENT]).verify_quote(quoted)
    assert (checked.faults, checked.place) == (faults, place), description


@given(st.integers(0, 61), st.integers(1, 62))
def test_whatever_slice_of_a_document_is_quoted_is_found_in_it(start: int, length: int) -> None:
    end = min(start + length, len(TEXT))
    quoted = Paragraph(TEXT[start:end], start, end, DOCUMENT.source, DOCUMENT.sha256)
    assert Retriever.in_memory([DOCUMENT]).verify_quote(quoted).faults == ()


@pytest.mark.parametrize(
    ("description", "source", "expected"),
    [
        ("all that there is", DOCUMENT.source, "«زيارة»، الوكالة، 9 مارس 2024"),
        ("no title", Source("a.txt", None, "الوكالة"), "الوكالة"),
        ("nothing said", Source("folder/a.txt"), "a.txt"),
    ],
)
def test_an_attribution_holds_what_the_document_says(description: str, source: Source, expected: str) -> None:
    assert attribution(source) == expected, description


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A file of two answers, over a folder and an index of the same document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("وصل الوفد إلى المدينة مساء الجمعة.\n", "utf-8")
    assert run(["ask", "--json", "متى وصل الوفد؟"]) == 0
    line = capsys.readouterr().out
    file = tmp_path / "answers.jsonl"
    file.write_text(line + "\n" + line, "utf-8")
    return file


def test_true_quotations_are_confirmed_over_folder_and_index(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify-quote", str(answers)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "line 1, quotation 1: seeds/one.txt 0-34: stands as quoted",
        "line 3, quotation 1: seeds/one.txt 0-34: stands as quoted",
        "2 quotations looked at: all stand as quoted",
    ]
    run(["index", "seeds", "--index", "kept"])
    assert run(["verify-quote", str(answers), "--index", "kept"]) == 0


def test_a_document_that_changed_is_told_and_the_exit_code_is_1(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.parent.joinpath("seeds", "one.txt").write_text(
        "قالوا:\nوصل الوفد إلى المدينة مساء الجمعة.\n", "utf-8"
    )
    assert run(["verify-quote", str(answers)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("0-34: its words stand at another place, 7-41; the document has changed since")
    assert told[-1] == "2 quotations looked at: 2 don't stand as quoted"


@pytest.mark.parametrize(
    ("description", "line", "message"),
    [
        ("no JSON", "وصل", "line 1: not JSON"),
        ("no answer", "[]", 'line 1: no answer of "version" 1'),
        ("a version to come", '{"version": 2}', 'line 1: no answer of "version" 1'),
        ("no quotations", '{"version": 1}', 'line 1: "quotes" must be of type list'),
        ("a quotation without place", '{"version": 1, "quotes": [{"text": "و", "source": {"path": "a"}}]}', 'line 1: "start" must be of type int'),
        ("a quotation that is none", '{"version": 1, "quotes": [3]}', 'line 1: each of "quotes" must be an object'),
    ],
)  # fmt: skip
def test_lines_that_are_no_answer_are_named_and_the_rest_is_looked_at(
    description: str, line: str, message: str, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(f"{line}\n{answers.read_text('utf-8')}", "utf-8")
    assert run(["verify-quote", str(answers)]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"iqtibas: {message}"), description
    assert told.out.endswith("2 quotations looked at: 0 don't stand as quoted, 1 lines not read\n")


def test_silence_and_questions_that_were_refused_have_nothing_to_check(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(json.dumps({"version": 1, "question": "", "error": "empty"}), "utf-8")
    assert run(["verify-quote", str(answers)]) == 0
    assert capsys.readouterr().out == "0 quotations looked at: all stand as quoted\n"


@pytest.mark.usefixtures("answers")
def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify-quote", "none.jsonl"]) == 2
    assert capsys.readouterr().err.startswith(
        "iqtibas: none.jsonl: No such file or directory; give a file of answers"
    )
