"""Where paragraphs begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import FileError
from retrieval.reading.document import compose
from retrieval.reading.page.paragraphs import LONGEST
from retrieval.reading.text import text as plain_text
from tests.reading.quoting import document, lines, quotable

FIRST = "افتتح الوزير أمس المكتبة الوطنية الجديدة في العاصمة بحضور عدد من الأدباء."
SECOND = "وتضم المكتبة أكثر من مليون كتاب، بينها مخطوطات نادرة لم تعرض من قبل."
LONG = f"{FIRST} {SECOND}"
WRAPPED = "افتتح الوزير أمس المكتبة\nالوطنية الجديدة في العاصمة\nبحضور عدد من الأدباء."

CASES = [
    ("blank lines part", lines(FIRST, SECOND), [FIRST, SECOND]),
    ("so do lines of spaces that do not break", f"{FIRST}\n\xa0\n{SECOND}", [FIRST, SECOND]),
    ("so do lines of invisible characters", f"{FIRST}\n\ufeff\u200b\n{SECOND}", [FIRST, SECOND]),
    ("line breaks part where there are no blank lines", f"{FIRST}\n{SECOND}", [FIRST, SECOND]),
    ("line breaks part lines too long to be wrapped", f"{LONG}\n{SECOND}\n\n{FIRST}", [LONG, SECOND, FIRST]),
    ("wrapped lines stay together", lines(WRAPPED, SECOND), [WRAPPED, SECOND]),
    ("white space at the edges goes", f" \t{FIRST}\u200f \n\n\n\xa0{SECOND}\n", [FIRST, SECOND]),
    (
        "a heading stays with what it heads",
        lines(FIRST, "أقسام المكتبة", SECOND),
        [FIRST, f"أقسام المكتبة\n\n{SECOND}"],
    ),
    (
        "headings one below the other, too",
        f"{FIRST}\nالباب الأول\nأقسام المكتبة\n{SECOND}",
        [FIRST, f"الباب الأول\nأقسام المكتبة\n{SECOND}"],
    ),
    (
        "a question stays with its answer",
        lines(FIRST, "كم كتابا فيها؟", SECOND),
        [FIRST, f"كم كتابا فيها؟\n\n{SECOND}"],
    ),
    (
        "a few words join what they follow",
        lines(FIRST, "انتهى الخبر.", SECOND),
        [f"{FIRST}\n\nانتهى الخبر.", SECOND],
    ),
    ("a short sentence stands by itself", lines(FIRST, "وتبلغ مساحة المبنى عشرة آلاف متر.", SECOND), None),
    (
        "a list stays with what announces it",
        lines(FIRST, "تضم المكتبة أقساما عدة:\n- قسم المخطوطات\n- قسم الدوريات", SECOND),
        [FIRST, "تضم المكتبة أقساما عدة:\n- قسم المخطوطات\n- قسم الدوريات", SECOND],
    ),
    (
        "items set apart, too",
        lines(FIRST, "تضم المكتبة أقساما عدة:", "• قسم المخطوطات", "• قسم الدوريات", SECOND),
        [FIRST, "تضم المكتبة أقساما عدة:\n\n• قسم المخطوطات\n\n• قسم الدوريات", SECOND],
    ),
    ("long items stand by themselves", lines(f"1. {LONG}", f"2. {LONG}"), [f"1. {LONG}", f"2. {LONG}"]),
]


@pytest.mark.parametrize(("description", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_paragraph_is_what_the_author_set_apart(
    description: str, text: str, expected: list[str] | None
) -> None:
    assert quotable(text) == (expected or text.split("\n\n")), description


@pytest.mark.parametrize(
    ("description", "long"),
    [
        ("sentences", LONG + f" {LONG}" * 20),
        ("one sentence of clauses", "كان الوزير قد زار المكتبة، ثم عاد إليها مساء، " * 60 + "ثم مضى."),
        ("words without any mark", "قال الراوي وحدث ثم مضى في حديثه " * 80),
        ("letters without any space", "م" * 5000),
    ],
)
def test_a_very_long_paragraph_is_cut_and_nothing_of_it_lost(description: str, long: str) -> None:
    pieces = quotable(long)
    assert max(map(len, pieces)) <= LONGEST, description
    assert "".join("".join(pieces).split()) == "".join(long.split()), description


def test_a_very_long_paragraph_is_cut_at_the_ends_of_sentences_into_pieces_alike() -> None:
    pieces = quotable(f"{LONG} " * 20)
    assert all(piece.startswith(("افتتح", "وتضم")) and piece.endswith(".") for piece in pieces)
    assert max(map(len, pieces)) - min(map(len, pieces)) <= 2 * len(LONG)


_ALPHABET = st.sampled_from(
    [*'مكتبة ألف ٣4.،؛:؟!…-•|\n\r\t\xa0\ufeff\u200f»«"(*)َ', "\n\n", "أحدث الأخبار\n", "3/2/2021\n"]
)


@given(st.text() | st.lists(_ALPHABET, max_size=400).map("".join))
def test_paragraphs_are_slices_in_order_without_overlap_or_white_space_at_the_edges(text: str) -> None:
    try:
        found = document(text)
    except FileError:
        return
    at = 0
    for span in found.paragraphs:
        words = span.of(found.text)
        assert at <= span.start < span.end <= len(text)
        assert words == words.strip() != ""
        assert len(span) <= LONGEST
        at = span.end
    assert found.paragraphs


@given(st.binary() | st.text().map(str.encode))
def test_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    try:
        compose(plain_text.extract(data, "text.txt"), "text.txt")
    except FileError as error:
        refusal = str(error)
    else:
        return
    assert refusal.startswith("text.txt: ")


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("one letter", "م" * 1_000_000),
        ("spaces", "م" + " " * 1_000_000 + "م"),
        ("digits", "1" * 1_000_000),
        ("stacked marks", "م" + "َ" * 1_000_000),
        ("full stops", "م" + "." * 1_000_000),
        ("closing quotes", "م." + '"' * 1_000_000),
        ("markers", "الوسوم\n" * 140_000 + FIRST),
        ("dates", f"{FIRST}\n" + "خبر\n1/2/2024\n" * 20_000),
        ("names of sections", "الأخبار" * 140_000),
    ],
)
def test_a_million_characters_of_one_kind_are_read_in_time_linear_in_them(
    description: str, text: str
) -> None:
    """A pattern that backtracks over a run of n characters in n x n steps never comes back from these."""
    assert document(text).text == text, description
