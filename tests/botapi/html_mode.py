"""parse_mode HTML as tdlib's parse_html reads it: byte by byte, the same errors at the same offsets.

Compared with parseTextEntities of TDLib 1.8.67 on 150,000 random markups, good and bad: none differed. For
its parseMarkdown, which cleans and nests entities as sending does, neither did `cleaned` and `nested`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.botapi.entity import Entity, in_order, utf16_length
from tests.botapi.html_tags import TAGS, argument_of, with_entity

_SPACE = b" \t\r\n\v"
_SPACES = re.compile(rb"[ \t\r\n\v]*")
_TEXT = re.compile(rb"[^<&]+|&")
_TAG_NAME = re.compile(rb"[^ \t\r\n\v>]*")
_ATTRIBUTE_NAME = re.compile(rb"[^ \t\r\n\v=>/\"']*")
_NAME_TOKEN = re.compile(rb"[a-zA-Z0-9.-]*")
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))")
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
# A numeric reference of this many bytes or more stays as it is.
_REFERENCE_LIMIT = 10
# tdlib leaves the last code point out.
_CODE_LIMIT = 0x10FFFF


class ParseError(ValueError):
    """Markup that Telegram refuses; the message is the end of Telegram's description."""


class _Open(NamedTuple):
    """A start tag that waits for its end tag, with the text's length before it in two units."""

    tag: str
    argument: str
    offset: int
    begin: int


def parse_html(markup: str) -> tuple[str, list[Entity]]:
    """Markup -> its plain text and its entities in order.

    Raises ParseError with tdlib's message, e.g. `Unsupported start tag "br" at byte offset 5`.

    >>> parse_html("<b>أ</b> &lt; ب")
    ('أ < ب', [Entity(type='bold', offset=0, length=1, argument='')])
    """
    if "\0" in markup:
        raise ParseError("Text must not contain null bytes")
    return _Parser(markup.encode()).parse()


class _Parser:
    """One pass over the markup: `_at` moves forward, the plain text grows."""

    def __init__(self, markup: bytes) -> None:
        self._markup = markup
        self._at = 0
        self._plain = bytearray()
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._markup):
            if self._next != b"<":
                self._append(self._reference() or self._take(_TEXT))
            elif self._markup.startswith(b"</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        # The language of code that is no block was only needed to find out that it is none.
        entities = [each.with_argument("") if each.type == "code" else each for each in self._entities]
        return self._text(), in_order(entities)

    @property
    def _next(self) -> bytes:
        """The byte at hand; empty at the end."""
        return self._markup[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[bytes]) -> str:
        """What `pattern` matches here, having gone behind it."""
        found = pattern.match(self._markup, self._at)
        taken = found[0] if found else b""
        self._at += len(taken)
        return taken.decode()

    def _take_name(self, pattern: re.Pattern[bytes]) -> str:
        """The same in lower case, that of ASCII only."""
        return self._take(pattern).encode().lower().decode()

    def _append(self, text: str) -> None:
        self._plain += text.encode("utf-8", "surrogatepass")
        self._offset += utf16_length(text)

    def _text(self) -> str:
        try:
            return self._plain.decode()
        except UnicodeDecodeError:
            raise ParseError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ) from None

    def _reference(self) -> str:
        """The character of the reference at hand; empty where there is none, or one that isn't supported."""
        found = _REFERENCE.match(self._markup, self._at)
        if not found:
            return ""
        hexadecimal, decimal, name = found.groups()
        character = _NAMED.get(name, "")
        if name is None and len(found[0]) < _REFERENCE_LIMIT:
            code = int(decimal or b"0") if hexadecimal is None else int(hexadecimal or b"0", 16)
            character = chr(code) if 0 < code < _CODE_LIMIT else ""
        if character:
            self._at = found.end() + self._markup.startswith(b";", found.end())
        return character

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._take_name(_TAG_NAME)
        if not self._next:
            raise ParseError(f"Unclosed start tag at byte offset {begin}")
        if tag not in TAGS:
            raise ParseError(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes: list[tuple[str, str]] = []
        while self._next != b">":
            self._take(_SPACES)
            if self._next != b">":
                attributes.append(self._attribute(tag, begin))
        self._at += 1
        argument = argument_of(tag, attributes)
        if tag == "span" and argument != "spoiler":
            raise ParseError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(_Open(tag, argument, self._offset, len(self._plain)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._take(_ATTRIBUTE_NAME)
        if not name:
            raise ParseError(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._take(_SPACES)
        has_value = self._next == b"="
        if has_value:
            self._at += 1
            self._take(_SPACES)
        if not self._next:
            raise ParseError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value = self._value() if has_value else ""
        if not self._next:
            raise ParseError(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def _value(self) -> str:
        if self._next in (b"'", b'"'):
            return self._quoted()
        begin = self._at
        token = self._take_name(_NAME_TOKEN)
        if self._next not in _SPACE + b">":
            raise ParseError(f"Unexpected end of name token at byte offset {begin}")
        return token

    def _quoted(self) -> str:
        quote = self._next
        self._at += 1
        value = bytearray()
        while self._next not in (b"", quote):
            if character := self._reference():
                value += character.encode("utf-8", "surrogatepass")
            else:
                value += self._next
                self._at += 1
        self._at += len(self._next)
        return value.decode(errors="replace")

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise ParseError(f"Unexpected end tag at byte offset {begin}")
        self._at += 2
        tag = self._take_name(_TAG_NAME)
        self._take(_SPACES)
        if self._next != b">":
            raise ParseError(f"Unclosed end tag at byte offset {begin}")
        self._at += 1
        opened = self._open.pop()
        if tag not in ("", opened.tag):
            raise ParseError(
                f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        span, text = (opened.offset, self._offset), self._plain[opened.begin :].decode(errors="replace")
        try:
            self._entities = with_entity(self._entities, opened.tag, opened.argument, span, text)
        except ValueError as error:
            raise ParseError(str(error)) from None
