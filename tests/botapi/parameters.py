"""The parameters of a call, checked against aiogram's models of the Bot API.

Telegram ignores what it doesn't know and makes do with wrong types. Here a mistake in a request is to be
seen, so both are refused.
"""

from __future__ import annotations

import json
import re
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile
from pydantic import BaseModel, ValidationError

from tests.botapi.errors import bad_request
from tests.botapi.upload import Upload

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.botapi.json_types import Json

_NUMBER = re.compile(r"-?\d+")


def checked_parameters(method: str, sent: Mapping[str, Any]) -> Json:
    """What was sent for `method` (in any case) -> the parameters, those in JSON decoded.

    Parameters that are missing are left to the method itself, which knows Telegram's words for it.
    Raises ApiError naming all that are unknown, or all that are of a wrong type.

    >>> checked_parameters("getupdates", {"offset": "7", "allowed_updates": '["message"]'})
    {'offset': 7, 'allowed_updates': ['message']}
    """
    model = _models()[method.lower()]
    if unknown := [name for name in sent if name not in model.model_fields]:
        raise _refused(method, "unknown parameters", unknown)
    decoded = {name: _decoded(value, model.model_fields[name].annotation) for name, value in sent.items()}
    try:
        validated = model.model_validate({name: _modelled(value) for name, value in decoded.items()})
    except ValidationError as error:
        if problems := _wrong_types(error):
            raise _refused(method, "wrong parameters", problems) from None
    else:
        if unknown := list(_unknown_inside(validated)):
            # Also where no member of a union fits: aiogram's keyboards then pass as an empty one with extras.
            raise _refused(method, "unknown or incomplete parameters", unknown)
    return decoded


@cache
def _models() -> dict[str, type[TelegramMethod[Any]]]:
    found = [getattr(aiogram.methods, name) for name in aiogram.methods.__all__]
    return {
        model.__api_method__.lower(): model
        for model in found
        if issubclass(model, TelegramMethod) and model is not TelegramMethod
    }


def _refused(method: str, what: str, which: list[str]) -> Exception:
    return bad_request(f"{what} of {method}: {', '.join(which)}")


def _decoded(value: Any, annotation: Any) -> Any:
    """Forms carry everything as text, structures and numbers as JSON; a chat_id is a number or a name."""
    if not isinstance(value, str):
        return value
    is_number = _admits(annotation, int) and _NUMBER.fullmatch(value)
    if _admits(annotation, str) and not is_number:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _modelled(value: Any) -> Any:
    return BufferedInputFile(value.content, value) if isinstance(value, Upload) else value


def _admits(annotation: Any, kind: type) -> bool:
    if get_origin(annotation) in (Union, UnionType):
        return any(_admits(each, kind) for each in get_args(annotation))
    return annotation is kind


def _wrong_types(error: ValidationError) -> list[str]:
    """One line a parameter: of the errors of a union's members the one that came furthest."""
    deepest: dict[str, tuple[int, str]] = {}
    for each in error.errors(include_url=False, include_context=False, include_input=False):
        place = each["loc"]
        if each["type"] == "missing" and len(place) == 1:
            continue
        name = str(place[0])
        if name not in deepest or len(place) > deepest[name][0]:
            path = ".".join(str(part) for part in place)
            deepest[name] = len(place), f"{path} ({each['msg']})"
    return [line for _, line in deepest.values()]


def _unknown_inside(value: Any, path: str = "") -> Iterator[str]:
    """aiogram's models keep fields they don't know, at any depth."""
    if isinstance(value, BaseModel):
        yield from (f"{path}{name}" for name in value.model_extra or {})
        for name in value.model_fields_set & set(type(value).model_fields):
            yield from _unknown_inside(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _unknown_inside(item, f"{path}{number}.")
