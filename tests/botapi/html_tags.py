"""The tags of parse_mode HTML, and the entities that they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.botapi.entity import Entity
from tests.botapi.links import checked_link

if TYPE_CHECKING:
    from collections.abc import Sequence

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
# The attribute that a tag's argument stands in, and what its value has to start with.
_ARGUMENTS = {
    "a": ("href", ""),
    "code": ("class", "language-"),
    "span": ("class", "tg-"),
    "tg-emoji": ("emoji-id", ""),
}


def argument_of(tag: str, attributes: Sequence[tuple[str, str]]) -> str:
    """The argument that names and values of attributes give a tag; of several the last.

    >>> argument_of("code", [("class", "language-python")])
    'python'
    """
    if tag == "blockquote":
        return "expandable" if any(name == "expandable" for name, _ in attributes) else ""
    expected, prefix = _ARGUMENTS.get(tag, ("", ""))
    values = [value for name, value in attributes if name == expected and value.startswith(prefix)]
    return values[-1].removeprefix(prefix) if values else ""


def with_entity(
    entities: list[Entity], tag: str, argument: str, span: tuple[int, int], text: str
) -> list[Entity]:
    """`entities` and the one of a closed tag over `text`; a link that is none adds nothing.

    Raises ValueError for a custom emoji without a number.
    """
    entity = Entity(TAGS[tag], span[0], span[1] - span[0])
    match entity.type:
        case "text_link":
            url = checked_link(argument or text)
            return [*entities, entity.with_argument(url)] if url else entities
        case "custom_emoji":
            return [*entities, entity.with_argument(_emoji_id(argument))]
        case "blockquote" if argument:
            return [*entities, Entity("expandable_blockquote", entity.offset, entity.length)]
        case "code" | "pre":
            return _with_code(entities, entity.with_argument(argument))
        case _:
            return [*entities, entity]


def _with_code(entities: list[Entity], entity: Entity) -> list[Entity]:
    """<pre> and <code class="language-…"> on the same span are one block of code in that language."""
    if entities and {entities[-1].type, entity.type} == {"pre", "code"}:
        last = entities[-1]
        language = last.argument if last.type == "code" else entity.argument
        if language and (last.offset, last.length) == (entity.offset, entity.length):
            return [*entities[:-1], Entity("pre", entity.offset, entity.length, language)]
    return [*entities, entity]


def _emoji_id(argument: str) -> str:
    if not re.fullmatch(r"-?0*[1-9][0-9]{0,18}", argument):
        raise ValueError("Invalid custom emoji identifier specified")
    return str(int(argument))
