"""The text of a request -> the text and the entities of the message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.botapi.cleaning import cleaned, is_blank, trimmed
from tests.botapi.entity import Entity, in_order, utf16_length
from tests.botapi.errors import bad_request
from tests.botapi.html_mode import ParseError, parse_html
from tests.botapi.nesting import nested

if TYPE_CHECKING:
    from collections.abc import Iterable

MESSAGE_LIMIT = 4096  # code points after entities parsing
CAPTION_LIMIT = 1024
REQUEST_LIMIT = 1 << 15  # bytes before it


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A plain text and its entities."""

    text: str
    entities: tuple[Entity, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The fields of a Message; `entities` only where there are any."""
        entities = [entity.to_json() for entity in self.entities]
        return {"text": self.text, "entities": entities} if entities else {"text": self.text}


def parsed_text(text: str, parse_mode: str | None, entities: Iterable[dict[str, Any]]) -> FormattedText:
    """The text as marked up, still as it was sent. Entities count only without a parse mode.

    Raises ApiError: empty, too many bytes, an unknown parse mode, markup that can't be parsed.
    """
    if not text:
        raise bad_request("Message text is empty")
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise bad_request("Text must be encoded in UTF-8") from None
    if size > REQUEST_LIMIT:
        raise bad_request("Text is too long")
    if not parse_mode or parse_mode.lower() == "none":
        found = [Entity.from_json(value) for value in entities]
        return FormattedText(text, tuple(entity for entity in found if entity))
    if parse_mode.lower() != "html":
        raise bad_request("Unsupported parse_mode")
    try:
        plain, parsed = parse_html(text)
    except ParseError as error:
        raise bad_request(f"Can't parse entities: {error}") from None
    return FormattedText(plain, tuple(parsed))


def message_text(formatted: FormattedText) -> FormattedText:
    """The text as it is stored: cleaned, trimmed, its entities nested.

    Raises ApiError: nothing to see in it, too long, entities outside of it.
    """
    _check_spans(formatted)
    stored = _stored(formatted)
    if is_blank(stored.text):
        raise bad_request("Text must be non-empty")
    if len(stored.text) > MESSAGE_LIMIT:
        raise bad_request("Message is too long")
    return stored


def message_caption(formatted: FormattedText) -> FormattedText:
    """The same for the caption of a file, which may be blank and is shorter."""
    _check_spans(formatted)
    stored = _stored(formatted)
    if len(stored.text) > CAPTION_LIMIT:
        raise bad_request("Message caption is too long")
    return stored


def _stored(formatted: FormattedText) -> FormattedText:
    text, entities = cleaned(formatted.text, nested(formatted.entities))
    text, entities = trimmed(text, nested(entities))
    return FormattedText(text, tuple(in_order(entities)))


def _check_spans(formatted: FormattedText) -> None:
    end = utf16_length(formatted.text)
    for entity in formatted.entities:
        for name, number in (("offset", entity.offset), ("length", entity.length)):
            if number < 0:
                raise bad_request(f"Receive an entity with incorrect {name} {number}")
        if entity.offset > end:
            raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {entity.offset}")
        if entity.end > end:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
                f"at UTF-16 offset {entity.end}"
            )
