"""What becomes of a text between a request and its message."""

from __future__ import annotations

import pytest

from tests.botapi.errors import ApiError
from tests.botapi.formatted_text import message_text, parsed_text

STORED = [
    ("spaces and line ends around it go", " \n أ \n", "أ", []),
    ("they go from the last entity too", "<b>أ  </b>\n", "أ", [("bold", 0, 1)]),
    ("in front of an entity they go", "\n <b>أ</b>", "أ", [("bold", 0, 1)]),
    ("inside the first entity they stay", " <b> أ</b>", " أ", [("bold", 0, 2)]),
    ("an entity of spaces at the end goes", "أ<b> </b>", "أ", []),
    ("embeddings and overrides are stripped", "أ\u202eب\u202cج<b>د</b>", "أبجد", [("bold", 3, 1)]),
    ("line and paragraph separators are stripped", "أ\u2028ب\u2029ج", "أبج", []),
    ("isolates and a direction mark survive", "\u200f\u2068NATO\u2069", "\u200f\u2068NATO\u2069", []),
    ("of several direction marks the last survives", "\u200f\u200f\u200fأ", "\u200c\u200c\u200fأ", []),
    ("a carriage return goes, a tab becomes a space", "أ\r\n\tب", "أ\n ب", []),
    ("entities in stripped characters vanish", "أ<b>\u202e</b>ب", "أب", []),
    ("equal styles side by side are merged", "<b>أ</b><b>ب</b>", "أب", [("bold", 0, 2)]),
    ("a style in itself is one", "<b>أ<b>ب</b></b>", "أب", [("bold", 0, 2)]),
    (
        "a style is cut where another begins",
        "<b>أب<i>ج</i>د</b>",
        "أبجد",
        [("bold", 0, 2), ("bold", 2, 2), ("italic", 2, 1)],
    ),
    (
        "a style is cut around a link",
        '<b>أ<a href="http://a.b/">ب</a>ج</b>',
        "أبج",
        [("bold", 0, 1), ("text_link", 1, 1), ("bold", 1, 1), ("bold", 2, 1)],
    ),
    ("code drops styles inside it", "<code><b>أ</b>ب</code>", "أب", [("code", 0, 2)]),
    (
        "quotations don't nest",
        "<blockquote>أ<blockquote>ب</blockquote></blockquote>",
        "أب",
        [("blockquote", 0, 2)],
    ),
    (
        "a quotation may hold code",
        "<blockquote>أ<code>ب</code></blockquote>",
        "أب",
        [("blockquote", 0, 2), ("code", 1, 1)],
    ),
    (
        "code may not hold a quotation",
        "<code>أ<blockquote>ب</blockquote></code>",
        "أب",
        [("blockquote", 1, 1)],
    ),
    ("4,096 code points are not too many", "🙂" * 4096, "🙂" * 4096, []),
    ("markup doesn't count", f"<b>{'أ' * 4096}</b>", "أ" * 4096, [("bold", 0, 4096)]),
]

REFUSED = [
    ("nothing", "", "HTML", "message text is empty"),
    ("only spaces", " \n ", "HTML", "text must be non-empty"),
    ("only a direction mark", "\u200f\u00a0", "HTML", "text must be non-empty"),
    ("only tags", "<b> </b>", "HTML", "text must be non-empty"),
    ("4,097 code points", "أ" * 4097, "HTML", "message is too long"),
    ("more than 32,768 bytes", "أ" * 16385, "HTML", "text is too long"),
    (
        "markup that can't be parsed",
        "<x>",
        "HTML",
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ),
    ("a parse mode that there isn't", "أ", "XML", "unsupported parse_mode"),
]


@pytest.mark.parametrize(("description", "markup", "text", "entities"), STORED)
def test_a_text_is_stored_as_telegram_stores_it(
    description: str, markup: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    stored = message_text(parsed_text(markup, "HTML", []))

    assert stored.text == text, description
    assert [(each.type, each.offset, each.length) for each in stored.entities] == entities, description


@pytest.mark.parametrize(("description", "markup", "parse_mode", "refusal"), REFUSED)
def test_a_text_is_refused_in_telegrams_words(
    description: str, markup: str, parse_mode: str, refusal: str
) -> None:
    with pytest.raises(ApiError) as refused:
        message_text(parsed_text(markup, parse_mode, []))

    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {refusal}"), description
