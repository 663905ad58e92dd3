"""One call of a method: checked, carried out or failed by script, and recorded."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.botapi.errors import ApiError, Dropped
from tests.botapi.faults import DROP_AFTER_COMMIT
from tests.botapi.methods import METHODS
from tests.botapi.parameters import checked_parameters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.botapi.json_types import Json
    from tests.botapi.state import BotState

_NAMES = {name.lower(): name for name in METHODS}
# Bots poll without end; what they got is known from what was injected.
_UNRECORDED = "getUpdates"


async def call(bot: BotState, method: str, sent: Mapping[str, Any]) -> Any:
    """The result of `method`, in any case, with the parameters `sent`.

    Raises ApiError for what Telegram refuses, Dropped if the answer is to be lost.
    """
    name = _NAMES.get(method.lower())
    if name is None:
        raise ApiError(404, "Not Found: method not found")
    record: Json = {"method": name, "parameters": dict(sent), "at": time.time()}
    if name != _UNRECORDED:
        bot.sent.append(record)
    fault = bot.faults.take(name)
    if fault:
        record["fault"] = fault.kind
    try:
        if fault:
            await fault.strike()
        record["parameters"] = checked_parameters(name, sent)
        record["result"] = await METHODS[name](bot, record["parameters"])
    except ApiError as error:
        record["error"] = error.to_json()
        raise
    finally:
        bot.done.set()
    if fault and fault.kind == DROP_AFTER_COMMIT:
        raise Dropped
    return record["result"]
