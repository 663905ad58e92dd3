"""Messages by language, from the Project Fluent files beside this module.

Plural forms follow CLDR, and whatever is put into a sentence is isolated from its direction (FSI … PDI).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from bot.bidi import RIGHT_TO_LEFT_MARK, isolate
from bot.visible import visible_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from fluent.runtime import FluentBundle

_LONGEST, _LONGEST_LIST = 500, 2400
"""Fluent refuses to put more than 2,500 characters into a sentence."""
_SEPARATOR = 2
"""Characters between two items, in any language."""


class Language(StrEnum):
    """The languages the bot speaks, by BCP 47 tag."""

    ARABIC = "ar"
    ENGLISH = "en"


def say(language: Language, message: str, **values: str | int | date | list[str]) -> str:
    """The message of that id in `language`, with `values` for its variables; a list is joined.

    Text in `values` may come from anywhere: it is made visible, put on one line, and cut where it is too long
    for a sentence.
    Raises LookupError for an unknown id or a missing variable.

    >>> say(Language.ENGLISH, "further", further=1)
    'One more quotation can be shown.'
    """
    safe = {name: _safe(value, language) for name, value in values.items()}
    if any(isinstance(value, str) for value in safe.values()):
        return _formatted(language, message, **safe)
    return _formatted_once(language, message, **safe)


def _formatted(language: Language, message: str, **values: str | int | date) -> str:
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value
    if pattern is None:
        raise LookupError(f"{language}.ftl: message {message} has no text")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"{language}.ftl, message {message}: {errors[0]}")
    return str(text)


# The labels of buttons, counts and dates come again and again; what users write isn't kept.
_formatted_once = lru_cache(1024)(_formatted)


def _safe(value: str | int | date | list[str], language: Language) -> str | int | date:
    if isinstance(value, str):
        return visible_start(value, _LONGEST)
    if isinstance(value, list):
        listed = say(language, "list-separator").join(_fitting(value))
        # Around it Fluent puts an isolate, whose direction isolated items don't tell.
        return RIGHT_TO_LEFT_MARK + listed if language is Language.ARABIC else listed
    return value


def _fitting(items: list[str]) -> Iterator[str]:
    """The items, isolated, up to where the list grows too long."""
    length = 0
    for item in items:
        shown = isolate(visible_start(item, _LONGEST))
        length += len(shown) + _SEPARATOR
        if length > _LONGEST_LIST:
            yield "…"
            return
        yield shown


@cache
def _bundle(language: Language) -> FluentBundle:
    # Imported here since it takes a sixth of a second, which a question asked for JSON can do without.
    from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415

    bundle = FluentBundle([language.value])
    source = resources.files("bot.texts").joinpath(f"{language.value}.ftl").read_text("utf-8")
    bundle.add_resource(FluentResource(source))
    return bundle
