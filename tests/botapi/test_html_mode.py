"""HTML parsing: expected values read off tdlib's parse_html and the Bot API's formatting rules."""

from __future__ import annotations

import pytest

from tests.botapi.html_mode import ParseError, parse_html

PARSED = [
    ("no markup", "سؤال", "سؤال", []),
    ("bold", "<b>أ</b>", "أ", [("bold", 0, 1, "")]),
    ("strong is bold", "<strong>أ</strong>", "أ", [("bold", 0, 1, "")]),
    ("i and em are italic", "<i>أ</i><em>ب</em>", "أب", [("italic", 0, 1, ""), ("italic", 1, 1, "")]),
    (
        "u and ins are underlined",
        "<u>أ</u><ins>ب</ins>",
        "أب",
        [("underline", 0, 1, ""), ("underline", 1, 1, "")],
    ),
    (
        "s, strike and del are struck through",
        "<s>أ</s><strike>ب</strike><del>ج</del>",
        "أبج",
        [("strikethrough", 0, 1, ""), ("strikethrough", 1, 1, ""), ("strikethrough", 2, 1, "")],
    ),
    ("span with its class is a spoiler", '<span class="tg-spoiler">أ</span>', "أ", [("spoiler", 0, 1, "")]),
    ("tg-spoiler", "<tg-spoiler>أ</tg-spoiler>", "أ", [("spoiler", 0, 1, "")]),
    ("a custom emoji", '<tg-emoji emoji-id="53">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, "53")]),
    ("code", "<code>x</code>", "x", [("code", 0, 1, "")]),
    ("pre", "<pre>x</pre>", "x", [("pre", 0, 1, "")]),
    (
        "pre and code with a language are one block",
        '<pre><code class="language-python">x</code></pre>',
        "x",
        [("pre", 0, 1, "python")],
    ),
    (
        "code and pre the other way round too",
        '<code class="language-c"><pre>x</pre></code>',
        "x",
        [("pre", 0, 1, "c")],
    ),
    ("code alone has no language", '<code class="language-c">x</code>', "x", [("code", 0, 1, "")]),
    ("blockquote", "<blockquote>أ</blockquote>", "أ", [("blockquote", 0, 1, "")]),
    (
        "an expandable blockquote",
        "<blockquote expandable>أ</blockquote>",
        "أ",
        [("expandable_blockquote", 0, 1, "")],
    ),
    ("a link", '<a href="https://example.org/x">أ</a>', "أ", [("text_link", 0, 1, "https://example.org/x")]),
    (
        "a link without path gets one",
        "<a href='http://example.org'>أ</a>",
        "أ",
        [("text_link", 0, 1, "http://example.org/")],
    ),
    (
        "an unquoted value is a name token",
        "<a href=example.org>أ</a>",
        "أ",
        [("text_link", 0, 1, "http://example.org/")],
    ),
    (
        "a link to its own text",
        "<a>example.org</a>",
        "example.org",
        [("text_link", 0, 11, "http://example.org/")],
    ),
    ("a link that is none", '<a href="x">أ</a>', "أ", []),
    (
        "references in an attribute",
        '<a href="http://a.b/?x=1&amp;y=2">أ</a>',
        "أ",
        [("text_link", 0, 1, "http://a.b/?x=1&y=2")],
    ),
    ("offsets are UTF-16 code units", "🙂<b>أ</b>", "🙂أ", [("bold", 2, 1, "")]),
    ("lengths are UTF-16 code units", "<b>🙂أ</b>", "🙂أ", [("bold", 0, 3, "")]),
    ("tags in capitals", "<B>أ</b>", "أ", [("bold", 0, 1, "")]),
    ("spaces in tags", "<b >أ</b\n>", "أ", [("bold", 0, 1, "")]),
    ("an empty end tag closes any", "<b>أ</>", "أ", [("bold", 0, 1, "")]),
    ("nothing inside makes no entity", "أ<b></b>", "أ", []),
    ("the outer entity comes first", "<i><b>أ</b>ب</i>", "أب", [("italic", 0, 2, ""), ("bold", 0, 1, "")]),
    ("the four named references", "&lt;&gt;&amp;&quot;", '<>&"', []),
    ("a reference without its semicolon", "&lt 5", "< 5", []),
    ("numeric references", "&#1571;&#x628;", "أب", []),
    ("a numeric reference beyond the BMP", "&#x1F642;<b>أ</b>", "🙂أ", [("bold", 2, 1, "")]),
    (
        "the last code point and those too long stay",
        "&#x10FFFF;&#" + "9" * 5000,
        "&#x10FFFF;&#" + "9" * 5000,
        [],
    ),
    ("other named references stay", "&apos;&nbsp;&copy;", "&apos;&nbsp;&copy;", []),
    ("an ampersand alone stays", "أ & ب &; &#; &#x;", "أ & ب &; &#; &#x;", []),
    ("a reference is decoded once", "&amp;lt;b&amp;gt;", "&lt;b&gt;", []),
    ("a closing angle bracket alone stays", "5 > 3", "5 > 3", []),
]

REFUSED = [
    ("a line break", "سؤال<br>", 'Unsupported start tag "br" at byte offset 8'),
    ("a closed line break", "أ<br/>", 'Unsupported start tag "br/" at byte offset 2'),
    ("a paragraph", "<p>أ</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("a comment", "<!-- x -->", 'Unsupported start tag "!--" at byte offset 0'),
    ("less than, with a space", "3 < 5", 'Unsupported start tag "" at byte offset 2'),
    ("less than, with a tag behind", "3<5 <b>أ</b>", 'Unsupported start tag "5" at byte offset 1'),
    ("a tag that never ends", "أ<b", "Unclosed start tag at byte offset 2"),
    ("an angle bracket at the end", "أ<", "Unclosed start tag at byte offset 2"),
    ("a tag that ends in a space", "<b ", 'Empty attribute name in the tag "b" at byte offset 0'),
    ("an attribute without name", '<a ="x">أ</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("a slash in a tag", "<b />", 'Empty attribute name in the tag "b" at byte offset 0'),
    ("an attribute that never ends", "<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("a value that never comes", "<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ("a value that never ends", '<a href="x', "Unclosed start tag at byte offset 0"),
    (
        "a bare value with other signs",
        "<a href=http://x.y>أ</a>",
        "Unexpected end of name token at byte offset 8",
    ),
    (
        "a span of another class",
        '<span class="x">أ</span>',
        'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    ("an emoji without number", "<tg-emoji>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
    (
        "an emoji with too long a number",
        "<tg-emoji emoji-id='" + "9" * 5000 + "'>👍</>",
        "Invalid custom emoji identifier specified",
    ),
    ("an end without start", "أ</b>", "Unexpected end tag at byte offset 2"),
    ("an end that never ends", "<b>أ</b", "Unclosed end tag at byte offset 5"),
    (
        "tags that cross",
        "<b><i>أ</b></i>",
        'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"',
    ),
    ("a start without end", "<b>أ", 'Can\'t find end tag corresponding to start tag "b"'),
    ("the innermost start without end", "<b><i>أ", 'Can\'t find end tag corresponding to start tag "i"'),
    ("a null byte", "أ\0", "Text must not contain null bytes"),
    (
        "half of a surrogate pair",
        "&#xD83D;",
        (
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ),
    ),
]


@pytest.mark.parametrize(("description", "markup", "text", "entities"), PARSED)
def test_markup_becomes_plain_text_and_entities(
    description: str, markup: str, text: str, entities: list[tuple[str, int, int, str]]
) -> None:
    plain, found = parse_html(markup)

    assert plain == text, description
    assert [(each.type, each.offset, each.length, each.argument) for each in found] == entities, description


@pytest.mark.parametrize(("description", "markup", "message"), REFUSED)
def test_bad_markup_is_refused_in_tdlibs_words(description: str, markup: str, message: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_html(markup)

    assert str(refused.value) == message, description
