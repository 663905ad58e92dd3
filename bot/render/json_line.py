"""A value as JSON on one line that may be printed anywhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""A line that is printed must not command a terminal, and must encode to UTF-8. JSON has an escape for each
of these characters, so that no letter of a quotation is lost."""


def json_line(value: Mapping[str, object]) -> str:
    r"""The object, its Arabic as it is, what commands a terminal as escapes.

    >>> json_line({"نص": "أ\u202eب"})
    '{"نص": "أ\\u202eب"}'
    """
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda character: f"\\u{ord(character[0]):04x}", text)
