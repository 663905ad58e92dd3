"""Message entities: formatted spans of a text, in UTF-16 code units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

# Under which name an entity's argument stands in JSON.
_ARGUMENTS = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}

# Of two entities with the same span, the one with the lower number is the outer one.
_PRIORITIES = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity; `argument` is the URL of a link, the language of a code block, the id of an emoji."""

    type: str
    offset: int
    length: int
    argument: str = ""

    @property
    def end(self) -> int:
        """The offset behind the last code unit."""
        return self.offset + self.length

    def between(self, offset: int, end: int) -> Entity:
        """The same formatting on another span."""
        return replace(self, offset=offset, length=end - offset)

    def with_argument(self, argument: str) -> Entity:
        """The same span with this URL, language or id."""
        return replace(self, argument=argument)

    def to_json(self) -> dict[str, Any]:
        """The MessageEntity of the Bot API."""
        found = {"offset": self.offset, "length": self.length, "type": self.type}
        return {**found, _ARGUMENTS[self.type]: self.argument} if self.argument else found

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Entity | None:
        """A MessageEntity of a request; None for types that Telegram finds by itself (url, mention, …)."""
        if value["type"] not in _PRIORITIES:
            return None
        argument = value.get(_ARGUMENTS.get(value["type"], ""), "")
        return cls(value["type"], int(value["offset"]), int(value["length"]), str(argument))


def in_order(entities: list[Entity]) -> list[Entity]:
    """Sorted as Telegram lists them: by offset, the outer before the inner."""
    return sorted(entities, key=lambda entity: (entity.offset, -entity.length, _PRIORITIES[entity.type]))


def utf16_length(text: str) -> int:
    """The number of UTF-16 code units.

    >>> utf16_length("سؤال 🙂")
    7
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
